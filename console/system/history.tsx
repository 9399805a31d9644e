// The record of one system, now or as of a past day: its entries, newest first, each with both dates, the version on which
// it was decided, the definition that decided it and its seal.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { EntryView } from '../../server/contract/entries.ts';
import type { Past } from '../asks.ts';
import { CATCH_UP_MS, entriesQuery } from '../queries.ts';
import { Assumed } from '../ui/condition.tsx';
import { Day, Moment } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { pageWords } from './page-words.ts';
import { saidBeside } from './said-beside.ts';

interface Props {
  code: string;
  system: string;
  past: Past | null;
  /** The newest entry that the page beside it shows. */
  head: number;
}

export function SystemHistory({ code, system, past, head }: Props) {
  const { t } = useWords(pageWords);
  const history = useInfiniteQuery({
    ...entriesQuery(code, system, past),
    refetchInterval: ({ state }) => {
      const newest = state.data?.pages[0]?.items[0]?.seq;
      return newest !== undefined && newest < head ? CATCH_UP_MS : false;
    },
  });
  const entries = history.data?.pages.flatMap((page) => page.items);
  return (
    <section className="card" aria-labelledby="history">
      <h2 id="history">{t('system.history')}</h2>
      {!entries && <Waiting error={history.error} />}
      {entries?.length === 0 && <p className="soft">{t('app.none')}</p>}
      {entries && entries.length > 0 && (
        <Scroll label={t('system.historyCaption')}>
          <table className="grid-table history">
            <caption className="hidden">{t('system.historyCaption')}</caption>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {t('system.seq')}
                </th>
                <th scope="col">{t('system.occurredOn')}</th>
                <th scope="col">{t('system.what')}</th>
                <th scope="col">{t('system.by')}</th>
                <th scope="col">{t('system.recordedAt')}</th>
                <th scope="col">{t('system.hash')}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Row key={entry.seq} entry={entry} way={past === null ? { code, system } : null} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {history.hasNextPage && (
        <p className="only-print small">{t('history.printed', { count: entries?.length ?? 0 })}</p>
      )}
      {history.hasNextPage && (
        <button type="button" className="button slim" onClick={() => history.fetchNextPage()}>
          {t('app.more')}
        </button>
      )}
    </section>
  );
}

/** @param way to putting it right; null in the past */
function Row({ entry, way }: { entry: EntryView; way: { code: string; system: string } | null }) {
  const { t, say } = useWords(pageWords);
  const { actor, seenVersion, versions } = entry;
  // A proposal leads to the entry that it is about, where it is decided.
  const righted = entry.corrects ?? (entry.correctable ? entry.seq : null);
  const sealed = [
    entry.hash,
    t('system.copyNote', { prev: entry.prev }),
    t('system.digestNote', { digest: versions.definitionDigest }),
    ...(entry.signedBy === null ? [] : [t('system.keyNote', { key: entry.signedBy })]),
  ];
  return (
    <tr>
      <td className="number">{entry.seq}</td>
      <td>
        <Day value={entry.occurredOn} />
      </td>
      <td>
        {say(entry.summary)} <Assumed why={entry.assumed} />
        <Said entry={entry} />
        {entry.correctedBy.map((by) => (
          <PutRight key={by.seq} by={by} />
        ))}
        {entry.corrects !== null && (
          <span className="schedule-under soft">{t('system.corrects', { seq: entry.corrects })}</span>
        )}
        {way && righted !== null && (
          <Link
            className="history-correct small no-print"
            to="/programmes/$code/systems/$system/entries/$seq"
            params={{ ...way, seq: String(righted) }}
            aria-label={t('history.correctOf', { seq: righted })}
          >
            {t('history.correct')}
          </Link>
        )}
        {entry.source && (
          <span className="schedule-under soft">{t('system.imported', { source: entry.source })}</span>
        )}
      </td>
      <td>
        {actor.name}
        {actor.kind === 'person' && <span className="schedule-under soft">{say(actor.postLabel)}</span>}
        {seenVersion !== null && (
          <span className="schedule-under soft">{t('system.seen', { seq: seenVersion })}</span>
        )}
      </td>
      <td>
        <Moment value={entry.recordedAt} />
      </td>
      <td className="mono" title={sealed.join('\n')}>
        {entry.hash.slice(0, 12)}
        <span className="schedule-under soft">
          {t('system.byDefinition', {
            version: versions.definition,
            digest: versions.definitionDigest.slice(0, 8),
          })}
        </span>
      </td>
    </tr>
  );
}

/** What stands instead of what was recorded, who proposed and approved it, and when. */
function PutRight({ by: { seq, voids, made } }: { by: EntryView['correctedBy'][number] }) {
  const { t, say, day } = useWords(pageWords);
  return (
    <>
      <strong className="schedule-under">
        {t(voids ? 'system.voidedBy' : 'system.correctedBy', { seq })}
      </strong>
      {made?.differs.map(({ field, wrong, right }) => (
        <span key={field.ja} className="schedule-under">
          {say(field)}
          {t('mark.colon')}
          <del>{say(wrong)}</del> → <ins>{say(right)}</ins>
        </span>
      ))}
      {made?.right && made.right.occurredOn !== made.wrong.occurredOn && (
        <span className="schedule-under">
          {t('system.occurredOn')}
          {t('mark.colon')}
          <del>{day(made.wrong.occurredOn, 'short')}</del> → <ins>{day(made.right.occurredOn, 'short')}</ins>
        </span>
      )}
      {made?.decided && (
        <span className="schedule-under soft">
          {t('history.putRight', {
            by: made.proposed.name,
            approver: made.decided.name,
            on: day(made.decided.occurredOn, 'short'),
          })}
        </span>
      )}
    </>
  );
}

/** What its maker wrote beside it, and whether the holder in whose name it was decided has looked at it. */
function Said({ entry }: { entry: EntryView }) {
  const { t, day } = useWords(pageWords);
  const { seeing } = entry;
  return (
    <>
      {saidBeside(entry).map(({ as, words }) => (
        <span key={as} className="schedule-under">
          {t(`history.${as}`, { words })}
        </span>
      ))}
      {seeing && (
        <span className="schedule-under">
          {seeing.seenOn !== null
            ? t('history.seen', { day: day(seeing.seenOn, 'short') })
            : seeing.seenBy === null
              ? t('history.unseenOpen')
              : t('history.unseen', { day: day(seeing.seenBy, 'short') })}
        </span>
      )}
    </>
  );
}
