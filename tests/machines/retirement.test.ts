// A system goes by an amendment: its migration ends apart from being cancelled or done, once told, and is taken back as it was.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { accepts, nextWake, start } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { summarize } from '../../machines/migration/summary.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { adopt } from '../builders/adopting.ts';
import { definition, stamped } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { office, owner } = people;
const ON = '2024-04-01T10:00:00+09:00';
const of = definition();
const retired: MigrationDefinition = {
  ...of,
  version: 2,
  system: { ...of.system, retired: { as: 'notApplicable', reason: '事務の廃止' } },
};
const closed: MigrationDefinition = { ...of, version: 2, programme: { ...of.programme, closed: '移行完了' } };

const noticesIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice] : []));
const codes = (under: MigrationDefinition, snapshot: MigrationSnapshot, type: 'held' | 'resumed' = 'held') =>
  accepts(under, snapshot, stamped({ type: `migration.${type}`, reason: '-' }, office, { at: ON })).map(
    ({ code }) => code,
  );

describe('a system that is retired', () => {
  it('stands where it stood, neither cancelled nor done, with nothing due and nobody waited for', () => {
    const walk = new Walk(of).toDevelopment();
    const { snapshot } = adopt(walk.snapshot, of, retired, 7, ON);
    expect(standing(snapshot)).toMatchObject({ phase: 'development', activity: 'retired' });
    expect(snapshot.context.retired).toEqual({ on: '2024-04-01', from: 'active' });
    expect(snapshot.context.pause).toBeNull();
    const summary = summarize(retired, snapshot);
    expect(summary).toMatchObject({
      waitingFor: [],
      blockers: [],
      overdue: 0,
      nextWakeAt: null,
      live: false,
    });
    expect(new Set(summary.deadlines.map(({ status }) => status))).toEqual(new Set(['dropped']));
    expect(nextWake(retired, snapshot)).toBeNull();
  });

  it('tells its reason and the deadlines that fall in one notice, to whom they concern and who was asked', () => {
    const walk = new Walk(of).toReview();
    const { effects } = adopt(walk.snapshot, of, retired, 7, ON);
    expect(effects).toHaveLength(1);
    const [told] = effects;
    expect(told?.kind === 'notify' && told.to).toEqual(
      expect.arrayContaining(['business-division', 'dx-office', 'working-group']),
    );
    expect(noticesIn(effects)).toEqual([
      {
        code: 'migration.retired',
        as: 'notApplicable',
        reason: '事務の廃止',
        deadlines: [
          { ja: 'go-live-r6', en: 'go-live-r6' },
          { ja: 'contract-end', en: 'contract-end' },
        ],
      },
    ]);
  });

  it('is looked at with what becomes of its contract, which stays and is counted there', () => {
    const seen = (walk: Walk) =>
      previewAdoption({ leaving: of, definition: retired, snapshot: walk.snapshot, at: ON }).figuresStay;
    expect(seen(new Walk(of))).toBe(false);
    const fact = {
      type: 'contract.recorded' as const,
      vendor: 'B社',
      amounts: [{ fiscalYear: 2023, amountYen: 1000 }],
      totalYen: 1000,
      continuesInto: [],
    };
    expect(seen(new Walk(of).take(fact, people.contracts, { at: '2023-12-01T10:00:00+09:00' }))).toBe(true);
  });

  it('takes no act but what does not apply any more, and says since when and why', () => {
    const { snapshot } = adopt(new Walk(of).snapshot, of, retired, 7, ON);
    const event = stamped({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner, { at: ON });
    expect(accepts(retired, snapshot, event)).toEqual([
      {
        code: 'migration.retired',
        facts: { on: '2024-04-01', as: 'notApplicable', reason: '事務の廃止' },
      },
    ]);
    const steps = (status: 'done' | 'notApplicable') =>
      accepts(
        retired,
        snapshot,
        stamped({ type: 'steps.recorded', statuses: { '①-1': status }, reason: '-' }, office, { at: ON }),
      ).map(({ code }) => code);
    expect([steps('done'), steps('notApplicable')]).toEqual([['steps.cancelled'], []]);
  });

  it('is shown beforehand with what falls', () => {
    const { snapshot } = new Walk(of).toDevelopment();
    const shown = previewAdoption({ leaving: of, definition: retired, snapshot, at: ON });
    expect(shown.ends).toEqual({ kind: 'notApplicable', reason: '事務の廃止' });
    expect(shown.to).toMatchObject({ phase: 'development', stage: 'working' });
    expect(shown.deadlines.map(({ deadline, change, dueOn, why }) => [deadline, change, dueOn, why])).toEqual(
      [
        ['go-live-r6', 'gone', null, 'ending'],
        ['contract-end', 'gone', null, 'ending'],
      ],
    );
  });

  it('is held again where it was held before it went, and is reminded of nothing that went by meanwhile', () => {
    const walk = new Walk(of).take({ type: 'migration.held', reason: '待ち' }, office);
    const { snapshot: gone } = adopt(walk.snapshot, of, retired, 7, ON);
    expect(codes(retired, gone, 'resumed')).toEqual(['migration.retired']);
    const again = { ...of, version: 3 };
    const { snapshot } = adopt(gone, retired, again, 9, '2025-03-28T10:00:00+09:00');
    expect(standing(snapshot).activity).toBe('onHold');
    expect(snapshot.context.retired).toBeUndefined();
    expect(snapshot.context.deadlines['go-live-r6']).toMatchObject({ status: 'pending', fired: [-30, -7] });
    expect(codes(again, snapshot, 'resumed')).toEqual([]);
  });

  it('that was cancelled before it went is cancelled again when it is taken back', () => {
    const walk = new Walk(of).take({ type: 'cancellation.proposed', reason: '廃止' }, office);
    for (const who of [people.chair, people.member]) walk.take({ type: 'cancellation.approved' }, who);
    const { snapshot: gone } = adopt(walk.snapshot, of, retired, 7, ON);
    expect(codes(retired, gone)).toEqual(['migration.retired']);
    const { snapshot } = adopt(gone, retired, { ...of, version: 3 }, 9, ON);
    expect(standing(snapshot).activity).toBe('cancelled');
  });

  it('begins as retired where its definition says so from the beginning', () => {
    const snapshot = start(retired, { on: '2024-04-01', at: ON });
    expect([standing(snapshot).activity, nextWake(retired, snapshot)]).toEqual(['retired', null]);
  });
});

describe('a programme that is closed', () => {
  it('takes no act of any migration, and nothing is due', () => {
    const { snapshot, effects } = adopt(new Walk(of).toDevelopment().snapshot, of, closed, 7, ON);
    expect(standing(snapshot).activity).toBe('active');
    expect(codes(closed, snapshot)).toEqual(['programme.closed']);
    expect(summarize(closed, snapshot)).toMatchObject({ waitingFor: [], nextWakeAt: null });
    expect(noticesIn(effects).map(({ code }) => code)).toEqual(['programme.closed']);
    expect(adopt(new Walk(of).toGoLive().snapshot, of, closed, 7, ON).effects).toEqual([]);
  });

  it('is refused beforehand by what is neither live nor ended, and by nothing else', () => {
    const { snapshot } = new Walk(of).toDevelopment();
    const refusals = (from: MigrationSnapshot, leaving = of, to = closed) =>
      previewAdoption({ leaving, definition: to, snapshot: from, at: ON }).refusals.map(({ code }) => code);
    expect(refusals(snapshot)).toEqual(['programme.underWay']);
    const { snapshot: gone } = adopt(snapshot, of, retired, 7, ON);
    const end = { ...retired, version: 3, programme: closed.programme };
    expect(refusals(gone, retired, end)).toEqual([]);
  });
});
