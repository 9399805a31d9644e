// A migration that adopts another definition, as its programme would say it.
import { expect } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { accepts, take } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';

export const LATER = '2031-01-10T10:00:00+09:00';

export function adopt(
  snapshot: MigrationSnapshot,
  leaving: MigrationDefinition,
  definition: MigrationDefinition,
  amendment: number,
  at = LATER,
) {
  const named = (one: MigrationDefinition) => ({ version: one.version, digest: deciding(one).digest });
  const event = {
    fact: {
      type: ADOPTED,
      amendment,
      leaves: named(leaving),
      adopts: named(definition),
      reason: '改正',
      tellsFallen: true as const,
    },
    actor: { kind: 'programme' as const, account: '131121', name: '計画', post: 'programme' },
    occurredOn: at.slice(0, 10),
    requestId: `definition/${amendment}`,
    at,
  };
  expect(accepts(definition, snapshot, event, leaving)).toEqual([]);
  return take(definition, snapshot, event, leaving);
}
