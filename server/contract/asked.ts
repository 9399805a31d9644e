// What the sender of each act is asked, with its words in both languages: for whoever has to know it before any server
// answers, as a command's options do. Follows from the acts' table.
import { acts, type FactType, isFactType } from '../../machines/migration/acts.ts';
import type { Question } from '../../machines/record/act.ts';
import { choicesOf } from '../../texts/choices.ts';
import { questionText } from '../../texts/questions.ts';

type Text = { ja: string; en: string };
export type AskedQuestion = Question & { label: Text; choices: Readonly<Record<string, Text>> | null };
export type ActType = FactType;
export const isActType = isFactType;

export function askedOf(type: ActType): AskedQuestion[] {
  const asks: readonly Question[] = acts[type].asks;
  return asks.map((question) => ({
    ...question,
    label: questionText(question.name),
    choices: choicesOf(question.name),
  }));
}
