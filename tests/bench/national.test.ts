// The national load is derived as it says: every count comes back from the machine's own state, marked as assumed.

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { walkedDefinition } from '../../bench/engine/approval-walk.ts';
import { newSigner } from '../../bench/first-entry.ts';
import { readNationalData } from '../../bench/national/data.ts';
import { decide } from '../../bench/national/decided-chain.ts';
import { derived, migrationDefinition, programmeDefinition } from '../../bench/national/definition.ts';
import { begin, eventsOf, factsOf, nationalSealer } from '../../bench/national/entries.ts';
import { walkedCode, walkedEvents, walkedFrom } from '../../bench/national/walked-programmes.ts';
import { migrationDefinition as definitionShape } from '../../machines/definition/definition.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { tallySteps } from '../../machines/migration/steps/national-steps.ts';
import { programmeDefinition as programmeShape } from '../../machines/programme/definition.ts';
import { type EntryBody, GENESIS, seal } from '../../machines/record/entry.ts';
import { withCheckDigit } from '../../machines/seed/municipality-code.ts';
import { instantOf } from '../../machines/values/date.ts';

const municipalities = readNationalData(join(import.meta.dirname, '../../seeds/national'));
const systems = municipalities.flatMap((municipality) => municipality.systems);
const find = (name: string) => {
  const found = municipalities.find((municipality) => municipality.name === name);
  if (!found) throw new Error(name);
  return found;
};

test('1,741 municipalities have 34,820 systems under the 20 official names', () => {
  expect(municipalities).toHaveLength(1741);
  expect(systems).toHaveLength(34_820);
  expect(new Set(systems.map(({ business }) => business)).size).toBe(20);
});

test('every code is its own and has its check digit; those of the source are kept', () => {
  expect(new Set(municipalities.map(({ code }) => code)).size).toBe(1741);
  for (const { code } of municipalities) expect(withCheckDigit(code)).toBe(code);
  expect(municipalities.filter(({ codeIsDerived }) => codeIsDerived)).toHaveLength(1741 - 898);
  expect(find('札幌市')).toMatchObject({ code: '011002', codeIsDerived: false });
});

test("a ward's metropolitan taxes are 対象外 and never live, though they stand at 40 of 40", () => {
  const municipality = find('世田谷区');
  const system = municipality.systems.find(({ business }) => business === '固定資産税');
  if (!system) throw new Error('no such system');
  expect(system).toMatchObject({ count: 40, notApplicable: true });
  const last = decide(migrationDefinition(municipality, system, 0), begin, eventsOf(system, 0)).at(-1);
  const snapshot = JSON.parse(last?.snapshot ?? '') as MigrationSnapshot;
  expect(tallySteps(snapshot.context.steps.固定資産税 ?? {})).toMatchObject({
    notApplicable: 40,
    live: false,
  });
  expect(snapshot.value.path).toEqual({ planning: 'working' });
});

test('the machine takes every event of a walked programme', () => {
  const [code, at] = [walkedCode(0), instantOf(walkedFrom, '09:00')];
  const definition = walkedDefinition(code, 'walked-1', '2026-01-31', true);
  const events = walkedEvents();
  // What falls due between them is decided besides.
  const decided = decide(definition, { on: walkedFrom, at }, events).map(({ event }) => event.requestId);
  expect(events.filter(({ requestId }) => !decided.includes(requestId))).toEqual([]);
});

test('definitions made from the data have the shape of definitions', () => {
  const municipality = find('札幌市');
  expect(programmeShape.safeParse(programmeDefinition(municipality)).error).toBeUndefined();
  for (const system of municipality.systems) {
    expect(definitionShape.safeParse(migrationDefinition(municipality, system, 3)).error).toBeUndefined();
  }
});

describe('every count that occurs', () => {
  const samples = [
    ...new Map(systems.map((system) => [`${system.count}/${system.special}`, system])).values(),
  ];
  const municipality = find('札幌市');

  test('comes back from the machine as that many steps, in the phase the count reaches', () => {
    for (const system of samples.filter(({ count, notApplicable }) => count > 0 && !notApplicable)) {
      const decisions = decide(migrationDefinition(municipality, system, 13), begin, eventsOf(system, 13));
      const snapshot = JSON.parse(decisions.at(-1)?.snapshot ?? '') as MigrationSnapshot;
      const phase =
        system.count === 40
          ? 'operation'
          : system.count >= 27
            ? 'migration'
            : system.count >= 13
              ? 'selection'
              : 'planning';
      expect(JSON.stringify(snapshot.value.path)).toContain(phase);
      const tally = tallySteps(snapshot.context.steps[system.business] ?? {});
      expect([tally.completed, tally.live]).toEqual([system.count, system.count === 40]);
      expect(snapshot.value.regime).toBe(system.special ? 'candidate' : 'standard');
    }
  });

  test('makes a chain of the very entries that `seal` makes, each marked as derived', () => {
    const sealer = nationalSealer(newSigner());
    for (const system of samples) {
      const definition = migrationDefinition(municipality, system, 5);
      let prev = GENESIS;
      for (const entry of sealer(definition, system, 5)) {
        const { stateHash: _state, effectsHash: _effects, ...body } = JSON.parse(entry.body) as EntryBody;
        expect(body).toMatchObject({ prev, assumed: derived });
        expect(seal(body, JSON.parse(entry.snapshot), JSON.parse(entry.effects))).toEqual(entry);
        prev = entry.hash;
      }
    }
  });
});

test('together they are more than a hundred thousand entries', () => {
  const count = systems.reduce((sum, system) => sum + factsOf(system, 0).length, 0);
  expect(count).toBeGreaterThan(100_000);
});
