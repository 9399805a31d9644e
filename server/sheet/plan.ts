// What a sheet would change where the programme's systems stand now: each of its cells is so already, is taken, or is in conflict with
// the reasons. Whether an act is taken its machine says, and nobody else. Pure: who may act in which post is asked of whoever calls.
import { countsFor, mergeSteps, partsToChange } from '../../machines/migration/steps/national-steps.ts';
import { businessOutside, noSystem, sharedBusiness } from '../../texts/sheets/sheet-texts.ts';
import type { Claim } from './claims.ts';
import { grouped } from './grouped.ts';
import { judged } from './judging.ts';
import type { Asked, Cell, Plan, Reason, SystemNow } from './planned.ts';

export function planOf(claims: readonly Claim[], asked: Asked): Plan {
  const plan: Plan = { same: [], conflicts: [], acts: [] };
  const changes: Cell[] = [];
  for (const claim of claims) {
    const found = cellOf(claim, asked);
    if (found.status === 'same') plan.same.push(claim);
    else if (found.status === 'conflict') plan.conflicts.push({ ...found.cell, reasons: found.reasons });
    else changes.push(found.cell);
  }
  for (const where of asked.systems) {
    const { acts, conflicts } = judged(
      where,
      changes.filter(({ systems }) => systems.includes(where.system)),
      asked,
    );
    plan.acts.push(...acts);
    plan.conflicts.push(...conflicts);
  }
  return { ...plan, conflicts: toldOnce(plan.conflicts) };
}

/** A cell that several systems refuse for the same reasons is refused once, by all of them. */
function toldOnce(conflicts: Plan['conflicts']): Plan['conflicts'] {
  const alike = grouped(conflicts, ({ at, reasons }) =>
    JSON.stringify([at, reasons.map(({ message }) => message)]),
  );
  return [...alike.values()].map((same) => ({
    ...same[0],
    systems: [...new Set(same.flatMap(({ systems }) => systems))],
  }));
}

type Found =
  | { status: 'same' }
  | { status: 'changes'; cell: Cell }
  | { status: 'conflict'; cell: Cell; reasons: Reason[] };

const isIn = (business: string, { definition }: SystemNow): boolean => countsFor(business, definition);

function cellOf(claim: Claim, { programme, systems }: Asked): Found {
  const { business, step, status, system } = claim;
  const carriers = systems.filter((one) => isIn(business, one) && (system === null || one.system === system));
  const applies = programme.businesses.find(({ name }) => name === business)?.applies ?? false;
  const parts = carriers.map(({ snapshot }) => snapshot.context.steps[business] ?? {});
  const stands = mergeSteps(parts.length > 0 ? parts : [{}])[step] ?? 'notStarted';
  const from = applies ? stands : 'notApplicable';
  const cell: Cell = { ...claim, from, systems: carriers.map((one) => one.system) };
  if (from === status) return { status: 'same' };
  if (!applies) return { status: 'conflict', cell, reasons: [businessOutside(business)] };
  if (carriers.length === 0) return { status: 'conflict', cell, reasons: [noSystem(business, system)] };
  const others = partsToChange(
    parts.map((part) => part[step] ?? 'notStarted'),
    status,
  );
  if (others === null) return { status: 'conflict', cell, reasons: [sharedBusiness(business, cell.systems)] };
  const meant = cell.systems.filter((_, index) => others.includes(index));
  return { status: 'changes', cell: { ...cell, systems: meant } };
}
