import { codesOf } from '../text/codes.ts';
import { simplify } from './chinese-script.ts';
import { hasOrganizationEnding } from './organization-endings.ts';
import type { OrganizationRole } from './projects.ts';

/** An organisation's name in a text. Offsets are into the text that was read. */
export interface NamedOrganization {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly role: OrganizationRole | undefined;
}

/**
 * Reads `[from, to)` of a text as a list of organisations and nothing else: "市司法局 市发展改革委",
 * "牵头单位：甲局；配合单位：乙局、丙局", "甲局牵头，乙局配合".
 *
 * Undefined when a part of it names no organisation. With a role before the names (责任单位：) any name will do, and so
 * it will where `isExpected` says that the lists around have organisations in this place.
 */
export function readOrganizations(
  text: string,
  from: number,
  to: number,
  isExpected = false,
): readonly NamedOrganization[] | undefined {
  if (isSingleName(text, from, to)) {
    const name = readName(text, from, to);
    return name && (isExpected || isFine(name)) ? [name] : undefined;
  }
  const found: NamedOrganization[] = [];
  let role: OrganizationRole | undefined;
  let isRoleGiven = false;
  let isOther = false;
  for (const part of splitOutsideBrackets(text, from, to, '；;')) {
    for (const piece of rolePieces(text, part)) {
      if (piece.label !== undefined) {
        isOther = !namesOrganizations(piece.label);
        role = roleOf(piece.label);
        isRoleGiven = !isOther;
      }
      if (isOther) continue;
      const names = readNames(text, piece.start, piece.end, isExpected || isRoleGiven);
      if (!names) return undefined;
      for (const name of names) found.push(name.role || !role ? name : { ...name, role });
    }
  }
  return found.length > 0 ? found : undefined;
}

/** Chinese characters alone, and none that may divide them: what most brackets hold, and what needs no division. */
function isSingleName(text: string, from: number, to: number): boolean {
  if (to - from > longestName) return false;
  let before = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x4e00 || code > 0x9fff || mayDivide(before, code)) return false;
    before = code;
  }
  return true;
}

/** True at the end of each {@link conjunction}. */
function mayDivide(before: number, code: number): boolean {
  switch (code) {
    case 0x548c: // 和
    case 0x53ca: // 及
    case 0x4e0e: // 与
      return true;
    case 0x540c: // 同
      return before === 0x4f1a; // 会
    case 0x5408: // 合
      return before === 0x8054; // 联
    default:
      return false;
  }
}

interface RolePiece {
  readonly start: number;
  readonly end: number;
  /** The word before the colon that the piece begins with, 责任单位 or 完成时限. */
  readonly label: string | undefined;
}

/** Cuts "牵头单位：甲局，配合单位：乙局、丙局，完成时限：6月" before each label; a text without any is one piece. */
function rolePieces(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly RolePiece[] {
  const pieces: RolePiece[] = [];
  if (!/[：:】｜|]/.test(text.slice(start, end))) return [{ start, end, label: undefined }];
  for (const piece of splitOutsideBrackets(text, start, end, `，,、${whiteSpace}`)) {
    const own = text.slice(piece.start, piece.end);
    const label = readLabel(own);
    const last = pieces.at(-1);
    if (label) pieces.push({ start: piece.start + label.length, end: piece.end, label: label.word });
    else if (last) pieces[pieces.length - 1] = { ...last, end: piece.end };
    else pieces.push({ start: piece.start, end: piece.end, label: undefined });
  }
  return pieces;
}

/** "责任单位：", "【牵头单位】", "完成时限：" at the head of a text, with the length that it takes. */
function readLabel(text: string): { readonly word: string; readonly length: number } | undefined {
  const plain = simplify(text);
  const match = rolePrefix.exec(plain) ?? otherPrefix.exec(plain);
  const word = match?.[1] ?? match?.[2];
  return match && word !== undefined ? { word, length: match[0].length } : undefined;
}

/** False for the labels of people, dates and other things that are told beside the organisations. */
function namesOrganizations(label: string): boolean {
  return !/人$/.test(label) && roleWord.test(label);
}

/** "责任单位：" or the like at the head of a line, which makes all of the line organisations. */
export function beginsWithRole(text: string): boolean {
  const match = rolePrefix.exec(simplify(text));
  const word = match?.[1] ?? match?.[2];
  return word !== undefined && namesOrganizations(word);
}

/** Where a role word with its colon begins inside a line: "河道清淤，责任单位：区水务局". */
export function findRole(text: string, from: number): number | undefined {
  const rest = text.slice(from);
  const match = roleInside.exec(rest);
  if (match) return from + match.index + 1;
  const bracketed = rest.includes('【') ? roleInBrackets.exec(rest)?.index : undefined;
  return bracketed === undefined ? undefined : from + bracketed;
}

/** What a role word says of the organisations that it stands with; undefined where it tells no part. */
export function roleOf(word: string): OrganizationRole | undefined {
  if (/配合|协办|协助|参与|参加|协同|支持/.test(word)) return 'support';
  if (/申报|申请|报送|推荐|完成/.test(word)) return 'applicant';
  if (/牵头|责任|主责|主办|负责|实施|承担|承办|主管|建设|起草/.test(word)) return 'lead';
  return undefined;
}

/** True for a name that ends as the names of offices, companies, schools and associations do, a bracket behind it aside. */
export function isOrganizationName(name: string): boolean {
  const bare = withoutTrailingBracket(name.trim());
  return bare.length >= 2 && bare.length <= longestName && hasOrganizationEnding(simplify(bare));
}

const longestName = 50;

const roleWords =
  '\\p{Script=Han}{0,8}(?:单位|部门|主体|机构|企业|院校)(?:名称)?|(?:主要|项目|联合|共同)?(?:牵头|配合|责任|主办|承办|协办|申报|参与|完成|负责|实施)人?';
const roleWord = new RegExp(`^(?:${roleWords})$`, 'u');
/** Symbols may stand before it ("●责任单位："), and brackets around it ("【责任单位】"). */
const rolePrefix = new RegExp(
  `^[\\s\\p{So}•·]*(?:[【〔]\\s?(${roleWords})\\s?[】〕]\\s?[：:]?|(${roleWords})\\s?[：:｜|])\\s*`,
  'u',
);
const otherPrefix = /^\s*(?:【(\p{Script=Han}{2,8})】[：:]?|(\p{Script=Han}{2,8})[：:])\s*/u;

const roleInside =
  /[\s，,；;。—)）](?:责任|牵头|主管|主办|承办|承担|实施|建设|配合|协办|申报|参与|完成|负责|推荐)(?:责任|主管|实施)?(?:单位|部门|主体|企业)?[：:]/;

const roleInBrackets = new RegExp(`【(?:${roleWords})】`, 'u');

function readNames(
  text: string,
  from: number,
  to: number,
  isAnyNameFine: boolean,
): readonly NamedOrganization[] | undefined {
  const fine = (name: NamedOrganization): boolean => isAnyNameFine || isFine(name);
  const bySpace = namesBetween(text, from, to, `、，,/／|${whiteSpace}`);
  if (bySpace.every(fine) && (!isAnyNameFine || bySpace.every(({ name }) => isOrganizationName(name)))) return bySpace;
  const withSpaces = namesBetween(text, from, to, '、，,/／|');
  return withSpaces.every(fine) ? withSpaces : undefined;
}

/** What is said to have a part, or ends as names of organisations do. */
function isFine({ name, role }: NamedOrganization): boolean {
  return role !== undefined || isOrganizationName(name);
}

function namesBetween(text: string, from: number, to: number, separators: string): NamedOrganization[] {
  const names: NamedOrganization[] = [];
  for (const piece of splitOutsideBrackets(text, from, to, separators)) {
    for (const { start, end } of splitAtConjunction(text, piece)) {
      const name = readName(text, start, end);
      if (name) names.push(name);
    }
  }
  return withSharedRoles(names);
}

/** The name in `[from, to)`, without what is said of its part; undefined for a remark on time and the like. */
function readName(text: string, from: number, to: number): NamedOrganization | undefined {
  const start = text.charAt(from) === '由' ? from + 1 : from;
  const written = text.slice(start, to);
  if (timeStarts.has(written.charCodeAt(0)) && remarkOnTime.test(written)) return undefined;
  // One look at the last character spares most names the pattern.
  const suffix = roleSuffixEnds.has(written.charCodeAt(written.length - 1)) ? roleSuffix.exec(written) : null;
  const withOthers = suffix ? written.slice(0, suffix.index).trimEnd() : written;
  const name = withOthers.includes('等') ? withOthers.replace(andOthers, '') : withOthers;
  if (!name || (noNameStarts.has(name.charCodeAt(0)) && noName.test(name))) return undefined;
  return { name, start, end: start + name.length, role: suffix ? roleOf(suffix[1] ?? '') : undefined };
}

/** In "甲局、乙局牵头" the part behind the last name is that of all before it. */
function withSharedRoles(names: NamedOrganization[]): NamedOrganization[] {
  let role: OrganizationRole | undefined;
  for (let at = names.length - 1; at >= 0; at--) {
    const name = names[at];
    role = name?.role ?? role;
    if (name && role) names[at] = { ...name, role };
  }
  return names;
}

/** What stands behind a name to say its part: "新区建设局牵头", "各部门按职责分工负责". */
const roleSuffix =
  /(?:共同|联合|分别|具体|按职责分工|按职责|按分工)?(牵头|配合|主办|承办|协办|负责|参与|协同|落实|实施)$/;

const roleSuffixEnds = codesOf('头合办责与同实施');

/** What stands in a place for organisations where there are none. */
const noName = /^(?:[—\-–/]+|无)$/;
const noNameStarts = codesOf('—-–/无');

const timeStarts = codesOf('于在今明年长持0123456789');

/** "6月底前完成", "2022年12月": when it is to be done, among the names of those who are to do it. */
const remarkOnTime = /^(?:于|在)?(?:20\d\d年|\d{1,2}月|[今明]?年内|年底|长期|持续).{0,12}$/;

/** "等", "等部门", "等5个单位" after the last name. */
const andOthers = /等(?:相关)?(?:[\d一二三四五六七八九十]{0,3}[个家]?(?:部门|单位|机构|企业))?$/;

/** "甲局和乙局" is two names, "自然资源和规划局" is one: a conjunction divides only where a name ends before it. */
function splitAtConjunction(
  text: string,
  piece: { readonly start: number; readonly end: number },
): readonly { readonly start: number; readonly end: number }[] {
  const written = text.slice(piece.start, piece.end);
  const match = conjunction.exec(written);
  if (!match || match.index < 2) return [piece];
  const next = match.index + match[0].length;
  if (
    !isOrganizationName(written.slice(0, match.index)) ||
    !isOrganizationName(written.slice(next).replace(roleSuffix, ''))
  )
    return [piece];
  const middle = { start: piece.start, end: piece.start + match.index };
  return [middle, ...splitAtConjunction(text, { start: piece.start + next, end: piece.end })];
}

const conjunction = /会同|联合|以及|[和及与]/;

const whiteSpace = ' \t\n\r\u00a0\u3000';

/** The trimmed, non-empty pieces of `[from, to)` between separators that no bracket encloses. */
function splitOutsideBrackets(
  text: string,
  from: number,
  to: number,
  separators: string,
): readonly { readonly start: number; readonly end: number }[] {
  const pieces: { start: number; end: number }[] = [];
  let depth = 0;
  let start = from;
  const close = (end: number): void => {
    let first = start;
    let last = end;
    while (first < last && whiteSpace.includes(text[first] ?? '.')) first++;
    while (last > first && whiteSpace.includes(text[last - 1] ?? '.')) last--;
    if (last > first) pieces.push({ start: first, end: last });
  };
  for (let at = from; at < to; at++) {
    const character = text[at] ?? '';
    // Nearly all characters are letters, and one look tells.
    if (isLetter(character)) continue;
    if ('（([【《'.includes(character)) depth++;
    else if ('）)]】》'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character)) {
      close(at);
      start = at + 1;
    }
  }
  close(to);
  return pieces;
}

function isLetter(character: string): boolean {
  return (character >= '\u4e00' && character <= '\u9fff') || (character >= 'a' && character <= 'z');
}

function withoutTrailingBracket(name: string): string {
  if (!name.endsWith(')') && !name.endsWith('）')) return name;
  const open = /[（(][^（()）]*[)）]$/.exec(name);
  return open && open.index > 0 ? name.slice(0, open.index) : name;
}
