// Whatever people, deputies and posts there are, and whatever they try: nobody passes a gate in two duties that are apart, no gate opens
// without those it asks for, nobody decides above their 専決, and what was approved is what there is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deciderOf } from '../../../machines/decision/authority.ts';
import { votesAsked } from '../../../machines/decision/quorum.ts';
import type { Decisions, Duty } from '../../../machines/definition/decisions.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { amountIn, phaseNow } from '../../../machines/migration/authority/power.ts';
import { bundleOf, goneFrom } from '../../../machines/migration/bundle/bundle.ts';
import { accepts, take } from '../../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../../machines/migration/state.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { holders } from '../../../machines/programme/transfer/foresee.ts';
import { answersFor, isSameVoice } from '../../../machines/record/deputy.ts';
import type { Actor } from '../../../machines/record/submission.ts';
import { addDays } from '../../../machines/values/date.ts';
import { person, readinessReport, stamped } from '../../builders/migration.ts';
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
];
const separate = fc.subarray(PAIRS, { minLength: 1 });

const ofWith = (pairs: [Duty, Duty][]): MigrationDefinition => {
  const decisions: Decisions = { ...TABLE, separate: pairs };
  return city(decisions, {
    matter: 'contract',
    approvals: [
      { body: 'working-group', quorum: 2 },
      { body: 'promotion-committee', quorum: 1 },
    ],
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

/** Whoever comes first of those who may; only holders of that day act: what the lock at the door sees to. */
function walked(of: MigrationDefinition, seats: readonly Seat[], steps: readonly Step[]): Taken[] {
  const walk = new Walk(of);
  // Half of them have their amount from the start: without one no gate of a matter opens.
  if (seats.length % 2 === 0) walk.take(contractOf(9_000_000), person('z', 'contracts-division'));
  const powers = grantsOf(seats);
  const taken: Taken[] = [];
  let passed = 0;
  for (const one of steps) {
    passed += one.day;
    const day = addDays(FIRST, passed);
    const at = `${day}T10:00:00+09:00`;
    walk.wake(at);
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
    const tried = told ? inTurn : [renkei];
    const mayNot = (actor: Actor) => accepts(of, before, stamped(fact, actor, { at })).length > 0;
    for (const actor of tried.filter(mayNot).slice(0, 1))
      expect(take(of, before, stamped(fact, actor, { at })).snapshot).toBe(before);
    const actor = tried.find((one) => !mayNot(one));
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
const seen = { passed: 0, approved: 0, apart: 0, contracts: 0, recused: 0 };

describe('over people, posts, deputies and walks', () => {
  it('nobody has two duties that are apart, and no drafter approves', () => {
    fc.assert(
      fc.property(walks, ({ pairs, seats, steps }) => {
        const had = new Map<string, Set<Duty>>();
        const give = (account: string, duty: Duty) =>
          had.set(account, new Set([...(had.get(account) ?? []), duty]));
        for (const { fact, actor, before, after } of walked(ofWith(pairs), seats, steps)) {
          const mine = actor.kind === 'person' ? answersFor(actor) : [];
          if (fact.type === 'gate.approved') {
            seen.approved += 1;
            for (const account of mine) expect(before.context.drafters).not.toContain(account);
          }
          const own = {
            'gate.approved': 'approver',
            'contract.recorded': 'contract',
            'system.wentLive': 'acceptance',
          } as const;
          const duty = Object.hasOwn(own, fact.type) ? own[fact.type as keyof typeof own] : null;
          if (duty) for (const account of mine) give(account, duty);
          for (const account of after.context.drafters) give(account, 'drafter');
          for (const duties of had.values())
            for (const [one, other] of pairs) expect(duties.has(one) && duties.has(other)).toBe(false);
        }
        seen.apart += had.size;
      }),
      { numRuns: 30 },
    );
  });

  it('no gate opens without those it asks for, each in a seat held on the day, and nobody decides above their power', () => {
    fc.assert(
      fc.property(walks, ({ pairs, seats, steps }) => {
        const of = ofWith(pairs);
        const [matter] = of.decisions?.matters ?? [];
        for (const { fact, actor, before, after } of walked(of, seats, steps)) {
          if (fact.type !== 'gate.approved') continue;
          const here = phaseNow(of, before.context, fact.phase);
          const decides = matter && deciderOf(matter, amountIn(before.context));
          const isOfTable = matter?.powers.some(({ post }) => post === actor.post) ?? false;
          if (here.gate?.matter && isOfTable) expect(actor.post).toBe(decides);
          const passed = after.context.passed[fact.phase];
          if (!passed || before.context.passed[fact.phase] === passed) continue;
          seen.passed += 1;
          for (const asked of here.gate?.approvals ?? []) {
            const voices = passed.approvals.filter(({ body }) => body === asked.body);
            expect(voices.length).toBeGreaterThanOrEqual(votesAsked(asked, of.bodies));
            voices.forEach((voice, at) => {
              expect(voices.slice(at + 1).some((other) => isSameVoice(voice, other))).toBe(false);
            });
          }
          for (const { account, body, on } of passed.approvals)
            expect(holders(grantsOf(seats), body, 'juki', on)).toContain(account);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('nothing is taken from under voices that stand, and whoever is recused gives none', () => {
    fc.assert(
      fc.property(walks, ({ pairs, seats, steps }) => {
        const of = ofWith(pairs);
        for (const { fact, actor, before, after } of walked(of, seats, steps)) {
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
      }),
      { numRuns: 30 },
    );
  });

  it('and all of this was tried', () => {
    for (const [what, count] of Object.entries(seen)) expect(count, what).toBeGreaterThan(0);
  });
});
