// The checker finds what it is there for: a sound record passes, and each single wrong is named.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { check, type Findings } from './check.ts';
import type { HeardAct } from './heard.ts';
import { type Entry, exportOf, findings, heardOf, rules, story } from './town-record.ts';

const wrongs = (found: Findings) => check(rules, found).map(({ rule, what }) => `${rule}: ${what}`);

test('a sound record with what was truly told has no violation', () => {
  expect(wrongs(findings())).toEqual([]);
});

const without = (requestId: string) => story.filter((entry) => entry.requestId !== requestId);
const changed = (requestId: string, change: Partial<Entry>) =>
  story.map((entry) => (entry.requestId === requestId ? { ...entry, ...change } : entry));
const storyWith = (...more: Entry[]) => [...story, ...more];
const entryOf = (requestId: string): Entry => {
  const found = story.find((entry) => entry.requestId === requestId);
  if (!found) throw new Error(requestId);
  return found;
};

const records: Record<string, { entries: readonly Entry[]; says: RegExp }> = {
  'a person approves a gate twice': {
    entries: changed('a3', { account: 'board-a' }),
    says: /^walk: .*board-a approves this gate twice/,
  },
  'who drafted approves': {
    entries: changed('a2', { account: 'office-a' }),
    says: /^walk: .*office-a drafted it/,
  },
  'a gate is passed with one voice too few, and the path goes on': {
    entries: storyWith({ ...entryOf('a3'), requestId: 'a4', account: 'board-c', at: '04-09T13:00' }),
    says: /^walk: .*it is about choice, and the path stands in end/,
  },
  'a reminder is missing': { entries: without('t2'), says: /^deadline: answer -3 .*was never told/ },
  'a reminder is told twice': {
    entries: changed('a1', { ...entryOf('t1'), requestId: 't1-again', at: '04-09T10:00' }),
    says: /^deadline: .*tells spring 1 -5 a second time/,
  },
  'a reminder is told too early': {
    entries: changed('t1', { at: '04-06T09:00' }),
    says: /^deadline: .*which was not due/,
  },
  'a deadline that was met is told': {
    entries: storyWith({
      ...entryOf('t1'),
      requestId: 't9',
      at: '04-12T17:15',
      fact: { type: 'deadline.reached', deadline: 'spring', point: 'due', generation: 1 },
    }),
    says: /^deadline: .*which was not due/,
  },
  'a milestone never arrived': { entries: without('m'), says: /^milestone: the platform said/ },
  'a milestone arrived twice': {
    entries: changed('t1', { ...entryOf('m'), requestId: 'm2' }),
    says: /^milestone: the platform said/,
  },
  'a reminder is told long after it was due': {
    entries: changed('t1', { at: '04-07T15:00' }),
    says: /^deadline: .*tells spring -5, which was due long before/,
  },
  'a gate is passed before the milestone it awaits': {
    entries: [...without('m'), { ...entryOf('m'), at: '04-10T09:00' }],
    says: /^walk: .*joined is not there/,
  },
  'the path is to go back to where it stands': {
    entries: storyWith({
      ...entryOf('a1'),
      requestId: 'b1',
      at: '04-10T09:00',
      fact: { type: 'goingBack.proposed', to: 'end' },
    }),
    says: /^walk: .*end is no earlier phase/,
  },
  'an entry is recorded before the one before': {
    entries: changed('a3', { at: '04-09T10:30' }),
    says: /^chain: .*was recorded before the one before/,
  },
};

for (const [name, { entries, says }] of Object.entries(records)) {
  test(`it is found where ${name}`, () => {
    expect(wrongs(findings(entries))).toContainEqual(expect.stringMatching(says));
  });
}

const one = (change: (act: HeardAct) => HeardAct): HeardAct[] =>
  heardOf(story).map((act) => (act.requestId === 'a2' ? change(act) : act));
const refused = { kind: 'refused' as const, codes: ['gate.samePerson'] };
const unclear = { kind: 'unclear' as const, why: '503 unanswered' };
const told: Record<string, { heard: HeardAct[]; entries?: readonly Entry[]; says: RegExp }> = {
  'an acknowledged act is not recorded': {
    heard: heardOf(story),
    entries: without('p2'),
    says: /^told: gate.approved: acknowledged, and not recorded/,
  },
  'a refused act is recorded': {
    heard: one((act) => ({ ...act, words: [refused], later: null })),
    says: /^told: .*refused \(gate.samePerson\), and recorded as #5/,
  },
  'another hash was told': {
    heard: one((act) => ({
      ...act,
      words: [{ kind: 'acknowledged', seq: 5, hash: 'f'.repeat(64), repeated: false }],
    })),
    says: /^told: .*told #5 ffff/,
  },
  'an act is recorded twice': {
    heard: heardOf(story),
    entries: storyWith({ ...entryOf('a2'), at: '04-09T13:00' }),
    says: /^told: .*recorded 2 times/,
  },
  'an unclear act was recorded, and a later repeat is refused': {
    heard: one((act) => ({ ...act, words: [unclear], later: refused })),
    says: /^told: .*asked again and refused/,
  },
  'an unclear act stays unclear': {
    heard: one((act) => ({ ...act, words: [unclear], later: unclear })),
    says: /^told: .*still unclear/,
  },
  'an act is recorded otherwise than it was sent': {
    heard: one((act) => ({ ...act, sent: { ...act.sent, fact: { ...act.sent.fact, note: 'x' } } })),
    says: /^told: .*#5 says .* was sent/,
  },
  'an act is recorded for another day than it was sent for': {
    heard: one((act) => ({ ...act, sent: { ...act.sent, occurredOn: '2026-04-08' } })),
    says: /^told: .*#5 says .* on 2026-04-09, and .* on 2026-04-08 was sent/,
  },
  'an act was taken of one who had not seen the last': {
    heard: one((act) => ({ ...act, sent: { ...act.sent, seenVersion: 3 } })),
    says: /^told: .*sent by one who had seen #3/,
  },
  'an act is refused that nothing stood against': {
    heard: heardOf(story).map((act) =>
      act.requestId === 'a3' ? { ...act, words: [refused], later: null } : act,
    ),
    entries: without('a3'),
    says: /^refused: .*refused \(gate.samePerson\), and right from #5 to #5/,
  },
  'an act is recorded long after its sender was answered': {
    heard: one((act) => ({ ...act, sentAt: act.sentAt - 60_000, heardAt: act.heardAt - 50_000 })),
    says: /^clock: #5 is dated 60000 ms after it was sent/,
  },
  'an act of a person was sent by nobody': {
    heard: heardOf(story).filter(({ requestId }) => requestId !== 'a2'),
    says: /^told: #5 gate.approved: nobody sent it/,
  },
  'acts stand in another order than they were answered in': {
    heard: one((act) => ({ ...act, sentAt: 900, heardAt: 905 })),
    says: /^order: /,
  },
};

for (const [name, { heard, entries, says }] of Object.entries(told)) {
  test(`it is found where ${name}`, () => {
    const text = exportOf(entries ?? story);
    const found = { ...findings(), rest: text, final: text, heard };
    // The order is what the other way round would show: who was answered late stands early.
    const asked = name.includes('order') ? { ...found, heard: reversed(heard) } : found;
    expect(wrongs(asked)).toContainEqual(expect.stringMatching(says));
  });
}

/** The last approval is answered before the first one is sent. */
const reversed = (heard: HeardAct[]): HeardAct[] =>
  heard.map((act) => (act.requestId === 'a3' ? { ...act, sentAt: 1, heardAt: 2 } : act));

test('a changed byte and a lost line break the chain', () => {
  const { final, ...found } = findings();
  const bent = final.replace('"phase":"choice"', '"phase":"chance"');
  expect(wrongs({ ...found, final: bent })).toContainEqual(
    expect.stringMatching(/does not name the hash before/),
  );
  const lines = final.trimEnd().split('\n');
  const cut = `${lines.filter((line) => !line.includes('"a2"')).join('\n')}\n`;
  expect(wrongs({ ...found, final: cut })).toContainEqual(expect.stringMatching(/stands where #5 belongs/));
});

test('an act recorded by a clock that had been left is found', () => {
  const move = {
    chain: '990001',
    seq: 2,
    requestId: 'c1',
    fact: { type: 'clock.moved', to: '2026-04-09T10:40:00+09:00' },
    actor: { kind: 'person', account: 'office-a', name: 'office-a', post: 'office' },
    occurredOn: '2026-04-09',
    recordedAt: '2026-04-09T10:30:00+09:00',
    wallAt: '2026-04-09T10:30:00+09:00',
  };
  const sound = findings();
  const [opening = '', ...others] = sound.final.split('\n');
  const prev = createHash('sha256').update(opening).digest('hex');
  const final = [opening, JSON.stringify({ ...move, prev }), ...others].join('\n');
  const [sent] = sound.heard;
  if (!sent) throw new Error('somebody acted');
  const heardMs = Date.parse(move.wallAt) - sound.originMs;
  const moved: HeardAct = {
    ...sent,
    requestId: 'c1',
    chain: '990001',
    type: 'clock.moved',
    sent: { fact: move.fact, post: 'office', occurredOn: null, seenVersion: null },
    sentAt: heardMs,
    heardAt: heardMs + 5,
    words: [{ kind: 'acknowledged', seq: null, hash: null, repeated: false }],
    later: null,
    laterAt: null,
  };
  const found = wrongs({ ...sound, final, rest: final, heard: [...sound.heard, moved] });
  expect(found).toEqual([
    'clock: #5 is recorded by no clock of its time',
    'clock: #6 is recorded by no clock of its time',
  ]);
});

test('a system that is shown otherwise than it is recorded is found, now and in its past', () => {
  const sound = findings();
  const [platform, now, then] = sound.shown;
  if (!platform || !now || !then) throw new Error('all are shown');
  const wrong = { ...sound, shown: [platform, { ...now, isHeld: true }, { ...then, phase: 'end' }] };
  expect(wrongs(wrong)).toEqual([
    'shown: now: #6 end working held; recorded: #6 end working active',
    'shown: 2026-04-08: #3 end working active; recorded: #3 choice working active',
  ]);
});

test('a notice that is missing, listed twice, sent twice or owed by nothing is found', () => {
  const sound = findings();
  const [first, ...others] = sound.notices;
  if (!first) throw new Error('somebody was told');
  const told = (notices: typeof sound.notices) => wrongs({ ...sound, notices });
  expect(told(others)).toEqual([expect.stringMatching(/^notice: .*0 notices for 1/)]);
  expect(told([...sound.notices, first])).toContainEqual(expect.stringMatching(/is listed twice/));
  expect(told([...sound.notices, { ...first, id: 'another' }])).toEqual([
    expect.stringMatching(/^notice: .*2 notices for 1/),
  ]);
  expect(told([...sound.notices, { ...first, id: 'another', recordedMs: 5 }])).toEqual([
    expect.stringMatching(/^notice: a notice without an entry/),
  ]);
});

test('what stood at rest and is gone afterwards is found', () => {
  const shorter = exportOf(story.slice(0, -1));
  expect(wrongs({ ...findings(), final: shorter })).toContainEqual(expect.stringMatching(/^grown: /));
});

test('an act that was given up and is recorded when it is asked for again is no wrong', () => {
  const given = (laterAt: number | null) => ({
    ...findings(),
    heard: one((act) => ({
      ...act,
      sentAt: act.sentAt - 200_000,
      heardAt: act.heardAt - 190_000,
      words: [unclear],
      laterAt: laterAt === null ? null : act.sentAt + laterAt,
    })),
  });
  const found = (laterAt: number | null) => wrongs(given(laterAt)).filter((wrong) => /dated/.test(wrong));
  expect(found(10)).toEqual([]);
  expect(found(null)).toEqual([expect.stringMatching(/^clock: #5 is dated 200000 ms after it was sent/)]);
});

test('an unclear act is no wrong where it was never recorded and the repeat is refused', () => {
  const act: HeardAct = {
    requestId: 'b1',
    chain: '990001/s01',
    type: 'gate.approved',
    account: 'board-c',
    sent: {
      fact: { type: 'gate.approved', phase: 'choice' },
      post: 'board',
      occurredOn: '2026-04-09',
      seenVersion: 6,
    },
    sentAt: 900_000_000,
    heardAt: 900_000_010,
    words: [unclear],
    later: refused,
    laterAt: 900_000_020,
  };
  expect(wrongs({ ...findings(), heard: [...heardOf(story), act] })).toEqual([]);
});
