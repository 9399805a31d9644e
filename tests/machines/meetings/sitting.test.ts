// A meeting from its agenda to what it resolved, and what of it is refused.
import { describe, expect, it } from 'vitest';
import { mayAnswer } from '../../../machines/programme/meetings/sitting-rules.ts';
import {
  COMMITTEE,
  close,
  convene,
  DAY,
  looked,
  present,
  rules,
  SEATS,
  Sitting,
  vote,
} from '../../builders/meeting.ts';
import { person } from '../../builders/migration.ts';

const five = ['chair', 'deputy-chair', 'm3', 'm4', 'm5'];
const sat = (...accounts: string[]) =>
  new Sitting().take(convene()).take(present(...(accounts.length > 0 ? accounts : five)));
const member = (account: string) => person(account, COMMITTEE);
const admin = person('admin', 'administrator');
/** A member's post ends: on a day, or at once. */
const ending = (account: (typeof SEATS)[number], lastOn?: string) => ({
  type: 'post.ended' as const,
  account,
  name: `${account}さん`,
  post: COMMITTEE,
  system: null,
  fromOn: '2023-04-01',
  grant: `1.${SEATS.indexOf(account)}`,
  ...(lastOn ? { lastOn } : {}),
});
const recuse = (account: string) => ({
  type: 'meeting.recused' as const,
  meeting: 1,
  item: 1,
  account,
  reason: '起案者のため',
});

describe('a meeting', () => {
  it('resolves by the majority of those present and voting, which may be fewer than half of its members', () => {
    const {
      outcome,
      present: there,
      away,
    } = sat().take(vote('+deputy-chair +m3 0m4 -m5')).take(close).resolution();
    expect(outcome).toBe('approved');
    expect(there.map(({ account, voice }) => `${account}:${voice ?? ''}`)).toEqual([
      'chair:',
      'deputy-chair:for',
      'm3:for',
      'm4:abstain',
      'm5:against',
    ]);
    expect(away.map(({ account }) => account)).toEqual(['m6', 'm7']);
  });

  it('is nothing without its quorum, and says what helps', () => {
    const [refused] = sat('chair', 'm3', 'm4').refusals(vote('+m3 +m4'));
    expect(refused).toEqual({
      code: 'meeting.noQuorum',
      facts: { present: 3, quorum: 4, recused: 0, deputies: true, circulation: true },
    });
  });

  it('does not count who is recused, neither as present nor as voting', () => {
    const four = sat('chair', 'm3', 'm4', 'm5').take(recuse('m5'));
    expect(four.refusals(vote('+m3 +m4'))[0]).toMatchObject({
      code: 'meeting.noQuorum',
      facts: { present: 3, recused: 1 },
    });
    const all = sat().take(recuse('m5'));
    expect(all.codes(vote('+deputy-chair +m3 +m4 +m5'))).toEqual(['meeting.isRecused']);
    const { recused } = all.take(vote('+deputy-chair +m3 +m4')).take(close).resolution();
    expect(recused).toEqual([{ account: 'm5', name: 'm5さん', reason: '起案者のため' }]);
  });

  it('is presided over by the deputy chair where the chair is recused, who has no vote then', () => {
    const sitting = sat(...five, 'm6').take(recuse('chair'));
    expect(sitting.codes(vote('+deputy-chair +m3 +m4 +m5 +m6'))).toEqual(['meeting.chairVotes']);
    expect(sitting.take(vote('+m3 +m4 -m5 +m6')).take(close).resolution().presider).toBe('deputy-chair');
  });

  it('asks whom the members chose where both chairs are away', () => {
    const sitting = new Sitting().take(convene());
    expect(sitting.codes(present('m3', 'm4', 'm5', 'm6'))).toEqual(['meeting.nobodyPresides']);
    sitting.take({ type: 'meeting.attended', meeting: 1, present: ['m3', 'm4', 'm5', 'm6'], presides: 'm6' });
    expect(sitting.codes(vote('+m3 +m4 +m5'))).toEqual([]);
  });

  it('leaves a tie to the chair alone, and takes no casting vote without one', () => {
    const tied = vote('+deputy-chair +m3 -m4 -m5', { reason: '費用の見通しがないため' });
    expect(sat().refusals(tied)).toEqual([{ code: 'meeting.tied', facts: { chair: 'chairさん（chair）' } }]);
    expect(
      sat()
        .take({ ...tied, casting: 'for' })
        .take(close)
        .resolution(),
    ).toMatchObject({ outcome: 'approved', casting: 'for' });
    expect(
      sat()
        .take({ ...tied, casting: 'against' })
        .take(close)
        .resolution(),
    ).toMatchObject({ outcome: 'rejected', casting: 'against' });
    expect(sat().codes(vote('+deputy-chair +m3 +m4 -m5', { casting: 'for' }))).toEqual(['meeting.notTied']);
  });

  it('has a voice of each who has one, and of nobody else', () => {
    expect(sat().codes(vote('+m3 +m4 +m5'))).toEqual(['meeting.voicesMissing']);
    expect(sat().codes(vote('+deputy-chair +m3 +m4 +m5 +m7'))).toEqual(['meeting.notPresent']);
    expect(sat().codes(vote('+chair +deputy-chair +m3 +m4 +m5'))).toEqual(['meeting.chairVotes']);
  });

  it('says why where it says no, and carries over without a reason', () => {
    expect(sat().codes(vote('-deputy-chair -m3 -m4 +m5'))).toEqual(['meeting.reasonMissing']);
    expect(sat().codes(vote('+deputy-chair +m3 +m4 +m5', { motion: 'return' }))).toEqual([
      'meeting.reasonMissing',
    ]);
    const over = sat()
      .take(vote('+deputy-chair +m3 +m4 +m5', { motion: 'carryOver' }))
      .take(close);
    expect(over.resolution().outcome).toBe('carriedOver');
  });

  it('knows its seats on its day: no stranger, no deputy where the body takes none, nobody beside their own deputy', () => {
    const stand = { kind: 'forAbsent', holder: 'm6' } as const;
    const open = new Sitting(rules(), [['office-head', stand]]).take(convene());
    expect(open.codes(present(...five, 'nobody'))).toEqual(['meeting.notSeated']);
    expect(open.codes(present(...five, 'm6', 'office-head'))).toEqual(['meeting.sameSeat']);
    open
      .take(present('chair', 'm3', 'm4', 'office-head'))
      .take(vote('+m3 +m4 +office-head'))
      .take(close);
    expect(open.resolution().present.at(-1)).toEqual({
      account: 'office-head',
      name: 'office-headさん',
      deputy: stand,
      voice: 'for',
    });
    expect(open.resolution().away.map(({ account }) => account)).toEqual(['deputy-chair', 'm5', 'm7']);
    const shut = new Sitting(rules({ deputies: false }), [['office-head', stand]]).take(convene());
    expect(shut.codes(present(...five, 'office-head'))).toEqual(['meeting.notSeated']);
  });

  it('counts a member once who was made another one’s deputy besides', () => {
    const both = new Sitting(rules(), [['m3', { kind: 'forAbsent', holder: 'm6' }]]).take(convene());
    expect(both.take(present('chair', 'm3', 'm4')).codes(vote('+m3 +m4'))).toEqual(['meeting.noQuorum']);
    both
      .take(present('chair', 'm3', 'm4', 'm6'))
      .take(vote('+m3 +m4 +m6'))
      .take(close);
    expect(both.resolution().present.map(({ account }) => account)).toEqual(['chair', 'm3', 'm4', 'm6']);
  });

  it('recuses with a member whoever sits there for them', () => {
    const stand = { kind: 'forAbsent', holder: 'm6' } as const;
    const open = new Sitting(rules(), [['office-head', stand]])
      .take(convene())
      .take(present(...five, 'office-head'));
    open.take(recuse('m6'));
    expect(open.codes(vote('+deputy-chair +m3 +m4 +m5 +office-head'))).toEqual(['meeting.notPresent']);
  });

  it('keeps whoever had a seat when it was convened, whatever the memory forgets of powers since', () => {
    const open = new Sitting().take(convene());
    open.snapshot = {
      ...open.snapshot,
      context: { ...open.snapshot.context, powers: { people: {}, grants: [] } },
    };
    expect(open.codes(present(...five))).toEqual([]);
  });

  it('seats nobody whose post ended before its day, whenever it was convened', () => {
    const later = '2023-12-05';
    const open = new Sitting().take(convene({ on: later }));
    open
      .take(ending('m3', '2023-11-30'), admin)
      .take(ending('chair', '2023-12-04'), admin)
      .take(ending('m4', later), admin);
    const office = person('office', 'dx-office');
    expect(open.refusals(present('deputy-chair', 'm3', 'm4'), office, later)[0]).toMatchObject({
      code: 'meeting.notSeated',
      facts: { accounts: ['m3'] },
    });
    expect(open.codes(present('deputy-chair', 'm4', 'm5', 'm6'), office, later)).toEqual([]);
    expect(open.meeting.chairs).toEqual([null, 'deputy-chair']);
  });

  it('is not recorded before its day, nor by anyone but its secretariat', () => {
    const early = new Sitting().take(convene({ on: '2023-12-01' }));
    expect(early.codes(present(...five))).toEqual(['meeting.ahead']);
    expect(new Sitting().codes(convene(), member('chair'))).toEqual(['actor.wrongPost']);
  });

  it('is of a body that has rules for it, decides each thing once, and resolves nothing twice', () => {
    const item = { system: 'juki', decides: { kind: 'gate', phase: 'development' } as const };
    expect(new Sitting().codes(convene({ body: 'working-group' }))).toEqual(['meeting.noRules']);
    expect(new Sitting().codes(convene({ agenda: [item, item] }))).toEqual(['meeting.itemTwice']);
    const over = sat().take(vote('+deputy-chair +m3 +m4 +m5')).take(close);
    expect(over.codes(close)).toEqual(['meeting.notOpen']);
  });

  it('is closed with its minutes where its body asks for them', () => {
    const sitting = new Sitting(rules({ minutes: true })).take(convene()).take(present(...five));
    sitting.take(vote('+deputy-chair +m3 +m4 +m5'));
    expect(sitting.codes(close)).toEqual(['meeting.minutesMissing']);
    const minutes = {
      title: '第3回議事録',
      sha256: 'd'.repeat(64),
      documentNo: '5世DX第200号',
      decidedOn: DAY,
    };
    sitting.take({ type: 'meeting.minuted', meeting: 1, minutes }).take(close);
    expect(sitting.resolution().minutes).toEqual(minutes);
  });

  it('counts by itself, once, and not where what was stated up to a later day has it already', () => {
    const counted = sat().take(vote('+deputy-chair +m3 +m4 +m5')).take(close);
    expect(counted.snapshot.context.meetings[`${COMMITTEE}/2023`]?.count).toBe(1);
    const stated = sat().take(
      { type: 'meetings.recorded', body: COMMITTEE, fiscalYear: 2023, count: 5 },
      undefined,
      '2023-11-25',
    );
    stated
      .take(vote('+deputy-chair +m3 +m4 +m5'), undefined, '2023-11-25')
      .take(close, undefined, '2023-11-25');
    expect(stated.snapshot.context.meetings[`${COMMITTEE}/2023`]?.count).toBe(5);
    const before = new Sitting().take(
      { type: 'meetings.recorded', body: COMMITTEE, fiscalYear: 2023, count: 5 },
      undefined,
      '2023-11-01',
    );
    before
      .take(convene())
      .take({ ...present(...five), meeting: 2 } as never)
      .take(vote('+deputy-chair +m3 +m4 +m5', { meeting: 2 }));
    before.take({ type: 'meeting.closed', meeting: 2 });
    expect(before.snapshot.context.meetings[`${COMMITTEE}/2023`]).toMatchObject({ count: 6, on: DAY });
  });
});

describe('a circulation', () => {
  const item = { system: 'juki', decides: { kind: 'gate', phase: 'development' } as const, of: looked };
  const written = (over = rules(), deputies: ConstructorParameters<typeof Sitting>[1] = []) =>
    new Sitting(over, deputies).take(convene({ form: 'circulation', on: '2023-11-25', agenda: [item] }));
  const answer = (voice: 'for' | 'against' | 'abstain') => ({
    type: 'meeting.answered' as const,
    meeting: 1,
    item: 1,
    voice,
  });

  it('is resolved once those who are out can change nothing, and not before', () => {
    const open = written();
    for (const account of ['deputy-chair', 'm3', 'm4']) open.take(answer('for'), member(account));
    expect(open.refusals(close)[0]).toMatchObject({
      code: 'meeting.answersOut',
      facts: { items: [1], until: '2023-11-25' },
    });
    expect(open.codes(close, undefined, '2023-11-25')).toEqual(['meeting.answersOut']);
    open.take(answer('for'), member('m5'));
    expect(open.take(close).resolution()).toMatchObject({ outcome: 'approved', on: DAY });
  });

  it('decides by those who answered in time, and nothing where they are too few', () => {
    const few = written();
    for (const account of ['m3', 'm4']) few.take(answer('for'), member(account));
    few.take(close, undefined, '2023-11-27');
    expect([few.item().resolution, few.meeting.sat]).toEqual([undefined, undefined]);
    const enough = written();
    for (const account of ['chair', 'm3', 'm4']) enough.take(answer('for'), member(account));
    enough.take(answer('against'), member('m5'));
    expect(enough.codes(answer('for'), member('m6'), '2023-11-27')).toEqual(['meeting.over']);
    expect(enough.take(close, undefined, '2023-11-27').resolution().outcome).toBe('approved');
  });

  it('takes one answer a seat, of members and their deputies, of nobody recused and of no stranger', () => {
    const stand = { kind: 'forAbsent', holder: 'm6', seenBy: '2023-12-01' } as const;
    const open = written(rules(), [['office-head', stand]]).take(recuse('m7'));
    const deputy = { ...member('office-head'), deputy: stand };
    const may = () => mayAnswer(open.meeting, open.item()).sort();
    const others = ['chair', 'deputy-chair', 'm3', 'm4', 'm5'];
    expect(may()).toEqual([...others, 'm6', 'office-head']);
    open.take(answer('for'), deputy);
    expect(may()).toEqual(others);
    expect(open.codes(answer('against'), member('m6'))).toEqual(['meeting.answeredAlready']);
    expect(open.codes(answer('against'), deputy)).toEqual(['meeting.answeredAlready']);
    expect(open.codes(answer('for'), member('m7'))).toEqual(['meeting.isRecused']);
    expect(open.codes(answer('for'), member('nobody'))).toEqual(['meeting.notSeated']);
    open.take(recuse('office-head'));
    expect(open.codes(answer('against'), member('m6'))).toEqual([]);
  });

  it('keeps what was answered while the seat was held, and asks nobody who holds it no more', () => {
    const open = written().take(answer('for'), member('m3'));
    open.take(ending('m3'), admin).take(ending('m4'), admin);
    expect(mayAnswer(open.meeting, open.item()).sort()).toEqual(['chair', 'deputy-chair', 'm5', 'm6', 'm7']);
    for (const account of ['chair', 'm5', 'm6']) open.take(answer('for'), member(account));
    const { present: there } = open.take(close, undefined, '2023-11-27').resolution();
    expect(there.map(({ account }) => account)).toEqual(['chair', 'm3', 'm5', 'm6']);
  });

  it('has its tie decided by what the chair answered', () => {
    const tied = written();
    tied.take(answer('for'), member('m3')).take(answer('for'), member('m4'));
    tied
      .take(answer('against'), member('m5'))
      .take(answer('against'), member('m6'))
      .take(answer('for'), member('chair'));
    expect(tied.take(close, undefined, '2023-11-27').resolution()).toMatchObject({
      outcome: 'approved',
      casting: 'for',
    });
  });

  it('is refused where its body knows none, and before there is something to look at', () => {
    const { circulation: _none, ...without } = rules();
    expect(new Sitting(without).codes(convene({ form: 'circulation', agenda: [item] }))).toEqual([
      'meeting.noCirculation',
    ]);
    const { of: _of, ...unseen } = item;
    expect(new Sitting().codes(convene({ form: 'circulation', agenda: [unseen] }))).toEqual([
      'meeting.notLookedAt',
    ]);
  });

  it('says why where it is not carried', () => {
    const lost = written();
    for (const account of ['m3', 'm4', 'm5', 'm6']) lost.take(answer('against'), member(account));
    expect(lost.codes(close)).toEqual(['meeting.reasonMissing']);
    const reasons = [{ item: 1, reason: '費用の見通しがないため' }];
    expect(lost.take({ type: 'meeting.closed', meeting: 1, reasons }).resolution()).toMatchObject({
      outcome: 'rejected',
      reason: '費用の見通しがないため',
    });
  });
});
