import type { BoilerplateKind } from './kinds.ts';

/** How much something speaks for furniture of a kind: 1 for what articles have as well, 2 for what they hardly ever have. */
export interface Sign {
  readonly kind: BoilerplateKind;
  readonly weight: 1 | 2;
}

/** What the words of `class` and `id` say; undefined where no word is known. The heaviest decides, of several the first. */
export function nameSign(names: string): Sign | undefined {
  let sign: Sign | undefined;
  const words = wordsOf(names);
  for (const [index, word] of words.entries()) {
    const next = nameSigns.get(`${word}${words[index + 1] ?? ''}`) ?? nameSigns.get(word);
    if (next && next.weight > (sign?.weight ?? 0)) sign = next;
  }
  return sign;
}

/** True for names that style sheets give to parts of an article, whatever other word is in them. */
export function namesContent(names: string): boolean {
  return wordsOf(names).some((word) => contentNames.has(word));
}

/** What words, in simplified characters, say that sites use and articles use less: any number of forms, one meaning. */
export function wordSign(words: string): Sign | undefined {
  return anySaying.test(words) ? sayings.find(({ pattern }) => pattern.test(words)) : undefined;
}

/** True for words that ask the reader to do something that only a site wants. */
export function callsToAct(words: string): boolean {
  return calls.test(words);
}

const calls =
  /欢迎.{0,16}(?:留言|关注|订阅|添加|加|投稿|转发|分享|评论|联系)|请.{0,6}(?:点击|关注|扫|添加|下载|订阅|联系|继续|留言|同意)|点击(?:查看|进入|下载|阅读|这里|此处|链接|加入)|扫码|长按|订阅|微信号|公众号|newsletter|subscribe|follow us|sign up|earn .{0,30}(?:commission|compensation)/i;

/** True for words with which an article announces or corrects something of its own. */
export function announcesContent(words: string): boolean {
  return ownWords.test(words);
}

const ownWords =
  /附件|附表|附录|附图|附：|更正|勘误|订正|修订|参考(?:文献|资料)|数据来源|资料来源|论文|报名|咨询|注[：:]|热线[：:]|correction|update[:：]|references?|footnote|appendix|attachment/i;

/** Split at hyphens, underscores and humps, without digits: `btnWx_2` has `btn` and `wx`. */
function wordsOf(names: string): readonly string[] {
  if (names === '') return [];
  return names
    .replace(/\d+/g, '-')
    .replace(/([a-z])(?=[A-Z])/g, '$1-')
    .toLowerCase()
    .split(/[^a-z]+/);
}

const contentNames: ReadonlySet<string> = new Set(
  `abstract annex appendix attachment attachments caption cite citation code correction credit errata figure footnote footnotes
   formula fujian gallery legend math note notes photo photos pic quote ref reference references refs signature summary`.split(
    /\s+/,
  ),
);

/** Of each kind the words that weigh 2 and those that weigh 1. English and pinyin, as they are usual in style sheets. */
const namesOfKinds: readonly (readonly [BoilerplateKind, readonly [strong: string, weak: string]])[] = [
  [
    'share',
    [
      'share sharing sharebar fenxiang zhuanfa praise zan dianzan digg diggbox newdigg rating ratings pingfen pingjia djpf vote',
      'score like likes social sns favorite shoucang buttons',
    ],
  ],
  ['ad', ['ad ads adv advert adverts advertisement guanggao sponsor sponsored affiliate banner', 'gg promo promotion']],
  ['comment-box', ['cmt cmts comment comments pinglun liuyan respond', 'reply']],
  ['profile', ['authorcard authorbox authorbio', 'author avatar profile']],
  [
    'navigation',
    [
      'pagenav pager pagination prevnext updown breadcrumb breadcrumbs crumbs mianbaoxie',
      'nav prev next btm bottom foot',
    ],
  ],
  [
    'related-links',
    [
      'related relate rel relevant recommend recommends recommended recommendation tuijian xiangguan xgwj xgyd xgxw friendlink friendlinks youlian wangqi',
      'more other others past topic topics zt zhuanti special hot rank friend friends link links',
    ],
  ],
  [
    'call-to-action',
    ['newsletter subscribe subscription signup follow guanzhu lineadd', 'join embeddable cta hudong interact'],
  ],
  ['app-promo', ['dl download downloads openapp appdown xiazai', 'app open client']],
  ['qr-promo', ['qr qrcode ewm erweima', 'wx weixin wechat']],
  ['copyright', ['copyright banquan', 'copy footer']],
  ['disclaimer', ['disclaimer mianze', 'statement declare shengming']],
  ['end-mark', ['endmark divider fengexian', 'separator end']],
  ['source-credit', ['laiyuan', 'source byline']],
  ['page-info', ['pubtime updatetime posttime hits views pv', 'meta info count counter time date update stats']],
];

const nameSigns: ReadonlyMap<string, Sign> = new Map(
  namesOfKinds.flatMap(([kind, [strong, weak]]) => [
    ...strong.split(' ').map((word): [string, Sign] => [word, { kind, weight: 2 }]),
    ...weak.split(' ').map((word): [string, Sign] => [word, { kind, weight: 1 }]),
  ]),
);

/** The first that fits decides. */
const sayings: readonly (Sign & { readonly pattern: RegExp })[] = [
  { kind: 'ad', weight: 2, pattern: /广告|推广|赞助|横幅|advertis|sponsor|banner/i },
  {
    kind: 'app-promo',
    weight: 2,
    pattern: /下载|(?:打开|进入|安装).{0,16}(?:app|客户端)|app store|google play|download|open (?:the|our) app/i,
  },
  { kind: 'qr-promo', weight: 2, pattern: /二维码|扫码|扫一扫|长按|qr ?code/i },
  {
    kind: 'call-to-action',
    weight: 2,
    pattern:
      /关注|订阅|加入|点击(?:查看|进入|这里|此处)|互动|(?:添加|加).{0,10}微信|欢迎.{0,12}(?:留言|交流|评论|投稿)|subscribe|sign up|newsletter|follow (?:us|me|on)|discuss (?:this )?on|get (?:our|the)|join (?:us|our)|have your say/i,
  },
  {
    kind: 'share',
    weight: 2,
    pattern: /分享|转发|点赞|收藏|顶一下|踩一下|打分|评分|有用|(?:本文|文章|内容)的?评价|share (?:this|on)|rate this/i,
  },
  { kind: 'profile', weight: 2, pattern: /(?:创作者|作者|博主)(?:简介|介绍|档案)|关于(?:作者|博主)|about the author/i },
  { kind: 'comment-box', weight: 2, pattern: /抢沙发|网友评论|暂无评论|没有评论|发表评论|写评论|条(?:评论|讨论)/ },
  {
    kind: 'page-info',
    weight: 2,
    pattern:
      /(?:浏览|阅读|点击|访问|人气)(?:量|数|次数)?[：:\s（(]{0,3}\d|\d.{0,4}(?:浏览|阅读|点击|访客|评论|收藏)|\bviews\b/i,
  },
  {
    kind: 'navigation',
    weight: 2,
    pattern: /上一[篇条页版则章]|下一[篇条页版则章]|返回|首页|更多|previous|next (?:article|post|page)/i,
  },
  {
    kind: 'related-links',
    weight: 2,
    pattern:
      /往期|回顾|相关|推荐|你可能|您可能|猜你|大家都在|友情链接|专题|more (?:from|on)|related|recommended|read next/i,
  },
  {
    kind: 'copyright',
    weight: 2,
    pattern:
      /(?:如有|如需|若有|若需|需要).{0,12}(?:联系|致电|来信|来函)|隐私权|隐私政策|cookie|用户协议|服务条款|privacy policy/i,
  },
  { kind: 'page-info', weight: 2, pattern: /第\s?[A-Z]?\d{1,3}\s?版|字数[：:]?\s?\d/ },
  { kind: 'end-mark', weight: 2, pattern: /分割线|分隔线|divider|separator/i },
  { kind: 'page-info', weight: 1, pattern: /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}:\d{2}|更新|发布/ },
];

const anySaying = new RegExp(sayings.map(({ pattern }) => pattern.source).join('|'), 'i');
