import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import english from '../../package.nls.json' with { type: 'json' };
import { exportFormats } from '../../server/src/core/export/format.ts';
import { defaultLintConfig } from '../../server/src/core/lint/rule.ts';
import { allRules } from '../../server/src/core/lint/rules/registry.ts';
import type { ServerSettings } from '../../server/src/lsp/protocol.ts';
import { defaultBoilerplateSettings, defaultIndexSettings } from '../../server/src/lsp/settings.ts';

const root = path.join(import.meta.dirname, '../..');
const { contributes } = manifest;
const settings = new Map<string, { readonly default: unknown }>(
  contributes.configuration.flatMap(({ properties }) => Object.entries(properties)),
);

/** Compared with the manifest below; the compiler compares it with what the server says it reads. */
const serverDefaults: ServerSettings = {
  enable: true,
  rules: defaultLintConfig.rules,
  frontMatter: { requiredKeys: defaultLintConfig.requiredKeys, schema: null, builtInSchema: true },
  hover: { images: false },
  codeLens: { groups: true },
  inlayHints: { figures: false },
  index: defaultIndexSettings,
  boilerplate: defaultBoilerplateSettings,
};

/** The settings that only the client reads. */
const clientSettings = [
  ...['copydesk.detectArticles', 'copydesk.trace.server'],
  ...['copydesk.export.format', 'copydesk.export.destination', 'copydesk.export.byteOrderMark'],
];

describe('the settings', () => {
  it('of the server are contributed with the defaults of the server', () => {
    const served = [...settings].filter(([name]) => !clientSettings.includes(name));
    expect(Object.fromEntries(served.map(([name, { default: value }]) => [name, value]))).toEqual({
      'copydesk.enable': serverDefaults.enable,
      'copydesk.rules': serverDefaults.rules,
      'copydesk.frontMatter.requiredKeys': serverDefaults.frontMatter.requiredKeys,
      'copydesk.frontMatter.schema': serverDefaults.frontMatter.schema,
      'copydesk.frontMatter.builtInSchema': serverDefaults.frontMatter.builtInSchema,
      'copydesk.hover.images': serverDefaults.hover.images,
      'copydesk.codeLens.groups': serverDefaults.codeLens.groups,
      'copydesk.inlayHints.figures': serverDefaults.inlayHints.figures,
      ...Object.fromEntries(
        Object.entries(serverDefaults.index).map(([name, value]) => [`copydesk.index.${name}`, value]),
      ),
      ...Object.fromEntries(
        Object.entries(serverDefaults.boilerplate).map(([name, value]) => [`copydesk.boilerplate.${name}`, value]),
      ),
    });
  });

  it('of the client are contributed', () => {
    expect([...settings.keys()]).toEqual(expect.arrayContaining(clientSettings));
  });

  it('are all read by someone', () => {
    expect(Object.keys(serverDefaults).toSorted()).toEqual([
      'boilerplate',
      'codeLens',
      'enable',
      'frontMatter',
      'hover',
      'index',
      'inlayHints',
      'rules',
    ]);
    expect(settings.size).toBe(clientSettings.length + 10 + Object.keys(serverDefaults.index).length);
  });

  it('accept the code of every rule, and of every family', () => {
    const rules = contributes.configuration.flatMap(({ properties }) =>
      'copydesk.rules' in properties ? [properties['copydesk.rules']] : [],
    );
    const patterns = rules.flatMap(({ patternProperties }) => Object.keys(patternProperties ?? {}));
    const codes = allRules.flatMap(({ code }) => [code, code.replace(/\..*/, '.*')]);
    expect(codes.filter((code) => !patterns.some((pattern) => new RegExp(pattern).test(code)))).toEqual([]);
  });

  it('offer every format of the export', () => {
    const property = contributes.configuration.flatMap(({ properties }) =>
      'copydesk.export.format' in properties ? [properties['copydesk.export.format']] : [],
    )[0];
    expect(property?.enum).toEqual(['ask', ...exportFormats]);
  });
});

describe('the commands', () => {
  const registered = [
    ...readFileSync(path.join(root, 'client/src/copydesk.ts'), 'utf8').matchAll(/registerCommand\(\s*'([^']+)'/g),
  ].map(([, name]) => name);
  const contributed = contributes.commands.map(({ command }) => command);

  it('that are contributed are those that are registered', () => {
    expect(contributed.toSorted()).toEqual(registered.toSorted());
  });

  it('of menus and keys are contributed', () => {
    const used = [...Object.values(contributes.menus).flat(), ...contributes.keybindings];
    const commands = used.flatMap((entry) => ('command' in entry ? [entry.command] : []));
    expect(commands.filter((command) => !contributed.includes(command))).toEqual([]);
  });

  it('of submenus stand in a menu of that name', () => {
    const submenus = contributes.submenus.map(({ id }) => id);
    const used = Object.values(contributes.menus).flatMap((entries) =>
      entries.flatMap((entry) => ('submenu' in entry ? [entry.submenu] : [])),
    );
    expect(used).toEqual(submenus);
    expect(Object.keys(contributes.menus)).toEqual(expect.arrayContaining(submenus));
  });

  it('of welcome texts are contributed', () => {
    const texts = contributes.viewsWelcome.map(
      ({ contents }) => english[contents.slice(1, -1) as keyof typeof english],
    );
    const used = texts.flatMap((text) => [...text.matchAll(/\(command:(copydesk\.[\w.]+)/g)].map(([, name]) => name));
    expect(used.length).toBeGreaterThan(0);
    expect(used.filter((command) => !contributed.includes(command ?? ''))).toEqual([]);
    const views = Object.values(contributes.views).flat();
    expect([...new Set(contributes.viewsWelcome.map(({ view }) => view))]).toEqual(views.map(({ id }) => id));
  });
});

describe('the files', () => {
  it('that are contributed exist', () => {
    const files = [
      ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
      ...contributes.grammars.map((grammar) => grammar.path),
      ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
      manifest.icon,
    ];
    expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
