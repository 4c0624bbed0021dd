import { Readability } from '@mozilla/readability';
import { load } from 'cheerio/slim';
import { DOMParser } from 'linkedom';
import { parseDocument } from 'yaml';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { toRecord } from '../../../server/src/core/export/record.ts';
import { lint } from '../../../server/src/core/lint/lint.ts';
import { defaultLintConfig } from '../../../server/src/core/lint/rule.ts';
import { sliceSpan } from '../../../server/src/core/text/span.ts';
import { archiveArticle } from '../archive.ts';
import { medians } from '../measure.ts';

/** So many different articles are worked through in each round. */
const articleCount = 200;

/** Readability takes so long that a part of them has to do. */
const articlesForReadability = 40;

/** Milliseconds an article on one core, in turn over many different articles: ours, the floor, and Readability. */
export function measurePipeline() {
  const texts = Array.from({ length: articleCount }, (_, number) => archiveArticle(number));
  const parts = texts.map((text) => {
    const { body, frontMatter } = parseArticle(text);
    return { body: sliceSpan(text, body.span), head: frontMatter ? sliceSpan(text, frontMatter.content) : '' };
  });
  const { floor, pipeline } = medians(
    {
      floor: { run: () => parts.map(({ body, head }) => [load(body), parseDocument(head)]) },
      pipeline: { run: () => texts.map(everything) },
    },
    { seconds: 20, rounds: 40 },
  );
  const { readability } = medians(
    { readability: { run: () => parts.slice(0, articlesForReadability).map(({ body }) => readable(body)) } },
    { seconds: 15, rounds: 10 },
  );
  return {
    bytes: Buffer.byteLength(texts.join('')) / articleCount,
    floor: floor / articleCount,
    pipeline: pipeline / articleCount,
    readability: readability / articlesForReadability,
  };
}

/** Parse, lint, projects, record. */
function everything(text: string): unknown {
  const article = parseArticle(text);
  return [lint(article, defaultLintConfig), toRecord(article, 'a.txt')];
}

function readable(body: string): unknown {
  const page = `<!doctype html><html><head><title>a</title></head><body>${body}</body></html>`;
  return new Readability(new DOMParser().parseFromString(page, 'text/html')).parse();
}
