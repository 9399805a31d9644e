// 後閲 of what a deputy decided in the programme itself; and whoever it was in the name of is told at once.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { tellings } from '../../../machines/programme/ahead/tellings.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from '../../../machines/programme/programme.ts';
import type { ProgrammeSnapshot } from '../../../machines/programme/state.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { namesOf } from '../../../texts/names.ts';
import { noticeText } from '../../../texts/telling/notice-texts.ts';
import { definition, person } from '../../builders/migration.ts';
import { plainProgramme } from '../../builders/signing.ts';
import { people, told, Walk } from '../../builders/walk.ts';

const programme = plainProgramme('131121', true);
const holder = person('office', 'dx-office');
const deputy: Actor = {
  ...person('deputy', 'dx-office'),
  deputy: { kind: 'forAbsent', holder: 'office', seenBy: '2024-01-10' },
};
const of = {
  act: 'occurrence.recorded',
  account: 'deputy',
  post: 'dx-office',
  holder: 'office',
  occurredOn: '2023-12-01',
};
const seen = (over: object = {}) => ({ type: 'decision.seen' as const, entry: 1, of, ...over });
type Sent = Parameters<typeof takeProgramme>[2]['fact'];
const event = (fact: Sent, actor: Actor, on = '2023-12-20') => ({
  fact,
  actor,
  occurredOn: on,
  at: `${on}T10:00:00+09:00`,
  requestId: 'seen/1',
});
const taken = (from: ProgrammeSnapshot, ...given: Parameters<typeof event>) =>
  takeProgramme(programme, from, event(...given));
const decided = () =>
  taken(
    startProgramme(),
    { type: 'occurrence.recorded', title: { ja: '告示', en: 'notice' }, kind: 'notice' },
    deputy,
    '2023-12-01',
  );

describe('what a deputy decided in the programme', () => {
  it('is looked at by the holder, and that it was is remembered; until then nothing is', () => {
    const before = decided();
    expect(before.context).not.toHaveProperty('seen');
    const { context } = taken(before, seen({ note: '了知' }), holder);
    expect([context.version, context.seen]).toEqual([2, { 1: '2023-12-20' }]);
  });

  it.each<[string, Sent, Actor, string, string[]]>([
    ['by who decided it', seen(), person('deputy', 'dx-office'), '2023-12-20', ['seen.notHolder']],
    ['by the holder as a deputy', seen(), { ...deputy, account: 'office' }, '2023-12-20', ['seen.notHolder']],
    ['in another post', seen(), person('office', 'working-group'), '2023-12-20', ['actor.wrongPost']],
    ['before it was decided', seen(), holder, '2023-11-30', ['date.beforeCause']],
    ['where there is no such entry', seen({ entry: 9 }), holder, '2023-12-20', ['seen.neverSo']],
  ])('is not looked at %s', (_what, fact, actor, on, codes) => {
    expect(acceptsProgramme(programme, decided(), event(fact, actor, on)).map(({ code }) => code)).toEqual(
      codes,
    );
  });

  it('is looked at once, also in a programme that is closed', () => {
    const closed = { ...programme, closed: '完了' };
    expect(acceptsProgramme(closed, decided(), event(seen(), holder))).toEqual([]);
    const twice = acceptsProgramme(programme, taken(decided(), seen(), holder), event(seen(), holder));
    expect(twice.map(({ code }) => code)).toEqual(['seen.already']);
  });

  it('is said in both languages, and reminds its holder until then', () => {
    const said = entryText(seen(), namesOf(definition(), new Map()));
    expect(said.ja).toContain('出来事の登録');
    const waiting = { entry: 1, act: of.act, holder: 'office', seenBy: '2023-12-10', on: '2023-12-01' };
    const [one, ...more] = tellings({
      programme,
      powers: null,
      migrations: [],
      works: [],
      unseen: [{ system: null, ...waiting }],
      calendar: definition().calendar,
      today: '2023-12-10',
    });
    expect(more).toEqual([]);
    expect(one?.to).toEqual({ posts: [], systems: null, accounts: ['office'] });
    expect(one?.key).toBe('ahead/unseen/1/2023-12-10');
  });
});

describe('whoever a deputy decides in the name of', () => {
  const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
  const inName = (walk: Walk) => told(walk).filter(([code]) => code === 'decision.inName');
  const submitted = () =>
    new Walk(definition()).take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner);
  const standIn = (kind: 'forAbsent' | 'acting'): Actor => ({
    ...person('deputy', 'working-group'),
    deputy: { kind, holder: 'group', seenBy: '2024-01-10' },
  });

  it('is told at once of a 代決 in the post stood in for, with what was decided, its entry and the day to look at it', () => {
    const walk = submitted().take(approve, standIn('forAbsent'));
    expect(inName(walk)).toEqual([['decision.inName', ['working-group']]]);
    const notice = walk.effects.flatMap((one) =>
      one.kind === 'notify' && one.notice.code === 'decision.inName' ? [one.notice] : [],
    )[0];
    expect(notice).toMatchObject({
      entry: 2,
      act: 'gate.approved',
      holder: 'group',
      by: 'deputy',
      seenBy: '2024-01-10',
    });
    const text = notice && noticeText(notice, namesOf(definition(), new Map()));
    expect(text?.ja).toContain('代決');
    expect(text?.en).toContain('entry 2');
  });

  it('is not told of a 職務代理, nor of what nobody stood in for', () => {
    expect(inName(submitted().take(approve, standIn('acting')))).toEqual([]);
    expect(inName(submitted().take(approve, people.group))).toEqual([]);
  });
});
