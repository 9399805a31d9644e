// How a date comes about, in the words that people read: each part of the way, with the article and every closed day by name.
import { describe, expect, it } from 'vitest';
import { derivationOf } from '../../../machines/deadline/derivation.ts';
import type { Deadline, MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { derivationLines, derivationText } from '../../../texts/deadline/derivation-texts.ts';
import { officeCalendar } from '../../builders/calendar.ts';
import { deadline, definition } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';

const { owner, office, contracts } = people;

function walkOf(over: Partial<Deadline>, more: Partial<MigrationDefinition> = {}): Walk {
  const deadlines = [deadline('due', { metBy: { phase: 'fit-gap', edge: 'left' }, ...over })];
  return new Walk(definition({ calendar: officeCalendar(), ...more, deadlines }));
}

function told(walk: Walk, language: 'ja' | 'en' = 'ja'): string[] {
  const [of] = walk.of.deadlines;
  if (!of) throw new Error('no deadline');
  const system = (id: string) => ({ ja: id === 'renkei' ? '連携基盤' : id, en: id });
  return derivationLines(derivationOf(walk.of, of, walk.snapshot.context), system).map(
    (line) => line[language],
  );
}

const submitted = (on: string, walk: Walk) =>
  walk.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner, {
    occurredOn: on,
    at: `${on}T10:00:00+09:00`,
  });
const filing = {
  kind: 'forward',
  anchor: { phase: 'fit-gap', edge: 'submitted' },
  length: 30,
  unit: 'days',
  law: '番号利用法28条',
} as const;

describe('the derivation of a filing by law', () => {
  const walk = submitted('2026-12-01', walkOf({ rule: filing, roll: 'autonomy-4-2-4' }));

  it('names the article, the first day, the end of the period and each closed day that moved it', () => {
    expect(told(walk)).toEqual([
      '期間を定める条文：番号利用法28条',
      '「Fit&Gap分析」を審査に出した日は令和8年12月1日（火）',
      '初日は算入せず（民法140条）、起算日は令和8年12月2日（水）',
      '30日の満了日は令和8年12月31日（木）（民法141条）',
      '令和8年12月31日（木、年末年始）、令和9年1月1日（金、国民の祝日「元日」）、令和9年1月2日（土曜日、年末年始）、令和9年1月3日（日曜日、年末年始）に当たる。団体の休日に当たるので、その翌日をもって期限とみなす（地方自治法4条の2第4項）：令和9年1月4日（月）',
      '時刻は17:15（日本時間）',
    ]);
  });

  it('says the same in English, and as one paragraph', () => {
    expect(told(walk, 'en')[2]).toBe(
      'The first day does not count (Civil Code, art. 140): the period begins on Wednesday, 2 December 2026',
    );
    expect(told(walk, 'en')[4]).toContain("1 January 2027 (Friday, national holiday New Year's Day)");
    const [of] = walk.of.deadlines;
    const { ja } = derivationText(derivationOf(walk.of, of as Deadline, walk.snapshot.context));
    expect(ja).toMatch(/^期間を定める条文：番号利用法28条。「Fit&Gap分析」を.*時刻は17:15（日本時間）。$/u);
  });

  it('leads to the day that binds', () =>
    expect(walk.snapshot.context.deadlines.due).toMatchObject({
      nominalOn: '2026-12-31',
      dueOn: '2027-01-04',
    }));
});

describe('the derivation', () => {
  it('of a period that has not begun says what it waits for', () => {
    expect(told(walkOf({ rule: filing }))).toEqual([
      '期間を定める条文：番号利用法28条',
      '「Fit&Gap分析」を審査に出した日から数える（まだ来ていない）',
    ]);
    const anchor = { system: 'renkei', milestone: 'integration-test-1' };
    expect(told(walkOf({ rule: { kind: 'forward', anchor, length: 5, unit: 'openDays' } }))).toEqual([
      '「連携基盤」が節目「結合テスト」に達した日から数える（まだ来ていない）',
    ]);
  });

  it('of a Saturday under the Civil Code says that it stays', () => {
    const rule = { ...filing, length: 10 };
    const walk = submitted('2026-06-03', walkOf({ rule, roll: 'civil-142' }));
    expect(told(walk).slice(3)).toEqual([
      '10日の満了日は令和8年6月13日（土）（民法141条）',
      '令和8年6月13日（土曜日）は閉庁日だが、民法142条の休日ではなく、期限は動かない',
      '時刻は17:15（日本時間）',
    ]);
  });

  it('of a month without a corresponding day says so', () => {
    const walk = submitted('2026-01-30', walkOf({ rule: { ...filing, length: 1, unit: 'months' } }));
    expect(told(walk)[3]).toBe(
      '1か月の満了日は令和8年2月28日（土）（民法141条・143条）。応当日がない月なので、その月の末日（143条2項ただし書）',
    );
  });

  it('of a day between which a whole period lies, counted back, says each part', () => {
    const rule = { kind: 'backward', from: '2026-07-21', length: 5, unit: 'openDays', clear: true } as const;
    expect(told(walkOf({ rule, roll: 'previous' }))).toEqual([
      '数えるもとの日は令和8年7月21日（火）',
      '初日は算入せず（民法140条の類推）、起算日は令和8年7月20日（月）',
      '前に5開庁日数えた日は令和8年7月13日（月）（民法141条の類推）。数えない閉庁日は 土曜日・日曜日2日、令和8年7月20日（月、国民の祝日「海の日」）',
      '期間の全部を間に置くので（中を空ける）、その前の日の令和8年7月12日（日）',
      '令和8年7月12日（日曜日）、令和8年7月11日（土曜日）に当たる。前の開庁日に繰り上げる：令和8年7月10日（金）',
      '時刻は17:15（日本時間）',
    ]);
  });

  it('of a planned month says which day is used, and that of a fixed day on a Saturday that it stays', () => {
    const plan = [{ phase: 'fit-gap', startOn: '2024-01', endOn: '2024-03' }];
    expect(told(walkOf({ rule: { kind: 'plan', phase: 'fit-gap', edge: 'end' } }, { plan }))[0]).toBe(
      '「Fit&Gap分析」の予定の終わりは令和6年3月。月までしか分からないので、令和6年3月31日（日）として数える',
    );
    const from = { phase: 'fit-gap', edge: 'end', fiscalYear: 'end' } as const;
    const rule = { kind: 'backward', from, length: 10, unit: 'days' } as const;
    expect(told(walkOf({ rule }, { plan }))[1]).toBe(
      'その年度の末日は令和6年3月31日（日）（地方自治法208条）',
    );
    const fixed = told(walkOf({ rule: { kind: 'fixed', on: '2029-03-31' } }));
    expect(fixed).toEqual([
      '令和11年3月31日（土）と定められている',
      '令和11年3月31日（土曜日）は閉庁日だが、期限は動かない',
      '令和10年1月1日以後の祝日は確定していない（暦要項の前）',
      '時刻は17:15（日本時間）',
    ]);
  });

  it('of an extended deadline says from which day, why and by whom', () => {
    const walk = walkOf({ rule: { kind: 'fixed', on: '2025-03-31' } });
    walk.take(
      { type: 'deadline.extended', deadline: 'due', dueOn: '2025-06-30', reason: '変更契約' },
      contracts,
    );
    expect(told(walk)[1]).toMatch(
      /^令和7年3月31日（月）から令和7年6月30日（月）に延長された（.+。理由：変更契約）$/u,
    );
  });

  it('of what was met stays with the day that held then', () => {
    const plan = [{ phase: 'fit-gap', startOn: '2023-11', endOn: '2024-03' }];
    const walk = walkOf({ rule: { kind: 'plan', phase: 'fit-gap', edge: 'end' } }, { plan });
    submitted('2023-11-20', walk).take({ type: 'gate.approved', phase: 'fit-gap' }, people.group, {
      at: '2023-11-20T10:00:00+09:00',
    });
    expect(told(walk)[0]).toContain('予定の終わり');
    const replanned = { phase: 'fit-gap', startOn: '2023-11', endOn: '2024-06' };
    walk.take({ type: 'plan.changed', ...replanned, reason: '見直し' }, office, {
      at: '2023-11-21T10:00:00+09:00',
    });
    expect(told(walk)).toEqual([
      '令和6年3月31日（日）は、達成したときに効いていた期日。その後に予定や規則が変わっても動かない',
    ]);
  });

  it('of a designated system names the date set for it, or that it is 未定', () => {
    const walk = walkOf({ rule: { kind: 'fixed', on: '2026-03-31' }, followsRegime: true });
    const { context } = walk.snapshot;
    const special = { reasonTypes: [1], on: '2025-01-01', basis: '主務省令', completionOn: '2031-03-31' };
    const [of] = walk.of.deadlines as [Deadline];
    const lines = (completionOn: string | null) =>
      derivationLines(derivationOf(walk.of, of, { ...context, special: { ...special, completionOn } }));
    expect(lines('2031-03-31')[0]?.ja).toBe(
      '特定移行支援システムに定められた期日は令和13年3月31日（月）（主務省令）',
    );
    expect(lines(null)).toEqual([
      {
        ja: '特定移行支援システムに指定され、期日は未定（主務省令）',
        en: 'Designated for special transition; its date is not set yet (主務省令)',
      },
    ]);
  });
});

describe('the derivation of a day that is undecided', () => {
  const walk = () => walkOf({ kind: 'council', rule: { kind: 'undecided', setBy: ['dx-office'] } });
  const set = (dueOn: string): Fact => ({
    type: 'deadline.set',
    deadline: 'due',
    dueOn,
    reason: '議会日程の確定',
  });

  it('says that it is not set yet, and once it is, to which day and why', () => {
    expect([told(walk()), told(walk(), 'en')]).toEqual([['期日は未定'], ['Its day is not set yet']]);
    const decided = walk().take(set('2024-03-14'), office);
    expect(told(decided)).toEqual([
      '未定だった期日は令和6年3月14日（木）と決められた（理由：議会日程の確定）',
      '時刻は17:15（日本時間）',
    ]);
    expect(told(decided, 'en')[0]).toBe(
      'Its day, undecided before, was set to Thursday, 14 March 2024 (reason: 議会日程の確定)',
    );
  });

  it('names the closed day that was chosen, and an extension after it', () => {
    const decided = walk().take(set('2024-03-16'), office);
    expect(told(decided)[1]).toBe('令和6年3月16日（土曜日）は閉庁日だが、期限は動かない');
    const later: Fact = {
      type: 'deadline.extended',
      deadline: 'due',
      dueOn: '2024-03-29',
      reason: '会期の延長',
      cause: 'other',
    };
    expect(told(decided.take(later, contracts)).slice(-2)).toEqual([
      '令和6年3月16日（土）から令和6年3月29日（金）に延長された（contracts。理由：会期の延長）',
      '時刻は17:15（日本時間）',
    ]);
  });
});

describe('a half-day', () => {
  const calendar = officeCalendar(undefined, {
    halfDays: [{ on: '2026-12-28', closesAt: '12:00', name: '仕事納め' }],
  });
  const rule = { kind: 'fixed', on: '2026-12-28' } as const;

  it('ends the deadlines of that day at its hour, and says so', () => {
    const walk = walkOf({ rule }, { calendar });
    expect(walk.snapshot.context.deadlines.due?.dueAt).toBe('2026-12-28T12:00:00+09:00');
    expect(told(walk)).toEqual([
      '令和8年12月28日（月）と定められている',
      'その日は12:00に閉庁する（仕事納め）ので、17:15ではなく12:00まで',
      '時刻は12:00（日本時間）',
    ]);
  });

  it('leaves one alone that ends before it', () => {
    const walk = walkOf({ rule, at: '10:00' }, { calendar });
    expect(walk.snapshot.context.deadlines.due?.dueAt).toBe('2026-12-28T10:00:00+09:00');
    expect(told(walk)).toHaveLength(2);
  });
});
