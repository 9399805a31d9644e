// The rehearsal's own people acting on a seed's migrations: who holds a post where, and one act after the other.
import { votesAsked } from '../../machines/decision/quorum.ts';
import type { Condition, MigrationDefinition, Phase } from '../../machines/definition/definition.ts';
import type { Act, StampedEvent } from '../../machines/migration/event.ts';
import { unmet } from '../../machines/migration/gate/conditions.ts';
import { accepts } from '../../machines/migration/migration.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { advance } from '../../machines/play/advance.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import type { Actor } from '../../machines/record/submission.ts';
import type { ExpandedSeed } from '../../machines/seed/expand/expand.ts';
import { walked } from '../../machines/seed/walk.ts';
import { dayOf, fiscalYearOf } from '../../machines/values/date.ts';

export function definitionOf(seed: ExpandedSeed, system: string): MigrationDefinition {
  const found = seed.migrations.find((candidate) => candidate.system.id === system);
  if (!found) throw new Error(`no system ${system}`);
  return found;
}

export function snapshotOf(seed: ExpandedSeed, system: string): MigrationSnapshot {
  const on = seed.starts[system] ?? '';
  return walked(
    definitionOf(seed, system),
    on,
    seed.programme.startAt,
    seed.history.migrations[system] ?? [],
  );
}

export const startOf = (seed: ExpandedSeed, system: string) => standing(snapshotOf(seed, system));

/** Accounts that hold a post for a system. */
export function holders(seed: ExpandedSeed, post: string, system: string): string[] {
  return seed.accounts
    .filter(({ posts }) =>
      posts.some((held) => held.post === post && (held.system === null || held.system === system)),
    )
    .map(({ account }) => account);
}

export class Walker {
  readonly definition: MigrationDefinition;
  readonly seed: ExpandedSeed;
  readonly system: string;
  snapshot: MigrationSnapshot;
  at: string;
  acts = 0;

  constructor(seed: ExpandedSeed, system: string) {
    this.seed = seed;
    this.system = system;
    this.definition = definitionOf(seed, system);
    this.snapshot = snapshotOf(seed, system);
    this.at = seed.programme.startAt;
  }

  get phase(): Phase {
    const { phase } = standing(this.snapshot);
    return this.definition.path.phases.find((candidate) => candidate.id === phase) as Phase;
  }

  refusals(fact: StampedEvent['fact'], actor: Actor): string[] {
    return accepts(this.definition, this.snapshot, this.#event(fact, actor)).map(({ code }) => code);
  }

  send(fact: StampedEvent['fact'], actor: Actor): void {
    const { at, ...event } = this.#event(fact, actor);
    const decided = decide(migrationPlayable(this.definition), this.snapshot, [event], Date.parse(at));
    this.snapshot = decisionsOf(decided).at(-1)?.snapshot ?? this.snapshot;
    this.acts += 1;
  }

  /** What the timer says before an instant, each when it is due, and what that leads to. */
  wake(until: string) {
    const from = { snapshot: this.snapshot, atMs: Date.parse(this.at) };
    const limits = {
      nowMs: Date.parse(until) - 1,
      limit: Number.POSITIVE_INFINITY,
      decidedMs: (dueMs: number) => dueMs,
    };
    const { decisions, failed } = advance(migrationPlayable(this.definition), from, limits);
    if (failed) throw failed.error;
    this.snapshot = decisions.at(-1)?.snapshot ?? this.snapshot;
    return decisions.map(({ event, effects }) => ({ fact: event.fact, effects }));
  }

  act(fact: Act, account: string, post: string): void {
    this.send(fact, { kind: 'person', account, name: account, post });
  }

  /** Passes the gate of the present phase: papers, facts, steps, submission, every approval. */
  pass(): void {
    const { phase } = this;
    const [owner = ''] = phase.owners;
    const submitter = this.#drafter(owner);
    for (const condition of phase.gate?.conditions ?? []) this.#meet(condition, submitter, owner);
    this.act({ type: 'phase.submitted', phase: phase.id, evidence: [] }, submitter, owner);
    for (const asked of phase.gate?.approvals ?? []) {
      const { body } = asked;
      const quorum = votesAsked(asked, this.definition.bodies);
      const free = holders(this.seed, body, this.system).filter(
        (account) => !this.snapshot.context.drafters.includes(account),
      );
      if (free.length < quorum) throw new Error(`${this.system} ${phase.id}: too few of ${body}`);
      for (const account of free.slice(0, quorum))
        this.act({ type: 'gate.approved', phase: phase.id }, account, body);
    }
  }

  /** Whoever has drafted before drafts again: fewer people are shut out of approving. */
  #drafter(post: string): string {
    const people = holders(this.seed, post, this.system);
    return people.find((account) => this.snapshot.context.drafters.includes(account)) ?? people[0] ?? '';
  }

  #meet(condition: Condition, account: string, post: string): void {
    const { context } = this.snapshot;
    if (condition.kind === 'evidence') {
      const evidence = {
        kind: condition.evidence,
        title: condition.label.ja,
        sha256: 'a'.repeat(64),
        documentNo: '演習第1号',
        decidedOn: this.at.slice(0, 10),
      };
      this.act({ type: 'evidence.attached', evidence }, account, post);
    }
    if (condition.kind === 'steps') {
      const statuses = Object.fromEntries(condition.steps.map((id) => [id, 'done' as const]));
      this.act({ type: 'steps.recorded', statuses }, account, post);
    }
    if (condition.kind === 'milestone' && !context.milestones[`${condition.system}/${condition.milestone}`]) {
      const { system, milestone } = condition;
      const actor: Actor = { kind: 'migration', account: system, name: system, post: 'migration' };
      this.send({ type: 'milestone.reached', system, milestone }, actor);
    }
    if (
      condition.kind === 'fact' &&
      unmet(condition, this.phase.id, { definition: this.definition, context })
    )
      this.#record(condition.fact);
  }

  /** Records that the system went live. */
  goLive(): void {
    this.#record('wentLive');
  }

  #record(fact: Extract<Condition, { kind: 'fact' }>['fact']): void {
    const post =
      fact === 'wentLive'
        ? 'business-division'
        : fact === 'budgetVoted'
          ? 'finance-division'
          : 'contracts-division';
    const [account = ''] = holders(this.seed, post, this.system);
    const record = RECORDS[fact];
    if (!record) throw new Error(`no record for ${fact}`);
    const fiscalYear = fiscalYearOf(dayOf(this.at));
    if (record.type === 'contract.recorded') this.#vote(fiscalYear);
    this.act(ofYear(record, fiscalYear), account, post);
  }

  /** The money of a contract's year, where the path asks for it before the contract. */
  #vote(fiscalYear: number): void {
    const { path } = this.definition;
    if (!path.money?.budgetFirst || this.snapshot.context.budgets[String(fiscalYear)]) return;
    const [account = ''] = holders(this.seed, 'finance-division', this.system);
    this.act({ type: 'budget.voted', fiscalYear }, account, 'finance-division');
  }

  #event(fact: StampedEvent['fact'], actor: Actor): StampedEvent {
    const requestId = `${this.system}/${this.acts}`;
    return { fact, actor, occurredOn: this.at.slice(0, 10), requestId, at: this.at };
  }
}

/** What is recorded of money is of the year in which it is. */
function ofYear(record: Act, fiscalYear: number): Act {
  if (record.type === 'budget.voted') return { ...record, fiscalYear };
  if (record.type !== 'contract.recorded') return record;
  return { ...record, amounts: [{ fiscalYear, amountYen: record.totalYen }] };
}

const shownBy = {
  kind: 'other',
  title: '適合確認書',
  sha256: 'b'.repeat(64),
  documentNo: '演習第3号',
  decidedOn: '2023-11-16',
};

const RECORDS: Partial<Record<Extract<Condition, { kind: 'fact' }>['fact'], Act>> = {
  budgetVoted: { type: 'budget.voted', fiscalYear: 2024 },
  selectionRecorded: {
    type: 'selection.recorded',
    candidate: '演習システムズ',
    technical: '600',
    price: '200',
    printedTotal: '800',
    outOf: { technical: '700', price: '300' },
    method: 'プロポーザル方式',
    applicants: 2,
  },
  wentLive: {
    type: 'system.wentLive',
    evidence: {
      kind: 'other',
      title: '稼働報告',
      sha256: 'a'.repeat(64),
      documentNo: '演習第2号',
      decidedOn: '2023-11-16',
    },
  },
  dataConforms: { type: 'conformity.recorded', requirement: 'data', evidence: shownBy },
  linkageConforms: { type: 'conformity.recorded', requirement: 'linkage', evidence: shownBy },
  contractRecorded: {
    type: 'contract.recorded',
    vendor: '演習システムズ',
    amounts: [{ fiscalYear: 2024, amountYen: 1000 }],
    totalYen: 1000,
    continuesInto: [],
  },
};
