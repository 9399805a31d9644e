// An act is refused where it certainly lies before what it follows, and never for what a month may mean.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { definition, readinessReport } from '../builders/migration.ts';
import { programmeCodes } from '../builders/programme.ts';
import { importer, people, renkei, Walk } from '../builders/walk.ts';

const { owner, office, chair, member } = people;
const on = (day: string, occurredOn = day) => ({ at: `${day}T10:00:00+09:00`, occurredOn });
const today = on('2023-11-20', '2023-11-15');

const wentLive: Fact = { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } };
const rolledBack: Fact = { type: 'system.rolledBack', reason: '不整合' };
const word = { system: 'renkei', milestone: 'integration-test-1' };
const held: Fact = { type: 'migration.held', reason: '予算' };
const proposed: Fact = { type: 'cancellation.proposed', reason: '廃止' };
const flagged: Fact = { type: 'regime.flagged', reasonTypes: [1] };

describe('an act dated before its cause is refused', () => {
  it.each<[string, (walk: Walk) => Walk, Fact, (typeof people)[keyof typeof people]]>([
    [
      'the approval of a cancellation',
      (walk) => walk.take(proposed, office, on('2023-11-16')),
      { type: 'cancellation.approved' },
      chair,
    ],
    [
      'its dismissal',
      (walk) => walk.take(proposed, office, on('2023-11-16')),
      { type: 'cancellation.dismissed', reason: '存続' },
      chair,
    ],
    [
      'its withdrawal',
      (walk) => walk.take(proposed, office, on('2023-11-16')),
      { type: 'cancellation.withdrawn', reason: '誤り' },
      office,
    ],
    [
      'a resumption',
      (walk) => walk.take(held, office, on('2023-11-16')),
      { type: 'migration.resumed', reason: '再開' },
      office,
    ],
    [
      'a roll-back',
      (walk) => walk.toGoLive(on('2023-11-15')).take(wentLive, office, on('2023-11-16')),
      rolledBack,
      office,
    ],
    [
      'going live again',
      (walk) =>
        walk
          .toGoLive(on('2023-11-15'))
          .take(wentLive, office, on('2023-11-16', '2023-11-15'))
          .take(rolledBack, office, on('2023-11-17', '2023-11-16')),
      wentLive,
      office,
    ],
    [
      'a waiver',
      (walk) => walk.toDevelopment().take({ type: 'milestone.forsaken', ...word }, renkei, on('2023-11-16')),
      { type: 'milestone.waived', ...word, reason: '代替' },
      chair,
    ],
    [
      'an application',
      (walk) => walk.take(flagged, office, on('2023-11-16')),
      { type: 'regime.applied', reasonTypes: [1] },
      office,
    ],
    [
      'a withdrawn special transition',
      (walk) => walk.take(flagged, office, on('2023-11-16')),
      { type: 'regime.withdrawn', reason: '不要' },
      office,
    ],
  ])('%s', (_, to, fact, actor) => {
    const walk = to(new Walk(definition(), '2023-11-01'));
    expect(walk.codes(fact, actor, today)).toEqual(['date.beforeCause']);
    expect(walk.codes(fact, actor, on('2023-11-20', '2023-11-16'))).toEqual([]);
    expect(walk.codes(fact, actor, on('2023-11-20', '2023-11'))).toEqual([]);
  });
});

describe('a month', () => {
  const imported = (occurredOn: string) =>
    new Walk(definition(), '2023-04-01').take(
      { type: 'gate.imported', phase: 'fit-gap', source: 'p. 6' },
      importer,
      on('2023-11-16', occurredOn),
    );
  const propose: Fact = { type: 'goingBack.proposed', to: 'fit-gap', reason: '見直し' };

  it('of an imported gate bars no day within it, and every day before it', () => {
    expect(imported('2023-10').codes(propose, office, on('2023-11-16', '2023-10-20'))).toEqual([]);
    expect(imported('2023-10').codes(propose, office, on('2023-11-16', '2023-09-30'))).toEqual([
      'date.beforePrevious',
    ]);
    expect(imported('2023-10-21').codes(propose, office, on('2023-11-16', '2023-10-20'))).toEqual([
      'date.beforePrevious',
    ]);
  });

  it('bars none either where a person gave it, and lowers no day that is known', () => {
    const exact = imported('2023-10-21').take(propose, office, on('2023-11-16', '2023-10'));
    const dismiss: Fact = { type: 'goingBack.dismissed', to: 'fit-gap', reason: '不要' };
    expect(exact.codes(dismiss, chair, on('2023-11-16', '2023-10-20'))).toEqual(['date.beforePrevious']);
    expect(exact.codes(dismiss, chair, on('2023-11-16', '2023-10-25'))).toEqual([]);
    const vague = imported('2023-09').take(propose, office, on('2023-11-16', '2023-10'));
    expect(vague.codes(dismiss, chair, on('2023-11-16', '2023-10-05'))).toEqual([]);
  });
});

describe('a paper', () => {
  const evidence = { ...readinessReport, decidedOn: '2023-11-15' };
  const handIn = (items: (typeof evidence)[]): Fact => ({
    type: 'phase.submitted',
    phase: 'development',
    evidence: items,
  });
  const walk = () => new Walk(definition(), '2023-11-01').toDevelopment(on('2023-11-02'));

  it('is decided by the day of the act that shows it', () => {
    const early = on('2023-11-16', '2023-11-14');
    expect(walk().codes(handIn([evidence]), owner, early)).toEqual(['evidence.afterAct']);
    expect(walk().codes({ type: 'evidence.attached', evidence }, office, early)).toEqual([
      'evidence.afterAct',
    ]);
    expect(walk().codes(handIn([evidence]), owner, on('2023-11-16', '2023-11-15'))).toEqual([]);
    expect(walk().codes(handIn([evidence]), owner, on('2023-11-16', '2023-11'))).toEqual([]);
  });

  it('that was attached before is so too', () => {
    const attached = walk().take({ type: 'evidence.attached', evidence }, office, on('2023-11-16'));
    const early = on('2023-11-16', '2023-11-14');
    expect(attached.codes(handIn([]), owner, early)).toContain('evidence.afterAct');
    expect(attached.codes(handIn([]), owner, on('2023-11-16'))).toEqual([]);
  });

  it('on going live may be written afterwards', () => {
    const live = new Walk(definition(), '2023-11-01').toGoLive(on('2023-11-15'));
    const report: Fact = {
      type: 'system.wentLive',
      evidence: { ...evidence, kind: 'other', decidedOn: '2023-11-19' },
    };
    expect(live.codes(report, office, on('2023-11-20', '2023-11-18'))).toEqual([]);
  });
});

describe('a programme', () => {
  const occurrence = {
    type: 'occurrence.recorded' as const,
    kind: 'rfi' as const,
    title: { ja: '情報提供依頼', en: 'RFI' },
  };
  const meetings = { type: 'meetings.recorded' as const, body: 'dx-office', fiscalYear: 2023 };

  it.each([
    ['2023-11-10', '2023-11-09', ['occurrence.reversed']],
    ['2023-11', '2023-10', ['occurrence.reversed']],
    ['2023-11-10', '2023-11', []],
    ['2023-11-10', '2024-02', []],
  ])('takes an occurrence of %s that ends on %s: %j', (occurredOn, endedOn, codes) => {
    expect(programmeCodes({ ...occurrence, endedOn }, occurredOn)).toEqual(codes);
  });

  it('has had no more meetings up to an earlier day', () => {
    const known = { meetings: { 'dx-office/2023': { count: 5, on: '2023-10' } } };
    const more = { ...meetings, count: 6 };
    expect(programmeCodes(more, '2023-09-30', known)).toEqual(['meetings.earlier']);
    expect(programmeCodes(more, '2023-10-05', known)).toEqual([]);
  });

  it.each([
    ['9999-12-31T23:59:59Z', ['clock.outOfRange']],
    ['2200-01-01T00:00:00+09:00', ['clock.outOfRange']],
    ['2151-01-01T00:00:00+09:00', ['clock.outOfRange']],
    ['2052-03-31T09:00:00+09:00', ['clock.tooFar']],
    ['2038-11-16T09:00:00+09:00', []],
    ['2023-11-16T09:00:00+09:00', ['clock.notForward']],
  ])('has its clock moved to %s: %j', (to, codes) => {
    expect(programmeCodes({ type: 'clock.moved', to })).toEqual(codes);
  });
});

describe('a path that was held', () => {
  const working = () => new Walk(definition(), '2023-11-01');
  const goingBack: Fact = { type: 'goingBack.proposed', to: 'fit-gap', reason: '見直し' };
  const moved = () =>
    working()
      .take({ type: 'gate.imported', phase: 'fit-gap', source: 'p. 6' }, importer, on('2023-11-10'))
      .take(goingBack, office, on('2023-11-14'));

  it('is not held, nor given up, from before a move that it has made', () => {
    const early = on('2023-11-20', '2023-11-13');
    expect(moved().codes(held, office, early)).toEqual(['date.beforePrevious']);
    expect(moved().codes(held, office, on('2023-11-20', '2023-11-14'))).toEqual([]);
    const agreed: Fact = { type: 'cancellation.approved' };
    const givingUp = moved()
      .take(proposed, office, on('2023-11-20', '2023-11-12'))
      .take(agreed, chair, early);
    expect(givingUp.codes(agreed, member, early)).toEqual(['date.beforePrevious']);
    expect(givingUp.codes(agreed, member, on('2023-11-20'))).toEqual([]);
  });

  it('has not moved meanwhile, and is held again only after it went on', () => {
    const dismissed: Fact = { type: 'goingBack.dismissed', to: 'fit-gap', reason: '不要' };
    const resumed = moved()
      .take(held, office, on('2023-11-15'))
      .take({ type: 'migration.resumed', reason: '再開' }, office, on('2023-11-18'));
    const dated = (day: string) => resumed.codes(dismissed, chair, on('2023-11-20', day));
    expect(
      ['2023-11-14', '2023-11-15', '2023-11-16', '2023-11-17', '2023-11-18', '2023-11'].map(dated),
    ).toEqual([[], [], ['date.whileHeld'], ['date.whileHeld'], [], []]);
    expect(resumed.codes(held, office, on('2023-11-20', '2023-11-17'))).toEqual(['date.beforeCause']);
    expect(resumed.codes(held, office, on('2023-11-20', '2023-11-18'))).toEqual([]);
  });
});
