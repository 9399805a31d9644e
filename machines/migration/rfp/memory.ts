// What a migration remembers of the procurement it has open: plain JSON. The words of questions, and single sheets once they are
// opened, stand in the record alone.
import type { StageId } from '../../definition/rfp-control.ts';
import type { Person } from '../../record/person.ts';
import type { Instant, VagueDay } from '../../values/date.ts';
import type { Form, Terms } from './terms.ts';

export interface Bidder {
  name: string;
  appliedOn: VagueDay;
  /** 参加資格: null until it is decided. */
  accepted: boolean | null;
  /** Why not. */
  reason?: string;
  withdrew?: { on: VagueDay; reason: string };
  proposal?: { receivedAt: Instant; priceYen?: number; late?: true };
  /** The round after which they did not go on. */
  out?: { round: string; on: VagueDay };
}

export interface Evaluator {
  name: string;
  appointedOn: VagueDay;
  /** 除斥 */
  recused?: { on: VagueDay; reason: string };
}

/** By bidder, then by criterion: exact decimals. */
export type Points = Record<string, Record<string, string>>;

/** `seal`: words of chance, so that no hash that rests on it is guessed from few digits. */
export interface Sheet {
  points: Points;
  seal: string;
  on: VagueDay;
}

/** What the sheets come to: rounded by the rule, and nothing left of how each evaluator came to it. */
export interface Result {
  technical: string;
  price: string;
  /** What counts of the round before. */
  carried?: { technical: string; price: string };
  total: string;
  /** By criterion, for the printed table. */
  criteria: Record<string, string>;
  /** False where the technical points are too few. */
  ranked: boolean;
}

/** The order of bidders who are equal, as a lot or the committee gave it. */
export interface TieOrder {
  order: string[];
  how: 'lot' | 'committee';
  reason: string;
}

/** A negotiation that failed, as one says and a body decides. */
export type Failing = Person & {
  reason: string;
  on: VagueDay;
  votes: (Person & { body: string; on: VagueDay })[];
};

export interface Outcome {
  on: VagueDay;
  /** Whose turn it is, first to last, the deviating choice first. */
  order: string[];
  /** Why another than the first by the scores was chosen. */
  reason?: string;
  failed: { bidder: string; reason: string; on: VagueDay }[];
}

/** Price points that were entered, with why. */
export interface EnteredPrices {
  points: Record<string, string>;
  reason: string;
}

/** A round that is over, as it was when those who go on were told. */
export interface RoundOver {
  round: string;
  closedOn: VagueDay;
  notifiedOn: VagueDay;
  scorers: string[];
  results: Record<string, Result>;
  ties: TieOrder[];
  prices?: EnteredPrices;
  goesOn: string[];
}

export interface Rfp {
  number: number;
  phase: string;
  on: VagueDay;
  terms: Terms;
  stages: Partial<Record<StageId, Instant>>;
  /** In the order of their numbers: whether each is answered. */
  questions: boolean[];
  answersPublishedOn: VagueDay | null;
  bidders: Record<string, Bidder>;
  /** Why a single bidder is scored. */
  single?: string;
  evaluators: Record<string, Evaluator>;
  /** By account; gone once they are opened. */
  sheets: Record<string, Sheet>;
  prices?: EnteredPrices;
  /** Rounds before the one whose sheets, results and ties stand here. */
  over?: RoundOver[];
  closedOn: VagueDay | null;
  /** Who scored what was counted. */
  scorers: string[];
  results: Record<string, Result>;
  ties: TieOrder[];
  outcome: Outcome | null;
  failing: Failing | null;
  /** Who ran any of it: they score none of it. */
  staff: string[];
}

/** What became of one that is over. */
export interface EndedRfp {
  number: number;
  form: Form;
  title: string;
  on: VagueDay;
  as: 'ended' | 'wentBack';
  reason: string;
}

/** The part of a migration's memory that is this room's. */
export interface RfpMemory {
  open?: Rfp;
  ended: EndedRfp[];
}
