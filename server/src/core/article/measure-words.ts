/**
 * What may stand after a number and make it a quantity.
 *
 * - `counter`: counts things ("12件"); never after a decimal ("1.5" in "1.5件"), unless it carries 万 or 亿.
 * - `area`: a place or body that headlines count without 个 ("4省市"); only after Arabic digits.
 * - `measure`: money, length, weight, energy, data …
 * - `time`: a duration or an age.
 * - `ratio`: the number is divided by a power of ten, see {@link MeasureWord.exponent}.
 */
export type MeasureKind = 'counter' | 'area' | 'measure' | 'time' | 'ratio';

export interface MeasureWord {
  /** As printed. */
  readonly text: string;
  /** As reported: 个工作日 is 工作日, since "3工作日" says the same; 个月 stays, since "3月" is March. */
  readonly unit: string;
  readonly kind: MeasureKind;
  /** The power of ten that the number is multiplied with. */
  readonly exponent: number;
  /** With one of these after it the characters are another word: "12条例", "3位于". */
  readonly notBefore: readonly string[];
}

/** The longest measure word that begins at `at` in `text`; undefined where there is none. */
export function measureWordAt(text: string, at: number): MeasureWord | undefined {
  const candidates = wordsByFirstCode.get(text.charCodeAt(at));
  if (!candidates) return undefined;
  for (const word of candidates) {
    if (!text.startsWith(word.text, at)) continue;
    const end = at + word.text.length;
    if (endsInLetter(word.text) && isLetter(text.charCodeAt(end))) continue;
    if (!word.notBefore.includes(text.charAt(end))) return word;
  }
  return undefined;
}

function endsInLetter(text: string): boolean {
  return isLetter(text.charCodeAt(text.length - 1));
}

function isLetter(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Words separated by white space; after `!` the single characters that must not follow the word. */
const counters = `
  个 家!庭长乡属居具电务 件!套 项 人!民才类员工口 人次 人份 名!单称列额录义为叫次 位!列于居置数次一 户!籍外均型 座!谈席位 所!有以在属谓得需
  台!湾风州阶账 台套 次!日年月于之序元 条!例件文款 起!来到点码草步 场!所景地面馆合 批!准发评 部!署分队长位级 处!理于罚置长分 张!力贴
  片!区面 套!餐取现路 组!织成建合长 种!植子 类!似别型 款!项式 道!路德理 间!隔接谍 班!子级组 节!约能日气目 页!面 字!以符节 票!据价
  笔!者试记 份!额量子 头!部条衔 匹!配 棵 株 辆 架!构空设 艘 列!入为车出 轮!流值换胎廓 例!如外行 宗!旨 桩 单!位个独价日月一次元打纯身 只!有是能要为限需占
  本!科地市文次身土届 篇!幅章 首!先次都批家届席创个只 幅!度员 栋 幢 层!面次级出0123456789 支!持付部撑援 枚 颗 粒 块!钱链 桶 瓶!颈 箱 袋 盒 杯 包!括含装
  股!份票东市民本权息 行!业为动政程人家列情李长驶走使 趟 集!团中合会结市群资约装 桌!面子布 步!行骤伐入道调 排!水放名列污查除队 尾 堂 站!点位在台 副!主省市总书处
  双!方向边 朵 根!据本源 滴 卷 册 封!闭装控面 门!户店诊票 盏 餐!饮厅 剂 针!对
  口!径岸子味号语头袋腔碑才水感气罩粮述服型令译 格!式局外调子林 席!位卷地间话梦 壶
  批次 家次 车次 班次 架次 台次 户次 件次 场次 艘次 辆次 例次 篇次 车位 床位 标箱 标准箱 课时 学时 学分 座次 户籍人口 人年 名次
`;

const areas = `
  国!家内际产有集务防 省!份内级会委 省市 省份 省区市 省区 市!场民区级委政 市州 市县 县!级委域 县区 县市 县市区 区!域间别块级委 区县 区市 区市县 镇!街 乡镇 镇街 街镇
  街道 村!民庄 社区 部门 部委 单位 企业 机构 城!市区乡镇 校 院校
`;

/** Counted with 个 before them; reported without it. */
const countedWithClassifier = `
  区!域间别块级 县!级 市!场级辖 省 区县 县区 县市区 区市县 省市 省份 省区市 市州 乡镇 镇街 街镇 街道 部门 单位 工作日 自然日 交易日 小时 标准箱 标箱
`;

const measures = `
  元!旦素月年器件 美元 欧元 日元 港元 港币 加元 澳元 韩元 新元 新台币 英镑 卢布 法郎 卢比 泰铢 人民币 美金 美分 块钱 角!度落色逐
  公里 千米 公尺 公分 米!饭粉线 厘米 毫米 微米 纳米 分米 英里 海里 英寸 英尺 光年 km cm mm nm m μm
  平方米 平方公里 平方千米 平米 平方厘米 ㎡ 公顷 亩!产均 立方米 立方 km² m² m³ 亿立方米
  吨!位 公吨 公斤 千克 克!服隆制 毫克 微克 斤!两 kg mg g t 升!级至到为温值降幅学旗 毫升 mL ml L
  千瓦 千瓦时 兆瓦 兆瓦时 吉瓦 瓦!斯解 W kW MW GW TW Wh kWh MWh GWh TWh 伏 V kV mAh 马力 千伏 千帕 兆帕
  赫兹 Hz kHz MHz GHz THz KB MB GB TB PB EB Kbps Mbps Gbps 字节 比特 像素 帧 dB 分贝 流明 nit 尼特 fps dpi ppi rpm bit bits bytes
  摄氏度 华氏度 ℃ °C 度!过数假量电 度电 卡路里 千卡 大卡 kcal 焦耳 倍!感数增 个百分点 百分点 个基点 基点 分!之类别析布部公数局行会支期子配球
`;

const times = `
  年!级代度份初底末龄款版报货画会关轻 个月 个半月 个星期 星期!一二三四五六日天 个礼拜 周!一二三四五六日末边期围岁 周年 周岁 个季度 个世纪 天!津空气然使猫 工作日 自然日 交易日
  小时 个钟头 分钟 秒!杀 秒钟 毫秒 岁!月末 s ms
`;

/** English nouns that a number counts or measures; they are reported as printed. */
const english = `
  seconds minutes hours days weeks months years second minute hour day week month year people persons men women children
  users customers employees workers staff residents students households families passengers members units copies items
  pieces times points miles kilometers kilometres meters metres feet inches acres hectares tons tonnes pounds kilograms
  grams liters litres gallons barrels degrees dollars euros yen yuan cents countries states cities companies schools
  hospitals projects cases vehicles cars ships flights homes buildings jobs cores threads lines files pixels frames
  megawatts gigawatts watts volts megabytes gigabytes terabytes
`;

const ratios: readonly (readonly [text: string, unit: string, exponent: number])[] = [
  ['%', '%', -2],
  ['％', '%', -2],
  ['‰', '‰', -3],
  ['percent', '%', -2],
  ['per cent', '%', -2],
];

const words: readonly MeasureWord[] = [
  ...listed(counters, 'counter'),
  ...listed(areas, 'area'),
  ...listed(countedWithClassifier, 'counter').map((word) => ({ ...word, text: `个${word.text}` })),
  ...listed(measures, 'measure'),
  ...listed(times, 'time'),
  ...listed(english, 'measure'),
  ...ratios.map(([text, unit, exponent]): MeasureWord => ({ text, unit, kind: 'ratio', exponent, notBefore: [] })),
  {
    text: '成',
    unit: '成',
    kind: 'ratio',
    exponent: -1,
    notBefore: [...'不员立果为本功都熟长就绩交年人效型家因分了套'],
  },
];

const wordsByFirstCode: ReadonlyMap<number, readonly MeasureWord[]> = groupByFirstCode(words);

function listed(list: string, kind: MeasureKind): readonly MeasureWord[] {
  return list
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [text = '', notBefore = ''] = entry.split('!');
      return { text, unit: text, kind, exponent: 0, notBefore: [...notBefore] };
    });
}

function groupByFirstCode(all: readonly MeasureWord[]): ReadonlyMap<number, readonly MeasureWord[]> {
  const groups = new Map<number, MeasureWord[]>();
  for (const word of all) {
    const first = word.text.charCodeAt(0);
    const group = groups.get(first);
    if (group) group.push(word);
    else groups.set(first, [word]);
  }
  for (const group of groups.values()) group.sort((a, b) => b.text.length - a.text.length);
  return groups;
}
