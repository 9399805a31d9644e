// 稼働 is a fact with its day and document. Passing 移行判定 is not.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { change } from '../../machines/migration/change.ts';
import { caseOf } from '../../machines/migration/migration.ts';
import { summarize } from '../../machines/migration/summary.ts';
import { canonical } from '../../machines/record/entry.ts';
import { deadline, definition, person, readinessReport, stamped } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group } = people;
const of = definition({
  deadlines: [
    deadline('law', { metBy: 'wentLive' }),
    deadline('performance', { metBy: 'wentLive', hard: true }),
  ],
});
const wentLive: Fact = { type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } };
const live = (walk: Walk) => summarize(walk.of, walk.snapshot).live;

describe('passing 移行判定', () => {
  it('makes nothing live, completes no step and meets no deadline of going live', () => {
    const walk = new Walk(of).toGoLive();
    expect(live(walk)).toBe(false);
    expect(walk.snapshot.context.steps.住民基本台帳).toEqual({});
    expect(walk.snapshot.context.deadlines.law?.status).toBe('pending');
    expect(walk.snapshot.context.deadlines.performance?.status).toBe('pending');
  });
});

describe('going live', () => {
  it('is recorded with its document, and alone is ⑱-1 and meets its deadlines', () => {
    const walk = new Walk(of).toGoLive().take(wentLive, office);
    expect(live(walk)).toBe(true);
    expect(walk.snapshot.context.steps.印鑑登録).toEqual({ '⑱-1': 'done' });
    expect(walk.snapshot.context.deadlines.law).toMatchObject({ status: 'met', metOn: '2023-11-16' });
  });

  it.each<[string, (walk: Walk) => Walk, Fact, string]>([
    ['before its phase', (walk) => walk.toDevelopment(), wentLive, 'live.tooEarly'],
    ['twice', (walk) => walk.toGoLive().take(wentLive, office), wentLive, 'live.already'],
    [
      'on a document of tomorrow',
      (walk) => walk.toGoLive(),
      { ...wentLive, evidence: { ...readinessReport, kind: 'other', decidedOn: '2023-11-17' } } as Fact,
      'evidence.future',
    ],
    [
      'as a step',
      (walk) => walk.toGoLive(),
      { type: 'steps.recorded', statuses: { '⑱-1': 'done' } },
      'steps.goLive',
    ],
    [
      'as a step in 開発',
      (walk) => walk.toDevelopment(),
      { type: 'steps.recorded', statuses: { '⑱-1': 'inProgress' }, businesses: ['印鑑登録'] },
      '',
    ],
  ])('is refused %s', (_, to, fact, code) => {
    const codes = to(new Walk(of)).codes(fact, office);
    if (code === '') expect(codes).toEqual([]);
    else expect(codes).toContain(code);
  });

  it('is undone by a roll-back, and its deadlines are open again', () => {
    const walk = new Walk(of).toGoLive().take(wentLive, office);
    walk.take({ type: 'system.rolledBack', reason: '不整合' }, office);
    expect(live(walk)).toBe(false);
    expect(walk.snapshot.context.steps.印鑑登録).toEqual({ '⑱-1': 'inProgress' });
    expect(walk.snapshot.context.deadlines.law?.status).toBe('pending');
    expect(walk.codes({ type: 'system.rolledBack', reason: '再度' }, office)).toEqual(['live.notYet']);
  });
});

describe('going live again', () => {
  const again = () => {
    const walk = new Walk(of).toGoLive().take(wentLive, office);
    return walk.take({ type: 'system.rolledBack', reason: '不整合' }, office).take(wentLive, office);
  };

  it('leaves the day of the roll-back in what is stored, as 0.2.0 did', () => {
    expect(again().snapshot.context).toMatchObject({
      live: { on: '2023-11-16' },
      rolledBackOn: '2023-11-16',
    });
  });

  it('is what its act says of the memory, key for key', () => {
    const walk = new Walk(of).toGoLive().take(wentLive, office);
    walk.take({ type: 'system.rolledBack', reason: '不整合' }, office);
    const said = change(caseOf(of, walk.snapshot, stamped(wentLive, office)));
    expect(canonical(walk.take(wentLive, office).snapshot.context)).toBe(canonical(said));
  });
});

describe('a step', () => {
  const walk = () => new Walk(of);
  it.each([['①-4'], ['⑫-2'], ['⑱-2']])('%s that does not exist is refused with those that do', (step) => {
    const fact: Fact = { type: 'steps.recorded', statuses: { [step]: 'done' } };
    expect(walk().codes(fact, office)).toEqual(['steps.unknown']);
  });

  it('is kept with its day only from the day the path began', () => {
    const fact: Fact = { type: 'steps.recorded', statuses: { '①-1': 'done' } };
    expect(walk().codes(fact, office, { occurredOn: '1990-01-01' })).toEqual(['date.beforeBegin']);
    expect(walk().codes(fact, office, { occurredOn: '2023-10' })).toEqual(['date.beforeBegin']);
    expect(walk().codes(fact, office, { occurredOn: '2023-11' })).toEqual([]);
  });
});

describe('a second hold', () => {
  it('is refused for what it is', () => {
    const held = new Walk(of).take({ type: 'migration.held', reason: '予算' }, office);
    const again = held.codes({ type: 'migration.held', reason: '再度' }, office);
    expect(again).toEqual(['event.notNow']);
    expect(held.codes({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner)).toEqual([
      'migration.onHold',
    ]);
    expect(held.codes({ type: 'gate.approved', phase: 'fit-gap' }, group)).toContain('migration.onHold');
    expect(
      held.codes({ type: 'steps.recorded', statuses: { '①-1': 'done' } }, person('x', 'dx-office')),
    ).toEqual([]);
  });
});
