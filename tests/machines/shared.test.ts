// Many systems of one programme hold one path, one calendar and one machine, and none can alter what another decides by.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lapLength, walkEvent, walkedDefinition } from '../../bench/engine/approval-walk.ts';
import { Alike } from '../../machines/definition/alike.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { sharing } from '../../machines/definition/shared.ts';
import { machineOf } from '../../machines/migration/compiled.ts';
import { accepts, start, take } from '../../machines/migration/migration.ts';
import { canonical } from '../../machines/record/entry.ts';

const DAY = '2026-11-24';
const AT = `${DAY}T10:00:00+09:00`;
const system = (id: string): MigrationDefinition => walkedDefinition('131121', id, DAY);

it('two systems of one path hold its parts once and are decided by one machine', () => {
  const [juki, zei] = [sharing(system('juki')), sharing(system('zei'))];
  expect(zei.path).toBe(juki.path);
  expect(zei.calendar).toBe(juki.calendar);
  expect(zei.deadlines).toBe(juki.deadlines);
  expect(machineOf(zei)).toBe(machineOf(juki));
  expect(machineOf(system('kaigo'))).toBe(machineOf(juki));
  expect(zei.system.id).toBe('zei');
  expect(canonical(zei)).toBe(canonical(system('zei')));
});

it('another version of a path has a machine of its own', () => {
  const juki = system('juki');
  const changed = { ...juki, path: { ...juki.path, version: 2 } };
  expect(machineOf(sharing(changed))).not.toBe(machineOf(sharing(juki)));
});

it('what is shared cannot be altered, and whoever brought it alters nothing by changing their own', () => {
  const own = system('juki');
  const held = sharing(own);
  expect(() => held.path.phases[0]?.owners.push('nobody')).toThrow(TypeError);
  own.path.phases[0]?.owners.push('nobody');
  expect(held.path.phases[0]?.owners).toEqual(['business-division']);
});

it('systems that walk in turns on one machine end where each would have ended alone', () => {
  const walk = (definition: MigrationDefinition, from: ReturnType<typeof start>, place: number) => {
    const event = { ...walkEvent(place), occurredOn: DAY, requestId: `walk/${place}`, at: AT };
    expect(accepts(definition, from, event)).toEqual([]);
    return take(definition, from, event).snapshot;
  };
  const begin = { on: DAY, at: AT };
  const two = ['juki', 'zei'].map((id) => ({
    ...system(id),
    system: { ...system(id).system, businesses: [id] },
    plan: system(id).plan.slice(0, id === 'juki' ? 3 : 5),
  })) as [MigrationDefinition, MigrationDefinition];
  const alone = two.map((definition) => {
    let snapshot = start(definition, begin);
    const places = [canonical(snapshot)];
    for (let place = 0; place < lapLength; place += 1) {
      snapshot = walk(definition, snapshot, place);
      places.push(canonical(snapshot));
    }
    return places;
  });
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 1 }), { maxLength: 30 }), (order) => {
      const shared = two.map(sharing);
      const snapshots = shared.map((definition) => start(definition, begin));
      const places = [0, 0];
      for (const who of order) {
        const place = places[who] as number;
        if (place === lapLength) continue;
        snapshots[who] = walk(shared[who] as MigrationDefinition, snapshots[who] as never, place);
        places[who] = place + 1;
      }
      snapshots.forEach((snapshot, who) => {
        expect(canonical(snapshot)).toBe(alone[who]?.[places[who] as number]);
      });
    }),
    { numRuns: 40 },
  );
});

it('keeps so many, and makes again what it has let go', () => {
  const kept = new Alike<object>(2);
  const make = (content: object) => content;
  const [a] = [{ a: 1 }, { b: 1 }, { a: 1 }, { c: 1 }].map((content) => kept.of(content, make));
  expect(kept.of({ a: 1 }, make)).toBe(a);
  expect(kept.of({ b: 1 }, make)).toEqual({ b: 1 });
  kept.of({ c: 1 }, make);
  expect(kept.of({ a: 1 }, make)).not.toBe(a);
});
