// Whatever people, deputies and posts there are, and whatever they try: nobody passes a gate in two duties that are apart, no gate opens
// without those it asks for, nobody decides above their 専決, and what was approved is what there is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciderOf } from '../../../machines/decision/authority.ts';
import type { Decisions, Duty } from '../../../machines/definition/decisions.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { amountIn, phaseNow } from '../../../machines/migration/authority/power.ts';
import { bundleOf, goneFrom } from '../../../machines/migration/bundle/bundle.ts';
import { accepts, take } from '../../../machines/migration/migration.ts';
import type { RfpMemory } from '../../../machines/migration/rfp/memory.ts';
import { type MigrationSnapshot, standing } from '../../../machines/migration/state.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { holders } from '../../../machines/programme/transfer/foresee.ts';
import { answersFor, isSameVoice } from '../../../machines/record/deputy.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { addDays } from '../../../machines/values/date.ts';
import { person, readinessReport, stamped } from '../../builders/migration.ts';
import { estimate } from '../../builders/money.ts';
import { appointed, at as atDay, evenly, received, rfpPeople, sheet } from '../../builders/rfp.ts';
import { renkei, Walk } from '../../builders/walk.ts';
import { city, contractOf, TABLE } from './deciding.ts';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'] as const;
const POSTS = [
  'business-division',
  'dx-office',
  'working-group',
  'promotion-committee',
  'contracts-division',
  'division-head',
  'department-head',
  'deputy-mayor',
] as const;
const NEWS = { system: 'renkei', milestone: 'integration-test-1' };
const FIRST = '2023-11-16';

/** Somebody in a post from one day to another, themself or for somebody. */
interface Seat {
  account: string;
  post: string;
  from: number;
  days: number;
  deputy: { kind: 'forAbsent' | 'acting'; holder: string } | null;
}

const seat: fc.Arbitrary<Seat> = fc.record({
  account: fc.constantFrom(...ACCOUNTS),
  post: fc.constantFrom(...POSTS),
  from: fc.integer({ min: 0, max: 3 }),
  days: fc.integer({ min: 15, max: 60 }),
  deputy: fc.option(
    fc.record({
      kind: fc.constantFrom('forAbsent' as const, 'acting' as const),
      holder: fc.constantFrom(...ACCOUNTS),
    }),
    { nil: null, freq: 4 },
  ),
});

const moves: ((now: MigrationSnapshot) => Fact)[] = [
  (now) => ({ type: 'phase.submitted', phase: standing(now).phase, evidence: [readinessReport] }),
  (now) => ({ type: 'phase.submitted', phase: standing(now).phase, evidence: [] }),
  (now) => ({ type: 'gate.approved', phase: standing(now).phase }),
  (now) => ({ type: 'gate.approved', phase: standing(now).phase }),
  (now) => ({ type: 'gate.approved', phase: standing(now).phase }),
  (now) => ({ type: 'gate.approved', phase: standing(now).phase }),
  (now) => ({ type: 'gate.approved', phase: standing(now).phase }),
  (now) => ({
    type: 'gate.approved',
    phase: standing(now).phase,
    conditions: [{ text: '条件', owner: 'dx-office', dueOn: addDays(FIRST, 20), reopens: 'approval' }],
  }),
  (now) => ({ type: 'gate.returned', phase: standing(now).phase, reason: '不足' }),
  (now) => ({ type: 'approver.recused', phase: standing(now).phase, reason: '利害関係' }),
  () => contractOf(400_000),
  () => contractOf(9_000_000),
  () => contractOf(90_000_000),
  ({ context }) => estimate(Object.keys(context.noted?.['estimate.recorded'] ?? {}).length + 1, 1_000_000),
  () => SHEET,
  () => SHEET,
  () => ({ type: 'budget.voted', fiscalYear: 2023 }),
  () => ({ type: 'steps.recorded', statuses: { '③-1': 'done' } }),
  () => ({ type: 'steps.recorded', statuses: { '③-1': 'inProgress' } }),
  () => ({ type: 'evidence.attached', evidence: { ...readinessReport, kind: 'other' } }),
  () => ({ type: 'system.wentLive', evidence: { ...readinessReport, kind: 'other' } }),
  () => ({ type: 'proviso.met', proviso: '2-1', evidence: { ...readinessReport, kind: 'other' } }),
];

type Step = { move: number; seat: number; day: number } | { news: 'reached' | 'withdrawn'; day: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 16,
    arbitrary: fc.record({
      move: fc.integer({ min: 0, max: moves.length - 1 }),
      seat: fc.nat({ max: 30 }),
      day: fc.integer({ min: 0, max: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      news: fc.constantFrom('reached' as const, 'withdrawn' as const),
      day: fc.integer({ min: 0, max: 1 }),
    }),
  },
);

const PAIRS: [Duty, Duty][] = [
  ['contract', 'approver'],
  ['drafter', 'acceptance'],
  ['drafter', 'approver'],
  ['contract', 'acceptance'],
  ['estimator', 'contract'],
  ['scorer', 'approver'],
  ['estimator', 'scorer'],
];
const separate = fc.subarray(PAIRS, { minLength: 1 });

/** Proposals are in, and everybody is an evaluator: who may be one is what is asked. */
const PROCUREMENT = ((): RfpMemory => {
  const { office } = rfpPeople;
  const { rfp } = received().take(appointed([...ACCOUNTS]), office, atDay('2023-12-01')).snapshot.context;
  if (!rfp?.open) throw new Error('no procurement is open');
  const stages = { ...rfp.open.stages, proposalsUntil: '2023-11-15T17:00:00+09:00' };
  return { ...rfp, open: { ...rfp.open, stages } };
})();
const SHEET = sheet(evenly({ a: '1', b: '1', c: '1' }));

/** One definition for each choice of pairs, so that its machine is made once. */
const made = new Map<string, MigrationDefinition>();
const ofWith = (pairs: [Duty, Duty][]): MigrationDefinition => {
  const key = JSON.stringify(pairs);
  const of = made.get(key) ?? cityWith(pairs);
  made.set(key, of);
  return of;
};

/** How many of whom its first gate asks for: counted here, not by what counts them there. */
const ASKED = [
  { body: 'working-group', voices: 2 },
  { body: 'promotion-committee', voices: 1 },
];

const cityWith = (pairs: [Duty, Duty][]): MigrationDefinition => {
  const decisions: Decisions = { ...TABLE, separate: pairs };
  const of = city(decisions, {
    matter: 'contract',
    approvals: ASKED.map(({ body, voices }) => ({ body, quorum: voices })),
    conditions: [
      {
        kind: 'steps',
        steps: ['③-1'],
        label: { ja: '分析', en: 'analysis' },
        hard: false,
        who: ['dx-office'],
      },
    ],
  });
  const rfp = { runs: ['nobody'], evaluates: ['working-group', 'contracts-division'], decides: ['nobody'] };
  return { ...of, path: { ...of.path, procurement: { phases: ['fit-gap'], rfp } } };
};

/** An accepted act, with the states around it. */
interface Taken {
  fact: Fact;
  actor: Actor;
  day: string;
  before: MigrationSnapshot;
  after: MigrationSnapshot;
}

/** Grants as a programme's chain gives them: what is moved from one post to another ends and begins. */
const grantsOf = (seats: readonly Seat[]): Powers => ({
  people: Object.fromEntries(ACCOUNTS.map((account) => [account, { name: account }])),
  grants: seats.map(({ account, post, from, days }, index) => ({
    id: `1.${index}`,
    account,
    post,
    system: null,
    from: addDays(FIRST, from),
    until: addDays(FIRST, from + days),
    at: `${FIRST}T09:00:00+09:00`,
    by: 'admin',
  })),
});

const actorOf = ({ account, post, deputy }: Seat): Actor => ({
  kind: 'person',
  account,
  name: account,
  post,
  ...(deputy ? { deputy } : {}),
});

/** Whoever comes first of those who may, and one who may not. */
function chosen(of: MigrationDefinition, before: MigrationSnapshot, fact: Fact, at: string, tried: Actor[]) {
  let refused: Actor | undefined;
  for (const actor of tried) {
    if (accepts(of, before, stamped(fact, actor, { at })).length === 0) return { actor, refused };
    refused ??= actor;
  }
  return { actor: undefined, refused };
}

/** Only holders of that day act: what the lock at the door sees to. */
function walked(of: MigrationDefinition, seats: readonly Seat[], steps: readonly Step[]): Taken[] {
  const walk = new Walk(of);
  // Half of them have their amount from the start: without one no gate of a matter opens.
  if (seats.length % 2 === 0) walk.take(contractOf(9_000_000), person('z', 'contracts-division'));
  // While one is open no contract is recorded: a third of them have one.
  if (seats.length % 3 === 0)
    walk.snapshot = { ...walk.snapshot, context: { ...walk.snapshot.context, rfp: PROCUREMENT } };
  const powers = grantsOf(seats);
  const taken: Taken[] = [];
  let passed = 0;
  for (const one of steps) {
    passed += one.day;
    const day = addDays(FIRST, passed);
    const at = `${day}T10:00:00+09:00`;
    if (one.day > 0 || taken.length === 0) walk.wake(at);
    const isHeld = ({ account, post, from, days }: Seat) =>
      from <= passed && passed <= from + days && holders(powers, post, 'juki', day).includes(account);
    const holding = seats.filter(isHeld);
    const before = walk.snapshot;
    const told = 'seat' in one ? (moves[one.move] as (typeof moves)[number])(before) : null;
    const fact: Fact = told ?? { type: `milestone.${'news' in one ? one.news : 'reached'}`, ...NEWS };
    const first = 'seat' in one ? one.seat % Math.max(1, holding.length) : 0;
    // Where everybody drafts nobody may approve: who has drafted before drafts again.
    const drafts = ({ account }: Seat) => Number(before.context.drafters.includes(account));
    const sign = fact.type === 'gate.approved' ? 1 : -1;
    const inTurn = [...holding.slice(first), ...holding.slice(0, first)]
      .sort((a, b) => sign * (drafts(a) - drafts(b)))
      .map(actorOf);
    const { actor, refused } = chosen(of, before, fact, at, told ? inTurn : [renkei]);
    if (refused) expect(take(of, before, stamped(fact, refused, { at })).snapshot).toBe(before);
    if (!actor) continue;
    walk.snapshot = take(of, before, stamped(fact, actor, { at })).snapshot;
    taken.push({ fact, actor, day, before, after: walk.snapshot });
  }
  return taken;
}

const walks = fc.record({
  pairs: separate,
  seats: fc.array(seat, { minLength: 20, maxLength: 26 }),
  steps: fc.array(step, { minLength: 30, maxLength: 50, size: 'max' }),
});

/** How often a walk came to what is asserted of it: a property over nothing would hold too. */
const seen = {
  passed: 0,
  quorum: 0,
  approved: 0,
  apart: 0,
  contracts: 0,
  recused: 0,
  estimated: 0,
  scored: 0,
};

interface Walked {
  of: MigrationDefinition;
  pairs: [Duty, Duty][];
  seats: Seat[];
  taken: Taken[];
}

/** Duties of acts, as the table of acts is meant to have them; drafting follows from the memory. */
const own: Partial<Record<Fact['type'], Duty>> = {
  'gate.approved': 'approver',
  'contract.recorded': 'contract',
  'system.wentLive': 'acceptance',
  'estimate.recorded': 'estimator',
  'rfp.sheetSigned': 'scorer',
};

function nobodyInTwo({ pairs, taken }: Walked) {
  const had = new Map<string, Set<Duty>>();
  const give = (account: string, duty: Duty) =>
    had.set(account, new Set([...(had.get(account) ?? []), duty]));
  for (const { fact, actor, before, after } of taken) {
    const mine = actor.kind === 'person' ? answersFor(actor) : [];
    if (fact.type === 'estimate.recorded') seen.estimated += 1;
    if (fact.type === 'gate.approved' || fact.type === 'rfp.sheetSigned') {
      seen[fact.type === 'gate.approved' ? 'approved' : 'scored'] += 1;
      for (const account of mine) expect(before.context.drafters).not.toContain(account);
    }
    const duty = own[fact.type];
    if (duty) for (const account of mine) give(account, duty);
    for (const account of after.context.drafters) give(account, 'drafter');
    for (const duties of had.values())
      for (const [one, other] of pairs) expect(duties.has(one) && duties.has(other)).toBe(false);
  }
  seen.apart += had.size;
}

function noGateWithout({ of, seats, taken }: Walked) {
  const [matter] = of.decisions?.matters ?? [];
  for (const { fact, actor, before, after } of taken) {
    if (fact.type !== 'gate.approved') continue;
    const here = phaseNow(of, before.context, fact.phase);
    const decides = matter && deciderOf(matter, amountIn(before.context));
    const isOfTable = matter?.powers.some(({ post }) => post === actor.post) ?? false;
    if (here.gate?.matter && isOfTable) expect(actor.post).toBe(decides);
    const passed = after.context.passed[fact.phase];
    if (!passed || before.context.passed[fact.phase] === passed) continue;
    seen.passed += 1;
    if (fact.phase === 'fit-gap') seen.quorum += 1;
    for (const { body } of here.gate?.approvals ?? []) {
      const voices = passed.approvals.filter((voice) => voice.body === body);
      const asked = fact.phase === 'fit-gap' ? ASKED.find((one) => one.body === body)?.voices : 1;
      expect(voices.length).toBeGreaterThanOrEqual(asked ?? 1);
      voices.forEach((voice, at) => {
        expect(voices.slice(at + 1).some((other) => isSameVoice(voice, other))).toBe(false);
      });
    }
    for (const { account, body, on } of passed.approvals)
      expect(holders(grantsOf(seats), body, 'juki', on)).toContain(account);
  }
}

function nothingFromUnder({ of, taken }: Walked) {
  for (const { fact, actor, before, after } of taken) {
    const { phase } = standing(before);
    if (fact.type === 'approver.recused') seen.recused += 1;
    if (fact.type === 'contract.recorded') seen.contracts += 1;
    if (fact.type === 'gate.approved')
      for (const { account, phase: at } of before.context.recused ?? [])
        if (at === phase) expect(answersFor(actor)).not.toContain(account);
    const stands = after.context.approvals.length > 0 && after.context.submission !== null;
    if (!stands || before.context.approvals.length === 0 || standing(after).phase !== phase) continue;
    const bundle = ({ context }: MigrationSnapshot) =>
      bundleOf({ definition: of, context, here: phaseNow(of, context, phase) });
    expect(goneFrom(bundle(before), bundle(after))).toEqual([]);
  }
}

describe('over people, posts, deputies and walks', () => {
  it('nobody has two duties that are apart; no drafter approves or scores; no gate opens without those it asks for, each in a seat held on the day; nobody decides above their power; nothing is taken from under voices that stand; whoever is recused gives none', () => {
    fc.assert(
      fc.property(walks, ({ pairs, seats, steps }) => {
        const of = ofWith(pairs);
        const one = { of, pairs, seats, taken: walked(of, seats, steps) };
        for (const holds of [nobodyInTwo, noGateWithout, nothingFromUnder]) holds(one);
      }),
      { numRuns: 60 },
    );
  });

  it('and all of this was tried', () => {
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });
});
