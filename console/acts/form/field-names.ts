// From the door's names of fields to the inputs and words of the dialog: `fact.amounts.0.amountYen` is nobody's word.
import { ApiProblem } from '../../api.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Answer } from '../sending/use-submit.ts';
import { actWords as words } from '../words.ts';

const parts: Record<string, Sentence> = {
  amountYen: words['act.amountYen'],
  fiscalYear: words['act.fiscalYear'],
  kind: words['act.evidenceKind'],
  title: words['act.title'],
  sha256: words['act.sha256Short'],
  documentNo: words['act.documentNo'],
  decidedOn: words['act.decidedOn'],
  occurredOn: words['act.occurredOn'],
};

/** Where the field is a part of a row or a document: which one, counted from one, and the part's own word. */
export function labelOfField(field: string): Sentence | null {
  const [, index, part = ''] = /(?:\.(\d+))?\.?([^.]+)$/.exec(field) ?? [];
  const label = parts[part];
  if (!label) return null;
  if (index === undefined) return label;
  const row = Number(index) + 1;
  return { ja: `${row} 行目の${label.ja}`, en: `${label.en} in row ${row}` };
}

/** The input that a field of the sent act was typed into. */
export function inputOfField(field: string): string {
  const name = field.replace(/^fact\./, '');
  const [, list, index = '0', part = ''] = /^([a-zA-Z]+)(?:\.(\d+))?\.(\w+)$/.exec(name) ?? [];
  if (list === 'evidence') return `act-evidence-${index}-${part}`;
  // Whatever its question is called: amounts, the limits of a 債務負担行為.
  const isAmount = list !== undefined && (part === 'amountYen' || part === 'fiscalYear');
  return isAmount ? `act-amount-${index}-${part}` : `act-${name}`;
}

/** What the door found wrong, by input. */
export function faultsFrom(answer: Answer | null, say: (text: Sentence) => string): [string, string][] {
  const withWay = (message: Sentence, way: Sentence): Sentence => ({
    ja: `${message.ja}（${way.ja}）`,
    en: `${message.en} (${way.en})`,
  });
  if (answer?.kind !== 'refused' || !(answer.error instanceof ApiProblem)) return [];
  return (answer.error.problem?.issues ?? []).map(({ field, message, expected }) => [
    inputOfField(field),
    say(expected ? withWay(message, expected) : message),
  ]);
}
