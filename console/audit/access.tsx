// The access record: who looked at what, took what away, signed in or was refused. Looking here is itself recorded.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Waiting } from '../ui/problem.tsx';
import { useWords } from '../words/language.tsx';
import { AccessLines } from './access-lines.tsx';
import { More } from './more.tsx';
import { type AccessAsked, accessQuery, systemsQuery } from './queries.ts';
import { Question } from './question.tsx';
import { auditWords } from './words.ts';

/** What the record is asked for by one choice. */
const kinds = {
  every: { what: '', refused: '' },
  export: { what: '/export', refused: '' },
  report: { what: '/report', refused: '' },
  verify: { what: '/verify', refused: '' },
  refused: { what: '', refused: 'true' },
} satisfies Record<string, AccessAsked>;
type Kind = keyof typeof kinds;
const kindNames: Kind[] = ['every', 'export', 'report', 'verify', 'refused'];
const kindOf = ({ what = '', refused = '' }: AccessAsked): Kind =>
  kindNames.find((kind) => kinds[kind].what === what && kinds[kind].refused === refused) ?? 'every';
const kindNamed = (name: string): AccessAsked => kinds[kindNames.find((kind) => kind === name) ?? 'every'];

export function Access({ code, isOpen }: { code: string; isOpen: boolean }) {
  const { t } = useWords(auditWords);
  const queries = useQueryClient();
  const [asked, setAsked] = useState<AccessAsked | null>(null);
  const ask = (next: AccessAsked) => {
    setAsked(next);
    void queries.invalidateQueries({ queryKey: accessQuery(code, next).queryKey, exact: true });
  };
  return (
    <Question name="access" isOpen={isOpen} closed="audit.accessNot">
      <p>{t('audit.accessNote')}</p>
      <AccessForm code={code} onAsk={ask} />
      {asked && <Lines code={code} asked={asked} />}
    </Question>
  );
}

function AccessForm({ code, onAsk }: { code: string; onAsk: (asked: AccessAsked) => void }) {
  const { t, say } = useWords(auditWords);
  const { data: systems } = useQuery(systemsQuery(code));
  const [draft, setDraft] = useState<AccessAsked>({});
  const put = (some: AccessAsked) => setDraft({ ...draft, ...some });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(draft);
  };
  return (
    <form className="audit-form" onSubmit={submit}>
      <div className="field">
        <label htmlFor="audit-who">{t('audit.accessAccount')}</label>
        <input
          id="audit-who"
          type="text"
          maxLength={100}
          value={draft.account ?? ''}
          onChange={(event) => put({ account: event.target.value })}
        />
      </div>
      <div className="field">
        <label htmlFor="audit-of">{t('audit.system')}</label>
        <select
          id="audit-of"
          value={draft.system ?? ''}
          onChange={(event) => put({ system: event.target.value })}
        >
          <option value="">{t('audit.any')}</option>
          {systems?.map(({ system, name }) => (
            <option key={system} value={system}>
              {say(name)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="audit-kind">{t('audit.accessKind')}</label>
        <select
          id="audit-kind"
          value={kindOf(draft)}
          onChange={(event) => put(kindNamed(event.target.value))}
        >
          {kindNames.map((kind) => (
            <option key={kind} value={kind}>
              {t(`audit.kind.${kind}`)}
            </option>
          ))}
        </select>
      </div>
      {(['from', 'to'] as const).map((end) => (
        <div className="field" key={end}>
          <label htmlFor={`audit-access-${end}`}>{t(`audit.${end}`)}</label>
          <input
            id={`audit-access-${end}`}
            type="date"
            value={draft[end] ?? ''}
            onChange={(event) => put({ [end]: event.target.value })}
          />
        </div>
      ))}
      <button type="submit" className="button">
        {t('audit.show')}
      </button>
    </form>
  );
}

function Lines({ code, asked }: { code: string; asked: AccessAsked }) {
  const { t } = useWords(auditWords);
  const list = useInfiniteQuery(accessQuery(code, asked));
  const { data, error } = list;
  if (!data) return <Waiting error={error} />;
  const lines = data.pages.flatMap(({ items }) => items);
  return (
    <div className="audit-answer">
      {lines.length === 0 ? (
        <p className="soft">{t('audit.noAccess')}</p>
      ) : (
        <AccessLines code={code} lines={lines} />
      )}
      <More {...list} />
    </div>
  );
}
