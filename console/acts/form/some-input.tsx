// Some of several: businesses, reasons; and national steps with the status they are given.
import { stepStatuses } from '../../../machines/values/national-step.ts';
import { useSpeech } from '../../words/language.tsx';
import { FieldFault, Must } from './field.tsx';
import type { InputProps } from './input-props.ts';
import { type ChoiceSource, useChoices } from './use-choices.ts';

export function SomeInput({
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
  const chosen = draft.chosen[name] ?? [];
  const set = (value: string, on: boolean) =>
    change((was) => {
      const others = (was.chosen[name] ?? []).filter((each) => each !== value);
      return { chosen: { ...was.chosen, [name]: on ? [...others, value] : others } };
    });
  const id = `act-${name}`;
  const fault = faults.get(id);
  return (
    <fieldset className="field" id={id} tabIndex={-1} aria-describedby={`${id}-fault`}>
      <legend>
        {say(label)} <Must optional={optional} />
      </legend>
      <div className={`choices${fault ? ' wrong' : ''}`}>
        {choices.map(([value, text]) => (
          <label key={value} className="choice small">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) => set(value, event.target.checked)}
            />
            {text}
          </label>
        ))}
      </div>
      <FieldFault id={id} fault={fault} />
    </fieldset>
  );
}

/** The status first, then the steps that get it, each with how it stands now; nothing on a path that reports none. */
export function StepsInput(props: InputProps) {
  const { t } = useSpeech();
  const { question, draft, change, view, faults } = props;
  const { name, optional } = question;
  const id = `act-${name}-status`;
  const fault = faults.get(id);
  if (view.nationalSteps.length === 0) return null;
  return (
    <>
      <fieldset className="field" id={id} tabIndex={-1} aria-describedby={`${id}-fault`}>
        <legend>
          {t('act.stepStatus')} <Must optional={optional} />
        </legend>
        <div className="choices row">
          {stepStatuses.map((status) => (
            <label key={status} className="choice small">
              <input
                type="radio"
                name={id}
                checked={draft.values[name] === status}
                onChange={() => change((was) => ({ values: { ...was.values, [name]: status } }))}
              />
              {t(`step.${status}`)}
            </label>
          ))}
        </div>
        <FieldFault id={id} fault={fault} />
      </fieldset>
      <SomeInput {...props} from="steps" />
    </>
  );
}
