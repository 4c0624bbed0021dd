/**
 * Writes the traditional characters that occur in the words of sites (責任編輯, 訂閱, 轉載) in their simplified form, so
 * that patterns need one form only. Each character stays one UTF-16 unit: offsets are those of the text given.
 */
export function simplified(text: string): string {
  let result = '';
  let copied = 0;
  for (let at = 0; at < text.length; at++) {
    const form = formOf[text.charCodeAt(at)] ?? 0;
    if (form === 0) continue;
    result += text.slice(copied, at) + String.fromCharCode(form);
    copied = at + 1;
  }
  return copied === 0 ? text : result + text.slice(copied);
}

/** Pairs of traditional and simplified characters. */
const pairs =
  '編编輯辑責责審审監监製制來来處处標标題题記记圖图攝摄報报導导訊讯聞闻網网發发佈布時时間间閱阅讀读點点擊击關关註注訂订電电號号碼码掃扫長长識识別别維维載载開开應应體体戶户轉转權权許许經经聲声險险資资廣广與与業业為为據据僅仅參参構构議议觀观場场聯联繫系刪删評评論论區区歡欢請请讚赞個个這这後后還还熱热門门薦荐鏈链連连結结條条頁页複复譯译寫写類类說说內内見见員员話话郵邮傳传給给讓让專专欄栏書书簽签鍵键詞词視视頻频臉脸動动務务該该係系屬属於于當当進进無无會会從从歷历獨独創创補补繼继續续隱隐紹绍簡简檔档';

/** The simplified form of each by UTF-16 code, 0 for all other characters: those of every short line are looked up. */
const formOf = new Uint16Array(0x10000);
for (let at = 0; at < pairs.length; at += 2) formOf[pairs.charCodeAt(at)] = pairs.charCodeAt(at + 1);
