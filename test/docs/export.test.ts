import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFormats, fileEndings } from '../../server/src/core/export/format.ts';
import { projectColumns } from '../../server/src/core/export/project-rows.ts';
import { articleColumns, figureColumns } from '../../server/src/core/export/xlsx.ts';

const page = readFileSync(path.join(import.meta.dirname, '../../docs/export.md'), 'utf8');

/** What stands as code in the part of the page under a heading. */
function namesUnder(heading: string): readonly string[] {
  const [, part = ''] = page.split(new RegExp(`^## ${heading}$`, 'm'));
  return [...(part.split(/^## /m)[0] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

describe('the page about exports', () => {
  it('lists every format with its ending', () => {
    for (const format of exportFormats) expect(page).toContain(`| \`${format}\` | \`.${fileEndings[format]}\` |`);
  });

  it('describes every column of CSV', () => {
    expect(namesUnder('CSV')).toEqual(expect.arrayContaining(projectColumns.map(({ name }) => name)));
  });

  it('describes every column of the other sheets of a workbook', () => {
    const columns = [...articleColumns, ...figureColumns].map(({ name }) => name);
    expect(namesUnder('Excel')).toEqual(expect.arrayContaining(columns));
  });
});
