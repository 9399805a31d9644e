// The fact that the answers of an act's dialog make, in the shape the server's door takes: by kind of question, for
// whatever act.
import type { ActView, Question } from '../questions.ts';
import type { Draft, EvidenceDraft } from '../sending/draft.ts';
import {
  costsOf,
  countOf,
  fiscalYearOf,
  fiscalYearsOf,
  plain,
  scoreOf,
  vagueDayOf,
  yenOf,
} from './figures.ts';

export type Fact = { type: string } & Record<string, unknown>;

export function factOf(act: ActView, draft: Draft): Fact {
  const fact: Fact = { ...structuredClone(act.given), type: act.type };
  for (const question of act.asks) put(fact, question.name, answerTo(question, draft));
  return fact;
}

/** A fact that stands, with those answers in it that are others than before: whatever was not touched stays as it is. */
export function changedFact(stood: Fact, asks: readonly Question[], before: Draft, now: Draft): Fact {
  const fact = structuredClone(stood);
  for (const question of asks) {
    const answer = answerTo(question, now);
    if (JSON.stringify(answer) === JSON.stringify(answerTo(question, before))) continue;
    if (answer === undefined) leaveOut(fact, question.name);
    else put(fact, question.name, answer);
  }
  return fact;
}

function leaveOut(fact: Record<string, unknown>, name: string): void {
  const [first = name, ...rest] = name.split('.');
  if (rest.length === 0) delete fact[first];
  else if (fact[first] !== undefined) leaveOut(fact[first] as Record<string, unknown>, rest.join('.'));
}

/** `outOf.price` is the member `price` of `outOf`; what is undefined is left out. */
function put(fact: Record<string, unknown>, name: string, answer: unknown): void {
  if (answer === undefined) return;
  const [first = name, ...rest] = name.split('.');
  if (rest.length === 0) {
    fact[first] = answer;
    return;
  }
  const part = (fact[first] ?? {}) as Record<string, unknown>;
  fact[first] = part;
  put(part, rest.join('.'), answer);
}

function answerTo(question: Question, draft: Draft): unknown {
  const { name } = question;
  const typed = (draft.values[name] ?? '').trim();
  const chosen = draft.chosen[name] ?? [];
  switch (question.kind) {
    case 'paper':
      return draft.evidence.map(paperOf)[0];
    case 'papers':
      return draft.evidence.map(paperOf);
    case 'amounts':
      if (question.optional && draft.amounts.every(({ amountYen }) => plain(amountYen) === ''))
        return undefined;
      return draft.amounts.map(({ fiscalYear, amountYen }) => ({
        fiscalYear: fiscalYearOf(fiscalYear),
        amountYen: yenOf(amountYen),
      }));
    case 'steps':
      if (question.optional && chosen.length === 0) return undefined;
      return Object.fromEntries(chosen.map((step) => [step, typed]));
    case 'businesses':
      return chosen;
    case 'reasonTypes':
      return chosen.map(Number);
    case 'fiscalYears':
      return fiscalYearsOf(typed) ?? [];
    default:
      return single(question.kind, typed);
  }
}

/** One typed value, as what was checked; empty, a figure or a day is not known, and words are left out. */
function single(kind: Question['kind'], typed: string): unknown {
  if (plain(typed) === '') return kind === 'count' || kind === 'day' ? null : undefined;
  switch (kind) {
    case 'score':
      return scoreOf(typed);
    case 'count':
    case 'number':
    case 'ordinal':
      return countOf(typed);
    case 'costs':
      return costsOf(typed);
    case 'yen':
      return yenOf(typed);
    case 'fiscalYear':
      return fiscalYearOf(typed);
    case 'vagueDay':
      return vagueDayOf(typed);
    default:
      return typed;
  }
}

/** As it is sent. */
export function paperOf({ kind, title, sha256, documentNo, decidedOn }: EvidenceDraft) {
  return {
    kind: plain(kind),
    title: title.trim(),
    sha256: plain(sha256).toLowerCase(),
    documentNo: documentNo.trim(),
    decidedOn,
  };
}
