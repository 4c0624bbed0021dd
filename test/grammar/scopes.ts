import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

export interface Token {
  readonly text: string;
  /** The scopes from outermost to innermost, without that of the whole document. */
  readonly scopes: readonly string[];
}

/**
 * Splits a text into lines as an editor does and gives the tokens of each by our grammar. The YAML grammar is the
 * editor's, so a stand-in is used that marks keys, and quotes and brackets that run over several lines: enough to
 * see where it is in force, and that nothing it leaves open reaches the body.
 */
export async function tokenize(text: string): Promise<readonly (readonly Token[])[]> {
  const grammar = await loadedGrammar;
  let state = textmate.INITIAL;
  return text.split(/\r\n|\n|\r/).map((line) => {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    return tokens
      .map(({ startIndex, endIndex, scopes }) => ({ text: line.slice(startIndex, endIndex), scopes: scopes.slice(1) }))
      .filter((token) => token.text !== '');
  });
}

const grammarFile = new URL('../../syntaxes/article.tmLanguage.json', import.meta.url);

const yamlStandIn = JSON.stringify({
  scopeName: 'source.yaml',
  patterns: [
    { match: '^[\\w-]+(?=:)', name: 'entity.name.tag.yaml' },
    { begin: "'", end: "'", name: 'string.quoted.single.yaml' },
    { begin: '\\[', end: '\\]', name: 'meta.flow-sequence.yaml' },
  ],
});

const loadedGrammar = loadGrammar();

async function loadGrammar(): Promise<textmate.IGrammar> {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await onigurumaModule.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new onigurumaModule.OnigScanner(patterns),
      createOnigString: (text) => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      if (scopeName === 'source.yaml') return textmate.parseRawGrammar(yamlStandIn, 'yaml.json');
      return textmate.parseRawGrammar(readFileSync(grammarFile, 'utf8'), grammarFile.pathname);
    },
  });
  const grammar = await registry.loadGrammar('text.html.article');
  if (!grammar) throw new Error('The grammar could not be loaded');
  return grammar;
}
