// A migration walked in memory: the definition, and entries sealed one after another as a workflow would seal them.

import type { KeptMigration } from '../../ledger/chain/definitions.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { accepts, MACHINE_VERSION, start, step } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import {
  canonical,
  chainOf,
  definitionDigest,
  type Entry,
  GENESIS,
  seal,
  type UnsealedBody,
} from '../../machines/record/entry.ts';
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
    this.snapshot = start(definition, begin);
  }

  /** Seals the next entry without taking it. */
  next(event: StampedEvent): { entry: Entry; snapshot: MigrationSnapshot } {
    const { definition } = this.kept;
    const reasons = accepts(definition, this.snapshot, event);
    if (reasons.length > 0) throw new Error(`the test's event is refused: ${canonical(reasons)}`);
    const { snapshot, effects } = step(definition, this.snapshot, event);
    const { fact, actor, occurredOn, requestId, at } = event;
    const body: UnsealedBody = {
      format: 2,
      chain: this.chain,
      seq: this.entries.length + 1,
      ...signed(this.chain, {
        requestId,
        fact,
        actor,
        occurredOn,
        ...(event.seenVersion === undefined ? {} : { seenVersion: event.seenVersion }),
        ...(event.assumed === undefined ? {} : { assumed: event.assumed }),
        ...(event.source === undefined ? {} : { source: event.source }),
      }),
      recordedAt: at,
      wallAt: at,
      rehearsal: definition.programme.rehearsal,
      versions: {
        definition: definition.version,
        path: `${definition.path.id}@${definition.path.version}`,
        calendar: `${definition.calendar.id}@${definition.calendar.version}`,
        machine: MACHINE_VERSION,
        definitionDigest: definitionDigest(definition),
      },
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
