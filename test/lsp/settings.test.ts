import { describe, expect, it } from 'vitest';
import { defaultLintConfig } from '../../server/src/core/lint/rule.ts';
import { renderMessage } from '../../server/src/core/text/message.ts';
import { defaultBoilerplateSettings, defaultIndexSettings, readSettings } from '../../server/src/lsp/settings.ts';

function check(value: unknown) {
  const { settings, problems } = readSettings(value);
  return { settings, problems: problems.map((problem) => renderMessage(problem)) };
}

const defaults = {
  enable: true,
  lint: defaultLintConfig,
  schemaFiles: [],
  hover: { images: false },
  codeLens: { groups: true },
  inlayHints: { figures: false },
  index: defaultIndexSettings,
  boilerplate: defaultBoilerplateSettings,
};

describe('readSettings', () => {
  it.each([undefined, null, {}, { rules: null, frontMatter: null, export: { format: 'csv' } }])(
    'of %j are the defaults',
    (value) => {
      expect(check(value)).toEqual({ settings: defaults, problems: [] });
    },
  );

  it('reads what is set', () => {
    const value = {
      enable: false,
      rules: { 'boilerplate.comment': 'off', 'front-matter.*': 'hint' },
      frontMatter: { requiredKeys: ['title'], schema: ['a.json', { required: ['b'] }], builtInSchema: false },
      hover: { images: true },
      codeLens: { groups: false },
      inlayHints: { figures: true },
      index: { enable: false, include: ['**/*.html'], exclude: ['old'], askAbove: 10, problems: false },
      boilerplate: { catalogue: false, repetitionShare: 0 },
    };
    expect(check(value)).toEqual({
      settings: {
        enable: false,
        lint: {
          ...defaultLintConfig,
          rules: value.rules,
          requiredKeys: ['title'],
          schema: {
            builtIn: false,
            sources: [{ name: 'copydesk.frontMatter.schema', schema: { required: ['b'] } }],
            problems: [],
          },
        },
        schemaFiles: ['a.json'],
        hover: { images: true },
        codeLens: { groups: false },
        inlayHints: { figures: true },
        index: value.index,
        boilerplate: value.boilerplate,
      },
      problems: [],
    });
  });

  it.each<[unknown, string]>([
    ['yes', 'Unexpected value "yes" of the setting copydesk. Expected an object.'],
    [{ enable: 'yes' }, 'Unexpected value "yes" of the setting copydesk.enable. Expected true or false.'],
    [
      { inlayHints: { figures: 1 } },
      'Unexpected value 1 of the setting copydesk.inlayHints.figures. Expected true or false.',
    ],
    [
      { boilerplate: { repetitionShare: 2 } },
      'Unexpected value 2 of the setting copydesk.boilerplate.repetitionShare. Expected a number from 0 to 1.',
    ],
    [{ rules: ['off'] }, 'Unexpected value ["off"] of the setting copydesk.rules. Expected an object.'],
    [{ rules: { 'no.such-rule': 'off' } }, 'Unknown rule no.such-rule in the setting copydesk.rules.'],
    [{ rules: { 'nothing.*': 'off' } }, 'Unknown rule nothing.* in the setting copydesk.rules.'],
    [
      { rules: { 'boilerplate.comment': 'fatal' } },
      'Unexpected value "fatal" of the setting copydesk.rules.boilerplate.comment. Expected one of off, error, warning, info, hint.',
    ],
    [
      { frontMatter: { requiredKeys: ['title', 3] } },
      'Unexpected value ["title",3] of the setting copydesk.frontMatter.requiredKeys. Expected a list of texts.',
    ],
    [
      { frontMatter: { schema: 7 } },
      'Unexpected value 7 of the setting copydesk.frontMatter.schema. Expected a schema or its path.',
    ],
    [
      { index: { askAbove: 'many' } },
      'Unexpected value "many" of the setting copydesk.index.askAbove. Expected a number from 0.',
    ],
    [{ frontMatter: [] }, 'Unexpected value [] of the setting copydesk.frontMatter. Expected an object.'],
  ])('of %j are the defaults, with a word about it', (value, problem) => {
    expect(check(value)).toEqual({ settings: defaults, problems: [problem] });
  });

  it('keeps what can be used beside what cannot', () => {
    const value = { enable: 1, rules: { 'boilerplate.comment': 'error', wrong: 'off' } };
    const { settings, problems } = check(value);
    expect(settings.lint.rules).toEqual({ 'boilerplate.comment': 'error' });
    expect(problems).toHaveLength(2);
  });
});
