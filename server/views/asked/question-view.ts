// A question of an act with its words, as every form is drawn from it.
import type { Question } from '../../../machines/record/act.ts';
import { LENGTH } from '../../../machines/record/limits.ts';
import { choicesOf } from '../../../texts/choices.ts';
import { questionText } from '../../../texts/questions.ts';
import type { QuestionView } from '../../contract/migrations/explanation.ts';

export const questionView = ({ name, kind, optional }: Question): QuestionView => ({
  name,
  kind,
  optional: optional === true,
  label: questionText(name),
  most: kind === 'paragraph' ? LENGTH.paragraph : null,
  choices: choiceViews(name),
});

function choiceViews(question: string): QuestionView['choices'] {
  const words = choicesOf(question);
  return words && Object.entries(words).map(([value, label]) => ({ value, label }));
}
