/** An invented article of the usual shape, with a few of the usual problems, for who has none at hand. */
export const sampleArticle = `
---
title: '旧厂房改图书馆、河边添步道……云溪市公布2023年6个惠民项目'
categories: 
 - 民生
 - 云溪新闻网
 - 本地要闻
headimg: 'https://www.example.com/images/2023/riverside.jpg'
author: 云溪新闻网
comments: false
date: Thu, 16 Mar 2023 02:30:00 GMT
thumbnail: 'https://www.example.com/images/2023/riverside.jpg'
---

<div>   
<p>　　原标题：云溪市公布2023年6个惠民项目</p>
<p>　　3月16日上午，云溪市举行新闻发布会，介绍今年的惠民项目。项目从2.4万条市民留言中选出，计划总投资3.85亿元，年内完成八成以上。</p>
<p>　　市住建局局长林远舟说，“旧厂房改建图书馆”项目已完成设计，六月开工。</p>
<!--正文推广 begin-->
<div class="app-download"><a href="https://www.example.com/app"><img src="https://www.example.com/images/app-banner.png" alt="下载客户端"></a></div>
<!--正文推广 end-->
<p>　　<strong>附：云溪市2023年惠民项目</strong></p>
<p>　　<strong>一、三大市级项目</strong></p>
<p>　　1.旧厂房改建图书馆（市住建局、市文旅局）；</p>
<p>　　2.沿河新建步道12公里（市水务局）；</p>
<p>　　3.为300台老旧电梯更换部件（市市场监管局）。</p>
<p>　　<strong>二、三大区级项目</strong></p>
<p>　　1.社区食堂增至45家（东亭区民政局）；</p>
<p>　　2.小学课后托管延长至18时30分（西桥区教育局）；</p>
<p>　　3.菜市场公平秤全覆盖（北泽区市场监管局）。</p>
<p class="share-bar">分享到：微信 微博 QQ空间</p>
<p class="article-editor">责任编辑：沈怀安</p>
</div>
`;
