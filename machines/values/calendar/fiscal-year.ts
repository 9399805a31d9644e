// The one reader of fiscal years (会計年度): 令和5年度, R5, 2023. A year without its era is refused: `5` may be of any.
import { fiscalYearOf, isVagueDay, latestDay } from '../date.ts';
import { ERA_YEAR, eraNamed, eraOf, yearInEra, yearOf } from '../era.ts';
import { oneWidth, plainYears, withoutLooseBlanks } from '../figures.ts';
import { type Reading, readAs, refused } from '../reading.ts';

export const FIRST_FISCAL_YEAR = 1990;
export const LAST_FISCAL_YEAR = 2150;

/** A fiscal year that any amount, meeting or budget of a programme can be of. */
export const isFiscalYear = (year: number): boolean =>
  Number.isInteger(year) && FIRST_FISCAL_YEAR <= year && year <= LAST_FISCAL_YEAR;

const WESTERN = /^(\d{4})(?:年度?)?$/u;
const ERA = new RegExp(`^${ERA_YEAR}(?:年度?|度)?$`, 'u');
const WITHOUT_ERA = /^(元|\d{1,3})(?:年度?)?$/u;

/** By its first calendar year: 2023 is 令和5年度, April 2023 to March 2024. */
export function readFiscalYear(written: string): Reading<number> {
  const plain = plainYears(withoutLooseBlanks(oneWidth(written)));
  if (plain === '') return refused('empty', {});
  const western = WESTERN.exec(plain);
  if (western) return inRange(Number(western[1]));
  const named = ERA.exec(plain);
  if (named) return ofEra(named);
  const without = WITHOUT_ERA.exec(plain);
  if (without) return refused('fiscalYear.eraMissing', { year: yearInEra(without[1]) });
  if (isVagueDay(plain)) return refused('fiscalYear.aDate', { fiscalYear: fiscalYearOf(latestDay(plain)) });
  return refused('fiscalYear.form', {});
}

function ofEra([, word, inEra]: RegExpExecArray): Reading<number> {
  const era = eraNamed(word);
  if (!era || yearInEra(inEra) < 1) return refused('fiscalYear.form', {});
  const year = yearOf(era, yearInEra(inEra));
  if (`${year + 1}-03-31` < era.from) return refused('fiscalYear.beforeEra', { era: era.name });
  const found = inRange(year);
  const was = eraOf(`${year}-04-01`);
  if (found.status === 'refused' || was === null || was.from <= era.from) return found;
  return readAs(year, { code: 'fiscalYear.eraPast', facts: { era: era.name, fiscalYear: year } });
}

const inRange = (year: number): Reading<number> =>
  isFiscalYear(year)
    ? readAs(year)
    : refused('fiscalYear.outOfRange', { from: FIRST_FISCAL_YEAR, until: LAST_FISCAL_YEAR });
