// Names as they are compared: one key for every way in which the same name is typed, printed or cut out of a PDF. A key
// is for finding, never shown and never kept as the name.

/** Look-alikes that Unicode keeps apart: radicals (⺠ is no 民) and, in names, old and variant forms. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  (
    '⺠民 ⻑長 ⻄西 ⻘青 ⻝食 ⻤鬼 ⻩黄 ⻭歯 ⻲亀 ⻫斉 ⼾戸 戶戸 户戸 髙高 﨑崎 嵜崎 碕崎 邊辺 邉辺 齋斎 齊斉 澤沢 廣広 國国 區区 縣県 濵浜 濱浜 嶋島 嶌島 德徳 ' +
    '黑黒 瀨瀬 櫻桜 眞真 藏蔵 冨富 瀧滝 曻昇 栁柳 桺柳 𠮷吉 鷗鴎 檜桧 籠篭 蘆芦 礪砺 巖巌 惠恵 榮栄 當当 與与 圓円 學学 寶宝 實実 會会 關関 靜静 淸清 ' +
    '豐豊 鹽塩 龍竜 壽寿 圖図 燈灯 驛駅 鐵鉄 舊旧 擴拡 條条 戀恋 峯峰 槇槙 渕淵 渊淵 籔薮 藪薮 賴頼 莊荘 薗園 凉涼 曾曽 增増 橫横'
  )
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
);

/** Standard and ideographic variation selectors: 葛󠄀 is 葛 with a picture of its own. */
const SELECTORS = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
const INVISIBLE = /[\p{Cf}\p{Zs}\s・･'’"”（）()「」\-‐‑–—―−_/.,、。]/gu;

const kataToHira = (text: string): string =>
  text.replace(/[ァ-ヶ]/gu, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) - 0x60));

/** Widths, letter case, kana, blanks and marks, variant and look-alike characters do not matter. */
export function searchKey(name: string): string {
  const folded = kataToHira(name.replace(SELECTORS, '').normalize('NFKC').toLowerCase()).replace(
    INVISIBLE,
    '',
  );
  return [...folded]
    .map((sign) => VARIANTS.get(sign) ?? sign)
    .join('')
    .replace(/[ヶヵゖゕがケ](?=[\p{Script=Han}])/gu, 'け');
}

/** ㈱ and （株） are 株式会社 where they stand, and so on. */
const inFull = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/\(株\)/gu, '株式会社')
    .replace(/\(有\)/gu, '有限会社');

const LEGAL_FORM = /株式会社|有限会社|合同会社|合資会社|合名会社/gu;

/** The same firm as people write it, with its legal form or without. */
export const sameFirmInShort = (a: string, b: string): boolean =>
  sameName(inFull(a).replace(LEGAL_FORM, ''), inFull(b).replace(LEGAL_FORM, ''));

/** The same firm: its name under another spelling, its legal form in full or abbreviated. */
export const sameFirm = (a: string, b: string): boolean => sameName(inFull(a), inFull(b));

/** The same name under another spelling of its characters. */
export const sameName = (a: string, b: string): boolean => searchKey(a) === searchKey(b);
