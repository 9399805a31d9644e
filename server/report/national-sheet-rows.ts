// The national sheet as rows of cells in the layout that MIC publishes, in its own words. Always Japanese: it is an
// official form.
import type { NationalSheet } from '../contract/programmes.ts';
import { municipalityOf, prefectureOf } from './prefectures.ts';

export const statusWords = {
  done: '完了済み',
  inProgress: '作業中',
  notStarted: '未着手',
  notApplicable: '対象外',
} as const;

/** Businesses that MIC's progress data names otherwise than the law. */
const MIC_NAMES: Record<string, string> = { 住民基本台帳: '住民記録', 戸籍の附票: '戸籍附票' };

export function sheetRows({ setting, steps, rows }: NationalSheet): string[][] {
  const place = [
    prefectureOf(setting.programme),
    municipalityOf(setting.programme, setting.programmeName.ja),
  ];
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
      percent(row.completedPermille),
      percent(row.inProgressPermille),
      percent(row.notStartedPermille),
      String(row.denominator),
      row.live ? '○' : '',
      remarks(row, setting.rehearsal),
      dataOn,
    ]),
  ];
}

/** `97.5%`: a rate over 40 steps always has one decimal at most. */
const percent = (permille: number): string => `${(permille / 10).toFixed(1)}%`;

function remarks(row: NationalSheet['rows'][number], rehearsal: boolean): string {
  return [
    rehearsal ? '【演習】' : '',
    row.applies ? '' : `対象外（${row.reason ?? '理由の記載なし'}）`,
    row.counted ? '' : '20業務の集計に含めない',
  ]
    .filter((part) => part !== '')
    .join(' ');
}
