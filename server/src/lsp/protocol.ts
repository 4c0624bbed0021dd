/**
 * What the client and the server say to each other beyond the Language Server Protocol. Plain types and names only:
 * the client imports this file, and nothing that runs.
 */

import type { ExportFormat } from '../core/export/format.ts';

export type { ExportFormat };

/** Sent by our own client as `initializationOptions`; another client may leave out any of it. */
export interface InitializationOptions {
  /** A URI ending in `/`; the page of a rule is this plus `<code>.md`. Left out: the pages beside the server. */
  readonly documentationBase?: string;
  /** Where the reader's clock stands, an IANA name such as `Asia/Shanghai`. Left out: the zone of the server's machine. */
  readonly timeZone?: string;
  /** A BCP 47 tag such as `zh-cn`. Left out: the client's `locale`. */
  readonly language?: string;
  /** The commands below that the client has, for the server to offer. Left out: none. */
  readonly commands?: readonly string[];
  /** The client answers {@link listFilesRequest} and {@link readFileRequest}. */
  readonly files?: boolean;
  /** The client wants to be told when the index has changed, see {@link indexChangedNotification}. */
  readonly followsIndex?: boolean;
  /** The URI of a folder where the server may keep what it knows of the articles. Left out: nothing is kept. */
  readonly storage?: string;
}

/** The command that exports projects; the server offers it with a {@link GroupExport}. */
export const exportCommand = 'copydesk.exportProjects';

/** What the code lens of a group gives to the export command. */
export interface GroupExport {
  /** The URI of the article. */
  readonly article: string;
  /** Which of the article's groups, counted from 0 in reading order. */
  readonly group: number;
}

/** The section `copydesk` of the settings that the server reads, see `package.json` for each. */
export interface ServerSettings {
  readonly enable: boolean;
  readonly rules: Readonly<Record<string, 'off' | 'error' | 'warning' | 'info' | 'hint'>>;
  readonly frontMatter: {
    readonly requiredKeys: readonly string[];
    /** A JSON Schema, the path of one, or a list of either. */
    readonly schema: unknown;
    readonly builtInSchema: boolean;
  };
  readonly hover: { readonly images: boolean };
  readonly codeLens: { readonly groups: boolean };
  readonly inlayHints: { readonly figures: boolean };
  readonly boilerplate: { readonly catalogue: boolean; readonly repetitionShare: number };
  readonly index: {
    readonly enable: boolean;
    readonly include: readonly string[];
    readonly exclude: readonly string[];
    readonly askAbove: number;
    readonly problems: boolean;
  };
}

/** Answered with an {@link IndexState} once the index of the client's folders has taken in all that is known by then. */
export const indexSettledRequest = 'copydesk/index/settled';

/** What the client can be told of the index. */
export interface IndexState {
  /** `idle`: there is no folder. `off`: no folder is to be indexed. `stopped`: the user did not want it finished. */
  readonly state: 'idle' | 'off' | 'building' | 'complete' | 'stopped';
  readonly articleCount: number;
  /** Of the files of the folder that is being read. Left out: none is. */
  readonly progress?: { readonly done: number; readonly total: number };
}

/** Asked by the server for folders that it cannot read itself: the files in a folder, as far as they may be articles. */
export const listFilesRequest = 'copydesk/files/list';

export interface ListFilesParams {
  /** A URI ending in `/`. */
  readonly folder: string;
}

export interface FileList {
  /** URIs, each beginning with that of a folder. */
  readonly files: readonly string[];
}

/** Asked by the server for the decoded text of a file, without byte order mark. */
export const readFileRequest = 'copydesk/files/read';

export interface ReadFileParams {
  readonly uri: string;
}

export interface FileText {
  /** Null where there is no such file, it is no text, or an editor that opens it would lose something. */
  readonly text: string | null;
}

/** Fixes articles that need not be open: all that a program may fix unasked, and apart from that what a person may want. */
export const cleanRequest = 'copydesk/clean';

export interface CleanParams {
  readonly articles: readonly CleanSource[];
  /** Whether fixes that a person has to decide about are wanted, too. */
  readonly suggestions: boolean;
}

export interface CleanSource {
  readonly uri: string;
  /** The decoded text, without byte order mark. */
  readonly text: string;
}

export interface CleanResult {
  /** Only those in which there is something to fix. */
  readonly articles: readonly CleanedArticle[];
}

export interface CleanedArticle {
  readonly uri: string;
  readonly fixedCount: number;
  /** The safe ones. Sorted and disjoint, together with those of the suggestions; lines and UTF-16 units count from 0. */
  readonly edits: readonly PlainEdit[];
  readonly suggestions: readonly SuggestedFix[];
}

export interface SuggestedFix {
  readonly title: string;
  readonly edits: readonly PlainEdit[];
}

export interface PlainEdit {
  readonly range: PlainRange;
  readonly newText: string;
}

export interface PlainRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** What a selection would be as a rule of the user's catalogue, and how many articles of the workspace it would touch. */
export const proposeRuleRequest = 'copydesk/boilerplate/propose';

export interface ProposeRuleParams {
  readonly uri: string;
  readonly range: PlainRange;
}

export interface ProposedRule {
  readonly site: string | null;
  /** What the rule may look for, the plainest first; none where nothing in the selection can be told from other things. */
  readonly choices: readonly RuleChoice[];
  /** How many articles were looked at. */
  readonly articleCount: number;
}

export interface RuleChoice {
  readonly by: RuleMatcher;
  readonly values: readonly string[];
  readonly touchedCount: number;
  /** The kinds that fit, the likeliest first. */
  readonly kinds: readonly RuleKind[];
}

export type RuleMatcher = 'selector' | 'text' | 'pattern' | 'comment' | 'image';

export interface RuleKind {
  /** As catalogues write it. */
  readonly kind: string;
  /** As people call it, in the client's language. */
  readonly label: string;
}

/** The edit of the user's catalogue that adds the rule. */
export const addRuleRequest = 'copydesk/boilerplate/add';

export interface AddRuleParams extends ProposeRuleParams {
  readonly by: RuleMatcher;
  readonly kind: string;
}

export interface AddedRule {
  /** Null where the catalogue cannot be changed, because it is no YAML with rules. */
  readonly edit: { readonly uri: string; readonly isNew: boolean; readonly edits: readonly PlainEdit[] } | null;
}

/**
 * Writes the projects of articles in a format, while the articles come: the server asks for them with
 * {@link exportReadRequest}, and gives what it has written with {@link exportWriteRequest}, so that neither side has to hold
 * all of it. The client may cancel.
 */
export const exportRequest = 'copydesk/export';

export interface ExportParams {
  /** The client's name for this export, in the requests that belong to it. */
  readonly export: number;
  readonly format: ExportFormat;
  /** Only for `csv`: begin with a byte order mark, so that spreadsheets read it as UTF-8. */
  readonly byteOrderMark: boolean;
  /** Of each article only this group, counted from 0 in reading order. Left out: all. */
  readonly group?: number | undefined;
}

export interface ExportResult {
  readonly articleCount: number;
  readonly groupCount: number;
  readonly projectCount: number;
}

/** Asked by the server of the client: the next articles. Those that are there are asked for while others are worked on. */
export const exportReadRequest = 'copydesk/export/read';

export interface ExportReadParams {
  readonly export: number;
}

export interface ExportSources {
  readonly articles: readonly ExportSource[];
  /** There are no more after these. */
  readonly isLast: boolean;
}

export interface ExportSource {
  /** How the record names the file. */
  readonly file: string;
  /** The decoded text, without byte order mark. */
  readonly text: string;
  /** The address that opens the file at a line, in whose place `{line}` stands. Left out: the result has no links to it. */
  readonly link?: string | undefined;
}

/** Asked by the server of the client: to append this to the result. */
export const exportWriteRequest = 'copydesk/export/write';

export interface ExportWriteParams {
  readonly export: number;
  /** Text to be written as UTF-8, or bytes in Base64 (RFC 4648, section 4). */
  readonly content: string;
  readonly encoding: 'utf-8' | 'base64';
}

/**
 * Answered with a {@link FileList}: the files in all folders of the client that may be articles, as far as the settings and
 * `.gitignore` do not leave them out, in the order of their URIs. Works without an index, too.
 */
export const listArticlesRequest = 'copydesk/articles/list';

/** A part of a list of the tree of articles, as it is known by now. */
export const articleTreeRequest = 'copydesk/articles/tree';

export type ArticleGrouping = 'site' | 'category' | 'problem' | 'organization';

export interface ArticleTreeParams {
  readonly grouping: ArticleGrouping;
  /** Left out: the groups themselves. Null: of the articles that belong to none. */
  readonly group?: string | null | undefined;
  /** The URI of an article: the list is what it holds of the group. Left out: the articles of the group. */
  readonly article?: string | undefined;
  /** The list's first item that is wanted, counted from 0. */
  readonly offset: number;
}

export interface ArticleTreeList {
  /** The first of them, or those from the offset on. */
  readonly items: readonly ArticleTreeItem[];
  /** What follows after these; only where the list was asked for from its beginning. */
  readonly rest: readonly ArticleTreeRange[];
}

/** A part of a list that can be asked for by its offset. */
export interface ArticleTreeRange {
  readonly offset: number;
  readonly length: number;
  /** The names of its first and its last item. */
  readonly first: string;
  readonly last: string;
}

export type ArticleTreeItem = ArticleTreeGroup | ArticleTreeArticle | ArticleTreePlace;

export interface ArticleTreeGroup {
  readonly kind: 'group';
  /** Null for the articles that belong to none. */
  readonly value: string | null;
  readonly articleCount: number;
  /** How often the organisation is named, or the rule found something. */
  readonly useCount: number;
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
}

export interface ArticleTreeArticle {
  readonly kind: 'article';
  readonly uri: string;
  readonly title: string | null;
  /** How much it holds of the group: findings of the rule, otherwise projects. */
  readonly count: number;
  /** The first of those findings. Left out: the beginning of the article. */
  readonly range?: PlainRange;
}

/** A project, an organisation in the text, or a finding. */
export interface ArticleTreePlace {
  readonly kind: 'project' | 'mention' | 'finding';
  readonly uri: string;
  readonly range: PlainRange;
  /** The title of the project, the organisation as it is written, or what was found. */
  readonly label: string;
  /** Of a project in its article its organisations; of what stands under an organisation the title of its article. */
  readonly detail: string;
  readonly severity?: 'error' | 'warning' | 'info' | 'hint';
}

/** Answered with a {@link FileList}: the articles of a group, in the order of their URIs. */
export const articleGroupRequest = 'copydesk/articles/group';

export interface ArticleGroupParams {
  readonly grouping: ArticleGrouping;
  readonly group: string | null;
}

/**
 * Told to a client that follows the index, when it has changed: with its {@link IndexState}, and not too often. Such a client
 * shows the progress by itself.
 */
export const indexChangedNotification = 'copydesk/index/changed';

/** Reads the articles of all folders, also where the user did not want that before. */
export const buildIndexRequest = 'copydesk/index/build';

/** Leaves the index as far as it is. */
export const stopIndexRequest = 'copydesk/index/stop';
