// From dated events to the entries of one chain: decided by the machine, sealed and linked like any other. The same bytes
// as `seal` makes, hashed by the platform's SHA-256, which is faster where there are a hundred thousand of them.
import { createHash } from 'node:crypto';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import type { Begin } from '../../machines/migration/migration.ts';
import { accepts, MACHINE_VERSION, start, step } from '../../machines/migration/migration.ts';
import {
  canonical,
  chainOf,
  definitionDigest,
  type Entry,
  type EntryBody,
  GENESIS,
} from '../../machines/record/entry.ts';
import type { Signer } from '../../server/keys/signer.ts';

/** One decision of the machine, ready to be sealed into any chain that stands where it was made. */
export interface Decided {
  event: StampedEvent;
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
  let snapshot = start(definition, begin);
  return events.map((event) => {
    const refusals = accepts(definition, snapshot, event);
    if (refusals.length > 0) throw new Error(`${event.fact.type}: ${JSON.stringify(refusals)}`);
    const taken = step(definition, snapshot, event);
    ({ snapshot } = taken);
    const [stored, effects] = [canonical(snapshot), canonical(taken.effects)];
    return { event, snapshot: stored, stateHash: sha256(stored), effects, effectsHash: sha256(effects) };
  });
}

export function sealChain(
  definition: MigrationDefinition,
  decisions: readonly Decided[],
  signer: Signer,
): Entry[] {
  const { path, calendar, version, programme, system } = definition;
  const versions = {
    definition: version,
    path: `${path.id}@${path.version}`,
    calendar: `${calendar.id}@${calendar.version}`,
    machine: MACHINE_VERSION,
    definitionDigest: definitionDigest(definition),
  };
  const chain = chainOf(programme.code, system.id);
  let prev = GENESIS;
  return decisions.map(({ event, snapshot, stateHash, effects, effectsHash }, index) => {
    const { fact, actor, occurredOn, requestId, assumed, at } = event;
    const claim = { fact, actor, occurredOn, requestId, ...(assumed === undefined ? {} : { assumed }) };
    const place = { format: 2, chain, seq: index + 1, prev, stateHash, effectsHash } as const;
    const recorded = { recordedAt: at, wallAt: at, rehearsal: false };
    const body: EntryBody = { ...place, ...recorded, ...signer.sign(chain, claim), versions };
    const bodyText = canonical(body);
    prev = sha256(bodyText);
    return { body: bodyText, hash: prev, snapshot, effects };
  });
}
