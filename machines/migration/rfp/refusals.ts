// Every way this room says no, as a code with its facts; the sentences are texts/rfp/refusal-texts.ts's.
import type { Text } from '../../definition/definition.ts';
import type { StageId } from '../../definition/rfp-control.ts';

/** Of a sheet: by ids, and as bidder and criterion are called; without a label the price, which every language calls otherwise. */
type Cell = { bidder: string; criterion: string; name: string; label: string | null };

export interface RfpRefusalFacts {
  'rfp.notOpen': Record<string, never>;
  'rfp.otherNumber': { rfp: number; current: number };
  'rfp.alreadyOpen': { number: number; title: string };
  /** It is opened in a phase whose files the path hides. */
  'rfp.otherPhase': { phase: string; phases: string[] };
  'rfp.stageMissing': { stage: StageId };
  'rfp.stageOrder': { stage: StageId; at: string; after: StageId; afterAt: string };
  /** A day on which the office is closed, or an hour after it closes. */
  'rfp.stageClosed': { stage: StageId; at: string; closesAt: string | null };
  /** Not within the hours that the path's rule says. */
  'rfp.stageHours': { stage: StageId; at: string; from: string; until: string; basis: Text };
  'rfp.tooShort': {
    from: StageId;
    to: StageId;
    days: number;
    least: number;
    open: boolean;
    basis: Text;
    /** As few in urgency; null where the rule knows none. */
    urgentDays: number | null;
    urgent: boolean;
  };
  'rfp.stageOver': { stage: StageId; at: string };
  'rfp.stageNotLater': { stage: StageId; at: string; now: string };
  'rfp.scoringMissing': { form: string };
  'rfp.scoringUnneeded': { form: string };
  'rfp.ceilingMissing': { formula: string };
  /** Of rounds: ids that stand twice, fewer than two, a last one that leads on, a scoring beside them. */
  'rfp.roundsFlawed': { twice: string[]; few: boolean; leadsOn: boolean; beside: boolean };
  /** An act is about the round that is scored now; null where none is named, or none is scored. */
  'rfp.otherRound': { round: string | null; current: string | null; label: string | null };
  /** There is a round to come before anybody is named. */
  'rfp.roundsLeft': { round: string; next: string };
  /** After the last round nobody goes on: the candidate is named. */
  'rfp.roundIsLast': { round: string };
  /** No round is over, or not that one. */
  'rfp.roundNotOver': { round: string | null };
  /** Who goes on follows from the points. */
  'rfp.goesOnOther': { round: string; said: string[]; rule: string[] };
  'rfp.criteriaFlawed': { twice: string[]; most: number; depth: number };
  'rfp.limit': { what: 'questions' | 'bidders' | 'evaluators'; most: number };
  'rfp.unknown': { what: 'question' | 'bidder' | 'evaluator' | 'criterion'; id: string; known: string[] };
  'rfp.twice': { what: 'bidder' | 'evaluator'; id: string };
  /** The same firm under another id, as it is written there. */
  'rfp.firmTwice': { name: string; there: string };
  /** A contract is with a firm of the name that is put right. */
  'rfp.nameInContract': { name: string; vendor: string };
  'rfp.late': { what: 'question' | 'application'; until: string };
  'rfp.questionNumber': { number: number; next: number };
  'rfp.answersOut': { on: string };
  'rfp.questionsStillCome': { until: string };
  'rfp.unanswered': { numbers: number[] };
  'rfp.answersNotOut': { count: number };
  'rfp.bidderWithdrew': { name: string; on: string };
  'rfp.bidderNotAccepted': { name: string; accepted: boolean | null };
  'rfp.bidderDecided': { name: string; accepted: boolean };
  'rfp.reasonMissing': { name: string };
  'rfp.proposalThere': { name: string; receivedAt: string; late: boolean };
  'rfp.proposalLate': { name: string; receivedAt: string; until: string };
  'rfp.proposalNotLate': { name: string; receivedAt: string; until: string };
  'rfp.proposalNotThen': { receivedAt: string; from: string; until: string };
  'rfp.evaluatorRecused': { name: string; on: string };
  /** Who ran it, or drafted anything of the migration, does not score it. */
  'rfp.evaluatorNotApart': { account: string };
  /** Nobody of the programme by that account; those who go by one like it, or by that name. */
  'rfp.evaluatorUnknown': { account: string; near: { account: string; name: string }[] };
  'rfp.evaluatorOtherName': { account: string; name: string; known: string };
  /** They hold no post that scores there, nor are they to hold one. */
  'rfp.evaluatorNoPost': { account: string; name: string; posts: string[] };
  'rfp.notScored': Record<string, never>;
  'rfp.scoringClosed': { on: string };
  'rfp.scoringNotClosed': Record<string, never>;
  'rfp.scoringEarly': { until: string };
  'rfp.noProposal': Record<string, never>;
  'rfp.single': { name: string; who: string[] };
  'rfp.notSingle': { count: number };
  'rfp.pointsMissing': { cells: Cell[] };
  'rfp.pointsOver': Cell & { points: string; most: string };
  'rfp.sheetsMissing': { names: string[] };
  'rfp.noEvaluators': { who: string[] };
  'rfp.pricesMissing': { bidders: string[]; isManual: boolean };
  'rfp.pricesByFormula': { formula: string };
  'rfp.tieOpen': { groups: string[][]; who: string[] };
  'rfp.noSuchTie': { groups: string[][] };
  'rfp.tieRule': { how: 'lot' | 'committee'; rules: string[] };
  'rfp.notRanked': { name: string };
  'rfp.notFirst': { name: string; first: string };
  'rfp.outcomeThere': { candidate: string };
  'rfp.noOutcome': Record<string, never>;
  'rfp.failingAlready': { by: string };
  'rfp.notFailing': Record<string, never>;
  'rfp.contractStands': { vendor: string };
  'rfp.decidesSelection': { number: number; title: string };
  /** All with whom a contract was negotiated have failed, or nobody was ranked. */
  'rfp.noCandidate': { title: string };
  'rfp.candidateFailing': { name: string; by: string; who: string[] };
}
