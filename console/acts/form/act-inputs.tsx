// All that an act asks, in its order, and the words of what is wrong with an answer.
import type { Sentence } from '../../words/sentence.ts';
import type { Question } from '../questions.ts';
import { ActInput } from './act-input.tsx';
import type { Fault } from './check.ts';
import type { InputProps } from './input-props.ts';

interface Props extends Omit<InputProps, 'question'> {
  asks: readonly Question[];
}

export const ActInputs = ({ asks, ...rest }: Props) =>
  asks.map((question) => <ActInput key={question.name} question={question} {...rest} />);

interface Saying {
  t: (word: Fault['kind'] | 'act.wrongSo', facts: Record<string, string | number>) => string;
  say: (text: Sentence) => string;
}

/** By input, in the order of the form. */
export const faultWords = (found: readonly Fault[], { t, say }: Saying): [id: string, sentence: string][] =>
  found.map(({ id, kind, field, length, why }) => [
    id,
    why ? t('act.wrongSo', { field: say(field), why: say(why) }) : t(kind, { field: say(field), ...length }),
  ]);
