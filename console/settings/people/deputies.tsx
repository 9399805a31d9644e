// 職務代理・代決: who stands in for whom, over which systems, from when to when; appointed and ended by administrators.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { programmePath, requestId, post as send } from '../../api.ts';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { Choose, Line } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { accountsQuery, deputiesQuery, pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { usePeopleNames } from './names.ts';

interface Props {
  code: string;
  account: string;
  mayChange: boolean;
}

export function Deputies({ code, account, mayChange }: Props) {
  const { t, say, day } = useWords(settingsWords);
  const queries = useQueryClient();
  const names = usePeopleNames(code);
  const { data: people } = useQuery({ ...accountsQuery(code), enabled: mayChange });
  const nameOf = (id: string) => people?.items.find((one) => one.account === id)?.name ?? id;
  const { data, error } = useQuery(deputiesQuery(code));
  const [ending, setEnding] = useState<{ number: number; reason: string } | null>(null);
  const end = useMutation({
    networkMode: 'always',
    mutationFn: ({ number, reason }: { number: number; reason: string }) =>
      send(`${programmePath(code)}/deputies/${number}/end`, { reason, requestId: requestId() }, account),
    onSuccess: () => {
      setEnding(null);
      return queries.invalidateQueries({ queryKey: deputiesQuery(code).queryKey });
    },
  });
  return (
    <section className="card settings-form" aria-labelledby="deputies">
      <h2 id="deputies">{t('people.deputies')}</h2>
      {!data && <Waiting error={error} />}
      {data?.items.length === 0 && <p className="soft">{t('people.noDeputies')}</p>}
      {data && data.items.length > 0 && (
        <Scroll label={t('people.deputies')}>
          <table className="grid-table">
            <thead>
              <tr>
                <th scope="col">{t('people.deputy')}</th>
                <th scope="col">{t('people.post')}</th>
                <th scope="col">{t('people.holder')}</th>
                <th scope="col">{t('people.postsHeld')}</th>
              </tr>
            </thead>
            <tbody>
              {data.items.map((one) => (
                <tr key={one.number}>
                  <th scope="row">
                    {one.name} <span className="tag">{t(`people.state.${one.state}`)}</span>
                  </th>
                  <td>
                    {say(one.postLabel)}（{say(one.kindLabel)}） {names.systems(one.systems)}
                  </td>
                  <td>{one.holder === null ? t('people.vacant') : nameOf(one.holder)}</td>
                  <td>
                    {t('people.until', { from: day(one.from, 'short'), until: day(one.until, 'short') })}{' '}
                    {one.reason}{' '}
                    {mayChange && one.state !== 'over' && (
                      <button
                        type="button"
                        className="button slim grave"
                        onClick={() => setEnding({ number: one.number, reason: '' })}
                      >
                        {t('people.endDeputy')}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {ending && (
        <>
          <Line
            label={t('settings.reason')}
            required
            value={ending.reason}
            onChange={(reason) => setEnding({ ...ending, reason })}
          />
          {end.error && <InputFaults error={end.error} />}
          <button
            type="button"
            className="button grave"
            disabled={end.isPending || ending.reason.trim() === ''}
            onClick={() => end.mutate(ending)}
          >
            {t('people.endDeputy')}
          </button>
        </>
      )}
      {mayChange && <Appoint code={code} account={account} />}
    </section>
  );
}

const empty = {
  account: '',
  post: '',
  system: '',
  kind: 'forAbsent',
  holder: '',
  from: '',
  until: '',
  seenBy: '',
  reason: '',
};

function Appoint({ code, account: by }: { code: string; account: string }) {
  const { t, say } = useWords(settingsWords);
  const queries = useQueryClient();
  const { data: people } = useQuery(accountsQuery(code));
  const { data: paths } = useQuery(pathsQuery(code));
  const [typed, setTyped] = useState(empty);
  const [said, setSaid] = useState<string | null>(null);
  const names = usePeopleNames(code);
  const nameOf = (id: string) => people?.items.find((one) => one.account === id)?.name ?? id;
  const set = (part: Partial<typeof empty>) => {
    setSaid(null);
    setTyped({ ...typed, ...part });
  };
  const appoint = useMutation({
    networkMode: 'always',
    mutationFn: () => {
      const { account, post, kind, until, reason, system, holder, from, seenBy } = typed;
      const some = {
        ...(system ? { systems: [system] } : {}),
        ...(holder ? { holder } : {}),
        ...(from ? { from } : {}),
        ...(seenBy ? { seenBy } : {}),
      };
      const body = { account, post, kind, until, reason, ...some, requestId: requestId() };
      return send(`${programmePath(code)}/deputies`, body, by);
    },
    onSuccess: () => {
      setSaid(t('people.appointed', { name: nameOf(typed.account), post: names.post(typed.post) }));
      setTyped(empty);
      return queries.invalidateQueries({ queryKey: deputiesQuery(code).queryKey });
    },
  });
  const persons = (people?.items ?? []).map(({ account, name }) => ({
    value: account,
    label: `${name} ${account}`,
  }));
  const isLacking = !typed.account || !typed.post || !typed.until || !typed.reason.trim();
  return (
    <details>
      <summary>{t('people.appoint')}</summary>
      <div className="settings-form">
        <Choose
          label={t('people.deputy')}
          required
          value={typed.account}
          empty={t('amend.choose')}
          onChange={(account) => set({ account })}
          choices={persons}
        />
        <Choose
          label={t('people.post')}
          required
          value={typed.post}
          empty={t('amend.choose')}
          onChange={(post) => set({ post })}
          choices={(paths?.bodies ?? []).map(({ body, label }) => ({ value: body, label: say(label) }))}
        />
        <Choose
          label={t('people.scope')}
          value={typed.system}
          empty={t('settings.all')}
          onChange={(system) => set({ system })}
          choices={(paths?.systems ?? []).map(({ system, name }) => ({ value: system, label: say(name) }))}
        />
        <Choose
          label={t('people.kind')}
          value={typed.kind}
          onChange={(kind) => set({ kind })}
          choices={[
            { value: 'forAbsent', label: t('people.inName') },
            { value: 'acting', label: t('people.acting') },
          ]}
        />
        <Choose
          label={t('people.holder')}
          value={typed.holder}
          empty={t('people.vacant')}
          onChange={(holder) => set({ holder })}
          choices={persons}
        />
        <div className="settings-row">
          <Line label={t('people.from')} type="date" value={typed.from} onChange={(from) => set({ from })} />
          <Line
            label={t('people.untilDay')}
            type="date"
            required
            value={typed.until}
            onChange={(until) => set({ until })}
          />
          <Line
            label={t('people.seenBy')}
            type="date"
            value={typed.seenBy}
            onChange={(seenBy) => set({ seenBy })}
          />
        </div>
        <Line
          label={t('settings.reason')}
          required
          value={typed.reason}
          onChange={(reason) => set({ reason })}
        />
        {appoint.error && <InputFaults error={appoint.error} />}
        <button
          type="button"
          className="button"
          disabled={isLacking || appoint.isPending}
          onClick={() => appoint.mutate()}
        >
          {t('people.appoint')}
        </button>
        {said && (
          <p className="notice good" role="status">
            {said}
          </p>
        )}
      </div>
    </details>
  );
}
