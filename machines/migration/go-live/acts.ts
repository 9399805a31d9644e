// 稼働 and its opposite, 切戻し: facts with their day and document. They alone make a system live, complete ⑱-1 and meet the
// deadlines of going live.
import * as z from 'zod';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, asksReason, type Case, peopleAndImport, personOf, reason, tell, WORDS } from '../act.ts';
import { decidedObjections, evidence, OTHER_EVIDENCE } from '../gate/papers.ts';
import { phaseOf } from '../phases.ts';
import { markSteps } from '../steps/marks.ts';
import { WENT_LIVE } from '../steps/national-steps.ts';
import { reachOf } from '../walk.ts';

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
  const entered = context.days[goLive]?.entered;
  return entered && reachOf(event) < entered.slice(0, reachOf(event).length)
    ? [refusal('date.beforePrevious', { occurredOn: event.occurredOn, previous: entered })]
    : [];
}

export const goLiveActs = {
  'system.wentLive': act({
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
      ...decidedObjections([given.fact.evidence], dayOf(given.event.at)),
      ...liveObjections(given),
    ],
    change: ({ context, event, fact }) => ({
      ...context,
      live: {
        ...personOf(event),
        on: event.occurredOn,
        reach: reachOf(event),
        evidence: fact.evidence,
      },
      steps: markSteps(context.steps, [WENT_LIVE], 'done', (before) => before !== 'notApplicable'),
    }),
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
    objections: ({ context }) => (context.live ? [] : [refusal('live.notYet', {})]),
    change: ({ context }) => ({
      ...context,
      live: null,
      steps: markSteps(context.steps, [WENT_LIVE], 'inProgress', (before) => before === 'done'),
    }),
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.plan], {
        code: 'system.rolledBack',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
};
