// A list of people: looked at row by row, then recorded some rows at a time until its end; first passwords are shown once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { PeopleApplied, PeoplePreview } from '../../../server/contract/people-sheets.ts';
import { programmePath, post as send } from '../../api.ts';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { Field } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { type SentFile, sentFile } from '../files/table-file.ts';
import { accountsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { usePeopleNames, useTerm } from './names.ts';
import { type Issued, Passwords } from './passwords.tsx';

export function Import({ code, account }: { code: string; account: string }) {
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const [file, setFile] = useState<SentFile | null>(null);
  const [rename, setRename] = useState(false);
  /** Told with each answer: those of an answer before a cut stay. */
  const [issued, setIssued] = useState<Issued[]>([]);
  const look = useMutation({
    mutationFn: (body: { file: SentFile; rename: boolean }) =>
      send<PeoplePreview>(`${programmePath(code)}/people/preview`, body, account),
  });
  const apply = useMutation({
    networkMode: 'always',
    mutationFn: async (body: { file: SentFile; rename: boolean }) => {
      const rows: PeopleApplied['rows'] = [];
      for (let fromRow: number | null = 1; fromRow !== null; ) {
        const path: string = `${programmePath(code)}/people/apply`;
        const some: PeopleApplied = await send<PeopleApplied>(path, { ...body, fromRow }, account);
        rows.push(...some.rows);
        setIssued((was) => [...was, ...some.passwords]);
        // What had no answer is asked for again by whoever presses again, not by itself for ever.
        fromRow = some.rows.some(({ outcome }) => outcome === 'unanswered') ? null : some.nextRow;
      }
      return rows;
    },
    onSettled: async () => {
      await queries.invalidateQueries({ queryKey: accountsQuery(code).queryKey });
      await queries.invalidateQueries({ queryKey: ['lacks', code] });
    },
  });
  const count = (outcome: string) => apply.data?.filter((row) => row.outcome === outcome).length ?? 0;
  const begin = (next: SentFile | null, isRename: boolean) => {
    setFile(next);
    setRename(isRename);
    apply.reset();
    if (next) look.mutate({ file: next, rename: isRename });
  };
  return (
    <section className="card settings-form" aria-labelledby="import">
      <h2 id="import">{t('people.import')}</h2>
      <Field label={t('settings.file')} hint={t('people.importWhat')}>
        {(props) => (
          <input
            {...props}
            type="file"
            accept=".csv,.xlsx"
            onChange={async (event) => {
              const [chosen] = event.target.files ?? [];
              begin(chosen ? await sentFile(chosen) : null, rename);
            }}
          />
        )}
      </Field>
      <label className="choice">
        <input type="checkbox" checked={rename} onChange={(event) => begin(file, event.target.checked)} />
        {t('people.rename')}
      </label>
      {look.error && <InputFaults error={look.error} />}
      {look.data && <Rows code={code} found={look.data} />}
      {look.data && file && (!apply.data || count('unanswered') > 0) && (
        <button
          type="button"
          className="button solid"
          disabled={
            apply.isPending ||
            look.data.counts.gives +
              look.data.counts.new +
              look.data.counts.renamed +
              look.data.counts.mail ===
              0
          }
          onClick={() => apply.mutate({ file, rename })}
        >
          {apply.isPending ? t('settings.recording') : t('people.apply')}
        </button>
      )}
      {apply.error && <InputFaults error={apply.error} />}
      {apply.data && (
        <div className={apply.data.every(isDone) ? 'notice good' : 'notice warn'} role="status">
          <p>
            {t('people.applied', {
              done: count('done'),
              nothing: count('nothing'),
              refused: count('refused'),
            })}
          </p>
          {count('unanswered') > 0 && <p>{t('people.unanswered', { count: count('unanswered') })}</p>}
          <NotDone rows={apply.data} />
        </div>
      )}
      <Passwords issued={issued} />
    </section>
  );
}

type AppliedRow = PeopleApplied['rows'][number];
const isDone = ({ outcome }: AppliedRow): boolean => outcome === 'done' || outcome === 'nothing';

/** Each row that was not taken, with why. */
function NotDone({ rows }: { rows: readonly AppliedRow[] }) {
  const { t, say } = useWords(settingsWords);
  return (
    <ul>
      {rows
        .filter((row) => !isDone(row))
        .map(({ row, name, faults, reasons }) => (
          <li key={row}>
            {t('people.rowOf', { row, name })}{' '}
            {[...faults, ...reasons].map(({ message }) => say(message)).join(' ')}
          </li>
        ))}
    </ul>
  );
}

const words = {
  new: 'people.new',
  renamed: 'people.renamed',
  known: 'people.known',
  refused: 'people.rowRefused',
  elsewhere: 'people.elsewhere',
} as const;

function Rows({ code, found }: { code: string; found: PeoplePreview }) {
  const term = useTerm();
  const { t, say } = useWords(settingsWords);
  const names = usePeopleNames(code);
  const posts = (all: PeoplePreview['rows'][number]['gives']) =>
    all
      .map(
        ({ post, system, from, until }) =>
          `${names.post(post)}${system ? `${t('mark.open')}${names.systems([system])}${t('mark.close')}` : ''} ${term(from, until)}`,
      )
      .join(t('mark.and'));
  return (
    <>
      <p role="status">{t('people.sum', found.counts)}</p>
      <Scroll label={t('people.import')}>
        <table className="grid-table">
          <caption className="hidden">{t('people.import')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('people.row')}</th>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.map((row) => (
              <tr key={row.row}>
                <td>{row.row}</td>
                <th scope="row">
                  {row.name} <span className="soft mono">{row.account}</span>
                </th>
                <td>
                  <span className={row.status === 'refused' ? 'tag bad' : 'tag'}>
                    {t(words[row.status], { before: row.before ?? '' })}
                  </span>{' '}
                  {row.gives.length > 0 && `${t('people.gives')}: ${posts(row.gives)} `}
                  {row.held.length > 0 && (
                    <span className="soft">{`${t('people.held')}: ${posts(row.held)}`}</span>
                  )}
                  {[...row.faults, ...row.remarks].map(({ at, written, message }) => (
                    <p key={at + message.ja} className="small">
                      {at}
                      {t('mark.quote')}
                      {written}
                      {t('mark.unquote')}
                      {say(message)}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
