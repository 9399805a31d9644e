// A page that could not be shown, and an address that leads nowhere.
import { Link, useRouter } from '@tanstack/react-router';
import { ApiProblem } from '../api.ts';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';

/** An answer of the server is told in its words; a page whose own code did not come, or that broke, is loaded anew as a whole. */
export function RouteProblem({ error }: { error: unknown }) {
  const { t } = useSpeech();
  const router = useRouter();
  const isAnswer = error instanceof ApiProblem;
  return (
    <main className="page" id="content" tabIndex={-1}>
      <h1>{t('error.title')}</h1>
      <ProblemNotice error={isAnswer ? error : new Error(t('error.page'))} />
      <p className="failure-way">
        <button
          type="button"
          className="button"
          onClick={() => (isAnswer ? void router.invalidate() : window.location.reload())}
        >
          {t('app.reload')}
        </button>
      </p>
    </main>
  );
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
