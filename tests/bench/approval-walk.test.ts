// The bench's load is what it claims to be: every event of the walk is accepted, lap after lap.
import { expect, test } from 'vitest';
import { lapLength, walkEvent, walkedDefinition } from '../../bench/engine/approval-walk.ts';
import { migrationDefinition } from '../../machines/definition/definition.ts';
import { accepts, start, take } from '../../machines/migration/migration.ts';

const today = '2026-11-24';
const at = `${today}T10:00:00+09:00`;

test('the walked definition has the shape of a migration', () => {
  expect(migrationDefinition.safeParse(walkedDefinition('131121', 'walk-0', today)).error).toBeUndefined();
});

test('three laps of the walk are accepted event by event, and end where they began', () => {
  const definition = walkedDefinition('131121', 'walk-0', today);
  let snapshot = start(definition, { on: today, at });
  for (let place = 0; place < 3 * lapLength; place += 1) {
    const event = { ...walkEvent(place), occurredOn: today, requestId: `walk/${place}`, at };
    expect(accepts(definition, snapshot, event)).toEqual([]);
    snapshot = take(definition, snapshot, event).snapshot;
    expect(snapshot.context.version).toBe(place + 1);
  }
  expect(snapshot.value.path).toEqual({ 'fit-gap': 'working' });
});
