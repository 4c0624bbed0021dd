/** A small article without a problem: two groups of projects under a complete front matter. */
export const cleanArticle = `---
title: 城东区公布便民服务项目
categories:
 - 民生
author: 陈立秋
date: 2022-03-08T02:10:00Z
---

<div>
<p>　　城东区今天公布了便民服务项目名单。</p>
<p>　　一、街道项目</p>
<p>　　1.社区食堂扩建（城东区民政局）</p>
<p>　　2.老旧管道更换（城东区水务局 城东区住建局）</p>
<p>　　二、乡镇项目</p>
<p>　　1.乡村书屋联网（柳河镇人民政府）</p>
<p>　　2.公交末班车延时（城东区交通局）</p>
</div>
`;

/** The same with a blank line on top and two comments that a content system left. */
export const untidyArticle = `\n${cleanArticle
  .replace('<p>　　二、', '<!-- 广告位 begin -->\n<p>　　二、')
  .replace('</div>', '<!-- 广告位\nend -->\n</div>')}`;

/** Two projects and what the prose says of them: each is named once, one figure is in the prose and one in a title. */
export const storiedArticle = `---
title: 河西镇公布年度实事
categories:
 - 民生
author: 陈立秋
date: 2022-03-08T02:10:00Z
---

<div>
<p>　　2022年1月8日，河西镇公布实事。“夜间还书不打烊”试点以来服务读者3.2万人次。</p>
<p>　　一、两个镇级项目</p>
<p>　　1.夜间还书不打烊（牵头单位：镇文化站；配合单位：镇图书馆）</p>
<p>　　2.老街路灯更新1200盏（镇城建办 镇图书馆）</p>
</div>
`;
