// What ages without a deadline of its own: who is told of it at which step, in which words, and never twice before the next.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workAhead } from '../../../machines/migration/gate/work-ahead.ts';
import type { Telling } from '../../../machines/programme/ahead/matter.ts';
import { type Looked, tellings, tellingsSince } from '../../../machines/programme/ahead/tellings.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { addDays } from '../../../machines/values/date.ts';
import { namesOf } from '../../../texts/names.ts';
import { agingText } from '../../../texts/telling/aging-texts.ts';
import { definition } from '../../builders/migration.ts';
import { people, Walk } from '../../builders/walk.ts';

const of = definition();
const names = namesOf(of, new Map([['juki', of.system.name]]));

/** Everybody who acts in the walks, until a day. */
function held(until = '2030-03-31', besides: readonly string[] = []): Powers {
  const all = Object.values(people).filter(({ account }) => !besides.includes(account));
  return {
    people: Object.fromEntries(all.map(({ account, name }) => [account, { name }])),
    grants: all.map(({ account, post }, index) => ({
      id: `1.${index}`,
      account,
      post,
      system: null,
      from: '2023-04-01',
      until,
      at: '2023-04-01T09:00:00+09:00',
      by: 'admin',
    })),
  };
}

function looked(walk: Walk, today: string, over: Partial<Looked> = {}): Looked {
  const { snapshot } = walk;
  return {
    programme: { control: ['dx-office'], bodies: walk.of.bodies },
    powers: held(),
    migrations: [{ definition: walk.of, snapshot }],
    works: [workAhead(walk.of, snapshot)].filter((work) => work !== null),
    unseen: [],
    notices: [],
    vendors: {},
    calendar: of.calendar,
    today,
    ...over,
  };
}
const found = (walk: Walk, today: string, over: Partial<Looked> = {}) =>
  tellings(looked(walk, today, over)).map((one) => ({ ...one, ...agingText(one.matter, today, names) }));
const ofCode = (code: Telling['matter']['code'], ...asked: Parameters<typeof found>) =>
  found(...asked).filter(({ matter }) => matter.code === code);

/** Submitted on a Thursday. */
const asked = () =>
  new Walk(of).take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner);

describe('a review that nobody answers', () => {
  it('is told to those who decide, from the third open day on; from the tenth also to who asked and to the office', () => {
    expect(ofCode('review', asked(), '2023-11-20')).toEqual([]);
    const [third] = ofCode('review', asked(), '2023-11-21');
    expect(third?.to).toEqual({ posts: ['working-group'], systems: ['juki'], accounts: [] });
    expect(third?.text.ja).toBe(
      '「Fit&Gap分析」の審査に、作業部会が令和5年11月16日から5日、答えていません。',
    );
    expect(third?.act.ja).toContain('sekimori approve');
    const [tenth] = ofCode('review', asked(), '2023-11-30');
    expect(tenth?.to).toEqual({
      posts: ['working-group', 'dx-office'],
      systems: ['juki'],
      accounts: ['owner'],
    });
  });

  it('counts anew for the body whose turn it becomes, and is told no more once it is answered, held or over', () => {
    const walk = new Walk(of).toReview();
    walk.take({ type: 'gate.approved', phase: 'development' }, people.group, {
      at: '2023-12-01T10:00:00+09:00',
    });
    expect(ofCode('review', walk, '2023-12-05')).toEqual([]);
    expect(ofCode('review', walk, '2023-12-06')[0]?.to.posts).toEqual(['promotion-committee']);
    expect(ofCode('review', new Walk(of).toDevelopment(), '2024-01-31')).toEqual([]);
    const paused = asked().take({ type: 'migration.held', reason: '庁内調整' }, people.office);
    expect(found(paused, '2024-01-31').filter(({ matter }) => 'system' in matter)).toEqual([]);
  });

  it('going back waits for its deciders alike', () => {
    const walk = new Walk(of)
      .toDevelopment()
      .take({ type: 'goingBack.proposed', to: 'fit-gap', reason: 'やり直し' }, people.office);
    const [told] = ofCode('review', walk, '2023-11-21');
    expect(told?.to.posts).toEqual(['promotion-committee']);
    expect(told?.text.ja).toContain('手戻りの可否');
  });
});

describe('a post that somebody waits for', () => {
  it('and nobody holds is told to the office on that day and every week', () => {
    const powers = held('2030-03-31', ['group']);
    const told = (today: string) => ofCode('short', asked(), today, { powers }).map(({ key }) => key);
    expect(told('2023-11-16')).toEqual(['ahead/short/vacant/working-group/2023-11-16/2023-11-16']);
    expect(told('2023-11-22')).toEqual(told('2023-11-16'));
    expect(told('2023-11-23')).toEqual(['ahead/short/vacant/working-group/2023-11-16/2023-11-23']);
    expect(ofCode('short', asked(), '2023-11-16', { powers })[0]?.text.ja).toBe(
      '審査を待たせている作業部会に、誰もいません（住民基本台帳/印鑑登録）。',
    );
  });

  it('is short where too few are left who have not approved, and is not where enough are', () => {
    const walk = new Walk(of).toReview();
    const approve = { type: 'gate.approved', phase: 'development' } as const;
    walk.take(approve, people.group).take(approve, people.chair);
    expect(ofCode('short', walk, '2023-11-17')).toEqual([]);
    const [told] = ofCode('short', walk, '2023-11-17', { powers: held('2030-03-31', ['member']) });
    expect(told?.matter).toMatchObject({
      found: { code: 'separation', body: 'promotion-committee', have: 0 },
    });
  });

  it('that nobody waits for is not told of', () =>
    expect(ofCode('short', asked(), '2023-11-16', { powers: held('2030-03-31', ['contracts']) })).toEqual(
      [],
    ));

  it('counts from the day on which the last who held it went', () => {
    const powers = held();
    const grants = powers.grants.map((grant) =>
      grant.account === 'group' ? { ...grant, until: '2023-11-30' } : grant,
    );
    const [told] = ofCode('short', asked(), '2023-12-04', { powers: { ...powers, grants } });
    expect(told?.rung.on).toBe('2023-12-01');
  });
});

it('grants that end with nobody following are told to who holds them and to the office: 30, 14, 7, 3 and 1 days before', () => {
  const powers = held('2024-03-31');
  const keys = (today: string) => ofCode('ends', asked(), today, { powers });
  expect(keys('2024-03-01')).toEqual([]);
  const [first] = keys('2024-03-02');
  expect(first?.to.posts).toContain('administrator');
  expect(keys('2024-03-02').flatMap(({ to }) => to.accounts)).toContain('group');
  expect(new Set(keys('2024-03-25').map(({ rung }) => rung.on))).toEqual(new Set(['2024-03-25']));
  expect(first?.text.ja).toMatch(/^職の期間が終わり、後任がいません。/);
});

it('a date that is 未定 asks after thirty days, and every month', () => {
  const walk = new Walk(of);
  const special = { reasonTypes: [1], completionOn: null, on: '2023-11-16' };
  walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, special } };
  expect(ofCode('undated', walk, '2023-12-15')).toEqual([]);
  expect(ofCode('undated', walk, '2023-12-16')[0]?.text.ja).toContain('30日、未定のままです');
  expect(ofCode('undated', walk, '2024-01-20')[0]?.rung.on).toBe('2024-01-16');
  const known = { ...special, completionOn: '2028-03-31' };
  walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, special: known } };
  expect(ofCode('undated', walk, '2024-01-20')).toEqual([]);
});

it('what a gate asks is told to who can supply it from two weeks before the planned end, and goes once it is there', () => {
  const walk = new Walk(of).toDevelopment();
  expect(ofCode('supply', walk, '2024-12-16')).toEqual([]);
  const told = ofCode('supply', walk, '2024-12-17');
  expect(told.map(({ to, text }) => [to.posts, text.ja])).toEqual([
    [
      ['dx-office'],
      expect.stringContaining('「移行判定資料」が、予定の終わり（令和6年12月31日）まであと14日'),
    ],
    [['business-division'], expect.stringContaining('求められる「研修」')],
  ]);
  walk.take({ type: 'steps.recorded', statuses: { '⑮-2': 'done' } }, people.office);
  expect(ofCode('supply', walk, '2024-12-17').map(({ to }) => to.posts)).toEqual([['dx-office']]);
});

it('what was decided in somebody’s name is told to them a week before they are to have looked, then every week', () => {
  const unseen = [
    {
      system: 'juki',
      entry: 7,
      act: 'gate.approved',
      holder: 'chair',
      seenBy: '2024-02-29',
      on: '2024-02-01',
    },
    { system: 'juki', entry: 9, act: 'gate.approved', holder: 'chair', seenBy: null, on: '2024-02-01' },
  ];
  const on = (today: string) => ofCode('unseen', new Walk(of), today, { unseen });
  expect(on('2024-02-07')).toEqual([]);
  expect(on('2024-02-08').map(({ key }) => key)).toEqual(['ahead/unseen/juki/9/2024-02-08']);
  expect(on('2024-02-22').map(({ key }) => key)).toContain('ahead/unseen/juki/7/2024-02-22');
  const [late] = on('2024-03-08');
  expect(late?.to).toEqual({ posts: [], systems: ['juki'], accounts: ['chair'] });
  expect(late?.text.ja).toContain('過ぎています');
});

it('a calendar that is not fixed for a year any more is told once a month', () => {
  const told = (today: string) => ofCode('calendar', new Walk(of), today).map(({ rung }) => rung.on);
  expect(told('2026-12-30')).toEqual([]);
  expect(told('2027-01-01')).toEqual(['2026-12-31']);
  expect(told('2027-03-05')).toEqual(['2027-02-28']);
});

it('every sentence says what it is in both languages, with something to do', () => {
  const walks = [asked(), new Walk(of).toDevelopment(), new Walk(of).toReview()];
  const all = walks.flatMap((walk) => [
    ...found(walk, '2024-12-20', { powers: held('2024-12-31', ['group', 'member']) }),
    ...found(walk, '2027-06-01', { powers: held('2027-06-20', ['chair', 'owner']) }),
  ]);
  expect(new Set(all.map(({ matter }) => matter.code)).size).toBeGreaterThanOrEqual(5);
  for (const { text, act } of all) {
    expect(text.ja).toMatch(/。$/);
    expect(text.en).toMatch(/\.$/);
    expect(`${text.ja}${text.en}${act.ja}${act.en}`).not.toMatch(/undefined|null|NaN/);
  }
});

it('nobody is told the same again before its next step, and no step passes untold, on whichever days digests are made', () => {
  const walk = asked();
  const powers = held('2024-03-31', ['chair']);
  const gaps = fc.array(fc.integer({ min: 1, max: 45 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(gaps, (between) => {
      let day = '2023-11-16';
      let before: string | null = day;
      const told = new Map<string, string>();
      for (const gap of between) {
        day = addDays(day, gap);
        const all = tellings(looked(walk, day, { powers }));
        const now = tellingsSince(all, before);
        for (const { key } of now) expect(told.has(key)).toBe(false);
        for (const { key } of now) told.set(key, day);
        for (const { key, rung } of all) if (rung.on > '2023-11-16') expect(told.has(key)).toBe(true);
        expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
        before = day;
      }
    }),
    { numRuns: 60 },
  );
});

describe('a body’s term that ends', () => {
  const term = { from: '2023-04-01', until: '2023-12-31' };
  const bodies = of.bodies.map((body) => (body.id === 'working-group' ? { ...body, term } : body));
  const ofTerm = (today: string, over: Partial<Looked> = {}) =>
    ofCode('term', new Walk(of), today, { programme: { control: ['dx-office'], bodies }, ...over });

  it('is told to the office and to administrators a month before, with the gates that are left to it', () => {
    expect(ofTerm('2023-11-30')).toEqual([]);
    const [told] = ofTerm('2023-12-01');
    expect(told?.to).toEqual({ posts: ['dx-office', 'administrator'], systems: null, accounts: [] });
    expect(told?.key).toBe('ahead/term/working-group/2023-12-31/2023-12-01');
    expect(told?.text.ja).toContain('作業部会の任期は令和5年12月31日に終わります。');
    expect(told?.text.ja).toContain('住民基本台帳/印鑑登録のFit&Gap分析');
    expect(told?.act.ja).toContain('sekimori amend');
  });

  it('and is over is told every week while gates wait for it, and no more once none does', () => {
    expect(ofTerm('2024-01-08')[0]?.key).toBe('ahead/term/working-group/2023-12-31/2024-01-07');
    expect(ofTerm('2024-01-08', { works: [] })).toEqual([]);
  });
});

describe('a notice of a vendor', () => {
  const notice = {
    vendor: 'ko',
    kind: 'withdrawal' as const,
    until: null,
    evidence: {
      kind: 'other',
      title: '通知',
      sha256: 'c'.repeat(64),
      documentNo: '第1号',
      decidedOn: '2023-11-15',
    },
    seq: 15,
    on: '2023-11-16',
    systems: [of.system.id],
    answers: {},
  };
  const over = { notices: [notice], vendors: { ko: { name: '甲社' } } };

  it('is told from the next open day on, whenever it was recorded, until somebody says what is done', () => {
    const walk = new Walk(of);
    expect(ofCode('vendorNotice', walk, '2023-11-16', over)).toEqual([]);
    const [first] = ofCode('vendorNotice', walk, '2023-11-17', over);
    expect(first?.rung.on).toBe('2023-11-17');
    expect(first?.text.ja).toContain('甲社の通知（撤退');
    const answered = {
      ...notice,
      answers: { [of.system.id]: { answer: 'noEffect' as const, on: '2023-11-17', by: '田中' } },
    };
    expect(ofCode('vendorNotice', walk, '2023-11-20', { ...over, notices: [answered] })).toEqual([]);
  });
});
