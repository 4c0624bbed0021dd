import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parseArticle } from '../../../server/src/core/article/parse.ts';
import type { LinkTo } from '../../../server/src/core/export/link.ts';
import { toRecord } from '../../../server/src/core/export/record.ts';
import { formatXlsx } from '../../../server/src/core/export/xlsx.ts';

const text = `---
title: =1+1
author: 何清扬
date: 2023-03-09T02:15:40Z
---
<p>一、市级项目（2件）</p>
<p>1.小巷路灯补亮1240盏（市城管局）</p>
<p>2.@操场&球场\u0001开放（市教育局、市体育局）</p>
<p>今年投入3.2万元。</p>
`;
const record = toRecord(parseArticle(text), 'a & b.txt');

/** A sheet as its cells by address, with what else the tests look at. */
interface SheetContent {
  readonly name: string;
  readonly cells: ReadonlyMap<string, string | number>;
  readonly xml: string;
  readonly links: ReadonlyMap<string, string>;
}

/** Reads a workbook without the library that wrote it. */
function sheetsOf(records = [record], linkTo: LinkTo = () => undefined): readonly SheetContent[] {
  const files = unzipSync(formatXlsx(records, linkTo));
  const read = (name: string): string => strFromU8(files[name] ?? new Uint8Array());
  const names = [...read('xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name = '']) => name);
  return names.map((name, index) => {
    const xml = read(`xl/worksheets/sheet${index + 1}.xml`);
    const targets = new Map(
      [...read(`xl/worksheets/_rels/sheet${index + 1}.xml.rels`).matchAll(/Id="([^"]*)"[^>]*Target="([^"]*)"/g)].map(
        ([, id = '', target = '']) => [id, decode(target)],
      ),
    );
    const cells = [
      ...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<v>(.*?)<\/v>|<is><t[^>]*>(.*?)<\/t><\/is>)<\/c>/gs),
    ].map(([, address = '', number, string]): [string, string | number] => [
      address,
      string === undefined ? Number(number) : decode(string),
    ]);
    const links = [...xml.matchAll(/<hyperlink ref="([^"]*)" r:id="([^"]*)"/g)].map(
      ([, ref = '', id = '']): [string, string] => [ref, targets.get(id) ?? ''],
    );
    return { name, cells: new Map(cells), xml, links: new Map(links) };
  });
}

function decode(xml: string): string {
  return xml.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** The cells of a row in the order of the columns, those without a value left out. */
function row({ cells }: SheetContent, number: number): readonly (string | number)[] {
  return [...cells].filter(([address]) => Number(/\d+/.exec(address)?.[0]) === number).map(([, value]) => value);
}

describe('formatXlsx', () => {
  it('has a sheet of projects, one of articles and one of figures', () => {
    const [projects, articles, figures] = sheetsOf();
    expect([projects?.name, articles?.name, figures?.name]).toEqual(['projects', 'articles', 'figures']);
    expect(projects && row(projects, 2)).toEqual([
      ...['a & b.txt', '=1+1', '何清扬', '2023-03-09T02:15:40Z', '一', 1, '市级项目（2件）', 2],
      ...['1', 1, '小巷路灯补亮1240盏', '市城管局', '1.小巷路灯补亮1240盏（市城管局）', '1240盏'],
      ...[record.groups[0]?.projects[0]?.start, record.groups[0]?.projects[0]?.end, 7],
    ]);
    expect(articles && row(articles, 2).slice(-3)).toEqual([1, 2, record.figures.length]);
    const values = record.figures.map(({ value }) => value);
    expect(figures && record.figures.map((_, at) => figures.cells.get(`F${at + 2}`))).toEqual(values);
    expect(figures && row(figures, 1)).toEqual([
      ...['file', 'article_title', 'project_label', 'project_title', 'quote', 'value', 'unit', 'precision'],
      ...['start', 'end', 'line'],
    ]);
  });

  it('has dates among the figures, in the order of the text', () => {
    const dated = text.replace('今年投入', '2022年6月投入').replace('补亮1240盏', '补亮');
    const [, , figures] = sheetsOf([toRecord(parseArticle(dated), 'a.txt')]);
    expect(figures && [3, 4].map((at) => row(figures, at).slice(2, -3))).toEqual([
      ['2022年6月', '2022-06', 'month', 'exact'],
      ['3.2万元', 32000, '元', 'exact'],
    ]);
  });

  it('freezes the names of the columns, and filters every column', () => {
    for (const { xml } of sheetsOf())
      expect(xml).toMatch(/ySplit="1".*state="frozen".*<autoFilter ref="A1:[A-Z]+\d+"\/>/s);
    const [projects] = sheetsOf();
    expect(projects?.xml).toContain('<autoFilter ref="A1:W3"/>');
  });

  it('stores texts as texts, whatever they look like, and leaves out what XML cannot hold', () => {
    const [projects] = sheetsOf();
    expect(projects?.xml).not.toContain('<f>');
    expect(projects?.cells.get('B2')).toBe('=1+1');
    expect(projects?.cells.get('M3')).toBe('@操场&球场开放');
  });

  it('leads back to file and line', () => {
    const sheets = sheetsOf([record], (file, line) => `vscode://file/${encodeURIComponent(file)}:${line}?a&b`);
    expect(sheets.map(({ links }) => links.get('A2'))).toEqual([
      'vscode://file/a%20%26%20b.txt:7?a&b',
      'vscode://file/a%20%26%20b.txt:1?a&b',
      'vscode://file/a%20%26%20b.txt:6?a&b',
    ]);
    expect(sheetsOf()[0]?.links.size).toBe(0);
  });

  it('has its columns also where nothing stands below them', () => {
    const [projects] = sheetsOf([]);
    expect(projects?.xml).toContain('<autoFilter ref="A1:W1"/>');
  });

  it('holds a large archive', () => {
    const many = Array.from({ length: 3000 }, () => record);
    const [projects] = sheetsOf(many, (file, line) => `${file}#L${line}`);
    expect(projects?.xml).toContain('<autoFilter ref="A1:W6001"/>');
    expect(projects?.links.size).toBe(6000);
  });

  it('gives the same bytes for the same records', () => {
    expect(formatXlsx([record], () => 'a')).toEqual(formatXlsx([record], () => 'a'));
  });

  it('escapes what spreadsheets would take for an escape', () => {
    const named = { ...record, article: { ...record.article, title: '_x0041_ <b> "c"' } };
    const [projects] = sheetsOf([named]);
    expect(projects?.cells.get('B2')).toBe('_x005F_x0041_ <b> "c"');
  });

  it('cuts a text that is longer than a cell', () => {
    const long = { ...record, article: { ...record.article, title: '长'.repeat(40_000) } };
    const [projects] = sheetsOf([long]);
    expect(projects?.cells.get('B2')).toBe(`${'长'.repeat(32_766)}…`);
  });
});
