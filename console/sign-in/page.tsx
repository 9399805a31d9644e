// Sign in, and back to the page one came from.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { Me } from '../../server/contract/programmes.ts';
import { post } from '../api.ts';
import { meQuery } from '../queries.ts';
import { LanguageSwitch } from '../shell/language-switch.tsx';
import { useTitle } from '../shell/title.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { ChangePassword } from './change-password.tsx';
import './sign-in.css';

/** Only an address of this console: what comes in a link may not lead elsewhere. */
const safe = (back: string | undefined) =>
  back && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/';

export function SignInPage() {
  const { t } = useSpeech();
  const { back, ended } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const queries = useQueryClient();
  const [missing, setMissing] = useState(false);
  const account = useRef<HTMLInputElement>(null);
  useTitle(t('signIn.title'));
  useEffect(() => account.current?.focus(), []);
  const signIn = useMutation({
    mutationFn: (given: { account: string; password: string }) => post<Me>('/session', given, null),
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      if (!me.mustChangePassword) router.history.push(safe(back));
    },
    onError: () => account.current?.focus(),
  });

  const known = useQuery({ ...meQuery, enabled: false }).data;
  const mustChange = signIn.data ?? known;

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const [name, password] = [String(given.get('account')).trim(), String(given.get('password'))];
    setMissing(!name || !password);
    if (name && password) signIn.mutate({ account: name, password });
  }

  return (
    <main className="sign-in" id="content" tabIndex={-1}>
      <div className="sign-in-gate" aria-hidden="true">
        <svg viewBox="0 0 320 220" role="presentation">
          <path className="post" d="M92 24v196M228 24v196" />
          <path className="beam" d="M40 64h240" />
          <path className="fence" d="M0 150h84M236 150h84M0 190h84M236 190h84" />
          <path
            className="fence"
            d="M0 128l62 92M31 128l53 79M62 128l22 33M84 128L22 220M53 128L0 207M22 128L0 161"
          />
          <path
            className="fence"
            d="M236 128l62 92M267 128l53 79M298 128l22 33M320 128l-62 92M289 128l-53 79M258 128l-22 33"
          />
          <path className="way" d="M160 214v-84" />
        </svg>
      </div>
      {mustChange?.mustChangePassword ? (
        <ChangePassword
          account={mustChange.account}
          current={signIn.variables?.password}
          onChanged={(password) => {
            queries.removeQueries(meQuery);
            signIn.mutate({ account: mustChange.account, password });
          }}
        />
      ) : (
        <form className="sign-in-form" onSubmit={submit} noValidate>
          <div className="sign-in-name">
            <p className="sign-in-mark">{t('app.name')}</p>
            <LanguageSwitch />
          </div>
          <p className="soft">{t('app.tagline')}</p>
          <h1>{t('signIn.title')}</h1>
          {ended && !signIn.isError && (
            <p className="notice warn" role="status">
              {t('signIn.ended')}
            </p>
          )}
          {missing && (
            <p className="notice bad" role="alert">
              {t('signIn.missing')}
            </p>
          )}
          {signIn.isError && !missing && <ProblemNotice error={signIn.error} title={t('signIn.failed')} />}
          <div className="field">
            <label htmlFor="account">{t('signIn.account')}</label>
            <input ref={account} id="account" name="account" type="text" autoComplete="username" required />
          </div>
          <div className="field">
            <label htmlFor="password">{t('signIn.password')}</label>
            <input id="password" name="password" type="password" autoComplete="current-password" required />
          </div>
          <button type="submit" className="button solid" disabled={signIn.isPending}>
            {signIn.isPending ? t('signIn.working') : t('signIn.submit')}
          </button>
          <p className="small soft">{t('signIn.hint')}</p>
        </form>
      )}
    </main>
  );
}
