import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { projectColumns } from '../../server/src/core/export/project-rows.ts';
import { archiveArticle } from '../bench/archive.ts';
import { articleWith, useCopydesk } from './copydesk.ts';

const { run, put, inFolder } = useCopydesk();

function contentOf(file: string): ArrayBuffer {
  const bytes = readFileSync(file);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
}

it('Parquet holds the rows and columns of the record', async () => {
  put('a.txt', articleWith('<p>3.路灯（第1街道办）</p>\n'));
  put('b.txt', archiveArticle(7));
  put('none.txt', '---\ntitle: 无\n---\n<p>没有项目。</p>\n');
  const { code, stderr } = await run(['export', '--output', 'out.parquet', '--jobs', '2']);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringMatching(/written to out\.parquet\n$/) });
  const rows = await parquetReadObjects({ file: contentOf(inFolder('out.parquet')) });
  const records = JSON.parse((await run(['export', '--format', 'json'])).stdout);
  const expected = [];
  for (const { article, groups } of records) {
    for (const group of groups) {
      for (const project of group.projects) {
        const cells = projectColumns.map(({ name, cell }) => [name, cell({ article, group, project })] as const);
        expected.push(
          Object.fromEntries(cells.map(([name, cell]) => [name, typeof cell === 'number' ? BigInt(cell) : cell])),
        );
      }
    }
  }
  expect(rows.length).toBeGreaterThan(8);
  expect(rows).toEqual(expected);
});

it('Parquet is written in row groups, each a part of the rows', async () => {
  const items = Array.from({ length: 6000 }, (_, at) => `<p>${at + 1}.第${at}处路灯（第${at}街道办）</p>`).join('\n');
  for (const name of ['a', 'b', 'c', 'd']) put(`${name}.txt`, `---\ntitle: ${name}\n---\n<div>\n${items}\n</div>\n`);
  await run(['export', '--output', 'out.parquet']);
  const file = contentOf(inFolder('out.parquet'));
  const { row_groups, num_rows } = parquetMetadata(file);
  expect(Number(num_rows)).toBe(24_000);
  expect(row_groups.map((group) => Number(group.num_rows))).toEqual([12_000, 12_000]);
  const rows = await parquetReadObjects({ file, columns: ['file', 'number'], rowStart: 23_999 });
  expect(rows).toEqual([{ file: 'd.txt', number: 6000n }]);
});

it('Parquet without rows is a file that can be read', async () => {
  put('none.txt', '---\ntitle: 无\n---\n<p>没有项目。</p>\n');
  const { bytes } = await run(['export', '--format', 'parquet']);
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
  expect(
    parquetMetadata(file as ArrayBuffer)
      .schema.slice(1)
      .map(({ name }) => name),
  ).toEqual(projectColumns.map(({ name }) => name));
});
