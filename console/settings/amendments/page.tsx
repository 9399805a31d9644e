// 改定: those proposed, and how a new one is.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { Day } from '../../ui/day.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { usePostAmong } from '../acting.ts';
import { Frame } from '../frame.tsx';
import { type AmendmentList, amendmentsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';
import { Propose } from './proposing/propose.tsx';

export function AmendmentsPage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings' });
  const { data, error } = useQuery(amendmentsQuery(code));
  return (
    <Frame title="settings.amendments">
      {data ? (
        <Amendments code={code} found={data} />
      ) : (
        <Waiting error={error} withheld={t('settings.for')} />
      )}
    </Frame>
  );
}

function Amendments({ code, found }: { code: string; found: AmendmentList }) {
  const { t, say } = useWords(settingsWords);
  const asked = useSearch({ from: '/within/programmes/$code/settings' });
  const { me, post } = usePostAmong(
    code,
    found.proposers.map((one) => one.post),
  );
  return (
    <>
      <p>{t('amend.what', { version: found.version })}</p>
      <section className="card" aria-labelledby="amendments">
        <h2 id="amendments">{t('amend.list')}</h2>
        {found.items.length === 0 ? (
          <p className="soft">{t('amend.none')}</p>
        ) : (
          <Listed code={code} found={found} />
        )}
      </section>
      <section className="card" aria-labelledby="propose">
        <h2 id="propose">{t('amend.propose')}</h2>
        {!me ? (
          <Waiting error={null} />
        ) : post ? (
          <Propose code={code} post={post} account={me.account} asked={asked} />
        ) : (
          <p className="soft">
            {t('amend.proposers', {
              who: found.proposers.map(({ label }) => say(label)).join(t('mark.and')),
            })}
          </p>
        )}
      </section>
    </>
  );
}

function Listed({ code, found }: { code: string; found: AmendmentList }) {
  const { t, say } = useWords(settingsWords);
  return (
    <Scroll label={t('amend.list')}>
      <table className="grid-table">
        <caption className="hidden">{t('amend.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('amend.number')}</th>
            <th scope="col">{t('amend.status')}</th>
            <th scope="col">{t('amend.version')}</th>
            <th scope="col">{t('amend.proposed')}</th>
            <th scope="col">{t('amend.fromOn')}</th>
            <th scope="col">{t('settings.reason')}</th>
            <th scope="col">{t('amend.changes')}</th>
          </tr>
        </thead>
        <tbody>
          {found.items.map(
            ({ number, statusText, version, on, fromOn, by, reason, status, changes, moreChanges }) => (
              <tr key={number}>
                <td>
                  <Link
                    to="/programmes/$code/settings/amendments/$number"
                    params={{ code, number: String(number) }}
                  >
                    {number}
                  </Link>
                </td>
                <td>
                  <span className={status === 'open' ? 'tag key' : status === 'adopted' ? 'tag good' : 'tag'}>
                    {say(statusText)}
                  </span>
                </td>
                <td>{version}</td>
                <td>
                  <Day value={on} /> {by.name}
                </td>
                <td>{fromOn && <Day value={fromOn} />}</td>
                <td>{reason}</td>
                <td className="small">
                  {changes.map((one) => (
                    <p key={one.ja}>{say(one)}</p>
                  ))}
                  {moreChanges > 0 && (
                    <p className="soft">{t('amend.moreChanges', { count: moreChanges })}</p>
                  )}
                </td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}
