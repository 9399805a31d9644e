// An extension put right: the deadline as it stood before it, as long as this very extension stands.
import { same } from '../../record/same.ts';
import { type Case, type Corrects, personOf } from '../act.ts';
import type { Overwritten } from '../correction/shapes.ts';
import { namedIn, withState } from './named.ts';
import { phaseOfDeadline, withoutSlip } from './slips.ts';

interface Extended {
  deadline: string;
  dueOn: string;
  reason: string;
}

export function extensionOverwritten({ context, fact: { deadline } }: Case<Extended>): Overwritten {
  const extension = context.deadlines[deadline]?.extension;
  return extension ? { extensions: { [deadline]: extension } } : {};
}

export const extensionCorrects: Corrects<Extended> = {
  before(given, { extensions }) {
    const { definition, context, event, fact } = given;
    const earlier = extensions?.[fact.deadline];
    const named = namedIn({ definition, context, fact });
    if (!named?.state.extension) return null;
    const { deadline } = named;
    const { extension, ...rest } = named.state;
    const { dueOn, reason, by } = extension;
    const said = { dueOn: fact.dueOn, reason: fact.reason, by: personOf(event) };
    if (!same({ dueOn, reason, by }, said)) return null;
    const { was, cause, asked } = extension;
    const state = {
      ...rest,
      dueOn: was,
      ...(earlier ? { extension: earlier } : {}),
      ...(asked ? { asked } : {}),
    };
    const phase = phaseOfDeadline(definition, deadline);
    const without = withoutSlip(definition, context, { of: 'deadline', phase, cause, was, now: dueOn });
    return { ...given, context: withState(without, fact.deadline, state) };
  },
};
