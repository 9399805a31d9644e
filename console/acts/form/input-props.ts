// What every input of an act's dialog is given.
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { ActView, Question } from '../questions.ts';
import type { Change, Draft } from '../sending/draft.ts';

/** A document that the gate asks for. */
export interface AskedDocument {
  kind: string;
  label: Sentence;
}

/** By the input's id: what is wrong with its value, in a sentence. */
export type Faults = ReadonlyMap<string, string>;

export interface InputProps {
  /** What its gate still asks for. */
  act: Pick<ActView, 'refusals'>;
  question: Question;
  draft: Draft;
  change: Change;
  view: SystemView;
  asked: readonly AskedDocument[];
  faults: Faults;
}
