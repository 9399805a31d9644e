// A migration walked in memory: the definition, and entries sealed one after another as a workflow would seal them.

import type { KeptMigration } from '../../ledger/definitions/definitions.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { migrationPlayable, versionsOf } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { stated } from '../../machines/record/claim.ts';
import { type Entry, GENESIS, seal, type UnsealedBody } from '../../machines/record/entry.ts';
import { signed } from '../builders/signing.ts';

export const begin = { on: '2023-04-01', at: '2023-11-16T09:00:00+09:00' };

export class Walk {
  readonly kept: KeptMigration;
  readonly chain: string;
  readonly entries: Entry[] = [];
  snapshot: MigrationSnapshot;
  prev = GENESIS;

  constructor(definition: MigrationDefinition) {
    this.kept = { definition, begin };
    this.chain = chainOf(definition.programme.code, definition.system.id);
    this.snapshot = migrationPlayable(definition).start(begin).snapshot;
  }

  /** Seals the next entry without taking it. */
  next({ at, ...event }: StampedEvent): { entry: Entry; snapshot: MigrationSnapshot } {
    const { definition } = this.kept;
    const decided = decide(migrationPlayable(definition), this.snapshot, [event], Date.parse(at));
    const [decision] = decisionsOf(decided);
    if (!decision) throw new Error('one event is one decision');
    const { snapshot, effects } = decision;
    const body: UnsealedBody = {
      format: 2,
      chain: this.chain,
      seq: this.entries.length + 1,
      ...signed(this.chain, stated(event)),
      recordedAt: at,
      wallAt: at,
      rehearsal: definition.programme.rehearsal,
      versions: versionsOf(definition),
      prev: this.prev,
    };
    return { entry: seal(body, snapshot, effects), snapshot };
  }

  take(event: StampedEvent): Entry {
    const { entry, snapshot } = this.next(event);
    this.snapshot = snapshot;
    this.prev = entry.hash;
    this.entries.push(entry);
    return entry;
  }
}
