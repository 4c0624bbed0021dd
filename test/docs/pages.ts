import { parseArticle } from '../../server/src/core/article/parse.ts';
import { defaultLintConfig, type Fix, type Rule, type Safety } from '../../server/src/core/lint/rule.ts';
import { renderMessage } from '../../server/src/core/text/message.ts';

/** The files that `docs/rules` consists of, by name: a page for each rule, and the index. */
export function documentationPages(rules: readonly Rule[]): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', indexPage(rules)],
    ...rules.map((rule): [string, string] => [`${rule.code}.md`, rulePage(rule)]),
  ]);
}

/** In the order in which they are listed; a rule of another family is listed after them. */
const families: Readonly<Record<string, { readonly heading: string; readonly about: string }>> = {
  'front-matter': { heading: 'Front matter', about: 'The YAML head: its syntax, its keys and what their values say.' },
  boilerplate: { heading: 'Boilerplate', about: 'What the site put around the article and a reader has no use for.' },
  structure: { heading: 'Structure', about: 'Numbering, headings, counts and the markup that carries them.' },
  text: { heading: 'Text', about: 'Characters and spelling in what a reader sees.' },
};

const safetyNames: Readonly<Record<Safety, string>> = { safe: 'safe', suggestion: 'suggested', manual: 'by hand' };

function indexPage(rules: readonly Rule[]): string {
  const used = [...new Set(rules.map(familyOf))];
  const order = [...Object.keys(families), ...used.filter((family) => !(family in families))];
  const sections = order
    .filter((family) => used.includes(family))
    .map((family) =>
      familySection(
        family,
        rules.filter((rule) => familyOf(rule) === family),
      ),
    );
  return page(
    '# Rules',
    `Copydesk checks an article with ${rules.length} rules. A _safe_ fix takes no word from a reader, so "Fix All Safe Problems", fix on save and \`copydesk fix\` apply it unasked; a _suggested_ fix is probably right, but a person has to look.`,
    ...sections,
    'Every rule can be turned off, or given another severity, in the settings, in an article or on the command line; its page says how. A whole family goes by its name and a star: `"copydesk.rules": { "boilerplate.*": "off" }`.',
  );
}

function familySection(family: string, rules: readonly Rule[]): string {
  const rows = rules.map(
    (rule) =>
      `| [\`${rule.code}\`](${rule.code}.md) | ${cell(rule.summary)} | ${rule.isOptional ? 'off' : rule.severity} | ${fixNames(rule).join(', ') || '–'} |`,
  );
  const { heading, about } = families[family] ?? { heading: family, about: '' };
  return page(
    `## ${heading}`,
    ...(about ? [about] : []),
    ['| Rule | Finds | Severity | Fix |', '| --- | --- | --- | --- |', ...rows].join('\n'),
  ).trimEnd();
}

function rulePage(rule: Rule): string {
  const { code, severity, isOptional, summary, why, example } = rule;
  return page(
    `# ${code}`,
    summary,
    `Severity: **${severity}**${isOptional ? ', off until it is named in the settings' : ''} · Fix: **${fixNames(rule).join(', ') || 'none'}** · [All rules](README.md)`,
    '## Why',
    why,
    '## Example',
    fenced(example.before),
    ...afterwards(rule),
    ...fixes(rule),
    isOptional ? '## Turn it on' : '## Turn it off',
    ...(isOptional
      ? [
          `In the settings of the editor:`,
          `\`\`\`json\n"copydesk.rules": { "${code}": "${severity}" }\n\`\`\``,
          'On the command line:',
          `\`\`\`sh\ncopydesk check --rule ${code}=${severity}\n\`\`\``,
        ]
      : waysToTurnOff(code)),
  );
}

function waysToTurnOff(code: string): readonly string[] {
  return [
    `In the settings of the editor (\`"off"\`, or a severity: \`"error"\`, \`"warning"\`, \`"info"\`, \`"hint"\`):`,
    `\`\`\`json\n"copydesk.rules": { "${code}": "off" }\n\`\`\``,
    'For one line, by a comment above it, in the body or in the front matter:',
    `\`\`\`html\n<!-- copydesk-disable-next-line ${code} -->\n\`\`\``,
    `\`\`\`yaml\n# copydesk-disable-next-line ${code}\n\`\`\``,
    'For a whole article, by a comment anywhere in it:',
    `\`\`\`html\n<!-- copydesk-disable-file ${code} -->\n\`\`\``,
    'On the command line:',
    `\`\`\`sh\ncopydesk check --rule ${code}=off\n\`\`\``,
  ];
}

function afterwards({ example }: Rule): readonly string[] {
  if (example.after === example.before) return [];
  return ['becomes, with every fix taken,', fenced(example.after)];
}

function fixes(rule: Rule): readonly string[] {
  const offered = fixesOf(rule);
  if (offered.length === 0) return ['## The fix', 'There is none: only a person can know what was meant.'];
  const titles = offered.map(({ title, safety }) => `- ${renderMessage(title)} (${safetyNames[safety]})`);
  return ['## The fix', `In the example, the editor offers:`, [...new Set(titles)].join('\n'), ...handling(offered)];
}

function handling(offered: readonly Fix[]): readonly string[] {
  const safe =
    'Safe fixes are also taken by "Fix All Safe Problems", on save where `source.fixAll.copydesk` is turned on, and by `copydesk fix`.';
  const suggested = 'A suggested fix is taken only by hand, one at a time: look at what it takes away.';
  const manual =
    'A fix by hand writes other words or numbers than the article has. No program takes it: it is offered in the editor, one at a time.';
  return [
    ...(offered.some(({ safety }) => safety === 'safe') ? [safe] : []),
    ...(offered.some(({ safety }) => safety === 'suggestion') ? [suggested] : []),
    ...(offered.some(({ safety }) => safety === 'manual') ? [manual] : []),
  ];
}

/** What the rule offers in its own example, best first. */
function fixesOf(rule: Rule): readonly Fix[] {
  const config = { ...defaultLintConfig, ...rule.example.config };
  const reports = [...rule.check(parseArticle(rule.example.before), config)];
  return reports.flatMap((report) => report.fixes ?? []);
}

function fixNames(rule: Rule): readonly string[] {
  const found = new Set(fixesOf(rule).map(({ safety }) => safety));
  return (['safe', 'suggestion', 'manual'] as const)
    .filter((safety) => found.has(safety))
    .map((safety) => safetyNames[safety]);
}

function familyOf({ code }: Rule): string {
  return code.slice(0, code.indexOf('.'));
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** The fence is longer than any run of backticks inside, as CommonMark asks for it. */
function fenced(text: string): string {
  const longestRun = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longestRun + 1);
  return `${fence}html\n${visible(text).replace(/\n$/, '')}\n${fence}`;
}

/** Characters that a page would swallow, and white space at the end of a line, by their number in Unicode: ⟨U+FEFF⟩. */
function visible(text: string): string {
  return text
    .replace(/[^\P{C}\n]|[\u00a0\u2028\u2029]/gu, codePointName)
    .replace(/[ \u3000]+$/gm, (spaces) => [...spaces].map(codePointName).join(''));
}

function codePointName(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

function page(...paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}
