// A report as its pages print it: every cell written in one language and unit, each row with whether it is new or changed against the
// report issued before. Pure.

import type { ReportPages } from '../../contract/reports/reports.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Section } from '../section.ts';
import { tablesOf } from '../tables.ts';
import { cellsWritten, goneFrom, sectionIn, sinceOf, type Written } from './difference.ts';

export interface Before {
  number: number;
  issuedOn: string;
  dataOn: string;
  report: Report;
}

export interface PagesGiven {
  report: Report;
  before: Before | null;
  digest: string;
  number: number | null;
}

export function pagesOf({ report, before, digest, number }: PagesGiven, written: Written): ReportPages {
  const { language, unit } = written;
  const { sections, ...around } = tablesOf(report, language, unit);
  const then = before && tablesOf(before.report, language, unit).sections;
  return {
    setting: report.setting,
    ...around,
    sections: sections.map((section) => sectionOf(section, then, written)),
    unit,
    before: before && briefOf(before),
    digest,
    number,
  };
}

export const briefOf = ({ number, issuedOn, dataOn }: Before) => ({ number, issuedOn, dataOn });

function sectionOf(
  section: Section,
  then: readonly Section[] | null,
  written: Written,
): ReportPages['sections'][number] {
  const { id, title, head, right, rows, below } = section;
  const was = then ? sectionIn(then, id) : undefined;
  return {
    id,
    title: hasAmounts(section) ? `${title}${unitWord(written)}` : title,
    head,
    right,
    below,
    rows: rows.map((row) => ({
      key: row.key,
      cells: cellsWritten(row, written),
      isSum: row.isSum === true,
      since: then && sinceOf(section, was, row, written),
      ...(row.marked ? { marked: row.marked } : {}),
    })),
    gone: was ? goneFrom(section, was).length : 0,
  };
}

const hasAmounts = ({ rows }: Section): boolean =>
  rows.some(({ cells }) => cells.some((cell) => typeof cell === 'number'));

const UNITS = {
  yen: ['（単位：円）', ' (yen)'],
  thousandYen: ['（単位：千円）', ' (thousands of yen)'],
} as const;
const unitWord = ({ language, unit }: Written): string => UNITS[unit][language === 'ja' ? 0 : 1];
