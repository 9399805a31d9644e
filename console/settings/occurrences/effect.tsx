// The deadlines that an occurrence would set or move.
import type { OccurrencePreview } from '../../../server/contract/settings/occurrences.ts';
import { Day } from '../../ui/day.tsx';
import { Scroll } from '../../ui/scroll.tsx';
import { useWords } from '../../words/language.tsx';
import { settingsWords } from '../words.ts';

export function OccurrenceEffect({ found }: { found: OccurrencePreview }) {
  const { t, say } = useWords(settingsWords);
  const { moved, waiting } = found;
  if (moved.length === 0) return <p role="status">{t('occurrence.noEffect', { waiting })}</p>;
  const day = (value: string | null) => (value === null ? t('app.none') : <Day value={value} />);
  return (
    <div role="status">
      <h3>{t('occurrence.effect')}</h3>
      <Scroll label={t('occurrence.effect')}>
        <table className="grid-table">
          <caption className="hidden">{t('occurrence.effect')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('amend.system')}</th>
              <th scope="col">{t('amend.deadline')}</th>
              <th scope="col">{t('occurrence.from')}</th>
              <th scope="col">{t('occurrence.to')}</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ system, systemName, deadline, label, was, dueOn }) => (
              <tr key={`${system}/${deadline}`}>
                <th scope="row">{say(systemName)}</th>
                <td>{say(label)}</td>
                <td>{day(was)}</td>
                <td>{day(dueOn)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}
