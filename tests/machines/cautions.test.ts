// What is said before an act is recorded and does not stop it: open conditions of its gate, one file given for two documents.
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { cautions } from '../../machines/migration/migration.ts';
import { countedIn } from '../../machines/migration/rfp/bidders.ts';
import { cautionText } from '../../texts/acts/caution-texts.ts';
import { asking, readinessReport, stamped } from '../builders/migration.ts';
import { at as onDay, opened, rfpDefinition, rfpPeople } from '../builders/rfp.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group } = people;
const asks = (hard: boolean): Condition => ({
  kind: 'steps',
  steps: ['⑮-2'],
  label: { ja: '操作研修', en: 'training' },
  hard,
  who: ['dx-office'],
});
const submit: Fact = { type: 'phase.submitted', phase: 'development', evidence: [] };
const at = (condition: Condition) => new Walk(asking('development', condition)).toDevelopment();
const of = ({ of: definition, snapshot }: Walk, fact: Fact, actor = owner) =>
  cautions(definition, snapshot, stamped(fact, actor));
const attaching = (part: Partial<typeof readinessReport>): Fact => ({
  type: 'evidence.attached',
  evidence: { ...readinessReport, kind: 'other', ...part },
});

describe('before a gate', () => {
  it('a submission is taken with open conditions, and says which, and whether the gate waits for them', () => {
    for (const hard of [true, false]) {
      const walk = at(asks(hard));
      expect(walk.codes(submit, owner)).toEqual([]);
      expect(of(walk, submit)).toEqual([
        { code: 'gate.open', hard, conditions: [{ ja: '操作研修', en: 'training' }] },
      ]);
    }
  });

  it('what a submission itself says is done is open no longer', () => {
    const done: Fact = { ...submit, type: 'phase.submitted', statuses: { '⑮-2': 'done' } };
    expect(of(at(asks(false)), done)).toEqual([]);
    const trained: Fact = { type: 'steps.recorded', statuses: { '⑮-2': 'done' } };
    expect(of(at(asks(false)).take(trained, office), submit)).toEqual([]);
  });

  it('an approval is warned of what only warns', () => {
    const walk = at(asks(false)).take(submit, owner);
    expect(of(walk, { type: 'gate.approved', phase: 'development' }, group)).toMatchObject([
      { code: 'gate.open', hard: false },
    ]);
  });

  it('an act of no gate is warned of none of it', () => {
    expect(of(at(asks(false)), { type: 'steps.recorded', statuses: { '⑮-1': 'done' } }, office)).toEqual([]);
  });
});

describe('one file', () => {
  const walk = () => at(asks(false)).take(attaching({}), owner);

  it('for two documents is a warning that names the other, and refuses nothing', () => {
    const second = attaching({ title: '研修記録', documentNo: '5世DX第124号' });
    expect(walk().codes(second, owner)).toEqual([]);
    const [caution, ...rest] = of(walk(), second);
    expect(rest).toEqual([]);
    expect(caution).toEqual({
      code: 'evidence.sameFile',
      title: '研修記録',
      others: [{ title: '移行判定資料', documentNo: '5世DX第123号' }],
    });
    expect(caution && cautionText(caution).ja).toContain('「移行判定資料（5世DX第123号）」と同じ中身');
  });

  it('for two documents of one submission is told too', () => {
    const { evidence } = attaching({ title: '研修記録' }) as Extract<Fact, { type: 'evidence.attached' }>;
    const papers = [
      { ...evidence, sha256: 'b'.repeat(64) },
      { ...evidence, sha256: 'b'.repeat(64), title: '別紙' },
    ];
    const codes = of(walk(), { ...submit, type: 'phase.submitted', evidence: papers }).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['gate.open', 'evidence.sameFile']);
  });

  it('given again as the same document says that it is there already; another file says nothing', () => {
    expect(of(walk(), attaching({}))).toEqual([{ code: 'evidence.again', title: '移行判定資料' }]);
    expect(of(walk(), attaching({ title: '別紙', sha256: 'c'.repeat(64) }))).toEqual([]);
  });

  it('is told of no document that its sender is not shown', () => {
    const { of: definition, snapshot } = walk();
    const shown = { ...snapshot, context: { ...snapshot.context, evidence: {} } };
    const event = stamped(attaching({ title: '研修記録' }), owner);
    expect(cautions(definition, snapshot, event, shown)).toEqual([]);
  });
});

describe('a designation', () => {
  const designated = (completionOn: string | null): Fact => ({
    type: 'regime.designated',
    completionOn,
    basis: '主務省令',
  });

  it('to a day before it is taken, and says that its deadline is missed at once', () => {
    const walk = new Walk(asking('development', asks(false)));
    const [caution] = of(walk, designated('2019-03-31'), office);
    expect(caution).toMatchObject({ code: 'regime.completionPast', completionOn: '2019-03-31' });
    expect(caution && cautionText(caution).ja).toContain('直ちに期限超過');
    for (const later of [null, '2029-03-31']) expect(of(walk, designated(later), office)).toEqual([]);
  });
});

describe('a threshold', () => {
  const judged = (evaluation: 'none' | 'basic' | 'priority' | 'full', subjects?: number): Fact => ({
    type: 'pia.judged',
    no: 1,
    evaluation,
    ...(subjects === undefined ? {} : { subjects }),
  });

  it('says on each side of a number of people which evaluation they ask for at least', () => {
    const walk = new Walk(asking('development', asks(false)));
    const code = (fact: Fact) => of(walk, fact, office).map((caution) => caution.code);
    const below = ['pia.belowThreshold'];
    expect(code(judged('none', 999))).toEqual([]);
    expect(code(judged('none', 1_000))).toEqual(below);
    expect(code(judged('basic', 99_999))).toEqual([]);
    expect(code(judged('basic', 100_000))).toEqual(below);
    expect(code(judged('priority', 299_999))).toEqual([]);
    expect(code(judged('priority', 300_000))).toEqual(below);
    expect(code(judged('full', 999_999))).toEqual([]);
    expect(code(judged('none'))).toEqual([]);
    const [caution] = of(walk, judged('basic', 300_000), office);
    expect(caution && cautionText(caution).ja).toMatch(/300,000人のときは、少なくとも全項目評価/u);
  });
});

describe('a judgement to go', () => {
  it('says which criteria of rolling back are found to be met', () => {
    const { contracts } = people;
    const evidence = readinessReport;
    const walk = new Walk(asking('development', asks(false)))
      .take({ type: 'criterion.set', no: 1, title: '照合', criterionKind: 'go' }, contracts)
      .take({ type: 'criterion.set', no: 2, title: '不一致1%超', criterionKind: 'rollback' }, contracts)
      .take({ type: 'criterion.found', no: 1, criterion: 1, finding: 'met', evidence }, contracts)
      .take({ type: 'criterion.found', no: 2, criterion: 2, finding: 'met', evidence }, contracts);
    const judged = (judgement: 'go' | 'noGo'): Fact => ({ type: 'readiness.judged', no: 1, judgement });
    const [caution] = of(walk, judged('go'), contracts);
    expect(caution && cautionText(caution).ja).toContain('第2号「不一致1%超」');
    expect(of(walk, judged('noGo'), contracts)).toEqual([]);
    walk.take({ type: 'criterion.found', no: 3, criterion: 2, finding: 'notMet', evidence }, contracts);
    expect(of(walk, judged('go'), contracts)).toEqual([]);
  });
});

describe('a proposal', () => {
  const proposed = (priceYen: number): Fact => ({
    type: 'rfp.proposalReceived',
    rfp: 1,
    bidder: 'a',
    receivedAt: '2023-11-30T16:00:00+09:00',
    priceYen,
  });
  const { office: runs, contracts } = rfpPeople;
  const walk = () => {
    const { bidder } = { bidder: 'a' };
    return new Walk(rfpDefinition())
      .take(opened({ ceilingYen: 150_000_000 }), runs, onDay('2023-11-16'))
      .take({ type: 'rfp.bidderApplied', rfp: 1, bidder, name: 'a社' }, runs, onDay('2023-11-21'))
      .take({ type: 'rfp.bidderQualified', rfp: 1, bidder, accepted: true }, runs, onDay('2023-11-24'));
  };

  it('a yen above the ceiling is received, and it is said before that it will not be scored', () => {
    const there = walk();
    expect(of(there, proposed(150_000_000), runs)).toEqual([]);
    const [caution, ...more] = of(there, proposed(150_000_001), runs);
    expect([caution?.code, more]).toEqual(['rfp.overCeiling', []]);
    expect(caution && cautionText(caution).ja).toMatch(
      /a社の提案価格（150,000,001円）は、提案上限額（150,000,000円）を超え/u,
    );
    const receiving = { ...onDay('2023-11-30', '16:05:00') };
    there.take(proposed(150_000_001), runs, receiving);
    const open = there.snapshot.context.rfp?.open;
    expect(open && countedIn(open)).toEqual([]);
  });

  it('tells nobody else what the ceiling is', () => {
    expect(of(walk(), proposed(999_999_999), contracts)).toEqual([]);
  });
});
