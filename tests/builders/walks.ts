// Walks of a small migration, however they go: who does what and when is generated, what its sender would fill in is filled in.
import fc from 'fast-check';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { candidates } from '../../machines/migration/explain.ts';
import { nextWake, start, take, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { definition, person, readinessReport } from './migration.ts';

export const of = definition();
const posts = of.bodies.map((body) => body.id);
export const people: Actor[] = posts.flatMap((post) =>
  ['a', 'b'].map((name) => person(`${post}-${name}`, post)),
);
export const BEGIN = { on: '2023-11-16', at: '2023-11-16T09:00:00+09:00' };

export interface Choice {
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
export const walk = fc.array(choice, { maxLength: 60 });

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
export function travel(
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
