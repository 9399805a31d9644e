// The n-th weekday of a month, or its last: how ordinances and houses say when they are closed. `3-monday`, `last-friday`.
import { addDays, type Day, lengthOfMonth, two, weekday } from '../date.ts';
import { kanjiDigits, oneWidth } from '../figures.ts';
import { type Reading, readAs, refused } from '../reading.ts';

const WEEKDAYS: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const JAPANESE = '日月火水木金土';
const FORM = new RegExp(`^(?:[1-5]|last)-(?:${WEEKDAYS.join('|')})$`);
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  fifth: '5',
  last: 'last',
};

export const isNthWeekday = (text: string): boolean => FORM.test(text);

/** `第3月曜日`, `毎月第三月曜`, `最終金曜日`, `third Monday`, `3rd Monday`, `last Friday`. */
export function readNthWeekday(written: string): Reading<string> {
  const plain = kanjiDigits(oneWidth(written)).toLowerCase().replace(/\s+/gu, ' ');
  if (plain === '') return refused('empty', {});
  if (isNthWeekday(plain)) return readAs(plain);
  const japanese = /^(?:毎月)?の?(?:第 ?([1-5])|(?:最終|最後の?)) ?([日月火水木金土])曜?日?$/u.exec(plain);
  if (japanese) {
    const [, nth = 'last', day = ''] = japanese;
    return readAs(`${nth}-${WEEKDAYS[JAPANESE.indexOf(day)]}`);
  }
  const english = /^(?:the )?(\w+?)(?:st|nd|rd|th)? (\w+)$/u.exec(plain);
  const [, said = '', day = ''] = english ?? [];
  const whole = plain.replace(/^the /u, '').split(' ')[0] ?? '';
  const nth = ORDINALS[whole] ?? said;
  const made = `${nth}-${day}`;
  return isNthWeekday(made) ? readAs(made) : refused('nthWeekday.form', {});
}

/** The day of a month on which it falls; null where the month has none (a fifth Monday). */
export function nthWeekdayIn(year: number, month: number, said: string): Day | null {
  const [nth = '', name = ''] = said.split('-');
  const wanted = WEEKDAYS.indexOf(name);
  const first = `${year}-${two(month)}-01`;
  const offset = (wanted - weekday(first) + 7) % 7;
  const days = lengthOfMonth(year, month);
  const week = nth === 'last' ? Math.floor((days - 1 - offset) / 7) : Number(nth) - 1;
  return offset + week * 7 < days ? addDays(first, offset + week * 7) : null;
}
