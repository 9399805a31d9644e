// One of several: a phase, a deadline.
import { useSpeech } from '../../words/language.tsx';
import { Field } from './field.tsx';
import type { InputProps } from './input-props.ts';
import { type ChoiceSource, useChoices } from './use-choices.ts';

export function OneInput({
  question,
  draft,
  change,
  view,
  from,
  faults,
}: InputProps & { from: ChoiceSource }) {
  const { say } = useSpeech();
  const choices = useChoices(from, view, question);
  const { name, label, optional } = question;
  const id = `act-${name}`;
  return (
    <Field id={id} label={say(label)} optional={optional} fault={faults.get(id)}>
      {(tied) => (
        <select
          {...tied}
          value={draft.values[name] ?? ''}
          onChange={(event) => change((was) => ({ values: { ...was.values, [name]: event.target.value } }))}
        >
          <option value="">―</option>
          {choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
