// Says how old a page is whose data could not be renewed: days left, the gate and the clock may have changed since.
import { type Query, type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { ApiProblem } from '../api.ts';
import { useSpeech } from '../words/language.tsx';
import { useReturn } from './return.ts';

const LOOK_MS = 15_000;
const MINUTE_MS = 60_000;

export interface Unrenewed {
  /** When the oldest of what is shown was read, by this machine's clock. */
  readAtMs: number;
  /** The server is not there; otherwise it answers with a refusal. */
  isAway: boolean;
}

/** The oldest answer on the page that was asked for anew in vain; null where all is as fresh as it can be. */
export function unrenewedIn(cache: QueryCache): Unrenewed | null {
  let oldest: Unrenewed | null = null;
  for (const query of cache.getAll()) {
    const { data, status, error, fetchFailureCount, fetchFailureReason, dataUpdatedAt } = query.state;
    const why = fetchFailureReason ?? error;
    const isFailing = status === 'error' || fetchFailureCount > 0;
    if (data === undefined || !isFailing || !query.isActive()) continue;
    if (oldest && oldest.readAtMs <= dataUpdatedAt) continue;
    oldest = { readAtMs: dataUpdatedAt, isAway: why instanceof ApiProblem && why.away };
  }
  return oldest;
}

/** Whether something of the page has never come, since the server is not there: a fault inside it is no matter of waiting. */
export const isMissingIn = (cache: QueryCache): boolean =>
  cache.getAll().some((query) => {
    const { data, status, error } = query.state;
    const isGone = error instanceof ApiProblem && error.away && error.status !== 500;
    return data === undefined && status === 'error' && isGone && query.isActive();
  });

/** @param away since when nothing that others change is told; null while it is */
export function Staleness({ away }: { away: number | null }) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  const cache = queries.getQueryCache();
  const seen = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => JSON.stringify(unrenewedIn(cache)),
  );
  const isMissing = useSyncExternalStore(
    (changed) => cache.subscribe(changed),
    () => isMissingIn(cache),
  );
  const unrenewed = JSON.parse(seen) as Unrenewed | null;
  const again = useCallback(
    () => void queries.refetchQueries({ type: 'active', predicate: isUnanswered }),
    [queries],
  );
  useReturn(isMissing || (unrenewed?.isAway ?? false), again);
  const nowMs = useNow(unrenewed !== null || away !== null);
  const minutesSince = (sinceMs: number) => Math.max(0, Math.floor((nowMs - sinceMs) / MINUTE_MS));
  return (
    <div role="status" className="beside-page small">
      {unrenewed && (
        <p className="notice warn">
          {t(unrenewed.isAway ? 'app.stale' : 'app.staleRefused', {
            minutes: minutesSince(unrenewed.readAtMs),
          })}
        </p>
      )}
      {!unrenewed && isMissing && <p className="notice warn">{t('app.comesBack')}</p>}
      {!unrenewed && !isMissing && away !== null && <NotLive minutes={minutesSince(away)} />}
    </div>
  );
}

/** What is shown stands as it was read, and is read anew when the reader says so. */
function NotLive({ minutes }: { minutes: number }) {
  const { t } = useSpeech();
  const queries = useQueryClient();
  return (
    <p className="notice warn">
      <span>{t('app.notLive', { minutes })}</span>
      <button type="button" className="button slim" onClick={() => void queries.invalidateQueries()}>
        {t('app.reload')}
      </button>
    </p>
  );
}

const isUnanswered = ({ state }: Query): boolean => state.status === 'error' || state.fetchFailureCount > 0;

function useNow(isWatched: boolean): number {
  const [nowMs, setNowMs] = useState(Date.now);
  useEffect(() => {
    if (!isWatched) return;
    setNowMs(Date.now());
    const looking = setInterval(() => setNowMs(Date.now()), LOOK_MS);
    return () => clearInterval(looking);
  }, [isWatched]);
  return nowMs;
}
