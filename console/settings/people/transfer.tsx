// 年度替わり in one page: a list or a typed table, what it would end and begin, what would stand still, and one act.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { fiscalYearAhead } from '../../../machines/values/date.ts';
import type { TransferPreview } from '../../../server/contract/posts.ts';
import { programmePath, requestId, post as send } from '../../api.ts';
import { meQuery, programmeQuery } from '../../queries.ts';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { Choose, Field, Line, ReasonLine } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { type SentFile, sentFile, sentTable } from '../files/table-file.ts';
import { Frame } from '../frame.tsx';
import { useLacking } from '../lacking.ts';
import { accountsQuery, pathsQuery } from '../queries.ts';
import { useTyped } from '../typed.ts';
import { settingsWords } from '../words.ts';
import { Appoint } from './appoint.tsx';
import { emptyRow, heads, type Row, rowCells } from './transfer-cells.ts';
import { TransferEffect } from './transfer-effect.tsx';
import { TransferTable } from './transfer-table.tsx';

export function TransferPage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/transfer' });
  const { data: me, error } = useQuery(meQuery);
  return (
    <Frame title="settings.transfer">
      {!me && <Waiting error={error} />}
      {me && !me.administrator && <p className="notice">{t('settings.onlyAdmin')}</p>}
      {me?.administrator && <Transfer code={code} account={me.account} />}
    </Frame>
  );
}

interface Draft {
  how: 'table' | 'file';
  rows: Row[];
  /** Null where nobody has said it: what is prepared in March is meant for 1 April. */
  on: string | null;
  others: 'end' | 'stay';
  reason: string;
  requestId: string;
}
const begin = (): Draft => ({
  how: 'table',
  rows: [emptyRow],
  on: null,
  others: 'end',
  reason: '',
  requestId: requestId(),
});

function Transfer({ code, account }: { code: string; account: string }) {
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const { value: draft, set, drop } = useTyped<Draft>(`transfer.${code}`, begin());
  const [file, setFile] = useState<SentFile | null>(null);
  const lacking = useLacking<'rows' | 'on' | 'reason'>();
  const [made, setMade] = useState<TransferPreview['people']>([]);
  const filled = draft.rows.filter(({ account: who }) => who.trim() !== '');
  const given = draft.how === 'file' ? file : sentTable('table.csv', [heads, ...filled.map(rowCells)]);
  const { data: programme } = useQuery(programmeQuery(code));
  const on = draft.on ?? fiscalYearAhead(programme?.today ?? '') ?? '';
  const body = { file: given, ...(on ? { on } : {}), others: draft.others };
  const look = useMutation({
    mutationFn: () => send<TransferPreview>(`${programmePath(code)}/transfers/preview`, body, account),
  });
  const apply = useMutation({
    networkMode: 'always',
    mutationFn: () =>
      send<{ summary: { ja: string; en: string } }>(
        `${programmePath(code)}/transfers`,
        { ...body, reason: draft.reason, requestId: draft.requestId },
        account,
      ),
    onSuccess: () => {
      setMade(look.data?.people ?? []);
      drop();
      look.reset();
      return queries.invalidateQueries({ queryKey: accountsQuery(code).queryKey });
    },
  });
  const change = (part: Partial<Draft>) => {
    set({ ...draft, ...part });
    lacking.typedIn('how' in part ? { ...part, rows: null } : part);
    if (part.reason === undefined) look.reset();
    apply.reset();
  };
  const isEmpty = draft.how === 'file' ? file === null : filled.length === 0;
  // A list as a file may say its day itself.
  const isThere = {
    rows: !isEmpty,
    on: draft.how === 'file' || on !== '',
    reason: draft.reason.trim() !== '',
  };
  const find = (...names: (keyof typeof isThere)[]) => lacking.find(names.filter((name) => !isThere[name]));
  const preview = () => find('rows', 'on') && look.mutate();
  const record = () => find('reason') && apply.mutate();
  return (
    <section className="card settings-form" aria-labelledby="transfer">
      <h2 id="transfer">{t('settings.transfer')}</h2>
      <p>{t('transfer.what')}</p>
      <p className="small">{t('transfer.firstPasswords')}</p>
      <fieldset className="settings-row">
        {(['table', 'file'] as const).map((how) => (
          <label key={how} className="choice">
            <input type="radio" name="how" checked={draft.how === how} onChange={() => change({ how })} />
            {t(`transfer.${how}`)}
          </label>
        ))}
      </fieldset>
      {draft.how === 'table' ? (
        <TransferTable code={code} on={on} rows={draft.rows} onChange={(rows) => change({ rows })} />
      ) : (
        <Field label={t('settings.file')} hint={t('people.importWhat')}>
          {(props) => (
            <input
              {...props}
              type="file"
              accept=".csv,.xlsx"
              onChange={async (event) => {
                const [chosen] = event.target.files ?? [];
                setFile(chosen ? await sentFile(chosen) : null);
                lacking.typedIn({ rows: null });
                look.reset();
              }}
            />
          )}
        </Field>
      )}
      <div className="settings-row">
        <Line
          label={t('transfer.on')}
          type="date"
          required
          value={on}
          onChange={(day) => change({ on: day })}
          fault={lacking.fault('on', t('transfer.on'))}
        />
        <Choose
          label={t('transfer.others')}
          value={draft.others}
          onChange={(others) => change({ others: others === 'stay' ? 'stay' : 'end' })}
          choices={[
            { value: 'end', label: t('transfer.othersEnd') },
            { value: 'stay', label: t('transfer.othersStay') },
          ]}
        />
      </div>
      {lacking.fault('rows', '') && (
        <p className="fault" role="alert">
          {t('transfer.empty')}
        </p>
      )}
      <button type="button" className="button" disabled={look.isPending} onClick={preview}>
        {look.isPending ? t('settings.looking') : t('settings.preview')}
      </button>
      {look.error && <InputFaults error={look.error} />}
      {look.data && (
        <>
          <TransferEffect code={code} found={look.data} />
          <ReasonLine
            value={draft.reason}
            onChange={(reason) => change({ reason })}
            fault={lacking.fault('reason', t('settings.reason'))}
          />
          <p className="small soft">{t('transfer.final')}</p>
          <button type="button" className="button solid" disabled={apply.isPending} onClick={record}>
            {apply.isPending ? t('settings.recording') : t('transfer.apply')}
          </button>
        </>
      )}
      {apply.error && <InputFaults error={apply.error} />}
      {apply.data && <Done code={code} summary={apply.data.summary} made={made} />}
      <WhoIsAway code={code} account={account} on={on} />
    </section>
  );
}

/** Whoever is ill when posts change hands is stood in for here too; recorded by itself, as it is decided by itself. */
function WhoIsAway({ code, account, on }: { code: string; account: string; on: string }) {
  const { t } = useWords(settingsWords);
  const { data: people } = useQuery(accountsQuery(code));
  const { data: paths } = useQuery(pathsQuery(code));
  // The table above says that it waits for them, or why they do not come.
  if (!people || !paths) return null;
  return (
    <details>
      <summary>{t('transfer.away')}</summary>
      <p className="small">{t('transfer.awayWhat')}</p>
      <Appoint code={code} account={account} people={people.items} paths={paths} begun={{ from: on }} />
    </details>
  );
}

interface DoneProps {
  code: string;
  summary: { ja: string; en: string };
  made: TransferPreview['people'];
}

/** Who was made by it cannot sign in yet: said here, with where that is done. */
function Done({ code, summary, made }: DoneProps) {
  const { t, say } = useWords(settingsWords);
  return (
    <div className="notice good" role="status">
      <p>{say(summary)}</p>
      {made.length > 0 && (
        <>
          <p>{t('transfer.needPasswords')}</p>
          <ul>
            {made.map(({ account, name }) => (
              <li key={account}>
                <Link to="/programmes/$code/settings/people" params={{ code }} search={{ q: account }}>
                  {t('transfer.passwordOf', { name, account })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
