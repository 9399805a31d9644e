// How the words of an act are made: what it is called, and what its entry says happened.
import type { Text } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import type { Names } from '../names.ts';

export type AnyFact = Fact | ProgrammeFact;
export type Said<F> = { label: Text; said: (fact: F, names: Names) => Text };
/** The words of each of these acts, and of no other. */
export type ActTexts<T extends AnyFact['type']> = { [K in T]: Said<Extract<AnyFact, { type: K }>> };

export const because = (reason: string | undefined): Text =>
  reason ? { ja: `（理由: ${reason}）`, en: ` (reason: ${reason})` } : { ja: '', en: '' };

export const about = (label: Text, did: Text, reason?: string): Text => ({
  ja: `「${label.ja}」${did.ja}${because(reason).ja}`,
  en: `"${label.en}" ${did.en}${because(reason).en}`,
});
