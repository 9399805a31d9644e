// Which column of a table says what, found by the words of its head, wherever it stands and in whatever order. Two forms: a business a
// row with its steps in columns, as MIC publishes it; or a step a row.
import { searchKey } from '../../machines/values/names/name.ts';
import { readStep } from '../../machines/values/national-step.ts';
import { namedNationalSteps } from '../report/national-step-names.ts';
import { byWords, type Heads, headsIn } from './heads.ts';
import type { Table } from './workbook.ts';

/** What is read besides the steps. */
const HEADS = {
  prefecture: ['都道府県名', '都道府県'],
  municipality: ['市区町村名', '市区町村', '市町村名', '団体名', '自治体名'],
  code: ['団体コード', '地方公共団体コード', '全国地方公共団体コード'],
  business: ['業務名', '業務', '対象業務', '標準化対象業務', '標準化対象業務名'],
  system: ['システム', 'システム名', '業務システム', '業務システム名'],
  step: ['ステップ', 'ステップ番号', '作業ステップ', '手順', '手順番号'],
  status: ['状況', '進捗', '進捗状況', '状態', 'ステータス'],
  on: ['実施日', '完了日', '決裁日', '確認日', '更新日'],
  dataOn: ['データ基準日', '基準日', '時点'],
  reason: ['理由', '対象外理由', '対象外の理由'],
  remarks: ['備考'],
} as const;
type Role = keyof typeof HEADS;

/** What follows from the rest, in our own export and in MIC's: known, and not read. */
const DERIVED = ['完了率', '作業中率', '未着手率', '分母', '運用開始', '番号', 'No', '作業', '作業項目'];

const roleOf = byWords<Role>(HEADS);
const derived = new Set(DERIVED.map(searchKey));
const stepsByName = new Map(namedNationalSteps.map(({ id, name }) => [searchKey(name), id]));
const isStep = (word: string): boolean => namedNationalSteps.some(({ id }) => id === word);

export type Columns = Omit<Heads<Role>, 'by'> & {
  by: Heads<Role>['by'] & { business: number };
  steps: readonly { column: number; id: string }[];
};

/** Null where no row has a business and the steps, or a business, a step and its status. */
export function columnsOf({ rows }: Pick<Table, 'rows'>): Columns | null {
  const heads = headsIn(rows, columnOf, (by) => by.business !== undefined && (isLong(by) || isWide(by)));
  const { business } = heads?.by ?? {};
  if (!heads || business === undefined) return null;
  return { ...heads, by: { ...heads.by, business }, steps: stepsIn(heads.by) };
}

type Places = Heads<string>['by'];
const isLong = ({ step, status }: Places): boolean => step !== undefined && status !== undefined;
const isWide = (by: Places): boolean => stepsIn(by).length > 0;

/** A role, or the step itself: no role is called as a step is. */
function columnOf(written: string): string | undefined {
  return roleOf(written) ?? stepIn(written) ?? (derived.has(searchKey(written)) ? 'passed' : undefined);
}

const stepsIn = (by: Places): Columns['steps'] =>
  Object.entries(by).flatMap(([id, column]) => (isStep(id) && column !== undefined ? [{ column, id }] : []));

/** The longest `⑩-1 ` is written. */
const LONGEST_ID = 8;

/** `①-1 推進体制案の作成`, `１－１`, `(1)-1推進体制案の作成`, or the name alone. */
export function stepIn(written: string): string | null {
  const text = written.trim();
  const named = stepsByName.get(searchKey(text));
  if (named !== undefined) return named;
  for (let length = Math.min(LONGEST_ID, text.length); length >= 3; length -= 1) {
    const found = readStep(text.slice(0, length));
    // `1-12` is no `1-1` with something after it.
    if (found.status === 'read' && !/^[\d０-９]/u.test(text.slice(length))) return found.value;
  }
  return null;
}
