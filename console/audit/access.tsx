// The access record: who looked at what, took what away, signed in or was refused. Looking here is itself recorded.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { programmeQuery } from '../queries.ts';
import { Moment } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { More } from './more.tsx';
import { type AccessAsked, type AccessLine, accessQuery, systemsQuery } from './queries.ts';
import { Question } from './question.tsx';
import { askedWords, auditWords, valueWords } from './words.ts';

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
        <Table code={code} lines={lines} />
      )}
      <More {...list} />
    </div>
  );
}

function Table({ code, lines }: { code: string; lines: readonly AccessLine[] }) {
  const { t, say } = useWords(auditWords);
  const { data: systems } = useQuery(systemsQuery(code));
  const { data: programme } = useQuery(programmeQuery(code));
  const systemNamed = (id: string) => {
    const known = systems?.find((one) => one.system === id);
    return known ? say(known.name) : id;
  };
  /** What was asked for, in words where there are any. */
  const wordFor = (asked: string, value: string): string => {
    if (asked === 'system') return systemNamed(value);
    const body = asked === 'post' ? programme?.bodies.find(({ id }) => id === value) : undefined;
    if (body) return say(body.label);
    const known = Object.hasOwn(valueWords, value) ? valueWords[value as keyof typeof valueWords] : null;
    return known ? say(known) : value;
  };
  return (
    <Scroll label={t('audit.access')}>
      <table className="grid-table">
        <caption className="hidden">{t('audit.access')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.when')}</th>
            <th scope="col">{t('audit.who')}</th>
            <th scope="col">{t('audit.looked.at')}</th>
            <th scope="col">{t('audit.asked')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // Nothing of a line is its own: the same may be asked twice within a millisecond.
            // biome-ignore lint/suspicious/noArrayIndexKey: lines are only added behind
            <Line key={`${line.at} ${index}`} line={line} systemNamed={systemNamed} wordFor={wordFor} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface LineProps {
  line: AccessLine;
  systemNamed: (id: string) => string;
  wordFor: (asked: string, value: string) => string;
}

function Line({ line, systemNamed, wordFor }: LineProps) {
  const { t, say } = useWords(auditWords);
  const { at, account, name, via, address, what, whatText, system, ofEverySystem, problemText, detail } =
    line;
  const subject = line.subjectName ?? line.subject;
  const { cursor: _cursor, limit: _limit, ...words } = detail;
  return (
    <tr>
      <td>
        <Moment value={at} />
      </td>
      <td>
        {account === '' ? t('audit.nobody') : (name ?? account)}
        {name !== null && <span className="audit-under soft">{account}</span>}
        <span className="audit-under soft">{t(`audit.via.${via}`)}</span>
        <span className="audit-under soft mono">{address}</span>
      </td>
      <td>
        <span title={what}>{whatText ? say(whatText) : what}</span>
        <span className="audit-under soft">
          {subject ?? (system ? systemNamed(system) : ofEverySystem && t('audit.everySystem'))}
        </span>
        {problemText && (
          <strong className="audit-under">
            {t('audit.refused')} {say(problemText)}
          </strong>
        )}
      </td>
      <td>
        {Object.entries(words).map(([word, value]) => (
          <span key={word} className="audit-under">
            {say(detailWord(word))}: {wordFor(word, String(value))}
          </span>
        ))}
      </td>
    </tr>
  );
}

/** The words of a question; what has none here stands as it was asked. */
function detailWord(name: string): { ja: string; en: string } {
  return Object.hasOwn(askedWords, name)
    ? askedWords[name as keyof typeof askedWords]
    : { ja: name, en: name };
}
