// The inputs of an act's dialog, one for each kind of question.
import { useSpeech } from '../../words/language.tsx';
import type { Question } from '../questions.ts';
import { AmountInputs } from './amount-inputs.tsx';
import { EvidenceInputs } from './evidence-inputs.tsx';
import { Field } from './field.tsx';
import { fiscalYearOf, fiscalYearsOf, vagueDayOf, yenOf } from './figures.ts';
import type { InputProps } from './input-props.ts';
import { OneInput } from './one-input.tsx';
import { SomeInput, StepsInput } from './some-input.tsx';

export function ActInput(props: InputProps) {
  const { kind } = props.question;
  switch (kind) {
    case 'paper':
    case 'papers':
      return <EvidenceInputs {...props} several={kind === 'papers'} />;
    case 'amounts':
      return <AmountInputs {...props} />;
    case 'steps':
      return <StepsInput {...props} />;
    case 'businesses':
    case 'reasonTypes':
      return <SomeInput {...props} from={kind} />;
    case 'phase':
    case 'earlierPhase':
    case 'deadline':
    case 'undecidedDeadline':
    case 'cause':
    case 'choice':
      return <OneInput {...props} from={kind} />;
    default:
      return <TypedInput {...props} />;
  }
}

const figures: readonly Question['kind'][] = ['score', 'count', 'number', 'ordinal', 'yen', 'fiscalYear'];

function TypedInput({ question, draft, change, faults }: InputProps) {
  const { say } = useSpeech();
  const { name, kind, label, optional } = question;
  const id = `act-${name}`;
  const value = draft.values[name] ?? '';
  const onChange = (event: { target: { value: string } }) =>
    change((was) => ({ values: { ...was.values, [name]: event.target.value } }));
  const hint = <Reading kind={kind} value={value} />;
  return (
    <Field id={id} label={say(label)} optional={optional} fault={faults.get(id)} hint={hint}>
      {(tied) => {
        const given = { ...tied, value, onChange };
        if (kind === 'paragraph' || kind === 'costs') return <textarea {...given} rows={3} />;
        if (kind === 'day' || kind === 'exactDay') return <input {...given} type="date" />;
        const inputMode = figures.includes(kind) ? 'decimal' : 'text';
        return <input {...given} type="text" inputMode={inputMode} autoComplete="off" />;
      }}
    </Field>
  );
}

/** How the value is understood, beside what may be written. */
function Reading({ kind, value }: { kind: Question['kind']; value: string }) {
  const { t, era, money, fiscalYear } = useSpeech();
  switch (kind) {
    case 'costs':
      return t('act.costsNote');
    case 'day':
    case 'exactDay':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? era(value) : null;
    case 'vagueDay': {
      const day = vagueDayOf(value);
      return `${t('act.vagueNote')} ${(day && era(day)) ?? ''}`;
    }
    case 'yen': {
      const yen = yenOf(value);
      return yen === null ? null : money(yen);
    }
    case 'fiscalYear': {
      const year = fiscalYearOf(value);
      return year === null ? t('act.fiscalYearNote') : fiscalYear(year);
    }
    case 'fiscalYears': {
      const years = fiscalYearsOf(value) ?? [];
      return years.length === 0 ? t('act.fiscalYearsNote') : years.map(fiscalYear).join('、');
    }
    default:
      return null;
  }
}
