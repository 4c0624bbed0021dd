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
  const found: NamedOrganization[] = [];
  let role: OrganizationRole | undefined;
  let isRoleGiven = false;
  let isPerson = false;
  for (const part of splitOutsideBrackets(text, from, to, '；;')) {
    for (const piece of rolePieces(text, part)) {
      if (piece.role !== undefined) {
        isPerson = /人$/.test(piece.role);
        role = roleOf(piece.role);
        isRoleGiven = true;
      }
      if (isPerson) continue;
      const names = readNames(text, piece.start, piece.end, isExpected || isRoleGiven);
      if (!names) return undefined;
      for (const name of names) found.push({ ...name, role: name.role ?? role });
    }
  }
  return found.length > 0 ? found : undefined;
}

interface RolePiece {
  readonly start: number;
  readonly end: number;
  /** The role word that the piece begins with. */
  readonly role: string | undefined;
}

/** Cuts "牵头单位：甲局，配合单位：乙局、丙局" before each role word; a text without any is one piece. */
function rolePieces(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): readonly RolePiece[] {
  const pieces: RolePiece[] = [];
  if (!/[：:]/.test(text.slice(start, end))) return [{ start, end, role: undefined }];
  for (const piece of splitOutsideBrackets(text, start, end, `，,、${whiteSpace}`)) {
    const prefix = rolePrefix.exec(text.slice(piece.start, piece.end));
    const last = pieces.at(-1);
    if (prefix) pieces.push({ start: piece.start + prefix[0].length, end: piece.end, role: prefix[1] });
    else if (last) pieces[pieces.length - 1] = { ...last, end: piece.end };
    else pieces.push({ start: piece.start, end: piece.end, role: undefined });
  }
  return pieces;
}

/** "责任单位：" or the like at the head of a line, which makes all of the line organisations. */
export function beginsWithRole(text: string): boolean {
  const prefix = rolePrefix.exec(text)?.[1];
  return prefix !== undefined && !/人$/.test(prefix);
}

/** Where a role word with its colon begins inside a line: "河道清淤，责任单位：区水务局". */
export function findRole(text: string, from: number): number | undefined {
  const match = roleInside.exec(text.slice(from));
  return match ? from + match.index + 1 : undefined;
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
  return bare.length >= 2 && bare.length <= longestName && hasOrganizationEnding(bare);
}

const longestName = 50;

const rolePrefix =
  /^\s*((?:\p{Script=Han}{0,8}(?:单位|部门|主体|机构|企业|院校)|(?:主要|项目)?(?:牵头|配合|责任|主办|承办|协办|申报|参与|完成|负责|实施)人?))\s*[：:]\s*/u;

const roleInside =
  /[\s，,；;。—](?:责任|牵头|主管|主办|承办|承担|实施|建设|配合|协办|申报|参与|完成|负责|推荐)(?:责任|主管|实施)?(?:单位|部门|主体|企业)?[：:]/;

function readNames(
  text: string,
  from: number,
  to: number,
  isAnyNameFine: boolean,
): readonly NamedOrganization[] | undefined {
  const fine = (name: NamedOrganization): boolean =>
    isAnyNameFine || name.role !== undefined || isOrganizationName(name.name);
  const bySpace = namesBetween(text, from, to, `、，,/／|${whiteSpace}`);
  if (bySpace.every(fine) && (!isAnyNameFine || bySpace.every(({ name }) => isOrganizationName(name)))) return bySpace;
  const withSpaces = namesBetween(text, from, to, '、，,/／|');
  return withSpaces.every(fine) ? withSpaces : undefined;
}

function namesBetween(text: string, from: number, to: number, separators: string): NamedOrganization[] {
  const names: NamedOrganization[] = [];
  for (const piece of splitOutsideBrackets(text, from, to, separators)) {
    for (const { start, end } of splitAtConjunction(text, piece)) {
      const written = text.slice(start, end);
      const role = roleSuffixes.has(written.slice(-2)) ? written.slice(-2) : undefined;
      const withOthers = role ? written.slice(0, -2).trimEnd() : written;
      const name = withOthers.includes('等') ? withOthers.replace(andOthers, '') : withOthers;
      if (!name || noName.test(name)) continue;
      names.push({ name, start, end: start + name.length, role: role ? roleOf(role) : undefined });
    }
  }
  return names;
}

/** What stands behind a name to say its part: "新区建设局牵头". */
const roleSuffixes: ReadonlySet<string> = new Set(['牵头', '配合', '主办', '承办', '协办', '负责', '参与', '协同']);

/** What stands in a place for organisations where there are none. */
const noName = /^(?:[—\-–/]+|无)$/;

/** "等", "等部门", "等5个单位" after the last name. */
const andOthers = /等(?:相关)?(?:[\d一二三四五六七八九十]{0,3}[个家]?(?:部门|单位|机构|企业))?$/;

/** "甲局和乙局" is two names, "自然资源和规划局" is one: a conjunction divides only where a name ends before it. */
function splitAtConjunction(
  text: string,
  piece: { readonly start: number; readonly end: number },
): readonly { readonly start: number; readonly end: number }[] {
  const written = text.slice(piece.start, piece.end);
  const at = written.search(/[和及与]/);
  if (
    at < 2 ||
    at + 2 >= written.length ||
    !isOrganizationName(written.slice(0, at)) ||
    !isOrganizationName(written.slice(at + 1))
  )
    return [piece];
  const middle = piece.start + at;
  return [{ start: piece.start, end: middle }, ...splitAtConjunction(text, { start: middle + 1, end: piece.end })];
}

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
  if (!/[)）]$/.test(name)) return name;
  const open = /[（(][^（()）]*[)）]$/.exec(name);
  return open && open.index > 0 ? name.slice(0, open.index) : name;
}
