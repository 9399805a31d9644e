// Every path that ships is walked to its end by a diligent ward, with generated detours: returns, withdrawals, holds,
// goings back. What a gate asks for is read from its definition, so a path that cannot be walked fails here.

import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quorumOf, votesAsked } from '../../machines/decision/quorum.ts';
import type { Condition, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { unmet } from '../../machines/migration/gate/conditions.ts';
import { gateOf, phaseOf } from '../../machines/migration/phases.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { advance } from '../../machines/play/advance.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { addDays, instantOf } from '../../machines/values/date.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { person, readinessReport } from '../builders/migration.ts';

const folder = (name: string) => fileURLToPath(new URL(`../../seeds/${name}`, import.meta.url));
const read = readSeed(await readSeedFolder(folder('setagaya')));
if (read.status === 'wrong') throw new Error(JSON.stringify(read.problems, null, 1));
const { migrations } = read.seed;

type Detour = 'none' | 'return' | 'withdraw' | 'hold' | 'goBack';

/** What the seeds' gates ask for. */
const FACTS: Partial<Record<Extract<Condition, { kind: 'fact' }>['fact'], Fact>> = {
  budgetVoted: { type: 'budget.voted', fiscalYear: 2024 },
  selectionRecorded: {
    type: 'selection.recorded',
    candidate: 'A社',
    technical: '574.9',
    price: '53',
    printedTotal: '628',
    outOf: { technical: '700', price: '300' },
    method: '公募型プロポーザル',
    applicants: 2,
  },
  wentLive: { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } },
  dataConforms: {
    type: 'conformity.recorded',
    requirement: 'data',
    evidence: { ...readinessReport, kind: 'other' },
  },
  linkageConforms: {
    type: 'conformity.recorded',
    requirement: 'linkage',
    evidence: { ...readinessReport, kind: 'other' },
  },
  contractRecorded: {
    type: 'contract.recorded',
    vendor: 'A社',
    amounts: [{ fiscalYear: 2024, amountYen: 1_000 }],
    totalYen: 1_000,
    continuesInto: [],
  },
};

/** A ward that does everything a gate asks for, one day after another. */
class Ward {
  snapshot: MigrationSnapshot;
  #day = '2024-01-04';
  #acts = 0;

  constructor(readonly of: MigrationDefinition) {
    const begin = { on: '2023-04', at: instantOf(this.#day, '08:30') };
    this.snapshot = migrationPlayable(of).start(begin).snapshot;
  }

  get phase(): string {
    return standing(this.snapshot).phase;
  }

  act(fact: Fact, actor: Actor): void {
    this.#acts += 1;
    this.#day = addDays(this.#day, 1);
    const at = instantOf(this.#day, '10:00');
    this.#fireUntil(at);
    const event = { fact, actor, occurredOn: this.#day, requestId: `walk/${this.#acts}` };
    const decided = decide(migrationPlayable(this.of), this.snapshot, [event], Date.parse(at));
    this.snapshot = decisionsOf(decided).at(-1)?.snapshot ?? this.snapshot;
  }

  walkPhase(detour: Detour): void {
    const { phase } = this;
    const gate = gateOf(this.of, phase);
    if (!gate) return;
    for (const condition of gate.conditions.filter(({ hard }) => hard)) this.#supply(condition);
    this.#submit(detour === 'goBack' ? 'none' : detour);
    if (detour === 'goBack' && this.#goBack()) return;
    for (const asked of gate.approvals) {
      const { body } = asked;
      for (let seat = 1; seat <= votesAsked(asked, this.of.bodies); seat += 1) {
        this.#extendWhatShuts();
        this.act({ type: 'gate.approved', phase }, person(`${body}-${seat}`, body));
      }
    }
  }

  #submit(detour: Exclude<Detour, 'goBack'>): void {
    const { phase } = this;
    const clerk = person('clerk', phaseOf(this.of, phase).owners[0] as string);
    const [first] = gateOf(this.of, phase)?.approvals ?? [];
    const submit = () => this.act({ type: 'phase.submitted', phase, evidence: [] }, clerk);
    submit();
    if (detour === 'return' && first) {
      this.act({ type: 'gate.returned', phase, reason: '資料不備' }, person('returner', first.body));
      submit();
    }
    if (detour === 'withdraw') {
      this.act({ type: 'submission.withdrawn', phase, reason: '差替え' }, clerk);
      submit();
    }
    if (detour === 'hold') {
      const holder = person('holder', this.of.path.control.hold[0] as string);
      this.act({ type: 'migration.held', reason: '予算調整' }, holder);
      this.act({ type: 'migration.resumed', reason: '再開' }, holder);
    }
  }

  #goBack(): boolean {
    const phases = this.of.path.phases.map(({ id }) => id);
    const to = phases[phases.indexOf(this.phase) - 1];
    if (!to) return false;
    const { propose, approve } = this.of.path.control.goBack;
    this.act(
      { type: 'goingBack.proposed', to, reason: '事業者の撤退' },
      person('clerk', propose[0] as string),
    );
    const body = approve[0] as string;
    for (let seat = 1; seat <= quorumOf(this.of, body); seat += 1)
      this.act({ type: 'goingBack.approved', to }, person(`chair-${seat}`, body));
    expect(this.phase).toBe(to);
    return true;
  }

  #supply(condition: Condition): void {
    const { phase } = this;
    const { control } = this.of.path;
    switch (condition.kind) {
      case 'evidence': {
        const clerk = person('clerk', phaseOf(this.of, phase).owners[0] as string);
        const sha256 = 'b'.repeat(64);
        const item = {
          kind: condition.evidence,
          title: '資料',
          sha256,
          documentNo: '第1号',
          decidedOn: '2024-01-04',
        };
        this.act({ type: 'evidence.attached', evidence: item }, clerk);
        break;
      }
      case 'milestone': {
        const { system, milestone } = condition;
        if (this.snapshot.context.milestones[`${system}/${milestone}`]) break;
        const actor: Actor = { kind: 'migration', account: system, name: system, post: 'migration' };
        this.act({ type: 'milestone.reached', system, milestone }, actor);
        break;
      }
      case 'steps': {
        const statuses = Object.fromEntries(condition.steps.map((id) => [id, 'done' as const]));
        this.act({ type: 'steps.recorded', statuses }, person('recorder', control.steps[0] as string));
        break;
      }
      case 'fact': {
        if (unmet(condition, phase, { definition: this.of, context: this.snapshot.context }) === null) break;
        const [owner] = phaseOf(this.of, phase).owners;
        const post = condition.fact === 'wentLive' ? owner : control.facts[0];
        const fact = FACTS[condition.fact];
        if (!fact) throw new Error(`no fact for ${condition.fact}`);
        this.act(fact, person('recorder', post as string));
      }
    }
  }

  /** A hard deadline that passed while the ward walked is extended by whoever may. */
  #extendWhatShuts(): void {
    this.#fireUntil(instantOf(addDays(this.#day, 1), '10:00'));
    for (const { id, hard, extendableBy } of this.of.deadlines) {
      if (!hard || this.snapshot.context.deadlines[id]?.status !== 'missed') continue;
      const by = person('extender', extendableBy[0] as string);
      this.act({ type: 'deadline.extended', deadline: id, dueOn: '2035-03-30', reason: '変更契約' }, by);
    }
  }

  #fireUntil(at: string): void {
    const nowMs = Date.parse(at);
    const until = { nowMs, limit: Number.POSITIVE_INFINITY, decidedMs: () => nowMs };
    const { decisions, failed } = advance(
      migrationPlayable(this.of),
      { snapshot: this.snapshot, atMs: 0 },
      until,
    );
    expect(failed).toBeNull();
    this.snapshot = decisions.at(-1)?.snapshot ?? this.snapshot;
  }
}

describe.each(migrations.map((of) => [of.system.id, of] as const))('the path of %s', (_, of) => {
  it('leads from its first phase to its last', () => {
    const ward = new Ward(of);
    for (const _phase of of.path.phases) ward.walkPhase('none');
    const { passed, days } = ward.snapshot.context;
    expect(ward.phase).toBe(of.path.phases.at(-1)?.id);
    expect(Object.keys(passed)).toEqual(of.path.phases.slice(0, -1).map(({ id }) => id));
    expect(Object.keys(days)).toEqual(of.path.phases.map(({ id }) => id));
  });
});

describe('a path with detours', () => {
  const detour = fc.constantFrom<Detour>('none', 'return', 'withdraw', 'hold', 'goBack');

  it('still leads to its last phase', () => {
    const which = fc.nat({ max: migrations.length - 1 });
    fc.assert(
      fc.property(which, fc.array(detour, { minLength: 1, maxLength: 20 }), (index, detours) => {
        const ward = new Ward(migrations[index] as MigrationDefinition);
        for (const chosen of detours) ward.walkPhase(chosen);
        for (const _phase of ward.of.path.phases) ward.walkPhase('none');
        expect(ward.phase).toBe(ward.of.path.phases.at(-1)?.id);
      }),
      { numRuns: 20 },
    );
  });
});
