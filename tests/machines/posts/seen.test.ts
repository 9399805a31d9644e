// 後閲: what a deputy decided for an absent holder is looked at by that holder alone, once, and after it.
import { describe, expect, it } from 'vitest';
import { seeingWord } from '../../../cli/print/seeing-word.ts';
import { isSeenTruly } from '../../../ledger/chain/seen.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { inNameIn } from '../../../machines/migration/seeing/acts.ts';
import type { Deputy } from '../../../machines/record/deputy.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import type { EntryView } from '../../../server/contract/entries.ts';
import { awaitingViews } from '../../../server/views/seeing-view.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { namesOf } from '../../../texts/names.ts';
import { adopt } from '../../builders/adopting.ts';
import { definition, person } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';

const { group } = people;
const deputy = (kind: Deputy['kind'] = 'forAbsent'): Actor => ({
  ...person('deputy', 'working-group'),
  deputy: { kind, holder: group.account, seenBy: '2024-01-10' },
});
const DAY = { at: '2023-12-01T10:00:00+09:00', occurredOn: '2023-12-01' };
const LATER = { at: '2023-12-20T10:00:00+09:00', occurredOn: '2023-12-20' };
const approve: Fact = { type: 'gate.approved', phase: 'fit-gap' };
const of = {
  act: 'gate.approved',
  account: 'deputy',
  post: 'working-group',
  holder: group.account,
  occurredOn: '2023-12-01',
};
const seen = (more: object = {}): Extract<Fact, { type: 'decision.seen' }> => ({
  type: 'decision.seen',
  entry: 2,
  of,
  ...more,
});

/** Entry 2 was decided by the deputy. */
const decided = () =>
  new Walk(definition())
    .take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner, DAY)
    .take(approve, deputy(), DAY);

describe('what a deputy decided', () => {
  it('is looked at by the holder, and that it was is remembered; until then nothing is', () => {
    const walk = decided();
    expect(walk.snapshot.context).not.toHaveProperty('seen');
    walk.take(seen({ note: '了知' }), group, LATER);
    expect(walk.snapshot.context.seen).toEqual({ 2: '2023-12-20' });
    expect(walk.snapshot.context.version).toBe(3);
  });

  it.each<[string, Fact, Actor, object, string[]]>([
    ['by who decided it', seen(), person('deputy', 'working-group'), LATER, ['seen.notHolder']],
    ['by who decided it, as deputy', seen(), deputy(), LATER, ['seen.notHolder']],
    ['by another in the post', seen(), person('other', 'working-group'), LATER, ['seen.notHolder']],
    [
      'by the holder as somebody’s deputy',
      seen(),
      { ...deputy(), account: group.account },
      LATER,
      ['seen.notHolder'],
    ],
    ['by the holder in another post', seen(), person(group.account, 'dx-office'), LATER, ['actor.wrongPost']],
    ['before it was decided', seen(), group, { ...LATER, occurredOn: '2023-11-30' }, ['date.beforeCause']],
    ['where there is no such entry', seen({ entry: 9 }), group, LATER, ['seen.neverSo']],
  ])('is not looked at %s', (_what, fact, actor, when, codes) => {
    expect(decided().codes(fact, actor, when)).toEqual(codes);
  });

  it('is looked at once', () => {
    expect(decided().take(seen(), group, LATER).codes(seen(), group, LATER)).toEqual(['seen.already']);
  });

  it('stays seen where another definition is adopted', () => {
    const [one, two] = [definition(), { ...definition(), version: 2 }];
    const { snapshot } = adopt(decided().take(seen(), group, LATER).snapshot, one, two, 1);
    expect(snapshot.context.seen).toEqual({ 2: '2023-12-20' });
  });

  it('is said to have been seen in both languages', () => {
    const said = entryText(seen(), namesOf(definition(), new Map()));
    expect(said.ja).toContain('第2件');
    expect(said.ja).toContain('後閲');
    expect(said.en).toContain('entry 2');
  });
});

const entered = (actor: Actor, more: Partial<EntryBody> = {}) =>
  ({ chain: '131121/juki', seq: 2, fact: approve, actor, occurredOn: '2023-12-01', ...more }) as EntryBody;

describe('in the record', () => {
  const claims = (fact: Fact) => entered(group, { seq: 3, fact });
  const truly = (of: EntryBody, fact: Fact = seen()) =>
    isSeenTruly(async () => [{ body: JSON.stringify(of), snapshot: '' }], claims(fact));

  it('a deputy’s decision stands as it was looked at, or it was not', async () => {
    expect(await truly(entered(deputy()))).toBe(true);
    expect(await truly(entered(deputy(), { occurredOn: '2023-12-02' }))).toBe(false);
    expect(await truly(entered(deputy('acting')))).toBe(false);
    expect(await truly(entered(group))).toBe(false);
    expect(await truly(entered(deputy()), seen({ of: { ...of, account: 'other' } }))).toBe(false);
    expect(await truly(entered(deputy()), seen({ entry: 3 }))).toBe(false);
  });

  it('the oldest day comes first of what is still to be seen, and what is hidden is not told', () => {
    const one = (seq: number, seenBy: string | null, seenOn: string | null = null) => {
      const body = entered(deputy(), { seq });
      const claim = inNameIn(body);
      if (!claim) throw new Error('decided for nobody');
      return { chain: body.chain, seq, of: claim, name: 'n', seenBy, seenOn, seenAt: null, body };
    };
    const around = {
      names: namesOf(definition(), new Map()),
      systems: new Map([['juki', { ja: '住基', en: 'juki' }]]),
      today: '2024-01-11',
      hides: (body: EntryBody) => (body.seq === 5 ? ('procurement' as const) : null),
    };
    const all = [
      one(2, null),
      one(3, '2024-01-20'),
      one(4, '2024-01-10'),
      one(5, '2024-01-11'),
      one(6, null, '2024-01-02'),
    ];
    const views = awaitingViews(all, around);
    expect(views.map(({ entry, isLate }) => [entry, isLate])).toEqual([
      [4, true],
      [5, false],
      [3, false],
      [2, false],
    ]);
    expect(views[0]).toMatchObject({ of, holder: group.account, summary: { ja: expect.any(String) } });
    expect(views[1]?.of).toBeNull();
  });

  it('it is said beside the entry whether it was seen', () => {
    const word = (seeing: EntryView['seeing']) => seeingWord({ seeing } as EntryView, (ja) => ja, 'ja');
    expect(word(null)).toBe('');
    expect(word({ of, seenBy: null, seenOn: null, seenAt: null })).toBe('［後閲 未］');
    expect(word({ of, seenBy: '2024-01-10', seenOn: null, seenAt: null })).toMatch(
      /^［後閲 未（.+まで）］$/u,
    );
    expect(word({ of, seenBy: null, seenOn: '2023-12-20', seenAt: 3 })).toMatch(/^［後閲 済 .+（第3件）］$/u);
  });
});
