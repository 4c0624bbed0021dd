import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { looksLikeArticle, recognitionLength } from '../../../server/src/core/article/recognize.ts';

const head = `---
title: '东桥区公布八件实事'
categories: 
 - 民生
date: Thu, 16 Mar 2023 02:30:00 GMT
---
`;
const body = `
<div>   
<p>　　3月16日，东桥区公布今年的八件实事。</p>
<p>　　1.新建步道（区水务局）；</p>
</div>
`;

describe('an article', () => {
  check(true, {
    'is a front matter, then HTML': head + body,
    'may begin with blank lines': `\n \n\u3000\n${head}${body}`,
    'may begin with a byte order mark': `\uFEFF${head}${body}`,
    'may begin with both': `\uFEFF\n${head}${body}`,
    'may have CRLF line ends': (head + body).replaceAll('\n', '\r\n'),
    'may have CR line ends': (head + body).replaceAll('\n', '\r'),
    'may have white space after its fences': head.replaceAll('---', '--- \t') + body,
    'may lack the closing fence': head.slice(0, -4) + body,
    'may lack the closing fence and have a rule in its body': `${head.slice(0, -4)}${body}---\n`,
    'may have keys in any script': `---\n标题: 八件实事\n---\n${body}`,
    'may have full-width colons': `---\ntitle：八件实事\n---\n${body}`,
    'may have broken YAML': `---\ntitle: 'it's\n\t- tab\ndate: [\n---\n${body}`,
    'may begin with a paragraph': `${head}<p>第一段</p>\n<p>第二段</p>`,
    'may begin with a comment': `${head}<!-- 正文 -->\n<p>第一段</p>`,
    'may begin with an image': `${head}<img src="a.png">\n<p>第一段</p>\n<p>第二段</p>`,
    'may be a whole page': `${head}<!DOCTYPE html>\n<html><head><title>一</title></head>\n<body>\n<p>第一段</p></body></html>`,
    'may begin with text': `${head}导语<br>\n<br>第一段<br>\n<br>第二段<br>`,
    'may stand on one line': `${head}<div><p>第一段</p><p>第二段</p></div>`,
    'may leave elements open': `${head}<div>\n<p>第一段\n<p>第二段\n没有标签的一行\n`,
    'may hold code that looks like Markdown': `${head}<div>\n<pre>\n# 注释\n- 一\n\`\`\`\n</pre>\n<p>说明</p>\n</div>`,
    'may hold a stray sign of Markdown': `${head}<div>\n${'<p>一段</p>\n'.repeat(12)}# 标题\n</div>`,
    'may be longer than what is read': `${head}<div>\n${'<p>一段</p>\n'.repeat(recognitionLength)}</div>`,
    'may be one endless line': `${head}<p>${'字'.repeat(1_000_000)}</p>`,
  });
});

describe('no article', () => {
  check(false, {
    'is an empty text': '',
    'are blank lines': '\n \n',
    'is a front matter alone': head,
    'is HTML alone': body,
    'is a front matter without a key': `---\n- 一\n---\n${body}`,
    'is an empty front matter': `---\n---\n${body}`,
    'is a text before the front matter': `导语\n${head}${body}`,
    'is a longer rule': `-----\ntitle: 一\n-----\n${body}`,
    'is plain text with a front matter': `${head}\n第一段。\n\n第二段。\n`,
    'is a note with one tag': `${head}\n第一段<br>\n\n第二段。\n\n第三段。\n`,
    'is Markdown': `${head}\n# 标题\n\n一段。\n\n- 一\n- 二\n`,
    'is Markdown after a banner': `${head}<div align="center">\n<img src="a.png">\n</div>\n\n# 标题\n\n一段。\n`,
    'is Markdown after badges': `${head}<p align="center">\n<a href="a"><img src="a.svg"></a>\n</p>\n\n[文档](https://example.com)\n`,
    'is Markdown after a comment': `${head}<!-- 目录 -->\n\n一段。\n\n另一段。\n`,
    'is Markdown after a box': `${head}<div class="note">注意</div>\n\n一段。\n\n另一段。\n`,
    'is Markdown with a table in HTML': `${head}## 比较\n\n<table>\n<tr><td>一</td></tr>\n</table>\n\n## 结论\n`,
    'is Markdown that shows HTML': `${head}一段。\n\n\`\`\`html\n<div>\n<p>一</p>\n<p>二</p>\n</div>\n\`\`\`\n`,
    'are components in Markdown': `${head}<Tabs>\n<TabItem>\n一段\n</TabItem>\n</Tabs>\n`,
    'is a template': `${head}<ul>\n{% for post in posts %}\n<li>{{ post.title }}</li>\n{% endfor %}\n</ul>\n`,
    'is an unclosed front matter of unusual keys': `---\nname: a\nversion: 1\n<div>\n<p>一</p>\n</div>`,
    'is an unclosed front matter': '---\ntitle: 一\ndate: 2023-03-16\n',
    'is YAML of several documents': '---\ntitle: 一\n---\ntitle: 二\n---\ntitle: 三\n',
    'is binary': `---\ntitle: 一\n---\n${'\u0000\uFFFD<\u0001'.repeat(100)}`,
  });
});

const shared = path.join(import.meta.dirname, '../../../../shared');

// Where the folder is missing, `it.each` has no rows, and a suite without tests is skipped.
const files = (existsSync(shared) ? ['seed', 'corpus'] : []).flatMap((folder) =>
  readdirSync(path.join(shared, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => path.join(shared, folder, name)),
);

describe.runIf(files.length > 0)('every article of the corpus', () => {
  it.each(files.map((file) => [path.basename(file), file]))('%s is recognised', (_name, file) => {
    expect(looksLikeArticle(readFileSync(file, 'utf8'))).toBe(true);
  });
});

function check(expected: boolean, texts: Readonly<Record<string, string>>): void {
  it.each(Object.entries(texts))('%s', (_name, text) => expect(looksLikeArticle(text)).toBe(expected));
}
