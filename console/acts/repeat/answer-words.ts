// An answer as words, as it is read before it is recorded: what stood in the form, not what is sent.
import { businessesText } from '../../../machines/values/names/business.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import type { Speech } from '../../words/language.tsx';
import type { Word } from '../../words/words.ts';
import { fiscalYearOf, yenOf } from '../form/figures.ts';
import { type Understanding, understoodAs } from '../form/understood.ts';
import { choicesOf } from '../form/use-choices.ts';
import type { Question } from '../questions.ts';
import type { AmountDraft, Draft } from '../sending/draft.ts';

export type Saying = Understanding & Pick<Speech, 'say' | 'day'>;

/** Empty where nothing was answered. */
export function answerWords(question: Question, draft: Draft, view: SystemView, speech: Saying): string {
  const { name, kind } = question;
  const { say, day, t } = speech;
  const typed = (draft.values[name] ?? '').trim();
  const chosen = draft.chosen[name] ?? [];
  switch (kind) {
    case 'paper':
    case 'papers':
      return draft.evidence
        .map(({ title, documentNo, decidedOn }) => [title, documentNo, decidedOn && day(decidedOn)].join(' '))
        .join(t('mark.and'));
    case 'amounts':
      return draft.amounts
        .filter(({ amountYen }) => amountYen.trim() !== '')
        .map((row) => {
          const { year, amount } = yearAmountWords(row, speech);
          return `${year} ${amount}`;
        })
        .join(t('mark.and'));
    case 'steps':
      return chosen.length === 0
        ? ''
        : `${chosen.join(t('mark.dot'))}${t('mark.colon')}${t(`step.${typed}` as Word)}`;
    case 'businesses':
      return say(businessesText(chosen));
    case 'reasonTypes': {
      const offered = choicesOf(kind, view, question, speech);
      return offered.flatMap(([value, text]) => (chosen.includes(value) ? [text] : [])).join(t('mark.and'));
    }
    case 'day':
    case 'exactDay':
    case 'vagueDay':
      return /^\d{4}-\d{2}(-\d{2})?$/.test(typed) && day(typed) !== typed
        ? `${day(typed)}（${typed}）`
        : typed;
    case 'deadline':
    case 'undecidedDeadline': {
      const found = view.deadlines.find((one) => one.deadline === typed);
      return found ? say(found.label) : typed;
    }
    case 'phase':
    case 'earlierPhase': {
      const found = view.phases.find(({ id }) => id === typed);
      return found ? say(found.label) : typed;
    }
    case 'cause':
    case 'choice':
    case 'ordinal':
      return choicesOf(kind, view, question, speech).find(([value]) => value === typed)?.[1] ?? typed;
    default:
      return understoodAs(kind, typed, speech) ?? typed;
  }
}

/** What is not understood stands as it was typed. */
export function yearAmountWords(
  { fiscalYear: typed, amountYen }: Pick<AmountDraft, 'fiscalYear' | 'amountYen'>,
  { money, fiscalYear }: Saying,
): { year: string; amount: string } {
  const [year, yen] = [fiscalYearOf(typed), yenOf(amountYen)];
  return {
    year: year === null ? typed.trim() : byBoth(fiscalYear(year), year),
    amount: yen === null ? amountYen.trim() : money(yen),
  };
}

/** 令和5年度（2023）: somebody decides on it. */
export const byBoth = (said: string, year: number): string =>
  said.includes(String(year)) ? said : `${said}（${year}）`;
