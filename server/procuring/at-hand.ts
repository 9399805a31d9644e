// The procurement that a route is about, and who reads it; and of the record what its state does not keep: words of questions, sheets.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { Points, Rfp } from '../../machines/migration/rfp/memory.ts';
import { closedRounds, namesRound, roundNow, scoringIn } from '../../machines/migration/rfp/rounds/rounds.ts';
import { leavesOf } from '../../machines/migration/rfp/scores/criteria.ts';
import type { Scoring } from '../../machines/migration/rfp/terms.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { refusal } from '../../machines/record/refusal.ts';
import type { VagueDay } from '../../machines/values/date.ts';
import { hiddenPhases, seesInside } from '../door/disclosing.ts';
import { type State, stateOf } from '../door/state.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { refusedBy } from '../http/problem/refused-by.ts';
import type { ProgrammeAtHand } from '../http/request.ts';

export interface ProcurementAtHand {
  state: State;
  chain: string;
  inside: boolean;
  /** Its entries are hidden from the reader until it is decided, or again. */
  isHidden: boolean;
}

export async function procurementAt(
  ledger: Ledger,
  { definition: { code }, viewer }: ProgrammeAtHand,
  system: string,
  asOf: AsOf = null,
): Promise<ProcurementAtHand> {
  const now = await stateOf(ledger, code, system, null);
  const state = asOf ? await stateOf(ledger, code, system, asOf) : now;
  const inside = seesInside(viewer, now);
  return {
    state,
    chain: chainOf(code, system),
    inside,
    isHidden: hiddenPhases(viewer, system, now).size > 0,
  };
}

/** @throws ProblemError refused: none is open, or it is not the reader's to see */
export function openOf({ state, inside, isHidden }: ProcurementAtHand, isPublic = false): Rfp {
  const open = state.snapshot.context.rfp?.open;
  if (!inside && (isHidden || !isPublic)) throw new ProblemError('forbidden');
  if (!open) throw refusedBy(refusal('rfp.notOpen', {}));
  return open;
}

async function factsOf<T extends { rfp: number }>(
  ledger: Ledger,
  chain: string,
  type: string,
): Promise<(EntryBody & { fact: T })[]> {
  const found = await ledger.entriesOfType(chain, type, 0);
  // What stands under a type in the record was read by that type's schema before it was appended.
  return found.map((entry) => bodyOf(entry) as EntryBody & { fact: T });
}

/** Each question with the answer that stands. */
export async function questionsOf(ledger: Ledger, chain: string, { number }: Rfp) {
  const [asked, answered] = await Promise.all([
    factsOf<{ rfp: number; number: number; from: string; question: string }>(
      ledger,
      chain,
      'rfp.questionAsked',
    ),
    factsOf<{ rfp: number; number: number; answer: string }>(ledger, chain, 'rfp.questionAnswered'),
  ]);
  const answers = new Map(
    answered.filter(({ fact }) => fact.rfp === number).map(({ fact }) => [fact.number, fact.answer]),
  );
  return asked
    .filter(({ fact }) => fact.rfp === number)
    .map(({ fact }) => ({ ...fact, answer: answers.get(fact.number) ?? null }));
}

/** The sheets that were counted, once they are opened: the last of each who scored. */
export async function sheetsOf(ledger: Ledger, chain: string, open: Rfp): Promise<Map<string, Points>> {
  if (open.closedOn === null) return new Map();
  const signed = await factsOf<{ rfp: number; round?: string; points: Points }>(
    ledger,
    chain,
    'rfp.sheetSigned',
  );
  const { round } = namesRound(open);
  return new Map(
    signed
      .filter(
        ({ fact, actor }) =>
          fact.rfp === open.number && fact.round === round && open.scorers.includes(actor.account),
      )
      .map(({ fact, actor }) => [actor.account, fact.points]),
  );
}

/** One scoring whose sheets are opened: what each evaluator gave whom, on what. */
export interface ScoredRound {
  /** Null where it is not scored in rounds. */
  round: { id: string; label: string } | null;
  closedOn: VagueDay;
  criteria: { id: string; label: string; points: string }[];
  sheets: { account: string; name: string; points: Points }[];
}

/** Each of the procurement that is open whose sheets are opened, first to last. For those alone who see inside. */
export async function scoredRounds(ledger: Ledger, chain: string, open: Rfp): Promise<ScoredRound[]> {
  const rounds = await Promise.all(
    closedRounds(open).map(async (one) => ({ one, sheets: await sheetsOf(ledger, chain, one) })),
  );
  return rounds.flatMap(({ one, sheets }) => {
    const [scoring, now] = [scoringIn(one), roundNow(one)];
    if (!scoring || one.closedOn === null) return [];
    return [
      {
        round: now && { id: now.id, label: now.label },
        closedOn: one.closedOn,
        criteria: leavesOf(scoring).map(({ id, label, points }) => ({ id, label, points })),
        sheets: one.scorers.map((account) => ({
          account,
          name: one.evaluators[account]?.name ?? account,
          points: sheets.get(account) ?? {},
        })),
      },
    ];
  });
}

/** With what is scored in it. @throws ProblemError refused where nothing is */
export function scoredOf(open: Rfp): { open: Rfp; scoring: Scoring } {
  const scoring = scoringIn(open);
  if (!scoring) throw refusedBy(refusal('rfp.notScored', {}));
  return { open, scoring };
}
