/** Hand-written front matter has never been seen to nest deeper than four levels. */
const deepestNesting = 64;

/** About two seconds of parsing. The longest front matter that an archive writes has some hundred parts. */
const mostTokens = 100_000;

/**
 * True for YAML that no parser should be given: nested deeper than {@link deepestNesting} or with more than
 * {@link mostTokens} parts. Parsers recurse as deep as their input nests, and a stack that is used up cannot be caught
 * everywhere (V8 ends the process when it compiles a regular expression at that moment).
 *
 * It looks at each character once and knows as much of YAML as that takes: indentation, the indicators at the head of a
 * line, colons, brackets, and quoted texts, in which none of these mean anything. Where it errs (a quoted text or a block
 * of several lines) it counts too much. Lines end with LF.
 */
export function isTooMuch(source: string): boolean {
  const indents: number[] = [];
  let tokens = 0;
  let openBrackets = 0;
  let start = 0;
  while (start < source.length) {
    const lineEnd = source.indexOf('\n', start);
    const end = lineEnd < 0 ? source.length : lineEnd;
    const line = scanLine(source, start, end, openBrackets);
    openBrackets = line.openBrackets;
    if (line.indent < end - start) {
      while ((indents.at(-1) ?? -1) >= line.indent) indents.pop();
      indents.push(line.indent);
    }
    tokens += line.tokens + 1;
    if (tokens > mostTokens || indents.length + line.indicators + line.deepestBrackets > deepestNesting) return true;
    start = end + 1;
  }
  return false;
}

interface ScannedLine {
  readonly indent: number;
  /** The dashes, question marks and colons that open another level. */
  readonly indicators: number;
  readonly openBrackets: number;
  readonly deepestBrackets: number;
  readonly tokens: number;
}

function scanLine(source: string, start: number, end: number, bracketsBefore: number): ScannedLine {
  let at = start;
  while (at < end && source.charCodeAt(at) === space) at++;
  const indent = at - start;
  let openBrackets = bracketsBefore;
  let deepestBrackets = openBrackets;
  let indicators = 0;
  let tokens = 0;
  let isTokenStart = true;
  let isPlain = false;
  while (at < end) {
    const code = source.charCodeAt(at);
    const endsWord = at + 1 === end || source.charCodeAt(at + 1) === space;
    if (isTokenStart && (code === singleQuote || code === doubleQuote)) {
      at = endOfQuoted(source, at, end, code);
      isTokenStart = false;
      tokens++;
      continue;
    }
    if (endsWord && (code === colon || (isTokenStart && (code === dash || code === questionMark)))) {
      indicators++;
      tokens++;
      isTokenStart = true;
      isPlain = false;
    } else if ((code === openBracket || code === openBrace) && (openBrackets > 0 || !isPlain)) {
      openBrackets++;
      deepestBrackets = Math.max(deepestBrackets, openBrackets);
      tokens++;
      isTokenStart = true;
    } else if ((code === closeBracket || code === closeBrace || code === comma) && openBrackets > 0) {
      if (code !== comma) openBrackets--;
      tokens++;
      isTokenStart = true;
    } else if (code !== space) {
      if (isTokenStart) tokens++;
      // A tag or an anchor stands before the value, which begins behind it.
      isTokenStart = isTokenStart && (code === exclamationMark || code === ampersand);
      isPlain = !isTokenStart;
    } else if (!isPlain) {
      isTokenStart = true;
    }
    at++;
  }
  return { indent, indicators, openBrackets, deepestBrackets, tokens };
}

/** The offset behind a quoted text, or the end of the line where it is not closed there. */
function endOfQuoted(source: string, start: number, end: number, quote: number): number {
  for (let at = start + 1; at < end; at++) {
    const code = source.charCodeAt(at);
    if (code === backslash && quote === doubleQuote) at++;
    else if (code === quote) return at + 1;
  }
  return end;
}

const space = 32;
const exclamationMark = 33;
const doubleQuote = 34;
const ampersand = 38;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const questionMark = 63;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
