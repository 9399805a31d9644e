// The one reader of money: whole yen, as contracts, budgets and forms write them. Yen are integers; a fraction of one
// is refused, and so is a separator that does not stand before three figures.

import { readFiscalYear } from './calendar/fiscal-year.ts';
import { kanjiDigits, oneHyphen, oneWidth } from './figures.ts';
import { andThen, type Reading, type Remark, readAs, refused } from './reading.ts';

export interface YearAmount {
  fiscalYear: number;
  amountYen: number;
}

/** 999 trillion: beyond every budget, and exact in a JSON number. */
export const MOST_YEN = 999_999_999_999_999;

const UNITS: readonly [sign: string, yen: number][] = [
  ['兆', 1_000_000_000_000],
  ['億', 100_000_000],
  ['万', 10_000],
];
const GROUPED = /^\d{1,3}(?:,\d{3})+$/u;
const NUMBER = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?$/u;

/** `164,115,710円`, `1億6411万5710円`, `164,115千円`, `￥164115710`, `1.5億円`. */
export function readYen(written: string): Reading<number> {
  // A blank between two figures is a separator like the comma; any other is typing.
  const plain = kanjiDigits(oneHyphen(oneWidth(written)))
    .replace(/(?<=\d)\s+(?=\d)/gu, ',')
    .replace(/\s+/gu, '')
    .replace(/、/gu, ',');
  const bare = plain
    .replace(/^金/u, '')
    .replace(/^[¥\\]/u, '')
    .replace(/也$/u, '')
    .replace(/円$/u, '');
  if (bare === '') return refused(plain === '' ? 'empty' : 'yen.form', {});
  if (/^[-▲△]|^\(.*\)$/u.test(bare)) return refused('yen.negative', {});
  // Only units have parts: 164.000 may be a thousand times what it looks like.
  if (/\.\d+$/u.test(bare)) return refused(numberOf(bare) === null ? 'yen.form' : 'yen.fraction', {});
  const yen = inThousands(bare) ?? inMyriads(bare);
  if (yen === null) return refused(/^[\d,]*,[\d,]*$/u.test(bare) ? 'yen.grouping' : 'yen.form', {});
  if (!Number.isInteger(yen)) return refused('yen.fraction', {});
  return yen <= MOST_YEN ? readAs(yen) : refused('yen.tooLarge', { most: MOST_YEN });
}

/** 164,115千円, 164百万円: the units of budget tables, after figures alone. */
function inThousands(bare: string): number | null {
  const found = /^([\d,.]+)(千|百万)$/u.exec(bare);
  const count = found?.[1] === undefined ? null : numberOf(found[1]);
  return count === null ? null : exact(count, found?.[2] === '千' ? 1_000 : 1_000_000);
}

/** 1億6411万5710: each part below its unit's ten-thousandfold, largest first. A fraction only where one part stands. */
function inMyriads(bare: string): number | null {
  let rest = bare;
  let sum = 0;
  let parts = 0;
  for (const [sign, yen] of UNITS) {
    const at = rest.indexOf(sign);
    if (at < 0) continue;
    const count = numberOf(rest.slice(0, at));
    if (count === null || (parts > 0 && count >= 10_000)) return null;
    sum += exact(count, yen);
    rest = rest.slice(at + 1);
    parts += 1;
    if (!Number.isInteger(count) && rest !== '') return null;
  }
  if (rest === '') return parts > 0 ? sum : null;
  const last = numberOf(rest);
  if (last === null || (parts > 0 && (last >= 10_000 || !Number.isInteger(last)))) return null;
  return sum + last;
}

/** Figures with or without separators; 4千5百 within a part: 4500. */
function numberOf(text: string): number | null {
  if (/[千百十]/u.test(text)) return thousandsOf(text);
  return NUMBER.test(text) && (!text.includes(',') || GROUPED.test(text.split('.')[0] ?? ''))
    ? Number(text.replaceAll(',', ''))
    : null;
}

function thousandsOf(text: string): number | null {
  const found = /^(?:(\d?)千)?(?:(\d?)百)?(?:(\d?)十)?(\d?)$/u.exec(text);
  if (!found) return null;
  const [, thousands, hundreds, tens, ones] = found;
  const times = (count: string | undefined, unit: number) =>
    count === undefined ? 0 : (count === '' ? 1 : Number(count)) * unit;
  return times(thousands, 1000) + times(hundreds, 100) + times(tens, 10) + Number(ones || 0);
}

/** 1.15 × 100,000,000 without the error of binary fractions. */
function exact(count: number, unit: number): number {
  const [whole = '', fraction = ''] = String(count).split('.');
  const scale = 10 ** fraction.length;
  const product = Number(whole + fraction) * unit;
  return product % scale === 0 ? product / scale : Number(whole + fraction) * (unit / scale);
}

/** `R5=164115710`: an amount with its fiscal year. */
export function readAmount(written: string): Reading<YearAmount> {
  const [year, yen, ...more] = written.split(/[=＝:：]/u);
  if (year === undefined || yen === undefined || more.length > 0) return refused('amount.form', {});
  return andThen(readFiscalYear(year), (fiscalYear) =>
    andThen(readYen(yen), (amountYen) => readAs({ fiscalYear, amountYen })),
  );
}

/** Several amounts; two of one fiscal year are refused, for one reader would add them and another take the first. */
export function readAmounts(written: readonly string[]): Reading<YearAmount[]> {
  const remarks: Remark[] = [];
  const amounts: YearAmount[] = [];
  for (const one of written) {
    const read = readAmount(one);
    if (read.status === 'refused') return read;
    amounts.push(read.value);
    remarks.push(...read.remarks);
  }
  const twice = yearTwice(amounts.map(({ fiscalYear }) => fiscalYear));
  return twice === null ? readAs(amounts, ...remarks) : refused('amounts.yearTwice', { fiscalYear: twice });
}

export interface YearCost {
  fiscalYear: number;
  migrationYen: number;
  operationYen: number;
}

/** `R7=12,000,000/3,400,000`: 移行経費 and 運用経費 of a fiscal year; the second is nothing where it is left out. */
export function readCost(written: string): Reading<YearCost> {
  const [year, both, ...more] = written.split(/[=＝:：]/u);
  const [migration, operation = '0', ...rest] = (both ?? '').split(/[/／]/u);
  if (year === undefined || migration === undefined || more.length + rest.length > 0 || both === undefined)
    return refused('cost.form', {});
  return andThen(readFiscalYear(year), (fiscalYear) =>
    andThen(readYen(migration), (migrationYen) =>
      andThen(readYen(operation), (operationYen) => readAs({ fiscalYear, migrationYen, operationYen })),
    ),
  );
}

export function readCosts(written: readonly string[]): Reading<YearCost[]> {
  const remarks: Remark[] = [];
  const costs: YearCost[] = [];
  for (const one of written) {
    const read = readCost(one);
    if (read.status === 'refused') return read;
    costs.push(read.value);
    remarks.push(...read.remarks);
  }
  const twice = yearTwice(costs.map(({ fiscalYear }) => fiscalYear));
  return twice === null ? readAs(costs, ...remarks) : refused('amounts.yearTwice', { fiscalYear: twice });
}

/** The first fiscal year that a list names a second time. */
export function yearTwice(years: readonly number[]): number | null {
  return years.find((year, index) => years.indexOf(year) < index) ?? null;
}
