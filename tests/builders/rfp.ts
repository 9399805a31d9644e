// A procurement for tests: a path that allows one, its terms, and a walk that has reached the point a test is about.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Round, Terms } from '../../machines/migration/rfp/terms.ts';
import { definition, person } from './migration.ts';
import { Walk } from './walk.ts';

const label = (ja: string) => ({ ja, en: ja });

export const rfpPeople = {
  office: person('office', 'dx-office'),
  other: person('office-2', 'dx-office'),
  chair: person('chair', 'committee'),
  member: person('member', 'committee'),
  contracts: person('contracts', 'contracts-division'),
  evaluators: ['e1', 'e2', 'e3', 'e4', 'e5'].map((account) => person(account, 'evaluation')),
} as const;

/** The small path, whose first phase is of a procurement. */
export function rfpDefinition(over: Partial<MigrationDefinition> = {}): MigrationDefinition {
  const small = definition();
  return definition({
    path: {
      ...small.path,
      procurement: {
        phases: ['fit-gap'],
        rfp: {
          runs: ['dx-office'],
          evaluates: ['evaluation'],
          decides: ['committee'],
          minimums: [
            { from: 'announced', to: 'proposalsUntil', days: 10, basis: label('財務規則'), urgentDays: 5 },
          ],
        },
      },
    },
    bodies: [
      ...small.bodies,
      { id: 'evaluation', label: label('評価者'), members: 7 },
      { id: 'committee', label: label('事業者選定委員会'), members: 3, quorum: 2 },
    ],
    ...over,
  });
}

/** 700/300, two technical criteria of 350. */
export const terms = (over: Partial<Terms> = {}): Terms => ({
  form: 'publicProposal',
  title: '住民記録システム',
  basis: '地方自治法施行令167条の2第1項第2号',
  stages: {
    announced: '2023-11-16T09:00:00+09:00',
    questionsUntil: '2023-11-20T17:00:00+09:00',
    answersBy: '2023-11-22T17:00:00+09:00',
    applicationsUntil: '2023-11-24T17:00:00+09:00',
    proposalsUntil: '2023-11-30T17:00:00+09:00',
    firstReview: '2023-12-05T17:00:00+09:00',
    decision: '2023-12-08T17:00:00+09:00',
  },
  scoring: {
    criteria: [
      {
        id: 'technical',
        label: '技術',
        parts: [
          { id: 'plan', label: '実施計画', points: '350' },
          { id: 'team', label: '体制', points: '350' },
        ],
      },
    ],
    gather: 'average',
    price: { points: '300', formula: 'lowestOverPrice' },
    rounding: { decimals: 2, mode: 'halfUp' },
    ties: ['technical', 'price', 'committee'],
  },
  publishes: 'candidate',
  ...over,
});

/** 300 for the papers, of whom two go on with half of it; then 400 and the price. */
export const rounds = (over: { documents?: Partial<Round>; presentation?: Partial<Round> } = {}): Round[] => {
  const shared = {
    gather: 'average' as const,
    rounding: { decimals: 2, mode: 'halfUp' as const },
    ties: ['technical' as const, 'committee' as const],
  };
  return [
    {
      ...shared,
      id: 'documents',
      label: '一次審査',
      criteria: [{ id: 'plan', label: '実施計画', points: '300' }],
      minimumTechnical: '100',
      goOn: { most: 2 },
      carryPercent: 50,
      ...over.documents,
    },
    {
      ...shared,
      id: 'presentation',
      label: '二次審査',
      criteria: [{ id: 'talk', label: '説明', points: '400' }],
      price: { points: '300', formula: 'lowestOverPrice' },
      minimumTechnical: '200',
      ...over.presentation,
    },
  ];
};

export const opened = (over: Partial<Terms> = {}, rfp = 1): Fact => ({
  type: 'rfp.opened',
  rfp,
  terms: terms(over),
});

/** Three bidders with their prices; with other prices, so many. */
export const BIDDERS = { a: 100_000_000, b: 110_000_000, c: 120_000_000 } as const;

type Prices = Readonly<Record<string, number>>;

export const at = (day: string, time = '10:00:00') => ({ at: `${day}T${time}+09:00`, occurredOn: day });

export function received(over: Partial<Terms> = {}, prices: Prices = BIDDERS, of = rfpDefinition()): Walk {
  const { office } = rfpPeople;
  const walk = new Walk(of).take(opened(over), office, at('2023-11-16'));
  for (const [bidder, priceYen] of Object.entries(prices)) {
    walk.take({ type: 'rfp.bidderApplied', rfp: 1, bidder, name: `${bidder}社` }, office, at('2023-11-21'));
    if (over.form !== 'rfi')
      walk.take({ type: 'rfp.bidderQualified', rfp: 1, bidder, accepted: true }, office, at('2023-11-24'));
    const receivedAt = '2023-11-30T16:00:00+09:00';
    walk.take(
      { type: 'rfp.proposalReceived', rfp: 1, bidder, receivedAt, priceYen },
      office,
      at('2023-11-30', '16:05:00'),
    );
  }
  return walk;
}

export const SEAL = '0123456789abcdef0123456789abcdef';

export const sheet = (points: Record<string, Record<string, string>>): Fact => ({
  type: 'rfp.sheetSigned',
  rfp: 1,
  points,
  seal: SEAL,
});

export const appointed = (accounts = ['e1', 'e2', 'e3', 'e4', 'e5']): Fact => ({
  type: 'rfp.evaluatorsAppointed',
  rfp: 1,
  evaluators: accounts.map((account) => ({ account, name: account })),
});

/** The same points of all evaluators, by bidder: one number for each criterion. */
export const evenly = (points: Record<string, string>) =>
  Object.fromEntries(Object.entries(points).map(([bidder, one]) => [bidder, { plan: one, team: one }]));

/** Every evaluator has signed, and the sheets are opened. */
export function closed(
  points: Record<string, Record<string, string>>,
  over: Partial<Terms> = {},
  prices: Prices = BIDDERS,
): Walk {
  const { office, evaluators } = rfpPeople;
  const walk = received(over, prices).take(appointed(), office, at('2023-12-01'));
  for (const one of evaluators) walk.take(sheet(points), one, at('2023-12-04'));
  return walk.take({ type: 'rfp.scoringClosed', rfp: 1 }, office, at('2023-12-05'));
}
