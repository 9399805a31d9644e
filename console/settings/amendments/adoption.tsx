// How far an adopted amendment has come: each system that has taken it, has it still to come, or cannot take it. Renewed as others' entries are.
import { Link } from '@tanstack/react-router';
import type { AdoptionView } from '../../../server/contract/amendments.ts';
import { Moment } from '../../ui/day.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

type Status = AdoptionView['systems'][number]['status'];
const look: Record<Status, string> = { adopted: 'tag good', waiting: 'tag key', refused: 'tag bad' };
const order: readonly Status[] = ['refused', 'waiting', 'adopted'];

export function Adoption({ code, adoption }: { code: string; adoption: AdoptionView }) {
  const { t, say } = useWords(settingsWords);
  const { systems } = adoption;
  const done = systems.filter(({ status }) => status === 'adopted').length;
  const isWhole = done === systems.length;
  const rows = order.flatMap((status) => systems.filter((one) => one.status === status));
  return (
    <section className="card settings-form" aria-labelledby="adoption">
      <h2 id="adoption">{t('adoption.title')}</h2>
      <p>
        {t('adoption.at')}: <Moment value={adoption.adoptedAt} form="long" />
      </p>
      <div className={isWhole ? 'notice good' : 'notice warn'} role="status">
        <p>{t(isWhole ? 'adoption.whole' : 'adoption.part', { done, all: systems.length })}</p>
        {!isWhole && (
          <>
            <progress max={systems.length} value={done} aria-label={t('adoption.title')} />
            <p>{t('adoption.waits')}</p>
          </>
        )}
      </div>
      {systems.length > 0 && (
        <Scroll label={t('adoption.title')}>
          <table className="grid-table">
            <caption className="hidden">{t('adoption.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('amend.system')}</th>
                <th scope="col">{t('amend.status')}</th>
                <th scope="col">{t('amend.version')}</th>
                <th scope="col">{t('adoption.when')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ system, name, status, statusText, from, to, at, refusals }) => (
                <tr key={system}>
                  <th scope="row">
                    <Link to="/programmes/$code/systems/$system" params={{ code, system }} search={{}}>
                      {say(name)}
                    </Link>
                  </th>
                  <td>
                    <span className={look[status]}>{say(statusText)}</span>
                    {refusals.map(({ code: why, message }) => (
                      <p key={why} className="small">
                        {say(message)}
                      </p>
                    ))}
                  </td>
                  <td>
                    {t(from === null ? 'adoption.fresh' : 'adoption.versions', { from: from ?? '', to })}
                  </td>
                  <td>{at && <Moment value={at} form="short" />}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
