// The table that is typed: a row a person, with choices from who and what is there.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fiscalYearEnd } from '../../../machines/values/date.ts';
import type { AccountView } from '../../../server/contract/accounts.ts';
import type { PathList } from '../../../server/contract/settings/paths.ts';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { accountsQuery, pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { accountsNamed } from './named-account.ts';
import { emptyRow, type Row } from './transfer-cells.ts';
import { TransferRow } from './transfer-row.tsx';

/** As accounts are written. */
const isAccount = (written: string): boolean => /^[a-z0-9][a-z0-9-]*$/.test(written.trim());

interface Props {
  code: string;
  rows: Row[];
  /** The first day of all that begins. */
  on: string;
  onChange: (rows: Row[]) => void;
}

/** Who is meant by what is typed is answered of the list of people: no row is there before it is. */
export function TransferTable(props: Props) {
  const people = useQuery(accountsQuery(props.code));
  const paths = useQuery(pathsQuery(props.code));
  if (!people.data || !paths.data) return <Waiting error={people.error ?? paths.error} />;
  return <Rows {...props} people={people.data.items} paths={paths.data} />;
}

function Rows({
  code,
  rows,
  onChange,
  on,
  people,
  paths,
}: Props & { people: AccountView[]; paths: PathList }) {
  const { t, day } = useWords(settingsWords);
  const set = (at: number, part: Partial<Row>) =>
    onChange(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const [meant, setMeant] = useState<string | null>(null);
  /** A name in place of an account is answered with whose it is; of one alone it is taken. */
  const takeNamed = (at: number, written: string) => {
    const found = accountsNamed(people, written);
    const [one, ...others] = found;
    if (one && others.length === 0) set(at, { account: one.account, name: one.name });
    const list = found.map(({ account, name }) => `${name}: ${account}`).join(t('mark.and'));
    if (one) setMeant(t(others.length === 0 ? 'transfer.meant' : 'transfer.several', { written, list }));
    else setMeant(isAccount(written) || written.trim() === '' ? null : t('transfer.noAccount', { written }));
  };
  const remove = (at: number) => {
    const left = rows.filter((_row, index) => index !== at);
    setMeant(null);
    onChange(left.length === 0 ? [emptyRow] : left);
  };
  const columns = [
    t('transfer.change'),
    t('people.account'),
    t('people.name'),
    t('transfer.fromPost'),
    t('transfer.toPost'),
    t('people.scope'),
    t('transfer.until'),
    t('transfer.row'),
  ];
  return (
    <>
      <Scroll label={t('transfer.table')}>
        <table className="grid-table typed-rows">
          <caption className="hidden">{t('transfer.table')}</caption>
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
              <TransferRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place alone
                key={at}
                {...{ row, at, code, on, people, paths }}
                set={(part) => set(at, part)}
                onNamed={() => takeNamed(at, row.account)}
                onRemove={() => remove(at)}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="small">
        {on === ''
          ? t('transfer.untilHint')
          : t('transfer.untilHintDay', { day: day(fiscalYearEnd(on), 'long') })}
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
