// Where a migration stands under the definition it adopts: the same phase, or the one that stands for it, with all that it
// remembers. What can no longer be asked of anybody falls: a review whose gate is another, a proposal without its way back.
import { votesAsked } from '../../decision/quorum.ts';
import { counterparts } from '../../definition/counterparts.ts';
import type { Gate, MigrationDefinition } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import { same } from '../../record/same.ts';
import type { Stamp } from '../../record/submission.ts';
import type { Instant } from '../../values/date.ts';
import { phaseNow } from '../authority/power.ts';
import { bundleDigest } from '../bundle/decided.ts';
import { notedIn } from '../noted/carrying.ts';
import {
  type MigrationContext,
  type MigrationSnapshot,
  type SetAside,
  type Stage,
  standing,
} from '../state.ts';
import { withoutDay } from '../walk.ts';
import { relocatedDeadlines } from './deadlines.ts';
import { relocatedPhases } from './phases.ts';
import { underRetirement } from './retirement.ts';

/** The snapshot as the machine of `definition` takes it up; null where its position has no counterpart. */
export function relocated(
  snapshot: MigrationSnapshot,
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
  { at, occurredOn }: Pick<Stamp, 'at' | 'occurredOn'>,
): MigrationSnapshot | null {
  const where = standing(snapshot);
  const phase = counterparts(leaving.path, definition.path).get(where.phase) ?? null;
  if (phase === null) return null;
  const isSame = phase === where.phase || isRenamed(leaving, definition, where.phase, phase);
  const stage = stageIn(definition, phase, isSame ? where.stage : 'working', snapshot.context);
  const path = stage === null ? phase : { [phase]: stage };
  const moved = relocatedMemory(snapshot.context, { leaving, definition }, phase, at);
  const isSameGate =
    decidedBy(leaving, snapshot.context, where.phase) === decidedBy(definition, moved, phase) &&
    restsOnSame(snapshot.context, { definition, context: moved, phase });
  const context = reviewed(moved, { phase, stage }, isSameGate);
  return underRetirement(
    { ...snapshot, value: { ...snapshot.value, path }, context },
    definition,
    occurredOn,
  );
}

/** A new phase that stands for the one it stood in, and for none after it: what is reviewed there is reviewed here. */
const isRenamed = (
  leaving: MigrationDefinition,
  { path }: MigrationDefinition,
  from: string,
  phase: string,
): boolean => {
  const standsFor = counterparts(leaving.path, path);
  const [last] = leaving.path.phases.filter(({ id }) => standsFor.get(id) === phase).slice(-1);
  return last?.id === from && !leaving.path.phases.some(({ id }) => id === phase);
};

const gateOf = (
  definition: MigrationDefinition,
  context: MigrationContext,
  phase: string,
): Gate | undefined => phaseNow(definition, context, phase).gate;

/** What approvals say that they were given for is what there is still; those that say nothing of it go by the gate alone. */
function restsOnSame(
  { approvals }: MigrationContext,
  {
    definition,
    context,
    phase,
  }: { definition: MigrationDefinition; context: MigrationContext; phase: string },
): boolean {
  const named = approvals.flatMap(({ bundle }) => bundle ?? []);
  if (named.length === 0) return true;
  const now = bundleDigest({ definition, context, here: phaseNow(definition, context, phase) });
  return named.every((bundle) => bundle === now);
}

/** A phase that leads nowhere has no stage; the first has none to go back from. */
function stageIn(
  { path }: MigrationDefinition,
  phase: string,
  stage: Stage | null,
  { submission, goingBack }: MigrationContext,
): Stage | null {
  const index = path.phases.findIndex(({ id }) => id === phase);
  if (index === path.phases.length - 1 || !path.phases[index]?.gate) return null;
  if (stage !== 'goingBack') return stage ?? 'working';
  const isAhead = path.phases.slice(0, index).some(({ id }) => id === goingBack?.to);
  return isAhead ? stage : submission === null ? 'working' : 'underReview';
}

function relocatedMemory(
  context: MigrationContext,
  versions: { leaving: MigrationDefinition; definition: MigrationDefinition },
  phase: string,
  at: Instant,
): MigrationContext {
  const { leaving, definition } = versions;
  const to = (id: string) => counterparts(leaving.path, definition.path).get(id) ?? id;
  const standsOn = <Name extends Figure>(name: Name): MigrationContext[Name] => {
    const of = context[name];
    return of && { ...of, phase: recordedIn(context.aside, definition, name, of) ?? to(of.phase) };
  };
  const { closedOn: _closedOn, aside: _aside, ...rest } = context;
  const { aside: phases, ...memory } = relocatedPhases(context, versions, phase);
  const { deadlines, aside: gone } = relocatedDeadlines(context, leaving, definition, at);
  const steps = relocatedSteps(context, definition);
  return {
    ...rest,
    ...memory,
    deadlines,
    steps: steps.steps,
    stepReasons: steps.stepReasons,
    selection: standsOn('selection'),
    contract: standsOn('contract'),
    ...(context.rfp?.open
      ? { rfp: { ...context.rfp, open: { ...context.rfp.open, phase: to(context.rfp.open.phase) } } }
      : {}),
    ...notedIn(context.noted, to),
    goingBack: context.goingBack && { ...context.goingBack, to: to(context.goingBack.to) },
    ...recusedTo(context, to),
    ...asideOf({ phases, deadlines: gone, steps: steps.aside }),
  };
}

type Figure = 'selection' | 'contract';

/** A phase that comes back and in which it was recorded, where it is the very one. */
const recordedIn = <Name extends Figure>(
  aside: SetAside | undefined,
  { path }: MigrationDefinition,
  name: Name,
  of: NonNullable<MigrationContext[Name]>,
): string | undefined =>
  path.phases.find(({ id }) => {
    const kept = aside?.phases?.[id]?.[name];
    return kept && same(kept, { ...of, phase: id });
  })?.id;
/** Recusals from the gate of a phase that is called otherwise are from that one. */
const recusedTo = (
  { recused }: MigrationContext,
  to: (phase: string) => string,
): Pick<MigrationContext, 'recused'> =>
  recused
    ? { recused: recused.map((one) => (one.phase === undefined ? one : { ...one, phase: to(one.phase) })) }
    : {};

/** The national steps of a business that the system no longer has are set aside. */
function relocatedSteps({ steps, stepReasons, aside }: MigrationContext, { system }: MigrationDefinition) {
  const kept = aside?.steps ?? {};
  const has = (business: string) => system.businesses.includes(business);
  const found = system.businesses.map((business) => [
    business,
    steps[business] ?? kept[business]?.statuses ?? {},
  ]);
  const reasons = system.businesses.flatMap((business) => {
    const known = stepReasons[business] ?? kept[business]?.reasons;
    return known === undefined ? [] : [[business, known]];
  });
  const gone = Object.entries(steps).flatMap(([business, statuses]) => {
    const why = stepReasons[business];
    return has(business) ? [] : [[business, { statuses, ...(why ? { reasons: why } : {}) }]];
  });
  const still = Object.entries(kept).filter(([business]) => !has(business));
  return {
    steps: Object.fromEntries(found),
    stepReasons: Object.fromEntries(reasons),
    aside: Object.fromEntries([...still, ...gone]),
  };
}

const isEmpty = (of: object): boolean => Object.keys(of).length === 0;

function asideOf(parts: Required<SetAside>): { aside?: SetAside } {
  const aside = Object.fromEntries(Object.entries(parts).filter(([, part]) => !isEmpty(part)));
  return isEmpty(aside) ? {} : { aside };
}

/** What decides a gate: whoever approved has approved on that. */
function decidedBy(definition: MigrationDefinition, context: MigrationContext, phase: string): string {
  const gate = gateOf(definition, context, phase);
  if (!gate) return canonical(null);
  const approvals = gate.approvals.map((asked) => ({
    ...asked,
    quorum: votesAsked(asked, definition.bodies),
  }));
  const conditions = gate.conditions.map(({ label: _label, ...condition }) => condition);
  return canonical([approvals, gate.order ?? null, conditions]);
}

/** A submission stands while its phase is reviewed; approvals only where the gate is the very one they were given for. */
function reviewed(
  context: MigrationContext,
  { phase, stage }: { phase: string; stage: Stage | null },
  isSameGate: boolean,
): MigrationContext {
  const goingBack = stage === 'goingBack' ? context.goingBack : null;
  const isUnderWay = stage === 'underReview' || (stage === 'goingBack' && context.submission !== null);
  if (!isUnderWay) {
    const worked = context.submission === null ? context : withoutDay(context, phase, 'submitted');
    return { ...worked, goingBack, submission: null, approvals: [] };
  }
  return { ...context, goingBack, approvals: isSameGate ? context.approvals : [] };
}
