// The inputs of an act's dialog, one for each kind of question.
import { longDay } from '../figures/era.ts';
import { useSpeech } from '../words/language.tsx';
import type { Field } from './act-fields.ts';
import { AmountInputs } from './amount-inputs.tsx';
import { EvidenceInputs } from './evidence-inputs.tsx';
import type { InputProps } from './input-props.ts';
import { useChoices } from './use-choices.ts';

export function ActInput(props: InputProps) {
  switch (props.field.kind) {
    case 'evidence':
      return <EvidenceInputs {...props} several={props.act === 'phase.submitted'} />;
    case 'amounts':
      return <AmountInputs {...props} />;
    case 'some':
      return <SomeInput {...props} from={props.field.from} />;
    case 'one':
      return <OneInput {...props} from={props.field.from} />;
    default:
      return <TypedInput {...props} />;
  }
}

type From<K extends Field['kind']> = Extract<Field, { kind: K; from: string }>['from'];

function OneInput({ field, draft, change, view, code, from, wrong }: InputProps & { from: From<'one'> }) {
  const { t } = useSpeech();
  const choices = useChoices(from, view, code);
  const id = `act-${field.name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{t(field.word)}</label>
      <select
        id={id}
        aria-invalid={wrong.has(id)}
        value={draft.values[field.name] ?? ''}
        onChange={(event) => change({ values: { ...draft.values, [field.name]: event.target.value } })}
      >
        <option value="">―</option>
        {choices.map(([value, label]) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

function SomeInput({ field, draft, change, view, code, from, wrong }: InputProps & { from: From<'some'> }) {
  const { t } = useSpeech();
  const choices = useChoices(from, view, code);
  const chosen = draft.chosen[field.name] ?? [];
  const set = (value: string, on: boolean) => {
    const next = on ? [...chosen, value] : chosen.filter((each) => each !== value);
    change({ chosen: { ...draft.chosen, [field.name]: next } });
  };
  const id = `act-${field.name}`;
  return (
    <fieldset className="field" id={id} tabIndex={-1}>
      <legend>{t(field.word)}</legend>
      <div className={`choices${wrong.has(id) ? ' wrong' : ''}`}>
        {choices.map(([value, label]) => (
          <label key={value} className="choice small">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => set(value, event.target.checked)}
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TypedInput({ field, draft, change, wrong }: InputProps) {
  const { t } = useSpeech();
  const id = `act-${field.name}`;
  const value = draft.values[field.name] ?? '';
  const shared = {
    id,
    value,
    'aria-invalid': wrong.has(id),
    'aria-describedby': `${id}-hint`,
    required: !field.optional,
    onChange: (event: { target: { value: string } }) =>
      change({ values: { ...draft.values, [field.name]: event.target.value } }),
  };
  const numeric = field.kind === 'score' || field.kind === 'whole';
  return (
    <div className="field">
      <label htmlFor={id}>{t(field.word)}</label>
      {field.kind === 'paragraph' && <textarea {...shared} maxLength={2000} rows={3} />}
      {field.kind === 'day' && <input {...shared} type="date" />}
      {field.kind !== 'paragraph' && field.kind !== 'day' && (
        <input {...shared} type="text" inputMode={numeric ? 'decimal' : 'text'} autoComplete="off" />
      )}
      <p className="hint" id={`${id}-hint`}>
        {field.kind === 'vagueDay' && t('act.vagueNote')}
        {(field.kind === 'day' || field.kind === 'vagueDay') &&
          /^\d{4}-\d{2}/.test(value) &&
          ` ${longDay(value)}`}
      </p>
    </div>
  );
}
