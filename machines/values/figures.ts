// Figures as people type and print them, as the plain ones that readers take: one width, one hyphen, digits for kanji
// numerals. Knows no date and no money.

/** Hyphens, dashes, minus signs and the long vowel mark, all of which stand for `-` between figures. */
const HYPHENS = /[\u2010-\u2015\u2043\u207b\u2212\u30fc\ufe58\ufe63\uff0d\uff70]/gu;
const KANJI = '〇一二三四五六七八九';

/** One width, compatibility forms resolved (`㋿` is 令和, `㈭` is (木), `⽉` is 月), no blanks around. */
export const oneWidth = (written: string): string => written.normalize('NFKC').trim();

export const oneHyphen = (text: string): string => text.replace(HYPHENS, '-');

/** 三億 → 3億: digit for digit; 十, 百 and 千 stay what they are. */
export const kanjiDigits = (text: string): string =>
  text.replace(/[○◯零]/gu, '〇').replace(/[〇一二三四五六七八九]/gu, (numeral) => String(figureOf(numeral)));

/** 十一 → 11, 二十 → 20, 百 → 100, 二〇二五 → 2025: numerals below a thousand, or digit for digit. */
export function kanjiToDigits(text: string): string {
  return text
    .replace(/[○◯零]/gu, '〇')
    .replace(/[〇一二三四五六七八九十百]+/gu, (run) => (/[十百]/u.test(run) ? counted(run) : spelled(run)));
}

/** A year and what follows it: one hyphen, figures, the era's letter as a capital (`r5` → `R5`). */
export const plainYears = (text: string): string =>
  kanjiToDigits(oneHyphen(text)).replace(/^[rhstm](?=\d|元)/u, (letter) => letter.toUpperCase());

const figureOf = (numeral: string): number => KANJI.indexOf(numeral);

const spelled = (run: string): string => [...run].map((numeral) => String(figureOf(numeral))).join('');

function counted(run: string): string {
  const found =
    /^(?:([一二三四五六七八九])?(百))?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(run);
  if (!found) return run;
  const [, hundreds, hundred, tens, ten, ones] = found;
  const times = (numeral: string | undefined, unit: string | undefined, value: number) =>
    unit === undefined ? 0 : (numeral === undefined ? 1 : figureOf(numeral)) * value;
  const sum = times(hundreds, hundred, 100) + times(tens, ten, 10) + (ones ? figureOf(ones) : 0);
  return String(sum);
}

/** Blanks beside a word or a sign are typing; those between two figures are a separator left out, and stay. */
export const withoutLooseBlanks = (text: string): string =>
  text.replace(/\s+/gu, ' ').replace(/(?<!\d) | (?!\d)/gu, '');
