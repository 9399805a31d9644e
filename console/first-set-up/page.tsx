// The first set-up of a real installation: its code, its programme, its administrator, its people, and what comes next. Where one stands is
// what the server says stands; what is typed stays in this tab, but for passwords.
import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Me } from '../../server/contract/programmes.ts';
import { meQuery, waysQuery } from '../queries.ts';
import { useTyped } from '../settings/typed.ts';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { AdministratorPart } from './administrator.tsx';
import { CodePart } from './code.tsx';
import { SetUpFrame } from './frame.tsx';
import { NextPart } from './next.tsx';
import { ProgrammePart } from './programme.tsx';
import { codeOf, setUpQuery } from './queries.ts';
import { setUpWords } from './words.ts';

export function SetUpPage() {
  const me = useQuery({ ...meQuery, retry: false });
  const ways = useQuery(waysQuery);
  if (me.data) return <SignedIn me={me.data} />;
  if (me.isPending || !ways.data)
    return (
      <SetUpFrame now="code">
        <Waiting error={ways.error} />
      </SetUpFrame>
    );
  return ways.data.toBeSetUp ? <Begun /> : <ToSignIn />;
}

const ToSignIn = () => <Navigate to="/sign-in" search={{ back: '/setup' }} replace />;

function SignedIn({ me }: { me: Me }) {
  const { t } = useWords(setUpWords);
  if (me.mustChangePassword || me.mustSetSecondFactor) return <ToSignIn />;
  return (
    <SetUpFrame now="people" isSignedIn>
      {me.administrator ? <NextPart account={me.account} /> : <p>{t('setup.notYou')}</p>}
    </SetUpFrame>
  );
}

function Begun() {
  const typed = useTyped('set-up.code', '');
  /** Of the tab before it was loaded again. */
  const [kept] = useState(typed.value);
  const state = useQuery({ ...setUpQuery(typed.value), retry: false });
  const problem = codeOf(state.error);
  // Somebody administers by now, by another browser or the command.
  if (problem === 'setUpOver') return <ToSignIn />;
  const programme = state.data?.programme ?? null;
  if (state.isLoading && typed.value === kept)
    return (
      <SetUpFrame now="code">
        <Waiting error={null} />
      </SetUpFrame>
    );
  if (typed.value === '' || !state.data || problem === 'setUpSecretWrong')
    return (
      <SetUpFrame now="code">
        <CodePart
          given={typed.value}
          error={state.error}
          isChecking={state.isFetching}
          onGiven={(code) => (code === typed.value ? void state.refetch() : typed.set(code))}
        />
      </SetUpFrame>
    );
  return (
    <SetUpFrame now={programme?.isIn ? 'administrator' : 'programme'}>
      {programme?.isIn ? (
        <AdministratorPart secret={typed.value} programme={programme} onDone={typed.drop} />
      ) : (
        <ProgrammePart secret={typed.value} programme={programme} />
      )}
    </SetUpFrame>
  );
}
