// Which version an estimate is compared with, by how much it differs, and whether that asks for a reason: more than the path's threshold.
import { type Refusal, refusal } from '../../record/refusal.ts';
import type { YearCost } from '../../values/money.ts';
import { sameFirm } from '../../values/names/name.ts';
import { isOver, type Variance, varianceOf } from '../../values/variance.ts';
import type { Case } from '../act.ts';
import { NOTED, type Note, noteAt, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';
import type { EstimateRecorded } from './shapes.ts';

type Estimate = Note<typeof NOTED.estimate>;

export interface Sums {
  migrationYen: number;
  operationYen: number;
  totalYen: number;
}

export function sumsOf(costs: readonly YearCost[]): Sums {
  const migrationYen = costs.reduce((sum, cost) => sum + cost.migrationYen, 0);
  const operationYen = costs.reduce((sum, cost) => sum + cost.operationYen, 0);
  return { migrationYen, operationYen, totalYen: migrationYen + operationYen };
}

/** The version that it names, or the vendor's last one before it; none of a vendor's first. */
export function comparedWith(
  context: Pick<MigrationContext, 'noted'>,
  { no, against, vendor }: Pick<EstimateRecorded, 'no' | 'against' | 'vendor'>,
): Estimate | undefined {
  if (against !== undefined) return noteAt(context, NOTED.estimate, against);
  return notesOf(context, NOTED.estimate).findLast(
    (other) => other.no < no && sameFirm(other.vendor, vendor),
  );
}

export const varianceBetween = (from: readonly YearCost[], to: readonly YearCost[]): Variance =>
  varianceOf(sumsOf(from).totalYen, sumsOf(to).totalYen);

export function varianceObjections({ definition, context, fact }: Case<EstimateRecorded>): Refusal[] {
  const before = comparedWith(context, fact);
  if (!before) {
    const known = notesOf(context, NOTED.estimate).map(({ no }) => no);
    return fact.against === undefined ? [] : [refusal('estimate.unknown', { no: fact.against, known })];
  }
  const over = definition.path.money?.varianceOver;
  const variance = varianceBetween(before.costs, fact.costs);
  if (over === undefined || fact.reason !== undefined || !isOver(variance, over)) return [];
  const { amountYen, percent } = variance;
  return [refusal('estimate.reasonMissing', { no: fact.no, against: before.no, amountYen, percent, over })];
}
