// First passwords, shown this once: to be printed or kept as a file, then handed out.
import { useId } from 'react';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { saveCsv } from '../files/table-file.ts';
import { settingsWords } from '../words.ts';

export interface Issued {
  account: string;
  name: string;
  password: string;
}

export function Passwords({ issued }: { issued: readonly Issued[] }) {
  const { t } = useWords(settingsWords);
  const title = useId();
  if (issued.length === 0) return null;
  const heads = [t('people.account'), t('people.name'), t('people.password')];
  const rows = issued.map(({ account, name, password }) => [account, name, password]);
  return (
    <div className="notice warn" role="status">
      <strong id={title}>{t('people.passwords')}</strong>
      <Scroll label={t('people.passwords')}>
        <table className="grid-table" aria-labelledby={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issued.map(({ account, name, password }) => (
              <tr key={account}>
                <td>{account}</td>
                <td>{name}</td>
                <td className="mono">{password}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <div>
        <button
          type="button"
          className="button slim"
          onClick={() => saveCsv('passwords.csv', [heads, ...rows])}
        >
          {t('people.csv')}
        </button>
      </div>
    </div>
  );
}
