// A record of a small town made by hand for the checker's own tests: what people did and were told, and the export it gave.
import { createHash } from 'node:crypto';
import type { Findings, Rules } from './check.ts';
import type { HeardAct } from './heard.ts';
import type { Notice, Shown } from './reads.ts';

export const rules: Rules = {
  code: '990001',
  systems: ['platform', 's01'],
  platform: 'platform',
  milestone: 'joined',
  pathOf: (system) =>
    system === 'platform'
      ? [
          { id: 'joining', approvals: [{ body: 'board', quorum: 1 }], announces: 'joined' },
          { id: 'keeping', approvals: [{ body: 'board', quorum: 1 }] },
          { id: 'end', approvals: [] },
        ]
      : [
          { id: 'choice', approvals: [{ body: 'board', quorum: 2 }], awaits: 'joined' },
          { id: 'end', approvals: [] },
        ],
  voicesToGoBack: 1,
  begun: { day: '2026-04-01', ms: Date.parse('2026-04-01T09:00:00+09:00') },
  deadlines: {
    fixed: [{ id: 'spring', on: '2026-04-12', reminders: [-5] }],
    answer: { id: 'answer', phase: 'choice', days: 10, reminders: [-3] },
    dueTime: '17:15',
    reminderTime: '09:00',
    lastPhase: 'end',
  },
};

export interface Entry {
  system: string;
  requestId: string;
  fact: { type: string } & Record<string, unknown>;
  account: string;
  post: string;
  kind: string;
  at: string;
}

const by = (account: string, post: string, kind = 'person') => ({ account, post, kind });
const office = by('office-a', 'office');
const timer = by('timer', 'timer', 'timer');
const board = (letter: string) => by(`board-${letter}`, 'board');
const reached = (deadline: string, point: number | 'due') => ({
  type: 'deadline.reached',
  deadline,
  point,
  generation: 1,
});

/** The platform joins; s01 is submitted and approved by two; the clock passes what is due on the way. */
export const story: readonly Entry[] = [
  {
    system: 'platform',
    requestId: 'p1',
    ...office,
    at: '04-01T10:00',
    fact: { type: 'phase.submitted', phase: 'joining' },
  },
  {
    system: 'platform',
    requestId: 'p2',
    ...board('a'),
    at: '04-01T11:00',
    fact: { type: 'gate.approved', phase: 'joining' },
  },
  {
    system: 's01',
    requestId: 'm',
    ...by('platform', 'migration', 'migration'),
    at: '04-01T11:00',
    fact: { type: 'milestone.reached', system: 'platform', milestone: 'joined' },
  },
  { system: 's01', requestId: 't1', ...timer, at: '04-07T09:00', fact: reached('spring', -5) },
  { system: 's01', requestId: 't2', ...timer, at: '04-08T09:00', fact: reached('answer', -3) },
  {
    system: 's01',
    requestId: 'a1',
    ...office,
    at: '04-09T10:00',
    fact: { type: 'phase.submitted', phase: 'choice' },
  },
  {
    system: 's01',
    requestId: 'a2',
    ...board('a'),
    at: '04-09T11:00',
    fact: { type: 'gate.approved', phase: 'choice' },
  },
  {
    system: 's01',
    requestId: 'a3',
    ...board('b'),
    at: '04-09T12:00',
    fact: { type: 'gate.approved', phase: 'choice' },
  },
];

const chainOf = ({ system }: Entry) => `990001/${system}`;
const day = ({ at }: Entry) => `2026-${at.slice(0, 5)}`;

const atOf = ({ at }: Pick<Entry, 'at'>) => `2026-${at}:00+09:00`;
/** The wall and the programme show the same; the senders' clock began with the town. */
const originMs = rules.begun.ms;
const sentAtOf = (entry: Entry): number => Date.parse(atOf(entry)) - originMs;

/** What the town's own chain begins with: its clock is laid through it. */
const opening = `${JSON.stringify({
  chain: '990001',
  seq: 1,
  requestId: 'signing-key/1',
  fact: { type: 'signingKey.pinned' },
  actor: { kind: 'import', account: 'import', name: 'import', post: 'import' },
  occurredOn: rules.begun.day,
  recordedAt: '2026-04-01T09:00:00+09:00',
  wallAt: '2026-04-01T09:00:00+09:00',
  prev: '0'.repeat(64),
})}\n`;

/** The entries as an export: chained and hashed as it must be. */
export function exportOf(entries: readonly Entry[]): string {
  return opening + linesOf(entries).join('');
}

function linesOf(entries: readonly Entry[]): string[] {
  const heads = new Map<string, { seq: number; hash: string }>();
  return entries.map((entry) => {
    const { requestId, fact, account, post, kind } = entry;
    const { seq, hash: prev } = heads.get(chainOf(entry)) ?? { seq: 0, hash: '0'.repeat(64) };
    const actor = { kind, account, name: account, post };
    const recordedAt = atOf(entry);
    const body = {
      chain: chainOf(entry),
      seq: seq + 1,
      requestId,
      fact,
      actor,
      occurredOn: day(entry),
      recordedAt,
      wallAt: recordedAt,
      prev,
    };
    const line = JSON.stringify(body);
    heads.set(chainOf(entry), { seq: seq + 1, hash: createHash('sha256').update(line).digest('hex') });
    return `${line}\n`;
  });
}

/** What their senders were told, one after the other; each asked again at rest. */
export function heardOf(entries: readonly Entry[]): HeardAct[] {
  const lines = linesOf(entries).map((line) => line.trimEnd());
  const seqs = new Map<string, number>();
  return entries.flatMap((entry, index) => {
    const seq = (seqs.get(entry.system) ?? 0) + 1;
    seqs.set(entry.system, seq);
    if (entry.kind !== 'person') return [];
    const hash = createHash('sha256')
      .update(lines[index] ?? '')
      .digest('hex');
    const word = { kind: 'acknowledged' as const, seq, hash };
    const act: HeardAct = {
      requestId: entry.requestId,
      chain: chainOf(entry),
      type: entry.fact.type,
      account: entry.account,
      sent: { fact: entry.fact, post: entry.post, occurredOn: day(entry), seenVersion: seq - 1 },
      sentAt: sentAtOf(entry),
      heardAt: sentAtOf(entry) + 5,
      words: [{ ...word, repeated: false }],
      later: { ...word, repeated: true },
      laterAt: null,
    };
    return [act];
  });
}

/** What the office's inbox lists. */
export function noticesOf(entries: readonly Entry[]): Notice[] {
  const told = entries.filter(({ kind }) => kind !== 'person');
  return told.map((entry) => ({
    id: `${chainOf(entry)}/${entry.requestId}`,
    system: entry.system,
    code: entry.kind === 'timer' ? 'deadline.near' : entry.fact.type,
    recordedMs: Date.parse(atOf(entry)),
  }));
}

const still = { stage: 'working', isHeld: false, approvals: [] };
const shown: Shown[] = [
  { ...still, system: 'platform', asOf: null, version: 2, phase: 'keeping' },
  { ...still, system: 's01', asOf: null, version: 6, phase: 'end' },
  { ...still, system: 's01', asOf: '2026-04-08', version: 3, phase: 'choice' },
];

export function findings(entries: readonly Entry[] = story): Findings {
  const text = exportOf(entries);
  const nowMs = Date.parse('2026-04-20T09:00:00+09:00');
  const notices = noticesOf(entries);
  return { rest: text, final: text, heard: heardOf(entries), nowMs, originMs, shown, notices };
}
