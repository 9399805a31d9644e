// On which day what a gate rests on came to be: an approval of that gate does not lie before it, and what came after the approval's day
// was not there for it.
import type { Condition } from '../../definition/definition.ts';
import type { Refusal } from '../../record/refusal.ts';
import type { Case } from '../act.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import { WENT_LIVE } from '../steps/national-steps.ts';
import { type Ground, groundOf } from './facts.ts';
import { decidedObjections } from './papers.ts';

type Known = Pick<Case, 'definition' | 'context'>;

function ofMilestone({ milestones, waived }: MigrationContext, key: string): Ground {
  const reached = milestones[key];
  return reached === undefined
    ? { cause: 'milestone.waived', on: waived[key]?.votes.at(-1)?.on }
    : { cause: 'milestone.reached', on: reached };
}

function ofSteps(known: Known, phase: string, steps: readonly string[]): Ground[] {
  const closed = { cause: 'steps.recorded', on: known.context.closedOn?.[phase] };
  return steps.includes(WENT_LIVE) ? [closed, groundOf('wentLive', known)] : [closed];
}

/** Why an approval lies before what a condition that is met rests on; nothing where it is not met, or was by then. */
export function beforeGround(
  condition: Condition,
  { definition, context, event, here }: Known & Pick<Case, 'event' | 'here'>,
): Refusal[] {
  const after = ({ cause, on }: Ground) => notBefore(event, cause, on);
  switch (condition.kind) {
    case 'evidence': {
      const papers = (context.evidence[here.id] ?? []).filter(({ kind }) => kind === condition.evidence);
      const late = papers.map((paper) => decidedObjections([paper], event));
      return late.every((reasons) => reasons.length > 0) ? (late[0] ?? []) : [];
    }
    case 'milestone':
      return after(ofMilestone(context, `${condition.system}/${condition.milestone}`));
    case 'steps':
      return ofSteps({ definition, context }, here.id, condition.steps).flatMap(after);
    case 'fact':
      return after(groundOf(condition.fact, { definition, context }));
  }
}
