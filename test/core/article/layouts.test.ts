import { check, paragraphs } from './describe-groups.ts';

check('more that is no list', [
  { name: 'months', html: paragraphs('1月，开工。', '2月，建设。', '3月，完工。'), groups: [] },
  { name: 'days', html: paragraphs('1日，开工。', '2日，建设。'), groups: [] },
  { name: 'dates', html: paragraphs('1.15 开工', '1.16 建设', '1.17 建设'), groups: [] },
  { name: 'decimals with a scale', html: paragraphs('1.2万人参加。', '2.3万人参加。'), groups: [] },
  { name: 'times with full-width colons', html: paragraphs('8：00 签到', '9：00 开幕', '10：00 致辞'), groups: [] },
  { name: 'times in words', html: paragraphs('8时30分，开始。', '9时，结束。'), groups: [] },
  { name: 'hotlines', html: paragraphs('12345热线', '12346热线'), groups: [] },
  { name: 'stock codes', html: paragraphs('600001 甲股份', '600002 乙股份', '600003 丙股份'), groups: [] },
  { name: 'versions', html: paragraphs('v1.1 修复', 'v1.2 修复', '1.3.0 修复'), groups: [] },
  { name: 'versions of three parts', html: paragraphs('1.0.1 修复', '1.0.2 修复', '1.0.3 修复'), groups: [] },
  { name: 'footnotes in words', html: paragraphs('注1：甲', '注2：乙'), groups: [] },
  { name: 'captions', html: paragraphs('图1：甲', '图2：乙', '表1 甲', '表2 乙'), groups: [] },
  { name: 'attachments', html: paragraphs('附件1：甲.doc', '附件2：乙.doc'), groups: [] },
  { name: 'quantities', html: paragraphs('3个项目开工。', '4个项目完工。', '5个项目启动。'), groups: [] },
  { name: 'percent', html: paragraphs('10% 的人', '11% 的人', '12% 的人'), groups: [] },
  { name: 'scores', html: paragraphs('1:0 胜', '2:0 胜'), groups: [] },
  { name: '第一季度', html: paragraphs('第一季度，增长。', '第二季度，下降。'), groups: [] },
  { name: '一季度', html: paragraphs('一季度 增长', '二季度 增长', '三季度 增长'), groups: [] },
  { name: 'phases', html: paragraphs('一期工程完工。', '二期工程开工。'), groups: [] },
  { name: 'page numbers', html: '<ul class="pager"><li>1</li><li>2</li><li>3</li></ul>', groups: [] },
  {
    name: 'months in a table',
    html: '<table><tr><td>月份</td><td>增速</td></tr><tr><td>1</td><td>2.3%</td></tr><tr><td>2</td><td>3.3%</td></tr><tr><td>3</td><td>3.6%</td></tr></table>',
    groups: [],
  },
  { name: 'lines of a metro', html: paragraphs('1号线开通。', '2号线开通。', '3号线开工。'), groups: [] },
  { name: 'buildings', html: paragraphs('1栋 张三', '2栋 李四'), groups: [] },
  { name: 'two grades of pupils', html: paragraphs('一、二年级学生返校。', '三、四年级学生返校。'), groups: [] },
  { name: 'kinds of shares', html: paragraphs('A股上涨。', 'B股下跌。'), groups: [] },
]);

check('headings with numbers of their own', [
  {
    name: 'a count behind the number',
    html: paragraphs('一、两个镇级项目', '1.还书（镇文化局）', '2.路灯（镇城建办）'),
    groups: ['# 一、两个镇级项目', '1 还书 | 镇文化局', '2 路灯 | 镇城建办'],
  },
]);

const table = (...rows: readonly string[]): string =>
  `<table><tr><td>序号</td><td>项目名称</td><td>责任单位</td></tr>${rows
    .map((row, at) => `<tr><td>${at + 1}</td>${row.replace(/[^|]+/g, '<td>$&</td>').replaceAll('|', '')}</tr>`)
    .join('')}</table>`;

check('numbered headings of tables', [
  {
    name: 'one table each',
    html: `${paragraphs('一、市级项目（2个）')}${table('补种行道树|市林业局', '清洗灯罩|市城管局')}${paragraphs('二、镇级项目（2个）')}${table('修桥|石镇政府', '挖井|山镇政府')}`,
    groups: [
      '# 一、市级项目（2个）',
      '1 补种行道树 | 市林业局 (lead)',
      '2 清洗灯罩 | 市城管局 (lead)',
      '# 二、镇级项目（2个）',
      '1 修桥 | 石镇政府 (lead)',
      '2 挖井 | 山镇政府 (lead)',
    ],
  },
  {
    name: 'numbers like those of entries, and units',
    html: `${paragraphs('1.市级项目', '单位：万元')}${table('补种行道树|市林业局', '清洗灯罩|市城管局')}${paragraphs('2.镇级项目', '单位：万元')}${table('修桥|石镇政府', '挖井|山镇政府')}`,
    groups: [
      '# 1.市级项目',
      '1 补种行道树 | 市林业局 (lead)',
      '2 清洗灯罩 | 市城管局 (lead)',
      '# 2.镇级项目',
      '1 修桥 | 石镇政府 (lead)',
      '2 挖井 | 山镇政府 (lead)',
    ],
  },
  {
    name: 'entries of a list over one table are no headings',
    html: `${paragraphs('1.修桥（市交通局）', '2.挖井（市水务局）')}${table('补种行道树|市林业局', '清洗灯罩|市城管局')}`,
    groups: [
      '# -',
      '1 修桥 | 市交通局',
      '2 挖井 | 市水务局',
      '# -',
      '1 补种行道树 | 市林业局 (lead)',
      '2 清洗灯罩 | 市城管局 (lead)',
    ],
  },
]);

check('the title in the first line', [
  {
    name: 'is no heading of sections, though it counts them',
    html: `<h1>发布2起典型案例</h1>${paragraphs('说明')}<h3>案例1 修桥</h3>${paragraphs('桥断了。')}<h3>案例2 挖井</h3>${paragraphs('井干了。')}`,
    groups: ['# -', '1 修桥', '2 挖井'],
  },
]);

check('the last entry but one', [
  {
    name: 'ends in a word that joins it to the last',
    html: paragraphs('（一）修桥（路政署）；', '（二）挖井（水務署）；以及', '（三）補種樹木（漁護署）。'),
    groups: ['# -', '1 修桥 | 路政署', '2 挖井 | 水務署', '3 補種樹木 | 漁護署'],
  },
]);

check('headings, tables, places', [
  {
    name: 'prose between heading and list',
    html: '<h3>一、重点项目（3个）</h3><p>说明文字，这里介绍一下。</p><p>1.甲项目（市教育局）</p><p>2.乙项目（市民政局）</p><p>3.丙项目（市公安局）</p><h3>二、一般项目（2个）</h3><p>1.丁项目（市教育局）</p><p>2.戊项目（市民政局）</p>',
    groups: [
      '# 一、重点项目（3个）',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '3 丙项目 | 市公安局',
      '# 二、一般项目（2个）',
      '1 丁项目 | 市教育局',
      '2 戊项目 | 市民政局',
    ],
  },
  {
    name: 'running numbers across numbered groups',
    html: paragraphs(
      '一、交通类',
      '1.甲项目（市教育局）',
      '2.乙项目（市民政局）',
      '二、住房类',
      '3.丙项目（市公安局）',
      '三、教育类',
      '4.丁项目（市教育局）',
      '5.戊项目（市民政局）',
    ),
    groups: [
      '# 一、交通类',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 二、住房类',
      '3 丙项目 | 市公安局',
      '# 三、教育类',
      '4 丁项目 | 市教育局',
      '5 戊项目 | 市民政局',
    ],
  },
  {
    name: 'bold headings',
    html: '<p><strong>交通类</strong></p><p>1.甲项目（市教育局）</p><p>2.乙项目（市民政局）</p><p><strong>住房类</strong></p><p>1.丙项目（市公安局）</p><p>2.丙二项目（市公安局）</p>',
    groups: [
      '# 交通类',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 住房类',
      '1 丙项目 | 市公安局',
      '2 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'plain lines above numbers that start again',
    html: paragraphs(
      '交通类：',
      '1.甲项目（市教育局）',
      '2.乙项目（市民政局）',
      '住房类：',
      '1.丙项目（市公安局）',
      '2.丙二项目（市公安局）',
    ),
    groups: [
      '# 交通类：',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 住房类：',
      '1 丙项目 | 市公安局',
      '2 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'lines in brackets',
    html: paragraphs(
      '【交通类】',
      '1.甲项目（市教育局）',
      '2.乙项目（市民政局）',
      '【住房类】',
      '3.丙项目（市公安局）',
      '4.丙二项目（市公安局）',
    ),
    groups: [
      '# 【交通类】',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 【住房类】',
      '3 丙项目 | 市公安局',
      '4 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'lines with a symbol',
    html: paragraphs(
      '▌交通类',
      '1.甲项目（市教育局）',
      '2.乙项目（市民政局）',
      '▌住房类',
      '3.丙项目（市公安局）',
      '4.丙二项目（市公安局）',
    ),
    groups: [
      '# ▌交通类',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# ▌住房类',
      '3 丙项目 | 市公安局',
      '4 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'bold by style',
    html: '<p><span style="color:red;font-weight:bold">交通类</span></p><p>1.甲项目（市教育局）</p><p>2.乙项目（市民政局）</p><p><span style="color:red;font-weight:bold">住房类</span></p><p>1.丙项目（市公安局）</p><p>2.丙二项目（市公安局）</p>',
    groups: [
      '# 交通类',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 住房类',
      '1 丙项目 | 市公安局',
      '2 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'centred lines',
    html: '<p style="text-align:center">交通类</p><p>1.甲项目（市教育局）</p><p>2.乙项目（市民政局）</p><p style="text-align:center">住房类</p><p>1.丙项目（市公安局）</p><p>2.丙二项目（市公安局）</p>',
    groups: [
      '# 交通类',
      '1 甲项目 | 市教育局',
      '2 乙项目 | 市民政局',
      '# 住房类',
      '1 丙项目 | 市公安局',
      '2 丙二项目 | 市公安局',
    ],
  },
  {
    name: 'an ordered list of paragraphs',
    html: '<h2>清单</h2><ol><li><p>甲项目</p><p>责任单位：市教育局</p></li><li><p>乙项目</p><p>责任单位：市民政局</p></li></ol>',
    groups: ['# 清单', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead)'],
  },
  {
    name: 'ordered lists in an ordered list',
    html: '<ol><li>市级<ol><li>甲（市教育局）</li><li>乙（市民政局）</li></ol></li><li>区级<ol><li>丙（市教育局）</li><li>丁（市民政局）</li></ol></li></ol>',
    groups: ['# 市级', '1 甲 | 市教育局', '2 乙 | 市民政局', '# 区级', '1 丙 | 市教育局', '2 丁 | 市民政局'],
  },
  {
    name: 'an ordered list with printed numbers',
    html: '<ol><li>1.甲</li><li>2.乙</li></ol>',
    groups: ['# -', '1 甲', '2 乙'],
  },
  {
    name: 'an ordered list with values',
    html: '<ol><li value="5">甲</li><li>乙</li></ol>',
    groups: ['# -', '5 甲', '6 乙'],
  },
  {
    name: 'a bulleted list with printed numbers',
    html: '<ul><li>1.甲（市教育局）</li><li>2.乙（市民政局）</li></ul>',
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局'],
  },
  {
    name: 'a description list',
    html: '<dl><dt>1.甲</dt><dd>责任单位：市教育局</dd><dt>2.乙</dt><dd>责任单位：市民政局</dd></dl>',
    groups: ['# -', '1 甲 | 市教育局 (lead)', '2 乙 | 市民政局 (lead)'],
  },
  {
    name: 'a table with group cells',
    html: '<table><tr><th>序号</th><th>领域</th><th>任务</th><th>牵头部门</th></tr><tr><td>1</td><td rowspan=2>交通</td><td>甲任务</td><td>市交通局</td></tr><tr><td>2</td><td>乙任务</td><td>市公安局</td></tr><tr><td>3</td><td>民生</td><td>丙任务</td><td>市民政局<br>市财政局</td></tr></table>',
    groups: [
      '# 交通',
      '1 甲任务 | 市交通局 (lead)',
      '2 乙任务 | 市公安局 (lead)',
      '# 民生',
      '3 丙任务 | 市民政局 (lead) + 市财政局 (lead)',
    ],
  },
  {
    name: 'a table with number and title in one cell',
    html: '<table><tr><th>项目</th><th>责任单位</th></tr><tr><td>1.甲项目</td><td>市交通局</td></tr><tr><td>2.乙项目</td><td>市公安局</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市交通局 (lead)', '2 乙项目 | 市公安局 (lead)'],
  },
  {
    name: 'a table without header, organisations in the third column',
    html: '<table><tr><td>1</td><td>甲项目</td><td>市交通局</td></tr><tr><td>2</td><td>乙项目</td><td>市公安局</td></tr><tr><td>3</td><td>丙项目</td><td>市公安局</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市交通局', '2 乙项目 | 市公安局', '3 丙项目 | 市公安局'],
  },
  {
    name: 'a table without header, group cells first',
    html: '<table><tr><td rowspan=2>交通</td><td>1</td><td>甲项目</td><td>市交通局</td></tr><tr><td>2</td><td>乙项目</td><td>市公安局</td></tr><tr><td>民生</td><td>3</td><td>丙项目</td><td>市公安局</td></tr></table>',
    groups: ['# 交通', '1 甲项目 | 市交通局', '2 乙项目 | 市公安局', '# 民生', '3 丙项目 | 市公安局'],
  },
  {
    name: 'a table whose first row is its name',
    html: '<table><tr><td colspan=4>附件：项目清单（3个）</td></tr><tr><td>序号</td><td>项目名称</td><td>建设单位</td><td>投资（万元）</td></tr><tr><td>1</td><td>甲项目</td><td>市交投集团有限公司</td><td>3000</td></tr><tr><td>2</td><td>乙项目</td><td>某某科技有限公司</td><td>200</td></tr></table>',
    groups: ['# 附件：项目清单（3个）', '1 甲项目 | 市交投集团有限公司 (lead)', '2 乙项目 | 某某科技有限公司 (lead)'],
  },
  {
    name: 'a header of two rows',
    html: '<table><tr><td rowspan=2>序号</td><td rowspan=2>项目名称</td><td colspan=2>责任单位</td></tr><tr><td>牵头</td><td>配合</td></tr><tr><td>1</td><td>甲项目</td><td>市交通局</td><td>市财政局</td></tr><tr><td>2</td><td>乙项目</td><td>市公安局</td><td>市财政局</td></tr></table>',
    groups: [
      '# -',
      '1 甲项目 | 市交通局 (lead) + 市财政局 (support)',
      '2 乙项目 | 市公安局 (lead) + 市财政局 (support)',
    ],
  },
  {
    name: 'a table with Chinese numbers',
    html: '<table><tr><td>序号</td><td>项目</td><td>单位</td></tr><tr><td>一</td><td>甲项目</td><td>市交通局</td></tr><tr><td>二</td><td>乙项目</td><td>市公安局</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市交通局', '2 乙项目 | 市公安局'],
  },
  {
    name: 'a table with numbered heading rows',
    html: '<table><tr><td>序号</td><td>项目名称</td><td>责任单位</td></tr><tr><td>一</td><td>交通类（2个）</td><td></td></tr><tr><td>1</td><td>甲项目</td><td>市交通局</td></tr><tr><td>2</td><td>乙项目</td><td>市公安局</td></tr><tr><td>二</td><td>民生类（1个）</td><td></td></tr><tr><td>1</td><td>丙项目</td><td>市公安局</td></tr></table>',
    groups: [
      '# 交通类（2个）',
      '1 甲项目 | 市交通局 (lead)',
      '2 乙项目 | 市公安局 (lead)',
      '# 民生类（1个）',
      '1 丙项目 | 市公安局 (lead)',
    ],
  },
  {
    name: 'a table with a sum',
    html: '<table><tr><td>序号</td><td>项目名称</td><td>责任单位</td></tr><tr><td>1</td><td>甲项目</td><td>市交通局</td></tr><tr><td>2</td><td>乙项目</td><td>市公安局</td></tr><tr><td colspan=2>合计</td><td>2</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市交通局 (lead)', '2 乙项目 | 市公安局 (lead)'],
  },
  {
    name: 'a ranking',
    html: '<table><tr><td>排名</td><td>企业</td><td>营收</td></tr><tr><td>1</td><td>甲公司</td><td>30亿元</td></tr><tr><td>2</td><td>乙公司</td><td>20亿元</td></tr></table>',
    groups: ['# -', '1 甲公司', '2 乙公司'],
  },
  {
    name: 'headings and items in one paragraph',
    html: '<p><strong>一、市级</strong><br>1.甲（市教育局）<br>2.乙（市民政局）<br><strong>二、区级</strong><br>1.丙（市教育局）<br>2.丁（市民政局）</p>',
    groups: ['# 一、市级', '1 甲 | 市教育局', '2 乙 | 市民政局', '# 二、区级', '1 丙 | 市教育局', '2 丁 | 市民政局'],
  },
  {
    name: 'roles in brackets in the next line',
    html: paragraphs('1.甲项目', '（责任单位：市教育局）', '2.乙项目', '（责任单位：市民政局；配合单位：市财政局）'),
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead) + 市财政局 (support)'],
  },
  {
    name: 'description in the line, organisations at its end',
    html: paragraphs(
      '1.甲项目。新建10所学校，改造20所学校。（市教育局负责）',
      '2.乙项目。新增养老床位。（市民政局、市财政局负责）',
    ),
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead) + 市财政局 (lead)'],
  },
  {
    name: 'a bold title, a description, a role',
    html: '<p>1.<strong>甲项目。</strong>新建10所学校，改造20所学校。责任单位：市教育局</p><p>2.<strong>乙项目。</strong>新增养老床位。责任单位：市民政局、市财政局</p>',
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead) + 市财政局 (lead)'],
  },
  {
    name: 'a description of some lines before the role',
    html: paragraphs(
      '1.甲项目',
      '新建10所学校，改造20所学校。',
      '再说一段话。',
      '第三段话。',
      '责任单位：市教育局',
      '2.乙项目',
      '新增养老床位。',
      '再说一段话。',
      '第三段。',
      '责任单位：市民政局、市财政局',
    ),
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead) + 市财政局 (lead)'],
  },
  {
    name: 'behind a space',
    html: paragraphs('1.甲项目 市教育局', '2.乙项目 市民政局', '3.丙项目 市公安局'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局', '3 丙项目 | 市公安局'],
  },
  {
    name: 'behind dashes',
    html: paragraphs('1.甲项目——市教育局', '2.乙项目——市民政局', '3.丙项目——市公安局'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局', '3 丙项目 | 市公安局'],
  },
  {
    name: 'behind a bar',
    html: paragraphs('1.甲项目|市教育局', '2.乙项目|市民政局', '3.丙项目|市公安局'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局', '3 丙项目 | 市公安局'],
  },
  {
    name: 'in square brackets',
    html: paragraphs('1.甲项目[市教育局]', '2.乙项目[市民政局]'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局'],
  },
  {
    name: 'brackets in the names of companies',
    html: paragraphs('1.智能工厂（某某（苏州）科技有限公司）', '2.数字车间（江苏某某股份有限公司、苏州大学）'),
    groups: ['# -', '1 智能工厂 | 某某（苏州）科技有限公司', '2 数字车间 | 江苏某某股份有限公司 + 苏州大学'],
  },
  {
    name: 'brackets of mixed widths',
    html: paragraphs('1.甲项目（市教育局)', '2.乙项目(市民政局）'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局'],
  },
]);

check('what stands beside organisations', [
  {
    name: 'remarks alone',
    html: paragraphs('1.甲（一期）', '2.乙（二期）', '3.丙（见附图）'),
    groups: ['# -', '1 甲（一期）', '2 乙（二期）', '3 丙（见附图）'],
  },
  {
    name: 'a remark among organisations',
    html: paragraphs('1.甲（东城区政府）', '2.乙（市教育局）', '3.丙（每年两次）', '4.丁（市水务局）'),
    groups: ['# -', '1 甲 | 东城区政府', '2 乙 | 市教育局', '3 丙（每年两次）', '4 丁 | 市水务局'],
  },
  {
    name: 'dates',
    html: paragraphs(
      '1.甲（市教育局，2022年12月底前完成）',
      '2.乙（市民政局；6月底前）',
      '3.丙（责任单位：市教育局；完成时限：2022年6月）',
    ),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局', '3 丙 | 市教育局 (lead)'],
  },
  {
    name: '由',
    html: paragraphs('1.甲（由市教育局牵头）', '2.乙（由市民政局、市财政局共同负责）'),
    groups: ['# -', '1 甲 | 市教育局 (lead)', '2 乙 | 市民政局 (lead) + 市财政局 (lead)'],
  },
  {
    name: 'a role in brackets',
    html: paragraphs('1.甲【责任单位】市教育局', '2.乙【责任单位】市民政局'),
    groups: ['# -', '1 甲 | 市教育局 (lead)', '2 乙 | 市民政局 (lead)'],
  },
  {
    name: 'roles in brackets in the next lines',
    html: paragraphs(
      '1.甲',
      '【牵头单位】市教育局',
      '【配合单位】市财政局、市民政局',
      '2.乙',
      '【牵头单位】市民政局',
      '【配合单位】无',
    ),
    groups: ['# -', '1 甲 | 市教育局 (lead) + 市财政局 (support) + 市民政局 (support)', '2 乙 | 市民政局 (lead)'],
  },
  {
    name: 'a date before the role',
    html: paragraphs(
      '1.甲',
      '完成时限：2022年底',
      '责任单位：市教育局',
      '2.乙',
      '完成时限：2022年底',
      '责任单位：市民政局',
    ),
    groups: ['# -', '1 甲 | 市教育局 (lead)', '2 乙 | 市民政局 (lead)'],
  },
  {
    name: 'a role and a date in one line',
    html: paragraphs(
      '1.甲',
      '责任单位：市教育局　完成时限：2022年底',
      '2.乙',
      '责任单位：市民政局　完成时限：2022年底',
    ),
    groups: ['# -', '1 甲 | 市教育局 (lead)', '2 乙 | 市民政局 (lead)'],
  },
  {
    name: 'a description behind organisations',
    html: paragraphs('1.甲项目（市教育局）。新建10所学校。', '2.乙项目（市民政局）。新增床位。'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局'],
  },
  {
    name: 'a bold title with organisations, then a description',
    html: '<p><strong>1.甲项目（市教育局）</strong>今年将新建10所学校，新增学位一万个。</p><p><strong>2.乙项目（市民政局）</strong>今年将新增床位，改造一批老旧设施。</p>',
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局'],
  },
  {
    name: 'a bold title, then a description',
    html: '<p><strong>1.甲项目。</strong>今年将新建10所学校，新增学位一万个。</p><p><strong>2.乙项目：</strong>今年将新增床位，改造一批老旧设施。</p>',
    groups: ['# -', '1 甲项目', '2 乙项目'],
  },
  {
    name: 'names alone in the next line',
    html: paragraphs('1.甲项目', '市教育局', '2.乙项目', '市民政局、市财政局', '3.丙项目', '市水务局'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局 + 市财政局', '3 丙项目 | 市水务局'],
  },
  {
    name: 'no-break spaces between names',
    html: paragraphs('1.甲项目（市教育局&nbsp;市民政局）', '2.乙项目（市民政局&nbsp;&nbsp;市财政局）'),
    groups: ['# -', '1 甲项目 | 市教育局 + 市民政局', '2 乙项目 | 市民政局 + 市财政局'],
  },
  {
    name: 'conjunctions and parts',
    html: paragraphs(
      '1.甲项目（市教育局会同市民政局）',
      '2.乙项目（市民政局等部门按职责分工负责）',
      '3.丙项目（各区政府，市民政局、市财政局按职责分工负责）',
    ),
    groups: [
      '# -',
      '1 甲项目 | 市教育局 + 市民政局',
      '2 乙项目 | 市民政局 (lead)',
      '3 丙项目 | 各区政府 (lead) + 市民政局 (lead) + 市财政局 (lead)',
    ],
  },
]);

check('levels and irregular lists', [
  {
    name: 'three levels',
    html: paragraphs(
      '一、总体要求',
      '（一）指导思想',
      '以习近平……为指导。',
      '（二）基本原则',
      '坚持……。',
      '二、重点任务',
      '（一）工业',
      '1.甲（市工信局）',
      '2.乙（市发改委）',
      '（二）农业',
      '3.丙（市农业局）',
      '4.丁（市水利局）',
      '三、保障措施',
      '（一）加强领导。xxx。',
      '（二）加强考核。xxx。',
    ),
    groups: [
      '# 一、总体要求',
      '1 指导思想',
      '2 基本原则',
      '# 二、重点任务 > （一）工业',
      '1 甲 | 市工信局',
      '2 乙 | 市发改委',
      '# 二、重点任务 > （二）农业',
      '3 丙 | 市农业局',
      '4 丁 | 市水利局',
      '# 三、保障措施',
      '1 加强领导',
      '2 加强考核',
    ],
  },
  {
    name: 'two levels of headings in markup',
    html: '<h2>市级项目</h2><h3>教育</h3><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p><h3>医疗</h3><p>1.丙（市卫健委）</p><p>2.丁（市卫健委）</p><h2>区级项目</h2><h3>教育</h3><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p>',
    groups: [
      '# 市级项目 > 教育',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 市级项目 > 医疗',
      '1 丙 | 市卫健委',
      '2 丁 | 市卫健委',
      '# 区级项目 > 教育',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
    ],
  },
  {
    name: 'markup over numbered headings',
    html: '<h2>市级项目</h2><p>一、教育</p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p><p>二、医疗</p><p>1.丙（市卫健委）</p><p>2.丁（市卫健委）</p><h2>区级项目</h2><p>一、教育</p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p>',
    groups: [
      '# 市级项目 > 一、教育',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 市级项目 > 二、医疗',
      '1 丙 | 市卫健委',
      '2 丁 | 市卫健委',
      '# 区级项目 > 一、教育',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
    ],
  },
  {
    name: 'ordinal headings',
    html: '<p><strong>第一批（2个）</strong></p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p><p><strong>第二批（2个）</strong></p><p>3.丙（市卫健委）</p><p>4.丁（市卫健委）</p>',
    groups: [
      '# 第一批（2个）',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 第二批（2个）',
      '3 丙 | 市卫健委',
      '4 丁 | 市卫健委',
    ],
  },
  {
    name: 'numbered headings over prose',
    html: '<p><strong>一、上半年情况</strong></p><p>xx增长3%。</p><p><strong>二、下半年打算</strong></p><p>xx。</p><p>xx。</p>',
    groups: ['# -', '1 上半年情况', '2 下半年打算'],
  },
  {
    name: 'numbers that run on across bold headings',
    html: '<p><strong>交通类</strong></p><p>1.甲（市教育局）</p><p>描述一下这个项目的内容。</p><p>2.乙（市教育局）</p><p>描述一下这个项目的内容。</p><p><strong>住房类</strong></p><p>3.丙（市卫健委）</p><p>描述一下这个项目的内容。</p>',
    groups: ['# 交通类', '1 甲 | 市教育局', '2 乙 | 市教育局', '# 住房类', '3 丙 | 市卫健委'],
  },
  {
    name: 'numbered headings over prose, under another heading',
    html: '<h2>步骤</h2><h3>1. 换镜像</h3><p>换成小的。</p><h3>2. 分阶段</h3><p>分成两段。</p>',
    groups: ['# -', '1 换镜像', '2 分阶段'],
  },
  {
    name: 'the same, where the heading counts them',
    html: '<p><strong>两项重点工作</strong></p><p><strong>1.甲</strong></p><p>描述。</p><p><strong>2.乙</strong></p><p>描述。</p>',
    groups: ['# 两项重点工作', '1 甲', '2 乙'],
  },
  {
    name: 'cases with headings inside',
    html: '<p><strong>案例一 甲公司诉乙案</strong></p><p>【基本案情】</p><p>xx。</p><p>【典型意义】</p><p>xx。</p><p><strong>案例二 丙公司诉丁案</strong></p><p>【基本案情】</p><p>xx。</p><p>【典型意义】</p><p>xx。</p>',
    groups: ['# -', '1 甲公司诉乙案', '2 丙公司诉丁案'],
  },
  {
    name: 'cases with numbered sections',
    html: '<p><strong>案例一 甲公司诉乙案</strong></p><p>一、基本案情</p><p>xx。</p><p>二、典型意义</p><p>xx。</p><p><strong>案例二 丙公司诉丁案</strong></p><p>一、基本案情</p><p>xx。</p><p>二、典型意义</p><p>xx。</p>',
    groups: ['# -', '1 甲公司诉乙案', '2 丙公司诉丁案'],
  },
  {
    name: 'numbered cases with numbered sections',
    html: paragraphs(
      '1.甲公司诉乙案',
      '（一）基本案情',
      'xx。',
      '（二）典型意义',
      'xx。',
      '2.丙公司诉丁案',
      '（一）基本案情',
      'xx。',
      '（二）典型意义',
      'xx。',
    ),
    groups: ['# -', '1 甲公司诉乙案', '2 丙公司诉丁案'],
  },
  {
    name: 'one entry with a list',
    html: paragraphs('1.甲', '2.乙', '（1）子一', '（2）子二', '3.丙'),
    groups: ['# -', '1 甲', '2 乙', '3 丙'],
  },
  {
    name: 'two lists',
    html: paragraphs('第一部分说明。', '1.甲', '2.乙', '然后是另一段长长的说明文字，包括如下内容。', '1.丙', '2.丁'),
    groups: ['# -', '1 甲', '2 乙', '# -', '1 丙', '2 丁'],
  },
  {
    name: 'prose behind a list',
    html: paragraphs('1.甲（市教育局）', '2.乙（市教育局）', '以上项目由市委市政府督查。', '3月底前完成。'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局'],
  },
  {
    name: 'plain lines that count',
    html: paragraphs(
      '十大市级项目',
      '1.甲（市教育局）',
      '2.乙（市教育局）',
      '十大区级项目',
      '1.丙（市教育局）',
      '2.丁（市教育局）',
    ),
    groups: [
      '# 十大市级项目',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 十大区级项目',
      '1 丙 | 市教育局',
      '2 丁 | 市教育局',
    ],
  },
  {
    name: 'a table of two halves',
    html: '<h3>附件</h3><table><tr><td>序号</td><td>名称</td><td>序号</td><td>名称</td></tr><tr><td>1</td><td>甲</td><td>3</td><td>丙</td></tr><tr><td>2</td><td>乙</td><td>4</td><td>丁</td></tr></table>',
    groups: ['# 附件', '1 甲', '2 乙', '3 丙', '4 丁'],
  },
  {
    name: 'tags and brackets that are never closed',
    html: '<p><strong>一、市级<p>1.甲（市教育局）<p>2.乙（市民政局<p>3.丙（市水务局）',
    groups: ['# 一、市级', '1 甲 | 市教育局', '2 乙 | 市民政局', '3 丙 | 市水务局'],
  },
  {
    name: 'paragraphs in cells',
    html: '<table><tr><td><p><strong>序号</strong></p></td><td><p><strong>项目名称</strong></p></td><td><p>牵头单位</p></td></tr><tr><td><p>1</p></td><td><p>甲项目</p></td><td><p>市教育局</p></td></tr><tr><td><p>2</p></td><td><p>乙项目</p></td><td><p>市民政局</p></td></tr></table>',
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '2 乙项目 | 市民政局 (lead)'],
  },
  {
    name: 'a gap in a table',
    html: '<table><tr><td>序号</td><td>项目名称</td><td>牵头单位</td></tr><tr><td>1</td><td>甲项目</td><td>市教育局</td></tr><tr><td>3</td><td>乙项目</td><td>市民政局</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市教育局 (lead)', '3 乙项目 | 市民政局 (lead)'],
  },
  {
    name: 'a gap in a table without header',
    html: '<table><tr><td>1</td><td>甲项目</td><td>市教育局</td></tr><tr><td>3</td><td>乙项目</td><td>市民政局</td></tr><tr><td>4</td><td>乙项目</td><td>市民政局</td></tr></table>',
    groups: ['# -', '1 甲项目 | 市教育局', '3 乙项目 | 市民政局', '4 乙项目 | 市民政局'],
  },
  {
    name: 'headings with counts',
    html: '<p><strong>一、续建项目（共3项）</strong></p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p><p><strong>二、新建项目12个</strong></p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p><p><strong>三、首批三个项目</strong></p><p>1.甲（市教育局）</p><p>2.乙（市教育局）</p>',
    groups: [
      '# 一、续建项目（共3项）',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 二、新建项目12个',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
      '# 三、首批三个项目',
      '1 甲 | 市教育局',
      '2 乙 | 市教育局',
    ],
  },
  {
    name: 'a wide gap',
    html: paragraphs(
      '1.甲（市教育局）',
      '2.乙（市教育局）',
      '3.乙（市教育局）',
      '8.丙（市教育局）',
      '9.丁（市教育局）',
    ),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局', '3 乙 | 市教育局', '8 丙 | 市教育局', '9 丁 | 市教育局'],
  },
  {
    name: 'two numbers exchanged',
    html: paragraphs(
      '1.甲（市教育局）',
      '2.乙（市教育局）',
      '4.乙（市教育局）',
      '3.丙（市教育局）',
      '5.丁（市教育局）',
    ),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局', '4 乙 | 市教育局', '3 丙 | 市教育局', '5 丁 | 市教育局'],
  },
  {
    name: 'a number twice',
    html: paragraphs(
      '1.甲（市教育局）',
      '2.乙（市教育局）',
      '2.乙（市教育局）',
      '3.丙（市教育局）',
      '4.丁（市教育局）',
    ),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局', '2 乙 | 市教育局', '3 丙 | 市教育局', '4 丁 | 市教育局'],
  },
  {
    name: 'the first number twice',
    html: paragraphs('1.甲（市教育局）', '1.乙（市教育局）', '2.乙（市教育局）', '3.丙（市教育局）'),
    groups: ['# -', '1 甲 | 市教育局', '1 乙 | 市教育局', '2 乙 | 市教育局', '3 丙 | 市教育局'],
  },
  {
    name: 'mixed punctuation',
    html: paragraphs('1.甲（市教育局）', '2、乙（市教育局）', '3．丙（市教育局）', '4.丁（市教育局）'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局', '3 丙 | 市教育局', '4 丁 | 市教育局'],
  },
  {
    name: 'numbers in brackets of mixed widths',
    html: paragraphs('(一)甲（市教育局）', '（二）乙（市教育局）', '(三）丙（市教育局）'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局', '3 丙 | 市教育局'],
  },
  {
    name: 'bold numbers',
    html: '<p><b>1、</b>甲（市教育局）</p><p><b>2、</b>乙（市教育局）</p>',
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市教育局'],
  },
]);

check('organisations told by the rest of the list', [
  {
    name: 'in an element of their own',
    html: '<ul><li><strong>1</strong><span>口袋公园</span><em>城东街道办事处、市园林院</em></li><li><strong>2</strong><span>隔声屏</span><em>铁路城东站场</em></li><li><strong>3</strong><span>60路站亭</span><em>区交通局</em></li></ul>',
    groups: ['# -', '1 口袋公园 | 城东街道办事处 + 市园林院', '2 隔声屏 | 铁路城东站场', '3 60路站亭 | 区交通局'],
  },
  {
    name: 'behind a colon',
    html: paragraphs('（1）小学扩建：区教育局、城建集团', '（2）教室改造：一次换新', '（3）校医配备：区卫健局'),
    groups: ['# -', '1 小学扩建 | 区教育局 + 城建集团', '2 教室改造 | 一次换新', '3 校医配备 | 区卫健局'],
  },
  {
    name: 'behind a dash',
    html: paragraphs('（1）开票——区税务局', '（2）转移——市公积金中心城东柜台', '（3）停车——区城管局'),
    groups: ['# -', '1 开票 | 区税务局', '2 转移 | 市公积金中心城东柜台', '3 停车 | 区城管局'],
  },
  {
    name: 'with a bar behind the role',
    html: '<p>TOP1</p><p>手撕带</p><p>申报单位｜箔材公司</p><p>TOP2</p><p>换网机</p><p>申报单位｜渔业公司</p>',
    groups: ['# -', '1 手撕带 | 箔材公司 (applicant)', '2 换网机 | 渔业公司 (applicant)'],
  },
  {
    name: 'in brackets at the end of a first sentence',
    html: paragraphs(
      '第一，配电房上移（责任单位：市卫健局；配合单位：市医院）。年底完成。',
      '第二，泵站扩容（责任单位：市水务局）。分期实施。',
    ),
    groups: ['# -', '1 配电房上移 | 市卫健局 (lead) + 市医院 (support)', '2 泵站扩容 | 市水务局 (lead)'],
  },
]);

check('tables that need the rest of the article', [
  {
    name: 'numbers that run on from table to table, a line above each',
    html: '<center>政务类</center><table><tr><td>1</td><td>报表</td><td>区数据局</td></tr><tr><td>2</td><td>公车</td><td>区财政局</td></tr></table><center>文教类</center><table><tr><td>3</td><td>书库</td><td>区图书馆</td></tr><tr><td>4</td><td>操场</td><td>区教育局</td></tr></table>',
    groups: [
      '# 政务类',
      '1 报表 | 区数据局',
      '2 公车 | 区财政局',
      '# 文教类',
      '3 书库 | 区图书馆',
      '4 操场 | 区教育局',
    ],
  },
  {
    name: 'group cells under a header that says nothing of groups',
    html: '<table><tr><td>序号</td><td>环节</td><td>任务名称</td><td>责任单位</td></tr><tr><td>1</td><td rowspan="2">种植</td><td>检测</td><td>市农业局</td></tr><tr><td>2</td><td>登记</td><td>市商务局</td></tr><tr><td>3</td><td>加工</td><td>亮灶</td><td>市监局</td></tr></table>',
    groups: ['# 种植', '1 检测 | 市农业局 (lead)', '2 登记 | 市商务局 (lead)', '# 加工', '3 亮灶 | 市监局 (lead)'],
  },
  {
    name: 'a table of other elements',
    html: '<div>企业类</div><div><div>编号</div><div>任务</div><div>牵头单位</div></div><div><div>01</div><div>隔膜</div><div>发展局</div></div><div><div>02</div><div>仓库</div><div>商务局</div></div><div>园区类</div><div><div>编号</div><div>任务</div><div>牵头单位</div></div><div><div>01</div><div>管网</div><div>建设局</div></div><div><div>02</div><div>厂房</div><div>审批局</div></div>',
    groups: ['# 企业类', '1 隔膜 | 发展局', '2 仓库 | 商务局', '# 园区类', '1 管网 | 建设局', '2 厂房 | 审批局'],
  },
]);

check('organisations set off by brackets of another form, or by markup', [
  {
    name: 'tortoise shell brackets',
    html: paragraphs('1.村口路灯（首批）〔镇城建办〕', '2.流动书车〔镇文化局、县图书馆〕'),
    groups: ['# -', '1 村口路灯（首批） | 镇城建办', '2 流动书车 | 镇文化局 + 县图书馆'],
  },
  {
    name: 'a role at the start of an element, with nothing between it and the title',
    html: '<p>1.<span>村口路灯</span><span>牵头：镇城建办　参与：县供电公司</span></p><p>2.<span>流动书车</span><span>牵头：镇文化站</span></p>',
    groups: ['# -', '1 村口路灯 | 镇城建办 (lead) + 县供电公司 (support)', '2 流动书车 | 镇文化站 (lead)'],
  },
]);

/** Each form with two numbers, as they stand before the title. */
const forms: readonly (readonly [first: string, second: string])[] = [
  ...([
    ['1.', '2.'],
    ['1、', '2、'],
    ['1．', '2．'],
    ['１．', '２．'],
    ['１、', '２、'],
    ['1)', '2)'],
    ['(1)', '(2)'],
  ] as const),
  ...([
    ['（1）', '（2）'],
    ['（１）', '（２）'],
    ['①', '②'],
    ['❶', '❷'],
    ['⑴', '⑵'],
    ['⒈', '⒉'],
    ['㈠', '㈡'],
  ] as const),
  ...([
    ['01', '02'],
    ['01 ', '02 '],
    ['01.', '02.'],
    ['No.1 ', 'No.2 '],
    ['NO.1', 'NO.2'],
    ['№1 ', '№2 '],
  ] as const),
  ...([
    ['Ｎｏ．１', 'Ｎｏ．２'],
    ['TOP1 ', 'TOP2 '],
    ['TOP 1：', 'TOP 2：'],
    ['ＴＯＰ１ ', 'ＴＯＰ２ '],
  ] as const),
  ...([
    ['第一，', '第二，'],
    ['第一：', '第二：'],
    ['第1项 ', '第2项 '],
    ['第一项：', '第二项：'],
    ['项目一：', '项目二：'],
  ] as const),
  ...([
    ['案例1：', '案例2：'],
    ['案例一　', '案例二　'],
    ['【案例1】', '【案例2】'],
    ['一、', '二、'],
    ['（一）', '（二）'],
  ] as const),
  ...([
    ['1️⃣', '2️⃣'],
    ['\u200b1.', '\u200b2.'],
    ['\u200f1.', '\u200f2.'],
    ['\u202b1.', '\u202b2.'],
    ['\ufeff1.', '\ufeff2.'],
    ['✅1.', '✅2.'],
  ] as const),
  ...([
    ['<strong>1</strong>', '<strong>2</strong>'],
    ['<span>1</span> ', '<span>2</span> '],
    ['&#49;&#46;', '&#50;&#46;'],
  ] as const),
];

check(
  'a list of two in each form',
  forms.map(([first, second]) => ({
    name: first,
    html: paragraphs(`${first}甲项目（市教育局）`, `${second}乙🎉项目（市民政局）`),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙🎉项目 | 市民政局'],
  })),
);

check('numbers far from one', [
  {
    name: 'in Chinese numerals',
    html: paragraphs('一百一十九、甲（市教育局）', '一百二十、乙（市教育局）', '一百二十一、丙（市教育局）'),
    groups: ['# -', '119 甲 | 市教育局', '120 乙 | 市教育局', '121 丙 | 市教育局'],
  },
  {
    name: 'with 廿',
    html: paragraphs('廿一、甲', '廿二、乙', '廿三、丙'),
    groups: ['# -', '21 甲', '22 乙', '23 丙'],
  },
  {
    name: 'beyond the circles of one block',
    html: paragraphs('⑲甲', '⑳乙', '㉑丙', '㉒丁'),
    groups: ['# -', '19 甲', '20 乙', '21 丙', '22 丁'],
  },
  {
    name: 'from the start that an ordered list has',
    html: '<ol start="5"><li>甲（市教育局）<li>乙（市民政局）</ol>',
    groups: ['# -', '5 甲 | 市教育局', '6 乙 | 市民政局'],
  },
  {
    name: 'in ordered lists that go on behind prose',
    html: '<ol><li>甲（市教育局）</li></ol><p>说明。</p><ol start="2"><li>乙（市民政局）</li></ol>',
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局'],
  },
]);

check('writing from right to left, and roles of several', [
  {
    name: 'marks of direction around entries',
    html: paragraphs('\u202b1.甲项目（市教育局）\u202c', '\u202b2.乙项目（市民政局）\u202c\u200f'),
    groups: ['# -', '1 甲项目 | 市教育局', '2 乙项目 | 市民政局'],
  },
  {
    name: 'those who apply together',
    html: paragraphs('1.甲（申报单位：甲科技有限公司；联合申报：乙大学）', '2.乙（申报单位：丙研究院）'),
    groups: ['# -', '1 甲 | 甲科技有限公司 (applicant) + 乙大学 (applicant)', '2 乙 | 丙研究院 (applicant)'],
  },
]);

check('footnotes and versions', [
  {
    name: 'notes below a line that says so',
    html: paragraphs('1.甲（市教育局）', '2.乙（市民政局）', '注：', '①数据来自统计局。', '②数据来自年鉴。'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局'],
  },
  {
    name: 'references',
    html: paragraphs('参考文献', '1. 张三：《甲》，出版社，2020年。', '2. 李四：《乙》，出版社，2021年。'),
    groups: [],
  },
  {
    name: 'notes to which the text refers',
    html: paragraphs('增长三成①。今年继续②。', '①数据来自统计局。', '②数据来自年鉴。'),
    groups: [],
  },
  {
    name: 'circled entries that the text counts before',
    html: paragraphs('其中①至②项今年完成，第①项最早。', '①甲（市教育局）', '②乙（市民政局）'),
    groups: ['# -', '1 甲 | 市教育局', '2 乙 | 市民政局'],
  },
  {
    name: 'notes in superscript',
    html: '<p><sup>1</sup>数据来自统计局。</p><p><sup>2</sup>数据来自年鉴。</p>',
    groups: [],
  },
  {
    name: 'notes in superscript, with a space',
    html: '<p><sup>1</sup> 来自甲。</p><p><sup>2</sup> 来自乙。</p>',
    groups: [],
  },
  { name: 'pages of slides', html: '<p><b>1</b>/10 甲</p><p><b>2</b>/10 乙</p><p><b>3</b>/10 丙</p>', groups: [] },
  { name: 'floors of comments', html: '<p><em>1</em>楼 张三</p><p><em>2</em>楼 李四</p>', groups: [] },
  { name: 'versions from zero', html: paragraphs('1.0 发布', '1.1 修复', '1.2 优化'), groups: [] },
  {
    name: 'versions from zero, once more',
    html: paragraphs('2.0 发布', '2.1 修复', '2.2 优化', '3.0 重写'),
    groups: [],
  },
  {
    name: 'quantities in bold',
    html: '<p><strong>1</strong>个项目开工。</p><p><strong>2</strong>个项目完工。</p>',
    groups: [],
  },
]);
