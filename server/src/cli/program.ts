import { Command, InvalidArgumentError, Option } from 'commander';
import { version } from '../../../package.json';
import type { LintConfig, Severity } from '../core/lint/rule.ts';
import { allRules } from '../core/lint/rules/registry.ts';
import type { SchemaSource } from '../core/lint/schema/schema.ts';
import { type Message, message, renderMessage } from '../core/text/message.ts';
import { type ChangedFiles, filesChangedSince } from './changed-files.ts';
import { type CheckOptions, check, failLevels } from './commands/check.ts';
import { type ExportOptions, exportArticles, exportFormats } from './commands/export.ts';
import { type FixOptions, fix } from './commands/fix.ts';
import { type LearnOptions, learn } from './commands/learn.ts';
import { listRules } from './commands/rules.ts';
import { type ConfigurationOf, configurations } from './configuration.ts';
import { standardInput } from './files.ts';
import { addExamples, errorsIn, helpIn } from './help.ts';
import { countRepetition } from './repetition.ts';
import { checkFormats } from './reports/report.ts';
import { readSchemaFile } from './schema-file.ts';
import { type ExitCode, exitCodes, type Shell } from './shell.ts';
import { type CheckSettings, configurationOf } from './work/check-article.ts';

/** The commands with their arguments, options and help. `ended` gets the exit code of the command that was run. */
export function programWith(shell: Shell, ended: (code: ExitCode) => void): Command {
  const say: Say = (text) => renderMessage(text, shell.translate);
  const program = new Command('copydesk')
    .description(say(message('Checks, fixes and exports articles: YAML front matter followed by an HTML body.')))
    .usage('COMMAND [PATH…] [OPTION…]')
    .version(version, '-V, --version', say(message('Print the version')))
    .helpOption('-h, --help', say(message('Print this help')))
    .helpCommand(false)
    .option('--language <tag>', say(message('Language of messages, such as en or zh-cn; else that of the environment')))
    .configureHelp(helpIn(shell.translate))
    .configureOutput(errorsIn(shell.translate))
    .exitOverride();
  const context: Context = { program, shell, say, ended };
  addCheck(context);
  addFix(context);
  addExport(context);
  addLearn(context);
  addRules(context);
  return program;
}

type Say = (text: Message) => string;

interface Context {
  readonly program: Command;
  readonly shell: Shell;
  readonly say: Say;
  readonly ended: (code: ExitCode) => void;
}

function addCheck({ program, shell, say, ended }: Context): void {
  const formats = message('text for people, json, jsonl or sarif for programs; else text, or jsonl for a stream');
  const levels = message(
    'The least severity that counts as failure: error, warning, info, never; else error, or never for a stream',
  );
  const command = commandOnPaths(program, 'check', say)
    .summary(say(message('Report what is wrong in articles')))
    .description(
      say(
        message(
          'Reports what is wrong in articles. Ends with 1 where something is as grave as --fail-on says, with 2 where an argument or a file was unusable, else with 0.',
        ),
      ),
    )
    .addOption(new Option('--format <format>', say(formats)).choices(checkFormats))
    .addOption(new Option('--fail-on <severity>', say(levels)).choices(failLevels))
    .addOption(jobsOption(say))
    .addOption(cacheOption(say))
    .addOption(changedSinceOption(say))
    .addOption(ruleOption(say))
    .addOption(schemaOption(say))
    .addOption(builtInSchemaOption(say))
    .addOption(catalogueOption(say))
    .addOption(repetitionOption(say))
    .addOption(shareOption(say))
    .action(async (paths: string[], options: CheckCommandOptions) => {
      const changed = await changedSince(options.changedSince, paths, shell);
      if (changed === 'unknown') return ended(exitCodes.unusable);
      ended(await check(paths, { ...options, changed, settings: await settingsOf(paths, options, shell) }, shell));
    });
  addExamples(command, shell.translate, [
    ['copydesk check', message('every article in the current folder')],
    ["copydesk check 'archive/2022-*.txt' --fail-on warning", message('a pattern; warnings count as failure')],
    ['copydesk check . --format sarif > copydesk.sarif', message('for a code scanning service')],
    ['copydesk check - < a.txt', message('standard input')],
    [
      'copydesk check archive --cache --changed-since main',
      message('the files that have changed since main, keeping the results'),
    ],
    ['copydesk check --rule front-matter.author-is-site=off', message('without one of the rules')],
  ]);
}

function addFix({ program, shell, say, ended }: Context): void {
  const command = commandOnPaths(program, 'fix', say)
    .summary(say(message('Fix what can be fixed safely')))
    .description(
      say(
        message(
          'Fixes what can be fixed without losing a word. Shows what would change as a unified diff; with --write, changes the files. What comes from standard input goes, fixed, to standard output.',
        ),
      ),
    )
    .option('--write', say(message('Change the files')), false)
    .option('--suggestions', say(message('Apply suggested fixes too; look at the result')), false)
    .addOption(ruleOption(say))
    .addOption(schemaOption(say))
    .addOption(builtInSchemaOption(say))
    .addOption(catalogueOption(say))
    .addOption(repetitionOption(say))
    .addOption(shareOption(say))
    .action(async (paths: string[], options: Omit<FixOptions, 'configOf'> & ConfigurationOptions) => {
      ended(await fix(paths, { ...options, configOf: await configOfPaths(paths, options, shell) }, shell));
    });
  addExamples(command, shell.translate, [
    ['copydesk fix', message('show what would change in the current folder')],
    ['copydesk fix archive --write', message('change the articles in a folder')],
    ['copydesk fix - < a.txt > b.txt', message('standard input, the fixed text to standard output')],
  ]);
}

function addExport({ program, shell, say, ended }: Context): void {
  const formats = message(
    'json, jsonl, csv, parquet, xlsx, markdown, jsonld or table; else by the ending of the output file, else json',
  );
  const command = commandOnPaths(program, 'export', say)
    .summary(say(message('Write the projects of articles as data')))
    .description(
      say(
        message(
          'Writes the numbered projects of articles, with their organisations, as data: json and jsonl hold one record an article, csv, parquet and xlsx one row a project, jsonld the vocabulary of schema.org; markdown and table are for reading.',
        ),
      ),
    )
    .addOption(new Option('--format <format>', say(formats)).choices(exportFormats))
    .option('--output <file>', say(message('Write to this file instead of standard output')))
    .option('--no-byte-order-mark', say(message('Begin csv without the byte order mark that Excel needs')))
    .addOption(jobsOption(say))
    .addOption(cacheOption(say))
    .addOption(changedSinceOption(say))
    .action(async (paths: string[], options: Omit<ExportOptions, 'changed'> & ChangedSince) => {
      const changed = await changedSince(options.changedSince, paths, shell);
      if (changed === 'unknown') return ended(exitCodes.unusable);
      ended(await exportArticles(paths, { ...options, changed }, shell));
    });
  addExamples(command, shell.translate, [
    ['copydesk export --format table', message('the projects in the current folder, for reading')],
    ['copydesk export archive --output projects.xlsx', message('a file for a spreadsheet')],
    ['copydesk export a.txt b.txt --format jsonl | jq .groups', message('one record a line, for another program')],
  ]);
}

function addLearn({ program, shell, say, ended }: Context): void {
  const command = commandOnPaths(program, 'learn', say)
    .summary(say(message('Suggest a catalogue of boilerplate from what articles repeat')))
    .description(
      say(
        message(
          'Counts what stands in many articles of one site and no rule finds, and writes it as rules of a catalogue. Look through them, give them their kinds, and keep them as .copydesk/boilerplate.yaml in the folder of the articles.',
        ),
      ),
    )
    .option('--output <file>', say(message('Add the rules to this file instead of writing them to standard output')))
    .addOption(shareOption(say))
    .addOption(catalogueOption(say))
    .action(async (paths: string[], options: LearnOptions) => {
      ended(await learn(paths, options, shell));
    });
  addExamples(command, shell.translate, [
    ['copydesk learn archive', message('show what the articles in a folder suggest')],
    [
      'copydesk learn archive --output archive/.copydesk/boilerplate.yaml',
      message('add it to the catalogue that counts for this folder'),
    ],
  ]);
}

function addRules({ program, shell, say, ended }: Context): void {
  program
    .command('rules')
    .summary(say(message('List the rules')))
    .description(say(message('Lists every rule: its code, its severity unless set otherwise, and what it finds.')))
    .usage('')
    .action(async () => {
      ended(await listRules(shell));
    });
}

function commandOnPaths(program: Command, name: string, say: Say): Command {
  const paths = message(
    'Files, folders, patterns, or - for standard input. A folder gives the articles in it. Default: the current folder',
  );
  return program.command(name).usage('[PATH…] [OPTION…]').argument('[PATH...]', say(paths));
}

type RuleSettings = LintConfig['rules'];

interface ConfigurationOptions {
  readonly rule?: RuleSettings;
  readonly frontMatterSchema?: readonly SchemaSource[];
  readonly builtInSchema: boolean;
  readonly catalogue: boolean;
  readonly repetition: boolean;
  readonly share?: number;
}

interface ChangedSince {
  readonly changedSince?: string;
}

interface CheckCommandOptions extends Omit<CheckOptions, 'settings' | 'changed'>, ConfigurationOptions, ChangedSince {}

async function configOfPaths(
  paths: readonly string[],
  options: ConfigurationOptions,
  shell: Shell,
): Promise<ConfigurationOf> {
  return configurations(...configurationOf(await settingsOf(paths, options, shell)), shell);
}

async function settingsOf(
  paths: readonly string[],
  { rule = {}, frontMatterSchema = [], builtInSchema, catalogue, repetition, share }: ConfigurationOptions,
  shell: Shell,
): Promise<CheckSettings> {
  const counted = repetition ? { repetition: await countRepetition(paths, share, shell) } : {};
  const schema = { builtIn: builtInSchema, sources: frontMatterSchema, problems: [] };
  return { rules: rule, schema, now: Date.now(), catalogue, ...counted };
}

/** Undefined where nobody asked; `unknown` where it cannot be found out, which the shell has been told. */
async function changedSince(
  revision: string | undefined,
  paths: readonly string[],
  shell: Shell,
): Promise<ChangedFiles | 'unknown' | undefined> {
  if (revision === undefined) return undefined;
  const changed = paths.includes(standardInput)
    ? message('--changed-since does not go together with standard input')
    : await filesChangedSince(revision);
  if (!('template' in changed)) return changed;
  shell.note(changed);
  return 'unknown';
}

function ruleOption(say: Say): Option {
  const description = message('Set the severity of a rule to error, warning, info, hint or off; may be repeated');
  return new Option('--rule <code=severity>', say(description)).argParser((setting, previous: RuleSettings = {}) => {
    const [code = '', severity = ''] = setting.split('=', 2);
    if (!allRules.some((rule) => rule.code === code)) {
      throw new InvalidArgumentError(say(message('there is no rule {0}; copydesk rules lists them', code)));
    }
    if (!isSetting(severity)) {
      throw new InvalidArgumentError(say(message('expected error, warning, info, hint or off behind the rule and =')));
    }
    return { ...previous, [code]: severity };
  });
}

/** Read while the arguments are, so that an unusable schema is an unusable argument and nothing is done with half of one. */
function schemaOption(say: Say): Option {
  const description = message('Check front matter against this JSON Schema, too; may be repeated');
  return new Option('--front-matter-schema <file>', say(description)).argParser(
    (file, previous: readonly SchemaSource[] = []) => {
      const source = readSchemaFile(file);
      if (!('schema' in source)) throw new InvalidArgumentError(say(source));
      return [...previous, source];
    },
  );
}

function builtInSchemaOption(say: Say): Option {
  return new Option(
    '--no-built-in-schema',
    say(message('Without the schema for front matter that Copydesk comes with')),
  );
}

function jobsOption(say: Say): Option {
  const description = message('How many threads work on many files; else one a processor');
  return new Option('--jobs <number>', say(description)).argParser((given) => {
    const jobs = Number(given);
    if (!Number.isInteger(jobs) || jobs < 1) throw new InvalidArgumentError(say(message('expected a number from 1')));
    return jobs;
  });
}

function cacheOption(say: Say): Option {
  return new Option('--cache', say(message('Keep the results, and use those of files that have not changed'))).default(
    false,
  );
}

function changedSinceOption(say: Say): Option {
  const description = message('Only files that differ from this revision of the Git repository, or are not in it');
  return new Option('--changed-since <revision>', say(description));
}

function catalogueOption(say: Say): Option {
  return new Option('--no-catalogue', say(message('Without the shipped catalogue of sites; general rules stay')));
}

function repetitionOption(say: Say): Option {
  return new Option(
    '--repetition',
    say(message('Find, too, what stands in many of these articles of one site')),
  ).default(false);
}

function shareOption(say: Say): Option {
  const description = message(
    'The part of the articles of a site in which a block has to stand, from 0 to 1; else 0.1',
  );
  return new Option('--share <number>', say(description)).argParser((written) => {
    const share = Number(written);
    if (!(share > 0 && share <= 1)) {
      throw new InvalidArgumentError(say(message('expected a number above 0 and up to 1')));
    }
    return share;
  });
}

function isSetting(word: string): word is Severity | 'off' {
  return ['error', 'warning', 'info', 'hint', 'off'].includes(word);
}
