// An extension put right: the deadline as it stood before it, as long as this very extension stands.
import { canonical } from '../../record/entry.ts';
import { type Case, type Corrects, personOf } from '../act.ts';
import type { Overwritten } from '../correction/shapes.ts';

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
    const { context, event, fact } = given;
    const earlier = extensions?.[fact.deadline];
    const state = context.deadlines[fact.deadline];
    if (!state?.extension) return null;
    const { extension, ...rest } = state;
    const { dueOn, reason, by } = extension;
    const said = { dueOn: fact.dueOn, reason: fact.reason, by: personOf(event) };
    if (canonical({ dueOn, reason, by }) !== canonical(said)) return null;
    const was = { ...rest, dueOn: extension.was, ...(earlier ? { extension: earlier } : {}) };
    return { ...given, context: { ...context, deadlines: { ...context.deadlines, [fact.deadline]: was } } };
  },
};
