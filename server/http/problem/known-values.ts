// A filter's value that names nothing is refused with those that exist: "none" would be the answer to another question.
import type { Text } from '../../../machines/definition/definition.ts';
import { sameName } from '../../../machines/values/names/name.ts';
import { ProblemError } from './problem.ts';

export interface Known {
  id: string;
  label: Text;
}

/** What is meant, by its id or its name in either language. @throws ProblemError invalid */
export function knownId(field: string, written: string, known: readonly Known[]): string {
  const found =
    known.find(({ id }) => id === written) ??
    known.find(({ label }) => sameName(label.ja, written) || sameName(label.en, written));
  if (found) return found.id;
  const message = { ja: `「${written}」はありません。`, en: `There is no "${written}".` };
  const expected = {
    ja: `次のいずれか: ${known.map(({ id, label }) => `${id}（${label.ja}）`).join('、')}`,
    en: `one of: ${known.map(({ id, label }) => `${id} (${label.en})`).join(', ')}`,
  };
  throw new ProblemError('invalid', { issues: [{ field, code: 'unknown', message, expected }] });
}
