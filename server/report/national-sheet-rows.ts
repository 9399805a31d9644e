// The national sheet as rows of cells in the layout that MIC publishes, in its own words. Always Japanese: it is an
// official form.
import { municipalityCode } from '../../machines/record/chain.ts';
import { statusWords } from '../../machines/values/national-step.ts';
import type { NationalSheet } from '../contract/planning/national-sheet.ts';
import { municipalityOf, prefectureOf } from './prefectures.ts';

/** What the sheet is called in a workbook. */
export const NATIONAL_SHEET = '業務別ステップ別進捗一覧';

/** A rate in tenths of a percent, and a day, are more than their text where a file has kinds of cells. */
export type SheetCell = string | number | { permille: number } | { on: string };

/** How the sheet marks what comes from a rehearsal. */
export const REHEARSAL_MARK = '【演習】';
/** How it says that a business does not count. */
const BESIDE = '20業務の集計に含めない';

/** Businesses that MIC's progress data names otherwise than the law. */
const MIC_NAMES: Record<string, string> = { 住民基本台帳: '住民記録', 戸籍の附票: '戸籍附票' };

/** 都道府県名 and 市区町村名 of a programme. */
export const placeOf = ({ programme, programmeName }: NationalSheet['setting']): [string, string] => [
  prefectureOf(municipalityCode(programme)),
  municipalityOf(municipalityCode(programme), programmeName.ja),
];

export function sheetRows({ setting, steps, rows }: NationalSheet): SheetCell[][] {
  const place = placeOf(setting);
  const dataOn = setting.asOf ?? setting.today;
  const head = [
    '都道府県名',
    '市区町村名',
    '業務名',
    ...steps.map(({ id, name }) => `${id} ${name}`),
    '完了率',
    '作業中率',
    '未着手率',
    '分母',
    '運用開始',
    '備考',
    'データ基準日',
  ];
  return [
    head,
    ...rows.map((row) => [
      ...place,
      MIC_NAMES[row.business] ?? row.business,
      ...steps.map(({ id }) => statusWords[row.statuses[id] ?? 'notStarted']),
      { permille: row.completedPermille },
      { permille: row.inProgressPermille },
      { permille: row.notStartedPermille },
      row.denominator,
      row.live ? '○' : '',
      remarks(row, setting.rehearsal),
      { on: dataOn },
    ]),
  ];
}

/** A cell as text: `97.5%` has one decimal, which a rate over 40 steps never exceeds. */
export function cellText(cell: SheetCell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return String(cell);
  return 'on' in cell ? cell.on : `${(cell.permille / 10).toFixed(1)}%`;
}

function remarks(row: NationalSheet['rows'][number], rehearsal: boolean): string {
  return [
    rehearsal ? REHEARSAL_MARK : '',
    row.applies ? '' : `対象外（${row.reason ?? '理由の記載なし'}）`,
    row.counted ? '' : BESIDE,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
