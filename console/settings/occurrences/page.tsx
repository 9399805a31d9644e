// 出来事: what happened around the programme, what deadlines are counted from, recording one and putting a day right.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ProgrammeView } from '../../../server/contract/programmes.ts';
import { programmeQuery } from '../../queries.ts';
import { Day } from '../../ui/day.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { usePostAmong } from '../acting.ts';
import { Frame } from '../frame.tsx';
import { settingsWords } from '../words.ts';
import { Correct } from './correct.tsx';
import { Recording } from './record.tsx';

export function OccurrencesPage() {
  const { t } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/occurrences' });
  const { data, error } = useQuery(programmeQuery(code));
  return (
    <Frame title="settings.occurrences">
      {data ? <Occurrences programme={data} /> : <Waiting error={error} withheld={t('settings.for')} />}
    </Frame>
  );
}

function Occurrences({ programme }: { programme: ProgrammeView }) {
  const { t, say } = useWords(settingsWords);
  const { code, control, occurrences, namedOccurrences } = programme;
  const { me, post } = usePostAmong(
    code,
    control.map((one) => one.post),
  );
  const happened = namedOccurrences.filter(({ on }) => on !== null);
  const given = me && post ? { programme, post, account: me.account } : null;
  return (
    <>
      <p>{t('occurrence.what')}</p>
      <section className="card" aria-labelledby="named">
        <h2 id="named">{t('occurrence.named')}</h2>
        {namedOccurrences.length === 0 && <p className="soft">{t('occurrence.noneNamed')}</p>}
        <ul className="settings-list">
          {namedOccurrences.map(({ id, label, on }) => (
            <li key={id}>
              {say(label)}: {on === null ? t('occurrence.notYet') : <Day value={on} form="long" />}
            </li>
          ))}
        </ul>
      </section>
      <section className="card settings-form" aria-labelledby="record">
        <h2 id="record">{t('occurrence.record')}</h2>
        {!me ? (
          <Waiting error={null} />
        ) : given ? (
          <Recording {...given} />
        ) : (
          <p className="soft">
            {t('occurrence.who', { who: control.map(({ label }) => say(label)).join(t('mark.and')) })}
          </p>
        )}
      </section>
      {given && happened.length > 0 && <Correct {...given} happened={happened} />}
      <section className="card" aria-labelledby="all">
        <h2 id="all">{t('occurrence.all')}</h2>
        {occurrences.length === 0 ? (
          <p className="soft">{t('occurrence.none')}</p>
        ) : (
          <Scroll label={t('occurrence.all')}>
            <table className="grid-table">
              <caption className="hidden">{t('occurrence.all')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('occurrence.on')}</th>
                  <th scope="col">{t('occurrence.title')}</th>
                  <th scope="col">{t('occurrence.source')}</th>
                </tr>
              </thead>
              <tbody>
                {occurrences
                  .toSorted((one, other) => (one.on < other.on ? 1 : -1))
                  .map(({ id, on, endedOn, title, source }) => (
                    <tr key={`${id}/${on}/${title.ja}`}>
                      <td>
                        <Day value={on} />
                        {endedOn && (
                          <>
                            〜<Day value={endedOn} />
                          </>
                        )}
                      </td>
                      <th scope="row">{say(title)}</th>
                      <td>{source}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </Scroll>
        )}
      </section>
    </>
  );
}
