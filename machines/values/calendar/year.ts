// The one reader of calendar years: 2022, 2022年, R4, 令和4年. A year without its era is refused: `4` may be of any.
import { EARLIEST_DAY } from '../date.ts';
import { ERA_YEAR, eraNamed, eraOf, yearInEra, yearOf } from '../era.ts';
import { oneWidth, plainYears, withoutLooseBlanks } from '../figures.ts';
import { type Reading, readAs, refused } from '../reading.ts';

const WESTERN = /^(\d{4})年?$/u;
const ERA = new RegExp(`^${ERA_YEAR}年?$`, 'u');
const WITHOUT_ERA = /^(元|\d{1,3})年?$/u;

export function readYear(written: string): Reading<number> {
  const plain = plainYears(withoutLooseBlanks(oneWidth(written)));
  if (plain === '') return refused('empty', {});
  const western = WESTERN.exec(plain);
  if (western) return readAs(Number(western[1]));
  const named = ERA.exec(plain);
  if (named) return ofEra(named);
  const without = WITHOUT_ERA.exec(plain);
  return without ? refused('year.eraMissing', { year: yearInEra(without[1]) }) : refused('year.form', {});
}

function ofEra([, word, inEra]: RegExpExecArray): Reading<number> {
  const era = eraNamed(word);
  const year = era ? yearOf(era, yearInEra(inEra)) : 0;
  if (!era || yearInEra(inEra) < 1 || `${year}-12-31` < EARLIEST_DAY) return refused('year.form', {});
  const was = eraOf(`${year}-01-01`);
  const past = was !== null && was.from > era.from;
  return past ? readAs(year, { code: 'year.eraPast', facts: { era: era.name, year } }) : readAs(year);
}
