// One voice of a body that decides on a gate, as it is kept.
import type { ProvisoAsked } from '../../decision/proviso.ts';
import { type Case, personOf } from '../act.ts';
import { bundleNamed } from '../bundle/decided.ts';
import { provisosOf } from '../provisos/proviso.ts';
import type { Decision } from '../state.ts';
import { warningsOf } from './conditions.ts';

interface Voiced {
  note?: string | undefined;
  conditions?: ProvisoAsked[] | undefined;
}

export function decisionOf({ definition, context, event, fact, here }: Case<Voiced>): Decision {
  return {
    ...personOf(event),
    body: event.actor.post,
    on: event.occurredOn,
    warnings: warningsOf({ definition, context, event, here }),
    ...(fact.note ? { note: fact.note } : {}),
    ...bundleNamed({ definition, context, here }),
    ...(fact.conditions ? { provisos: provisosOf(context, fact.conditions) } : {}),
  };
}
