// A calendar of one's own deadlines: who reads it by its address alone, what is in it today, and how the address ends. What is answered is
// taken apart by a parser that is not the one that wrote it.
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessPage } from '../../server/contract/accounts.ts';
import { deadlinePage } from '../../server/contract/migrations/deadline.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { feedView, issuedFeed } from '../../server/contract/telling/feeds.ts';
import { givePost, makePerson, openTown, shutAccount, type Town, withParts } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const days = { from: '2023-04-01', until: '2024-03-31' };

const addressFor = async (as: string) =>
  (await town.answered(issuedFeed, 'POST', '/calendar-feed', { as })).path;

const readAt = async (path: string, headers: Record<string, string> = {}, at: Town = town) =>
  at.app.hono.request(`http://town.test${path}`, { headers: { Host: 'town.test', ...headers } });

function eventsOf(text: string) {
  const file = new ICAL.Component(ICAL.parse(text));
  return { file, events: file.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}
const calendarOf = async (path: string) => {
  const answer = await readAt(path);
  expect(answer.status).toBe(200);
  return eventsOf(await answer.text());
};
const uidsOf = async (path: string) => new Set((await calendarOf(path)).events.map(({ uid }) => uid));

/** A person of a post, made for one test. */
async function holder(account: string, ...posts: { post: string; system?: string }[]): Promise<string> {
  await makePerson(town, account, account);
  for (const post of posts) await givePost(town, account, { ...days, ...post });
  return account;
}

describe('the address', () => {
  it('is told once, kept as its hash alone, and reads without signing in', async () => {
    const path = await addressFor(await holder('feed-hash', { post: 'dx-office' }));
    expect(path).toMatch(/^\/feeds\/[A-Za-z0-9_-]{43}\.ics$/);
    const answer = await readAt(path);
    expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=UTF-8');
    expect(answer.headers.get('Set-Cookie')).toBeNull();
    const secret = path.slice('/feeds/'.length, -'.ics'.length);
    const kept = await town.rig.ledger.database.sql`select f::text as row from calendar_feed f`;
    expect(JSON.stringify(kept)).not.toContain(secret);
    const told = await (await town.ask('GET', '/calendar-feed', { as: 'feed-hash' })).text();
    expect(told).not.toContain(secret);
    expect(feedView.parse(JSON.parse(told)).feed?.lastReadAt).not.toBeNull();
  });

  it('is no address any more once it is made anew or revoked', async () => {
    const as = await holder('feed-renew', { post: 'dx-office' });
    const old = await addressFor(as);
    const next = await addressFor(as);
    expect([(await readAt(old)).status, (await readAt(next)).status]).toEqual([404, 200]);
    expect((await town.ask('DELETE', '/calendar-feed', { as })).status).toBe(204);
    expect((await readAt(next)).status).toBe(404);
    expect((await town.refused('DELETE', '/calendar-feed', { as })).code).toBe('notFound');
    expect((await town.answered(feedView, 'GET', '/calendar-feed', { as })).feed).toBeNull();
  });

  it('of a person who was shut out answers as one that nobody has, and does not come back with them', async () => {
    const path = await addressFor(await holder('feed-shut', { post: 'dx-office' }));
    const told = async (at: string) => {
      const answer = await readAt(at);
      const { instance: _instance, ...rest } = (await answer.json()) as { instance: string };
      return [answer.status, rest];
    };
    await shutAccount(town, 'feed-shut');
    expect(await told(path)).toEqual(await told(`/feeds/${'x'.repeat(43)}.ics`));
    expect((await told(path))[0]).toBe(404);
    expect((await town.ask('POST', '/calendar-feed', { as: 'feed-shut' })).status).toBeGreaterThanOrEqual(
      400,
    );
    await shutAccount(town, 'feed-shut', false);
    expect((await readAt(path)).status).toBe(404);
  });

  it.each(['', 'x', `${'A'.repeat(43)}`, `${'A'.repeat(500)}`, '%00', "' or 1=1 --", '..%2F..'])(
    'that nobody has is not found: %j',
    async (guess) => expect((await readAt(`/feeds/${guess}.ics`)).status).toBe(404),
  );

  it('is given to no one who is no person', async () => {
    expect((await town.refused('POST', '/calendar-feed', { as: 'operator' })).code).toBe('forbidden');
  });
});

describe('what is in it', () => {
  it('is every deadline of a system that is one’s own, as the list has it, and nothing of another', async () => {
    const as = await holder('feed-juki', { post: 'business-division', system: 'juki' });
    const uids = await uidsOf(await addressFor(as));
    const list = await town.answered(
      deadlinePage,
      'GET',
      `/programmes/${town.code}/deadlines?status=all&from=2023-09-20&limit=200`,
      { as },
    );
    expect(list.items.length).toBeGreaterThan(3);
    expect(uids).toEqual(
      new Set(list.items.map(({ deadline }) => `${town.code}-rehearsal.juki.${deadline}@sekimori`)),
    );
  });

  it('is of the whole programme what concerns the post, each only once, in order', async () => {
    const committee = await calendarOf(
      await addressFor(await holder('feed-body', { post: 'promotion-committee' })),
    );
    const nobody = await calendarOf(await addressFor(await holder('feed-audit', { post: 'audit' })));
    expect(committee.events.length).toBeGreaterThan(10);
    expect(nobody.events).toEqual([]);
    const uids = committee.events.map(({ uid }) => uid);
    expect(new Set(uids).size).toBe(uids.length);
    const starts = committee.events.map(({ startDate }) => startDate.toJSDate().toISOString());
    expect(starts).toEqual(starts.toSorted());
    const whole = await town.answered(
      deadlinePage,
      'GET',
      `/programmes/${town.code}/deadlines?status=all&limit=200`,
      { as: 'dx-ito' },
    );
    const known = new Set(
      whole.items.map(({ system, deadline }) => `${town.code}-rehearsal.${system}.${deadline}@sekimori`),
    );
    if (whole.nextCursor === null) for (const uid of uids) expect(known).toContain(uid);
  });

  it('is marked as a rehearsal’s, names the municipality, rings nobody, and says how often it changes', async () => {
    const path = await addressFor(await holder('feed-marks', { post: 'dx-office' }));
    const { file, events } = await calendarOf(path);
    expect(events.length).toBeGreaterThan(0);
    for (const { summary, component } of events) {
      expect(summary).toMatch(/^【演習】/);
      expect(component.getFirstPropertyValue('location')).toBe('世田谷区');
      expect(component.getAllSubcomponents('valarm')).toEqual([]);
    }
    expect(file.getFirstPropertyValue('x-wr-calname')).toBe('関守：feed-marksの期限');
    expect(String(file.getFirstPropertyValue('refresh-interval'))).toBe('PT1H');
    const english = eventsOf(await (await readAt(`${path}?lang=en`)).text());
    expect(english.events[0]?.summary).toMatch(/^\[rehearsal\] /);
  });

  it('goes with the post: whoever holds none today has an empty one', async () => {
    const as = await holder('feed-moves', { post: 'dx-office' });
    const path = await addressFor(as);
    expect((await uidsOf(path)).size).toBeGreaterThan(0);
    const ended = await town.ask('POST', `/accounts/${as}/posts/end`, {
      as: 'dx-tanaka',
      body: { post: 'dx-office', programme: town.code },
    });
    expect(ended.status).toBe(200);
    expect((await uidsOf(path)).size).toBe(0);
  });

  it('moves an event that is known: its number grows with the record, and the tag of the answer with it', async () => {
    const as = await holder('feed-move', { post: 'business-division', system: 'zei' });
    const path = await addressFor(as);
    const sequences = async () =>
      (await calendarOf(path)).events.map(({ component }) => ({
        uid: component.getFirstPropertyValue('uid'),
        sequence: Number(component.getFirstPropertyValue('sequence')),
      }));
    const before = await sequences();
    const first = await readAt(path);
    await hold('zei');
    const after = await sequences();
    expect(after.map(({ uid }) => uid)).toEqual(before.map(({ uid }) => uid));
    for (const [index, { sequence }] of after.entries()) {
      expect(sequence).toBeGreaterThan(before[index]?.sequence ?? 0);
    }
    expect((await readAt(path)).headers.get('ETag')).not.toBe(first.headers.get('ETag'));
  });
});

/** Something is recorded of a system. */
async function hold(system: string): Promise<void> {
  const path = `/programmes/${town.code}/systems/${system}`;
  const { row } = await town.answered(systemView, 'GET', path, { as: 'dx-ito' });
  const held = await town.ask('POST', `${path}/events`, {
    as: 'dx-ito',
    body: {
      fact: { type: 'migration.held', reason: '庁内調整のため' },
      post: 'dx-office',
      occurredOn: '2023-11-16',
      requestId: `feed-hold-${system}`,
      seenVersion: row.version,
    },
  });
  expect([held.status, held.status === 200 ? '' : await held.text()]).toEqual([200, '']);
}

describe('reading it', () => {
  it('again costs a few bytes while nothing changes', async () => {
    const path = await addressFor(await holder('feed-tag', { post: 'dx-office' }));
    const first = await readAt(path);
    const tag = first.headers.get('ETag') ?? '';
    expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
    const again = await readAt(path, { 'If-None-Match': `"other", W/${tag}` });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await readAt(path, { 'If-None-Match': '"other"' })).status).toBe(200);
  });

  it('stands in the access log with whose it is and never with the address', async () => {
    const path = await addressFor(await holder('feed-log', { post: 'dx-office' }));
    await readAt(path);
    const log = await town.answered(
      accessPage,
      'GET',
      `/programmes/${town.code}/access-log?account=feed-log&what=feeds`,
      { as: 'kansa-mori' },
    );
    expect(log.items.map(({ via, what, problem }) => [via, what, problem])).toEqual([
      ['feed', 'GET /feeds/{secret}.ics', null],
    ]);
    const all = await town.rig.ledger.database.sql`select l::text as row from access_log l`;
    expect(JSON.stringify(all)).not.toContain(path.slice(7, 50));
  });

  it('that cannot be logged gives nothing out', async () => {
    const path = await addressFor(await holder('feed-unlogged', { post: 'dx-office' }));
    const { accessLog } = town.parts;
    const deaf = withParts(town, {
      accessLog: { ...accessLog, writeOnce: () => Promise.reject(new Error('away')) },
    });
    const answer = await readAt(path, {}, deaf);
    expect(answer.status).toBe(503);
    expect(await answer.text()).not.toContain('VEVENT');
  });

  it('too often is put off, of one calendar and by who guesses', async () => {
    const path = await addressFor(await holder('feed-often', { post: 'dx-office' }));
    const strict = withParts(town, {
      feedLimit: { attempt: async () => 7 },
      guessLimit: { attempt: async () => 9 },
    });
    const own = await readAt(path, {}, strict);
    const guessed = await readAt(`/feeds/${'y'.repeat(43)}.ics`, {}, strict);
    expect([own.status, own.headers.get('Retry-After')]).toEqual([429, '7']);
    expect([guessed.status, guessed.headers.get('Retry-After')]).toEqual([429, '9']);
    const { feedLimit } = town.parts;
    const waits = [];
    for (let read = 0; read < 31; read += 1) waits.push(await feedLimit.attempt('feed-often-2'));
    expect(waits.slice(0, 30)).toEqual(Array(30).fill(null));
    expect(waits[30]).toBeGreaterThan(0);
  });
});
