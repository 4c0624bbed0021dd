import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../server/src/core/article/parse.ts';
import { emptyCatalogue } from '../../server/src/core/lint/catalogue/shipped.ts';
import { lint } from '../../server/src/core/lint/lint.ts';
import { fingerprintOf } from '../../server/src/core/lint/repetition/fingerprint.ts';
import { defaultLintConfig, type LintConfig } from '../../server/src/core/lint/rule.ts';
import { repeated } from '../../server/src/core/lint/rules/boilerplate/repeated.ts';
import { renderMessage } from '../../server/src/core/text/message.ts';
import { containsSpan } from '../../server/src/core/text/span.ts';
import { createRepetition, type RepetitionStatistics } from '../../server/src/workspace/repetition.ts';
import { type InventedArticle, inventArticles } from './invented-sites.ts';

function count(articles: readonly InventedArticle[]): RepetitionStatistics {
  const statistics = createRepetition();
  for (const { file, text } of articles) statistics.set(file, fingerprintOf(parseArticle(text)));
  return statistics;
}

/** Repetition alone: no catalogue, and no rule that knows what furniture looks like. */
function repetitionAlone(statistics: RepetitionStatistics): LintConfig {
  const boilerplate = { catalogue: emptyCatalogue, structure: false, repetition: statistics.current() };
  return { ...defaultLintConfig, boilerplate };
}

/** The texts of the lines that are found in an article. */
function foundLines(text: string, config: LintConfig): readonly string[] {
  const article = parseArticle(text);
  const spans = lint(article, config, { rules: [repeated] }).map(({ span }) => span);
  return article.body.lines
    .filter((line) => spans.some((span) => containsSpan(span, line.span)))
    .map((line) => line.text);
}

describe.each([1, 2, 3])('repetition alone, in 500 articles of three invented sites (seed %i)', (seed) => {
  const articles = inventArticles(500, seed);
  const config = repetitionAlone(count(articles));
  const results = articles.map((article) => ({ ...article, found: foundLines(article.text, config) }));

  it('finds nine tenths of the furniture, and next to nothing else', () => {
    let [expected, found, correct] = [0, 0, 0];
    for (const { furniture, found: lines } of results) {
      const wanted = new Set(furniture);
      expected += length(furniture);
      found += length(lines);
      correct += length(lines.filter((line) => wanted.has(line)));
    }
    expect(correct / expected).toBeGreaterThanOrEqual(0.9);
    expect(correct / found).toBeGreaterThanOrEqual(0.99);
  });

  it('never takes a sentence for furniture that articles share because they report the same', () => {
    const sharing = results.filter(({ shared }) => shared.length > 0);
    expect(sharing.length).toBeGreaterThan(50);
    for (const { found, shared } of sharing) {
      expect(found.filter((line) => shared.some((sentence) => line.includes(sentence)))).toEqual([]);
    }
  });
});

describe('a block that is repeated', () => {
  const articles = inventArticles(60);
  const [article] = articles;

  it('is reported with its numbers', () => {
    const config = repetitionAlone(count(articles));
    const messages = lint(parseArticle(article?.text ?? ''), config, { rules: [repeated] }).map((finding) =>
      renderMessage(finding.message),
    );
    expect(messages.some((text) => /^Stands in \d+ of \d+ articles of 长滩日报;/.test(text))).toBe(true);
  });

  it('is the same in whatever order files come, change and go', () => {
    const forwards = count(articles);
    const statistics = createRepetition();
    for (const { file, text } of [...inventArticles(60, 9), ...articles].reverse()) {
      statistics.set(file, fingerprintOf(parseArticle(text)));
      statistics.current();
    }
    for (const { file, text } of articles) statistics.set(file, fingerprintOf(parseArticle(text)));
    statistics.set('gone', fingerprintOf(parseArticle(article?.text ?? '')));
    statistics.set('gone', undefined);
    expect(blocksOf(statistics)).toEqual(blocksOf(forwards));
  });

  it('survives being written as JSON and read back', () => {
    const statistics = createRepetition();
    for (const { file, text } of articles) {
      statistics.set(file, JSON.parse(JSON.stringify(fingerprintOf(parseArticle(text)))));
    }
    expect(blocksOf(statistics)).toEqual(blocksOf(count(articles)));
  });

  it('is decided anew only where something has changed', () => {
    const statistics = count(articles);
    const before = statistics.current();
    statistics.set(article?.file ?? '', fingerprintOf(parseArticle(article?.text ?? '')));
    expect(statistics.current()).toBe(before);
    statistics.set(article?.file ?? '', undefined);
    expect(statistics.current()).not.toBe(before);
    expect(statistics.current().get('落叶周刊')).toBe(before.get('落叶周刊'));
  });
});

describe('what is no furniture although it is repeated', () => {
  const story = (index: number, ...lines: readonly string[]) =>
    `---\ntitle: '${'甲乙丙丁戊己庚辛壬癸'.charAt(index % 10)}${index}号渡船'\nsite: 某报\ndate: 2022-01-${String((index % 28) + 1).padStart(2, '0')}\n---\n<p>第${index}条消息说的是不同的事情，写在这里${index * 7}次。</p>\n${lines.join('\n')}\n`;
  const found = (texts: readonly string[]) => {
    const statistics = createRepetition();
    for (const [index, text] of texts.entries()) statistics.set(String(index), fingerprintOf(parseArticle(text)));
    return foundLines(texts[0] ?? '', repetitionAlone(statistics));
  };
  const twenty = (make: (index: number) => string) => Array.from({ length: 20 }, (_, index) => make(index));

  it.each([
    ['a heading over text', twenty((i) => story(i, '<h3>背景</h3>', `<p>这里是第${i}段${i * 13}不同的背景。</p>`))],
    ['a lead-in over text', twenty((i) => story(i, '<p>记者了解到：</p>', `<p>这里是第${i}段${i * 13}不同的话。</p>`))],
    ['a number', twenty((i) => story(i, '<p>2022</p>'))],
    ['the office that signs', twenty((i) => story(i, '<p>某某市人民政府办公室</p>'))],
    ['one article saved twenty times', twenty(() => story(3, '<p>渡船明天起停航三天。</p>'))],
    ['what only a handful of articles say', twenty((i) => story(i, ...(i < 4 ? ['<p>报纸由某印刷厂承印</p>'] : [])))],
    ['one day of a longer archive', twenty((i) => story(i, ...(i % 28 < 1 ? ['<p>今天大风</p>'] : [])))],
  ])('%s', (_name, texts) => {
    expect(found(texts)).toEqual([]);
  });

  it('but a slogan under twenty articles is', () => {
    expect(found(twenty((i) => story(i, '<p>报纸由某印刷厂承印</p>')))).toEqual(['报纸由某印刷厂承印']);
  });
});

function length(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}

function blocksOf(statistics: RepetitionStatistics) {
  return Object.fromEntries([...statistics.current()].map(([site, { blocks }]) => [site, [...blocks].sort()]));
}
