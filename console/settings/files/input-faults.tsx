// What the server found in files or changes: each mistake, and each place to be looked at, with its file and line.
import type { InputIssue } from '../../../server/contract/values.ts';
import { ApiProblem } from '../../api.ts';
import { ProblemNotice, titleOf } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

export function InputFaults({ error }: { error: Error }) {
  const { t, say } = useWords(settingsWords);
  const issues = error instanceof ApiProblem ? (error.problem?.issues ?? []) : [];
  if (issues.length === 0 || !(error instanceof ApiProblem) || !error.problem)
    return <ProblemNotice error={error} title={t('settings.refused')} />;
  const title = titleOf(error.problem);
  return (
    <div className="notice bad" role="alert">
      <strong>{t(title)}</strong>
      {title !== 'error.unchanged' && <p>{say(error.problem.detail)}</p>}
      <Issues issues={issues} />
    </div>
  );
}

export function Issues({ issues }: { issues: readonly InputIssue[] }) {
  const { t, say } = useWords(settingsWords);
  const placeOf = ({ file, line }: InputIssue) =>
    file && (line === undefined ? file : t('settings.where', { file, line }));
  if (issues.length === 0) return null;
  return (
    <ul>
      {issues.map((issue) => (
        <li key={`${issue.file}${issue.line}${issue.field}${issue.code}${issue.message.ja}`}>
          <strong>{placeOf(issue)}</strong> {say(issue.message)} {issue.expected && say(issue.expected)}
        </li>
      ))}
    </ul>
  );
}
