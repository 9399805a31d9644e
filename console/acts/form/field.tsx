// One field of a form: its label, whether it must be filled in, what is wrong with it and a hint, tied to its input.
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
  hint?: ReactNode;
  children: (tied: Tied) => ReactNode;
}

export function Field({ id, label, optional = false, fault, hint, children }: Props) {
  return (
    <div className="field">
      <span className="field-name">
        <label htmlFor={id}>{label}</label>
        <Must optional={optional} />
      </span>
      {children({
        id,
        required: !optional,
        'aria-invalid': fault !== undefined,
        'aria-describedby': `${id}-fault ${id}-hint`,
      })}
      <FieldFault id={id} fault={fault} />
      <p className="hint" id={`${id}-hint`}>
        {hint}
      </p>
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
