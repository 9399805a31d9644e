// Entries as an auditor reads them: both dates side by side, who decided by which power and on which version.
import type { EntryView } from '../../server/contract/entries.ts';
import { Assumed } from '../ui/condition.tsx';
import { Day, Moment } from '../ui/day.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { auditWords } from './words.ts';

type Listed = EntryView & { matches?: string[] };

export function Entries({ entries }: { entries: readonly Listed[] }) {
  const { t } = useWords(auditWords);
  return (
    <Scroll label={t('audit.caption')}>
      <table className="grid-table">
        <caption className="hidden">{t('audit.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('audit.occurred')}</th>
            <th scope="col">{t('audit.recorded')}</th>
            <th scope="col">{t('audit.what')}</th>
            <th scope="col">{t('audit.by')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.hash} entry={entry} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Row({ entry }: { entry: Listed }) {
  const { t, say, half } = useWords(auditWords);
  const { actor, versions, corrects } = entry;
  const version = versions.definition;
  return (
    <tr>
      <td>
        <Day value={entry.occurredOn} />
      </td>
      <td>
        <Moment value={entry.recordedAt} />
      </td>
      <td>
        {entry.systemName && <strong>{say(entry.systemName)} </strong>}
        {say(entry.summary)} <Assumed why={entry.assumed} />
        {entry.matches?.map((match) => (
          <q key={match} className="audit-match">
            {half(match)}
          </q>
        ))}
        {corrects !== null && (
          <span className="audit-under soft">{t('audit.corrects', { seq: corrects })}</span>
        )}
        {entry.correctedBy.map(({ seq }) => (
          <strong key={seq} className="audit-under">
            {t('audit.correctedBy', { seq })}
          </strong>
        ))}
      </td>
      <td>
        {actor.name}
        <span className="audit-under soft">{actor.kind === 'person' && say(actor.postLabel)}</span>
        <span className="audit-under soft">
          {actor.grant === null
            ? t('audit.noGrant', { version })
            : t('audit.grant', { grant: actor.grant, version })}
        </span>
      </td>
    </tr>
  );
}
