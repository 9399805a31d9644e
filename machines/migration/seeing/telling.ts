// Whoever a deputy has decided in the name of (代決) is told of it at once, in the post stood in for: in a migration as its effect, in a
// programme, whose machine has none, from the entry itself.
import type { Effect, Notice } from '../../record/effect.ts';
import type { EntryBody } from '../../record/entry.ts';
import { type Told, tell } from '../act.ts';
import { inNameIn } from './acts.ts';

/** Null for an entry that nobody decided for an absent holder. */
export function toldInName({
  seq: entry,
  ...said
}: Pick<EntryBody, 'seq' | 'fact' | 'actor' | 'occurredOn'>): { to: string; notice: Notice } | null {
  const of = inNameIn(said);
  if (of === null) return null;
  const { seenBy } = said.actor.deputy ?? {};
  const { act, holder, post } = of;
  const by = said.actor.name;
  return {
    to: post,
    notice: { code: 'decision.inName', entry, act, holder, by, ...(seenBy ? { seenBy } : {}) },
  };
}

export function decidedInName({ event: { actor, occurredOn }, fact, after }: Told): Effect[] {
  const told = toldInName({ seq: after.version, fact, actor, occurredOn });
  return told ? tell([told.to], told.notice) : [];
}
