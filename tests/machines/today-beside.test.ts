// Somebody's day in the programme itself: what waits for their approval or their answer, what was decided in their name, what vendors told.
import { describe, expect, it } from 'vitest';
import type { ProgrammeContext } from '../../machines/programme/state.ts';
import { type Beside, besideOf, type LookedBeside } from '../../machines/programme/today/beside.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { COMMITTEE, convene, DAY, looked, SEATS, Sitting } from '../builders/meeting.ts';
import { definition, person } from '../builders/migration.ts';
import { Walk } from '../builders/walk.ts';

const walk = new Walk(definition());
const { system } = walk.of;

function beside(sitting: Sitting, actor: Actor, over: Partial<LookedBeside> = {}): Beside[] {
  return besideOf({
    definition: sitting.of,
    snapshot: sitting.snapshot,
    migrations: new Map([[system.id, { definition: walk.of, snapshot: walk.snapshot }]]),
    mine: [{ system: null, actor }],
    account: actor.account,
    at: `${DAY}T15:00:00+09:00`,
    today: DAY,
    made: [],
    ...over,
  });
}
const knowing = (context: Partial<ProgrammeContext>): Sitting => {
  const sitting = new Sitting();
  sitting.snapshot = { ...sitting.snapshot, context: { ...sitting.snapshot.context, ...context } };
  return sitting;
};
const member = person(SEATS[2], COMMITTEE);
const office = person('office', 'dx-office');

describe('meetings', () => {
  it('are told to whoever has a seat until they are over, and to nobody else', () => {
    const sitting = new Sitting().take(convene());
    expect(beside(sitting, member)).toMatchObject([
      { code: 'meeting', number: 1, body: COMMITTEE, on: DAY, systems: ['juki'], late: false },
    ]);
    expect(beside(sitting, member, { today: '2023-11-21' })).toMatchObject([{ late: true }]);
    expect(beside(sitting, office)).toEqual([]);
    sitting.take({ type: 'meeting.calledOff', meeting: 1, reason: '資料が間に合わない' });
    expect(beside(sitting, member)).toEqual([]);
  });

  it('in writing are told until every item is answered', () => {
    const decides = { kind: 'gate', phase: 'development' } as const;
    const agenda = ['juki', 'zei'].map((of) => ({ system: of, decides, of: looked }));
    const sitting = new Sitting().take(convene({ form: 'circulation', agenda }));
    const answer = (item: number) =>
      sitting.take({ type: 'meeting.answered', meeting: 1, item, voice: 'for' }, member);
    expect(beside(answer(1), member)).toMatchObject([{ code: 'meeting', out: [2] }]);
    expect(beside(answer(2), member)).toEqual([]);
  });
});

describe('what was decided in a name', () => {
  const made = (over: object) => ({
    system: 'juki',
    entry: 12,
    name: '加藤',
    of: { act: 'gate.approved', account: 'kato', post: COMMITTEE, holder: member.account, occurredOn: DAY },
    seenBy: null,
    seenOn: null,
    ...over,
  });

  it('is told to that holder until they have looked at it, the soonest day first', () => {
    const all = [made({}), made({ entry: 13, seenBy: '2023-11-19' }), made({ entry: 14, seenOn: DAY })];
    const lines = beside(new Sitting(), member, { made: all });
    expect(lines).toMatchObject([
      { code: 'seeing', made: { entry: 13 }, late: true },
      { code: 'seeing', made: { entry: 12 }, late: false },
    ]);
    expect(beside(new Sitting(), office, { made: all })).toEqual([]);
  });
});

describe('an amendment', () => {
  const by = { account: 'office', name: 'office', post: 'dx-office' };
  const amendment = {
    seq: 7,
    status: 'open' as const,
    edition: 'e',
    adopts: { version: 3, digest: 'd' },
    base: 0,
    fromOn: null,
    reason: '関門を加える',
    by,
    on: DAY,
    votes: [],
  };
  const told = (over: object, actor: Actor) =>
    beside(knowing({ version: 7, amendments: [{ ...amendment, ...over }] }), actor);

  it('is told to whoever may approve it now: not to who proposed or has approved it, and not once it is decided', () => {
    const other = person('other', 'dx-office');
    expect(told({}, other)).toEqual([
      { code: 'amendment', number: 7, version: 3, fromOn: null, post: 'dx-office' },
    ]);
    expect(told({}, office)).toEqual([]);
    expect(told({ votes: [{ ...by, account: 'other', on: DAY }] }, other)).toEqual([]);
    expect(told({ status: 'returned' }, other)).toEqual([]);
    expect(told({}, member)).toEqual([]);
  });
});

describe("a vendor's notice", () => {
  const notice = {
    seq: 9,
    on: DAY,
    vendor: 'a',
    kind: 'delay' as const,
    systems: [system.id],
    until: null,
    evidence: { kind: 'other', title: '通知', sha256: 'a'.repeat(64), documentNo: '1', decidedOn: DAY },
    answers: {},
  };
  const vendors = { a: { vendor: 'a', name: '青葉情報', serves: [] } };
  const told = (over: object, actor: Actor) =>
    beside(knowing({ version: 9, vendors, vendorNotices: [{ ...notice, ...over }] }), actor);

  it('is told to who answers it and to whose work it touches, until there is an answer for the system', () => {
    const owner = person('owner', walk.of.path.phases[0]?.owners[0] ?? '');
    const line = { code: 'vendorNotice', number: 9, vendor: '青葉情報', kind: 'delay', systems: [system.id] };
    expect(told({}, office)).toEqual([{ ...line, post: 'dx-office' }]);
    expect(told({}, owner)).toEqual([{ ...line, post: null }]);
    expect(told({}, member)).toEqual([]);
    const answers = { [system.id]: { answer: 'noEffect', on: DAY, by: 'office' } };
    expect(told({ answers }, office)).toEqual([]);
  });
});
