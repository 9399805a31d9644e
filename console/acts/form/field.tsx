// One field of a form, in the order of the Digital Agency's design system: its label and whether it must be filled in, a hint on how, the
// input, what was understood of it, what is wrong with it. All are tied to the input.
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/language.tsx';

interface Tied {
  id: string;
  required: boolean;
  'aria-invalid': boolean;
  'aria-describedby': string;
}

interface Props {
  id: string;
  label: string;
  optional?: boolean | undefined;
  /** What is wrong with its value, in a sentence. */
  fault: string | undefined;
  /** How it is written. */
  hint?: ReactNode;
  /** What was understood of what is typed. */
  understood?: ReactNode;
  children: (tied: Tied) => ReactNode;
}

export function Field({ id, label, optional = false, fault, hint, understood, children }: Props) {
  return (
    <div className="field">
      <span className="field-name">
        <label htmlFor={id}>{label}</label>
        <Must optional={optional} />
      </span>
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {children({
        id,
        required: !optional,
        'aria-invalid': fault !== undefined,
        'aria-describedby': `${id}-hint ${id}-understood ${id}-fault`,
      })}
      <p className="understood" id={`${id}-understood`}>
        {understood}
      </p>
      <FieldFault id={id} fault={fault} />
    </div>
  );
}

export function FieldFault({ id, fault }: { id: string; fault: string | undefined }) {
  return (
    <p className="fault" id={`${id}-fault`}>
      {fault}
    </p>
  );
}

/** For the eye; the input itself says `required`. */
export function Must({ optional }: { optional: boolean }) {
  const { t } = useSpeech();
  return (
    <span className={optional ? 'may' : 'must'} aria-hidden="true">
      {t(optional ? 'act.optional' : 'act.required')}
    </span>
  );
}
