// A score sheet as a table that an evaluator fills in: a row for each criterion of each bidder. Written with what is known, read back
// as points. Knows no machine and no library of workbooks.

import type { Text } from '../../machines/definition/definition.ts';
import type { Points, Rfp } from '../../machines/migration/rfp/memory.ts';
import type { Leaf } from '../../machines/migration/rfp/scores/criteria.ts';
import type { Round } from '../../machines/migration/rfp/terms.ts';
import { readScore } from '../../machines/values/score.ts';

export const HEADS = ['応募者', '名称', '項目', '項目名', '配点', '点', '所見'] as const;
type Head = (typeof HEADS)[number];

/** Above the head, where it is scored in rounds: which one the sheet is of. */
const ROUND = '審査';

export function sheetRowsOf(
  { bidders }: Pick<Rfp, 'bidders'>,
  round: Pick<Round, 'id' | 'label'> | null,
  counted: readonly string[],
  leaves: readonly Leaf[],
  own: Points | null,
): string[][] {
  const rows = counted.flatMap((bidder) =>
    leaves.map(({ id, label, points }) => [
      bidder,
      bidders[bidder]?.name ?? bidder,
      id,
      label,
      points,
      own?.[bidder]?.[id] ?? '',
      '',
    ]),
  );
  return [...(round ? [[ROUND, round.id, round.label]] : []), [...HEADS], ...rows];
}

/** A cell that says no points. */
export interface CellFault {
  at: string;
  message: Text;
}

export type ReadSheet =
  | { status: 'read'; points: Points; remarks: Record<string, string>; round?: string }
  | { status: 'refused'; faults: CellFault[] };

const noHead: CellFault = {
  at: '1',
  message: {
    ja: `見出し（${HEADS.join('、')}）が見つかりません。採点表の様式を出力して使ってください（sekimori rfp sheet）。`,
    en: `The head (${HEADS.join(', ')}) is missing. Use the form of the scoring sheet (sekimori rfp sheet).`,
  },
};

/** A cell left empty says nothing: the machine names what is missing. */
export function pointsIn(rows: readonly (readonly string[])[]): ReadSheet {
  const head = rows.findIndex((cells) => cells.some((cell) => cell.trim() === '点'));
  const place = (name: Head) => (rows[head] ?? []).findIndex((cell) => cell.trim() === name);
  const [bidderAt, criterionAt, pointsAt, remarkAt] = [
    place('応募者'),
    place('項目'),
    place('点'),
    place('所見'),
  ];
  if (bidderAt < 0 || criterionAt < 0 || pointsAt < 0) return { status: 'refused', faults: [noHead] };
  const named = rows
    .slice(0, head)
    .find(([first = '']) => first.trim() === ROUND)?.[1]
    ?.trim();
  const faults: CellFault[] = [];
  const points = new Map<string, Map<string, string>>();
  const remarks = new Map<string, string[]>();
  for (const [index, cells] of rows.entries()) {
    const cell = (at: number) => (cells[at] ?? '').trim();
    const [bidder, criterion, written] = [cell(bidderAt), cell(criterionAt), cell(pointsAt)];
    if (index <= head || bidder === '' || criterion === '') continue;
    if (cell(remarkAt) !== '') remarks.set(bidder, [...(remarks.get(bidder) ?? []), cell(remarkAt)]);
    if (written === '') continue;
    const read = readScore(written);
    const row = points.get(bidder) ?? new Map<string, string>();
    const at = `${String.fromCodePoint(0x41 + pointsAt)}${index + 1}`;
    if (row.has(criterion)) faults.push({ at, message: twice(bidder, criterion) });
    if (read.status === 'read') points.set(bidder, row.set(criterion, read.value));
    else faults.push({ at, message: noScore(written) });
  }
  if (faults.length > 0) return { status: 'refused', faults };
  return { status: 'read', ...plain(points, remarks), ...(named ? { round: named } : {}) };
}

const plain = (points: Map<string, Map<string, string>>, remarks: Map<string, string[]>) => ({
  points: Object.fromEntries([...points].map(([bidder, row]) => [bidder, Object.fromEntries(row)])),
  remarks: Object.fromEntries([...remarks].map(([bidder, lines]) => [bidder, lines.join('\n')])),
});

const noScore = (written: string): Text => ({
  ja: `「${written}」は点として読めません（小数は4桁まで）。`,
  en: `"${written}" is no score (up to 4 decimals).`,
});

const twice = (bidder: string, criterion: string): Text => ({
  ja: `${bidder} の ${criterion} が二行あります。`,
  en: `${bidder} has two rows for ${criterion}.`,
});
