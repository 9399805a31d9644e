// Sign in, and back to the page one came from: by a password, with a code after it where one is asked for, or by the provider.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '../../server/contract/programmes.ts';
import { ApiProblem, post } from '../api.ts';
import { meQuery, standsQuery } from '../queries.ts';
import { useTitle } from '../shell/title.ts';
import { useSpeech } from '../words/language.tsx';
import { ChangePassword } from './change-password.tsx';
import { CodeForm } from './code-form.tsx';
import { GatePicture } from './gate-picture.tsx';
import { PasswordForm } from './password-form.tsx';
import { SecondFactor } from './second-factor.tsx';
import { Notice, SignedIn } from './signed-in.tsx';
import { rememberSignedIn } from './signed-in-before.ts';
import './sign-in.css';

/** Only an address of this console: what comes in a link may not lead elsewhere. */
const safe = (back: string | undefined) =>
  back && /^\/(?![/\\])/.test(back) && !back.startsWith('/sign-in') ? back : '/';

interface Entering {
  account: string;
  password: string;
  code?: string;
}

const codeOf = (error: Error | null): string | undefined =>
  error instanceof ApiProblem ? error.problem?.code : undefined;

export function SignInPage() {
  const { t } = useSpeech();
  const { back, setup, ended, refused } = useSearch({ from: '/sign-in' });
  const router = useRouter();
  const navigate = useNavigate();
  const queries = useQueryClient();
  /** The password was right; of whom a code is asked now. */
  const [halfIn, setHalfIn] = useState<Entering | null>(null);
  /** A new password was set here: its own session is being opened. */
  const [renewed, setRenewed] = useState(false);
  useTitle(t('signIn.title'));
  const setsUp = setup === 'second-factor';
  // Back does not lead to the form that was filled in.
  const on = () => router.history.replace(safe(back));
  const [isAnother, setAnother] = useState(false);
  const stands = useStands(!setsUp && !ended && !refused);
  const signIn = useMutation({
    mutationFn: (given: Entering) => post<Me>('/session', given, null),
    onSuccess: (me) => {
      rememberSignedIn();
      queries.clear();
      queries.setQueryData(meQuery.queryKey, me);
      if (!me.mustChangePassword && !me.mustSetSecondFactor && !setsUp) on();
    },
    onError: (error, given) => {
      if (codeOf(error) === 'secondFactorAsked') setHalfIn(given);
    },
  });
  const known = useQuery({ ...meQuery, enabled: setsUp, retry: false }).data;
  const me = signIn.data ?? known;

  return (
    <main className="sign-in" id="content" tabIndex={-1}>
      <GatePicture />
      {formOf()}
    </main>
  );

  function formOf() {
    if (me?.mustChangePassword)
      return (
        <ChangePassword
          account={me.account}
          current={signIn.variables?.password}
          onChanged={(password) => {
            queries.removeQueries(meQuery);
            setRenewed(true);
            signIn.mutate({ account: me.account, password });
          }}
        />
      );
    if (me && (me.mustSetSecondFactor || setsUp))
      return (
        <SecondFactor
          account={me.account}
          password={signIn.variables?.password}
          isRequired={me.mustSetSecondFactor}
          onDone={() => {
            queries.removeQueries(meQuery);
            on();
          }}
        />
      );
    if (halfIn)
      return (
        <CodeForm
          account={halfIn.account}
          error={codeOf(signIn.error) === 'secondFactorAsked' ? null : signIn.error}
          isPending={signIn.isPending}
          onCode={(code) => signIn.mutate({ ...halfIn, code })}
          onBack={() => {
            setHalfIn(null);
            signIn.reset();
            void navigate({ to: '/sign-in', search: back === undefined ? {} : { back } });
          }}
        />
      );
    if (renewed && signIn.isPending) return <Notice text={t('password.done')} />;
    if (!isAnother && signIn.isIdle && stands !== null)
      return stands && <SignedIn name={stands.name} onGoOn={on} onAnother={() => setAnother(true)} />;
    return (
      <PasswordForm
        error={signIn.error}
        isPending={signIn.isPending}
        back={safe(back)}
        onGiven={(account, password) => signIn.mutate({ account, password })}
      />
    );
  }
}

/** Who is signed in on this browser as the page opens: null where nobody is; undefined while it is asked. */
function useStands(isAsked: boolean): Me | null | undefined {
  const { data, isError } = useQuery({ ...standsQuery, enabled: isAsked });
  return !isAsked || isError ? null : data;
}
