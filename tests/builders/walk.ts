import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { accepts } from '../../machines/migration/migration.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { advance } from '../../machines/play/advance.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
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

export const importer: Actor = { kind: 'import', account: 'import', name: '取込', post: 'import' };

export class Walk {
  snapshot: MigrationSnapshot;
  effects: Effect[] = [];

  constructor(
    readonly of: MigrationDefinition,
    on = '2023-11-16',
  ) {
    this.snapshot = migrationPlayable(of).start({ on, at: `${on}T09:00:00+09:00` }).snapshot;
  }

  /** Why not, by code; empty means accepted. */
  codes(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): string[] {
    return accepts(this.of, this.snapshot, stamped(fact, actor, over)).map(({ code }) => code);
  }

  take(fact: Fact, actor: Actor, over: Partial<StampedEvent> = {}): this {
    const { at, ...event } = stamped(fact, actor, over);
    const decided = decide(migrationPlayable(this.of), this.snapshot, [event], Date.parse(at));
    for (const { snapshot, effects } of decisionsOf(decided))
      [this.snapshot, this.effects] = [snapshot, effects];
    return this;
  }

  /** What the timer says up to an instant; gives the notices. */
  wake(until: string): Effect[] {
    const from = { snapshot: this.snapshot, atMs: Number.NEGATIVE_INFINITY };
    const nowMs = Date.parse(until);
    const limits = { nowMs, limit: Number.POSITIVE_INFINITY, decidedMs: (dueMs: number) => dueMs };
    const { decisions, failed } = advance(migrationPlayable(this.of), from, limits);
    if (failed) throw failed.error;
    this.snapshot = decisions.at(-1)?.snapshot ?? this.snapshot;
    return decisions.flatMap(({ effects }) => effects);
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

/** The notices of a walk's last act: code and posts. */
export const told = ({ effects }: Walk) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [[effect.notice.code, effect.to] as const] : []));
