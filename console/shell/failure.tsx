// A page that could not be shown, and an address that leads nowhere.
import { Link, useRouter } from '@tanstack/react-router';
import { ProblemNotice } from '../ui/problem.tsx';
import { useSpeech } from '../words/language.tsx';

export function RouteProblem({ error }: { error: unknown }) {
  const { t } = useSpeech();
  const router = useRouter();
  return (
    <main className="page" id="content" tabIndex={-1}>
      <ProblemNotice error={error instanceof Error ? error : new Error(String(error))} />
      <p>
        <button type="button" className="button" onClick={() => router.invalidate()}>
          {t('app.reload')}
        </button>
      </p>
    </main>
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
