// What the sentences of refusals are: one for each code, of its facts. Knows no sentence.
import type { Text } from '../../machines/definition/definition.ts';
import type { ProgrammeRefusalFacts } from '../../machines/programme/refusal.ts';
import type { RefusalFacts } from '../../machines/record/refusal.ts';
import type { Names } from '../names.ts';

type AllFacts = RefusalFacts & Omit<ProgrammeRefusalFacts, keyof RefusalFacts>;
export type RefusalSentences = { [C in keyof AllFacts]: (facts: AllFacts[C], names: Names) => Text };

/** Those of the codes of some subjects: `SentencesOf<'clock' | 'meetings'>`. */
export type SentencesOf<Subject extends string> = Pick<
  RefusalSentences,
  Extract<keyof AllFacts, `${Subject}.${string}`>
>;
