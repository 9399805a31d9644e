// An entry put right: the case without it, and the same case with what should have stood, decided by the entry's own act. Knows no
// kind of act; holds no log: what stood is compared with what the memory shows of it.

import { canonical } from '../../record/entry.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { same } from '../../record/same.ts';
import type { Actor, Stamp } from '../../record/submission.ts';
import type { Case, MigrationAct } from '../act.ts';
import { outsideItsTime } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import type { Named, Pair, Said, Stood } from './shapes.ts';

/** The act of a kind of fact; none for a kind that is not put right. */
export type ActsPutRight = (type: string) => MigrationAct<Named> | undefined;

export interface Matter {
  act: MigrationAct<Named>;
  /** All that is remembered, the entry included. */
  now: MigrationContext;
  /** The case without the entry. */
  before: Case<Named>;
  /** What should have stood, in that case; null where the entry is voided. */
  should: Case<Named> | null;
}

/** An entry is judged by the instant at which it was recorded, whenever it is put right. */
const stampOf = ({ event }: Case, { actor, occurredOn }: Said, { recordedAt, assumed }: Stood): Stamp => ({
  requestId: event.requestId,
  actor,
  occurredOn,
  at: recordedAt,
  ...(assumed === undefined ? {} : { assumed }),
});

/** Null where what the entry wrote does not stand, or not as it is claimed to. */
export function matterOf(acts: ActsPutRight, given: Case, { was, should }: Pair): Matter | null {
  const act = acts(was.fact.type);
  const read = act?.schema.safeParse(was.fact);
  if (!act?.corrects || !read?.success) return null;
  const stood: Case<Named> = { ...given, fact: read.data, event: stampOf(given, was, was) };
  const ground = act.corrects.before(stood, was.overwrote ?? {});
  const before = ground && { ...stood, ...ground };
  if (!before || !isSameMemory(toldIn({ act, now: given.context, before }, before), given.context))
    return null;
  return {
    act,
    now: given.context,
    before,
    should: should && { ...before, fact: should.fact, event: stampOf(given, should, was) },
  };
}

/** The memory with what is told in the entry's place, or without it. */
function toldIn(
  { act, now, before }: Pick<Matter, 'act' | 'now' | 'before'>,
  told: Case<Named> | null,
): MigrationContext {
  const among = act.corrects?.among?.(now, before, told);
  return among ?? (told ? act.change(told) : before.context);
}

/** What follows from all that is remembered, or is kept for ever, does not tell one entry from another. */
const FOLLOWS: ReadonlySet<string> = new Set(['deadlines', 'drafters', 'evidence']);

function isSameMemory(a: MigrationContext, b: MigrationContext): boolean {
  const parts = [a, b].map((memory) => new Map<string, unknown>(Object.entries(memory)));
  const [one, other] = parts as [Map<string, unknown>, Map<string, unknown>];
  return [...new Set([...one.keys(), ...other.keys()])].every((name) => {
    const [left, right] = [one.get(name), other.get(name)];
    return FOLLOWS.has(name) || same(left, right);
  });
}

/** Why what should have stood could not have: by the rules of its own act, on the day on which it was recorded. */
export function shouldObjections(matter: Matter, { was }: Pair, proposer: Actor): Refusal[] {
  const { act, should } = matter;
  if (!should) return [];
  const own = newObjections(matter, should);
  const asProposer = act.objections?.({ ...should, event: { ...should.event, actor: proposer } }) ?? [];
  const ofProposer = asProposer.filter(
    ({ code }) => code === 'gate.ownApproval' && !own.some((other) => other.code === code),
  );
  return [
    ...otherActorObjections(act, should, was),
    ...outsideItsTime(should.context, should.event),
    ...own,
    ...ofProposer,
  ];
}

/** Of an entry on which more was told since, what speaks as much against what stood does not count: it came later. */
function newObjections({ act, before }: Matter, should: Case<Named>): Refusal[] {
  const own = act.objections?.(should) ?? [];
  if (!act.corrects?.among) return own;
  const anyway = new Set((act.objections?.(before) ?? []).map(canonical));
  return own.filter((found) => !anyway.has(canonical(found)));
}

/** Another person may be named where a person was, in a post that may do it. */
function otherActorObjections(act: MigrationAct<Named>, should: Case<Named>, was: Stood): Refusal[] {
  const { actor } = should.event;
  if (same(actor, was.actor)) return [];
  const { type } = should.fact;
  if (actor.kind !== 'person' || was.actor.kind !== 'person')
    return [refusal('actor.notPermitted', { type, kind: was.actor.kind })];
  const who = [...act.who(should)];
  return who.includes(actor.post) ? [] : [refusal('actor.wrongPost', { type, post: actor.post, who })];
}

/** The memory with what should have stood. Who proposes it supplies it too, beside who is said to have done it. */
export function memoryAfter(matter: Matter, proposer: Actor): MigrationContext {
  const { act, should } = matter;
  const put = toldIn(matter, should);
  if (!should) return put;
  const { drafters } = act.change({ ...should, event: { ...should.event, actor: proposer } });
  return { ...put, drafters: [...new Set([...put.drafters, ...drafters])] };
}
