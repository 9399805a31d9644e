// What the server found wrong in files or changes: each mistake with its file and line.
import { ApiProblem } from '../../api.ts';
import { ProblemNotice } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

export function InputFaults({ error }: { error: Error }) {
  const { t, say } = useWords(settingsWords);
  const issues = error instanceof ApiProblem ? (error.problem?.issues ?? []) : [];
  if (issues.length === 0 || !(error instanceof ApiProblem) || !error.problem)
    return <ProblemNotice error={error} title={t('settings.refused')} />;
  return (
    <div className="notice bad" role="alert">
      <strong>{t('settings.refused')}</strong>
      <p>{say(error.problem.detail)}</p>
      <ul>
        {issues.map((issue) => (
          <li key={`${issue.file}${issue.line}${issue.field}${issue.code}${issue.message.ja}`}>
            {issue.file && (
              <strong>{t('settings.where', { file: issue.file, line: issue.line ?? 1 })} </strong>
            )}
            {say(issue.message)} {issue.expected && say(issue.expected)}
          </li>
        ))}
      </ul>
    </div>
  );
}
