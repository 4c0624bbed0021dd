import { isOrganizationName } from '../article/organizations.ts';

/**
 * Whether `[start, end)` of a line, which reads as the name of an organisation, is the whole name and not a part of a
 * longer one: 上海市公安局 in 上海市公安局浦东分局, 市公安局 in 杭州市公安局. Chinese puts nothing between words, so
 * that the words around decide: before a name stands a mark, a word that only joins, or a verb; behind it nothing that makes it
 * an office within another. In doubt it is not the whole name.
 */
export function isWholeName(text: string, start: number, end: number): boolean {
  if (cutsLatinWord(text, start) || cutsLatinWord(text, end)) return false;
  return !beginsBefore(text, start, end) && !goesOnBehind(text, start, end);
}

function cutsLatinWord(text: string, at: number): boolean {
  return /^[\p{Script=Latin}\d]{2}$/u.test(text.slice(at - 1, at + 1));
}

function beginsBefore(text: string, start: number, end: number): boolean {
  if (!isHan(text.charAt(start - 1))) return false;
  const before = text.slice(Math.max(0, start - longestWord), start);
  if (wordBefore.test(before)) return false;
  // 大同市, 共和县, 太原市: these join only where a name ends before them.
  if (/[和与及同]$/.test(before)) return !isOrganizationName(text.slice(Math.max(0, start - longestUnit), start - 1));
  return !ownPlace.test(text.slice(start, end)) || partOfPlace.test(before);
}

function goesOnBehind(text: string, start: number, end: number): boolean {
  const behind = /^\p{Script=Han}*/u.exec(text.slice(end, end + longestUnit))?.[0] ?? '';
  if (behind === '' || partyOffice.test(behind)) return false;
  if (chief.test(behind)) return headedByChief.test(text.slice(start, end));
  for (let length = 1; length <= behind.length; length++) {
    const unit = behind.slice(0, length);
    if (noUnit.test(unit)) return false;
    if (isUnit(unit)) return true;
  }
  return false;
}

/** "分局", "交警支队", "发展规划处": what an office may have within itself. */
function isUnit(text: string): boolean {
  return text.length >= 3 && /[处科室股组]$/.test(text)
    ? !/(?:查处|之处|到处|教室)$/.test(text)
    : isOrganizationName(text) && !otherThanUnit.test(text);
}

function isHan(character: string): boolean {
  return character >= '\u3400' && character <= '\u9fff';
}

/** In UTF-16 units: as far as a word before a name, and an office within another behind it, are looked for. */
const longestWord = 4;
const longestUnit = 12;

/** Words after which a name begins. No name of a place ends as they do, see {@link beginsBefore} for those that may. */
const wordBefore =
  /(?:[由据经向对给从在是将让把被请到或暨并赴以于为受按至了过着的等该往称说]|会同|联合|联手|通过|根据|来自|以及|协同|协助|配合|支持|组织|要求|督促|指导|责成|报送|报请|报告|提交|移交|移送|抄送|走进|走访|前往|来到|作为|成为|其中|包括|涉及|依托|邀请|委托|授权|表彰|感谢|获悉|记者|目前|近日|日前|今年|去年|今天|昨天|昨日|当日|当天|此前|随后|同时|此外|另外|因此|但是|而且|上午|下午|单位|部门|牵头|负责|例如|比如|譬如|，?如)$/;

/** A name with a place of its own before it stands for itself. */
const ownPlace = /^(?:\p{Script=Han}{2,3}?[省市区县州盟旗镇乡]|中国|国家|国务院|中央|全国|最高)(?=\p{Script=Han}{2})/u;

/** A larger place, or an office of another kind, before it. */
const partOfPlace = /(?:[省市区县州盟旗镇乡]|中共|共青团|驻)$/;

/** 市司法局党委书记 tells of a person at 市司法局. */
const partyOffice = /^(?:党委|党组|党工委|分党组|纪检组)(?:副?书记|成员|委员)/;

/** 市教育局长 is 市教育局's 局长, and 长期 a word of its own. */
const chief = /^长(?![期年效远久时])/;
const headedByChief = /[局院校厅所站队会处科社馆厂台]$/;

/** Things that an office has to do with, more often than it has them within itself. */
const otherThanUnit =
  /(?:企业|学校|高校|中学|小学|幼儿园|单位|部门|机构|(?<![分子])公司|集团|银行|政府|街道|园区|各[镇乡区县])$/;

/** Words with which the sentence goes on. */
const noUnit =
  /(?:[的了和与及在将于为被把从由让是已也还都而或到请称说]|对(?!外)|进行|开展|组织|会同|联合(?!会)|联手|牵头|负责|主办|承办|协办|成立|设立|建立|召开|举办|举行|启动|发布|公布|印发|通报|介绍|表示|指出|要求|推动|推进|推出|支持|指导|帮助|约谈|走进|深入|赶赴|前往|出动|派出|抽调|选派|依托|通过|按照|根据|针对|围绕|结合|利用|实施|落实|完成|整合|打造|建成|新建|改造|检查|查处|督促|责成|协调|协同|配合|聚焦|坚持|持续|积极|全面|近日|日前|今年|去年|目前|正在|工作人员|相关|有关|民警|获悉|收到|接到|提供|受理|审批|发现|认定|认为|提出|提醒|宣布|决定|下发|出台|制定|修订|[督查交经开创停快]办|以(?!外))$/;
