// Whether an act's answers are there and in form, before they are sent. What they may say is the machine's to decide.
import { plain } from './act-fact.ts';
import type { Field } from './act-fields.ts';
import type { Draft } from './draft.ts';

/** One thing to look at: the input's id, its word or label, and whether it is missing or malformed. */
export interface Fault {
  id: string;
  field: string;
  kind: 'act.fillIn' | 'act.wrong';
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const forms: Partial<Record<Field['kind'], RegExp>> = {
  score: /^\d{1,6}(\.\d{1,4})?$/,
  whole: /^[\d,]+$/,
  day,
  vagueDay: /^\d{4}-\d{2}(-\d{2})?$/,
  years: /^\d{4}([,、\s]+\d{4})*$/,
};

type Name = (field: Field) => string;

export function faultsOf(
  fields: readonly Field[],
  draft: Draft,
  name: Name,
  words: Record<string, string>,
): Fault[] {
  const dated = day.test(draft.occurredOn)
    ? []
    : [{ id: 'act-occurredOn', field: words.occurredOn ?? '', kind: 'act.fillIn' as const }];
  return [...fields.flatMap((field) => fieldFaults(field, draft, name(field), words)), ...dated];
}

function fieldFaults(field: Field, draft: Draft, label: string, words: Record<string, string>): Fault[] {
  const id = `act-${field.name}`;
  if (field.kind === 'evidence')
    return draft.evidence.flatMap((_, index) => paperFaults(draft, index, words));
  if (field.kind === 'amounts') return amountFaults(draft, words);
  if (field.kind === 'some') {
    const none = (draft.chosen[field.name] ?? []).length === 0;
    return none && !field.optional ? [{ id, field: label, kind: 'act.fillIn' }] : [];
  }
  const value = plain(draft.values[field.name] ?? '');
  if (value === '') return field.optional ? [] : [{ id, field: label, kind: 'act.fillIn' }];
  const form = forms[field.kind];
  return form && !form.test(value) ? [{ id, field: label, kind: 'act.wrong' }] : [];
}

const paperForms = {
  kind: /^[a-z0-9]+(-[a-z0-9]+)*$/,
  title: /./,
  sha256: /^[0-9a-fA-F]{64}$/,
  documentNo: /./,
  decidedOn: day,
} as const;

function paperFaults(draft: Draft, index: number, words: Record<string, string>): Fault[] {
  const paper = draft.evidence[index];
  if (!paper) return [];
  return (Object.keys(paperForms) as (keyof typeof paperForms)[]).flatMap((part): Fault[] => {
    const value = plain(paper[part]);
    if (paperForms[part].test(value)) return [];
    const id = `act-evidence-${index}-${part}`;
    const field = `${words[part] ?? part}${draft.evidence.length > 1 ? `（${paper.title}）` : ''}`;
    return [{ id, field, kind: value === '' ? 'act.fillIn' : 'act.wrong' }];
  });
}

function amountFaults(draft: Draft, words: Record<string, string>): Fault[] {
  return draft.amounts.flatMap((amount, index) =>
    (['fiscalYear', 'amountYen'] as const).flatMap((part): Fault[] => {
      const value = plain(amount[part]);
      const good = part === 'fiscalYear' ? /^\d{4}$/.test(value) : /^[\d,]+$/.test(value);
      const id = `act-amount-${index}-${part}`;
      return good
        ? []
        : [{ id, field: words[part] ?? part, kind: value === '' ? 'act.fillIn' : 'act.wrong' }];
    }),
  );
}
