// The inputs of an act's dialog, one for each kind of question.
import { useSpeech } from '../../words/language.tsx';
import type { Question } from '../questions.ts';
import { AmountInputs } from './amount-inputs.tsx';
import { EvidenceInputs } from './evidence-inputs.tsx';
import { Field } from './field.tsx';
import type { InputProps } from './input-props.ts';
import { OneInput } from './one-input.tsx';
import { SomeInput, StepsInput } from './some-input.tsx';
import { useHint, useUnderstood } from './understood.ts';

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
    case 'ordinal':
      return <OneInput {...props} from={kind} />;
    default:
      return <TypedInput {...props} />;
  }
}

const figures: readonly Question['kind'][] = ['score', 'count', 'number', 'yen', 'fiscalYear'];

function TypedInput({ question, draft, change, faults }: InputProps) {
  const { say } = useSpeech();
  const { name, kind, label, optional } = question;
  const id = `act-${name}`;
  const hint = useHint(kind);
  const value = draft.values[name] ?? '';
  const onChange = (event: { target: { value: string } }) =>
    change((was) => ({ values: { ...was.values, [name]: event.target.value } }));
  const understood = useUnderstood(kind, value);
  return (
    <Field id={id} label={say(label)} optional={optional} fault={faults.get(id)} {...{ hint, understood }}>
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
