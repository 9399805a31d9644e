// What is typed otherwise than it stands, as it is said before it is proposed: field by field, of amounts the years that differ. Pure.

import type { SystemView } from '../../server/contract/migrations/system.ts';
import { differingPapers } from '../../texts/acts/paper-words.ts';
import { documentText } from '../../texts/names.ts';
import { paperOf } from '../acts/form/fact.ts';
import { costsOf, fiscalYearOf } from '../acts/form/figures.ts';
import type { AskedDocument } from '../acts/form/input-props.ts';
import type { Question } from '../acts/questions.ts';
import { answerWords, byBoth, yearAmountWords } from '../acts/repeat/answer-words.ts';
import type { Draft } from '../acts/sending/draft.ts';
import type { Speech } from './words.ts';

export interface Change {
  field: string;
  /** Empty where nothing stands, or nothing is to. */
  was: string;
  now: string;
}

export interface Among {
  view: SystemView;
  /** That a gate asks for, by kind. */
  documents: readonly AskedDocument[];
}

export const changesIn = (
  asks: readonly Question[],
  [before, now]: readonly [Draft, Draft],
  { view, documents }: Among,
  speech: Speech,
): Change[] =>
  asks.flatMap((question): Change[] => {
    const field = speech.say(question.label);
    if (question.kind === 'amounts') return yearChanges(field, before, now, speech);
    if (question.kind === 'paper' || question.kind === 'papers')
      return paperChanges([before, now], documents, speech);
    if (question.kind === 'costs') return costChanges(field, [before, now], question.name, speech);
    const [was, is] = [before, now].map((draft) => answerWords(question, draft, view, speech));
    return was === is ? [] : [{ field, was: was ?? '', now: is ?? '' }];
  });

/** An amount that is not understood stands as it was typed: what is wrong with it is said at its field. */
function yearChanges(field: string, before: Draft, now: Draft, speech: Speech): Change[] {
  const rows = ({ amounts }: Draft) =>
    new Map(amounts.map((one) => [fiscalYearOf(one.fiscalYear) ?? one.fiscalYear, one]));
  const [was, is] = [rows(before), rows(now)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((year): Change[] => {
    const [one, other] = [was.get(year), is.get(year)].map((row) =>
      row ? yearAmountWords(row, speech) : { year: '', amount: '' },
    );
    if (!one || !other || one.amount === other.amount) return [];
    return [{ field: `${field} ${other.year || one.year}`, was: one.amount, now: other.amount }];
  });
}

/** As it is said to whoever decides; each document by its place. */
const paperChanges = (
  [before, now]: readonly [Draft, Draft],
  documents: readonly AskedDocument[],
  { say }: Speech,
): Change[] => {
  const papers = [before.evidence.map(paperOf), now.evidence.map(paperOf)] as const;
  const names = { document: (kind: string) => documentText(kind, documents) };
  return differingPapers(papers, names).map(({ field, wrong, right }) => ({
    field: say(field),
    was: wrong ? say(wrong) : '',
    now: right ? say(right) : '',
  }));
};

/** Year by year; costs that are not understood stand as they were typed. */
function costChanges(
  field: string,
  drafts: readonly [Draft, Draft],
  name: string,
  { t, money, fiscalYear }: Speech,
): Change[] {
  const typed = drafts.map(({ values }) => values[name] ?? '');
  const [before, now] = typed.map(costsOf);
  if (!before || !now)
    return typed[0] === typed[1] ? [] : [{ field, was: typed[0] ?? '', now: typed[1] ?? '' }];
  const years = new Set([...before, ...now].map((one) => one.fiscalYear));
  const words = (costs: typeof before, year: number) =>
    costs
      .filter((one) => one.fiscalYear === year)
      .map(({ migrationYen, operationYen }) =>
        t('correction.costsOfYear', { migration: money(migrationYen), operation: money(operationYen) }),
      )
      .join();
  return [...years].flatMap((year): Change[] => {
    const [was, is] = [words(before, year), words(now, year)];
    return was === is ? [] : [{ field: `${field} ${byBoth(fiscalYear(year), year)}`, was, now: is }];
  });
}
