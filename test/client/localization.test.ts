import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import bundle from '../../l10n/bundle.l10n.zh-cn.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import chinese from '../../package.nls.zh-cn.json' with { type: 'json' };
import { allRules } from '../../server/src/core/lint/rules/registry.ts';

const root = path.join(import.meta.dirname, '../..');
const manifest = readFileSync(path.join(root, 'package.json'), 'utf8');
const sources = ['client/src', 'server/src'].flatMap(readSources);

/** What stands in a call that takes a template: a literal, or something that no test can look up. */
const templates = sources.flatMap(({ file, code }) =>
  [...code.matchAll(/\b(?:l10n\.t|message)\(\s*(?:('(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")|([^\s)]))/g)]
    .filter((match) => !/function $/.test(code.slice(0, match.index)))
    .map(([, literal, other]) => ({
      file,
      template: literal === undefined ? undefined : literalValue(literal),
      other,
    })),
);

/** Sentences that are translated where they are shown. */
const sentences = allRules.flatMap(({ summary, why }) => [summary, why]);
const literals = new Set(
  sources.flatMap(({ code }) => (code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g) ?? []).map(literalValue)),
);

const translations: Readonly<Record<string, string>> = bundle;
const manifestTexts: Readonly<Record<string, string>> = english;
const manifestTranslations: Readonly<Record<string, string>> = chinese;

describe('the manifest', () => {
  const used = new Set([...manifest.matchAll(/"%([\w.-]+)%"/g)].map(([, key = '']) => key));

  it('uses the texts there are, and no others', () => {
    expect([...used].toSorted()).toEqual(Object.keys(manifestTexts).toSorted());
  });

  it('is translated', () => {
    expect(Object.keys(manifestTranslations).toSorted()).toEqual(Object.keys(manifestTexts).toSorted());
  });

  it.each(Object.keys(manifestTexts))('says the same of %s in both languages', (key) => {
    checkTranslation(manifestTexts[key] ?? '', manifestTranslations[key]);
    expect(commandsIn(manifestTranslations[key] ?? '')).toEqual(commandsIn(manifestTexts[key] ?? ''));
  });
});

describe('the program', () => {
  it('gives every text as a literal', () => {
    expect(templates.filter(({ template }) => template === undefined)).toEqual([]);
  });

  const shown = [...new Set([...templates.flatMap(({ template }) => template ?? []), ...sentences])].toSorted();

  it.each(shown)('has %j in both languages', (template) => checkTranslation(template, translations[template]));

  it('has no translation of what nobody says', () => {
    const unused = Object.keys(translations).filter((key) => !shown.includes(key) && !literals.has(key));
    expect(unused).toEqual([]);
  });

  it('keeps its translations in order', () => {
    expect(Object.keys(translations)).toEqual(Object.keys(translations).toSorted());
  });
});

function checkTranslation(text: string, translation: string | undefined): void {
  expect(translation, 'is missing').toBeTruthy();
  expect(placeholdersOf(translation ?? '')).toEqual(placeholdersOf(text));
}

function placeholdersOf(text: string): string[] {
  return [...new Set(text.match(/\{\d+\}/g))].toSorted();
}

function commandsIn(text: string): string[] {
  return (text.match(/\]\(command:[^)]*\)/g) ?? []).toSorted();
}

function readSources(folder: string): { readonly file: string; readonly code: string }[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ file: `${folder}/${name}`, code: readFileSync(path.join(root, folder, name), 'utf8') }));
}

/** The value of a string literal as it stands in the source, quotes included. */
function literalValue(literal: string): string {
  const body = literal.slice(1, -1).replace(/\\(u[\da-f]{4}|.)/gi, (_escape, escaped: string) => {
    if (escaped.startsWith('u') && escaped.length > 1)
      return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
    return { n: '\n', t: '\t', r: '\r' }[escaped] ?? escaped;
  });
  return body;
}
