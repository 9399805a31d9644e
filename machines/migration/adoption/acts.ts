// The programme has adopted another definition: from here on that one decides. Everything else of the memory is where relocate.ts
// has put it; here falls what other bodies have begun to decide, and is told what is due on other days now.
import * as z from 'zod';
import { quorumOf } from '../../decision/quorum.ts';
import { without } from '../../definition/counterparts.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { digestOf } from '../../definition/parts.ts';
import type { Effect, MovedDate } from '../../record/effect.ts';
import { canonical } from '../../record/entry.ts';
import type { Fallen } from '../../record/fallen.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { timeOf } from '../../values/date.ts';
import { act, type Case, reason, type Told, tell } from '../act.ts';
import { reviewers, reviewersAsked } from '../gate/reviewers.ts';
import type { DeadlineState, MigrationContext, Proposal } from '../state.ts';
import { type Ending, endingBy, fallenWith } from './ending.ts';
import { correctionsLeft, fallenWithSystem } from './falling.ts';
import { fallenAtMove } from './undecided.ts';

/** The type of its entry, for those who look for it in a chain. */
export const ADOPTED = 'definition.adopted' as const;

const version = z.strictObject({ version: z.number().int().min(1), digest: digestOf });

export const adoptedFact = z.strictObject({
  type: z.literal(ADOPTED),
  /** The entry of the programme's chain by which it adopted the edition that this definition is of. */
  amendment: z.number().int().min(1),
  leaves: version,
  adopts: version,
  reason,
  /** Whoever is concerned by what falls is told of it: left out in entries of 0.2.0, which did not tell it. */
  tellsFallen: z.literal(true).optional(),
});
export type AdoptedFact = z.infer<typeof adoptedFact>;

function objections({ definition, leaving, context, fact }: Case<AdoptedFact>): Refusal[] {
  if (fact.amendment <= (context.adopted ?? 0))
    return [refusal('definition.alreadyAdopted', { amendment: fact.amendment })];
  if (!leaving || leaving.version !== fact.leaves.version || definition.version !== fact.adopts.version)
    return [refusal('definition.notInForce', { version: fact.leaves.version })];
  const phases = without(leaving.path, definition.path);
  return phases.length === 0 ? [] : [refusal('definition.noCounterpart', { phases })];
}

type Versions = Required<Pick<Case, 'definition' | 'leaving'>>;

/** Voices stand while the same bodies decide by the same quorum. */
const decidedBy = (definition: MigrationDefinition, bodies: readonly string[]): string =>
  canonical(bodies.map((body) => [body, quorumOf(definition, body)]));

function adopt({ definition, leaving = definition, context, fact }: Case<AdoptedFact>): MigrationContext {
  const isSame = (bodiesOf: (control: MigrationDefinition['path']['control']) => readonly string[]) =>
    decidedBy(leaving, bodiesOf(leaving.path.control)) ===
    decidedBy(definition, bodiesOf(definition.path.control));
  const voiced = <P extends Proposal>(proposal: P | null, same: boolean): P | null =>
    proposal && (same ? proposal : { ...proposal, votes: [] });
  const byGoBack = isSame(({ goBack }) => goBack.approve);
  const waived = Object.entries(context.waived).filter(([, { complete }]) => byGoBack || complete);
  return {
    ...context,
    adopted: fact.amendment,
    goingBack: voiced(context.goingBack, byGoBack),
    cancellation: voiced(
      context.cancellation,
      isSame(({ cancel }) => cancel),
    ),
    waived: Object.fromEntries(waived),
    ...(endingBy({ definition, leaving })?.heirs ? correctionsLeft(context.corrections, definition) : {}),
  };
}

interface Moving extends MovedDate {
  id: string;
  to: string[];
}

/** The hour of a day that stayed: told where a calendar in force or adopted has half-days. What 0.2.0 recorded told of days alone. */
function hoursOf(
  { definition, leaving }: Versions,
  was: DeadlineState | undefined,
  now: DeadlineState | undefined,
): Pick<MovedDate, 'hours'> {
  const hasHalfDays = definition.calendar.halfDays || leaving.calendar.halfDays;
  if (!hasHalfDays || !was?.dueAt || !now?.dueAt) return {};
  if (was.dueOn !== now.dueOn || was.dueAt === now.dueAt) return {};
  return { hours: { was: timeOf(was.dueAt), now: timeOf(now.dueAt) } };
}

/** Days that are others now, or end at another hour, that have come, and that are gone, with those they concern. */
export function datesMoved(
  versions: Versions,
  before: MigrationContext['deadlines'],
  after: MigrationContext['deadlines'],
): Moving[] {
  const { definition, leaving } = versions;
  const former = (id: string, replaces?: string) => before[id] ?? (replaces ? before[replaces] : undefined);
  const now = definition.deadlines.map(({ id, label, to, replaces }): Moving => {
    const [old, fresh] = [former(id, replaces), after[id]];
    const days = { was: old?.dueOn ?? null, dueOn: fresh?.dueOn ?? null };
    return { id, deadline: label, ...days, ...hoursOf(versions, old, fresh), to };
  });
  const goesOn = new Set(definition.deadlines.flatMap(({ id, replaces }) => [id, replaces ?? id]));
  const gone = leaving.deadlines
    .filter(({ id }) => !goesOn.has(id))
    .map(
      ({ id, label, to }): Moving => ({
        id,
        deadline: label,
        was: before[id]?.dueOn ?? null,
        dueOn: null,
        to,
      }),
    );
  return [...now, ...gone].filter(({ was, dueOn, hours }) => was !== dueOn || hours !== undefined);
}

function told(given: Told<AdoptedFact>): Effect[] {
  const ending = endingBy(given);
  return ending ? toldOfEnding(given, ending) : toldOfMoving(given);
}

/** Once, with all that falls; in a closed programme only where something does. */
function toldOfEnding(given: Told<AdoptedFact>, { kind, ...ending }: Ending): Effect[] {
  const { definition, leaving = definition, context, here, left = context } = given;
  const fallen = fallenWith(leaving, left);
  if (kind === 'closed' && fallen.length === 0) return [];
  const falls = fallenWithSystem(leaving, definition, left, given.here.id);
  const to = [
    ...here.owners,
    ...definition.path.control.plan,
    ...fallen.flatMap((deadline) => deadline.to),
    ...proposersOf(left, falls),
  ];
  const deadlines = fallen.map(({ label }) => label);
  const { reason: why, heirs } = ending;
  return kind === 'closed'
    ? tell(to, { code: 'programme.closed', reason: why, deadlines })
    : tell([...to, ...reviewersAsked(beforeEnding(given))], {
        code: 'migration.retired',
        as: kind,
        reason: why,
        deadlines,
        ...(heirs ? { heirs } : {}),
        ...(falls.length > 0 ? { falls } : {}),
      });
}

/** In which post they proposed what falls. */
const proposersOf = (
  { submission, goingBack, cancellation, corrections }: MigrationContext,
  falls: readonly Fallen[],
): string[] => [
  ...[submission, goingBack, cancellation].flatMap((one) => (one && falls.length > 0 ? [one.post] : [])),
  ...falls.flatMap((one) => (one.kind === 'correction' ? (corrections?.open[one.entry]?.post ?? []) : [])),
];

/** Who had been asked for a decision is told that none is asked any more. */
const beforeEnding = (given: Told<AdoptedFact>) => ({
  ...given,
  standing: { ...given.standing, activity: given.after.retired?.from ?? given.standing.activity },
});

function toldOfMoving({
  definition,
  leaving = definition,
  context,
  fact,
  here,
  after,
  standing,
  event,
  left = context,
  stood = standing,
}: Told<AdoptedFact>): Effect[] {
  const fell = fact.tellsFallen ? fallenAtMove({ leaving, was: left, is: after, phase: stood.phase }) : [];
  const moved = datesMoved({ definition, leaving }, left.deadlines, after.deadlines);
  const dates = moved.map(({ id: _id, to: _to, ...date }): MovedDate => date);
  const fallen = left.approvals.filter(
    ({ account }) => !after.approvals.some((one) => one.account === account),
  );
  const to = [
    ...here.owners,
    ...(fallen.length > 0 ? reviewers(here) : []),
    ...moved.flatMap((date) => date.to),
    ...fell.flatMap((one) => one.to),
  ];
  const falls = fell.length > 0 ? { falls: fell.map(({ fallen: one }) => one) } : {};
  const { reason: why } = fact;
  const approvals = fallen.map(({ name }) => name);
  return [
    ...tell(to, {
      code: 'definition.adopted',
      reason: why,
      phase: here.label,
      approvals,
      moved: dates,
      ...falls,
    }),
    ...announced({ definition, leaving, context, standing, event }),
  ];
}

/** Who depends on it only now hears of what was reached before, and of what will not come any more. */
function announced({
  definition,
  leaving,
  context,
  standing,
  event,
}: Versions & Pick<Case, 'context' | 'standing' | 'event'>): Effect[] {
  return definition.path.phases.flatMap(({ id, announces }): Effect[] => {
    const passed = context.passed[id];
    const isGone = !passed && standing.activity === 'cancelled';
    if (!announces || !(passed || isGone)) return [];
    const known = leaving.path.phases.some((phase) => phase.announces === announces)
      ? leaving.dependents
      : [];
    const to = definition.dependents.filter((system) => !known.includes(system));
    if (to.length === 0) return [];
    return passed
      ? [{ kind: 'announce', to, milestone: announces, occurredOn: passed.on }]
      : [{ kind: 'forsake', to, milestone: announces, occurredOn: event.occurredOn }];
  });
}

export const adoptionActs = {
  [ADOPTED]: act({
    open: true,
    schema: adoptedFact,
    from: ['programme'],
    taken: 'anywhere',
    afterEnd: true,
    asks: [],
    who: () => [],
    objections,
    change: adopt,
    tells: told,
  }),
};
