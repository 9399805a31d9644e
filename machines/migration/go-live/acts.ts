// 稼働 and its opposite, 切戻し: facts with their day and document. They alone make a system live, complete ⑱-1 and meet the
// deadlines of going live.
import * as z from 'zod';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, asksReason, type Case, peopleAndImport, personOf, reason, tell, WORDS } from '../act.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { OTHER_EVIDENCE } from '../gate/asked-papers.ts';
import { factStandsFast, suppliedBy, supplyObjections } from '../gate/basis.ts';
import { evidence, futureObjections } from '../gate/papers.ts';
import { notBefore } from '../order.ts';
import { inForceObjections } from '../ordinance/rules.ts';
import { phaseOf, reportsSteps } from '../phases.ts';
import { liesBefore, reachOf } from '../reach.ts';
import type { MigrationContext } from '../state.ts';
import { pickedOfEach, restoredOfEach } from '../steps/correcting.ts';
import { markSteps } from '../steps/marks.ts';
import { WENT_LIVE } from '../steps/national-steps.ts';

const ownersOf = ({ definition, here }: Pick<Case, 'definition' | 'here'>): string[] => {
  const { goLive } = definition.path;
  return goLive ? phaseOf(definition, goLive).owners : here.owners;
};

function liveObjections({ definition, context, event, here }: Case): Refusal[] {
  const { phases, goLive } = definition.path;
  if (goLive === undefined) return [refusal('live.never', {})];
  if (context.live) return [refusal('live.already', { on: context.live.on })];
  const order = phases.map(({ id }) => id);
  if (order.indexOf(here.id) < order.indexOf(goLive)) {
    return [refusal('live.tooEarly', { phase: goLive, current: here.id })];
  }
  const lacks = inForceObjections({ definition, context, event });
  if (lacks.length > 0) return lacks;
  const entered = context.days[goLive]?.entered;
  return entered && liesBefore(event, entered)
    ? [refusal('date.beforePrevious', { occurredOn: event.occurredOn, previous: entered })]
    : notBefore(event, 'system.rolledBack', context.rolledBackOn);
}

/** ⑱-1 follows 稼働 and 切戻し alone, whatever was said of it before, and is no step of a path that reports none. */
function withStep(
  given: Case,
  status: 'done' | 'inProgress',
): Pick<MigrationContext, 'steps' | 'stepReasons'> {
  const { steps, stepReasons } = given.context;
  if (!reportsSteps(given.definition.path)) return { steps, stepReasons };
  const reasons = Object.entries(stepReasons).map(([business, { [WENT_LIVE]: _gone, ...rest }]) => [
    business,
    rest,
  ]);
  return { steps: markSteps(steps, [WENT_LIVE], status), stepReasons: Object.fromEntries(reasons) };
}

/** ⑱-1, with its reasons, and the day of a 切戻し before. */
function liveOverwritten({ context: { steps, stepReasons, rolledBackOn } }: Case): Overwritten {
  return {
    steps: pickedOfEach(steps, Object.keys(steps), [WENT_LIVE]),
    stepReasons: pickedOfEach(stepReasons, Object.keys(stepReasons), [WENT_LIVE]),
    ...(rolledBackOn ? { rolledBackOn } : {}),
  };
}

export const goLiveActs = {
  'system.wentLive': act({
    duty: 'acceptance',
    schema: z.strictObject({ type: z.literal('system.wentLive'), evidence }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [{ name: 'evidence', kind: 'paper' }],
    sample: ({ definition }) =>
      definition.path.goLive
        ? {
            evidence: {
              kind: OTHER_EVIDENCE,
              title: WORDS,
              sha256: '0'.repeat(64),
              documentNo: WORDS,
              decidedOn: '2000-01-01',
            },
          }
        : null,
    who: ownersOf,
    objections: (given) => [
      // Its report is written when it has happened.
      ...futureObjections([given.fact.evidence], dayOf(given.event.at)),
      ...liveObjections(given),
      ...supplyObjections(given, 'wentLive'),
    ],
    overwrites: liveOverwritten,
    corrects: {
      before(given, { steps, stepReasons, rolledBackOn }) {
        const { rolledBackOn: _stands, ...context } = given.context;
        if (!context.live) return null;
        const restored = {
          steps: restoredOfEach(context.steps, Object.keys(context.steps), [WENT_LIVE], steps),
          stepReasons: restoredOfEach(
            context.stepReasons,
            Object.keys(context.stepReasons),
            [WENT_LIVE],
            stepReasons,
          ),
        };
        const undone = rolledBackOn ? { rolledBackOn } : {};
        return { ...given, context: { ...context, live: null, ...restored, ...undone } };
      },
    },
    change(given) {
      const { context, event, fact } = given;
      const live = {
        ...personOf(event),
        on: event.occurredOn,
        reach: reachOf(event),
        evidence: fact.evidence,
      };
      return { ...context, live, drafters: suppliedBy(given, 'wentLive'), ...withStep(given, 'done') };
    },
    tells: ({ definition, event, here }) =>
      tell([...here.owners, ...definition.path.control.plan], {
        code: 'system.wentLive',
        on: event.occurredOn,
        by: event.actor.name,
      }),
  }),
  'system.rolledBack': act({
    schema: z.strictObject({ type: z.literal('system.rolledBack'), reason }),
    from: ['person'],
    taken: 'anywhere',
    asks: [asksReason],
    sample: ({ context }) => (context.live ? { reason: WORDS } : null),
    who: ownersOf,
    objections(given) {
      const { live } = given.context;
      if (!live) return [refusal('live.notYet', {})];
      return [...notBefore(given.event, 'system.wentLive', live.on), ...factStandsFast(given, 'wentLive')];
    },
    change: (given) => ({
      ...given.context,
      live: null,
      rolledBackOn: given.event.occurredOn,
      ...withStep(given, 'inProgress'),
    }),
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.plan], {
        code: 'system.rolledBack',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
};
