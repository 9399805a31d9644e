// Each evaluator's sheet is an act of their own, sealed until all are opened at once; a sheet is replaced by its author before that.
// Opening makes the points; nothing of it changes afterwards.

import Decimal from 'decimal.js';
import * as z from 'zod';
import { id } from '../../definition/words.ts';
import { LENGTH } from '../../record/limits.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { score } from '../../values/schemas.ts';
import { maybeWritten } from '../../values/text.ts';
import { act, asksNote, asksReason, type Case, note, people, reason, WORDS } from '../act.ts';
import { countedIn } from './bidders.ts';
import { ofEvaluator, runsIt, scoringNow } from './evaluators.ts';
import type { Points, Rfp } from './memory.ts';
import {
  changing,
  controlOf,
  inRoom,
  offered,
  posts,
  rfp,
  round,
  roundObjections,
  running,
  scored,
} from './room.ts';
import { carriedTo, namesRound, roundNow, scoringIn } from './rounds/rounds.ts';
import { type Leaf, leavesOf } from './scores/criteria.ts';
import { resultsOf } from './scores/points.ts';
import { isOverAt } from './stages.ts';
import type { Scoring } from './terms.ts';

const byCriterion = z.record(id, score);
const sheet = z.strictObject({
  type: z.literal('rfp.sheetSigned'),
  rfp,
  round,
  points: z.record(id, byCriterion),
  /** By bidder: what the evaluator wrote beside the points. */
  remarks: z.record(id, maybeWritten(LENGTH.paragraph)).optional(),
  /** Words of chance, made where it is sent: no hash that rests on the sheet is guessed from few digits. */
  seal: z.string().regex(/^[0-9a-f]{32}$/, { message: 'seal' }),
});
type SheetSigned = z.infer<typeof sheet>;

/** One bidder alone is scored for a reason. */
function bidderObjections({ definition }: Pick<Case, 'definition'>, open: Rfp): Refusal[] {
  const counted = countedIn(open);
  const [only] = counted;
  if (only === undefined) return [refusal('rfp.noProposal', {})];
  const name = open.bidders[only]?.name ?? only;
  const who = [...controlOf(definition).decides];
  return counted.length === 1 && open.single === undefined ? [refusal('rfp.single', { name, who })] : [];
}

export function singleObjections(open: Rfp): Refusal[] {
  const count = countedIn(open).length;
  return count === 1 ? [] : [refusal('rfp.notSingle', { count })];
}

function notNow({ event }: Pick<Case, 'event'>, open: Rfp): Refusal[] {
  if (open.closedOn !== null) return [refusal('rfp.scoringClosed', { on: open.closedOn })];
  const until = open.stages.proposalsUntil ?? '';
  return isOverAt(open.stages, 'proposalsUntil', event.at) ? [] : [refusal('rfp.scoringEarly', { until })];
}

const scoringObjections = (given: Case<SheetSigned>, open: Rfp): Refusal[] =>
  scored(open, (scoring) => {
    const { account } = given.event.actor;
    const ran = runsIt(account, open);
    const other = roundObjections(given.fact, open);
    if (other.length > 0) return other;
    return [
      ...ofEvaluator(open, account, ({ name, recused }) =>
        recused ? [refusal('rfp.evaluatorRecused', { name, on: recused.on })] : [],
      ),
      ...ran,
      ...notNow(given, open),
      ...bidderObjections(given, open),
      ...pointObjections(given.fact.points, open, leavesOf(scoring)),
    ];
  });

/** What points are given for; without a label the price, which is no criterion of the terms. */
type Asked = Pick<Leaf, 'id' | 'points'> & { label: string | null };

/** Every criterion of every bidder that counts, each once, none above what it is worth. */
export function pointObjections(points: Points, open: Rfp, leaves: readonly Asked[]): Refusal[] {
  const counted = countedIn(open);
  const cells = missingIn(points, counted, leaves).map((cell) => ({
    ...cell,
    ...called(cell, open, leaves),
  }));
  const known = leaves.map((leaf) => leaf.id);
  return [
    ...Object.keys(points).flatMap((bidder) =>
      counted.includes(bidder)
        ? []
        : [refusal('rfp.unknown', { what: 'bidder', id: bidder, known: [...counted] })],
    ),
    ...unknownCriteria(points, known).map((one) =>
      refusal('rfp.unknown', { what: 'criterion', id: one, known }),
    ),
    ...(cells.length > 0 ? [refusal('rfp.pointsMissing', { cells })] : []),
    ...overIn(points, open, leaves),
  ];
}

const unknownCriteria = (points: Points, known: readonly string[]): string[] => [
  ...new Set(Object.values(points).flatMap((of) => Object.keys(of).filter((one) => !known.includes(one)))),
];

const missingIn = (points: Points, counted: readonly string[], leaves: readonly Asked[]) =>
  counted.flatMap((bidder) =>
    leaves.flatMap(({ id: criterion }) =>
      points[bidder]?.[criterion] === undefined ? [{ bidder, criterion }] : [],
    ),
  );

/** A cell of a sheet as its evaluator reads it: what the firm and what the criterion are called. */
const called = (
  { bidder, criterion }: { bidder: string; criterion: string },
  { bidders }: Pick<Rfp, 'bidders'>,
  leaves: readonly Asked[],
) => {
  const leaf = leaves.find(({ id: one }) => one === criterion);
  return { name: bidders[bidder]?.name ?? bidder, label: leaf ? leaf.label : criterion };
};

const overIn = (points: Points, open: Rfp, leaves: readonly Asked[]): Refusal[] =>
  Object.entries(points).flatMap(([bidder, of]) =>
    leaves.flatMap(({ id: criterion, points: most }) => {
      const given = of[criterion];
      return given !== undefined && new Decimal(given).gt(most)
        ? [
            refusal('rfp.pointsOver', {
              ...{ bidder, criterion, points: given, most },
              ...called({ bidder, criterion }, open, leaves),
            }),
          ]
        : [];
    }),
  );

const opening = z.strictObject({ type: z.literal('rfp.scoringClosed'), rfp, round, note });

const openingObjections = (given: Case<z.infer<typeof opening>>, open: Rfp): Refusal[] =>
  scored(open, (scoring) => {
    const early = [...roundObjections(given.fact, open), ...notNow(given, open)];
    if (early.length > 0) return early;
    return [
      ...bidderObjections(given, open),
      ...sheetObjections(given, open, scoring),
      ...priceObjections(open, scoring),
    ];
  });

/** Every evaluator who is not recused has a sheet, for every bidder that counts now. */
function sheetObjections({ definition }: Pick<Case, 'definition'>, open: Rfp, scoring: Scoring): Refusal[] {
  const leaves = leavesOf(scoring);
  if (leaves.length === 0) return [];
  const now = scoringNow(open);
  if (now.length === 0) return [refusal('rfp.noEvaluators', { who: [...controlOf(definition).runs] })];
  const counted = countedIn(open);
  const names = now.flatMap((account) => {
    const points = open.sheets[account]?.points;
    const isWhole = points !== undefined && missingIn(points, counted, leaves).length === 0;
    return isWhole ? [] : [open.evaluators[account]?.name ?? account];
  });
  return names.length > 0 ? [refusal('rfp.sheetsMissing', { names })] : [];
}

function priceObjections({ bidders, prices, ...open }: Rfp, { price }: Scoring): Refusal[] {
  if (!price) return [];
  const isManual = price.formula === 'manual';
  const isKnown = (bidder: string) =>
    isManual ? prices?.points[bidder] !== undefined : bidders[bidder]?.proposal?.priceYen !== undefined;
  const missing = countedIn({ bidders, ...open }).filter((bidder) => !isKnown(bidder));
  return missing.length > 0
    ? [
        refusal('rfp.pricesMissing', {
          bidders: missing.map((bidder) => bidders[bidder]?.name ?? bidder),
          isManual,
        }),
      ]
    : [];
}

function opened({ event }: Pick<Case, 'event'>, open: Rfp): Rfp {
  const scoring = scoringIn(open);
  if (!scoring) return open;
  const scorers = scoringNow(open);
  const sheets = scorers.flatMap((account) => open.sheets[account] ?? []).map(({ points }) => points);
  const carried = (bidder: string) => carriedTo(open, bidder);
  const results = resultsOf(open, scoring, countedIn(open), sheets, carried);
  return { ...open, sheets: {}, scorers, results, closedOn: event.occurredOn };
}

const entered = z.strictObject({
  type: z.literal('rfp.pricesEntered'),
  rfp,
  round,
  points: z.record(id, score),
  reason,
});

const enteringObjections = ({ fact }: Case<z.infer<typeof entered>>, open: Rfp): Refusal[] =>
  scored(open, ({ price }) => {
    const other = roundObjections(fact, open);
    if (other.length > 0) return other;
    if (open.closedOn !== null) return [refusal('rfp.scoringClosed', { on: open.closedOn })];
    if (price?.formula !== 'manual')
      return [refusal('rfp.pricesByFormula', { formula: price?.formula ?? '-' })];
    const leaf: Asked = { id: 'price', label: null, points: price.points };
    const points = Object.fromEntries(
      Object.entries(fact.points).map(([bidder, given]) => [bidder, { price: given }]),
    );
    return pointObjections(points, open, [leaf]);
  });

export const scoringActs = {
  'rfp.singleAccepted': act({
    inside: true,
    schema: z.strictObject({ type: z.literal('rfp.singleAccepted'), rfp, reason }),
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    sample: (outlook) =>
      offered('decides', outlook, (open) =>
        countedIn(open).length === 1 && open.single === undefined ? { reason: WORDS } : null,
      ),
    who: posts('decides'),
    voice: true,
    objections: inRoom('decides', (_, open) => singleObjections(open)),
    change: changing(({ fact }, open) => ({ ...open, single: fact.reason })),
  }),
  'rfp.sheetSigned': act({
    inside: true,
    sealed: ({ rfp: memory }, { rfp: number, round: of }) =>
      memory?.open?.number === number && memory.open.closedOn === null && roundNow(memory.open)?.id === of,
    ownDoor: true,
    duty: 'scorer',
    schema: sheet,
    from: people,
    taken: 'anywhere',
    asks: [],
    who: posts('evaluates'),
    objections: inRoom('evaluates', scoringObjections),
    change: changing(({ event, fact }, open) => {
      const signed = { points: fact.points, seal: fact.seal, on: event.occurredOn };
      return { ...open, sheets: { ...open.sheets, [event.actor.account]: signed } };
    }),
  }),
  'rfp.pricesEntered': act({
    inside: true,
    schema: entered,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    who: posts('runs'),
    objections: inRoom('runs', enteringObjections),
    change: running(({ fact: { points, reason: why } }, open) => ({
      ...open,
      prices: { points, reason: why },
    })),
  }),
  'rfp.scoringClosed': act({
    inside: true,
    schema: opening,
    from: people,
    taken: 'anywhere',
    asks: [asksNote],
    sample: (outlook) =>
      offered('runs', outlook, (open) =>
        scoringIn(open) && open.closedOn === null ? namesRound(open) : null,
      ),
    who: posts('runs'),
    objections: inRoom('runs', openingObjections),
    change: running(opened),
  }),
};
