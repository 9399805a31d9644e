// Which column of a table says what, found by the words of its head, wherever it stands and in whatever order. Two forms: a business a
// row with its steps in columns, as MIC publishes it; or a step a row.
import { searchKey } from '../../machines/values/names/name.ts';
import { readStep } from '../../machines/values/national-step.ts';
import { namedNationalSteps } from '../report/national-step-names.ts';
import { addressOf, type Table } from './workbook.ts';

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

const roles = new Map(
  Object.entries(HEADS).flatMap(([role, words]) =>
    isRole(role) ? words.map((word) => [searchKey(word), role] as const) : [],
  ),
);
function isRole(word: string): word is Role {
  return Object.hasOwn(HEADS, word);
}
const derived = new Set(DERIVED.map(searchKey));
const stepsByName = new Map(namedNationalSteps.map(({ id, name }) => [searchKey(name), id]));

export interface Columns {
  /** The row of the head, from 0. */
  head: number;
  by: Partial<Record<Role, number>> & { business: number };
  steps: readonly { column: number; id: string }[];
  /** A head that says nothing we know. */
  unread: { at: string; written: string }[];
  /** A second column of the same meaning. */
  twice: { at: string; written: string }[];
}

/** In how many rows from the top a head is looked for: titles and notes stand above it. */
const LOOKED_THROUGH = 20;

/** Null where no row has a business and the steps, or a business, a step and its status. */
export function columnsOf({ rows }: Pick<Table, 'rows'>): Columns | null {
  for (const [head, cells] of rows.slice(0, LOOKED_THROUGH).entries()) {
    const { by, ...rest } = meanings(head, cells);
    const { business } = by;
    if (business === undefined) continue;
    const isLong = by.step !== undefined && by.status !== undefined;
    if (rest.steps.length > 0 || isLong) return { head, by: { ...by, business }, ...rest };
  }
  return null;
}

function meanings(head: number, cells: readonly string[]) {
  const by: Partial<Record<Role, number>> = {};
  const steps: { column: number; id: string }[] = [];
  const unread: Columns['unread'] = [];
  const twice: Columns['twice'] = [];
  for (const [column, written] of cells.entries()) {
    const here = { at: addressOf(head, column), written };
    const key = searchKey(written);
    const role = roles.get(key);
    const step = role === undefined ? stepIn(written) : null;
    if (role !== undefined) {
      if (by[role] === undefined) by[role] = column;
      else twice.push(here);
    } else if (step !== null) {
      if (steps.some(({ id }) => id === step)) twice.push(here);
      else steps.push({ column, id: step });
    } else if (key !== '' && !derived.has(key)) unread.push(here);
  }
  return { by, steps, unread, twice };
}

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
