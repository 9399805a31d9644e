// A ladder that comes, changes or goes with an amendment: nothing that was told is told again, nothing of what is past is told, and
// what is shown beforehand is what is done.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Deadline, MigrationDefinition } from '../../machines/definition/definition.ts';
import { DEFAULT_LADDER, type Ladder } from '../../machines/definition/ladder.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { nextWake, wakeEvent } from '../../machines/migration/migration.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { addDays, instantOf } from '../../machines/values/date.ts';
import { adopt } from '../builders/adopting.ts';
import { deadline, definition } from '../builders/migration.ts';
import { Walk } from '../builders/walk.ts';

const DUE = '2024-03-29';

function told(how: { reminders: number[] } | { ladder: Ladder }, version = 1): MigrationDefinition {
  const { reminders: _none, ...rest } = deadline('contract', {
    rule: { kind: 'fixed', on: DUE },
    metBy: { phase: 'fit-gap', edge: 'left' },
  });
  const one: Deadline = { ...rest, ...how };
  return { ...definition({ deadlines: [one] }), version };
}

const count = fc.integer({ min: 1, max: 40 });
const ladder: fc.Arbitrary<Ladder> = fc.record({
  before: fc.uniqueArray(count, { maxLength: 5 }),
  onTheDay: fc.boolean(),
  weekly: fc.boolean(),
  escalate: fc
    .uniqueArray(count, { maxLength: 3 })
    .map((all) => all.map((after) => ({ after, to: ['promotion-committee'] }))),
  undecided: fc.constant(DEFAULT_LADDER.undecided),
});
const how = fc.oneof(
  ladder.map((given) => ({ ladder: given })),
  fc.uniqueArray(fc.integer({ min: -60, max: 30 }), { maxLength: 5 }).map((reminders) => ({ reminders })),
);
const day = fc.integer({ min: 0, max: 220 }).map((days) => addDays('2023-11-17', days));

/** The timer's words up to an instant, by request id. */
function wake(walk: Walk, until: string, requests: string[]): Effect[] {
  const effects: Effect[] = [];
  for (let at = nextWake(walk.of, walk.snapshot); at && at <= until; at = nextWake(walk.of, walk.snapshot)) {
    const event = wakeEvent(walk.of, walk.snapshot);
    if (!event) break;
    requests.push(event.requestId);
    effects.push(...walk.take(event.fact, event.actor, { ...event, at }).effects);
  }
  return effects;
}

describe('a ladder that an amendment changes', () => {
  it('tells nothing twice and nothing of what is past, and the preview says when it is told next', () => {
    fc.assert(
      fc.property(how, how, how, day, day, (first, second, third, one, other) => {
        const [earlier, later] = [one, other].sort() as [string, string];
        const requests: string[] = [];
        const walk = new Walk(told(first));
        wake(walk, instantOf(earlier, '18:00'), requests);
        for (const [version, given, on] of [
          [2, second, earlier],
          [3, third, later],
        ] as const) {
          const at = instantOf(on, '18:30');
          wake(walk, at, requests);
          const next = told(given, version);
          const shown = previewAdoption({ leaving: walk.of, definition: next, snapshot: walk.snapshot, at });
          const { snapshot } = adopt(walk.snapshot, walk.of, next, version, at);
          Object.assign(walk, { of: next, snapshot });
          const due = nextWake(next, snapshot);
          for (const { next: said } of shown.told) expect(said).toBe(due);
          if (due !== null) expect(due > at).toBe(true);
        }
        wake(walk, instantOf(addDays(DUE, 300), '18:00'), requests);
        expect(new Set(requests).size).toBe(requests.length);
      }),
      { numRuns: 60 },
    );
  });

  it('in place of reminders: what lies past is told nobody, and the day is told', () => {
    const walk = new Walk(told({ reminders: [-30, -7, 0, 7] }));
    walk.wake('2024-03-21T00:00:00+09:00');
    const next = told({ ladder: DEFAULT_LADDER }, 2);
    const at = '2024-03-21T10:00:00+09:00';
    const shown = previewAdoption({ leaving: walk.of, definition: next, snapshot: walk.snapshot, at });
    expect(shown.told).toMatchObject([
      { deadline: 'contract', was: '2024-03-22T09:00:00+09:00', next: '2024-03-26T09:00:00+09:00' },
    ]);
    const { snapshot } = adopt(walk.snapshot, walk.of, next, 2, at);
    expect(snapshot.context.deadlines.contract?.fired).toEqual(['before-30', 'before-14', 'before-7']);
  });
});
