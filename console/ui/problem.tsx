// An error as its reader understands it: the server's own sentences, and which field or rule they are about.
import { ApiProblem } from '../api.ts';
import { useSpeech } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { type Word, words } from '../words/words.ts';

interface Props {
  error: Error;
  title?: string;
  /** The reader's word for a field of what was sent; null where there is none. */
  named?: (field: string) => Sentence | null;
}

/** The fields that addresses and small forms can get wrong. */
const fields: Record<string, Word> = {
  asOf: 'past.day',
  q: 'board.search',
  account: 'signIn.account',
  password: 'signIn.password',
};
const wordOf = (field: string): Sentence | null => {
  const word = fields[field];
  return word ? words[word] : null;
};

/** What it is: something to be put right in what was entered, a no of the rules, or an answer that did not come. */
export function titleOf(problem: ApiProblem['problem']): Word {
  const issues = problem?.issues ?? [];
  if (issues.length > 0)
    return issues.every(({ code }) => code === 'nothing') ? 'error.unchanged' : 'error.input';
  return (problem?.refusals ?? []).length > 0 ? 'error.refused' : 'error.title';
}

export function ProblemNotice({ error, title, named = wordOf }: Props) {
  const { t, say } = useSpeech();
  const known = error instanceof ApiProblem ? error : null;
  const problem = known?.problem ?? null;
  return (
    <div className="notice bad" role="alert">
      <strong>{title ?? t(titleOf(problem))}</strong>
      {problem ? <p>{say(problem.detail)}</p> : <p>{plain(known)}</p>}
      {problem?.code === 'internal' && problem.instance && (
        <p className="soft">{t('error.number', { number: problem.instance })}</p>
      )}
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
              <Named field={named(issue.field)} />
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

/** A field without a word of the reader's is not named: its sentence stands alone. */
function Named({ field }: { field: Sentence | null }) {
  const { t, say } = useSpeech();
  return field && t('error.field', { field: say(field) });
}

/** What stands in for an answer that is on its way or did not come; `withheld` is who is shown it, told to whoever is not. */
export function Waiting({ error, withheld }: { error: Error | null; withheld?: string }) {
  const { t } = useSpeech();
  if (withheld !== undefined && error instanceof ApiProblem && error.status === 403)
    return <p className="soft">{withheld}</p>;
  return error ? <ProblemNotice error={error} /> : <p className="soft">{t('app.loading')}…</p>;
}
