// From dated events to the entries of one chain: decided by the machine, sealed and linked like any other. The same bytes
// as `seal` makes, hashed by the platform's SHA-256, which is faster where there are a hundred thousand of them.
import { createHash } from 'node:crypto';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent, Submission } from '../../machines/migration/event.ts';
import type { Begin } from '../../machines/migration/migration.ts';
import { migrationPlayable, versionsOf } from '../../machines/migration/playable.ts';
import { decideEach, decisionsOf } from '../../machines/play/decide.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { isClaimed, stated } from '../../machines/record/claim.ts';
import { canonical, type Entry, type EntryBody, GENESIS } from '../../machines/record/entry.ts';
import { instantFromMs } from '../../machines/values/date.ts';

/** One decision of the machine, ready to be sealed into any chain that stands where it was made. */
export interface Decided {
  event: Submission;
  at: string;
  /** Canonical JSON, and its digest. */
  snapshot: string;
  stateHash: string;
  effects: string;
  effectsHash: string;
}

const sha256 = (given: string) => createHash('sha256').update(given).digest('hex');

/** @throws when the machine refuses one: a derived history must be a possible one */
export function decide(
  definition: MigrationDefinition,
  begin: Begin,
  events: readonly StampedEvent[],
): Decided[] {
  const machine = migrationPlayable(definition);
  const dated = events.map(({ at, ...event }) => ({ event, atMs: Date.parse(at) }));
  const decided = decideEach(machine, machine.start(begin).snapshot, dated);
  return decisionsOf(decided).map(({ event, atMs, ...decision }) => {
    const at = instantFromMs(atMs);
    const [snapshot, effects] = [canonical(decision.snapshot), canonical(decision.effects)];
    return { event, at, snapshot, stateHash: sha256(snapshot), effects, effectsHash: sha256(effects) };
  });
}

export function sealChain(
  definition: MigrationDefinition,
  decisions: readonly Decided[],
  signer: Signer,
): Entry[] {
  const { programme, system } = definition;
  const versions = versionsOf(definition);
  const chain = chainOf(programme.code, system.id);
  let prev = GENESIS;
  return decisions.map(({ event, at, snapshot, stateHash, effects, effectsHash }, index) => {
    const place = { format: 2, chain, seq: index + 1, prev, stateHash, effectsHash } as const;
    const recorded = { recordedAt: at, wallAt: at, rehearsal: programme.rehearsal };
    // What a timer says is proven by what was due.
    const said = isClaimed(event.actor) ? signer.sign(chain, stated(event)) : stated(event);
    const body: EntryBody = { ...place, ...recorded, ...said, versions };
    const bodyText = canonical(body);
    prev = sha256(bodyText);
    return { body: bodyText, hash: prev, snapshot, effects };
  });
}
