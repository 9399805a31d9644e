// One voice of a body that decides on a gate, as it is kept.
import { type Case, personOf } from '../act.ts';
import type { Decision } from '../state.ts';
import { warningsOf } from './conditions.ts';

export function decisionOf({
  definition,
  context,
  event,
  fact,
  here,
}: Case<{ note?: string | undefined }>): Decision {
  return {
    ...personOf(event),
    body: event.actor.post,
    on: event.occurredOn,
    warnings: warningsOf({ definition, context, event, here }),
    ...(fact.note ? { note: fact.note } : {}),
  };
}
