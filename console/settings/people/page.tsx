// 人: who has an account and which posts, deputies, a list handed in. Changed by administrators; others read who stands in for whom.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { AccountView } from '../../../server/contract/accounts.ts';
import { post as send } from '../../api.ts';
import { meQuery } from '../../queries.ts';
import { Modal } from '../../ui/modal.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { Frame } from '../frame.tsx';
import { accountsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { Change } from './change.tsx';
import { Deputies } from './deputies.tsx';
import { Import } from './import.tsx';
import { heldPosts, type PeopleNames, usePeopleNames, useTerm } from './names.ts';
import { type Issued, Passwords } from './passwords.tsx';

export function PeoplePage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/people' });
  const { data: me, error } = useQuery(meQuery);
  return (
    <Frame title="settings.people">
      {!me && <Waiting error={error} />}
      {me?.administrator && <Accounts code={code} account={me.account} />}
      {me && !me.administrator && <p className="notice">{t('settings.onlyAdmin')}</p>}
      {me && <Deputies code={code} account={me.account} mayChange={me.administrator} />}
      {me?.administrator && <Import code={code} account={me.account} />}
    </Frame>
  );
}

function Accounts({ code, account }: { code: string; account: string }) {
  const { t } = useWords(settingsWords);
  const { q = '' } = useSearch({ from: '/within/programmes/$code/settings/people' });
  const navigate = useNavigate();
  const { data, error } = useQuery(accountsQuery(code));
  const names = usePeopleNames(code);
  const [issued, setIssued] = useState<Issued[]>([]);
  const [changing, setChanging] = useState<string | null>(null);
  if (!data) return <Waiting error={error} />;
  const wanted = q.normalize('NFKC').toLowerCase();
  const own = data.items.map((one) => ({
    ...one,
    posts: one.posts.filter(({ programme }) => programme === null || programme === code),
  }));
  const shown = own.filter(({ account: id, name, posts }) =>
    [id, name, ...posts.map(({ post }) => names.post(post))].some((word) =>
      word.normalize('NFKC').toLowerCase().includes(wanted),
    ),
  );
  const one = own.find((each) => each.account === changing);
  return (
    <section className="card settings-form" aria-labelledby="accounts">
      <h2 id="accounts">{t('people.accounts')}</h2>
      <p>
        {t('people.manyMove')}
        <Link to="/programmes/$code/settings/transfer" params={{ code }}>
          {t('settings.transfer')}
        </Link>
      </p>
      <Line
        label={t('people.search')}
        value={q}
        onChange={(next) =>
          void navigate({
            to: '/programmes/$code/settings/people',
            params: { code },
            search: next ? { q: next } : {},
            replace: true,
          })
        }
      />
      <p role="status" className="small soft">
        {t('people.count', { shown: shown.length, all: own.length })}
      </p>
      <Scroll label={t('people.accounts')}>
        <table className="grid-table">
          <caption className="hidden">{t('people.accounts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('people.name')}</th>
              <th scope="col">{t('people.postsHeld')}</th>
              <th scope="col">{t('people.change')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((person) => (
              <tr key={person.account}>
                <th scope="row">
                  {person.name} <span className="soft mono">{person.account}</span>{' '}
                  {person.disabled && <span className="tag bad">{t('people.disabled')}</span>}
                </th>
                <td>
                  <Posts person={person} names={names} />
                </td>
                <td>
                  <button
                    type="button"
                    className="button slim"
                    aria-label={`${t('people.change')}: ${person.name}`}
                    onClick={() => setChanging(person.account)}
                  >
                    {t('people.change')}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Add code={code} account={account} onMade={(made) => setIssued([...issued, made])} />
      {!one && <Passwords issued={issued} />}
      {one && (
        <Modal title={t('people.changeOf', { name: one.name })} onClose={() => setChanging(null)}>
          <Change
            code={code}
            by={account}
            person={one}
            names={names}
            onIssued={(made) =>
              setIssued([...issued.filter(({ account: who }) => who !== made.account), made])
            }
          />
        </Modal>
      )}
    </section>
  );
}

function Posts({ person, names }: { person: AccountView; names: PeopleNames }) {
  const { t } = useWords(settingsWords);
  const term = useTerm();
  if (person.posts.length === 0) return <span className="soft">{t('people.none')}</span>;
  return (
    <ul>
      {heldPosts(person.posts).map(({ post, systems, from, until, deputy }) => (
        <li key={`${post}/${systems}/${from}/${deputy?.kind}`}>
          {names.post(post)}
          {systems && t('people.over', { systems: names.systems(systems) })}{' '}
          <span className="soft small nowrap">
            {term(from, until)}
            {deputy && ` ${t('people.deputy')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Add({
  code,
  account: by,
  onMade,
}: {
  code: string;
  account: string;
  onMade: (made: Issued) => void;
}) {
  const { t } = useWords(settingsWords);
  const queries = useQueryClient();
  const [typed, setTyped] = useState({ account: '', name: '' });
  const add = useMutation({
    networkMode: 'always',
    mutationFn: () => send<Issued>('/accounts', typed, by),
    onSuccess: async (made) => {
      onMade(made);
      setTyped({ account: '', name: '' });
      await queries.invalidateQueries({ queryKey: accountsQuery(code).queryKey });
    },
  });
  return (
    <details>
      <summary>{t('people.add')}</summary>
      <div className="settings-form">
        <Line
          label={t('people.account')}
          hint={t('people.addHint')}
          required
          value={typed.account}
          onChange={(account) => setTyped({ ...typed, account })}
        />
        <Line
          label={t('people.name')}
          required
          value={typed.name}
          onChange={(name) => setTyped({ ...typed, name })}
        />
        {add.error && <InputFaults error={add.error} />}
        <button type="button" className="button" disabled={add.isPending} onClick={() => add.mutate()}>
          {t('people.make')}
        </button>
      </div>
    </details>
  );
}
