// A page that could not be shown, and an address that leads nowhere.
import { Link, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { ApiProblem } from '../api.ts';
import { ProblemNotice, Waiting } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';
import { type Missing, whyMissing } from './page-code.ts';
import { useReturn } from './return.ts';

/**
 * An answer of the server is told in its words; a page whose own code did not come, or that broke, is loaded anew as a whole: by itself where
 * the server had been away. What was typed is kept in the window.
 */
export function RouteProblem({ error }: { error: unknown }) {
  const { t } = useSpeech();
  const router = useRouter();
  const answer = error instanceof ApiProblem ? error : null;
  const why = useWhyMissing(answer === null);
  const isAway = answer?.away ?? why === 'away';
  const isAnswer = answer !== null;
  const again = useCallback(
    () => (isAnswer ? void router.invalidate() : window.location.reload()),
    [isAnswer, router],
  );
  useReturn(isAway, again);
  if (!isAnswer && why === null) return <Unsaid />;
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t(why === 'renewed' ? 'error.renewed' : 'error.title')}</h1>
      <ProblemNotice
        error={answer ?? new Error(t(why ? told[why] : 'error.page'))}
        {...(why === 'renewed' && { title: t('error.loadAnew') })}
      />
      {isAway && <p>{t('app.comesBack')}</p>}
      <p className="failure-way">
        <button type="button" className="button" onClick={again}>
          {t('app.reload')}
        </button>
      </p>
    </main>
  );
}

const told = { away: 'error.network', renewed: 'error.kept', broken: 'error.page' } as const;

/** Until it is known why, nothing is said that might be wrong. */
function Unsaid() {
  return (
    <main className="page" id="content" tabIndex={-1}>
      <Waiting error={null} />
    </main>
  );
}

/** @param isAsked only where no answer of the server says what is wrong */
function useWhyMissing(isAsked: boolean): Missing | null {
  const [why, setWhy] = useState<Missing | null>(null);
  useEffect(() => {
    if (isAsked) void whyMissing().then(setWhy);
  }, [isAsked]);
  return why;
}

/** The head of a page about one thing that did not come: what it would be called is not known, and the list of them is. */
export function Unshown({ code }: { code: string }) {
  const { t } = useSpeech();
  return (
    <>
      <h1>{t('error.title')}</h1>
      <p>
        <Link to="/programmes/$code/board" params={{ code }}>
          {t('app.board')}
        </Link>
      </p>
    </>
  );
}

export function NotFound() {
  const { t } = useSpeech();
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t('error.notFound')}</h1>
      <p>{t('app.notFound')}</p>
      <p>
        <Link to="/">{t('app.programmes')}</Link>
      </p>
    </main>
  );
}
