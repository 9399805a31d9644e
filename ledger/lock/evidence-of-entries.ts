// What proves an entry that no person claims: a timer's by the deadline that was due in the state before it, a milestone's by
// the entry that announced it, an adoption by what the programme has approved. Pure: what stands on record is handed in.

import { createHash } from 'node:crypto';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { wordsOf } from '../../machines/migration/announced.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { migrationDeed, migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { fold } from '../../machines/play/fold.ts';
import type { Played, Taken } from '../../machines/play/playable.ts';
import { saidAs } from '../../machines/programme/amendment/edition.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { programmeDeed, programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { canonical, type Entry, type EntryBody } from '../../machines/record/entry.ts';
import { bodyOf, effectsIn } from '../../machines/record/reader.ts';

/** What an entry is decided on. */
export interface Ground {
  definition: MigrationDefinition;
  before: MigrationSnapshot;
  /** Of an adoption: the definition that decided before it. */
  leaving?: MigrationDefinition;
}

/** The entry that is said to have announced a milestone, and the definition that decided it. */
export interface Announcing {
  entry: Pick<Entry, 'body' | 'effects'>;
  definition: MigrationDefinition;
}

/**
 * wake: not what the state before it asks to be woken with. early: not due yet. announced: nothing announces it. adopted: the
 * programme has not adopted it. told: the programme's chain does not say so. decision: the machine decides otherwise.
 */
export type UnprovenWhy = 'wake' | 'early' | 'announced' | 'adopted' | 'told' | 'decision';

export function checkTimer(body: EntryBody, ground: Ground): UnprovenWhy | null {
  return checkWake(body, ground) ?? checkDecision(body, ground);
}

/** Whether the state before asked to be woken so and then. */
export function checkWake(body: EntryBody, { definition, before }: Ground): UnprovenWhy | null {
  return checkWakeOf(migrationPlayable(definition), before, body);
}

/** The same of an edition that a programme adopts. */
export function checkEditionWake(
  body: EntryBody,
  { leaving, before }: Omit<EditionGround, 'definition'>,
): UnprovenWhy | null {
  return checkWakeOf(programmePlayable(leaving), before, body);
}

function checkWakeOf<Snapshot>(
  machine: Pick<Played<Snapshot, Said, never, never>, 'wakeEvent' | 'nextWake'>,
  before: Snapshot,
  body: EntryBody,
): UnprovenWhy | null {
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

/** @param word what the programme says to this migration next */
export function checkAdoption(
  body: EntryBody,
  ground: Ground,
  word: Submission | undefined,
): UnprovenWhy | null {
  return word && claimed(saidAs(word, body.fact)) === claimed(body) ? checkDecision(body, ground) : 'adopted';
}

/** @param words what the programme has to tell this migration of what happened */
export function checkTold(body: EntryBody, ground: Ground, words: readonly Submission[]): UnprovenWhy | null {
  const isSaid = words.some((word) => claimed(word) === claimed(body));
  return isSaid ? checkDecision(body, ground) : 'told';
}

/** A programme adopts what it has approved, when its day has come. */
export function checkEdition(
  body: EntryBody,
  { leaving, definition, before }: EditionGround,
): UnprovenWhy | null {
  const why = checkEditionWake(body, { leaving, before });
  if (why !== null) return why;
  return isDecided(body, before, fold(before, [programmeDeed(definition, body)])[0]) ? null : 'decision';
}

export interface EditionGround {
  leaving: ProgrammeDefinition;
  definition: ProgrammeDefinition;
  before: ProgrammeSnapshot;
}

/** Nobody answers for what the machine made of it but the machine. */
function checkDecision(body: EntryBody, { definition, before, leaving }: Ground): UnprovenWhy | null {
  const [taken] = fold(before, [migrationDeed(definition, body, leaving)]);
  return isDecided(body, before, taken) ? null : 'decision';
}

const isDecided = (
  { stateHash, effectsHash }: EntryBody,
  before: unknown,
  taken: Taken<unknown, unknown> | undefined,
): boolean =>
  taken !== undefined &&
  taken.snapshot !== before &&
  hashed(taken.snapshot) === stateHash &&
  hashed(taken.effects) === effectsHash;

/** As entries name it; here by the platform's own SHA-256. */
const hashed = (value: unknown): string => createHash('sha256').update(canonical(value)).digest('hex');

/** What of an entry must be just as it was asked for or announced. */
type Said = Pick<Submission | ProgrammeSubmission | EntryBody, 'fact' | 'actor' | 'occurredOn' | 'requestId'>;
export const claimed = ({ fact, actor, occurredOn, requestId }: Said): string =>
  canonical({ fact, actor, occurredOn, requestId });
