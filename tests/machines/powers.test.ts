// Who may act by which grant: what entries say of people and posts, what a programme remembers of it, and the one rule by which the
// server, the append and the proof of the record let an actor through.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type ProgrammeFact, powersSaidBy, programmeActs } from '../../machines/programme/acts.ts';
import { powersAfter } from '../../machines/programme/powers/changes.ts';
import type { Powers } from '../../machines/programme/powers/grant.ts';
import { grantFor, type PowersClaim, powersFault } from '../../machines/programme/powers/lock.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from '../../machines/programme/programme.ts';
import { claimText } from '../../machines/record/claim.ts';
import { person } from '../builders/migration.ts';
import { plainProgramme } from '../builders/signing.ts';

const programme = plainProgramme('131121', true);
const [body] = programme.bodies.map(({ id }) => id) as [string];
const [system] = programme.systems as [string];
const importer = { kind: 'import', account: 'sekimori', name: '関守', post: 'import' } as const;
const at = (day: string, time = '10:00:00') => `${day}T${time}+09:00`;

const begun = { type: 'powers.begun', people: [], grants: [] } as const satisfies ProgrammeFact;
const given = (more: object = {}) =>
  ({
    type: 'post.given',
    account: 'kato',
    name: '加藤',
    post: body,
    system: null,
    fromOn: '2024-04-01',
    untilOn: '2025-03-31',
    ...more,
  }) as const satisfies ProgrammeFact;
const ended = (grant: string, lastOn?: string) =>
  ({
    type: 'post.ended',
    account: 'kato',
    name: '加藤',
    post: body,
    system: null,
    fromOn: '2024-04-01',
    grant,
    ...(lastOn === undefined ? {} : { lastOn }),
  }) as const satisfies ProgrammeFact;
const changed = (change: 'disabled' | 'enabled') =>
  ({ type: 'account.changed', account: 'kato', name: '加藤', change }) as const satisfies ProgrammeFact;

/** What the chain says after these facts, the first of them its first entry. */
const said = (...facts: (readonly [ProgrammeFact, string])[]): Powers => {
  const powers = facts.reduce<Powers | undefined>(
    (powers, [fact, day], index) =>
      powersAfter(powers, powersSaidBy(fact, { seq: index + 1, at: at(day), by: 'admin' }) ?? []),
    undefined,
  );
  if (!powers) throw new Error('nothing said');
  return powers;
};

const claim = (
  more: Partial<PowersClaim> & { on?: string; grant?: string; account?: string; post?: string } = {},
) => {
  const { on = '2024-06-03', grant = '2.0', account = 'kato', post = body, ...rest } = more;
  const days = { programme: on, real: '2026-01-01' };
  return { actor: { account, post, grant }, system: null, occurredOn: on, days, ...rest };
};
const first = [begun, '2024-04-01'] as const;

it('is said by the acts that the database looks for, and by no others', () => {
  const [, lookedFor = '', beside] =
    readFileSync('ledger/schema-changes/590-posts-follow.sql', 'utf8').match(
      /new\.type ~ '([^']+)' or new\.type = '([^']+)'/,
    ) ?? [];
  const types = Object.entries(programmeActs).flatMap(([type, act]) => ('says' in act ? [type] : []));
  const isLookedFor = (type: string) => type === beside || new RegExp(lookedFor).test(type);
  expect(Object.keys(programmeActs).filter(isLookedFor)).toEqual(types);
});

describe('a grant that an act names', () => {
  const powers = said(
    first,
    [given(), '2024-04-01'],
    [given({ system, post: body, account: 'one' }), '2024-04-01'],
  );

  it.each<[string, PowersClaim, string | null]>([
    ['holds for its own', claim(), null],
    ['is asked for', { ...claim(), actor: { account: 'kato', post: body } }, 'unnamed'],
    ['exists', claim({ grant: '9.0' }), 'unknown'],
    ['is one’s own', claim({ account: 'one' }), 'anothers'],
    ['is of the post acted in', claim({ post: 'another' }), 'otherPost'],
    ['of one system reaches it', claim({ account: 'one', grant: '3.0', system }), null],
    ['of one system reaches no other', claim({ account: 'one', grant: '3.0', system: 'x' }), 'otherSystem'],
    ['of one system is none over the programme', claim({ account: 'one', grant: '3.0' }), 'otherSystem'],
    ['over the programme reaches each system', claim({ system }), null],
    ['holds on its first day', claim({ on: '2024-04-01' }), null],
    ['holds on its last day', claim({ on: '2025-03-31' }), null],
    ['does not hold the day before', claim({ on: '2024-03-31' }), 'notHeld'],
    ['does not hold the day after', claim({ on: '2025-04-01' }), 'notHeld'],
    ['held on the day claimed', claim({ occurredOn: '2024-03-31' }), 'notHeldThen'],
    ['held on some day of the month claimed', claim({ occurredOn: '2024-04' }), null],
    ['held on no day of an earlier month', claim({ occurredOn: '2024-03' }), 'notHeldThen'],
  ])('%s', (_what, asked, fault) => {
    expect(powersFault(powers, asked)).toBe(fault);
  });

  it('is found for whoever names none', () => {
    expect(grantFor(powers, { ...claim(), actor: { account: 'kato', post: body } })?.id).toBe('2.0');
    expect(grantFor(powers, { ...claim(), actor: { account: 'nobody', post: body } })).toBeNull();
  });

  it('is inside what is signed', () => {
    const { actor, occurredOn } = claim();
    const stated = { chain: '131121', requestId: 'a', fact: { type: 'x' }, occurredOn };
    const named = { ...actor, kind: 'person', name: '加藤' };
    expect(claimText({ ...stated, actor: named })).not.toBe(
      claimText({ ...stated, actor: { ...named, grant: '3.0' } }),
    );
  });
});

describe('a grant that ended', () => {
  it('at once gives nothing more, not even for days before', () => {
    const powers = said(first, [given(), '2024-04-01'], [ended('2.0'), '2024-06-03']);
    expect(powersFault(powers, claim())).toBe('notHeld');
    expect(powersFault(powers, claim({ occurredOn: '2024-05-01' }))).toBe('notHeld');
  });

  it('by a day holds on that day and not on the next', () => {
    const powers = said(first, [given(), '2024-04-01'], [ended('2.0', '2024-06-30'), '2024-06-03']);
    expect(powersFault(powers, claim({ on: '2024-06-30' }))).toBeNull();
    expect(powersFault(powers, claim({ on: '2024-07-01' }))).toBe('notHeld');
  });

  it('held as the record knew it before it ended, and was none before it was given', () => {
    const powers = said(first, [given(), '2024-04-02'], [ended('2.0'), '2024-06-03']);
    expect(powersFault(powers, claim(), at('2024-06-03', '09:59:59'))).toBeNull();
    expect(powersFault(powers, claim(), at('2024-06-03', '10:00:01'))).toBe('notHeld');
    expect(powersFault(powers, claim({ on: '2024-04-01' }), at('2024-04-01'))).toBe('unknown');
  });
});

describe('a shut account', () => {
  const powers = said(
    first,
    [given(), '2024-04-01'],
    [changed('disabled'), '2024-06-01'],
    [changed('enabled'), '2024-06-10'],
  );
  it.each([
    ['2024-05-31', null],
    ['2024-06-05', 'shut'],
    ['2024-06-11', null],
  ])('acts by nothing meanwhile (%s)', (on, fault) => {
    expect(powersFault(powers, claim({ on }), at(on))).toBe(fault);
  });
});

describe('who is over all programmes', () => {
  const over = given({ post: 'administrator', overAll: true, fromOn: '2025-04-01', untilOn: '2026-03-31' });
  it('is so by the real calendar, whatever a programme’s clock shows', () => {
    const powers = said(first, [over, '2024-04-01']);
    expect(powersFault(powers, claim({ post: 'administrator' }))).toBeNull();
    const later = {
      ...claim({ post: 'administrator' }),
      days: { programme: '2025-06-01', real: '2026-04-01' },
    };
    expect(powersFault(powers, later)).toBe('notHeld');
  });

  it('is besides whoever holds the machine, as its operator and nothing else', () => {
    const powers = said(first);
    const operator = claim({ account: 'operator', grant: 'operator', post: 'administrator' });
    expect(powersFault(powers, operator)).toBeNull();
    expect(powersFault(powers, claim({ grant: 'operator', post: 'administrator' }))).toBe('anothers');
    expect(powersFault(powers, claim({ account: 'operator', grant: 'operator' }))).toBe('otherPost');
  });
});

describe('a programme', () => {
  const take = (facts: [ProgrammeFact, string, 'import' | 'person'][]) =>
    facts.reduce((snapshot, [fact, day, kind], index) => {
      const actor = kind === 'import' ? importer : person('admin', 'administrator');
      const event = { fact, actor, at: at(day), occurredOn: day, requestId: `powers/${index}` };
      expect(acceptsProgramme(programme, snapshot, event)).toEqual([]);
      return takeProgramme(programme, snapshot, event);
    }, startProgramme());
  const refused = (
    snapshot: ReturnType<typeof take>,
    fact: ProgrammeFact,
    kind: 'import' | 'person' = 'person',
  ) =>
    acceptsProgramme(programme, snapshot, {
      fact,
      actor: kind === 'import' ? importer : person('admin', 'administrator'),
      at: at('2024-06-03'),
      occurredOn: '2024-06-03',
      requestId: 'powers/refused',
    }).map(({ code }) => code);

  it('remembers nothing of what 0.2.0 merely traced', () => {
    const snapshot = take([
      [given(), '2024-04-01', 'person'],
      [changed('disabled'), '2024-04-02', 'person'],
    ]);
    expect(snapshot.context).not.toHaveProperty('powers');
  });

  it('says once who holds what, and goes on from there', () => {
    const snapshot = take([
      [begun, '2024-04-01', 'import'],
      [given(), '2024-04-01', 'person'],
    ]);
    expect(snapshot.context.powers?.grants.map(({ id }) => id)).toEqual(['2.0']);
    expect(refused(snapshot, begun, 'import')).toEqual(['powers.begunAlready']);
  });

  it('takes what is told in several entries as one', () => {
    const part = { type: 'powers.carriedOver', people: [], grants: [] } as const satisfies ProgrammeFact;
    const half = take([[{ ...part, more: true }, '2024-04-01', 'import']]);
    expect(half.context.powers?.incomplete).toBe(true);
    expect(refused(half, part, 'import')).toEqual([]);
    const whole = take([
      [{ ...part, more: true }, '2024-04-01', 'import'],
      [part, '2024-04-01', 'import'],
    ]);
    expect(refused(whole, part, 'import')).toEqual(['powers.begunAlready']);
  });

  it('forgets what is over, which its chain still tells', () => {
    const years = (from: number) => given({ fromOn: `${from}-04-01`, untilOn: `${from + 1}-03-31` });
    const snapshot = take([
      [begun, '2024-04-01', 'import'],
      [years(2024), '2024-04-01', 'person'],
      [years(2025), '2025-04-01', 'person'],
      [given({ account: 'two' }), '2025-04-01', 'person'],
    ]);
    expect(snapshot.context.powers?.grants.map(({ id }) => id)).toEqual(['3.0']);
    expect(Object.keys(snapshot.context.powers?.people ?? {})).toEqual(['kato', 'two']);
  });

  it('refuses what no grant can be, and an end of none', () => {
    const snapshot = take([
      [begun, '2024-04-01', 'import'],
      [given(), '2024-04-01', 'person'],
    ]);
    expect(refused(snapshot, given({ post: 'nonsense' }))).toEqual(['grant.unknownPost']);
    expect(refused(snapshot, given({ system: 'nonsense' }))).toEqual(['grant.unknownSystem']);
    expect(refused(snapshot, given({ untilOn: '2024-03-31' }))).toEqual(['grant.reversed']);
    expect(refused(snapshot, ended('9.0'))).toEqual(['grant.unknown']);
    expect(refused(snapshot, ended('2.0'))).toEqual([]);
  });
});
