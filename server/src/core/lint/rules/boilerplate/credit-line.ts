/**
 * Credits as sites print them around an article: "责任编辑：李明", "来源 | 某某日报", "发布时间：2022-03-01　浏览：312",
 * "本报记者 李明". A line is read as a row of labels, each with what stands behind it, from its start to its end.
 */
export interface CreditLine {
  readonly kind: CreditKind;
  /**
   * `certain` where only an editorial office writes so (责任编辑, or several credits in a row), wherever the line stands;
   * `likely` where prose, a caption or a form may begin like this too (作者, 图).
   */
  readonly certainty: 'certain' | 'likely';
  /** Whether it names nothing but who made a picture, as a caption does. */
  readonly isOfPicture: boolean;
}

export type CreditKind = 'editor-credit' | 'source-credit' | 'page-info';

/** In characters. Longer lines are prose. */
const longestCreditLine = 120;

/** Reads a line, in simplified characters, as credits; undefined where any part of it is something else. */
export function readCreditLine(line: string): CreditLine | undefined {
  if (line.length > longestCreditLine || !anyGap.test(line)) return undefined;
  const text = withoutMarks(withoutButtons(line));
  const firstMark = text.search(anySeparator);
  if (firstMark < 0 ? !/\s/.test(text) : firstMark > longestLabel) return undefined;
  const fields = (firstMark < 0 ? undefined : separatedFields(text)) ?? spacedFields(text);
  if (!fields || fields.length === 0 || !fields.every(isPlausible)) return undefined;
  const kinds = fields.map(({ role }) => role.kind);
  const kind = (['source-credit', 'editor-credit', 'page-info'] as const).find((each) => kinds.includes(each));
  if (!kind) return undefined;
  const isCertain = fields.some(({ role }) => role.isCertain) || (fields.length > 1 && kind !== 'page-info');
  const isOfPicture = fields.every(({ role }) => role.isOfPicture);
  return { kind, certainty: isCertain ? 'certain' : 'likely', isOfPicture };
}

/** The line without what stands around its labels. */
function withoutMarks(line: string): string {
  // Most lines begin with a Chinese character, and have nothing of this kind before it.
  const first = line.charCodeAt(0);
  const bare =
    first >= 0x4e00 && first <= 0x9fff && first !== verticalStroke
      ? line.replace(trailingDate, '')
      : line
          .replace(leadingMark, '')
          .replace(leadingSeparator, '')
          .replace(trailingDate, '')
          .replace(outerBrackets, '$<inside>');
  return bare.replace(/[【】［］[\]]/g, ' ').trim();
}

/** 丨, a character that serves as a bar. */
const verticalStroke = 0x4e28;

interface Role {
  readonly kind: CreditKind;
  readonly isCertain: boolean;
  readonly isOfPicture: boolean;
}

interface Field {
  readonly role: Role;
  readonly value: string;
}

/** "发布时间：2024-03-14　打印": words from buttons behind the last value, set apart by white space. */
function withoutButtons(line: string): string {
  return buttonEnds.has(line.charAt(line.length - 1)) ? line.replace(buttonsAtEnd, '') : line;
}

const buttonEnds: ReadonlySet<string> = new Set('印页文闭藏享错');
const buttonsAtEnd = /(?:\s{1,4}[【[]?(?:打印|打印本页|打印本文|关闭|收藏|收藏本文|分享|我要纠错)[\]】]?){1,4}$/;

const leadingMark =
  /^[\s●•■◆□◇▍▎▏▌▲△▶►*※>＞-]{1,6}|^(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s{0,3}\d{1,2}:\d{2}(?::\d{2})?)?\s{0,4})(?=\D)/;
/** What parts a date, which is left out, from the first label. */
const leadingSeparator = /^[|｜丨·]\s{0,3}/;
/** "（編輯：甲）1130727": the date, in digits alone, behind the bracket. */
const trailingDate = /(?<=[）)\]】])\s{0,3}\d{6,8}$/;
const outerBrackets = /^[（([【［〔｛{](?<inside>[^（）()【】［］[\]〔〕]*)[）)\]】］〕｝}]$/;

/** What may part a label from its value: separators, white space, and the brackets that count as such. */
const anyGap = /[\s：|｜丨︱│∣:/／【】［］[\]]/;

/** In characters. */
const longestLabel = 24;
const anySeparator = /[：|｜丨︱│∣:/／]/;

/** A colon inside a time of day or an address is none. */
const separators =
  /[：|｜丨︱│∣]|:(?!\/\/|\d\d(?!\d))|(?<=(?:^|[\s、，,；;])(?:[文图摄编译]|图文|作者|编辑|来源|记者|采写))\s?[/／](?![文图摄])/g;

/**
 * Splits "编辑：甲　校对：乙" at its separators. What stands between two of them is the value of the one and, at its end,
 * the label of the next; where it does not end with a label, the separator belongs to the value.
 */
function separatedFields(text: string): readonly Field[] | undefined {
  const fields: Field[] = [];
  let role: Role | undefined;
  let from = 0;
  separators.lastIndex = 0;
  for (let match = separators.exec(text); match; match = separators.exec(text)) {
    const part = text.slice(from, match.index);
    const label = role ? lastWord(part) : part;
    const next = roleOf(label);
    if (next) {
      if (role) fields.push({ role, value: trimmed(part.slice(0, part.length - label.length)) });
      role = next;
      from = match.index + match[0].length;
    } else if (!role) {
      return undefined;
    }
  }
  return role && [...fields, { role, value: trimmed(text.slice(from)) }];
}

/** Reads "本报记者 甲 乙 通讯员 丙": words set apart by white space, of which the first is a label. */
function spacedFields(text: string): readonly Field[] | undefined {
  const fields: Field[] = [];
  let role: Role | undefined;
  let names: string[] = [];
  for (const word of text.replace(leadingMedium, '').split(/[\s、，,/]+/)) {
    const next = roleOf(word);
    if (next) {
      if (role && names.length === 0) return undefined;
      if (role) fields.push({ role, value: names.join(' ') });
      role = next;
      names = [];
    } else if (role?.kind === 'editor-credit' && /^\p{Script=Han}{1,4}$/u.test(word)) {
      names.push(word);
    } else {
      return undefined;
    }
  }
  return role && names.length > 0 && names.length <= 8 ? [...fields, { role, value: names.join(' ') }] : undefined;
}

/** "某某日报 记者 甲" */
const leadingMedium =
  /^\p{Script=Han}{1,10}(?:报|网|社|台|发布|融媒体?|全媒体|客户端|新闻)\s+(?=\p{Script=Han}{0,6}(?:记者|通讯员|编辑))/u;

function trimmed(value: string): string {
  return value.replace(/^[\s、，,；;|｜丨/]+/, '').replace(/[\s、，,；;|｜丨/]{1,9}$/, '');
}

/** What follows the last white space or mark; a well-known label may also follow without any. */
function lastWord(part: string): string {
  const attached = attachedLabel.exec(part)?.[0];
  const apart = /[^\s、，,；;）)】\]|｜丨]{1,16}\s{0,3}$/u.exec(part)?.[0] ?? '';
  return attached && !roleOf(apart) ? attached : apart;
}

const attachedLabel =
  /(?:责任编辑|责编|编辑|校对|审核|监制|作者|记者|通讯员|来源|(?:发布|更新)(?:时间|日期)|时间|日期|阅读量?|浏览(?:量|次数)?|点击(?:量|次数|数)?|字号|字体)\s{0,3}$/u;

/** What a label says, in whatever way it is compounded ("编辑、校对", "图/文"); undefined where it is no label. */
function roleOf(label: string): Role | undefined {
  const words = label.trim().split(/\s{0,2}[、/／&＆和与及·+]\s{0,2}/);
  if (words.length > 5) return undefined;
  let role: Role | undefined;
  for (const word of words) {
    const next = roleOfWord(word.replace(/(?<=^\p{Script=Han})[\s\u3000]+(?=\p{Script=Han}$)/u, ''));
    if (!next) return undefined;
    role ??= next;
  }
  return role;
}

function roleOfWord(word: string): Role | undefined {
  if (word.length === 0 || word.length > longestLabel || !anyRoleWord.test(word)) return undefined;
  const role = roles.find(({ words }) => words.test(word));
  return role && { kind: role.kind, isCertain: role.isCertain, isOfPicture: pictureWord.test(word) };
}

const pictureWord =
  /^(?:图|摄|摄影|图片|图片来源|图源|供图|制图|绘图|图表|视频|Images?|(?:Image|Photo|Picture) credits?|Photos? by|Image via)$/iu;

/** Work that only an editorial office does. */
const officeWord =
  /^(?:责任编[辑审校]|责编|责校|[\p{Script=Han}]{0,8}(?:编辑)|美编|图编|编校|编审|编务|副?主编|副?总编辑?|执行主编|校对|校對|校稿|审校|审核|核稿|核发|审读|审签|审稿|监审|监制|总监制|终审|初审|复审|[一二三]审|[一二三]校|签发|签审|值班(?:主任|总编|编委|领导|主编)|Edit(?:or|ed by|ing)|Proofread(?:er|ing)?)$/iu;

/** What makers of a piece are called, inside an office and elsewhere. */
const makerWord =
  /^(?:编|校|审|采访嘉宾|(?:参与)?采写|总?策划|统筹|出品人?|制作人?|制图|绘图|绘制|插画|漫画|设计|美工|视觉|海报|美术|剪辑|后期|配音|朗读|播音|主播|运营|录入[员者]?|发布[人者]|版式|排版|文案|撰文|撰稿人?|执笔|采写|采编|采访|整理|编译|翻译|译者|译|校译|供稿|投稿|\p{Script=Han}{0,10}(?:通讯员|记者|实习生)|(?:本文|原文|文章)?作者|文字|文|图文|文图|图|摄|摄影|摄像|视频|图片|图表|制表|数据整理|Author|By|Written by|Report(?:er|ed by|ing by)|Words|Text)$/iu;

const certainSourceWord =
  /^(?:稿源|文源|(?:稿件|文章|新闻|消息|本文|转载|原文)来源|转自|转载自|摘自|原载于?|(?:原文|本文|来源|文章)(?:链接|地址|网址)|原文出处|Originally published (?:at|on|in)|Original article|Original link)$/iu;
const sourceWord =
  /^(?:(?:发布|发文|信息公开|公开)(?:机构|单位|机关|部门|主体)|(?:信息|内容|图片|图文|素材|视频|头图|题图|封面图?片?|供图)?(?:来源)|图源|出处|供图|题图|头图|封面图?片?|原文|Sources?|Via|(?:Image|Photo|Picture) credits?|Photos? by|Image via|Image)$/iu;
const infoWord =
  /^(?:(?:发布|发表|发稿|更新|编辑|创建|录入|刊发)(?:时间|日期|于)|(?:阅读|浏览|点击|访问|查看|播放)(?:量|数|次数|率)?|人气|(?:评论|跟帖|留言)数?|点赞数?|收藏数?|(?:字体|字号)(?:大小)?|分类|栏目|频道|所属(?:栏目|分类)|文章编号|索引号|信息索引|(?:主题|信息|体裁|组配)(?:分类|类别)|主题词|发文字号|文号|(?:成文|生成|公开|生效)(?:日期|时间)|公开(?:方式|形式|范围|时限)|(?:有|时)效性|字数|时间|日期|Published|Posted|Updated|Last updated|Date|Views)$/iu;

/** The first that has the word decides. */
const roles = [
  { words: officeWord, kind: 'editor-credit', isCertain: true },
  { words: makerWord, kind: 'editor-credit', isCertain: false },
  { words: certainSourceWord, kind: 'source-credit', isCertain: true },
  { words: sourceWord, kind: 'source-credit', isCertain: false },
  { words: infoWord, kind: 'page-info', isCertain: false },
] as const;

/** Most words are none of these, which one test can tell. */
const anyRoleWord = new RegExp(roles.map(({ words }) => words.source).join('|'), 'iu');

/** Tells credits from sentences: people are few and short, sources are a name or an address, counts are numbers. */
function isPlausible({ role, value }: Field): boolean {
  switch (role.kind) {
    case 'editor-credit':
      return (
        value.length <= 60 &&
        value.split(/[\s、，,；;/&＆|｜丨·•]+/).every((word) => person.test(word) && !countedThing.test(word))
      );
    case 'source-credit':
      return value !== '' && value.length <= 100 && !/[。！？!?；;]/.test(value) && !/[，,].*[，,]/.test(value);
    case 'page-info':
      return (
        value.length <= 40 &&
        /^[\d\s年月日时分秒次万千亿wk+:.,，()（）/-]*$|^[大中小特\s超|A+-]{1,20}$|^[\p{Script=Han}\w\s/>»·〔〕[\]-]{0,24}$/iu.test(
          value,
        )
      );
  }
}

/** "一个岗位", "三份活儿": nobody is called so. */
const countedThing = /^[一二两三四五六七八九十几多数每这那][个份条项名位件次种张座间篇点步类][\p{Script=Han}]/u;

/** A name of two to four characters or in Latin letters, perhaps with staff code or part; or an office. */
const person =
  /^(?:\p{Script=Han}{0,4}(?:[（(][^（）()]{1,16}[）)])?|[A-Za-z@_.'’-]{0,24}\d{0,8}|\p{Script=Han}{2,4}_?[A-Za-z]{0,4}\d{1,8}|\p{Script=Han}{2,14}(?:网|报|社|台|局|办|部|组|处|室|站|院|厅|中心|公司|频道|客户端|号|工作室|团队|传媒|融媒|科技)|\p{Script=Han}{1,10}[A-Za-z]{1,10}|[A-Za-z]{1,10}\p{Script=Han}{1,10})$/u;
