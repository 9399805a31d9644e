// What is typed otherwise than it stands, as it is said before it is proposed: field by field, of amounts the years that differ. Pure.

import type { SystemView } from '../../server/contract/migrations/system.ts';
import { fiscalYearOf } from '../acts/form/figures.ts';
import type { Question } from '../acts/questions.ts';
import { answerWords, type Saying, yearAmountWords } from '../acts/repeat/answer-words.ts';
import type { Draft } from '../acts/sending/draft.ts';

export interface Change {
  field: string;
  /** Empty where nothing stands, or nothing is to. */
  was: string;
  now: string;
}

export const changesIn = (
  asks: readonly Question[],
  [before, now]: readonly [Draft, Draft],
  view: SystemView,
  speech: Saying,
): Change[] =>
  asks.flatMap((question): Change[] => {
    if (question.kind === 'amounts') return yearChanges(speech.say(question.label), before, now, speech);
    const [was, is] = [before, now].map((draft) => answerWords(question, draft, view, speech));
    return was === is ? [] : [{ field: speech.say(question.label), was: was ?? '', now: is ?? '' }];
  });

/** An amount that is not understood stands as it was typed: what is wrong with it is said at its field. */
function yearChanges(field: string, before: Draft, now: Draft, speech: Saying): Change[] {
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
