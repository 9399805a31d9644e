// What proves an entry that no person claims: a timer's by the deadline that was due in the state before it, a milestone's
// by the entry that announced it. Pure: what stands on record is handed in.

import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { migrationDeed, migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { fold } from '../../machines/play/fold.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { canonical, digest, type Entry, type EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, effectsIn } from '../../machines/record/reader.ts';

/** What an entry is decided on. */
export interface Ground {
  definition: MigrationDefinition;
  before: MigrationSnapshot;
}

/** The entry that is said to have announced a milestone, and the definition that decided it. */
export interface Announcing {
  entry: Pick<Entry, 'body' | 'effects'>;
  definition: MigrationDefinition;
}

/** wake: not what the state before it asks to be woken with. early: not due yet. announced: nothing announces it. decision: the machine decides otherwise. */
export type UnprovenWhy = 'wake' | 'early' | 'announced' | 'decision';

export function checkTimer(body: EntryBody, ground: Ground): UnprovenWhy | null {
  return checkWake(body, ground) ?? checkDecision(body, ground);
}

/** Whether the state before asked to be woken so and then. */
export function checkWake(body: EntryBody, { definition, before }: Ground): UnprovenWhy | null {
  const machine = migrationPlayable(definition);
  const [event, dueMs] = [machine.wakeEvent(before), machine.nextWake(before)];
  if (event === null || dueMs === null || claimed(event) !== claimed(body)) return 'wake';
  return dueMs > Date.parse(body.recordedAt) ? 'early' : null;
}

export function checkMilestone(
  body: EntryBody,
  ground: Ground,
  announcing: Announcing | null,
): UnprovenWhy | null {
  if (!announcing) return 'announced';
  const { seq } = bodyOf(announcing.entry);
  const words = wordsOf(announcing.definition, effectsIn<Effect>(announcing.entry), seq);
  const here = ground.definition.system.id;
  const said = words.some(({ to, submission }) => to === here && claimed(submission) === claimed(body));
  return said ? checkDecision(body, ground) : 'announced';
}

/** Nobody answers for what the machine made of it but the machine. */
function checkDecision(body: EntryBody, { definition, before }: Ground): UnprovenWhy | null {
  const [taken] = fold(before, [migrationDeed(definition, body)]);
  const right =
    taken !== undefined &&
    taken.snapshot !== before &&
    digest(canonical(taken.snapshot)) === body.stateHash &&
    digest(canonical(taken.effects)) === body.effectsHash;
  return right ? null : 'decision';
}

/** What of an entry must be just as it was asked for or announced. */
export const claimed = ({ fact, actor, occurredOn, requestId }: Submission | EntryBody): string =>
  canonical({ fact, actor, occurredOn, requestId });
