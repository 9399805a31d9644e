// The first part of the way in: an account and its password, or the way to the provider, with what a provider refused.
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { SESSION_HOURS } from '../../machines/values/names/account-name.ts';
import type { ProviderAddress } from '../../server/contract/sign-in.ts';
import { signInProblems } from '../../server/contract/sign-in-problems.ts';
import { post } from '../api.ts';
import { waysQuery } from '../queries.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { SignInField } from './field.tsx';
import { type Slip, slipsOf } from './slip.ts';

interface Props {
  error: Error | null;
  isPending: boolean;
  /** The page to come back to. */
  back: string;
  onGiven: (account: string, password: string) => void;
}

const isKnown = (code: string): code is keyof typeof signInProblems => Object.hasOwn(signInProblems, code);

export function PasswordForm({ error, isPending, back, onGiven }: Props) {
  const { t } = useSpeech();
  const { ended, refused } = useSearch({ from: '/sign-in' });
  const [missing, setMissing] = useState(false);
  const [slips, setSlips] = useState<Slip[]>([]);
  const form = useRef<HTMLFormElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was not taken is looked at again from its beginning
  useEffect(() => form.current?.querySelector<HTMLInputElement>('#account')?.focus(), [error]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [name, password] = [String(given.get('account')).trim(), String(given.get('password'))];
    setSlips(slipsOf(password));
    setMissing(!name || !password);
    if (name && password) onGiven(name, password);
  }

  return (
    <form ref={form} className="sign-in-form" onSubmit={submit} noValidate>
      <div className="sign-in-name">
        <p className="sign-in-mark">{t('app.name')}</p>
        <LanguageSwitch />
      </div>
      <p className="soft">{t('app.tagline')}</p>
      <h1>{t('signIn.title')}</h1>
      {refused && !error && !missing && <Refused code={refused} />}
      {ended && !error && (
        <p className="notice warn" role="status">
          {t('signIn.ended', { hours: SESSION_HOURS })}
        </p>
      )}
      {missing && (
        <p className="notice bad" role="alert">
          {t('signIn.missing')}
        </p>
      )}
      {error && !missing && <ProblemNotice error={error} title={t('signIn.failed')} />}
      <SignInField name="account" label={t('signIn.account')} autoComplete="username" />
      <SignInField
        name="password"
        label={t('signIn.password')}
        autoComplete="current-password"
        {...(error && slips.length > 0 ? { note: slips.map((slip) => t(slip)).join(' ') } : {})}
      />
      <button type="submit" className="button solid" disabled={isPending}>
        {isPending ? t('signIn.working') : t('signIn.submit')}
      </button>
      <ProviderWay back={back} />
      <SetUpWay />
      <p className="small soft">{t('signIn.hint')}</p>
    </form>
  );
}

/** What came of the provider, as its code in the address says. */
function Refused({ code }: { code: string }) {
  const { t, say } = useSpeech();
  return (
    <div className="notice bad" role="alert">
      <strong>{t('signIn.failed')}</strong>
      <p>{isKnown(code) ? say(signInProblems[code].detail) : t('signIn.again')}</p>
    </div>
  );
}

/** Nothing where somebody administers. */
function SetUpWay() {
  const { t } = useSpeech();
  const { data: ways } = useQuery(waysQuery);
  if (!ways?.toBeSetUp) return null;
  return <Link to="/setup">{t('signIn.setUp')}</Link>;
}

/** Nothing where there is no provider, or nobody can say. */
function ProviderWay({ back }: { back: string }) {
  const { t } = useSpeech();
  const { data: ways } = useQuery(waysQuery);
  const leave = useMutation({
    mutationFn: () => post<ProviderAddress>('/session/provider', { back }, null),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  if (!ways?.provider) return null;
  return (
    <div className="sign-in-part">
      <p className="sign-in-or">{t('signIn.or')}</p>
      {leave.isError && <ProblemNotice error={leave.error} title={t('signIn.failed')} />}
      <button
        type="button"
        className="button"
        disabled={leave.isPending || leave.isSuccess}
        onClick={() => leave.mutate()}
      >
        {leave.isPending ? t('signIn.leaving') : t('signIn.provider', { label: ways.provider.label })}
      </button>
    </div>
  );
}
