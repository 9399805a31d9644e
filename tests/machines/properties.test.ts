// What holds on every walk of a migration, however it goes: generated walks instead of examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { candidates, explain } from '../../machines/migration/explain.ts';
import { migrationMachine } from '../../machines/migration/machine.ts';
import {
  accepts,
  caseOf,
  machineEvent,
  nextWake,
  start,
  take,
  wakeEvent,
} from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { definition, person, readinessReport } from '../builders/migration.ts';

const of = definition();
const posts = of.bodies.map((body) => body.id);
const people: Actor[] = posts.flatMap((post) => ['a', 'b'].map((name) => person(`${post}-${name}`, post)));
const BEGIN = { on: '2023-11-16', at: '2023-11-16T09:00:00+09:00' };

interface Choice {
  who: number;
  what: number;
  days: number;
  wake: boolean;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  who: fc.nat({ max: people.length - 1 }),
  what: fc.nat({ max: 30 }),
  days: fc.nat({ max: 40 }),
  wake: fc.boolean(),
});
const walk = fc.array(choice, { maxLength: 60 });

const dayAt = (start: string, days: number): string =>
  new Date(Date.parse(start) + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 19);

/** The next event of a walk: the due timer, the awaited milestone, or any act with what its sender would fill in. */
function eventOf(
  snapshot: MigrationSnapshot,
  { who, what, days, wake }: Choice,
  index: number,
  now: string,
): StampedEvent {
  const at = `${dayAt(now, days)}+09:00`;
  const due = nextWake(of, snapshot);
  const timer = wakeEvent(of, snapshot);
  if (wake && timer && due && Date.parse(due) <= Date.parse(at)) return { ...timer, at };
  const base = { at, occurredOn: at.slice(0, 10), requestId: `walk/${index}` };
  if (what === 30) {
    const actor: Actor = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' };
    return {
      ...base,
      actor,
      fact: { type: 'milestone.reached', system: 'renkei', milestone: 'integration-test-1' },
    };
  }
  const all = candidates(of, snapshot, at.slice(0, 10), (people[who] as Actor).post);
  const fact = all[what % all.length] as (typeof all)[number];
  const filled = fact.type === 'phase.submitted' ? { ...fact, evidence: [readinessReport] } : fact;
  return { ...base, actor: people[who] as Actor, fact: filled };
}

/** Walks on, telling `visit` every snapshot and event on the way. */
function travel(
  choices: Choice[],
  visit: (snapshot: MigrationSnapshot, event: StampedEvent) => void,
): MigrationSnapshot {
  let snapshot = start(of, BEGIN);
  let now = BEGIN.at;
  for (const [index, chosen] of choices.entries()) {
    const event = eventOf(snapshot, chosen, index, now);
    visit(snapshot, event);
    const next = take(of, snapshot, event).snapshot;
    if (next !== snapshot) now = event.at;
    snapshot = next;
  }
  return snapshot;
}

describe('on every walk', () => {
  it('an event is accepted exactly when it makes a version', () => {
    fc.assert(
      fc.property(walk, (choices) => {
        travel(choices, (snapshot, event) => {
          const made = take(of, snapshot, event).snapshot.context.version - snapshot.context.version;
          expect(made).toBe(accepts(of, snapshot, event).length === 0 ? 1 : 0);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('storing and restoring between any two events changes nothing against one uninterrupted run', () => {
    fc.assert(
      fc.property(walk, (choices) => {
        const machine = migrationMachine(of.path);
        let live = initialTransition(machine, { definition: of, ...BEGIN })[0];
        const stored = travel(choices, (snapshot, event) => {
          live = transition(machine, live, machineEvent(caseOf(of, snapshot, event)))[0];
        });
        expect(canonical(machine.getPersistedSnapshot(live))).toBe(canonical(stored));
      }),
      { numRuns: 60 },
    );
  });

  it('what is explained is what would be decided, in the same reasons', () => {
    fc.assert(
      fc.property(walk, fc.nat({ max: people.length - 1 }), (choices, who) => {
        const actor = people[who] as Actor;
        travel(choices, (snapshot, event) => {
          const { acts } = explain(of, snapshot, actor, event.at);
          for (const fact of candidates(of, snapshot, event.at.slice(0, 10), actor.post)) {
            const tried = {
              fact,
              actor,
              at: event.at,
              occurredOn: event.at.slice(0, 10),
              requestId: 'tried',
            };
            const told = acts.find((act) => act.type === fact.type);
            expect(told?.refusals).toEqual(accepts(of, snapshot, tried));
            const moved = take(of, snapshot, tried).snapshot !== snapshot;
            expect(told?.allowed).toBe(moved);
          }
        });
      }),
      { numRuns: 15 },
    );
  });

  it('there is a way on from wherever it stands, but from a cancellation', () => {
    fc.assert(
      fc.property(walk, (choices) => {
        const end = travel(choices, () => {});
        if (end.value.activity === 'cancelled') return;
        const at = '2027-01-04T09:00:00+09:00';
        const acts = people.flatMap((actor) => explain(of, end, actor, at).acts);
        expect(acts.some((act) => act.allowed)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('no deadline point fires twice in one generation', () => {
    fc.assert(
      fc.property(walk, (choices) => {
        const fired = new Set<string>();
        travel(choices, (snapshot, event) => {
          if (event.fact.type !== 'deadline.reached' || accepts(of, snapshot, event).length > 0) return;
          expect(fired.has(event.requestId)).toBe(false);
          fired.add(event.requestId);
        });
      }),
      { numRuns: 60 },
    );
  });
});
