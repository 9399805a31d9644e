// The second factor, asked for once the password was right: what was typed before is not asked for again.
import { type FormEvent, useEffect, useRef } from 'react';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { SignInField, typed } from './field.tsx';
import { SignInHead } from './head.tsx';

interface Props {
  account: string;
  /** Why the last one was not taken; null before the first. */
  error: Error | null;
  isPending: boolean;
  onCode: (code: string) => void;
  onBack: () => void;
}

export function CodeForm({ account, error, isPending, onCode, onBack }: Props) {
  const { t } = useSpeech();
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a code that was not taken is typed anew
  useEffect(() => {
    const field = form.current?.querySelector<HTMLInputElement>('#code');
    if (field) field.value = '';
    field?.focus();
  }, [error]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const code = typed(event.currentTarget, 'code');
    if (code) onCode(code);
  }

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit}>
      <SignInHead title={t('code.title')} />
      <p>{t('code.why', { account })}</p>
      {error && <ProblemNotice error={error} title={t('signIn.failed')} />}
      <SignInField name="code" label={t('code.label')} autoComplete="one-time-code" note={t('code.note')} />
      <button type="submit" className="button solid" disabled={isPending}>
        {isPending ? t('signIn.working') : t('signIn.submit')}
      </button>
      <button type="button" className="button plain" onClick={onBack}>
        {t('code.back')}
      </button>
    </form>
  );
}
