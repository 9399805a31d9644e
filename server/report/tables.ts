// A report as sections of plain tables in one language, for any renderer. Yen stay numbers here; how a number is
// written is the renderer's matter. Knows no file format.
import { formatEra } from '../../machines/values/era.ts';
import type { Report } from '../contract/reports/tables.ts';
import { moneySections } from './money/tables.ts';
import type { Language, Section, Unit } from './section.ts';
import { footnotesOf } from './tables/footnotes.ts';
import { slips, special } from './tables/notable.ts';
import { contracts, selections } from './tables/procured.ts';
import { meetings, movements, passed, progress } from './tables/standing.ts';
import { dayIn, pick } from './tables/words.ts';

export interface ReportTables {
  title: string;
  /** Report day, data day. */
  dates: string[];
  sections: Section[];
  notes: string[];
  noteHeading: string;
  /** What is assumed, in the order of the numbers that figures bear. */
  footnotes: string[];
  footnoteHeading: string;
}

/** Where figures bear no marks: all that is said beside the tables. */
export const allNotes = ({ notes, footnotes }: Pick<ReportTables, 'notes' | 'footnotes'>): string[] => [
  ...notes,
  ...footnotes,
];

export function tablesOf(report: Report, language: Language, unit: Unit = 'yen'): ReportTables {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const mark = report.setting.rehearsal ? say('【演習】', '【演習 rehearsal】 ') : '';
  const name = report.setting.programmeName[language];
  const said = footnotesOf(report);
  return {
    title: `${mark}${say(`${name} 自治体情報システム標準化の取組み状況`, `${name}: standardization of municipal systems`)}`,
    dates: [
      say(`報告日：${formatEra(report.reportOn)}`, `Report day: ${report.reportOn}`),
      say(`データ基準日：${formatEra(report.dataOn)}現在`, `Data as of: ${report.dataOn}`),
      ...basis(report, language),
      ...period(report, language),
      ...unitSaid(unit, language),
    ],
    sections: [
      movements(report, language),
      meetings(report, language),
      ...report.progress.map((wave) => progress(wave, report, language)),
      ...(report.period ? [passed(report, language)] : []),
      selections(report, language),
      contracts(report, language),
      ...moneySections(report, language),
      special(report, language),
      ...(report.slips.length > 0 ? [slips(report, language)] : []),
    ],
    notes: said.notes.map((note) => note[language]),
    noteHeading: say('注', 'Notes'),
    footnotes: said.footnotes.map((note) => note[language]),
    footnoteHeading: say('仮定', 'Assumptions'),
  };
}

function basis({ setting }: Report, language: Language): string[] {
  if (setting.by !== 'recorded') return [];
  return [pick(language, '基準日に記録されていた内容による', 'What had been recorded by that day')];
}

function period({ period: asked }: Report, language: Language): string[] {
  if (!asked) return [];
  const [from, to] = [dayIn(asked.from, language), dayIn(asked.to, language)];
  return [pick(language, `対象期間：${from}～${to}`, `Period: ${from} to ${to}`)];
}

function unitSaid(unit: Unit, language: Language): string[] {
  if (unit === 'yen') return [];
  return [
    pick(
      language,
      '金額の単位：千円（四捨五入。合計は円の合計を四捨五入しているため、内訳の計と一致しないことがあります）',
      'Amounts in thousands of yen, rounded; sums are rounded from yen, so that parts may not add up to them',
    ),
  ];
}
