// The table that is typed: a row a person, with choices from who and what is there.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../../server/contract/accounts.ts';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { accountsQuery, pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { accountsNamed } from './named-account.ts';

export interface Row {
  account: string;
  name: string;
  change: string;
  fromPost: string;
  post: string;
  system: string;
  /** The last day of the post; the end of the fiscal year where it is empty. */
  until: string;
}
export const emptyRow: Row = {
  account: '',
  name: '',
  change: 'leave',
  fromPost: '',
  post: '',
  system: '',
  until: '',
};
/** As the server's reader knows them. */
export const heads = ['account', 'name', 'change', 'from', 'post', 'system', 'until'];
export const rowCells = ({ account, name, change, fromPost, post, system, until }: Row): string[] => [
  account,
  name,
  change,
  fromPost,
  post,
  system,
  until,
];
const changes = ['leave', 'come', 'move', 'stay'] as const;

/** As accounts are written. */
const isAccount = (written: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(written.trim());

/** 会計年度末, as the server takes it where nothing is said. */
const yearEndOf = (on: string): string => {
  const year = Number(on.slice(0, 4));
  return `${on.slice(5, 7) < '04' ? year : year + 1}-03-31`;
};

interface Props {
  rows: Row[];
  /** The first day of all that begins. */
  on: string;
  onChange: (rows: Row[]) => void;
}

/** Who is meant by what is typed is answered of the list of people: no row is there before it is. */
export function TransferTable({ code, ...typed }: Props & { code: string }) {
  const people = useQuery(accountsQuery(code));
  const paths = useQuery(pathsQuery(code));
  if (!people.data || !paths.data) return <Waiting error={people.error ?? paths.error} />;
  return <Rows {...typed} people={people.data.items} paths={paths.data} />;
}

function Rows({ rows, onChange, on, people, paths }: Props & { people: AccountView[]; paths: PathList }) {
  const { t, say, day } = useWords(settingsWords);
  const set = (at: number, part: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const nameOf = (account: string) => people.find((one) => one.account === account)?.name;
  const [meant, setMeant] = useState<string | null>(null);
  /** A name in place of an account is answered with whose it is; of one alone it is taken. */
  const takeNamed = (at: number, written: string) => {
    const found = accountsNamed(people, written);
    const [one, ...others] = found;
    if (one && others.length === 0) set(at, { account: one.account, name: one.name });
    const list = found.map(({ account, name }) => `${name}: ${account}`).join('、');
    if (one) setMeant(t(others.length === 0 ? 'transfer.meant' : 'transfer.several', { written, list }));
    else setMeant(isAccount(written) || written.trim() === '' ? null : t('transfer.noAccount', { written }));
  };
  const posts = paths.bodies.map(({ body, label }) => ({ value: body, label: say(label) }));
  const systems = paths.systems.map(({ system, name }) => ({ value: system, label: say(name) }));
  const columns = [
    t('transfer.change'),
    t('people.account'),
    t('people.name'),
    t('transfer.fromPost'),
    t('transfer.toPost'),
    t('people.scope'),
    t('transfer.until'),
  ];
  const called = (at: number, field: string) => t('transfer.rowName', { row: at + 1, field });
  const select = (
    at: number,
    key: 'fromPost' | 'post' | 'system',
    label: string,
    choices: readonly { value: string; label: string }[],
  ) => (
    <select
      aria-label={called(at, label)}
      value={rows[at]?.[key] ?? ''}
      onChange={(event) => set(at, { [key]: event.target.value })}
    >
      <option value="">—</option>
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  );
  return (
    <>
      <Scroll label={t('transfer.table')}>
        <table className="grid-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
              <tr key={at}>
                <td>
                  <select
                    aria-label={called(at, t('transfer.change'))}
                    value={row.change}
                    onChange={(event) => set(at, { change: event.target.value })}
                  >
                    {changes.map((one) => (
                      <option key={one} value={one}>
                        {t(`transfer.${one}`)}
                      </option>
                    ))}
                  </select>
                </td>
                <td>
                  <input
                    type="text"
                    list="transfer-accounts"
                    aria-label={called(at, t('people.account'))}
                    value={row.account}
                    onChange={(event) => {
                      const account = event.target.value;
                      set(at, { account, name: nameOf(account) ?? row.name });
                    }}
                    onBlur={() => takeNamed(at, row.account)}
                  />
                </td>
                <td>
                  <input
                    type="text"
                    className="whole-name"
                    aria-label={called(at, t('people.name'))}
                    value={row.name}
                    onChange={(event) => set(at, { name: event.target.value })}
                  />
                </td>
                <td>{select(at, 'fromPost', t('transfer.fromPost'), posts)}</td>
                <td>{select(at, 'post', t('transfer.toPost'), posts)}</td>
                <td>{select(at, 'system', t('people.scope'), systems)}</td>
                <td>
                  <input
                    type="date"
                    aria-label={called(at, t('transfer.until'))}
                    value={row.until ?? ''}
                    disabled={row.change === 'leave'}
                    onChange={(event) => set(at, { until: event.target.value })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small">
        {on === ''
          ? t('transfer.untilHint')
          : t('transfer.untilHintDay', { day: day(yearEndOf(on), 'long') })}
      </p>
      {meant && (
        <p className="small" role="status">
          {meant}
        </p>
      )}
      <datalist id="transfer-accounts">
        {people.map(({ account, name }) => (
          <option key={account} value={account}>
            {name}
          </option>
        ))}
      </datalist>
      <button type="button" className="button slim" onClick={() => onChange([...rows, emptyRow])}>
        {t('transfer.addRow')}
      </button>
    </>
  );
}
