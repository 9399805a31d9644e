// Whether an act's answers are there and in form, before they are sent. What they may say is the machine's to decide.
import { type Day, isDay } from '../../../machines/values/date.ts';
import type { Sentence } from '../../words/sentence.ts';
import type { Question } from '../questions.ts';
import type { Draft, EvidenceDraft } from '../sending/draft.ts';
import { actWords as words } from '../words.ts';
import { costsOf, fiscalYearOf, fiscalYearsOf, plain, unreadAs, yenOf } from './figures.ts';

/** One thing to look at: the input's id, its label, and whether it is missing, malformed, too long, or still to come. */
export interface Fault {
  id: string;
  field: Sentence;
  kind: 'act.fillIn' | 'act.wrong' | 'act.tooLong' | 'act.future' | 'act.chooseFile';
  /** Why what is malformed is none, where its reader says it. */
  why?: Sentence;
  /** Of what is too long. */
  length?: { most: number; now: number };
}

/** Of kinds whose form is more than that of one value that a reader takes. */
const forms: Partial<Record<Question['kind'], (typed: string) => boolean>> = {
  fiscalYears: (typed) => fiscalYearsOf(typed) !== null,
  day: isDay,
  exactDay: isDay,
  costs: (typed) => costsOf(typed) !== null,
};

const isInForm = (kind: Question['kind'], typed: string): boolean =>
  forms[kind]?.(typed) ?? unreadAs(kind, typed) === null;

function fault(id: string, field: Sentence, value: string, as?: Question['kind']): Fault {
  if (plain(value) === '') return { id, field, kind: 'act.fillIn' };
  const why = as && unreadAs(as, value);
  return { id, field, kind: 'act.wrong', ...(why ? { why } : {}) };
}

/** `today`: nothing that is recorded happened after it. */
export function faultsOf(questions: readonly Question[], draft: Draft, today: Day): Fault[] {
  const dated = dayFaults('act-occurredOn', words['act.occurredOn'], draft.occurredOn, today);
  return [...questions.flatMap((question) => faultsIn(question, draft, today)), ...dated];
}

function dayFaults(id: string, field: Sentence, value: string, today: Day): Fault[] {
  if (!isDay(plain(value))) return [fault(id, field, value, 'day')];
  return plain(value) > today ? [{ id, field, kind: 'act.future' }] : [];
}

function faultsIn(question: Question, draft: Draft, today: Day): Fault[] {
  const { name, kind, label, optional, most } = question;
  const id = `act-${name}`;
  const chosen = draft.chosen[name] ?? [];
  const typed = draft.values[name] ?? '';
  switch (kind) {
    case 'paper':
    case 'papers':
      return draft.evidence.flatMap((paper, index) =>
        paperFaults(paper, { index, several: draft.evidence.length > 1, today }),
      );
    case 'amounts':
      if (optional && draft.amounts.every(({ amountYen }) => plain(amountYen) === '')) return [];
      return amountFaults(draft);
    case 'steps':
      if (optional && chosen.length === 0) return [];
      return [
        ...(typed === '' ? [fault(`${id}-status`, words['act.stepStatus'], '')] : []),
        ...(chosen.length === 0 ? [fault(id, label, '')] : []),
      ];
    case 'businesses':
    case 'reasonTypes':
      return chosen.length === 0 && !optional ? [fault(id, label, '')] : [];
    default: {
      if (plain(typed) === '') return optional ? [] : [fault(id, label, '')];
      const now = typed.trim().length;
      if (most !== null && now > most)
        return [{ id, field: label, kind: 'act.tooLong', length: { most, now } }];
      return isInForm(kind, typed) ? [] : [fault(id, label, typed, kind)];
    }
  }
}

const paperForms = {
  kind: { form: /^[a-z0-9]+(-[a-z0-9]+)*$/, label: words['act.evidenceKind'] },
  title: { form: /./, label: words['act.title'] },
  sha256: { form: /^[0-9a-fA-F]{64}$/, label: words['act.sha256Short'] },
  documentNo: { form: /./, label: words['act.documentNo'] },
  decidedOn: { form: /^\d{4}-\d{2}-\d{2}$/, label: words['act.decidedOn'] },
} as const;

interface PaperPlace {
  index: number;
  several: boolean;
  today: Day;
}

function paperFaults(paper: EvidenceDraft, { index, several, today }: PaperPlace): Fault[] {
  return (Object.keys(paperForms) as (keyof typeof paperForms)[]).flatMap((part): Fault[] => {
    const { form, label } = paperForms[part];
    const isFormed = form.test(plain(paper[part]));
    if (isFormed && part !== 'decidedOn') return [];
    const isNamed = several && paper.title !== '';
    const field = isNamed
      ? { ja: `${label.ja}（${paper.title}）`, en: `${label.en} (${paper.title})` }
      : label;
    const id = `act-evidence-${index}-${part}`;
    if (part === 'decidedOn') return dayFaults(id, field, paper.decidedOn, today);
    // The digest comes of the file: where there is none, it is the file that is missing.
    if (part === 'sha256' && plain(paper.sha256) === '') return [{ id, field, kind: 'act.chooseFile' }];
    return [fault(id, field, paper[part])];
  });
}

function amountFaults({ amounts }: Draft): Fault[] {
  const years = amounts.map(({ fiscalYear }) => fiscalYearOf(fiscalYear));
  return amounts.flatMap(({ fiscalYear, amountYen }, index): Fault[] => {
    const twice = years.indexOf(years[index] ?? null) !== index;
    const id = (part: string) => `act-amount-${index}-${part}`;
    return [
      ...(years[index] === null || twice
        ? [fault(id('fiscalYear'), words['act.fiscalYear'], fiscalYear, 'fiscalYear')]
        : []),
      ...(yenOf(amountYen) === null
        ? [fault(id('amountYen'), words['act.amountYen'], amountYen, 'yen')]
        : []),
    ];
  });
}
