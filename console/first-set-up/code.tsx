// The set-up code: by it the server knows that whoever sits here started it.
import { type FormEvent, useState } from 'react';
import { Field } from '../settings/field.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { setUpWords } from './words.ts';

interface Props {
  given: string;
  error: Error | null;
  isChecking: boolean;
  onGiven: (code: string) => void;
}

export function CodePart({ given, error, isChecking, onGiven }: Props) {
  const { t } = useWords(setUpWords);
  const [typed, setTyped] = useState(given);
  const [isMissing, setMissing] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(typed.trim() === '');
    if (typed.trim() !== '') onGiven(typed.trim());
  }
  return (
    <form className="card settings-form" onSubmit={submit} noValidate>
      {error && !isChecking && <ProblemNotice error={error} title={t('setup.failed')} />}
      <Field
        label={t('setup.code')}
        hint={t('setup.codeWhat')}
        required
        fault={isMissing ? t('setup.codeMissing') : null}
      >
        {(props) => (
          <input
            {...props}
            type="text"
            className="mono"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <button type="submit" className="button solid" disabled={isChecking}>
        {isChecking ? t('setup.checking') : t('setup.begin')}
      </button>
    </form>
  );
}
