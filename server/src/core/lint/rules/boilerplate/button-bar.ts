import type { BoilerplateKind } from './kinds.ts';

/** A line of nothing but words from buttons, whatever marks and counts are between them: "分享到：微信 微博", "【打印】【关闭】". */
export function buttonBarKind(line: string): BoilerplateKind | undefined {
  if (line.length > longestBar) return undefined;
  const words = line.toLowerCase();
  if (!startsWithButton.test(words)) return undefined;
  const bar = bars.find(({ decisive }) => decisive.test(words));
  return bar && words.replace(anyButton, '') === '' ? bar.kind : undefined;
}

/** True when most of a line are words from buttons: a row of links, one of which is the name of the site. */
export function isMostlyButtons(line: string): boolean {
  if (line.length > longestBar || !bars.some(({ decisive }) => decisive.test(line))) return false;
  const words = line.toLowerCase();
  const rest = words.replace(anyButton, '');
  return rest.length <= 8 && rest.length <= words.replace(/\s/g, '').length / 2;
}

/** In characters. Words are in lower case. */
const longestBar = 80;

/** At least one such word has to be there; the first kind that has one names the bar. */
const decisiveWords: readonly (readonly ['copy-button' | 'navigation' | 'share', string])[] = [
  ['copy-button', '复制代码 複製代碼 复制成功 复制全部 copy_code'],
  [
    'share',
    `分享到 分享至 分享给好友 分享本文 分享让更多人看到 一键分享 分享 转发 点赞 点点赞 赞一个 很赞 点收藏 收藏 打赏 赞赏 推荐给朋友 微信扫一扫分享
     朋友圈 新浪微博 腾讯微博 qq空间 qq好友 人人网 开心网 百度贴吧 share_this share_on share tweet pin_it email_this like_this facebook twitter
     微信好友 请使用浏览器的分享功能分享 请使用浏览器分享功能进行分享 请使用浏览器的分享功能 linkedin whatsapp telegram reddit pinterest weibo`,
  ],
  [
    'navigation',
    `上一篇 下一篇 上一页 下一页 上一条 下一条 上一版 下一版 上一期 下一期 版面导航 标题导航 只看该作者 倒序浏览 返回首页 返回列表 返回上页 返回顶部 回到顶部 返回 打印本页 打印本文 打印 关闭窗口 关闭本页 关闭
     我要打印 我要纠错 我要评论 我要举报 我要反馈 纠错 举报 投诉 收藏本页 加入收藏 字号 字体 字体大小 放大 缩小 查看原图 点击查看大图 点击放大
     点击图片查看大图 展开全文 展开阅读全文 查看更多 阅读全文 阅读原文 点击阅读全文 点击阅读原文 查看原文 原文链接 加载更多 点击加载更多 查看评论
     发表评论 写评论 没有了 previous_article next_article previous_post next_post previous next back_to_top print_this_page skip_to_content
     听全文 收听全文 听文章 收听本文 听新闻 朗读 语音播报 点击右上角 小字号 大字号
     文章价值打分 当前文章打分 对文章打分 人打分 文章打分 登录 注册 无障碍阅读 read_the_full_article view_comments leave_a_comment post_a_comment load_more continue_reading read_more view_entire_post comments_off`,
  ],
];

/** Words that stand beside them. */
const otherWords = `共有 浏览量 浏览次数 阅读量 阅读次数 访问量 点击量 点击数 点击次数 支持 反对 年 月 日 微信 微博 qq 豆瓣 印象笔记 有道云笔记 更多 复制链接 链接 复制 评论 关注 喜欢 踩 赞 顶 在看 点 人 次 已 的 到 我要 我
  大 中 小 特大 正常 默认 首页 页面 顶部 底部 目录 列表 窗口 此页 本页 全文 没有 无 已是 最后 第一 篇 页 分 分钟 约 意见 反馈 返 top
  via email print copy_link copy link more loading post with on to a friend line messenger pocket tumblr mail flipboard x hacker_news click
  opens_in_new_window text_size close font_size comments comment no permalink » › → ← « ‹ 👍 👇 ❤ ⭐`;

function alternatives(words: string): string {
  return words
    .trim()
    .split(/\s+/)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('_', ' '))
    .join('|');
}

const bars = decisiveWords.map(([kind, words]) => ({ kind, decisive: new RegExp(alternatives(words)) }));

const anyWord = alternatives(`${decisiveWords.map(([, words]) => words).join(' ')} ${otherWords}`);
const anyMark = '[\\s\\d：:|｜丨/／、,，.。·•…\\-—–()（）［］【】\\[\\]<>《》+＋!！▲▼↑↓#*\\uFE0F]';
const anyButton = new RegExp(`${anyWord}|${anyMark}`, 'g');

/** Almost every line of an article is known at its first word to be no bar. */
const startsWithButton = new RegExp(`^${anyMark}*(?:${anyWord}|$)`);
