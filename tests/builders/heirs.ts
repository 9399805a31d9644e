// Systems that are split or merged, and those that go on with them, as their programme would tell them.
import type { MigrationDefinition, Retirement } from '../../machines/definition/definition.ts';
import type { Ended } from '../../machines/migration/adoption/beginning.ts';
import { continuationOf } from '../../machines/migration/adoption/continuing.ts';
import { accepts, start, take } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { adopt } from './adopting.ts';

/** The definition by which it ends so. */
export const ending = (
  of: MigrationDefinition,
  as: 'split' | 'merged',
  heirs: string[],
  over: Partial<Retirement> = {},
): MigrationDefinition => ({
  ...of,
  version: 2,
  system: { ...of.system, retired: { as, reason: '分割', heirs, ...over } },
});

/** Whoever goes on with those. */
export const heirOf = (
  of: MigrationDefinition,
  id: string,
  from: string[],
  over: Partial<MigrationDefinition['system']> = {},
): MigrationDefinition => ({
  ...of,
  version: 2,
  system: { ...of.system, id, continues: { from }, ...over },
});

/** As it stands once it has adopted its end. */
export function ended(
  snapshot: MigrationSnapshot,
  of: MigrationDefinition,
  under: MigrationDefinition,
  at: string,
  system = of.system.id,
): Ended {
  const { snapshot: after } = adopt(snapshot, of, under, 7, at);
  return { system, seq: after.context.version, hash: 'a'.repeat(64), definition: under, snapshot: after };
}

/** What an heir takes up, and what it is told. */
export function goneOn(
  heir: MigrationDefinition,
  olds: readonly Ended[],
  at: string,
  walking: { snapshot: MigrationSnapshot; carried: readonly string[] } | null = null,
) {
  const said = continuationOf(heir, olds, {
    amendment: 7,
    carried: walking?.carried ?? null,
    actor: { kind: 'programme', account: '131121', name: '計画', post: 'programme' },
    occurredOn: at.slice(0, 10),
    at,
    reason: '分割',
  });
  const before = walking?.snapshot ?? start(heir, { on: at.slice(0, 10), at, continues: true });
  const event = { ...said, at };
  return { said: said.fact, refusals: accepts(heir, before, event), ...take(heir, before, event) };
}
