// Entries by the words of their reasons and notes, by who decided in which post, by the day; corrections alone.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { programmeQuery } from '../queries.ts';
import { ProblemNotice, Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import type { Sentence } from '../words/sentence.ts';
import { Entries } from './entries.tsx';
import { More } from './more.tsx';
import { type Asked, foundQuery, given } from './queries.ts';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

interface Props {
  code: string;
  asked: Asked;
  isOpen: boolean;
  onAsk: (asked: Asked) => void;
}

/** The fields of the search that can be wrong. */
const wordOf = (field: string): Sentence | null => {
  const input = inputs.find(([name]) => name === field);
  return input ? auditWords[`audit.${input[1]}`] : null;
};

const inputs = [
  ['q', 'words', 'search'],
  ['account', 'account', 'text'],
  ['from', 'from', 'date'],
  ['to', 'to', 'date'],
] as const;

export function Find({ code, asked, isOpen, onAsk }: Props) {
  const queries = useQueryClient();
  const { t, say } = useWords(auditWords);
  const { data: programme } = useQuery(programmeQuery(code));
  const [draft, setDraft] = useState(asked);
  const put = (name: keyof Asked, value: string) => setDraft({ ...draft, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(draft);
    void queries.invalidateQueries({ queryKey: foundQuery(code, given(draft)).queryKey, exact: true });
  };
  const isAsked = Object.values(asked).some((value) => value !== undefined && value !== '');
  return (
    <Question name="find" isOpen={isOpen}>
      <form className="audit-form" onSubmit={submit}>
        {inputs.map(([name, word, type]) => (
          <div className="field" key={name}>
            <label htmlFor={`audit-${name}`}>{t(`audit.${word}`)}</label>
            <input
              id={`audit-${name}`}
              type={type}
              maxLength={type === 'date' ? undefined : 100}
              value={draft[name] ?? ''}
              aria-describedby={name === 'q' ? 'audit-q-hint' : undefined}
              onChange={(event) => put(name, event.target.value)}
            />
          </div>
        ))}
        <div className="field">
          <label htmlFor="audit-post">{t('audit.post')}</label>
          <select
            id="audit-post"
            value={draft.post ?? ''}
            onChange={(event) => put('post', event.target.value)}
          >
            <option value="">{t('audit.any')}</option>
            {programme?.bodies.map(({ id, label }) => (
              <option key={id} value={id}>
                {say(label)}
              </option>
            ))}
          </select>
        </div>
        <label className="audit-check">
          <input
            type="checkbox"
            checked={draft.corrections === 'true'}
            onChange={(event) => put('corrections', event.target.checked ? 'true' : '')}
          />
          {t('audit.corrections')}
        </label>
        <button type="submit" className="button">
          {t('audit.search')}
        </button>
      </form>
      <p className="small soft" id="audit-q-hint">
        {t('audit.wordsHint')}
      </p>
      {isAsked && <Found code={code} asked={asked} />}
    </Question>
  );
}

function Found({ code, asked }: Pick<Props, 'code' | 'asked'>) {
  const { t } = useWords(auditWords);
  const list = useInfiniteQuery(foundQuery(code, asked));
  const { data, error } = list;
  if (error) return <ProblemNotice error={error} named={wordOf} />;
  if (!data) return <Waiting error={null} />;
  const items = data.pages.flatMap((page) => page.items);
  const count = data.pages.reduce((sum, { looked }) => sum + looked, 0);
  return (
    <div className="audit-answer">
      <p className="small" role="status">
        {t('audit.looked', { count })}
      </p>
      {items.length === 0 ? <p className="soft">{t('audit.foundNone')}</p> : <Entries entries={items} />}
      <More {...list} />
    </div>
  );
}
