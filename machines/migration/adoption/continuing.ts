// The programme has split or merged systems, and this one goes on with them: it begins where they stand, or takes what they leave.
// What it takes stands in the fact itself, so that its machine needs no other chain; the append proves it by theirs.
import * as z from 'zod';
import { id, type MigrationDefinition } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import { refusal } from '../../record/refusal.ts';
import type { Actor } from '../../record/submission.ts';
import type { Instant, VagueDay } from '../../values/date.ts';
import { act, type Case, reason, type Told, tell } from '../act.ts';
import { phaseAfter } from '../phases.ts';
import type { MigrationContext, MigrationSnapshot } from '../state.ts';
import { type Ended, type Heritage, heritageOf } from './heritage.ts';

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
    isNew: boolean;
    actor: Actor;
    occurredOn: VagueDay;
    at: Instant;
    reason: string;
  },
): { fact: ContinuedFact; actor: Actor; occurredOn: VagueDay; requestId: string } {
  const { amendment, isNew, actor, occurredOn, at, reason: why } = said;
  return {
    fact: {
      type: CONTINUED,
      amendment,
      from: ended.map(({ system, seq, hash }) => ({ system, seq, hash })),
      heritage: heritageOf(heir, ended, isNew, at),
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
  return { ...snapshot, value: { ...snapshot.value, path, regime: begins.regime } };
}

function change({ context, fact }: Case<ContinuedFact>): MigrationContext {
  const { takes, begins } = fact.heritage;
  const evidence = Object.entries(takes.evidence).map(([phase, papers]) => [
    phase,
    [...(context.evidence[phase] ?? []), ...papers],
  ]);
  const { phase: _phase, regime: _regime, ...memory } = begins ?? { phase: '', regime: '' };
  return {
    ...context,
    ...memory,
    evidence: { ...context.evidence, ...Object.fromEntries(evidence) },
    steps: { ...context.steps, ...takes.steps },
    stepReasons: { ...context.stepReasons, ...takes.stepReasons },
    drafters: [...new Set([...context.drafters, ...takes.drafters])],
    continues: [...(context.continues ?? []), ...fact.from],
  };
}

function told(given: Told<ContinuedFact>): Effect[] {
  const { definition, here, fact } = given;
  const { from, heritage, reason: why } = fact;
  const to = [...here.owners, ...definition.path.control.plan];
  return [
    ...tell(to, {
      code: CONTINUED,
      reason: why,
      from: from.map(({ system }) => system),
      ...(heritage.begins ? { phase: here.label } : {}),
    }),
    ...(heritage.begins ? announced(given) : []),
  ];
}

/** Who waits for it hears of what those before it have reached. */
function announced({ definition, after }: Told<ContinuedFact>): Effect[] {
  const { dependents: to } = definition;
  return definition.path.phases.flatMap(({ id: phase, announces: milestone }): Effect[] => {
    const passed = after.passed[phase];
    return milestone && passed && to.length > 0
      ? [{ kind: 'announce', to, milestone, occurredOn: passed.on }]
      : [];
  });
}

export const continuingActs = {
  [CONTINUED]: act({
    schema: continuedFact,
    from: ['programme'],
    taken: 'anywhere',
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
