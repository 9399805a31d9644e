// Whoever a deputy has decided in the name of (代決) is told of it at once, in the post stood in for.
import type { Effect } from '../../record/effect.ts';
import { type Told, tell } from '../act.ts';
import { inNameIn } from './acts.ts';

export function decidedInName({ event, fact, after }: Told): Effect[] {
  const { actor, occurredOn } = event;
  const of = inNameIn({ fact, actor, occurredOn });
  if (of === null) return [];
  const { seenBy } = actor.deputy ?? {};
  const { act, holder, post } = of;
  const entry = after.version;
  return tell([post], {
    code: 'decision.inName',
    entry,
    act,
    holder,
    by: actor.name,
    ...(seenBy ? { seenBy } : {}),
  });
}
