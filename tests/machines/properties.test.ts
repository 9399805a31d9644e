// What holds on every walk of a migration, however it goes: generated walks instead of examples.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { change } from '../../machines/migration/change.ts';
import { candidates, explain } from '../../machines/migration/explain.ts';
import { migrationMachine } from '../../machines/migration/machine.ts';
import { accepts, caseOf, machineEvent, take } from '../../machines/migration/migration.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { BEGIN, of, people, travel, walk } from '../builders/walks.ts';

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

  it('what stands after an event is what its act says, and nothing that the act leaves out', () => {
    fc.assert(
      fc.property(walk, (choices) => {
        travel(choices, (snapshot, event) => {
          const after = take(of, snapshot, event).snapshot.context;
          if (after.version === snapshot.context.version) return;
          expect(canonical(after)).toBe(canonical(change(caseOf(of, snapshot, event))));
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
