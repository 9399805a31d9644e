// Cells of one system become acts: one a day and what is said alike of its businesses, each taken where the ones before it lead. What
// one cell may not say keeps no other out.
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { stepsRecorded } from '../../machines/migration/steps/acts.ts';
import { decideOne } from '../../machines/play/decide.ts';
import { grouped } from './grouped.ts';
import type { Asked, Cell, Plan, PlannedAct, Reason, SystemNow } from './planned.ts';

type Draft = Pick<PlannedAct, 'occurredOn' | 'fact' | 'cells'>;
type Judged = Pick<Plan, 'acts' | 'conflicts'>;

export function judged(where: SystemNow, cells: readonly Cell[], asked: Asked): Judged {
  const found: Judged = { acts: [], conflicts: [] };
  let here = where;
  const refuse = (refused: readonly Cell[], reasons: Reason[]) =>
    found.conflicts.push(...refused.map((cell) => ({ ...cell, systems: [where.system], reasons })));
  const take = (draft: Draft): Reason[] => {
    const tried = tryAct(here, draft, asked);
    if (tried.status === 'refused') return tried.reasons;
    here = tried.after;
    found.acts.push({ system: where.system, actor: tried.actor, ...draft });
    return [];
  };
  for (const draft of draftsOf(cells, asked)) {
    const reasons = take(draft);
    if (reasons.length === 0) continue;
    const good = draft.cells.filter((cell) => {
      const own = draftsOf([cell], asked).flatMap((alone) => reasonsAgainst(here, alone, asked));
      if (own.length > 0) refuse([cell], own);
      return own.length === 0;
    });
    // Where nothing is wrong with any of them alone, it is with all of them together.
    if (good.length === draft.cells.length) refuse(good, reasons);
    else
      for (const rest of draftsOf(good, asked)) {
        const against = take(rest);
        if (against.length > 0) refuse(rest.cells, against);
      }
  }
  return found;
}

type Tried =
  | { status: 'taken'; after: SystemNow; actor: PlannedAct['actor'] }
  | { status: 'refused'; reasons: Reason[] };

function tryAct(where: SystemNow, { fact, occurredOn }: Draft, asked: Asked): Tried {
  const actor = asked.actorFor(where, occurredOn, fact);
  if (Array.isArray(actor)) return { status: 'refused', reasons: actor };
  const event = { fact, actor, occurredOn, requestId: 'sheet' };
  const decided = decideOne(migrationPlayable(where.definition), where.snapshot, event, asked.atMs);
  if (decided.status === 'failed') throw decided.error;
  if (decided.status === 'decided')
    return { status: 'taken', after: { ...where, snapshot: decided.decision.snapshot }, actor };
  return {
    status: 'refused',
    reasons: decided.refusals.map((refusal) => asked.refusalText(refusal, where)),
  };
}

function reasonsAgainst(where: SystemNow, draft: Draft, asked: Asked): Reason[] {
  const tried = tryAct(where, draft, asked);
  return tried.status === 'refused' ? tried.reasons : [];
}

/** In the order of their days. */
function draftsOf(cells: readonly Cell[], asked: Asked): Draft[] {
  const dated = cells.map((cell) => ({
    cell,
    on: saidOn(cell, asked) ?? asked.today,
    reason: reasonOf(cell, asked),
  }));
  const lines = [
    ...grouped(dated, ({ cell, on, reason }) => JSON.stringify([on, cell.business, reason])).values(),
  ];
  const alike = grouped(lines, (line) => {
    const statuses = line.map(({ cell }) => [cell.step, cell.status]).sort();
    return JSON.stringify([line[0].on, line[0].reason, statuses]);
  });
  return [...alike.values()]
    .map((together) => draftOf(together.flat(), together[0][0]))
    .sort((a, b) => (a.occurredOn < b.occurredOn ? -1 : 1));
}

/** The row's own day, the day said of all, the day of the sheet's data; null where nobody says one. */
export const saidOn = ({ on, dataOn }: Cell, asked: Pick<Asked, 'on'>): string | null =>
  on ?? asked.on ?? dataOn;

const reasonOf = ({ status, reason }: Cell, asked: Asked): string | null =>
  status === 'notApplicable' ? (reason ?? asked.reason) : null;

interface Dated {
  cell: Cell;
  on: string;
  reason: string | null;
}

function draftOf(dated: readonly Dated[], { on, reason }: Dated): Draft {
  const cells = dated.map(({ cell }) => cell);
  const fact = stepsRecorded({
    businesses: [...new Set(cells.map(({ business }) => business))],
    statuses: Object.fromEntries(cells.map(({ step, status }) => [step, status])),
    ...(reason === null ? {} : { reason }),
  });
  return { occurredOn: on, fact, cells };
}
