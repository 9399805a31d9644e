// What proves an entry that no person claims: a timer's by the deadline that was due in the state before it, a milestone's
// by the entry that announced it. Pure: what stands on record is handed in.

import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { canonical, digest, type Entry, type EntryBody } from '../../machines/record/entry.ts';
import { compareInstants } from '../../machines/values/date.ts';
import { bodyOf, effectsOf } from '../models/rows.ts';
import { deedOf } from '../past/past.ts';

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
  const { definition, before } = ground;
  const [event, at] = [wakeEvent(definition, before), nextWake(definition, before)];
  if (!event || !at || claimed(event) !== claimed(body)) return 'wake';
  if (compareInstants(at, body.recordedAt) > 0) return 'early';
  return checkDecision(body, ground);
}

export function checkMilestone(
  body: EntryBody,
  ground: Ground,
  announcing: Announcing | null,
): UnprovenWhy | null {
  if (!announcing) return 'announced';
  const { seq } = bodyOf(announcing.entry);
  const words = wordsOf(announcing.definition, effectsOf(announcing.entry), seq);
  const here = ground.definition.system.id;
  const said = words.some(({ to, submission }) => to === here && claimed(submission) === claimed(body));
  return said ? checkDecision(body, ground) : 'announced';
}

/** Nobody answers for what the machine made of it but the machine. */
function checkDecision(body: EntryBody, { definition, before }: Ground): UnprovenWhy | null {
  const { machine, event, atMs } = deedOf(definition, body);
  const { snapshot, effects } = machine.step(before, event, atMs);
  const right =
    snapshot !== before &&
    digest(canonical(snapshot)) === body.stateHash &&
    digest(canonical(effects)) === body.effectsHash;
  return right ? null : 'decision';
}

const claimed = ({ fact, actor, occurredOn, requestId }: Submission | EntryBody): string =>
  canonical({ fact, actor, occurredOn, requestId });
