// Changes a password that was given out by another, before anything else: what was typed to sign in need not be typed again.
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { PASSWORD } from '../../machines/values/names/account-name.ts';
import { post } from '../api.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { SignInField } from './field.tsx';
import { SignInHead } from './head.tsx';

interface Props {
  account: string;
  /** As it was typed a moment ago; asked for where the page was opened anew. */
  current: string | undefined;
  /** The session has ended with the password: a new one is opened by the new. */
  onChanged: (password: string) => void;
}

export function ChangePassword({ account, current, onChanged }: Props) {
  const { t } = useSpeech();
  const [differs, setDiffers] = useState(false);
  const change = useMutation({
    mutationFn: (given: { current: string; next: string }) => post<void>('/password', given, account),
    onSuccess: (_answer, { next }) => onChanged(next),
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [next, again] = [String(given.get('next')), String(given.get('again'))];
    setDiffers(next !== again);
    if (next === again) change.mutate({ current: current ?? String(given.get('current')), next });
  }

  return (
    <form className="sign-in-form" onSubmit={submit}>
      <SignInHead title={t('password.title')} />
      <p className="notice warn" role="status">
        {t('password.why')}
      </p>
      {differs && (
        <p className="notice bad" role="alert">
          {t('password.differs')}
        </p>
      )}
      {change.isError && !differs && <ProblemNotice error={change.error} title={t('password.failed')} />}
      <input type="hidden" autoComplete="username" value={account} />
      {current === undefined && (
        <SignInField name="current" label={t('password.current')} autoComplete="current-password" />
      )}
      <SignInField
        name="next"
        label={t('password.next')}
        autoComplete="new-password"
        note={t('password.rule', { least: PASSWORD.least })}
      />
      <SignInField name="again" label={t('password.again')} autoComplete="new-password" />
      <button type="submit" className="button solid" disabled={change.isPending}>
        {t('password.submit')}
      </button>
    </form>
  );
}
