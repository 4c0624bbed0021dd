/**
 * Articles of three sites that do not exist, made from a number, with what of each is furniture. Furniture is worded as no
 * rule expects it and varies as it does on real sites; the news repeats itself as news does: the same story twice, stories
 * that go on for weeks with the same sentence of background, and articles that are published again with small changes.
 */
export interface InventedArticle {
  readonly file: string;
  readonly text: string;
  /** The visible lines that are furniture. */
  readonly furniture: readonly string[];
  /** Sentences that other articles have as well because they report the same. */
  readonly shared: readonly string[];
}

export function inventArticles(count: number, seed = 1): readonly InventedArticle[] {
  const random = createRandom(seed);
  const sites = [riverDaily, stoneNet, leafWeekly];
  const stories = sites.map(() => [] as Story[]);
  return Array.from({ length: count }, (_, index) => {
    const which = index % sites.length;
    const site = sites[which] ?? riverDaily;
    const told = stories[which] ?? [];
    const story = nextStory(random, told, Math.floor(index / sites.length));
    told.push(story);
    const { head, between, end } = site.furniture(random);
    const body = [
      ...head,
      ...insertBetween(
        story.paragraphs.map((text) => `<p>　　${text}</p>`),
        between,
      ),
      ...end,
    ];
    return {
      file: `${site.name}/${index}.txt`,
      text: `---\ntitle: '${story.title}'\ncategories:\n - 要闻\n - ${site.name}\nauthor: ${site.name}\ndate: ${dateOf(story.day)}\n---\n\n<div>\n${body.join('\n')}\n</div>\n`,
      furniture: [...head, ...between, ...end].flatMap(linesOf),
      shared: story.shared,
    };
  });
}

interface Story {
  readonly title: string;
  readonly day: number;
  readonly paragraphs: readonly string[];
  readonly shared: readonly string[];
}

interface Site {
  readonly name: string;
  readonly furniture: (random: Random) => {
    readonly head: readonly string[];
    readonly between: readonly string[];
    readonly end: readonly string[];
  };
}

const riverDaily: Site = {
  name: '长滩日报',
  furniture: (random) => ({
    head: ['<p class="slug">长滩日报 · 一滩一水皆是家</p>'],
    between: random.chance(0.7) ? ['<p>↓ 往下滑还有正文 ↓</p>'] : [],
    end: [
      `<p>本版值守：${random.pick(names)}</p>`,
      `<p>${random.pick(['滩上的风吹到这里就停了，谢谢您读完。', '读报是长滩人的早茶，明早六点再见。', '您手里的这张报纸由长滩印务承印。'])}</p>`,
      '<p><img src="https://cdn.changtan.example/site/slogan.png"></p>',
      `<p>滩友已阅 ${random.below(90_000)}</p>`,
    ],
  }),
};

const stoneNet: Site = {
  name: '磐石新闻网',
  furniture: (random) => ({
    head: [
      `<div class="bar">磐石号 | 刊出 ${dateOf(random.below(400)).slice(0, 10)} | 第 ${random.below(3000)} 帖</div>`,
    ],
    between: [],
    end: [
      '<h4>石友还在翻</h4>',
      `<ul>${Array.from({ length: 3 }, () => `<li><a href="/n/${random.below(9999)}.html">${random.headline()}</a></li>`).join('')}</ul>`,
      ...(random.chance(0.4) ? ['<p>磐石新闻网为磐石市融合传播平台的组成部分，所载文字由值班组逐字核过。</p>'] : []),
      '<p>磐石一下，天天新鲜</p>',
      `<p>把关：${random.pick(names)}　上版：${random.pick(names)}</p>`,
    ],
  }),
};

const leafWeekly: Site = {
  name: '落叶周刊',
  furniture: (random) => ({
    head: [],
    between: random.chance(0.5) ? ['<p class="x">［周刊小铺 上新］</p>'] : [],
    end: [
      '<p>叶子读者俱乐部每月第二个周六在东湖茶馆见面，带上任何一期周刊即可入座，茶水自理，可带家属。</p>',
      ...(random.chance(0.25) ? ['<p>本栏由落叶基金会支持，选题与写作不受其影响。</p>'] : []),
      `<p>纸刊零售价${random.pick(['十二', '十五'])}元，全国各大书报亭有售</p>`,
      '<p>叶落有声</p>',
    ],
  }),
};

const names = [
  '邵一鸣',
  '贺兰',
  '裴小满',
  '景行',
  '谷雨',
  '路遥远',
  '苗青青',
  '严冬',
  '霍然',
  '易水寒',
  '仲夏',
  '薄荷',
];

/** One in eight stories was told before, one in sixteen is published again, one in six goes on about one of two events. */
function nextStory(random: Random, told: readonly Story[], day: number): Story {
  const known = told.length > 0 ? told[Math.max(0, told.length - 1 - random.below(12))] : undefined;
  const fresh = { title: random.headline(), day, paragraphs: paragraphs(random), shared: [] };
  const kind = random.below(48);
  if (known && kind < 6) {
    const shared = known.paragraphs.slice(0, 2);
    return { ...fresh, title: `${known.title}（续）`, paragraphs: [...shared, ...fresh.paragraphs.slice(2)], shared };
  }
  if (known && kind < 9) {
    const paragraphsAgain = known.paragraphs.map((text, index) => (index === 0 ? `${text}（更新）` : text));
    return { ...known, day, paragraphs: paragraphsAgain, shared: known.paragraphs.slice(1) };
  }
  if (kind < 17) {
    const event = kind < 13 ? '青岩大桥' : '北仓古井';
    const background = `${event}${kind < 13 ? '于三年前动工，全长一千四百米，建成后两岸车程将缩短至八分钟。' : '去年夏天由村民翻修老屋时发现，井壁上的刻字至今没有全部辨认出来。'}`;
    return {
      ...fresh,
      title: `${event}：${fresh.title}`,
      paragraphs: [...fresh.paragraphs, background],
      shared: [background],
    };
  }
  return fresh;
}

function paragraphs(random: Random): readonly string[] {
  return Array.from({ length: 3 + random.below(5) }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.sentence()).join(''),
  );
}

function insertBetween(content: readonly string[], between: readonly string[]): readonly string[] {
  return [...content.slice(0, 2), ...between, ...content.slice(2)];
}

/** The visible lines of a piece of markup as it is made above. */
function linesOf(markup: string): readonly string[] {
  return markup
    .replace(/<\/(?:li|p|h4|div)>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** Days from the first of March 2021. */
function dateOf(day: number): string {
  return new Date(Date.UTC(2021, 2, 1 + day, day % 24)).toISOString().replace('T', ' ').slice(0, 19);
}

const subjects =
  '市水务局 东城区 三名船工 一家面馆 气象台 新建的泵站 老城墙 邻县的果农 夜班公交 第二小学 码头工会 测绘队 养蜂人 地铁四号线 县剧团 修表匠'.split(
    ' ',
  );
const actions =
  '昨天完成了 正在筹备 重新启用了 推迟了 公布了 试运行了 搬离了 登记了 买下了 清点了 验收了 讨论了 改建了 捐出了 巡查了 封存了'.split(
    ' ',
  );
const objects =
  '一批旧船票 全部路灯 两座水塔 今年的防汛物资 图书馆的地图 沿街的招牌 六十箱柑橘 一条支线 冬季的班次 校舍的屋顶 河边的步道 库房的账本 三口鱼塘 老照片 一份名册 新的站牌'.split(
    ' ',
  );
const details =
  '费用由街道承担 居民在门口排起了队 过程持续了四个小时 现场没有人受伤 具体时间另行通知 不少人拿出手机拍照 有人提出了不同的看法 天黑以前已经收工 这是十年来的头一回 雨一直下到傍晚 旁边的商铺照常营业 负责人没有接电话'.split(
    ' ',
  );

interface Random {
  below(limit: number): number;
  chance(probability: number): boolean;
  pick<T>(values: readonly [T, ...T[]] | readonly T[]): T;
  sentence(): string;
  headline(): string;
}

/** The same articles for the same seed: the generator mulberry32. */
function createRandom(seed: number): Random {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(values: readonly T[]): T => {
    const value = values[below(values.length)];
    if (value === undefined) throw new Error('Nothing to pick from');
    return value;
  };
  return {
    below,
    pick,
    chance: (probability) => next() < probability,
    sentence: () => `${pick(subjects)}${pick(actions)}${pick(objects)}，共${below(900) + 2}件，${pick(details)}。`,
    headline: () => `${pick(subjects)}${pick(actions)}${pick(objects)}`,
  };
}
