import { describe, expect, it } from 'vitest';
import { boilerplateIn, configWith } from './check.ts';

const head = "---\ntitle: '渡口'\nsite: 江边晨报\n---\n";
const body = '<p>　　渡口今天起恢复通航，早晚各四班，票价两元。</p>';

function found(yaml: string, ...markup: readonly string[]): readonly string[] {
  return boilerplateIn(`${head}<div>\n${body}\n${markup.join('\n')}\n</div>\n`, configWith(yaml));
}

describe('a rule of a catalogue', () => {
  it.each([
    ['a class', 'selector: .jb-bar', '<p class="x jb-bar">江风浩荡</p>'],
    ['an id', "selector: '#jb'", '<div id="jb"><p>江风浩荡</p></div>'],
    ['an element', 'selector: jb-card', '<jb-card>江风</jb-card>'],
    ['an attribute', "selector: 'p[data-jb]'", '<p data-jb="1">江风浩荡</p>'],
    ['the beginning of an attribute', 'selector: \'[id^="jb_"]\'', '<p id="jb_7">江风浩荡</p>'],
    ['an element in another', "selector: '.wrap > .jb'", '<div class="wrap"><p class="jb">江风浩荡</p></div>'],
    ['one of several selectors', "selector: ['.no', '.jb']", '<p class="jb">江风浩荡</p>'],
    ['the text of a line', 'text: 江风浩荡 APP', '<p>江风 浩荡ＡＰＰ</p>'],
    ['a pattern', "pattern: '^江风.{2}$'", '<p>江风浩荡</p>'],
    ['a pattern in any case', "pattern: 'jiang feng'", '<p>This is JIANG FENG</p>'],
    ['a comment', "comment: '^ jb-'", '<!-- jb-7 -->'],
    ['the address of an image', "image: '/jb/.*\\.png'", '<p><img src="https://a.example/jb/1.png"></p>'],
    ['the address of an image that comes later', "image: '/jb/'", '<img data-src="https://a.example/jb/1.png">'],
    ['a site by its name', 'text: 江风浩荡\n    sites: 江边晨报', '<p>江风浩荡</p>'],
  ])('finds %s', (_name, matcher, markup) => {
    expect(found(`rules:\n  - kind: ad\n    ${matcher}\n`, markup)).toEqual([`ad: ${markup}`]);
  });

  it.each([
    ['another text', 'text: 江风', '<p>江风浩荡</p>'],
    ['another site', 'text: 江风浩荡\n    sites: [别的报, other.example]', '<p>江风浩荡</p>'],
    ['the element around the whole body', 'selector: div', ''],
    ['a comment that steers this program', "comment: 'copydesk'", '<!-- copydesk-enable -->'],
  ])('leaves %s alone', (_name, matcher, markup) => {
    expect(found(`rules:\n  - kind: ad\n    ${matcher}\n`, markup)).toEqual([]);
  });

  it('holds on a site that is known by its domain', () => {
    const yaml = 'rules:\n  - kind: ad\n    text: 江风浩荡\n    sites: river.example\n';
    const picture = (host: string) => `<img src="https://${host}/1.jpg">`;
    expect(found(yaml, picture('img.river.example'), '<p>江风浩荡</p>')).toEqual(['ad: <p>江风浩荡</p>']);
    expect(found(yaml, picture('river.example.org'), '<p>江风浩荡</p>')).toEqual([]);
  });

  it('takes along what would be left empty', () => {
    const yaml = 'rules:\n  - kind: ad\n    text: 江风浩荡\n';
    const markup = '<section><div><p>江风浩荡</p></div></section>';
    expect(found(yaml, markup)).toEqual([`ad: ${markup}`]);
  });
});

describe('an exception of a catalogue', () => {
  const dirty = `${head}<div>\n${body}\n<p>责任编辑：李明</p>\n<div class="share-bar">分享到：微信 微博</div>\n<!-- 正文结束 -->\n</div>\n`;
  const without = (exceptions: string) =>
    boilerplateIn(dirty, configWith(exceptions, true)).map((line) => line.split(':')[0]);

  it.each([
    ['nothing', '', ['editor-credit', 'share', 'comment']],
    ['a line', 'exceptions:\n  - text: 责任编辑：李明\n', ['share', 'comment']],
    ['an element', 'exceptions:\n  - selector: .share-bar\n', ['editor-credit', 'comment']],
    ['a comment', "exceptions:\n  - comment: '正文'\n", ['editor-credit', 'share']],
    ['one kind', 'exceptions:\n  - pattern: .\n    kind: share\n', ['editor-credit', 'comment']],
    ['everything with words', 'exceptions:\n  - pattern: .\n', ['comment']],
  ])('keeps %s', (_name, yaml, kinds) => {
    expect(without(yaml)).toEqual(kinds);
  });

  it('keeps a block of several lines', () => {
    const block = '<div class="related"><h3>相关阅读</h3><p><a href="/1">渡口停航三个月</a></p></div>';
    const text = `${head}<div>\n${body}\n${block}\n</div>\n`;
    expect(boilerplateIn(text, configWith('', true))).toEqual([`related-links: ${block}`]);
    const yaml = 'exceptions:\n  - text: "相关阅读\\n渡口停航三个月"\n';
    expect(boilerplateIn(text, configWith(yaml, true))).toEqual([]);
  });
});
