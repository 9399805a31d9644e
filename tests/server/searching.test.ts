// The record searched, and a day as it was known beside the day as it was.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { accessPage } from '../../server/contract/accounts.ts';
import { difference, foundPage } from '../../server/contract/auditing/asked.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const path = (rest: string) => `/programmes/${town.code}${rest}`;
const auditor = 'kansa-mori';
const found = (query: string) => town.answered(foundPage, 'GET', path(`/search?${query}`), { as: auditor });

it('a search goes on from page to page and gives each entry once', async () => {
  const all = await found('limit=200');
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: typeof all = await found(
      `limit=7${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    seen.push(...page.items.map(({ hash }) => hash));
    cursor = page.nextCursor;
  } while (cursor !== null && seen.length < all.items.length);
  expect(all.items.length).toBeGreaterThan(7);
  expect(seen.slice(0, all.items.length)).toEqual(all.items.map(({ hash }) => hash));
});

it('words that nobody wrote are found nowhere, and marks alone are refused', async () => {
  expect((await found(`q=${encodeURIComponent('誰も書いていない語句')}`)).items).toEqual([]);
  expect(
    (await town.ask('GET', path(`/search?q=${encodeURIComponent('・（）')}`), { as: auditor })).status,
  ).toBe(422);
});

it('days the wrong way round are refused, where an empty answer would say that nothing happened', async () => {
  for (const door of ['/search', '/access-log']) {
    const asked = await town.refused('GET', path(`${door}?from=2023-12-01&to=2023-01-01`), { as: auditor });
    expect([asked.status, asked.issues?.[0]?.field]).toEqual([422, 'to']);
  }
});

it('a line of the access record says the name beside the account', async () => {
  const { items } = await town.answered(accessPage, 'GET', path(`/access-log?account=${auditor}`), {
    as: auditor,
  });
  expect(items[0]).toMatchObject({ account: auditor, name: '森（監査事務局・演習）' });
});

it('a day lists what was recorded after it of what happened up to it', async () => {
  const { items, begins, systems } = await town.answered(
    difference,
    'GET',
    path('/difference?day=2023-10-31'),
    { as: auditor },
  );
  for (const { recordedAt } of items) expect(recordedAt.slice(0, 10) > '2023-10-31').toBe(true);
  expect(begins).not.toBeNull();
  expect(items.length + systems.length).toBeGreaterThan(0);
});

it('a day that has not come is refused, and one before the record says where it begins', async () => {
  expect((await town.ask('GET', path('/difference?day=2099-01-01'), { as: auditor })).status).toBe(422);
  const before = await town.answered(difference, 'GET', path('/difference?day=1990-01-01'), { as: auditor });
  expect(before.items).toEqual([]);
  expect(before.begins?.occurredOn).toMatch(/^20/);
});
