import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The text of the `number`-th article of an archive: a front matter and an HTML body of about 6 KB of UTF-8, with two
 * groups of numbered projects, figures, mentions and what a site leaves behind. The same number gives the same text.
 */
export function archiveArticle(number: number): string {
  const random = createRandom(number + 1);
  const pick = <T>(values: readonly [T, ...T[]]): T => values[Math.floor(random() * values.length)] ?? values[0];
  const between = (low: number, high: number): number => low + Math.floor(random() * (high - low + 1));
  const city = pick(cities);
  const day = new Date(Date.UTC(2019, 0, 1) + number * 3_600_000 * 7);
  const project = () => `${pick(places)}${pick(things)}${pick(doings)}`;
  const organization = () => `${pick([city, `${city}${pick(districts)}`])}${pick(offices)}`;
  const sections = [
    { heading: '一、市级项目', projects: Array.from({ length: between(4, 7) }, project) },
    { heading: '二、区级项目', projects: Array.from({ length: between(4, 7) }, project) },
  ];
  const prose = Array.from({ length: 9 }, () => {
    const subject = pick(
      sections[0]?.projects.length ? [sections[0].projects[0] ?? project(), project()] : [project()],
    );
    return `<p>　　${pick(openings)}，“${subject}”已覆盖${between(3, 90)}个${pick(units)}，惠及居民${between(2, 99)}.${between(1, 9)}万人次，${pick(endings)}${pick(openings)}，${organization()}会同${organization()}用${between(2, 11)}个月走访了${between(12, 260)}户人家，收到建议${between(30, 900)}条，采纳率为${between(31, 97)}%。${pick(endings)}</p>`;
  });
  return `---
title: '${city}公布第${number + 1}批民生小事清单 ${sections.reduce((sum, { projects }) => sum + projects.length, 0)}件实事办到家门口'
categories:
  - ${pick(['民生', '城事', '社区', '要闻'])}
  - ${pick(sites)}
tags:
  - ${pick(things)}
headimg: https://img.example.com/${day.getUTCFullYear()}/${number}.jpg
author: ${pick(people)}
date: ${day.toISOString().slice(0, 19)}Z
thumbnail: https://img.example.com/${day.getUTCFullYear()}/${number}.jpg
---

<div class="content">
${prose.slice(0, 5).join('\n')}
<p><img src="https://img.example.com/${day.getUTCFullYear()}/${number}-1.jpg" alt="${pick(places)}"></p>
${sections
  .map(({ heading, projects }) =>
    [
      `<p><strong>${heading}（${projects.length}件）</strong></p>`,
      ...projects.map((title, at) => `<p>　　${at + 1}.${title}（${organization()} ${organization()}）</p>`),
    ].join('\n'),
  )
  .join('\n')}
${prose.slice(5).join('\n')}
<!-- article-bottom start -->
<div class="share"><span>分享到：</span><a href="javascript:;">微信</a><a href="javascript:;">微博</a></div>
<p>责任编辑：${pick(people)}</p>
</div>
`;
}

/** Writes the first `count` articles into a folder; returns their paths. */
export function writeArchive(folder: string, count: number): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, number) => {
    const file = path.join(folder, `${String(number).padStart(6, '0')}.txt`);
    writeFileSync(file, archiveArticle(number));
    return file;
  });
}

/** Numbers from 0 up to 1, the same for the same seed (the public-domain generator mulberry32). */
function createRandom(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const cities = ['青石湾市', '江屿市', '望川市', '柳河市', '南浦市', '云溪市'] as const;
const districts = ['东渡区', '石桥区', '北塘区', '白鹭区', '临港新区'] as const;
const offices = [
  '民政局',
  '住建局',
  '交通运输局',
  '教育局',
  '卫生健康委员会',
  '城市管理局',
  '水务局',
  '文化和旅游局',
] as const;
const places = [
  '老街口',
  '河埠头',
  '菜市场',
  '小学门前',
  '旧厂房',
  '公交末站',
  '社区活动室',
  '山脚步道',
  '渡口',
] as const;
const things = [
  '路灯',
  '无障碍坡道',
  '晾衣杆',
  '共享雨伞',
  '便民饭桌',
  '饮水点',
  '遮雨棚',
  '旧书柜',
  '护栏',
  '充电桩',
] as const;
const doings = ['分时点亮', '补齐短板', '整修一新', '延时开放', '提升改造', '联网管理', '共建共管'] as const;
const units = ['社区', '小区', '街道', '村'] as const;
const sites = ['湾区晚报', '江屿在线', '望川日报', '柳河发布'] as const;
const people = ['何清扬', '陈立秋', '沈若川', '陆远舟', '林见微'] as const;
const openings = ['记者走访时看到', '据介绍', '去年以来', '在最近一次居民议事会上', '截至上月底'] as const;
const endings = [
  '居民说，这些小事办得顺手，比挂在墙上的口号更让人记得住。',
  '负责人表示，办得好不好，由用的人说了算，年底还要再回来看一遍。',
  '有人把前后的照片贴在楼道里，邻居路过总要停下来比一比。',
  '下一步还会把经验写成清单，让别的街道拿去就能照着做。',
] as const;
