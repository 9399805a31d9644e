// A report as sections of plain tables in one language, for any renderer. Yen stay numbers here; how a number is
// written is the renderer's matter. Knows no file format.
import { latestDay } from '../../machines/values/date.ts';
import { formatEra, formatFiscalYear } from '../../machines/values/era.ts';
import { slipCauseText } from '../../texts/deadline/words.ts';
import type { Report } from '../contract/programmes.ts';
import { sumOf } from './figures.ts';
import { moneySections } from './money/tables.ts';
import type { Cell, Language, Section } from './section.ts';

export interface ReportTables {
  title: string;
  /** Report day, data day. */
  dates: string[];
  sections: Section[];
  notes: string[];
  noteHeading: string;
}

const pick = (language: Language, ja: string, en: string): string => (language === 'ja' ? ja : en);

export function tablesOf(report: Report, language: Language): ReportTables {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const mark = report.setting.rehearsal ? say('【演習】', '【演習 rehearsal】 ') : '';
  const name = report.setting.programmeName[language];
  return {
    title: `${mark}${say(`${name} 自治体情報システム標準化の取組み状況`, `${name}: standardization of municipal systems`)}`,
    dates: [
      say(`報告日：${formatEra(report.reportOn)}`, `Report day: ${report.reportOn}`),
      say(`データ基準日：${formatEra(report.dataOn)}現在`, `Data as of: ${report.dataOn}`),
      ...basis(report, language),
    ],
    sections: [
      movements(report, language),
      meetings(report, language),
      ...report.progress.map((wave) => progress(wave, report.dataOn, language)),
      selections(report, language),
      contracts(report, language),
      ...moneySections(report, language),
      special(report, language),
      ...(report.slips.length > 0 ? [slips(report, language)] : []),
    ],
    notes: report.notes.map((note) => note[language]),
    noteHeading: say('注', 'Notes'),
  };
}

function basis({ setting }: Report, language: Language): string[] {
  if (setting.by !== 'recorded') return [];
  return [pick(language, '基準日に記録されていた内容による', 'What had been recorded by that day')];
}

const dayIn = (day: string, language: Language): string => (language === 'ja' ? formatEra(day) : day);
const yearIn = (year: number, language: Language): string =>
  language === 'ja' ? formatFiscalYear(year) : `FY${year}`;

function movements({ occurrences }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const [first, last] = [occurrences.at(0)?.on, occurrences.at(-1)?.on];
  const month = (day: string) => dayIn(day.slice(0, 7), language);
  const span =
    first && last ? say(`（${month(first)}～${month(last)}）`, ` (${month(first)} to ${month(last)})`) : '';
  return {
    title: `${say('標準化に係る主な動向', 'Movements in standardization')}${span}`,
    head: [say('年月日', 'Date'), say('事項', 'What happened')],
    right: [],
    rows: occurrences.map(({ on, endedOn, title }) => [
      endedOn === null ? dayIn(on, language) : `${dayIn(on, language)}～${dayIn(endedOn, language)}`,
      title[language],
    ]),
    below: [],
  };
}

function meetings(report: Report, language: Language): Section {
  const years = [...new Set(report.meetings.map(({ fiscalYear }) => fiscalYear))].sort();
  const bodies = [...new Set(report.meetings.map(({ body }) => body))];
  const of = (body: string, year: number) =>
    report.meetings.find((row) => row.body === body && row.fiscalYear === year);
  return {
    title: pick(language, '庁内推進体制（会議の開催状況）', 'Committee meetings'),
    head: [pick(language, '会議体', 'Body'), ...years.map((year) => yearIn(year, language))],
    right: years.map((_, index) => index + 1),
    rows: bodies.map((body) => [
      report.meetings.find((row) => row.body === body)?.label[language] ?? body,
      ...years.map((year) => {
        const count = of(body, year)?.count;
        return count === undefined ? '－' : pick(language, `${count}回`, String(count));
      }),
    ]),
    below: [],
  };
}

/** 「令和5年10月末時点」 where the data day is its month's last. */
function timePoint(day: string, language: Language): string {
  if (language === 'en') return `as of ${day}`;
  const month = day.slice(0, 7);
  return latestDay(month) === day ? `${formatEra(month)}末時点` : `${formatEra(day)}時点`;
}

function progress(wave: Report['progress'][number], dataOn: string, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const nameOf = ({ name, assumed }: (typeof wave.phases)[number]['systems'][number]) =>
    assumed ? `${name[language]}${say('（仮定）', ' (assumed)')}` : name[language];
  return {
    title: say(
      `業務の進捗状況：${wave.waveLabel.ja}（${timePoint(dataOn, language)}）`,
      `Progress: ${wave.waveLabel.en} (${timePoint(dataOn, language)})`,
    ),
    head: [
      say('工程', 'Phase'),
      say('システム数', 'Systems'),
      say('この工程にあるシステム', 'Systems in this phase'),
    ],
    right: [1],
    rows: wave.phases.map(({ label, systems }) => [
      label[language],
      String(systems.length),
      systems.map(nameOf).join(say('、', ', ')) || '－',
    ]),
    below: [],
  };
}

function selections({ selections: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const points = (score: string) => say(`${score}点`, score);
  const methods = [
    ...new Set(
      rows.map(({ method, outOf }) => {
        const full = sumOf([outOf.technical, outOf.price]);
        return say(
          `${method} ${full}点満点（技術点：${outOf.technical}点、価格点：${outOf.price}点）`,
          `${method}, out of ${full} (technical ${outOf.technical}, price ${outOf.price})`,
        );
      }),
    ),
  ];
  return {
    title: say('ベンダ選定状況', 'Selection of vendors'),
    head: [
      say('システム', 'System'),
      say('委託候補事業者', 'Candidate'),
      say('技術点', 'Technical'),
      say('価格点', 'Price'),
      say('総得点', 'Total'),
      say('総得点（正確な値）', 'Total (exact)'),
    ],
    right: [2, 3, 4, 5],
    rows: rows.map((row) => [
      row.name[language],
      row.candidate,
      points(row.technical),
      points(row.price),
      points(row.printedTotal),
      points(row.total),
    ]),
    below: methods.map((method) => say(`選定方式：${method}`, `Method: ${method}`)),
  };
}

function contracts({ contracts: rows, contractSums }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const years = contractSums.amounts.map(({ fiscalYear }) => fiscalYear);
  const amountIn = (amounts: typeof contractSums.amounts, year: number): Cell =>
    amounts.find(({ fiscalYear }) => fiscalYear === year)?.amountYen ?? '－';
  const remark = (continuesInto: number[]) =>
    continuesInto.length === 0
      ? ''
      : say(
          `${continuesInto.map(formatFiscalYear).join('・')}も継続`,
          `continues into FY${continuesInto.join(', FY')}`,
        );
  return {
    title: say('契約金額（移行経費）', 'Contract sums (cost of migration)'),
    head: [
      say('システム', 'System'),
      say('契約事業者', 'Vendor'),
      ...years.map((year) => yearIn(year, language)),
      say('総額', 'Total'),
      say('備考', 'Remarks'),
    ],
    right: [...years.map((_, index) => index + 2), years.length + 2],
    rows: [
      ...rows.map((row) => [
        row.name[language],
        row.vendor,
        ...years.map((year) => amountIn(row.amounts, year)),
        row.totalYen,
        remark(row.continuesInto),
      ]),
      [
        say('合計', 'Sum'),
        '',
        ...years.map((year) => amountIn(contractSums.amounts, year)),
        contractSums.totalYen,
        '',
      ],
    ],
    below: [],
  };
}

const REGIMES: Record<string, { ja: string; en: string }> = {
  candidate: { ja: '該当の可能性あり', en: 'candidate' },
  applied: { ja: '申請・報告済み', en: 'applied' },
  designated: { ja: '指定済み', en: 'designated' },
};
const REASONS = ['', '①', '②', '③', '④'];

function special({ special: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  return {
    title: say('特定移行支援システム（旧 移行困難システム）の状況', 'Special transition'),
    head: [
      say('システム', 'System'),
      say('区分', 'Standing'),
      say('範囲', 'Scope'),
      say('該当事由', 'Reasons'),
      say('移行完了時期', 'Completion'),
    ],
    right: [],
    rows: rows.map((row) => [
      row.name[language],
      REGIMES[row.regime]?.[language] ?? row.regime,
      row.scope ?? say('全部', 'whole'),
      row.reasonTypes.map((type) => REASONS[type] ?? String(type)).join('') || say('未記載', 'not stated'),
      row.completionOn === null ? say('未定', 'not set') : dayIn(row.completionOn, language),
    ]),
    below: [
      say(
        '事由：①メインフレーム ②個別開発 ③ベンダ撤退 ④事業者のリソースひっ迫等',
        'Reasons: ① mainframe ② individual development ③ vendor withdrawal ④ vendor resources',
      ),
    ],
  };
}

/** Plan and deadlines apart: an extension often follows a plan that moved, and one is not the other. */
function slips({ slips: rows }: Report, language: Language): Section {
  const say = (ja: string, en: string) => pick(language, ja, en);
  const of = { plan: say('計画', 'plan'), deadline: say('期限', 'deadline') };
  return {
    title: say('遅れの累計と原因', 'Slips and their causes'),
    head: [
      say('システム', 'System'),
      say('工程', 'Phase'),
      say('計画・期限', 'Plan or deadline'),
      say('原因', 'Cause'),
      say('回数', 'Times'),
      say('暦日', 'Days'),
      say('開庁日', 'Open days'),
    ],
    right: [4, 5, 6],
    rows: rows.map((row) => [
      row.name[language],
      row.phaseLabel[language],
      of[row.of],
      slipCauseText[row.cause][language],
      String(row.times),
      String(row.days),
      String(row.openDays),
    ]),
    below: [
      say(
        '前倒しは負の数です。計画の変更と期限の延長は別に数えています。',
        'Brought forward is negative. Changes of the plan and extensions are counted apart.',
      ),
    ],
  };
}
