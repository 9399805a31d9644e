// The plan of a phase changes, with a reason.
import * as z from 'zod';
import { id, type PlannedPhase } from '../../definition/definition.ts';
import { type SlipCause, slipCause } from '../../definition/ladder.ts';
import { refusal } from '../../record/refusal.ts';
import { earliestDay, latestDay } from '../../values/date.ts';
import { plannedDay } from '../../values/schemas.ts';
import { act, asksReason, peopleAndImport, reason, WORDS } from '../act.ts';
import { toldWithDates } from '../deadlines/moved.ts';
import { causeObjections, type Move, withoutSlip, withSlip } from '../deadlines/slips.ts';
import { isPhase, phaseOf } from '../phases.ts';

/** By how much a phase ends later than was planned; null where nothing was. */
const slipOf = (
  was: Pick<PlannedPhase, 'endOn'> | undefined,
  { phase, endOn, cause }: { phase: string; endOn: string; cause?: SlipCause | undefined },
): Move | null =>
  was ? { of: 'plan', phase, cause, was: latestDay(was.endOn), now: latestDay(endOn) } : null;

export const planActs = {
  'plan.changed': act({
    open: true,
    schema: z.strictObject({
      type: z.literal('plan.changed'),
      phase: id,
      startOn: plannedDay,
      endOn: plannedDay,
      reason,
      cause: slipCause.optional(),
    }),
    from: peopleAndImport,
    taken: 'anywhere',
    asks: [
      { name: 'phase', kind: 'phase' },
      { name: 'startOn', kind: 'vagueDay' },
      { name: 'endOn', kind: 'vagueDay' },
      { name: 'cause', kind: 'cause', optional: true },
      asksReason,
    ],
    sample({ context, here }) {
      const { startOn, endOn } = context.plan[here.id] ?? { startOn: '2000-01', endOn: '2000-01' };
      return { phase: here.id, startOn, endOn, cause: 'other' as const, reason: WORDS };
    },
    who: ({ definition }) => definition.path.control.plan,
    objections({ definition, context, event, fact: { phase, startOn, endOn, cause } }) {
      if (!isPhase(definition, phase)) return [refusal('phase.unknown', { phase })];
      if (earliestDay(startOn) > latestDay(endOn)) return [refusal('plan.reversed', { startOn, endOn })];
      const slips = slipOf(context.plan[phase], { phase, endOn, cause });
      return slips && slips.was < slips.now ? causeObjections(definition, event, cause) : [];
    },
    overwrites({ context, fact: { phase } }) {
      const planned = context.plan[phase];
      return planned ? { plan: { [phase]: planned } } : {};
    },
    corrects: {
      before(given, { plan: were }) {
        const { [given.fact.phase]: now, ...plan } = given.context.plan;
        if (!now) return null;
        const { definition, context, fact } = given;
        const slip = slipOf(were?.[fact.phase], fact);
        const without = slip ? withoutSlip(definition, context, slip) : context;
        return { ...given, context: { ...without, plan: { ...plan, ...were } } };
      },
    },
    change({ definition, context, fact }) {
      const { phase, startOn, endOn } = fact;
      const slip = slipOf(context.plan[phase], fact);
      const counted = slip ? withSlip(definition, context, slip) : context;
      return { ...counted, plan: { ...context.plan, [phase]: { startOn, endOn } } };
    },
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
