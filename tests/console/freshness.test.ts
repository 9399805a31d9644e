// What a page may show while its question is not answered: what was there before where it is the same day's, and how old it is.
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, it } from 'vitest';
import { ApiProblem } from '../../console/api.ts';
import type { Past } from '../../console/asks.ts';
import { boardQuery, standsInFor } from '../../console/queries.ts';
import { isMissingIn, unrenewedIn } from '../../console/shell/staleness.tsx';

it('the board of another day or programme is never shown in the place of the one asked for', () => {
  const day: Past = { asOf: '2023-06-30', by: 'occurred' };
  const asked = boardQuery('131121', { q: '国保' }, day).queryKey;
  const standsIn = (code: string, past: Past | null) =>
    standsInFor(boardQuery(code, {}, past).queryKey, asked);
  expect(standsIn('131121', { by: 'occurred', asOf: '2023-06-30' })).toBe(true);
  expect(standsIn('131121', null)).toBe(false);
  expect(standsIn('131121', { ...day, by: 'recorded' })).toBe(false);
  expect(standsIn('131121', { ...day, asOf: '2023-07-01' })).toBe(false);
  expect(standsIn('131130', day)).toBe(false);
});

it('what could not be read anew is named with its age, while it is shown', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let answer = () => Promise.resolve('あと 3 日');
  const options = { queryKey: ['system'], queryFn: () => answer(), initialDataUpdatedAt: 0 };
  const observer = new QueryObserver(queries, options);
  const end = observer.subscribe(() => undefined);
  const cache = queries.getQueryCache();
  await observer.refetch();
  expect(unrenewedIn(cache)).toBeNull();
  const { dataUpdatedAt } = observer.getCurrentResult();

  answer = () => Promise.reject(new ApiProblem(0, null));
  await observer.refetch();
  expect(observer.getCurrentResult().data).toBe('あと 3 日');
  expect(unrenewedIn(cache)).toEqual({ readAtMs: dataUpdatedAt, isAway: true });
  answer = () => Promise.reject(new ApiProblem(403, null));
  await observer.refetch();
  expect(unrenewedIn(cache)).toEqual({ readAtMs: dataUpdatedAt, isAway: false });

  end();
  expect(unrenewedIn(cache)).toBeNull();
  queries.clear();
});

it('what has never come is waited for while the server is away, and not where it refuses or breaks', async () => {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let status = 0;
  const queryFn = () => Promise.reject(new ApiProblem(status, null));
  const observer = new QueryObserver(queries, { queryKey: ['schedule'], queryFn });
  const end = observer.subscribe(() => undefined);
  const found: [number, boolean][] = [];
  for (status of [0, 503, 403, 500]) {
    await observer.refetch();
    found.push([status, isMissingIn(queries.getQueryCache())]);
  }
  expect(found).toEqual([
    [0, true],
    [503, true],
    [403, false],
    [500, false],
  ]);
  end();
  expect(isMissingIn(queries.getQueryCache())).toBe(false);
  queries.clear();
});
