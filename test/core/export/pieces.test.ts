import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import { exportFormats, type FormatOptions, formatRecords } from '../../../server/src/core/export/format.ts';
import { streamRecords } from '../../../server/src/core/export/pieces.ts';
import { type ExportRecord, toRecord } from '../../../server/src/core/export/record.ts';

const article = parseArticle(`---
title: 小巷路灯
---
<p>一、市级项目（2件）</p>
<p>1.小巷路灯补亮1240盏（市城管局）</p>
<p>2.操场，"球场"开放（市教育局、市体育局）</p>
`);
const records = ['a.txt', 'b.txt', 'c.txt'].map((file) => toRecord(article, file));
const options: FormatOptions = {
  byteOrderMark: true,
  translate: (template) => template,
  linkTo: (file, line) => `${file}#L${line}`,
};

describe.each(exportFormats)('%s that comes in chunks', (format) => {
  it.each([0, 1, 2, 3])('is what comes at once, of %i articles', async (count) => {
    const some = records.slice(0, count);
    const chunks: Uint8Array[] = [];
    for await (const chunk of streamRecords(arriving(some), format, options)) chunks.push(Buffer.from(chunk));
    expect(Buffer.concat(chunks)).toEqual(Buffer.from(formatRecords(some, format, options)));
  });
});

async function* arriving(some: readonly ExportRecord[]): AsyncGenerator<ExportRecord> {
  for (const record of some) yield await Promise.resolve(record);
}
