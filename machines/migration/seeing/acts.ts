// 後閲: what was done by 代決 is looked at afterwards by whoever it was done in the name of. The act tells what it looked at; whether
// that stands in the entry that it names is proven against the record where it is appended.
import * as z from 'zod';
import { id, vagueDay } from '../../definition/definition.ts';
import type { EntryBody } from '../../record/entry.ts';
import { LENGTH } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { act, asksNote, type Case, line, note, people } from '../act.ts';
import { entrySeq } from '../correction/shapes.ts';
import { notBefore } from '../order.ts';

/** The type of its entry, for those who look for it in a chain. */
export const SEEN = 'decision.seen' as const;

/** What was done in whose name, as its entry says it. */
const inNameOf = z.strictObject({
  act: z.string().min(1).max(LENGTH.id),
  account: line,
  post: id,
  holder: line,
  occurredOn: vagueDay,
});
export type InNameOf = z.infer<typeof inNameOf>;

/** Null for an entry that needs no 後閲: nobody decided it for an absent holder. */
export function inNameIn({ fact, actor, occurredOn }: Pick<EntryBody, 'fact' | 'actor' | 'occurredOn'>) {
  const { account, post, deputy } = actor;
  if (deputy?.kind !== 'forAbsent' || deputy.holder === undefined) return null;
  return { act: fact.type, account, post, holder: deputy.holder, occurredOn } satisfies InNameOf;
}

/** Of a migration and of a programme alike. */
export const decisionSeen = z.strictObject({ type: z.literal(SEEN), entry: entrySeq, of: inNameOf, note });
export type DecisionSeen = z.infer<typeof decisionSeen>;

/** The holder in their own right: neither whoever decided, nor another deputy. */
function objections({ context, event, fact }: Case<DecisionSeen>): Refusal[] {
  const { entry, of } = fact;
  const seenOn = context.seen?.[entry];
  if (entry > context.version) return [refusal('seen.neverSo', { entry })];
  if (event.actor.account !== of.holder || event.actor.deputy !== undefined)
    return [refusal('seen.notHolder', { entry, holder: of.holder })];
  if (seenOn !== undefined) return [refusal('seen.already', { entry, on: seenOn })];
  return notBefore(event, of.act, of.occurredOn);
}

export const seeingActs = {
  [SEEN]: act({
    schema: decisionSeen,
    from: people,
    taken: 'anywhere',
    // What was decided is looked at also where it ended the migration.
    afterEnd: true,
    asks: [asksNote],
    who: ({ fact }) => [fact.of.post],
    objections,
    change: ({ context, event, fact }) => ({
      ...context,
      seen: { ...context.seen, [fact.entry]: event.occurredOn },
    }),
  }),
};
