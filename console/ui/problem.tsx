// An error as its reader understands it: the server's own sentences, and which field or rule they are about.
import { ApiProblem } from '../api.ts';
import { useSpeech } from '../words/language.tsx';

export function ProblemNotice({ error, title }: { error: Error; title?: string }) {
  const { t, say } = useSpeech();
  const known = error instanceof ApiProblem ? error : null;
  const problem = known?.problem ?? null;
  return (
    <div className="notice bad" role="alert">
      <strong>{title ?? t('error.title')}</strong>
      {problem ? <p>{say(problem.detail)}</p> : <p>{plain(known)}</p>}
      {problem?.refusals && problem.refusals.length > 0 && (
        <ul>
          {problem.refusals.map((refusal) => (
            <li key={refusal.code + JSON.stringify(refusal.facts)}>{say(refusal.message)}</li>
          ))}
        </ul>
      )}
      {problem?.issues && problem.issues.length > 0 && (
        <ul>
          {problem.issues.map((issue) => (
            <li key={issue.field + issue.code}>
              {t('error.field', { field: issue.field })}
              {say(issue.message)}
              {issue.expected && ` ${say(issue.expected)}`}
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function plain(answer: ApiProblem | null): string {
    if (!answer) return error.message;
    if (answer.status === 0) return t('error.network');
    return answer.status === 404 ? t('error.notFound') : t('error.unknown', { status: answer.status });
  }
}

/** What stands in for an answer that is on its way or did not come. */
export function Waiting({ error }: { error: Error | null }) {
  const { t } = useSpeech();
  return error ? <ProblemNotice error={error} /> : <p className="soft">{t('app.loading')}…</p>;
}
