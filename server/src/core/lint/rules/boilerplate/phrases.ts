import type { BoilerplateKind } from './kinds.ts';

/** A form of words that sites use, for a whole line. Repetitions are bounded: each test is linear. */
interface Phrase {
  readonly kind: BoilerplateKind;
  readonly pattern: RegExp;
}

interface EdgePhrase extends Phrase {
  /**
   * The source of a pattern for a word, or one of several, that every line of this form has somewhere. Case does not
   * count. Most lines have no such word of any form: one search for all of them spares the trial of each pattern.
   */
  readonly sign: string;
}

/** The kind of a line that says what only sites say, so that it may stand between two paragraphs. */
export function anywherePhraseKind(line: string): BoilerplateKind | undefined {
  return anywherePhrases.find(({ pattern }) => pattern.test(line))?.kind;
}

/** The kind of a line that says what sites and articles say, so that it has to stand at the head or the end. */
export function edgePhraseKind(line: string): BoilerplateKind | undefined {
  if (!anySign.test(line)) return undefined;
  return signedPhrases.find(({ sign, pattern }) => (sign?.test(line) ?? true) && pattern.test(line))?.kind;
}

/** True for a line, in simplified characters, that says who wrote the post below it, and when. */
export function isPostHeader(line: string): boolean {
  return line.length <= longestPostHeader && postHeader.test(line);
}

/** In characters. */
const longestPostHeader = 120;

/** What the software of forums writes above a post: "沙发 发表于 2022-6-18 22:31", "by flueman » Tue Nov 02, 2021 8:05 pm". */
const postHeader =
  /^(?:(?:(?:楼主|沙发|板凳|地板|#?\d{1,5}\s?[#＃楼层])\s{0,3}[|｜]?\s{0,3})?发表于\s{0,3}[：:]?\s{0,3}(?:\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}日?|昨天|前天)\s{1,3}\d{1,2}:\d{2}[^。！？]{0,40}|by .{1,40} [»›] (?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} \d{1,2}, \d{4},? \d{1,2}:\d{2}(?: ?[ap]m)?)$/;

const anywherePhrases: readonly Phrase[] = [
  { kind: 'page-info', pattern: postHeader },
  {
    kind: 'page-info',
    pattern:
      /^(?:本帖最后由\s.{1,40}\s于\s.{6,24}\s编辑|(?:下载附件\s|\S{1,60}\s?\([\d.]{1,8}\s?[KM]B,\s?下载次数:\s?\d{1,9}\)\s{0,3}).{0,12}(?:\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2} 上传)?)$/,
  },
  {
    kind: 'ad',
    pattern:
      /^[\s—━─=*·~【（([-]{0,12}(?:广告|推广|AD|advertisement|sponsored(?: content| post)?|story continues below(?: advertisement)?)[\s—━─=*·~】）)\]-]{0,12}$/i,
  },
  {
    kind: 'ad',
    pattern: /^(?:广告|推广|Sponsored)\s{0,2}[：:]\s{0,2}[^。]{2,60}$/i,
  },
  {
    kind: 'app-promo',
    pattern:
      /^(?:打开|进入|下载|前往|点击)[^，。]{2,14}\s{0,2}(?:查看|阅读|浏览|收看|观看)(?:更多|全文|完整|精彩|高清)[^，。]{0,10}[>＞»]{0,2}$/,
  },
  {
    kind: 'navigation',
    pattern:
      /^[(（[【]?(?:请|点击|点此)?(?:继续|接着)(?:往下|向下|下滑)?(?:阅读|浏览|观看|滑动)(?:全文|本文|正文|下文|文章)?[\s.…。>＞》»↓▼]{0,6}[)）\]】]?$|^(?:article|story|post) continues (?:below|after).{0,24}$|^(?:文章|内文|正文|报导|报道)(?:未完|继续)[，,\s]?(?:在下方|请往下|请继续).{0,8}$/i,
  },
  {
    kind: 'source-credit',
    pattern: /^(?:the post|this (?:post|article|story)) .{2,160}(?:appeared|published) first on .{2,60}$/i,
  },
  {
    kind: 'call-to-action',
    pattern:
      /^(?!.*(?:选择|输入|按钮|菜单|设置|图标|头像)).{0,24}(?:点击|戳|轻触).{0,6}(?:上方|下方|左下角|右上角|左上角|文末|标题下)?.{0,6}(?:蓝字|卡片|名片|关注我们|关注公众号|阅读原文).{0,30}$/,
  },
];

/** The first that fits decides. */
const edgePhrases: readonly EdgePhrase[] = [
  // Where the text was first.
  {
    kind: 'source-credit',
    sign: '本文',
    pattern:
      /^(?:编者按|编者注|编辑按|编按|注)?[：:]?\s{0,3}[【（(]?本文(?:(?:系|由)?(?:转载|摘编|选编|编译|翻译|改编|首发|整理|来|源|选|转|摘|译)(?:自|于|来自)|首发).{2,140}$/,
  },
  {
    kind: 'source-credit',
    sign: '授权',
    pattern:
      /^(?:编者按|编者注|编辑按|编按|注)?[：:]?\s{0,3}[【（(]?(?:本文|文章|以上内容)?.{0,60}(?:经|已获|获)授权(?:转载|发布|刊载|使用|转自).{0,40}$/,
  },
  {
    kind: 'source-credit',
    sign: '(?:originally|first) ',
    pattern:
      /^(?:this (?:post|article|story)|the article) (?:was )?(?:originally|first) (?:appeared|published|posted) (?:on|at|in) .{2,100}$|^.{2,160} was originally published (?:in|on|at) .{2,200}$/i,
  },
  {
    kind: 'source-credit',
    sign: '[题头首配插]图|封面|图片',
    pattern:
      /^[（(【[]?(?:题图|头图|封面图?片?|首图|配图|[文内]中?[内文]?图片|插图)(?:[及和与、].{1,8}图片?)?(?:均)?(?:来自|来源于|来源|取自|源自|由|采用|©).{2,60}$/,
  },
  {
    kind: 'source-credit',
    sign: 'image|photo|picture|illustration',
    pattern:
      /^(?:listing|lead|header|featured|cover|top|hero|title) (?:image|photo|picture|illustration)s?:? (?:by|from|via|courtesy of|credits?:?) .{2,60}$/i,
  },
  {
    kind: 'editor-credit',
    sign: '社等?[）)]$',
    pattern:
      /^[\p{Script=Han}A-Za-z·]{1,8}(?:\s?[/、／]\s?[\p{Script=Han}A-Za-z·]{1,8}){0,3}\s?[（(]\p{Script=Han}{1,6}社(?:[、，/]\p{Script=Han}{1,6}社){0,4}等?[）)]$/u,
  },
  {
    kind: 'editor-credit',
    sign: 'by:? ',
    pattern:
      /^(?:(?:written|edited|reported|translated|photograph(?:y|s|ed)|illustrations?|additional reporting|reporting) )?by:? [\p{Lu}@][\p{L}.'’@_-]{1,20}(?: [\p{Lu}][\p{L}.'’-]{0,20}){0,3}(?:(?:,| and| &|\s?[/|]) [^.!?]{2,60})?$/iu,
  },

  {
    kind: 'source-credit',
    sign: '图片|配图|照片|插图',
    pattern: /^[*（(]?(?:本文|文中|文内|题图).{0,4}(?:图片|配图|照片|插图).{0,10}(?:由|均为|来自|来源于).{1,24}$/,
  },

  {
    kind: 'source-credit',
    sign: '版\\s?[）)]',
    pattern:
      /^《\s?[^《》]{2,14}\s?》\s?[（(]\s?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?第?\s?\d{1,3}\s?版\s?[）)]$/,
  },

  // What feeds and pages say about the text.
  {
    kind: 'page-info',
    sign: '本文|全文|read$|分钟',
    pattern:
      /^(?:全文)?[约共]\s?\d{1,3}\s?分钟$|^[（(]?(?:本文|全文)(?:共|约)?(?:计|有)?\s{0,2}\d{2,6}\s{0,2}(?:余|多)?(?:个)?字.{0,40}$|^.{0,20}\b\d{1,2}[ -]min(?:ute)? read$|^.{0,6}(?:预计)?阅读(?:本文|时间|完?需要?|约需?).{0,10}分钟$/i,
  },
  {
    kind: 'page-info',
    sign: 'url|points|# comments|submitted by',
    pattern:
      /^(?:article url|comments url|points|# comments): ?\S{1,120}$|^submitted by .{2,60}(?:\[link\]|\[comments\]).{0,20}$/i,
  },
  {
    kind: 'navigation',
    sign: 'read ',
    pattern:
      /^read (?:\d{1,3} remaining paragraphs|(?:more of this|the rest of this|the full) (?:story|article|post|entry)).{0,40}$/i,
  },
  {
    kind: 'profile',
    sign: '作者|博主|about the author',
    pattern:
      /^(?:关于(?:作者|博主)|(?:创?作者|博主)(?:简介|介绍|档案)|about the authors?)\s{0,2}(?:[：:|｜].{2,200})?$/i,
  },

  // Apps, codes to scan, accounts to follow, comments to leave.
  {
    kind: 'qr-promo',
    sign: '长按|扫|识别',
    pattern:
      /^(?!.*(?:[。；;]|市民|居民|村民|群众|游客|乘客|家长|学生|观众|报名|填写|预约|登记|申请|缴费|咨询|查询|答题|投票)).{0,40}(?:长按|扫描|扫一扫|微信扫|扫码|识别).{0,20}(?:二维码|上图|下图|下方|上方|关注|加入|进群|添加|打开当前页|手机(?:打开|浏览|阅读|查看|访问|看)|分享|朋友圈|阅读|了解).{0,40}$/,
  },
  {
    kind: 'qr-promo',
    sign: '[众阅务频]号|微[信博]|小程序|客户端|手机版|移动版|app|移动端',
    pattern:
      /^(?:官方)?(?:微信)?(?:公众号|订阅号|服务号|视频号|微信|微博|小程序|客户端|手机版|移动版|app|移动端)(?:二维码)?$/i,
  },
  {
    kind: 'app-promo',
    sign: 'app|[客用]户端|手机版|小程序',
    pattern:
      /^(?!.*(?:[。；;]|可以|可在|就能|市民|居民|村民|群众|用户|游客|乘客|旅客|家长|学生|企业|消费者)).{0,30}(?:下载|打开|安装|更新|登录|扫码|前往|进入|点击|搜索|使用).{0,20}(?:APP(?![a-z])|客户端|用户端|手机版|小程序).{0,30}$/i,
  },
  {
    kind: 'app-promo',
    sign: 'app|[客用]户端|手机版|小程序',
    pattern:
      /^(?!.*[。；;]).{0,30}(?:尽在|就在|请上|关注|都在|首发于).{0,16}(?:APP(?![a-z])|客户端|用户端|手机版|小程序)[”"』」》]?[！!~]{0,3}$/i,
  },
  {
    kind: 'app-promo',
    sign: 'app|google play',
    pattern: /^(?:download|get|open in|available on|try) .{0,30}(?:app|app store|google play).{0,30}$/i,
  },
  {
    kind: 'call-to-action',
    sign: '关注|订阅|星标|置顶',
    pattern:
      /^(?:.{0,24}(?:欢迎|敬请|请|记得|快来|赶快|赶紧|别忘了|不要忘记|点击|长按|搜索|更多.{0,16}|想.{0,16}|如果.{0,20}|觉得.{0,20}|喜欢.{0,20}))?\s{0,2}[#“"]?(?:关注|订阅|星标|置顶|设为星标)(?:一下)?(?:我们(?!的)|.{0,30}(?:微信|公众号|公众帐号|微博|视频号|抖音号?|头条号|订阅号|服务号|蓝字)).{0,60}$/,
  },
  {
    kind: 'call-to-action',
    sign: '关注|订阅',
    pattern: /^#?欢迎关注.{2,40}(?:微信|公众号|微博|频道|专栏|账号|帐号).{0,60}$|^[下点]载.{0,20}(?:关注|订阅).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: '在看|好看|赞|关注|分享|转发|收藏',
    pattern:
      /^(?!.*(?:选择|输入|按钮|菜单|设置|图标)).{0,40}(?:点个?|点击|右下角|顺手|求|给个|来个)[“"『「]?(?:在看|好看|赞|关注|分享|转发|收藏)(?!\p{Script=Han}{8}).{0,40}$/u,
  },
  {
    kind: 'call-to-action',
    sign: '三连|转发|分享|点赞',
    pattern:
      /^.{0,40}(?:一键三连|三连走起|素质三连|转发给更多|分享给更多|转发朋友圈|分享到朋友圈|点赞[、和加与+]?(?:在看|收藏|转发|关注)).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: '评论|留言',
    pattern:
      /^[^。！!]{0,70}(?:评论区|留言区|评论中|评论里|评论栏|文末留言|下方评论|下方留言|后台留言)(?:里|中|内)?.{0,8}(?:留言|告诉|讨论|分享|聊聊|说说|评论|互动|交流|见|指出|补充|让我|写下|发表).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: '欢迎',
    pattern:
      /^[^。！!“]{0,70}欢迎(?:大家|各位|您|你|读者|网友)?.{0,12}(?:添加.{0,8}微信|加.{0,6}微信|留言|评论|投稿|来稿|转发|分享|讨论|指正|拍砖|进群|入群|订阅|关注).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: '投稿|[爆报]料|合作|寻求报道|加入?(?:读者|交流|粉丝|微信|QQ)?群|热线',
    pattern:
      /^.{0,16}(?:投稿(?!方式|时间|要求|须知)|爆料|报料|商务合作|广告合作|寻求报道|转载合作|内容合作|媒体合作|加(?:入)?(?:读者|交流|粉丝|微信|QQ)?群|读者热线|新闻热线)(?:邮箱|信箱|热线|电话|请|可|微信)?[^。]{0,8}(?:[：:]|邮箱|微信|电话|扫码|联系|添加|发送|点击).{0,70}$/,
  },
  {
    kind: 'call-to-action',
    sign: '[请可迎]\\s?(?:点击|访问|扫描|关注|下载|登录|前往|添加|搜索|浏览|移步|戳)',
    pattern:
      /^(?:(?:如需|若要|想要?|欲)?(?:进一步|更多|深入)?(?:了解|获取|查看|阅读|知道)(?!到)|更多).{0,60}[，,]?\s?(?:请|可|敬请|欢迎)\s?(?:点击|访问|扫描|关注|下载|登录|前往|添加|搜索|浏览|移步|戳).{0,140}$/,
  },
  {
    kind: 'call-to-action',
    sign: '更多',
    pattern:
      /^(?:更多|想看更多|查看更多|获取更多).{0,12}(?:内容|资讯|精彩|新闻|消息|信息|文章|干货|视频).{0,16}(?:关注|点击|请|尽在|下载|扫|访问|锁定|登录).{0,40}$/,
  },
  { kind: 'call-to-action', sign: '关注', pattern: /^关注.{2,20}[（(].{2,30}[）)].{0,24}$/ },
  { kind: 'call-to-action', sign: '微信', pattern: /^微信(?:搜索|搜一搜|搜).{2,30}(?:关注|订阅|二维码).{0,20}$/ },
  {
    kind: 'call-to-action',
    sign: '订阅',
    pattern:
      /^(?:立即|马上|免费|点击|喜欢.{0,10})?订阅.{0,14}(?:电子报|邮件|周报|周刊|日报|通讯|专栏|newsletter).{0,20}$/i,
  },
  {
    kind: 'navigation',
    sign: ' • page \\d|^return to [“"]|users browsing|who is online',
    pattern:
      /^(?:post (?:a )?reply\s{1,3})?\d{1,6} (?:posts?|replies|topics?) • page \d{1,5} of \d{1,5}.{0,24}$|^return to [“"].{0,60}[”"]$|^who is online$|^users browsing this (?:forum|topic|thread)\s?:.{1,80}$/i,
  },
  {
    kind: 'navigation',
    sign: '登录|登陆',
    pattern:
      /^(?:抱歉[，,])?(?:您|你)?(?:还)?(?:需要|没有|必须|请)(?:先)?登[录陆](?:后|才|可以|即可|能|再|并|以|[，,]){1,3}.{0,4}(?:回帖|评论|发表|发帖|下载|查看|回复|阅读).{0,24}$/,
  },
  { kind: 'navigation', sign: '登录', pattern: /^登录(?:后|即可)?(?:查看|阅读|发表|参与).{0,12}$/ },
  { kind: 'call-to-action', sign: '阅读原文', pattern: /^.{0,12}(?:点击|戳|轻点|猛戳).{0,8}阅读原文.{0,30}$/ },
  {
    kind: 'call-to-action',
    sign: '[我文篇](?:正在|已经|已|是)?参[与加]',
    pattern: /^(?:这是)?(?:我|本文|本篇)(?:正在|已经|已|是)?参[与加].{2,60}(?:活动|挑战|计划|征文|投稿).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: '[来入与][#【]',
    pattern: /^.{0,40}(?:来|加入|进入|参与)[#【].{2,16}[#】](?:超话|讨论|股吧)?.{0,30}$/,
  },
  { kind: 'call-to-action', sign: '助[您你]', pattern: /^.{0,60}[，,]助(?:您|你).{2,16}(?:机会|财富|未来)[！!。]?$/ },
  { kind: 'call-to-action', sign: '查看更多', pattern: /^返回.{1,8}[，,]\s?查看更多$/ },
  {
    kind: 'call-to-action',
    sign: '订阅|关注|点赞|点个赞|转发|在看|打赏|赞赏',
    pattern: /^(?:如果)?(?:你|您)?(?:喜欢|觉得).{0,30}(?:订阅|关注|点赞|点个赞|点个在看|转发|在看|打赏|赞赏).{0,40}$/,
  },
  {
    kind: 'call-to-action',
    sign: 'subscribe|sign up|follow|like us on|join (?:our|the)|comment|support us on|buy me a coffee|become a |enjoy|if you like',
    pattern:
      /^.{0,60}(?:subscribe to|subscribe now|sign up (?:for|to)|follow (?:us|me|him|her|them)? ?on|follow @|like us on|join (?:our|the) (?:newsletter|discord|telegram|community|mailing)|leave (?:a|your) comment|let (?:us|me) know in the comments|in the comments (?:below|section)|support us on|buy me a coffee|become a (?:member|patron|subscriber)|enjoyed? this (?:article|story|post)|if you (?:like|liked|enjoyed) (?:this|our)).{0,120}$/i,
  },

  // Who does not answer for it, and whose it is.
  {
    kind: 'disclaimer',
    sign: '声明|免责条款|disclaimer',
    pattern:
      /^[【（([*※★]{0,3}(?:(?:[\p{Script=Han}]{0,14})声明|免责条款|风险提示(?:及|与|和)免责(?:声明|条款)|广告声明|disclaimer)[】）)\]]?(?:\s{0,3}[：:，,|｜]|[】）)\]]|$)/iu,
  },
  {
    kind: 'disclaimer',
    sign: '不代表|代表作者|观点|立场|意见|看法|[仅只].{0,4}(?:作者|个人|本人)|不构成|仅供|据此|风险|谨慎|存储(?:空间)?服务|异议|投诉|特别提|温馨提示',
    pattern:
      /^(?!.{0,20}记者).{0,120}(?:不代表.{0,30}(?:观点|立场|意见|看法)|(?:仅|只|纯属|均为|系|属|仅为|代表).{0,8}(?:作者|个人|本人).{0,8}(?:观点|立场|意见|看法)|(?:观点|内容).{0,4}(?:仅|只).{0,4}(?:作者|个人|本人)|不构成.{0,16}(?:建议|意见|依据|要约)|仅供.{0,12}参考.{0,40}(?:不构成|责任|风险|自负|据此)|据此(?:操作|投资|入市|买卖)|(?:投资|入市|市场|理财)(?:有|需)?(?:风险|谨慎)[，,].{0,16}(?:谨慎|需谨慎|自负|独立)|存储(?:空间)?服务|(?:本稿件?|本文|文章).{0,10}(?:异议|投诉).{0,8}(?:请|可)(?:联系|与|发送|致信)|(?:特别提醒|特别提示|温馨提示)[：:].{0,80}(?:本站|本网|本平台|本报)).{0,300}$/,
  },
  {
    kind: 'disclaimer',
    sign: '[★☆※◆▲]',
    pattern: /^([★☆※◆▲])\s?[^★☆※◆▲。]{4,40}\1$/,
  },
  {
    kind: 'disclaimer',
    sign: '侵权|版权|著作权|权益|作品内容',
    pattern:
      /^.{0,120}(?:如有|如涉及|如果?涉及|如存在|若有|若涉及|倘若|涉及|如|侵犯).{0,24}(?:侵权|版权|著作权|权益|作品内容).{0,60}(?:联系|告知|通知|删除|处理|来电|致电|来函).{0,160}$/,
  },
  {
    kind: 'disclaimer',
    sign: '[自于](?:互联网|网络|网友)',
    pattern:
      /^.{0,60}(?:转载|文章|图文|稿件|内容|信息|作品|图片).{0,24}(?:来自|来源于|转载自|源于|出自|转自|收集于|整理自)(?:互联网|网络|网友).{0,160}$/,
  },
  {
    kind: 'disclaimer',
    sign: '(?:views|opinions) expressed|constitute|intended as|construed as|information storage|commission|affiliate|compensation|earn ',
    pattern:
      /^.{0,120}(?:views|opinions) expressed .{0,240}$|^.{0,120}(?:not|neither) (?:constitute|intended as|be construed as) .{0,30}(?:advice|recommendation).{0,160}$|^.{0,200}information storage (?:space )?services?\W{0,3}$|^.{0,200}(?:earn (?:an? )?(?:affiliate |small )?(?:commissions?|compensation|fees?)|affiliate links?).{0,120}$/i,
  },
  {
    kind: 'copyright',
    sign: '©|&copy;|ⓒ|\\(c\\)|copyright|版权|all rights reserved|保留[所一]',
    pattern:
      /^.{0,80}(?:©|&copy;|ⓒ|\(c\) ?\d{4}|copyright|版权所有|all rights reserved|版权声明|版权说明|版权信息|版权申明|保留所有权利|保留一切权利).{0,240}$/i,
  },
  {
    kind: 'copyright',
    sign: '著作权|版权',
    pattern: /^(?!来稿|稿件|照片|作品|投稿|参赛)[^。，]{0,16}(?:著作权|版权)(?:归|属)[^。]{2,40}(?:所有|$).{0,160}$/,
  },
  {
    kind: 'copyright',
    sign: '(?:未经|没有|未获|非经).{0,20}(?:授权|许可|允许|同意|书面)',
    pattern:
      /^.{0,100}(?:未经|没有|未获|非经).{0,20}(?:授权|许可|允许|同意|书面)(?!的).{0,30}(?:转载|复制|摘编|刊载|引用|镜像|抓取|转发|改编|商用).{0,160}$/,
  },
  {
    kind: 'copyright',
    sign: '授权|转载|[注标][明注](?:出处|来源|本文|作者|原文)',
    pattern:
      /^.{0,100}(?:(?:如需|若需)(?:获得|取得|获取)?授权|(?:如需|如欲|若需|需要|欢迎|转发|请勿|严禁|谢绝|禁止|拒绝|不得|授权|欲)(?:任何形式的?)?转载(?!自)|转载(?:请|需|时|须|必须|应|务必|要|授权|合作|事宜|须知|本文|规范|声明|前请|联系|或)|转载.{0,6}(?:注明|标注|署名|联系)|(?:请|须|需|务必|并|应)(?:注明|标明|标注)(?:出处|来源|本文|作者|原文)).{0,200}$/,
  },
  {
    kind: 'copyright',
    sign: 'ICP|公网安备|网站标识码|网站地图|增值电信业务|新闻信息服务许可证',
    pattern: /^.{0,120}(?:ICP备|ICP证|公网安备|网站标识码|网站地图|增值电信业务|新闻信息服务许可证).{0,120}$/,
  },
  {
    kind: 'copyright',
    sign: 'CC[ -]?BY|CC ?协议|CC0|知识共享|创作共用|creative commons',
    pattern:
      /^.{0,60}(?:本文|本作品|本站|文章|本博客).{0,36}(?:CC[ -]?BY|CC 协议|CC协议|CC0|知识共享|创作共用|creative commons).{0,120}$/i,
  },
  {
    kind: 'copyright',
    sign: '原创|独家|首发',
    pattern: /^.{0,12}(?:本文|本稿|此文|本内容|此内容).{0,12}(?:为|系|由|是|属).{0,24}(?:原创|独家|首发).{0,100}$/,
  },
];

/** A pattern that begins with words tells by the first characters that it does not fit, and needs no search for its sign. */
const signedPhrases = edgePhrases.map(({ kind, pattern, sign }) => ({
  kind,
  pattern,
  sign: beginsWithWords(pattern) ? undefined : new RegExp(sign, 'i'),
}));

function beginsWithWords({ source }: RegExp): boolean {
  return source.startsWith('^') && !/^\^(?:\(\?[:!])*[.[]|^\^\(\?!|\|\^/.test(source);
}

const anySign = new RegExp(edgePhrases.map(({ sign }) => sign).join('|'), 'i');
