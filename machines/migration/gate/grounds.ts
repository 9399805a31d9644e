// On which day what a gate rests on came to be: an approval of that gate does not lie before it, and what came after the approval's day
// was not there for it.
import type { Condition } from '../../definition/definition.ts';
import type { Refusal } from '../../record/refusal.ts';
import type { VagueDay } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { notBefore } from '../order.ts';
import { firstVoted } from '../procurement/rules.ts';
import type { MigrationContext } from '../state.ts';
import { WENT_LIVE } from '../steps/national-steps.ts';
import type { AskedFact } from './basis.ts';
import { decidedObjections } from './papers.ts';

interface Ground {
  /** The type of the act that laid it. */
  cause: string;
  on: VagueDay | undefined;
}

const ofFact: Record<AskedFact, (context: MigrationContext) => Ground> = {
  budgetVoted: ({ budgets }) => ({ cause: 'budget.voted', on: firstVoted(budgets) }),
  selectionRecorded: ({ selection }) => ({ cause: 'selection.recorded', on: selection?.on }),
  contractRecorded: ({ contract }) => ({ cause: 'contract.recorded', on: contract?.on }),
  wentLive: ({ live }) => ({ cause: 'system.wentLive', on: live?.on }),
  dataConforms: ({ conforms }) => ({ cause: 'conformity.recorded', on: conforms?.data?.on }),
  linkageConforms: ({ conforms }) => ({ cause: 'conformity.recorded', on: conforms?.linkage?.on }),
};

function ofMilestone({ milestones, waived }: MigrationContext, key: string): Ground {
  const reached = milestones[key];
  return reached === undefined
    ? { cause: 'milestone.waived', on: waived[key]?.votes.at(-1)?.on }
    : { cause: 'milestone.reached', on: reached };
}

function ofSteps(context: MigrationContext, phase: string, steps: readonly string[]): Ground[] {
  const closed = { cause: 'steps.recorded', on: context.closedOn?.[phase] };
  return steps.includes(WENT_LIVE) ? [closed, ofFact.wentLive(context)] : [closed];
}

/** Why an approval lies before what a condition that is met rests on; nothing where it is not met, or was by then. */
export function beforeGround(
  condition: Condition,
  { context, event, here }: Pick<Case, 'context' | 'event' | 'here'>,
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
      return ofSteps(context, here.id, condition.steps).flatMap(after);
    case 'fact':
      return after(ofFact[condition.fact](context));
  }
}
