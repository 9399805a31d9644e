// One person's posts and account, changed act by act: each is recorded when it is pressed.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../../server/contract/accounts.ts';
import { post as send } from '../../api.ts';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { accountsQuery, pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { type PeopleNames, useTerm } from './names.ts';
import { type Issued, Passwords } from './passwords.tsx';

interface Props {
  code: string;
  by: string;
  person: AccountView;
  names: PeopleNames;
  onIssued: (issued: Issued) => void;
}

const nothingGiven = { post: '', system: '', from: '', until: '' };

export function Change({ code, by, person, names, onIssued }: Props) {
  const { t, say } = useWords(settingsWords);
  const term = useTerm();
  const queries = useQueryClient();
  const { data: paths, error: noPaths } = useQuery(pathsQuery(code));
  const [typed, setTyped] = useState(nothingGiven);
  const [said, setSaid] = useState<string | null>(null);
  const [issued, setIssued] = useState<Issued[]>([]);
  const path = `/accounts/${encodeURIComponent(person.account)}`;
  const act = useMutation({
    networkMode: 'always',
    mutationFn: ({ to, body }: { to: string; body: unknown; said: string }) =>
      send<object>(`${path}${to}`, body, by),
    onMutate: () => setSaid(null),
    onSuccess: (_done, { to, said: done }) => {
      if (to === '/posts') setTyped(nothingGiven);
      setSaid(done);
      return queries.invalidateQueries({ queryKey: accountsQuery(code).queryKey });
    },
  });
  const reset = useMutation({
    networkMode: 'always',
    mutationFn: () => send<Issued>(`${path}/password`, {}, by),
    onSuccess: (made) => {
      setIssued([made]);
      onIssued(made);
    },
  });
  function give() {
    const { post, system, from, until } = typed;
    const days = { ...(from ? { from } : {}), ...(until ? { until } : {}) };
    const body = { post, programme: code, system: system || null, ...days };
    act.mutate({ to: '/posts', body, said: t('people.gave', { post: names.post(post) }) });
  }
  const problem = act.error ?? reset.error;
  return (
    <div className="settings-form">
      <ul className="settings-list">
        {person.posts
          .filter(({ deputy }) => deputy === undefined)
          .map(({ post, programme, system, from, until }) => (
            <li key={`${post}/${system}/${from}`}>
              {names.post(post)}
              {system && t('people.over', { systems: names.systems([system]) })} {term(from, until)}{' '}
              <button
                type="button"
                className="button slim grave"
                disabled={act.isPending}
                aria-label={`${t('people.end')}: ${names.post(post)}`}
                onClick={() =>
                  act.mutate({
                    to: '/posts/end',
                    body: { post, programme, system, from },
                    said: t('people.relieved', { post: names.post(post) }),
                  })
                }
              >
                {t('people.end')}
              </button>
            </li>
          ))}
      </ul>
      {paths ? (
        <>
          <h3>{t('people.give')}</h3>
          <Choose
            label={t('people.post')}
            required
            value={typed.post}
            empty={t('amend.choose')}
            onChange={(post) => setTyped({ ...typed, post })}
            choices={paths.bodies.map(({ body, label }) => ({ value: body, label: say(label) }))}
          />
          <Choose
            label={t('people.scope')}
            value={typed.system}
            empty={t('settings.all')}
            onChange={(system) => setTyped({ ...typed, system })}
            choices={paths.systems.map(({ system, name }) => ({ value: system, label: say(name) }))}
          />
          <div className="settings-row">
            <Line
              label={t('people.from')}
              type="date"
              hint={t('people.daysHint')}
              value={typed.from}
              onChange={(from) => setTyped({ ...typed, from })}
            />
            <Line
              label={t('people.untilDay')}
              type="date"
              value={typed.until}
              onChange={(until) => setTyped({ ...typed, until })}
            />
          </div>
        </>
      ) : (
        <Waiting error={noPaths} />
      )}
      {problem && <InputFaults error={problem} />}
      <div className="settings-row">
        <button type="button" className="button solid" disabled={!typed.post || act.isPending} onClick={give}>
          {t('people.give')}
        </button>
        <button type="button" className="button" disabled={reset.isPending} onClick={() => reset.mutate()}>
          {t('people.reset')}
        </button>
        <button
          type="button"
          className="button grave"
          disabled={act.isPending}
          onClick={() =>
            act.mutate({
              to: '/disabled',
              body: { disabled: !person.disabled },
              said: t(person.disabled ? 'people.enabled' : 'people.nowDisabled'),
            })
          }
        >
          {t(person.disabled ? 'people.enable' : 'people.disable')}
        </button>
      </div>
      {said && (
        <p className="notice good" role="status">
          {said}
        </p>
      )}
      <Passwords issued={issued} />
    </div>
  );
}
