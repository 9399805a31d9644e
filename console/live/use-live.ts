// What others record shows here by itself: one stream a visible page, and only what it concerns is asked anew. A page that nobody sees keeps
// none, and hears what it missed when it is looked at again: several tabs do not multiply the load, nor use up the browser's connections.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ProgrammeView } from '../../server/contract/programmes.ts';
import type { Beat, ChangeView } from '../../server/contract/telling/changes.ts';
import type { StreamEvent } from '../../server/contract/telling/event-reader.ts';
import { ApiProblem } from '../api.ts';
import { attendance } from '../attendance.ts';
import { meQuery, programmeQuery } from '../queries.ts';
import { concerns } from './concerned.ts';
import { createRenewal } from './renewal.ts';
import { readChanges } from './stream.ts';

const MINUTE_MS = 60_000;
/** A tab that is left for a moment keeps its stream. */
const HIDDEN_MS = 10_000;
const AGAIN_MS = [1_000, 2_000, 5_000, 10_000, 30_000];
/** All places are taken by other pages of the same account. */
const FULL_MS = 30_000;

/** Since when, by this machine's clock, nothing is heard; null while all is. */
export type AwaySince = number | null;

export function useLive(code: string | undefined, account: string | undefined): AwaySince {
  const queries = useQueryClient();
  const [away, setAway] = useState<AwaySince>(null);
  useEffect(() => {
    if (code === undefined || account === undefined) return;
    const end = keepLive({ code, account, queries, setAway });
    return () => {
      end();
      setAway(null);
    };
  }, [code, account, queries]);
  useAttended(queries);
  return away;
}

interface Live {
  code: string;
  account: string;
  queries: QueryClient;
  setAway: (since: AwaySince) => void;
}

/** How far the server had heard as it gave out this page: all that the page read is newer. For its first stream alone. */
let firstMark: string | null | undefined;
function takeFirstMark(): string | null {
  const taken =
    firstMark === undefined
      ? document.querySelector<HTMLMetaElement>('meta[name="heard"]')?.content || null
      : firstMark;
  firstMark = null;
  return taken;
}

/** Keeps a stream while the page is seen; gives how to end it. */
function keepLive(live: Live): () => void {
  let ending = new AbortController();
  let mark = takeFirstMark();
  let isOpen = false;
  let leaving: ReturnType<typeof setTimeout> | undefined;
  const renewal = createRenewal((changes) => renew(live, changes));
  let isDeaf = false;
  const hear = (event: StreamEvent) => {
    mark = event.id;
    heard(live, event, renewal.add);
    // A server that hears nothing says so before each beat: any other beat says that all is heard again, though nothing was missed.
    if (event.event === 'beat' && !isDeaf) live.setAway(null);
    isDeaf = event.event === 'away';
  };
  const open = () => {
    clearTimeout(leaving);
    if (isOpen) return;
    isOpen = true;
    ending = new AbortController();
    void stay(live, () => mark, hear, ending.signal);
  };
  const close = () => {
    ending.abort();
    isOpen = false;
  };
  const look = () => {
    if (document.visibilityState === 'visible') open();
    else leaving = setTimeout(close, HIDDEN_MS);
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(leaving);
    close();
    renewal.end();
  };
}

/** Opens it again and again, less often the longer it fails. */
async function stay(
  live: Live,
  mark: () => string | null,
  hear: (event: StreamEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let failed = 0;
  let lastMs = Date.now();
  const heardOf = (event: StreamEvent) => {
    failed = 0;
    lastMs = Date.now();
    hear(event);
  };
  const { code, account, queries, setAway } = live;
  while (!signal.aborted) {
    const why = await readChanges({ code, account, mark: mark(), signal, hear: heardOf }).catch(
      (error: unknown) => error,
    );
    if (signal.aborted) return;
    // What was shown is no longer kept up: from the second failure on it says so.
    if (failed === 1) setAway(lastMs);
    if (isAboutReader(why)) void queries.invalidateQueries(meQuery);
    const full = why instanceof ApiProblem && why.status === 429;
    if (full) setAway(lastMs);
    await pause(full ? FULL_MS : (AGAIN_MS[Math.min(failed, AGAIN_MS.length - 1)] ?? FULL_MS), signal);
    failed += 1;
  }
}

const isAboutReader = (why: unknown): boolean =>
  why instanceof ApiProblem && [401, 403, 409].includes(why.status);

/** Until then, or until the page is no more; a network that is back is tried at once. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const later = setTimeout(done, ms);
    function done() {
      clearTimeout(later);
      removeEventListener('online', done);
      signal.removeEventListener('abort', done);
      resolve();
    }
    addEventListener('online', done);
    signal.addEventListener('abort', done);
  });
}

function heard(live: Live, { event, data }: StreamEvent, add: (changes: ChangeView[] | null) => void): void {
  switch (event) {
    case 'change':
      // Each event's shape is the contract's.
      add((data as { items: ChangeView[] }).items);
      break;
    case 'all':
      add(null);
      break;
    case 'beat':
      beaten(live, data as Beat, add);
      break;
    case 'away':
      live.setAway(Date.now());
      return;
    case 'ended':
      void live.queries.invalidateQueries(meQuery);
      return;
  }
  if (event !== 'beat') live.setAway(null);
}

/** The clock goes on; a new day makes every number of days left another. */
function beaten(
  { code, queries }: Live,
  { now, today }: Beat,
  add: (changes: ChangeView[] | null) => void,
): void {
  const { queryKey } = programmeQuery(code);
  const shown = queries.getQueryData<ProgrammeView>(queryKey);
  if (!shown) return;
  queries.setQueryData<ProgrammeView>(queryKey, { ...shown, now, today });
  if (shown.today !== today) add(null);
}

function renew({ code, queries }: Live, changes: ChangeView[] | null): void {
  void queries.invalidateQueries({ predicate: (query) => concerns(query, code, changes) });
}

/** Whoever types a long reason asks the server nothing meanwhile, and is there all the same: their session is kept. */
function useAttended(queries: QueryClient): void {
  useEffect(() => {
    const each = setInterval(() => {
      if (document.visibilityState === 'visible' && attendance.isAttended())
        void queries.invalidateQueries(meQuery);
    }, MINUTE_MS);
    return () => clearInterval(each);
  }, [queries]);
}
