/** True for a name that ends as the names of Chinese offices, companies, schools and associations do. */
export function hasOrganizationEnding(name: string): boolean {
  if (name.charCodeAt(name.length - 1) < 0x80 && /[A-Za-z.]$/.test(name))
    return englishEnding.test(name.slice(-longestEnglishEnding));
  return endsWithOneOf(name, endings) && !endsWithOneOf(name, ordinaryWords);
}

/** Words by the UTF-16 code of their last character: one look tells that most names end in none of them. */
type Endings = ReadonlyMap<number, readonly string[]>;

function endsWithOneOf(name: string, words: Endings): boolean {
  const candidates = words.get(name.charCodeAt(name.length - 1));
  return candidates?.some((word) => name.endsWith(word)) ?? false;
}

function byLastCharacter(words: Iterable<string>): Endings {
  const endings = new Map<number, string[]>();
  for (const word of words) {
    const last = word.charCodeAt(word.length - 1);
    const own = endings.get(last);
    if (own) own.push(word);
    else endings.set(last, [word]);
  }
  return endings;
}

/** "务传部" stands for 务部 and 传部: the last character of a word after any of those before it. */
function each(characters: string): readonly string[] {
  const last = characters.slice(-1);
  return Array.from(characters.slice(0, -1), (character) => character + last);
}

const endings = byLastCharacter([
  ...'局委厅院署厂办所',
  ...['公司', '集团', '银行', '支行', '分行', '商行', '企业', '供电', '电网'],
  ...[
    '政府',
    '街道',
    '办事处',
    '管委',
    '开发区',
    '高新区',
    '自贸区',
    '园区',
    '各镇',
    '各乡',
    '各区',
    '各县',
    '各区县',
    '各县区',
  ],
  ...['办公室', '指挥部', '领导小组', '专班', '工作组', '部门', '单位', '机构', '中心', '总站'],
  ...each('务测理视播作疫象文牧广保医利站'),
  ...['管理处', '事务处', '服务处', '代表处', '秘书处', '公证处', '稽查处', '联络处'],
  ...each('协学商工员委会'),
  ...[
    '联合会',
    '基金会',
    '理事会',
    '促进会',
    '研究会',
    '红十字会',
    '总会',
    '人大',
    '政协',
    '工商联',
    '社科联',
    '联盟',
    '联社',
  ],
  ...each('妇残文侨科联'),
  ...each('科作侨足记协'),
  ...['大学', '学校', '中学', '小学', '党校', '高校', '幼儿园', '实验室'],
  ...each('支总大中队'),
  ...['救援队', '部队', '兵团', '剧团', '海关', '税务', '公安', '法庭', '检察', '军区', '纪检', '政法'],
  ...each('务传织战武察政育责商设业法装总支本理部'),
  ...['工务段', '机务段', '电务段', '车务段', '供电段', '商会'],
  ...['外资司', '法规司', '规划司', '财政司'],
  ...[
    '合作社',
    '供销社',
    '报社',
    '出版社',
    '通讯社',
    '杂志社',
    '总社',
    '电视台',
    '电台',
    '气象台',
    '传媒',
    '农场',
    '林场',
  ],
  ...['博物馆', '图书馆', '文化馆', '美术馆', '纪念馆', '档案馆', '科技馆', '文史馆', '艺术馆', '少年宫', '文化宫'],
]);

/** Words with such an ending that are no organisation. */
const ordinaryWords = byLastCharacter([
  ...each('布格结大全开局'),
  ...each('主举承协申新兴补一即快易好办'),
  ...each('大餐客厅'),
  ...each('影剧庭院'),
  ...each('工建厂'),
  ...each('场厕住会居诊所'),
  ...['入企业', '各企业', '体验中心', '为中心'],
]);

const longestEnglishEnding = 14;
const englishEnding =
  /\b(?:Inc|Ltd|Co|Corp|LLC|GmbH|University|Institute|Foundation|Committee|Bureau|Agency|Authority|Board|College|Council|Department|Hospital|Ministry|Office|School|Society|Trust|Association|Company|Group)\.?$/;
