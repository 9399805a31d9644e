// A past day is decided by the version of that day, whatever was adopted since and whatever was recorded of that day since.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordedMigration } from '../../ledger/definitions/definitions.ts';
import { deedsOf } from '../../ledger/past/deeds.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { migrationDeed, migrationPlayable, versionsOf } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { decideOne } from '../../machines/play/decide.ts';
import { fold } from '../../machines/play/fold.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { addDays } from '../../machines/values/date.ts';
import { stamped } from '../builders/migration.ts';
import { of } from '../builders/positions.ts';
import { again, versions } from '../builders/versions.ts';
import { people } from '../builders/walk.ts';

const { office, contracts, owner } = people;
const BEGIN = { on: '2023-04-01', at: '2023-11-16T09:00:00+09:00' };
const facts: [Fact, typeof office][] = [
  [{ type: 'budget.voted', fiscalYear: 2023 }, contracts],
  [{ type: 'budget.voted', fiscalYear: 2024 }, contracts],
  [{ type: 'steps.recorded', statuses: { '③-1': 'done' }, reason: '-' }, office],
  [
    { type: 'steps.recorded', statuses: { '⑫-1': 'inProgress' }, businesses: ['印鑑登録'], reason: '-' },
    office,
  ],
  [{ type: 'migration.held', reason: '待ち' }, office],
  [{ type: 'migration.resumed', reason: '再開' }, office],
  [{ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner],
  [
    { type: 'plan.changed', phase: 'development', startOn: '2024-01', endOn: '2025-01', reason: '遅れ' },
    office,
  ],
];

interface Recorded {
  body: EntryBody;
  snapshot: MigrationSnapshot;
  definition: MigrationDefinition;
  leaving: MigrationDefinition;
}

class History {
  readonly recorded: Recorded[] = [];
  definition: MigrationDefinition = of;

  constructor(readonly first: MigrationSnapshot) {}

  get snapshot(): MigrationSnapshot {
    return this.recorded.at(-1)?.snapshot ?? this.first;
  }

  /** Records it where it is accepted. */
  take({ at, ...event }: StampedEvent, definition = this.definition): void {
    const leaving = this.definition;
    const machine = migrationPlayable(definition, leaving);
    const decided = decideOne(machine, this.snapshot, event, Date.parse(at));
    if (decided.status !== 'decided') return;
    const body = {
      ...event,
      chain: '131121/juki',
      seq: this.recorded.length + 1,
      recordedAt: at,
      versions: versionsOf(definition),
    } as unknown as EntryBody; // Neither hashes nor a signature are read where the past is decided again.
    this.definition = definition;
    this.recorded.push({ body, snapshot: decided.decision.snapshot, definition, leaving });
  }

  adopt(definition: MigrationDefinition, amendment: number, at: string): void {
    const named = (one: MigrationDefinition) => ({ version: one.version, digest: deciding(one).digest });
    const fact: Fact = {
      type: ADOPTED,
      amendment,
      leaves: named(this.definition),
      adopts: named(definition),
      reason: '改正',
    };
    const actor = { kind: 'programme' as const, account: '131121', name: '計画', post: 'programme' };
    this.take(stamped(fact, actor, { at }), definition);
  }
}

const deed = fc.record({
  fact: fc.nat({ max: facts.length - 1 }),
  days: fc.nat({ max: 20 }),
  back: fc.nat({ max: 60 }),
});

/** What was sent, the version that comes, and after how many acts it comes and goes. */
const history = fc
  .record({
    deeds: fc.array(deed, { minLength: 2, maxLength: 14 }),
    version: versions,
    comes: fc.nat({ max: 7 }),
    stays: fc.nat({ max: 7 }),
  })
  .map(({ deeds, version: { definition }, comes, stays }) => {
    const told = new History(migrationPlayable(of).start(BEGIN).snapshot);
    let day = '2023-11-16';
    for (const [index, { fact, days, back }] of deeds.entries()) {
      if (index === comes) told.adopt(definition, 7, `${day}T11:00:00+09:00`);
      if (index === comes + stays + 1) told.adopt(again(definition), 9, `${day}T11:00:00+09:00`);
      day = addDays(day, days);
      const [what, who] = facts[fact] as (typeof facts)[number];
      const at = `${day}T12:00:00+09:00`;
      told.take(stamped(what, who, { at, occurredOn: addDays(day, -back) }));
    }
    return told;
  });

/** As the record asks: the newest entry before which all had happened by then, and what was recorded later of days up to it. */
function countingOn({ recorded }: History, day: string): { base: Recorded | null; later: Recorded[] } {
  let [latest, base] = ['', null as Recorded | null];
  for (const one of recorded) {
    if (one.body.occurredOn > latest) latest = one.body.occurredOn;
    if (latest <= day) base = one;
  }
  const from = base?.body.seq ?? 0;
  return { base, later: recorded.filter(({ body }) => body.seq > from && body.occurredOn <= day) };
}

it('a past day is what folding all that counts on it gives, each act by the version that was adopted by then', async () => {
  const asked = fc.integer({ min: 0, max: 240 }).map((days) => addDays('2023-10-01', days));
  await fc.assert(
    fc.asyncProperty(history, asked, async (told, day) => {
      const { base, later } = countingOn(told, day);
      const kept = { migration: async (_chain: string, version: number) => keptIn(told, version) };
      const bodies = later.map(({ body }) => body);
      const { deeds, definition } = await deedsOf(kept, bodies, base?.definition ?? of);
      const from = base?.snapshot ?? told.first;
      const state = fold(from, deeds).at(-1)?.snapshot ?? from;

      const counts = told.recorded.filter(({ body }) => body.occurredOn <= day);
      let inForce = of;
      const again = counts.map(({ body, definition: adopted }) => {
        const leaving = inForce;
        if (body.fact.type === ADOPTED) inForce = adopted;
        return migrationDeed(inForce, body, leaving);
      });
      const folded = fold(told.first, again).at(-1)?.snapshot ?? told.first;
      expect(definition.version).toBe(inForce.version);
      expect(Object.keys(state.context.deadlines)).toEqual(definition.deadlines.map(({ id }) => id));
      expect(Object.keys(state.context.steps)).toEqual(definition.system.businesses);
      expect(state.value).toEqual(folded.value);
      for (const name of ['steps', 'budgets', 'plan', 'pause'] as const)
        expect([name, state.context[name]]).toEqual([name, folded.context[name]]);
    }),
    { numRuns: 150 },
  );
});

it('all of it, taken again from the beginning, stands as it was recorded, by each version in its time', async () => {
  await fc.assert(
    fc.asyncProperty(history, async (told) => {
      const kept = { migration: async (_chain: string, version: number) => keptIn(told, version) };
      const bodies = told.recorded.map(({ body }) => body);
      const { deeds, definition } = await deedsOf(kept, bodies, of);
      const state = fold(told.first, deeds).at(-1)?.snapshot ?? told.first;
      expect(definition.version).toBe(told.definition.version);
      expect(state.value).toEqual(told.snapshot.value);
      for (const name of ['steps', 'budgets', 'plan', 'pause', 'days', 'deadlines'] as const)
        expect([name, state.context[name]]).toEqual([name, told.snapshot.context[name]]);
    }),
    { numRuns: 100 },
  );
});

function keptIn({ recorded }: History, version: number): RecordedMigration {
  const { definition } = recorded.find((one) => one.definition.version === version) ?? { definition: of };
  return { definition, begin: BEGIN, digest: deciding(definition).digest };
}
