// Takes a small migration along its path: events one after the other, each of which must be accepted.
import { expect } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { accepts, nextWake, start, step, wakeEvent } from '../../machines/migration/migration.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Effect } from '../../machines/record/effect.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { person, readinessReport, stamped } from './migration.ts';

export const people = {
  owner: person('owner', 'business-division'),
  office: person('office', 'dx-office'),
  group: person('group', 'working-group'),
  chair: person('chair', 'promotion-committee'),
  member: person('member', 'promotion-committee'),
  contracts: person('contracts', 'contracts-division'),
  other: person('other-contracts', 'contracts-division'),
} as const;

export const renkei: Actor = { kind: 'migration', account: 'renkei', name: '連携基盤', post: 'migration' };

export class Walk {
  snapshot: MigrationSnapshot;
  effects: Effect[] = [];

  constructor(
    readonly of: MigrationDefinition,
    on = '2023-11-16',
  ) {
    this.snapshot = start(of, { on, at: `${on}T09:00:00+09:00` });
  }

  /** Why not, by code; empty means accepted. */
  codes(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): string[] {
    return accepts(this.of, this.snapshot, stamped(fact, actor, over)).map(({ code }) => code);
  }

  take(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): this {
    const event = stamped(fact, actor, over);
    expect(accepts(this.of, this.snapshot, event), fact.type).toEqual([]);
    ({ snapshot: this.snapshot, effects: this.effects } = step(this.of, this.snapshot, event));
    return this;
  }

  /** What the timer says up to an instant; gives the notices. */
  wake(until: string): Effect[] {
    const told: Effect[] = [];
    for (;;) {
      const at = nextWake(this.of, this.snapshot);
      const timer = wakeEvent(this.of, this.snapshot);
      if (!at || !timer || Date.parse(at) > Date.parse(until)) return told;
      const due = Date.parse(at) > Date.parse(timer.occurredOn) ? at : until;
      const next = step(this.of, this.snapshot, { ...timer, at: due });
      this.snapshot = next.snapshot;
      told.push(...next.effects);
    }
  }

  toDevelopment(over: Partial<StampedEvent> = {}): this {
    return this.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner, over).take(
      { type: 'gate.approved', phase: 'fit-gap' },
      people.group,
      over,
    );
  }

  /** Under review in development, with its paper and its milestone. */
  toReview(over: Partial<StampedEvent> = {}): this {
    const milestone = { system: 'renkei', milestone: 'integration-test-1' };
    return this.toDevelopment(over)
      .take({ type: 'milestone.reached', ...milestone }, renkei, over)
      .take(
        { type: 'phase.submitted', phase: 'development', evidence: [readinessReport] },
        people.owner,
        over,
      );
  }

  toGoLive(over: Partial<StampedEvent> = {}): this {
    const approve: Fact = { type: 'gate.approved', phase: 'development' };
    return this.toReview(over)
      .take(approve, people.group, over)
      .take(approve, people.chair, over)
      .take(approve, people.member, over);
  }
}
