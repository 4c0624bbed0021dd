/**
 * Characters that only Traditional Chinese has, each followed by the one that Simplified Chinese writes for it: those
 * frequent in news, of which Big5 has the first but not the second, and GB 2312 the second but not the first.
 */
const pairs =
  '國国內内學学會会們们這这時时來来說说個个為为對对點点過过還还進进現现動动經经長长開开關关實实業业電电車车東东兩两樣样從从產产應应無无戰战義义較较區区導导總总質质報报運运際际務务場场論论環环員员題题觀观' +
  '問问間间門门聞闻頭头見见視视規规記记計计許许設设訪访評评試试話话該该認认語语誤误請请調调談谈議议護护讀读變变讓让財财責责貨货販贩貿贸費费資资賽赛贏赢趨趋軍军軟软載载輕轻輛辆輪轮輸输辦办農农達达遠远遲迟' +
  '選选邊边鄉乡醫医釋释鋼钢錢钱錯错鐘钟鐵铁銀银銷销鎮镇閃闪閉闭閱阅隊队階阶陽阳陰阴陳陈險险隨随隱隐難难雙双霧雾靜静響响頁页順顺預预頻频顆颗類类顧顾風风飛飞飯饭飲饮館馆驗验馬马駐驻騎骑騙骗魚鱼鮮鲜鳥鸟黃黄' +
  '齊齐齒齿龍龙龜龟貝贝負负貴贵買买賣卖賓宾賢贤賬账購购贈赠蹟迹躍跃輯辑輿舆轉转轟轰邏逻郵邮鄧邓鄭郑釘钉針针鈣钙鈔钞鈕钮錄录鍵键鏈链鏡镜鑒鉴閣阁闊阔陸陆隸隶雜杂頂顶項项須须頓顿頗颇領领頸颈額额顏颜顯显飄飘' +
  '養养餓饿駕驾驅驱驛驿髒脏鬧闹鯨鲸鴻鸿鵬鹏麗丽麥麦齡龄亞亚僅仅億亿儀仪傳传債债傷伤備备償偿冊册凍冻凱凯則则剛刚創创劇剧劉刘劍剑勁劲勞劳勢势勵励勸劝協协單单卻却參参吳吴唄呗啟启喚唤喪丧喬乔嗎吗嗚呜嘆叹噴喷' +
  '嚇吓嚴严園园圍围圓圆圖图團团執执堅坚塊块塵尘墊垫墳坟墾垦壓压壇坛壘垒壯壮聲声壽寿夢梦夠够夾夹奪夺奮奋妝妆姍姗娛娱婁娄婦妇媽妈嬌娇嬰婴孫孙審审寫写寬宽寶宝將将專专尋寻屆届層层屬属島岛峽峡崗岗嶼屿巔巅幣币' +
  '帥帅師师帳帐帶带幟帜幫帮庫库廁厕廂厢廈厦廚厨廟庙廢废廣广廳厅張张強强彈弹彌弥彎弯彥彦徑径徹彻恆恒恥耻悅悦惡恶惱恼愛爱慘惨態态慣惯慶庆憂忧憑凭憲宪憶忆懇恳懸悬戀恋戶户拋抛挾挟掃扫揀拣揚扬換换揮挥損损搖摇' +
  '搶抢摟搂摯挚撈捞撥拨撫抚撿捡擁拥擇择擊击擋挡擔担擬拟擴扩擺摆攜携攝摄攤摊攪搅敗败敘叙敵敌數数斂敛斃毙斬斩斷断晉晋晝昼暈晕暢畅暫暂曆历曉晓曠旷書书條条棄弃棟栋棧栈楊杨楓枫榮荣槍枪樁桩樂乐樓楼標标樞枢樹树' +
  '橋桥橫横檔档檢检欄栏權权歐欧歡欢歲岁歷历歸归殘残殺杀殼壳毀毁決决沒没沖冲況况淚泪淨净淪沦淺浅渦涡測测渾浑湊凑湯汤溝沟溫温滅灭滬沪滯滞滲渗滾滚滿满漁渔漢汉漲涨漸渐潛潜潤润潰溃澤泽濃浓濕湿濟济濤涛濱滨瀏浏' +
  '瀾澜灘滩灣湾災灾烏乌煉炼煙烟煩烦熱热燈灯燒烧營营燦灿燭烛爐炉爭争爺爷牆墙牽牵犧牺狀状狹狭獄狱獎奖獨独獲获獵猎獸兽獻献瑪玛畢毕畫画當当療疗癮瘾發发皺皱盜盗盞盏盡尽監监盤盘盧卢眾众睜睁矚瞩礎础碩硕碼码磚砖' +
  '礦矿禍祸禮礼禪禅稱称積积穩稳窩窝窮穷竄窜競竞筆笔節节篤笃簡简簽签籃篮籌筹糧粮糾纠紀纪約约紅红紋纹納纳紐纽純纯紗纱紙纸級级紛纷細细紹绍終终組组結结絕绝絡络給给統统絲丝綜综綠绿維维綱纲緊紧緒绪線线緩缓編编' +
  '緣缘縣县縮缩縱纵績绩織织繞绕繪绘繳缴繼继續续纖纤罰罚罷罢羅罗習习翹翘聯联聰聪職职肅肃脅胁脈脉腦脑腳脚腫肿膚肤膠胶膽胆臉脸臨临興兴舉举舊旧艙舱艦舰藝艺蔣蒋蕭萧薩萨藍蓝藥药蘇苏蘭兰處处虛虚號号虧亏蝦虾螞蚂' +
  '術术衛卫衝冲補补裝装襲袭覓觅覺觉覽览訂订訊讯討讨訓训訴诉診诊詐诈詞词詢询詳详誕诞誘诱誠诚誰谁課课諒谅諧谐諾诺謀谋謂谓謎谜講讲謝谢謠谣證证譚谭譜谱譯译譽誉贊赞';

/** The same, but Big5 has the second as well, as a character of its own or a rare variant. */
const pairsWithSharedForm =
  '機机種种氣气與与體体適适雲云驚惊趕赶離离願愿鬥斗黨党價价優优傑杰兒儿兇凶劃划勝胜噸吨壞坏寧宁嶺岭廠厂懷怀捨舍掛挂採采撲扑據据擾扰極极構构樸朴檯台櫃柜準准潔洁灑洒異异癒愈癥症瞭了確确穀谷範范築筑網网聖圣聽听臺台薦荐蘋苹蟲虫蠟蜡製制複复觸触託托誇夸誌志裡里麵面鬆松鬱郁係系繫系鬍胡鹹咸嚮向曬晒';

/** Keyed by UTF-16 code: all these characters are in the Basic Multilingual Plane. */
const simplifiedOf: ReadonlyMap<number, string> = new Map(
  Array.from((pairs + pairsWithSharedForm).matchAll(/(.)(.)/gu), ([, traditional = '', simplified = '']) => [
    traditional.charCodeAt(0),
    simplified,
  ]),
);

/** The first and the last of the CJK Unified Ideographs, which all these characters are among. */
const firstHan = 0x4e00;
const lastHan = 0x9fff;

/**
 * For each of them what it says of the script of a text: 1 where only Simplified Chinese has it, -1 where only Traditional
 * Chinese does, 0 for all others. A table, since a whole text is asked about, character by character.
 */
const leanings = new Int8Array(lastHan - firstHan + 1);
for (const code of simplifiedOf.keys()) leanings[code - firstHan] = -1;
for (const [, simplified = ''] of pairs.matchAll(/.(.)/gu)) leanings[simplified.charCodeAt(0) - firstHan] = 1;

/** The characters of a text that only Traditional Chinese has, with their offsets and what Simplified Chinese writes. */
export function traditionalCharacters(
  text: string,
): readonly { readonly at: number; readonly character: string; readonly simplified: string }[] {
  const found: { at: number; character: string; simplified: string }[] = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isTraditional[code] === 0) continue;
    const simplified = simplifiedOf.get(code);
    if (simplified !== undefined) found.push({ at, character: String.fromCharCode(code), simplified });
  }
  return found;
}

/** True for a text of CJK Unified Ideographs and nothing else. */
export function isHanOnly(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < firstHan || code > lastHan) return false;
  }
  return true;
}

/** The text with what Simplified Chinese writes for each Traditional character: as long as before, offset by offset. */
export function simplify(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isTraditional[code] === 0) continue;
    result += text.slice(copied, at) + (simplifiedOf.get(code) ?? simplifiedToo.get(code) ?? '');
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** Characters that also Simplified Chinese prints, in names and as variants: no sign of a script, but read the same. */
const simplifiedToo: ReadonlyMap<number, string> = new Map(
  Array.from(
    '萬万餘余頃顷週周佔占併并佈布裏里後后彙汇倆俩隻只畝亩'.matchAll(/(.)(.)/gu),
    ([, variant = '', usual = '']) => [variant.charCodeAt(0), usual],
  ),
);

/** By UTF-16 code. A table, because every character of every line is looked up. */
const isTraditional = new Uint8Array(0x10000);
for (const code of [...simplifiedOf.keys(), ...simplifiedToo.keys()]) isTraditional[code] = 1;

/** So many characters more of one script than of the other settle which one a text is written in. */
const clearMajority = 30;

/**
 * True when texts have more characters that only Simplified Chinese has than such that only Traditional Chinese has.
 * Reads no further than it takes to see which script is ahead by far.
 */
export function areMostlySimplified(texts: Iterable<string>): boolean {
  let balance = 0;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code < firstHan || code > lastHan) continue;
      balance += leanings[code - firstHan] ?? 0;
      if (Math.abs(balance) >= clearMajority) return balance > 0;
    }
  }
  return balance > 0;
}
