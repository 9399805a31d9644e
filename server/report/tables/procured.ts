// A report's tables on what was procured: selections with their scores, contracts with their sums.
import { formatFiscalYear } from '../../../machines/values/era.ts';
import type { Report } from '../../contract/reports/tables.ts';
import { sumOf } from '../figures.ts';
import type { Cell, Language, Section } from '../section.ts';
import { marked, marksOf } from './footnotes.ts';
import { countCell, pick, yearIn } from './words.ts';

/** No system is called so: an id is written without it. */
const SUM = '=';

export function selections(report: Report, language: Language): Section {
  const { selections: rows } = report;
  const marks = marksOf(report, 'selections');
  const say = (ja: string, en: string) => pick(language, ja, en);
  const points = (score: string) => countCell(score, say('点', ''));
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
    id: 'selections',
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
    rows: rows.map((row) => ({
      key: row.system,
      systems: [row.system],
      cells: [
        row.name[language],
        row.candidate,
        points(row.technical),
        points(row.price),
        points(row.printedTotal),
        points(row.total),
      ],
      ...marked(1, [{ text: row.candidate, notes: marks(row.system) }]),
    })),
    below: methods.map((method) => say(`選定方式：${method}`, `Method: ${method}`)),
  };
}

export function contracts(report: Report, language: Language): Section {
  const { contracts: rows, contractSums } = report;
  const marks = marksOf(report, 'contracts');
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
    id: 'contracts',
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
      ...rows.map((row) => ({
        key: row.system,
        systems: [row.system],
        cells: [
          row.name[language],
          row.vendor,
          ...years.map((year) => amountIn(row.amounts, year)),
          row.totalYen,
          remark(row.continuesInto),
        ],
        ...marked(1, [{ text: row.vendor, notes: marks(row.system) }]),
      })),
      {
        key: SUM,
        systems: rows.map(({ system }) => system),
        isSum: true,
        cells: [
          say('合計', 'Sum'),
          '',
          ...years.map((year) => amountIn(contractSums.amounts, year)),
          contractSums.totalYen,
          '',
        ],
      },
    ],
    below: [],
  };
}
