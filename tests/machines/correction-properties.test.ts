// To have put a fact right and gone on is to have recorded the right one in the first place, as far as figures and gates go.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Condition, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { standing } from '../../machines/migration/state.ts';
import { summarize } from '../../machines/migration/summary.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { addDays } from '../../machines/values/date.ts';
import { definition, gate, person, readinessReport } from '../builders/migration.ts';
import { pairOf, Recording } from '../builders/recording.ts';
import { people } from '../builders/walk.ts';

const asks = (fact: Extract<Condition, { kind: 'fact' }>['fact']): Condition => ({
  kind: 'fact',
  fact,
  label: { ja: fact, en: fact },
  hard: true,
  who: [],
});
const steps: Condition = {
  kind: 'steps',
  steps: ['③-1'],
  label: { ja: '③-1', en: '③-1' },
  hard: true,
  who: [],
};
const of: MigrationDefinition = (() => {
  const { path, ...rest } = definition();
  const conditions = [asks('budgetVoted'), asks('contractRecorded'), steps];
  const phases = path.phases.map((phase, at) =>
    at === 0 ? { ...phase, gate: gate('fit-gap', { conditions }) } : phase,
  );
  return { ...rest, path: { ...path, phases } };
})();

interface Deed {
  fact: Fact;
  by: Actor;
  back: number;
}
const { contracts, office, owner, group, chair } = people;
const at = (facts: fc.Arbitrary<Fact>, by: Actor): fc.Arbitrary<Deed> =>
  fc.record({ fact: facts, by: fc.constant(by), back: fc.nat({ max: 12 }) });
const some = <T>(...of: T[]) => fc.constantFrom(...of);

/** Each kind of fact that can be put right, with what may be said otherwise of it. */
const kinds: fc.Arbitrary<Deed>[] = [
  at(
    some(2023, 2024).map((fiscalYear) => ({ type: 'budget.voted', fiscalYear })),
    contracts,
  ),
  at(
    fc.record({ candidate: some('A社', 'B社'), technical: some('500', '574.9') }).map((given) => ({
      ...given,
      type: 'selection.recorded',
      price: '53',
      printedTotal: given.technical === '500' ? '553' : '628',
      outOf: { technical: '700', price: '300' },
      method: '提案',
      applicants: null,
    })),
    contracts,
  ),
  at(
    fc.record({ vendor: some('A社', 'B社'), totalYen: some(1, 100) }).map((given) => ({
      ...given,
      type: 'contract.recorded',
      amounts: [{ fiscalYear: 2023, amountYen: given.totalYen }],
      continuesInto: [],
    })),
    contracts,
  ),
  at(
    fc
      .dictionary(some('③-1', '③-2', '⑮-2'), some('done', 'inProgress', 'notApplicable' as const), {
        minKeys: 1,
      })
      .map((statuses) => ({ type: 'steps.recorded', statuses, reason: '理由' }) as Fact),
    office,
  ),
  at(
    some('2024-11', '2025-02').map((endOn) => ({
      type: 'plan.changed',
      phase: 'development',
      startOn: '2024-01',
      endOn,
      reason: '見直し',
    })),
    office,
  ),
  at(
    some([1], [3], [1, 2]).map((reasonTypes) => ({ type: 'regime.flagged', reasonTypes })),
    office,
  ),
  at(
    some('2029-03-31', null).map((completionOn) => ({
      type: 'regime.designated',
      completionOn,
      basis: '省令',
    })),
    office,
  ),
  at(
    some('第1号', '第2号').map((documentNo) => ({
      type: 'evidence.attached',
      evidence: { ...readinessReport, kind: 'other', documentNo, decidedOn: '2023-11-16' },
    })),
    owner,
  ),
  at(
    some('2025-05-31', '2025-04-30').map((dueOn) => ({
      type: 'deadline.extended',
      deadline: 'go-live-r6',
      dueOn,
      reason: '決定',
    })),
    contracts,
  ),
];
const moves: Deed[] = [
  { fact: { type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, by: owner, back: 0 },
  { fact: { type: 'gate.approved', phase: 'fit-gap' }, by: group, back: 0 },
];
const walks = fc.record({
  before: fc.array(fc.oneof(...kinds), { maxLength: 5 }),
  pair: fc.nat({ max: kinds.length - 1 }).chain((kind) => {
    const deed = kinds[kind] as fc.Arbitrary<Deed>;
    return fc.record({ wrong: deed, right: fc.option(deed) });
  }),
  after: fc.array(fc.oneof(...kinds, fc.constantFrom(...moves)), { maxLength: 5 }),
});

const BEGUN = '2023-11-16';
const END = '2024-03-01T10:00:00+09:00';

/** Tells what is accepted; gives which of them were. */
function tell(walk: Recording, deeds: readonly (Deed | null)[]): boolean[] {
  return deeds.map((deed, index) => {
    if (!deed) return true;
    const day = addDays(BEGUN, 14 + index);
    const over = { at: `${day}T10:00:00+09:00`, occurredOn: addDays(day, -deed.back) };
    const isTaken = walk.codes(deed.fact, deed.by, over).length === 0;
    if (isTaken) walk.take(deed.fact, deed.by, over);
    return isTaken;
  });
}

/** What reports, boards, deadlines and gates read of a migration. */
function figures(walk: Recording): string {
  const {
    budgets,
    selection,
    contract,
    live,
    steps,
    stepReasons,
    closedOn,
    plan,
    special,
    evidence,
    passed,
  } = walk.context;
  const { blockers, deadlines, waitingFor } = summarize(of, walk.snapshot);
  const papers = Object.entries(evidence).map(([phase, list]) => [phase, list.map(canonical).sort()]);
  const due = deadlines.map(({ deadline, status, nominalOn, dueOn, extended }) => ({
    deadline,
    status,
    nominalOn,
    dueOn,
    extended,
  }));
  const reasons = Object.entries(stepReasons).filter(([, kept]) => Object.keys(kept).length > 0);
  return canonical({
    ...{ budgets, selection, contract, live, steps, plan, special, passed, blockers, waitingFor },
    closedOn: closedOn ?? {},
    papers: papers.filter(([, list]) => (list?.length ?? 0) > 0),
    reasons,
    due,
    standing: { ...standing(walk.snapshot) },
  });
}

it('a fact put right, or voided, and gone on from equals the right one recorded, or none', () => {
  const made = new Map<string, number>();
  fc.assert(
    fc.property(walks, ({ before, pair: { wrong, right }, after }) => {
      const [one, other] = [new Recording(of, BEGUN), new Recording(of, BEGUN)];
      const shared = tell(one, before);
      expect(tell(other, before)).toEqual(shared);
      const place = Array.from({ length: before.length }, () => null);
      const same = right && { ...right, by: wrong.by };
      const told = [tell(one, [...place, wrong]), tell(other, [...place, same])].map((list) => list.at(-1));
      fc.pre(told[0] === true && told[1] === true);
      const entry = one.last();
      const later = [...place, null, ...after];
      fc.pre(canonical(tell(one, later)) === canonical(tell(other, later)));
      const day = addDays(addDays(BEGUN, 14 + before.length), -(right?.back ?? 0));
      const should = right && { fact: right.fact, occurredOn: day };
      const proposal: Fact = {
        type: 'correction.proposed',
        entry: entry.seq,
        ...pairOf(entry, should),
        reason: '誤記',
      };
      const proposer = person('proposer', wrong.by.post);
      fc.pre(one.codes(proposal, proposer, { at: END }).length === 0 && !one.isReplaced(entry));
      one.correct(proposal, proposer, chair, END);
      for (const walk of [one, other]) walk.wake('2025-06-30T00:00:00+09:00');
      expect(figures(one)).toBe(figures(other));
      const kind = `${entry.fact.type} ${right ? 'right' : 'void'}`;
      made.set(kind, (made.get(kind) ?? 0) + 1);
    }),
    { numRuns: 100, seed: 8 },
  );
  // Every kind was put right at least once, and none of it by chance alone.
  expect([...made.keys()].filter((kind) => kind.endsWith('right')).length).toBeGreaterThanOrEqual(8);
  expect([...made.keys()].filter((kind) => kind.endsWith('void')).length).toBeGreaterThanOrEqual(4);
});
