// The programme has split or merged systems, and this one goes on with them: it begins where they stand, or takes what they leave.
// What it takes stands in the fact itself, so that its machine needs no other chain; the append proves it by theirs.
import * as z from 'zod';
import { id, type MigrationDefinition } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import type { Fallen } from '../../record/fallen.ts';
import { refusal } from '../../record/refusal.ts';
import type { Actor } from '../../record/submission.ts';
import type { Instant, VagueDay } from '../../values/date.ts';
import { act, type Case, reason, type Told, tell } from '../act.ts';
import { isReviewed } from '../gate/basis.ts';
import { reviewers } from '../gate/reviewers.ts';
import { phaseAfter } from '../phases.ts';
import type { MigrationContext, MigrationSnapshot } from '../state.ts';
import type { Beginning, Ended } from './beginning.ts';
import { type Heritage, heritageOf, taking } from './heritage.ts';

/** The type of its entry, for those who look for it in a chain. */
export const CONTINUED = 'migration.continued' as const;

export const continuedFact = z.strictObject({
  type: z.literal(CONTINUED),
  /** The entry of the programme's chain by which it adopted the edition. */
  amendment: z.number().int().min(1),
  from: z
    .array(
      z.strictObject({
        system: id,
        seq: z.number().int().min(1),
        hash: z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' }),
      }),
    )
    .min(1),
  // Made by heritage.ts of states that stand recorded, and compared with that whole whenever it is let in or verified.
  heritage: z.custom<Heritage>((given) => typeof given === 'object' && given !== null),
  reason,
});
export type ContinuedFact = z.infer<typeof continuedFact>;

/** What the programme says to a system that goes on with others. */
export function continuationOf(
  heir: MigrationDefinition,
  ended: readonly Ended[],
  said: {
    amendment: number;
    /** The businesses that it carried before; null where it begins with them. */
    carried: readonly string[] | null;
    actor: Actor;
    occurredOn: VagueDay;
    at: Instant;
    reason: string;
  },
): { fact: ContinuedFact; actor: Actor; occurredOn: VagueDay; requestId: string } {
  const { amendment, carried, actor, occurredOn, at, reason: why } = said;
  return {
    fact: {
      type: CONTINUED,
      amendment,
      from: ended.map(({ system, seq, hash }) => ({ system, seq, hash })),
      heritage: heritageOf(heir, ended, carried, at),
      reason: why,
    },
    actor,
    occurredOn,
    requestId: `continued/${amendment}`,
  };
}

/** The snapshot as it stands where it begins. */
export function placed(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  { heritage: { begins } }: ContinuedFact,
): MigrationSnapshot {
  const phase = definition.path.phases.find(({ id: one }) => one === begins?.phase);
  if (!begins || !phase) return snapshot;
  const hasStages = phase.gate !== undefined && phaseAfter(definition, phase.id) !== undefined;
  const path = hasStages ? { [phase.id]: 'working' as const } : phase.id;
  const { regime, deadlines } = begins;
  // One that has ended by an amendment before it heard of them stays so, and is as they were where it is taken back.
  const isRetired = snapshot.value.activity === 'retired';
  const activity = isRetired ? 'retired' : begins.activity;
  const { retired } = snapshot.context;
  return {
    ...snapshot,
    value: { ...snapshot.value, path, regime, activity },
    context: {
      ...snapshot.context,
      deadlines,
      ...(isRetired && retired ? { retired: { ...retired, from: begins.activity } } : {}),
    },
  };
}

function change({ context, fact, standing }: Case<ContinuedFact>): MigrationContext {
  const { heritage, from } = fact;
  const taken = {
    ...taking(context, heritage),
    continues: [...(context.continues ?? []), ...from],
  };
  if (heritage.begins) return begun(taken, heritage.begins);
  // What was approved was less than it carries now.
  return isReviewed({ context, standing }) ? { ...taken, approvals: [] } : taken;
}

/** Its own news of others is newer than theirs. */
function begun(context: MigrationContext, begins: Beginning): MigrationContext {
  const { phase: _phase, regime: _regime, activity: _activity, ...memory } = begins;
  const milestones = { ...memory.milestones, ...context.milestones };
  const forsaken = Object.entries({ ...memory.forsaken, ...context.forsaken }).filter(
    ([key]) => milestones[key] === undefined,
  );
  return { ...context, ...memory, milestones, forsaken: Object.fromEntries(forsaken) };
}

/** All that falls with it: of theirs, and of its own. */
export function fallenIn(
  { heritage }: Pick<ContinuedFact, 'heritage'>,
  before: Pick<MigrationContext, 'approvals'>,
  after: Pick<MigrationContext, 'approvals'>,
): Fallen[] {
  const names = before.approvals
    .filter(({ account }) => !after.approvals.some((one) => one.account === account))
    .map(({ name }) => name);
  return [...heritage.falls, ...(names.length > 0 ? [{ kind: 'approvals' as const, names }] : [])];
}

function told(given: Told<ContinuedFact>): Effect[] {
  const { definition, here, fact, context, after } = given;
  const { from, heritage, reason: why } = fact;
  const falls = fallenIn(fact, context, after);
  const to = [
    ...here.owners,
    ...definition.path.control.plan,
    ...(falls.some(({ kind }) => kind === 'approvals') ? reviewers(here) : []),
  ];
  return [
    ...tell(to, {
      code: CONTINUED,
      reason: why,
      from: from.map(({ system }) => system),
      ...(heritage.begins ? { phase: here.label } : {}),
      ...(falls.length > 0 ? { falls } : {}),
    }),
    ...(heritage.begins ? announced(given) : []),
  ];
}

/** Who waits for it hears of what those before it have reached; and of what will not come, where they were cancelled. */
function announced({ definition, after, event, fact }: Told<ContinuedFact>): Effect[] {
  const { dependents: to } = definition;
  const isCancelled = fact.heritage.begins?.activity === 'cancelled';
  return definition.path.phases.flatMap(({ id: phase, announces: milestone }): Effect[] => {
    const passed = after.passed[phase];
    if (!milestone || to.length === 0) return [];
    if (passed) return [{ kind: 'announce', to, milestone, occurredOn: passed.on }];
    return isCancelled ? [{ kind: 'forsake', to, milestone, occurredOn: event.occurredOn }] : [];
  });
}

export const continuingActs = {
  [CONTINUED]: act({
    schema: continuedFact,
    from: ['programme'],
    taken: 'anywhere',
    // It begins as cancelled where those before it were.
    afterEnd: true,
    asks: [],
    who: () => [],
    objections: ({ context, fact }) =>
      context.continues?.some(({ system }) => fact.from.some((one) => one.system === system))
        ? [refusal('definition.alreadyAdopted', { amendment: fact.amendment })]
        : [],
    change,
    tells: told,
  }),
};
