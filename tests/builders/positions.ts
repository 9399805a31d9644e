// Migrations wherever they can stand: every kind of act by whoever may do it, in any order; what is refused changes nothing. Walks that
// are meant to arrive, where walks.ts takes what comes.
import fc from 'fast-check';
import type { Fact } from '../../machines/migration/acts.ts';
import { nextWake, take, wakeEvent } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { deadline, definition, readinessReport, stamped } from './migration.ts';
import { importer, people, renkei, Walk } from './walk.ts';

export const of = definition({
  deadlines: [
    deadline('go-live-r6', { followsRegime: true, metBy: 'wentLive' }),
    deadline('contract-end', { hard: true, metBy: { phase: 'development', edge: 'left' } }),
    deadline('ready', {
      rule: { kind: 'plan', phase: 'development', edge: 'end' },
      metBy: { phase: 'development', edge: 'submitted' },
    }),
    deadline('after-fit-gap', {
      rule: {
        kind: 'forward',
        anchor: { phase: 'fit-gap', edge: 'left' },
        length: 6,
        unit: 'months',
      },
    }),
    deadline('vendor-day', { rule: { kind: 'undecided', setBy: ['contracts-division'] } }),
    // Counted from another system's milestone, as much as a gate waits for it.
    deadline('after-test', {
      rule: {
        kind: 'forward',
        anchor: { system: 'renkei', milestone: 'integration-test-1' },
        length: 3,
        unit: 'months',
      },
    }),
  ],
});

const { owner, office, group, chair, member, contracts, other } = people;
const paper = (sha: string) => ({ ...readinessReport, kind: 'other', sha256: sha.repeat(64) });
type Move = (now: MigrationSnapshot) => [Fact, Actor];
const fixed =
  (fact: Fact, who: Actor): Move =>
  () => [fact, who];
const inPhase =
  (of: (phase: string) => Fact, who: Actor): Move =>
  (now) => [of(standing(now).phase), who];
const approve = (who: Actor) => inPhase((phase) => ({ type: 'gate.approved', phase }), who);
const NEWS = { system: 'renkei', milestone: 'integration-test-1' };
const back = (now: MigrationSnapshot) => now.context.goingBack?.to ?? 'fit-gap';

const moves: Move[] = [
  inPhase((phase) => ({ type: 'phase.submitted', phase, evidence: [readinessReport] }), owner),
  inPhase((phase) => ({ type: 'phase.submitted', phase, evidence: [] }), office),
  approve(group),
  approve(chair),
  approve(member),
  inPhase((phase) => ({ type: 'gate.returned', phase, reason: '不足' }), group),
  fixed({ type: 'milestone.reached', ...NEWS }, renkei),
  fixed({ type: 'milestone.withdrawn', ...NEWS }, renkei),
  fixed({ type: 'milestone.forsaken', ...NEWS }, renkei),
  fixed({ type: 'milestone.waived', ...NEWS, reason: '共同利用' }, chair),
  fixed({ type: 'milestone.waived', ...NEWS, reason: '共同利用' }, member),
  fixed({ type: 'migration.held', reason: '待ち' }, office),
  fixed({ type: 'migration.resumed', reason: '再開' }, office),
  fixed({ type: 'regime.flagged', reasonTypes: [1] }, office),
  fixed({ type: 'regime.applied', reasonTypes: [2] }, office),
  fixed({ type: 'regime.designated', completionOn: '2027-03-31', basis: '省令' }, office),
  fixed({ type: 'regime.designated', completionOn: '2028-03-31', basis: '省令' }, office),
  fixed({ type: 'budget.voted', fiscalYear: 2023 }, contracts),
  fixed({ type: 'budget.voted', fiscalYear: 2024 }, contracts),
  fixed(
    {
      type: 'selection.recorded',
      candidate: '甲社',
      technical: '574.9',
      price: '53',
      printedTotal: '628',
      outOf: { technical: '700', price: '300' },
      method: 'プロポーザル',
      applicants: 2,
    },
    contracts,
  ),
  fixed(
    {
      type: 'contract.recorded',
      vendor: '甲社',
      amounts: [{ fiscalYear: 2023, amountYen: 300 }],
      totalYen: 300,
      continuesInto: [],
    },
    contracts,
  ),
  fixed({ type: 'steps.recorded', statuses: { '①-1': 'done', '③-1': 'inProgress' }, reason: '-' }, office),
  fixed(
    { type: 'steps.recorded', statuses: { '⑫-1': 'done' }, businesses: ['印鑑登録'], reason: '-' },
    office,
  ),
  fixed({ type: 'steps.recorded', statuses: { '⑮-2': 'notApplicable' }, reason: '研修は共同' }, office),
  fixed({ type: 'evidence.attached', evidence: paper('b') }, office),
  fixed({ type: 'evidence.attached', evidence: paper('c') }, owner),
  fixed({ type: 'deadline.extended', deadline: 'contract-end', dueOn: '2025-06-30', reason: '変更' }, other),
  fixed({ type: 'deadline.extended', deadline: 'after-fit-gap', dueOn: '2025-09-30', reason: '変更' }, other),
  fixed({ type: 'deadline.set', deadline: 'vendor-day', dueOn: '2026-01-31', reason: '協定' }, contracts),
  fixed(
    {
      type: 'deadline.extensionAsked',
      deadline: 'contract-end',
      dueOn: '2026-02-28',
      reason: '-',
      evidence: [],
    },
    office,
  ),
  fixed({ type: 'deadline.acknowledged', deadline: 'contract-end', note: '手配済み' }, office),
  fixed(
    { type: 'plan.changed', phase: 'development', startOn: '2024-01', endOn: '2025-01', reason: '遅れ' },
    office,
  ),
  fixed(
    { type: 'plan.changed', phase: 'go-live', startOn: '2025-02', endOn: '2025-03', reason: '見直し' },
    office,
  ),
  fixed({ type: 'goingBack.proposed', to: 'fit-gap', reason: '撤退' }, office),
  (now) => [{ type: 'goingBack.approved', to: back(now) }, chair],
  (now) => [{ type: 'goingBack.approved', to: back(now) }, member],
  (now) => [{ type: 'goingBack.dismissed', to: back(now), reason: '-' }, chair],
  fixed({ type: 'cancellation.proposed', reason: '廃止' }, office),
  fixed({ type: 'cancellation.approved' }, chair),
  fixed({ type: 'cancellation.approved' }, member),
  fixed({ type: 'cancellation.dismissed', reason: '-' }, chair),
  fixed({ type: 'system.wentLive', evidence: paper('d') }, office),
  fixed({ type: 'system.rolledBack', reason: '障害' }, office),
];

const gone = (walk: Walk) => walk.take({ type: 'milestone.forsaken', ...NEWS }, renkei);
const waive: Fact = { type: 'milestone.waived', ...NEWS, reason: '共同利用' };
const cancel: Fact = { type: 'cancellation.proposed', reason: '廃止' };

const imported: Fact = { type: 'gate.imported', phase: 'fit-gap', source: '報告' };

const beginnings = [
  () => new Walk(of).toReview().take({ type: 'gate.approved', phase: 'development' }, group),
  () => gone(new Walk(of).toDevelopment()).take(waive, chair),
  () => gone(new Walk(of).toDevelopment()).take(waive, chair).take(waive, member),
  () => new Walk(of).toDevelopment().take(cancel, office),
  () => new Walk(of).toDevelopment().take({ type: 'migration.held', reason: '待ち' }, office),
  () => new Walk(of),
  () => new Walk(of).toDevelopment(),
  // Its past was told by months.
  () => new Walk(of, '2023-07').take(imported, importer, { occurredOn: '2023-09' }),
  () => new Walk(of).toReview(),
  () => new Walk(of).toGoLive(),
  () => new Walk(of).toGoLive().take({ type: 'system.wentLive', evidence: paper('d') }, office),
];

/** All that its timer has to say up to an instant. */
function woken(from: MigrationSnapshot, until: string): MigrationSnapshot {
  let snapshot = from;
  for (;;) {
    const [at, event] = [nextWake(of, snapshot), wakeEvent(of, snapshot)];
    if (at === null || event === null || Date.parse(at) > Date.parse(until)) return snapshot;
    const next = take(of, snapshot, { ...event, at }).snapshot;
    if (next === snapshot) return snapshot;
    snapshot = next;
  }
}

/** Days apart; the last of many lies beyond the deadlines. */
const dayOf = (days: number) =>
  new Date(Date.parse('2023-11-16T01:00:00Z') + days * 86_400_000 + 9 * 3_600_000).toISOString().slice(0, 10);

export const AFTER_ALL = '2026-04-01T10:00:00+09:00';

/** Where it stands at `AFTER_ALL`, with all that was told by then. */
export const position: fc.Arbitrary<MigrationSnapshot> = fc
  .record({
    begin: fc.nat({ max: beginnings.length - 1 }),
    steps: fc.array(
      fc.record({ move: fc.nat({ max: moves.length - 1 }), days: fc.integer({ min: 0, max: 40 }) }),
      { maxLength: 14 },
    ),
  })
  .map(({ begin, steps }) => {
    let { snapshot } = (beginnings[begin] as () => Walk)();
    let day = 0;
    for (const { move, days } of steps) {
      day += days;
      const at = `${dayOf(day)}T10:00:00+09:00`;
      snapshot = woken(snapshot, at);
      const [fact, who] = (moves[move] as Move)(snapshot);
      snapshot = take(of, snapshot, stamped(fact, who, { at })).snapshot;
    }
    return woken(snapshot, AFTER_ALL);
  });
