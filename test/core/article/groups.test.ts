import { describe, expect, it } from 'vitest';
import { check, describeGroups, paragraphs } from './describe-groups.ts';

const forms = [
  '1.',
  '1、',
  '1．',
  '１．',
  '1)',
  '1）',
  '(1)',
  '（1）',
  '①',
  '⑴',
  '⒈',
  '❶',
  '第一，',
  '第1项 ',
  '第一项：',
  '项目一：',
  '案例1：',
  '典型案例一 ',
  '【任务一】',
  'No.1 ',
  'TOP1 ',
  'a.',
  '一、',
  '（一）',
  '(一)',
  '01 ',
  '●1.',
  '🔹1、',
  '1️⃣',
  '➊',
  '〔一〕',
  'Ⅰ.',
  'I. ',
  'Ａ．',
  '1.1 ',
  '第1批 ',
  '廿一、',
];
const second: Readonly<Record<string, string>> = {
  '①': '②',
  '⑴': '⑵',
  '⒈': '⒉',
  '❶': '❷',
  'a.': 'b.',
  '１．': '２．',
  '01 ': '02 ',
  '➊': '➋',
  'Ⅰ.': 'Ⅱ.',
  'I. ': 'II. ',
  'Ａ．': 'Ｂ．',
  '1.1 ': '1.2 ',
  '廿一、': '廿二、',
};
const third: Readonly<Record<string, string>> = {
  '①': '③',
  '⑴': '⑶',
  '⒈': '⒊',
  '❶': '❸',
  'a.': 'c.',
  '１．': '３．',
  '01 ': '03 ',
  '➊': '➌',
  'Ⅰ.': 'Ⅲ.',
  'I. ': 'III. ',
  'Ａ．': 'Ｃ．',
  '1.1 ': '1.3 ',
  '廿一、': '廿三、',
};

describe('the forms of numbers', () => {
  it.each(forms)('reads %s', (form) => {
    const next = second[form] ?? form.replace('1', '2').replace('一', '二');
    const last = third[form] ?? form.replace('1', '3').replace('一', '三');
    const html = paragraphs('名单如下：', `${form}老街照明改造`, `${next}河道清淤`, `${last}校园周边停车`, '完');
    const numbers = form === '廿一、' ? [21, 22, 23] : [1, 2, 3];
    const titles = ['老街照明改造', '河道清淤', '校园周边停车'];
    expect(describeGroups(html)).toEqual(['# -', ...titles.map((title, at) => `${numbers[at]} ${title}`)]);
  });
});

check('what is no list', [
  { name: 'a year', html: paragraphs('2021年，全市开工。', '2022年，全市完工。'), groups: [] },
  { name: 'decimals', html: paragraphs('1.5亿元已经下达。', '2.3万座井盖更换。', '3.0版系统启用。'), groups: [] },
  { name: 'times', html: paragraphs('8:30开始办理。', '9:30结束。'), groups: [] },
  { name: 'a telephone number', html: paragraphs('0579-8830119为监督电话。', '0579-8830120为传真。'), groups: [] },
  { name: 'a stock code', html: paragraphs('688912，这串代码属于云图公司。'), groups: [] },
  { name: 'a list of one', html: paragraphs('注：', '1.企业均为化名。'), groups: [] },
  { name: 'footnotes', html: paragraphs('[1]来源于年报。', '[2]来源于公告。'), groups: [] },
  { name: 'bullets', html: '<ul><li>甲项目</li><li>乙项目</li></ul><p>● 丙</p><p>● 丁</p>', groups: [] },
  { name: 'numbers that do not follow each other', html: paragraphs('3.甲', '12.乙', '7.丙'), groups: [] },
  { name: 'a navigation list', html: '<ol><li><a href="/a">甲</a></li><li><a href="/b">乙</a></li></ol>', groups: [] },
  { name: 'code', html: '<pre><code>1. git init\n2. git add\n</code></pre>', groups: [] },
  {
    name: 'tables of figures',
    html: '<table><tr><td>季度</td><td>投资</td></tr><tr><td>一季度</td><td>15</td></tr><tr><td>二季度</td><td>23</td></tr></table>',
    groups: [],
  },
]);

check('groups', [
  {
    name: 'numbered headings, numbers that start again',
    html: paragraphs(
      '一、市级项目',
      '1.甲（市教育局）',
      '2.乙（市民政局）',
      '二、区级项目',
      '1.丙（东区文旅局）',
      '2.丁（西区司法局）',
    ),
    groups: [
      '# 一、市级项目',
      '1 甲 | 市教育局',
      '2 乙 | 市民政局',
      '# 二、区级项目',
      '1 丙 | 东区文旅局',
      '2 丁 | 西区司法局',
    ],
  },
  {
    name: 'a single numbered heading',
    html: paragraphs('导语。', '一、市级项目（2件）', '1.甲（市教育局）', '2.乙（市民政局）'),
    groups: ['# 一、市级项目（2件）', '1 甲 | 市教育局', '2 乙 | 市民政局'],
  },
  {
    name: 'numbers that run on across headings',
    html: '<h2>工业</h2><ol><li>甲</li><li>乙</li></ol><h2>农业</h2><ol start="3"><li>丙</li></ol>',
    groups: ['# 工业', '1 甲', '2 乙', '# 农业', '3 丙'],
  },
  {
    name: 'two levels of headings, one group of one project',
    html: paragraphs(
      '一、近期',
      '（一）材料',
      '1)甲',
      '2)乙',
      '（二）软件',
      '1)丙',
      '二、长期',
      '（一）航天',
      '1)丁',
      '2)戊',
    ),
    groups: [
      '# 一、近期 > （一）材料',
      '1 甲',
      '2 乙',
      '# 一、近期 > （二）软件',
      '1 丙',
      '# 二、长期 > （一）航天',
      '1 丁',
      '2 戊',
    ],
  },
  {
    name: 'a level that only some headings have',
    html: paragraphs('一、水', '（一）河', '1、甲', '2、乙', '（二）湖', '1、丙', '2、丁', '二、气', '1、戊', '2、己'),
    groups: ['# 一、水 > （一）河', '1 甲', '2 乙', '# 一、水 > （二）湖', '1 丙', '2 丁', '# 二、气', '1 戊', '2 己'],
  },
  {
    name: 'headings by layout alone',
    html: '<div align="center"><b>服务类（2个）</b></div>①甲<br>②乙<br><div align="center"><b>空间类（2个）</b></div>①丙<br>②丁<br>',
    groups: ['# 服务类（2个）', '1 甲', '2 乙', '# 空间类（2个）', '1 丙', '2 丁'],
  },
  {
    name: 'an unusual order of levels',
    html: paragraphs('1、工业', '（一）甲', '（二）乙', '2、农业', '（一）丙', '（二）丁'),
    groups: ['# 1、工业', '1 甲', '2 乙', '# 2、农业', '1 丙', '2 丁'],
  },
  {
    name: 'a list interrupted by pictures, code and prose',
    html: `${paragraphs('1、打开设置', '2、输入命令')}<p><img src="a.png"></p><pre>reboot</pre><p>稍等片刻。</p>${paragraphs('3、重新登录')}`,
    groups: ['# -', '1 打开设置', '2 输入命令', '3 重新登录'],
  },
  {
    name: 'headings that are themselves the list',
    html: '<h4><strong>1、初始化</strong></h4><pre>init</pre><h4><strong>2、克隆</strong></h4><pre>clone</pre><h3><strong>结论</strong></h3>再见',
    groups: ['# -', '1 初始化', '2 克隆'],
  },
  {
    name: 'items separated by line breaks',
    html: '<p>更新说明：</p><p>1.新增导出<br> 2.优化大屏<br> 3.修复错误</p>',
    groups: ['# -', '1 新增导出', '2 优化大屏', '3 修复错误'],
  },
  {
    name: 'an ordered list continued by its start attribute',
    html: '<h2>提示</h2><ol><li>备份</li><li>执行命令：</li></ol><pre>install</pre><ol start="3"><li>详细文档</li></ol>',
    groups: ['# 提示', '1 备份', '2 执行命令', '3 详细文档'],
  },
]);

check('titles and organisations', [
  {
    name: 'separators and widths',
    html: paragraphs(
      '1.甲（市司法局 市发展改革委）',
      '2.乙(市教育局、市财政局)',
      '3.丙（市公安局，市地铁集团）',
      '4.丁（市总工会；市文旅局）。',
      '5.戊（省科技厅/省工信厅）',
    ),
    groups: [
      '# -',
      '1 甲 | 市司法局 + 市发展改革委',
      '2 乙 | 市教育局 + 市财政局',
      '3 丙 | 市公安局 + 市地铁集团',
      '4 丁 | 市总工会 + 市文旅局',
      '5 戊 | 省科技厅 + 省工信厅',
    ],
  },
  {
    name: 'remarks in brackets stay in the title',
    html: paragraphs(
      '1.管网改造（二期）（市水务局）',
      '2.条例（修订）(市人大法工委)',
      '3.文化宫（含书屋、母婴室）（市总工会）',
      '4.评估（2018—2022年）（市统计局）',
      '5.打开系统（管理员）',
    ),
    groups: [
      '# -',
      '1 管网改造（二期） | 市水务局',
      '2 条例（修订） | 市人大法工委',
      '3 文化宫（含书屋、母婴室） | 市总工会',
      '4 评估（2018—2022年） | 市统计局',
      '5 打开系统（管理员）',
    ],
  },
  {
    name: 'brackets in brackets',
    html: paragraphs('1.一网通办（市住房中心（市交易登记中心））', '2.模具（恒图精密（云川）有限公司）'),
    groups: ['# -', '1 一网通办 | 市住房中心（市交易登记中心）', '2 模具 | 恒图精密（云川）有限公司'],
  },
  {
    name: 'roles before and after names',
    html: paragraphs(
      '1.甲（牵头单位：市数据局；配合单位：市公安局、市税务局）',
      '2.乙（市建设局牵头，市人防办配合）',
      '3.丙（申报单位：云澜大学）',
    ),
    groups: [
      '# -',
      '1 甲 | 市数据局 (lead) + 市公安局 (support) + 市税务局 (support)',
      '2 乙 | 市建设局 (lead) + 市人防办 (support)',
      '3 丙 | 云澜大学 (applicant)',
    ],
  },
  {
    name: 'organisations on the next line',
    html: '<p>1、河道清淤<br>责任单位：区水务局；配合单位：各街道办事处<br>2、排口整治<br>责任单位：区环境局<br>完毕</p>',
    groups: ['# -', '1 河道清淤 | 区水务局 (lead) + 各街道办事处 (support)', '2 排口整治 | 区环境局 (lead)'],
  },
  {
    name: 'organisations after a dash on the next line',
    html: '①合伙人计划<br>——城南街道办事处、云安供电公司<br>②修修补补<br>——市房管中心<br>',
    groups: ['# -', '1 合伙人计划 | 城南街道办事处 + 云安供电公司', '2 修修补补 | 市房管中心'],
  },
  {
    name: 'cards with the number in a line of its own',
    html: '<section><strong>年度成果</strong></section><section><b>No.1</b></section><section><b>激光芯片</b></section><section>申报单位：云图公司 / 理工大学</section><section>很快。</section><section><b>No.2</b></section><section><b>密封件</b></section><section>申报单位：海材公司</section>',
    groups: [
      '# 年度成果',
      '1 激光芯片 | 云图公司 (applicant) + 理工大学 (applicant)',
      '2 密封件 | 海材公司 (applicant)',
    ],
  },
  {
    name: 'a number set off by markup, corner brackets',
    html: '<p><span><strong>案例一</strong></span>：保护江豚案【云川市检察院、北岭县检察院】</p><p>案情略。</p><p><span><strong>案例二</strong></span>：整治矿山案。【东渚县检察院】</p>',
    groups: ['# -', '1 保护江豚案 | 云川市检察院 + 北岭县检察院', '2 整治矿山案 | 东渚县检察院'],
  },
  {
    name: 'only the first sentence is the title',
    html: paragraphs('第一，建立调度机制。每月调度一次。', '第二，引入第三方评估。结果占5%。'),
    groups: ['# -', '1 建立调度机制', '2 引入第三方评估'],
  },
  {
    name: 'an organisation of a kind nobody has listed, known by its sisters',
    html: paragraphs('1.甲（市教育局）', '2.乙（市民政局）', '3.丙（云岭古镇旅游区）', '4.丁（市残联）'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局', '3 丙 | 云岭古镇旅游区', '4 丁 | 市残联'],
  },
  {
    name: 'a title that begins with a number',
    html: paragraphs('1.智慧停车', '2.5G基站共建', '3.长者食堂'),
    groups: ['# -', '1 智慧停车', '2 5G基站共建', '3 长者食堂'],
  },
]);

check('organisations in other places', [
  {
    name: 'after a role word in the same line',
    html: paragraphs(
      '1.河道清淤，责任单位：区水务局',
      '2.排口整治　　牵头单位：区环境局，配合单位：各街道办事处、区城管局',
    ),
    groups: [
      '# -',
      '1 河道清淤 | 区水务局 (lead)',
      '2 排口整治 | 区环境局 (lead) + 各街道办事处 (support) + 区城管局 (support)',
    ],
  },
  {
    name: 'after a dash in the same line',
    html: paragraphs('①城市书房——市文旅局', '②口袋公园——市园林局、市住建局'),
    groups: ['# -', '1 城市书房 | 市文旅局', '2 口袋公园 | 市园林局 + 市住建局'],
  },
  {
    name: 'set off by wide spaces, in most entries',
    html: paragraphs('1.城市书房　　市文旅局', '2.口袋公园　　市园林局', '3.让夜归路　更安心'),
    groups: ['# -', '1 城市书房 | 市文旅局', '2 口袋公园 | 市园林局', '3 让夜归路　更安心'],
  },
  {
    name: 'joined by a conjunction, with others not named',
    html: paragraphs('1.甲（市司法局和市教育局）', '2.乙（市自然资源和规划局等部门）'),
    groups: ['# -', '1 甲 | 市司法局 + 市教育局', '2 乙 | 市自然资源和规划局'],
  },
  {
    name: 'the name announced by a word of its own',
    html: '<p>1</p><p>项目名称：城市书房</p><p>责任单位：市文旅局</p><p>2</p><p>项目名称：口袋公园</p><p>责任单位：市园林局</p><p>3</p><p>项目名称：口袋广场</p><p>责任单位：市园林局</p>',
    groups: ['# -', '1 城市书房 | 市文旅局 (lead)', '2 口袋公园 | 市园林局 (lead)', '3 口袋广场 | 市园林局 (lead)'],
  },
  {
    name: 'entries with numbered measures of their own',
    html: paragraphs(
      '1.城市书房（市文旅局）',
      '（1）选址',
      '（2）装修',
      '2.口袋公园（市园林局）',
      '（1）征地',
      '（2）种树',
    ),
    groups: ['# -', '1 城市书房 | 市文旅局', '2 口袋公园 | 市园林局'],
  },
  {
    name: 'a number that only markup sets off',
    html: '<p><span>01</span>城市书房</p><p><span>02</span>口袋公园</p><p><span>03</span>口袋广场</p>',
    groups: ['# -', '1 城市书房', '2 口袋公园', '3 口袋广场'],
  },
]);

check('tables with banners', [
  {
    name: 'a numbered banner, a group column behind the numbers',
    html: `<table><tr><td>序号</td><td>类别</td><td>项目名称</td><td>责任单位</td></tr>
<tr><td colspan="4">一、市级事项</td></tr>
<tr><td>1</td><td rowspan="2">审批</td><td>一窗通办</td><td>市税务局</td></tr><tr><td>2</td><td>联合报装</td><td>市审批局</td></tr></table>`,
    groups: ['# 一、市级事项 > 审批', '1 一窗通办 | 市税务局 (lead)', '2 联合报装 | 市审批局 (lead)'],
  },
]);

check('organisations of unusual kinds', [
  {
    name: 'below the title, known by their sisters',
    html: '<p>①甲项目<br>——市民政局<br>②乙项目<br>——新城园林所<br>③丙项目<br>——城南街坊会馆<br>④丁项目<br>——团市委</p>',
    groups: ['# -', '1 甲项目 | 市民政局', '2 乙项目 | 新城园林所', '3 丙项目 | 城南街坊会馆', '4 丁项目 | 团市委'],
  },
  {
    name: 'in English',
    html: '<ol><li>Ferry landing (Saltby Harbour Board)</li><li>Night bus (Saltby City Council)</li></ol>',
    groups: ['# -', '1 Ferry landing | Saltby Harbour Board', '2 Night bus | Saltby City Council'],
  },
]);

check('tables', [
  {
    name: 'rows that are headings, organisations in brackets',
    html: `<table><tr><td>序号</td><td>民生实事项目</td><td>完成时限</td></tr>
<tr><td colspan="3">一、交通类</td></tr><tr><td>1</td><td>公交站亭（市交通局）</td><td>6月</td></tr>
<tr><td colspan="3">二、教育类</td></tr><tr><td>2</td><td>托管服务（市教育局、团市委）</td><td>9月</td></tr></table>`,
    groups: ['# 一、交通类', '1 公交站亭 | 市交通局', '# 二、教育类', '2 托管服务 | 市教育局 + 团市委'],
  },
  {
    name: 'a header, group cells and two columns of organisations',
    html: `<table><caption>表1　重点项目（3个）</caption>
<tr><th>类别</th><th>序号</th><th>项目名称</th><th>责任单位</th><th>配合单位</th></tr>
<tr><td rowspan="2">交通</td><td>01</td><td>东站枢纽</td><td>市交通局</td><td>市规划局、东区政府</td></tr>
<tr><td>02</td><td>二桥工程（二期）</td><td>市交通局</td><td>——</td></tr>
<tr><td>民生</td><td>03</td><td>新校区</td><td>市教育局</td><td>市财政局</td></tr></table>`,
    groups: [
      '# 表1　重点项目（3个） > 交通',
      '1 东站枢纽 | 市交通局 (lead) + 市规划局 (support) + 东区政府 (support)',
      '2 二桥工程（二期） | 市交通局 (lead)',
      '# 表1　重点项目（3个） > 民生',
      '3 新校区 | 市教育局 (lead) + 市财政局 (support)',
    ],
  },
  {
    name: 'no header',
    html: '<h3>名单</h3><table><tr><td>1</td><td>东站枢纽</td></tr><tr><td>2</td><td>二桥工程</td></tr></table>',
    groups: ['# 名单', '1 东站枢纽', '2 二桥工程'],
  },
]);
