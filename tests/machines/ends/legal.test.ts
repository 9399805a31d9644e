// PIA, ordinances, 移行判定, rehearsals and stabilisation: their order, their days, and what a gate may ask of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition, MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { lastCommentDay } from '../../../machines/migration/pia/rules.ts';
import { newlyObjections } from '../../../machines/migration/rules.ts';
import { addDays, daysBetween } from '../../../machines/values/date.ts';
import { asking, definition, readinessReport } from '../../builders/migration.ts';
import { paper, ruled } from '../../builders/money.ts';
import { pairOf, Recording } from '../../builders/recording.ts';
import { people, Walk } from '../../builders/walk.ts';

const { contracts, office, owner, group, chair } = people;
const later = (occurredOn: string, at = '2025-12-28T10:00:00+09:00') => ({ occurredOn, at });
const asks = (fact: Extract<Condition, { kind: 'fact' }>['fact']): Condition => ({
  kind: 'fact',
  fact,
  label: { ja: fact, en: fact },
  hard: true,
  who: ['contracts-division'],
});

describe('a PIA', () => {
  const judged = (evaluation: 'none' | 'basic' | 'priority' | 'full'): Fact => ({
    type: 'pia.judged',
    no: 1,
    evaluation,
  });
  const commented = (openedOn: string, closedOn: string): Fact => ({
    type: 'pia.commented',
    no: 1,
    openedOn,
    closedOn,
  });
  const advanced = (reached: 'reviewed' | 'submitted' | 'published'): Fact => ({
    type: 'pia.advanced',
    no: 1,
    reached,
    evidence: paper,
  });
  const full = () => new Recording(definition()).take(judged('full'), contracts, later('2024-01-10'));

  it('of all items is commented on for thirty days, the first not counted', () => {
    const walk = full();
    expect(walk.codes(commented('2024-02-01', '2024-03-01'), contracts, later('2024-03-05'))).toEqual([
      'pia.commentTooShort',
    ]);
    const [refusal] = walk.refusals(commented('2024-02-01', '2024-03-01'), contracts, later('2024-03-05'));
    expect(refusal?.facts).toMatchObject({ days: 29, least: 30, leastUntil: '2024-03-02' });
    expect(walk.codes(commented('2024-02-01', '2024-03-02'), contracts, later('2024-03-05'))).toEqual([]);
    expect(walk.codes(commented('2024-02-01', '2024-03-10'), contracts, later('2024-03-05'))).toEqual([
      'pia.commentOpen',
    ]);
    expect(walk.codes(commented('2024-01-09', '2024-03-02'), contracts, later('2024-03-05'))).toEqual([
      'date.beforeCause',
    ]);
  });

  it('is commented on for as long as its path says', () => {
    const of = ruled({ legal: { pia: { commentDays: 45, basis: '区の要綱' } } });
    const walk = new Walk(of).take(judged('full'), contracts, later('2024-01-10'));
    expect(walk.codes(commented('2024-02-01', '2024-03-15'), contracts, later('2024-04-01'))).toEqual([
      'pia.commentTooShort',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000 }), (days) => {
        const openedOn = addDays('2024-01-01', days);
        expect(daysBetween(openedOn, lastCommentDay({ definition: of }, openedOn))).toBe(45);
      }),
    );
  });

  it('of all items goes comment, review, submission, publication, and by no other way', () => {
    const walk = full();
    const on = (day: string) => later(day);
    for (const reached of ['reviewed', 'submitted', 'published'] as const)
      expect(walk.codes(advanced(reached), contracts, on('2024-05-01'))).toEqual(['pia.before']);
    walk.take(commented('2024-02-01', '2024-03-04'), contracts, on('2024-03-05'));
    expect(walk.codes(advanced('reviewed'), contracts, on('2024-03-03'))).toContain('date.beforeCause');
    walk.take(advanced('reviewed'), contracts, on('2024-04-01'));
    expect(walk.codes(advanced('published'), contracts, on('2024-05-01'))).toEqual(['pia.before']);
    walk.take(advanced('submitted'), contracts, on('2024-04-10'));
    expect(walk.codes(advanced('published'), contracts, on('2024-04-09'))).toEqual(['date.beforeCause']);
    expect(walk.codes(advanced('published'), contracts, on('2024-04-20'))).toEqual([]);
  });

  it('of basic items is only submitted before it is published; of none nothing is', () => {
    const basic = new Walk(definition()).take(judged('basic'), contracts, later('2024-01-10'));
    expect(basic.codes(advanced('published'), contracts, later('2024-02-01'))).toEqual(['pia.before']);
    expect(basic.codes(advanced('submitted'), contracts, later('2024-02-01'))).toEqual([]);
    const none = new Walk(definition()).take(judged('none'), contracts, later('2024-01-10'));
    expect(none.codes(advanced('submitted'), contracts, later('2024-02-01'))).toEqual(['pia.notNeeded']);
    expect(new Walk(definition()).codes(advanced('submitted'), contracts)).toEqual(['pia.notJudged']);
  });

  it('is not said afterwards to be of all items where it went another way', () => {
    const walk = new Recording(definition()).take(judged('basic'), contracts, later('2024-01-10'));
    const entry = walk.last();
    walk.take(advanced('submitted'), contracts, later('2024-02-01'));
    const propose = (fact: Fact) =>
      ({
        type: 'correction.proposed',
        entry: entry.seq,
        reason: '誤り',
        ...pairOf(entry, { fact }),
      }) as const;
    expect(walk.codes(propose(judged('full')), office, later('2025-12-28'))).toEqual(['pia.before']);
    expect(walk.codes(propose(judged('priority')), office, later('2025-12-28'))).toEqual([]);
  });
});

describe('an ordinance that a path needs', () => {
  const label = { ja: '印鑑条例', en: 'Seal ordinance' };
  const of: MigrationDefinition = ruled({
    legal: {
      ordinances: [
        { id: 'seal', label },
        { id: 'seal-rule', label, kind: 'rule', systems: ['juki'] },
        { id: 'tax', label, systems: ['zei'] },
      ],
    },
  });
  const passage = (
    ordinance: string,
    name: 'submitted' | 'voted' | 'promulgated',
    over: object = {},
  ): Fact => ({
    type: 'ordinance.advanced',
    ordinance,
    passage: name,
    ...over,
  });
  const inForceOn = '2024-01-20';

  it('is submitted, voted and promulgated in this order; a rule only promulgated', () => {
    const walk = new Walk(of);
    expect(walk.codes(passage('tax', 'submitted'), contracts)).toEqual(['ordinance.unknown']);
    expect(walk.codes(passage('seal', 'voted'), contracts)).toEqual(['ordinance.before']);
    walk.take(passage('seal', 'submitted'), contracts, later('2023-12-01'));
    expect(walk.codes(passage('seal', 'voted'), contracts, later('2023-11-30'))).toEqual([
      'date.beforeCause',
    ]);
    walk.take(passage('seal', 'voted'), contracts, later('2023-12-15'));
    const promulgated = (over: object) =>
      walk.codes(passage('seal', 'promulgated', over), contracts, later('2023-12-20'));
    expect(promulgated({})).toEqual(['ordinance.forceMissing']);
    expect(promulgated({ inForceOn: '2023-12-19' })).toEqual(['ordinance.forceBefore']);
    expect(promulgated({ inForceOn })).toEqual([]);
    expect(walk.codes(passage('seal-rule', 'voted'), contracts)).toEqual(['ordinance.isRule']);
    expect(
      walk.codes(passage('seal-rule', 'promulgated', { inForceOn }), contracts, later('2023-12-20')),
    ).toEqual([]);
  });

  it('is in force by the day on which the system goes live, or it does not', () => {
    const live: Fact = { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } };
    const walk = new Recording(of).toGoLive();
    const goes = (day: string) => walk.codes(live, office, later(day));
    expect(goes('2024-02-01')).toEqual(['live.ordinanceNotInForce', 'live.ordinanceNotInForce']);
    walk
      .take(passage('seal', 'submitted'), contracts, later('2023-12-01'))
      .take(passage('seal', 'voted'), contracts, later('2023-12-15'))
      .take(passage('seal', 'promulgated', { inForceOn }), contracts, later('2023-12-20'))
      .take(passage('seal-rule', 'promulgated', { inForceOn }), contracts, later('2023-12-20'));
    const entry = walk.last();
    expect(goes('2024-01-19')).toEqual(['live.ordinanceNotInForce', 'live.ordinanceNotInForce']);
    walk.take(live, office, later('2024-01-20'));
    const voids = {
      type: 'correction.proposed' as const,
      entry: entry.seq,
      reason: '誤り',
      ...pairOf(entry, null),
    };
    expect(walk.codes(voids, office, later('2025-12-28'))).toEqual(['correction.restedOn']);
  });
});

describe('going live is judged', () => {
  const criterion = (no: number, criterionKind: 'go' | 'rollback'): Fact => ({
    type: 'criterion.set',
    no,
    title: `基準${no}`,
    criterionKind,
  });
  const found = (no: number, on: number, finding: 'met' | 'notMet'): Fact => ({
    type: 'criterion.found',
    no,
    criterion: on,
    finding,
    evidence: paper,
  });
  const judged = (no: number, judgement: 'go' | 'noGo'): Fact => ({
    type: 'readiness.judged',
    no,
    judgement,
  });

  it('on criteria of both kinds, each of those of going found to be met', () => {
    const walk = new Walk(definition());
    expect(walk.codes(judged(1, 'go'), contracts)).toEqual([
      'readiness.noCriterion',
      'readiness.noCriterion',
    ]);
    expect(walk.codes(judged(1, 'noGo'), contracts)).toEqual([]);
    walk.take(criterion(1, 'go'), contracts).take(criterion(2, 'rollback'), contracts);
    expect(walk.codes(judged(1, 'go'), contracts)).toEqual(['readiness.unmet']);
    expect(walk.codes(found(1, 7, 'met'), contracts)).toEqual(['criterion.unknown']);
    walk.take(found(1, 1, 'notMet'), contracts);
    expect(walk.codes(judged(1, 'go'), contracts)).toEqual(['readiness.unmet']);
    walk.take(found(2, 1, 'met'), contracts);
    expect(walk.codes(judged(1, 'go'), contracts)).toEqual([]);
  });

  it('opens the gate that asks for it, until a criterion is not met any more', () => {
    const of = asking('fit-gap', asks('readinessJudged'));
    const walk = new Walk(of)
      .take(criterion(1, 'go'), contracts)
      .take(criterion(2, 'rollback'), contracts)
      .take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner);
    const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
    expect(walk.codes(approve, group)).toEqual(['condition.factMissing']);
    walk.take(found(1, 1, 'met'), contracts).take(judged(1, 'go'), contracts);
    expect(walk.codes(approve, group)).toEqual([]);
    expect(walk.codes(found(2, 1, 'notMet'), contracts)).toEqual(['gate.restsOn']);
    expect(walk.codes(judged(2, 'noGo'), contracts)).toEqual(['gate.restsOn']);
    const drafted = { ...group, account: contracts.account };
    expect(walk.codes(approve, drafted)).toEqual(['gate.samePerson']);
  });

  it('falls where the path goes back over the gate that asks for it; its criteria stay', () => {
    const of = asking('fit-gap', asks('readinessJudged'));
    const walk = new Walk(of)
      .take(criterion(1, 'go'), contracts)
      .take(criterion(2, 'rollback'), contracts)
      .take(found(1, 1, 'met'), contracts)
      .take(judged(1, 'go'), contracts)
      .toDevelopment()
      .take({ type: 'goingBack.proposed', to: 'fit-gap', reason: 'やり直し' }, owner)
      .take({ type: 'goingBack.approved', to: 'fit-gap' }, chair)
      .take({ type: 'goingBack.approved', to: 'fit-gap' }, people.member);
    expect(Object.keys(walk.snapshot.context.noted ?? {})).toEqual(['criterion.set']);
  });
});

describe('a rehearsal', () => {
  it('that passed with errors says what becomes of them; the last one counts', () => {
    const rehearsal = (no: number, errors: number, result: 'passed' | 'failed', over: object = {}): Fact => ({
      type: 'rehearsal.recorded',
      no,
      records: 1000,
      errors,
      result,
      evidence: paper,
      ...over,
    });
    const walk = new Walk(asking('fit-gap', asks('rehearsalPassed')));
    expect(walk.codes(rehearsal(1, 3, 'passed'), contracts)).toEqual(['rehearsal.errorsUnexplained']);
    walk
      .take(rehearsal(1, 3, 'passed', { note: '外字は本番で補正' }), contracts)
      .take(rehearsal(2, 3, 'failed'), contracts)
      .take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner);
    const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
    expect(walk.codes(approve, group)).toEqual(['condition.factMissing']);
    walk.take(rehearsal(3, 0, 'passed'), contracts);
    expect(walk.codes(approve, group)).toEqual([]);
  });
});

describe('a rehearsal told now', () => {
  const told = (records: number, errors: number) =>
    ({
      type: 'rehearsal.recorded',
      no: 1,
      records,
      errors,
      result: 'failed',
      evidence: paper,
    }) as const;
  const codes = (fact: Fact) => newlyObjections(fact).map(({ code }) => code);

  it('has no more errors than records', () => {
    expect(codes(told(100, 100))).toEqual([]);
    expect(codes(told(100, 101))).toEqual(['rehearsal.errorsBeyond']);
    expect(codes(told(0, 1))).toEqual(['rehearsal.errorsBeyond']);
  });

  it('is put right by no such thing either', () => {
    const was = { fact: told(100, 1), actor: contracts, occurredOn: '2024-01-10' };
    const putRight = (errors: number) =>
      ({
        type: 'correction.proposed',
        entry: 2,
        was: { ...was, recordedAt: '2024-01-10T10:00:00+09:00' },
        should: { ...was, fact: told(100, errors) },
        reason: '読み違い',
      }) as Fact;
    expect(codes(putRight(2))).toEqual([]);
    expect(codes(putRight(101))).toEqual(['rehearsal.errorsBeyond']);
  });

  it('of more is decided again as it was, where it is on record', () => {
    const walk = new Walk(definition()).take(told(100, 101), contracts);
    expect(walk.snapshot.context.noted?.['rehearsal.recorded']?.['1']).toMatchObject({ errors: 101 });
  });
});

describe('stabilisation', () => {
  it('begins with going live and ends after its last day, when no incident is open', () => {
    const begun: Fact = { type: 'stabilisation.begun', no: 1, until: '2024-03-31' };
    const ended: Fact = { type: 'stabilisation.ended', no: 1 };
    const walk = new Walk(definition());
    expect(walk.codes(begun, contracts)).toEqual(['live.notYet']);
    walk
      .toGoLive()
      .take(
        { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } },
        office,
        later('2024-01-10'),
      )
      .take(begun, contracts, later('2024-01-10'));
    walk.take(
      { type: 'incident.recorded', no: 1, title: '様式ずれ', severity: 'low' },
      contracts,
      later('2024-01-15'),
    );
    expect(walk.codes(ended, contracts, later('2024-03-30'))).toEqual([
      'stabilisation.tooEarly',
      'stabilisation.openIncidents',
    ]);
    const closed: Fact = { type: 'incident.closed', no: 1, remedy: '修正' };
    expect(walk.codes({ ...closed, no: 2 }, contracts, later('2024-01-20'))).toEqual(['incident.unknown']);
    expect(walk.codes(closed, contracts, later('2024-01-14'))).toEqual(['date.beforeCause']);
    walk.take(closed, contracts, later('2024-01-20'));
    expect(walk.codes(ended, contracts, later('2024-03-31'))).toEqual([]);
  });
});
