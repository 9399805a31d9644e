// One field of a form of the settings: its name, 必須 where it is, its hint above the input, and what is wrong with it.
import { type ReactNode, useId } from 'react';
import { useWords } from '../words/language.tsx';
import { settingsWords } from './words.ts';

export interface InputProps {
  id: string;
  'aria-describedby': string;
  'aria-invalid': boolean;
  'aria-required': boolean;
}

interface Props {
  label: string;
  hint?: string | null | undefined;
  fault?: string | null | undefined;
  required?: boolean;
  children: (props: InputProps) => ReactNode;
}

export function Field({ label, hint, fault, required = false, children }: Props) {
  const { t } = useWords(settingsWords);
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {required && <span className="must">{t('settings.required')}</span>}
      </label>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children({
        id,
        'aria-describedby': `${id}-hint ${id}-fault`,
        'aria-invalid': Boolean(fault),
        'aria-required': required,
      })}
      <p className="fault" id={`${id}-fault`}>
        {fault}
      </p>
    </div>
  );
}

interface Choice {
  value: string;
  label: string;
  /** Those of one group stand together under its name. */
  group?: string;
}

interface ChoiceProps extends Omit<Props, 'children'> {
  value: string;
  onChange: (value: string) => void;
  choices: readonly Choice[];
  empty?: string;
}

export function Choose({ value, onChange, choices, empty, ...field }: ChoiceProps) {
  return (
    <Field {...field}>
      {(props) => (
        <select {...props} value={value} onChange={(event) => onChange(event.target.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {groupsOf(choices).map(([group, members]) =>
            group === '' ? (
              <Options key={group} choices={members} />
            ) : (
              <optgroup key={group} label={group}>
                <Options choices={members} />
              </optgroup>
            ),
          )}
        </select>
      )}
    </Field>
  );
}

const Options = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map((one) => (
    <option key={one.value} value={one.value}>
      {one.label}
    </option>
  ));

function groupsOf(choices: readonly Choice[]): [string, Choice[]][] {
  const groups = new Map<string, Choice[]>();
  for (const one of choices) groups.set(one.group ?? '', [...(groups.get(one.group ?? '') ?? []), one]);
  return [...groups];
}

interface TextProps extends Omit<Props, 'children'> {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'date' | 'number';
  /** Said after the hint, or after the era that stands for it. */
  note?: string;
}

/** A day shows its 令和 beside it. */
export function Line({ value, onChange, type = 'text', hint, note = '', ...field }: TextProps) {
  const { era } = useWords(settingsWords);
  const inEra = type === 'date' && value ? era(value) : null;
  return (
    <Field {...field} hint={note === '' ? (inEra ?? hint) : `${inEra ?? hint ?? ''}${note}`}>
      {(props) => (
        <input {...props} type={type} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface ReasonProps {
  /** Where it stands for something else too. */
  label?: string;
  required?: boolean;
  value: string;
  onChange: (value: string) => void;
  fault: string | null;
}

/** Why something is done: it stays in the record. */
export function ReasonLine({ label, required = true, ...props }: ReasonProps) {
  const { t } = useWords(settingsWords);
  return (
    <Line
      label={label ?? t('settings.reason')}
      hint={t('settings.reasonHint')}
      required={required}
      {...props}
    />
  );
}
