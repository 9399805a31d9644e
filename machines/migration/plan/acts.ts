// The plan of a phase changes, with a reason.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { refusal } from '../../record/refusal.ts';
import { earliestDay, latestDay } from '../../values/date.ts';
import { plannedDay } from '../../values/schemas.ts';
import { act, asksReason, peopleAndImport, reason, WORDS } from '../act.ts';
import { toldWithDates } from '../deadlines/moved.ts';
import { isPhase, phaseOf } from '../phases.ts';

export const planActs = {
  'plan.changed': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('plan.changed'),
      phase: id,
      startOn: plannedDay,
      endOn: plannedDay,
      reason,
    }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'phase', kind: 'phase' },
      { name: 'startOn', kind: 'vagueDay' },
      { name: 'endOn', kind: 'vagueDay' },
      asksReason,
    ],
    sample({ context, here }) {
      const { startOn, endOn } = context.plan[here.id] ?? { startOn: '2000-01', endOn: '2000-01' };
      return { phase: here.id, startOn, endOn, reason: WORDS };
    },
    who: ({ definition }) => definition.path.control.plan,
    objections({ definition, fact: { phase, startOn, endOn } }) {
      if (!isPhase(definition, phase)) return [refusal('phase.unknown', { phase })];
      return earliestDay(startOn) > latestDay(endOn) ? [refusal('plan.reversed', { startOn, endOn })] : [];
    },
    overwrites({ context, fact: { phase } }) {
      const planned = context.plan[phase];
      return planned ? { plan: { [phase]: planned } } : {};
    },
    corrects: {
      before(given, { plan: were }) {
        const { [given.fact.phase]: now, ...plan } = given.context.plan;
        return now ? { ...given, context: { ...given.context, plan: { ...plan, ...were } } } : null;
      },
    },
    change: ({ context, fact: { phase, startOn, endOn } }) => ({
      ...context,
      plan: { ...context.plan, [phase]: { startOn, endOn } },
    }),
    tells(told) {
      const { definition, event, here, fact } = told;
      const { label, owners } = phaseOf(definition, fact.phase);
      const { startOn, endOn, reason: why } = fact;
      const by = event.actor.name;
      return toldWithDates(told, [...here.owners, ...owners], (moved) => ({
        code: 'plan.changed',
        phase: label,
        startOn,
        endOn,
        by,
        reason: why,
        moved,
      }));
    },
  }),
};
