// 職務代理・代決: who stands in for whom, over which systems, from when to when; appointed and ended by administrators.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { programmePath, requestId, post as send } from '../../api.ts';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { ReasonLine } from '../field.tsx';
import { InputFaults } from '../files/input-faults.tsx';
import { useLacking } from '../lacking.ts';
import { accountsQuery, deputiesQuery, pathsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { Appoint } from './appoint.tsx';
import { usePeopleNames, useTerm } from './names.ts';

interface Props {
  code: string;
  account: string;
  mayChange: boolean;
}

export function Deputies({ code, account, mayChange }: Props) {
  const { t, say } = useWords(settingsWords);
  const term = useTerm();
  const queries = useQueryClient();
  const names = usePeopleNames(code);
  const { data: people, error: noPeople } = useQuery({ ...accountsQuery(code), enabled: mayChange });
  const { data: paths, error: noPaths } = useQuery(pathsQuery(code));
  const nameOf = (id: string) => people?.items.find((one) => one.account === id)?.name ?? id;
  const { data, error } = useQuery(deputiesQuery(code));
  const [ending, setEnding] = useState<{ number: number; reason: string } | null>(null);
  const lacking = useLacking<'reason'>();
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
      {!data && <Waiting error={error} withheld={t('settings.for')} />}
      {data?.items.length === 0 && <p className="soft">{t('people.noDeputies')}</p>}
      {data && data.items.length > 0 && (
        <Scroll label={t('people.deputies')}>
          <table className="grid-table">
            <caption className="hidden">{t('people.deputies')}</caption>
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
                    {say(one.postLabel)}
                    {t('mark.open')}
                    {say(one.kindLabel)}
                    {t('mark.close')} {names.systems(one.systems)}
                  </td>
                  <td>{one.holder === null ? t('people.vacant') : nameOf(one.holder)}</td>
                  <td>
                    {term(one.from, one.until)} {one.reason}{' '}
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
          <ReasonLine
            value={ending.reason}
            onChange={(reason) => {
              lacking.typedIn({ reason });
              setEnding({ ...ending, reason });
            }}
            fault={lacking.fault('reason', t('settings.reason'))}
          />
          {end.error && <InputFaults error={end.error} />}
          <button
            type="button"
            className="button grave"
            disabled={end.isPending}
            onClick={() => lacking.find(ending.reason.trim() === '' ? ['reason'] : []) && end.mutate(ending)}
          >
            {t('people.endDeputy')}
          </button>
        </>
      )}
      {mayChange && (
        <details>
          <summary>{t('people.appoint')}</summary>
          {people && paths ? (
            <Appoint code={code} account={account} people={people.items} paths={paths} />
          ) : (
            <Waiting error={noPeople ?? noPaths} />
          )}
        </details>
      )}
    </section>
  );
}
