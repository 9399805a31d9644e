// Every route of the server's own list × nobody, the wrong role, the right role. A route that states no need, or is not
// in the list, fails here.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { createApi, createApp } from '../../server/http/app.ts';
import { type Need, needs, statedRoutes } from '../../server/http/guarded-route.ts';
import { sightCases } from './sight/cases.ts';
import { givePost, makePerson, openTown, type Town, tokenOf } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  await makePerson(town, 'outsider', '部外者');
});
afterAll(() => town.close());

/** For each need an account that meets it and one that does not; null where everyone signed in meets it. */
const roles: Record<Exclude<Need, 'open' | 'setsUp'>, { right: string; wrong: string | null }> = {
  signedIn: { right: 'outsider', wrong: null },
  reads: { right: 'juki-sato', wrong: 'outsider' },
  readsAll: { right: 'dx-ito', wrong: 'juki-sato' },
  replays: { right: 'dx-ito', wrong: 'juki-sato' },
  acts: { right: 'dx-ito', wrong: 'kansa-mori' },
  audits: { right: 'kansa-mori', wrong: 'dx-ito' },
  oversees: { right: 'dx-tanaka', wrong: 'kansa-mori' },
  administers: { right: 'dx-tanaka', wrong: 'dx-ito' },
  keeps: { right: 'operator', wrong: 'dx-tanaka' },
};

const addressOf = (path: string) =>
  path
    .replace(':code', town.code)
    .replace(':system', 'juki')
    .replace(':account', 'nobody-has-this')
    .replace(':deadline', 'fiscal-2025-end')
    .replace(':id', 'nobody-has-this');

/** An empty body is wrong for every route that takes one, so that nothing is changed by asking. */
const bodyFor = (method: string) => (method === 'POST' ? { body: {} } : {});

describe('the list of routes', () => {
  it('holds every route that answers under /api/v1, each with what it needs', () => {
    const stated = statedRoutes(town.app.api);
    expect(stated.filter(({ need }) => need === null)).toEqual([]);
    const answering = town.app.hono.routes.filter(
      ({ method, path }) => method !== 'ALL' && path.startsWith('/api/v1'),
    );
    const named = new Set(stated.map(({ method, path }) => `${method} /api/v1${path}`));
    expect(answering.filter(({ method, path }) => !named.has(`${method} ${path}`))).toEqual([]);
    expect(stated.length).toBeGreaterThan(25);
    for (const need of needs) expect(stated.map((route) => route.need)).toContain(need);
  });

  it('is all that is open: a route added without a need is refused to everyone', async () => {
    const api = createApi(town.parts);
    api.get('/forgotten', (c) => c.text('secret'));
    const { hono } = createApp(town.parts);
    hono.route('/api/v1', api);
    const headers = { Authorization: `Bearer ${town.operatorToken}` };
    const forgotten = await hono.request('http://town.test/api/v1/forgotten', { headers });
    expect(forgotten.status).toBe(403);
    expect(await forgotten.text()).not.toContain('secret');
  });
});

describe('each route', () => {
  it('answers 401 to nobody, and to a token nobody has', async () => {
    for (const { method, path, need } of statedRoutes(town.app.api)) {
      if (need === 'open') continue;
      const headers = { 'X-Sekimori-Request': '1' };
      const asked = await town.ask(method, addressOf(path), { ...bodyFor(method), headers });
      expect([method, path, asked.status]).toEqual([method, path, 401]);
      const guessed = await town.ask(method, addressOf(path), { ...bodyFor(method), token: 'skm_guess' });
      expect([method, path, guessed.status]).toEqual([method, path, 401]);
    }
  });

  it('answers 403 to the wrong role', async () => {
    for (const { method, path, need } of statedRoutes(town.app.api)) {
      if (need === 'open' || need === 'setsUp' || need === null) continue;
      const { wrong } = roles[need];
      if (wrong === null) continue;
      const asked = await town.ask(method, addressOf(path), { ...bodyFor(method), as: wrong });
      expect([method, path, asked.status]).toEqual([method, path, 403]);
    }
  });

  it('lets the right role through', async () => {
    for (const { method, path, need } of statedRoutes(town.app.api)) {
      if (need === 'open' || need === 'setsUp' || need === null) continue;
      const asked = await town.ask(method, addressOf(path), { ...bodyFor(method), as: roles[need].right });
      expect([200, 202, 204, 404, 409, 422]).toContain(asked.status);
    }
  });
});

describe('scope', () => {
  it('shows a post of one system that system only', async () => {
    const own = await town.ask('GET', `/programmes/${town.code}/systems/juki`, { as: 'juki-sato' });
    expect(own.status).toBe(200);
    const other = await town.refused('GET', `/programmes/${town.code}/systems/zei`, { as: 'juki-sato' });
    expect(other.code).toBe('forbidden');
    const board = (query: string, as = 'juki-sato') =>
      town.answered(boardPage, 'GET', `/programmes/${town.code}/systems?limit=100${query}`, { as });
    const { items } = await board('');
    const whole = (await board('', 'dx-ito')).items;
    const [mine, ...others] = items.toSorted((a, b) => Number(a.outline) - Number(b.outline));
    expect(mine).toEqual(whole.find(({ system }) => system === 'juki'));
    // Of the others the board's outline, as the programme says: the same places, and nothing that only their own posts see.
    expect(items.map(({ system, phase }) => [system, phase])).toEqual(
      whole.map(({ system, phase }) => [system, phase]),
    );
    const none = { outline: true, waitingFor: [], blockers: [], nextDeadline: null, overdue: 0 };
    for (const row of others) expect(row).toMatchObject(none);
    expect(whole.some(({ system, waitingFor }) => system !== 'juki' && waitingFor.length > 0)).toBe(true);
    expect((await board('&waitingFor=promotion-committee')).items.filter(({ outline }) => outline)).toEqual(
      [],
    );
    const past = await board('&asOf=2023-10-31');
    expect(past.items.filter(({ outline }) => !outline).map(({ system }) => system)).toEqual(['juki']);
    const deadlines = await town.ask('GET', `/programmes/${town.code}/deadlines?status=all`, {
      as: 'juki-sato',
    });
    const rows = (await deadlines.json()) as { items: { system: string }[] };
    expect(new Set(rows.items.map(({ system }) => system))).toEqual(new Set(['juki']));
  });

  it('keeps an auditor from acting even in a post held beside', async () => {
    await givePost(town, 'kansa-mori', { post: 'dx-office', from: '2023-04-01', until: '2024-03-31' });
    const asked = await town.refused('POST', `/programmes/${town.code}/systems/juki/events`, {
      as: 'kansa-mori',
      body: {},
    });
    expect(asked.status).toBe(403);
  });

  it('keeps who audits one system from acting in it, whatever post they hold beside, and not from others', async () => {
    const days = { from: '2023-04-01', until: '2024-03-31' };
    await makePerson(town, 'both-hats', '兼務');
    await givePost(town, 'both-hats', { ...days, post: 'dx-office' });
    await givePost(town, 'both-hats', { ...days, post: 'auditor', system: 'juki' });
    const body = {
      fact: { type: 'migration.held', reason: '試験' },
      post: 'dx-office',
      occurredOn: '2023-11-16',
    };
    const act = (system: string) =>
      town.refused('POST', `/programmes/${town.code}/systems/${system}/events`, {
        as: 'both-hats',
        body: { ...body, requestId: `hats/${system}`, seenVersion: 100_000 },
      });
    expect((await act('juki')).code).toBe('forbidden');
    expect((await act('zei')).code).toBe('refused');
    const on = (occurredOn: string) =>
      town.refused('POST', `/programmes/${town.code}/systems/zei/events`, {
        as: 'both-hats',
        body: { ...body, occurredOn, requestId: `on/${occurredOn}`, seenVersion: 1 },
      });
    expect(await on('2023-03-31')).toMatchObject({ status: 403, code: 'postNotHeldThen' });
    // A day to come, on which it is not held any more: the day is what is wrong, as any act says it.
    const later = await on('2024-04-01');
    expect([later.status, later.code]).toEqual([422, 'invalid']);
    expect(later.issues?.map(({ field, code, message }) => [field, code, message.ja])).toEqual([
      ['occurredOn', 'date.future', expect.stringMatching(/令和6年4月1日.*より後です/)],
    ]);
  });

  it('knows no programme and no system that is not there', async () => {
    expect((await town.refused('GET', '/programmes/999999', { as: 'operator' })).status).toBe(404);
    // Whether there is one is not told to who holds nothing in it: the same as of one that is another's.
    const unknown = await town.refused('GET', '/programmes/999999', { as: 'dx-ito' });
    const others = await town.refused('GET', `/programmes/${town.code}`, { as: 'outsider' });
    expect([unknown.status, unknown.code]).toEqual([others.status, others.code]);
    const absent = await town.refused('GET', `/programmes/${town.code}/systems/absent`, { as: 'dx-ito' });
    expect(absent.code).toBe('notFound');
  });
});

describe('acting as another account', () => {
  it('is for the operator of this machine, from this machine', async () => {
    const as = { as: 'juki-sato' };
    expect((await town.ask('GET', '/me', as)).status).toBe(200);
    town.from.address = '192.0.2.7';
    expect((await town.ask('GET', '/me', as)).status).toBe(401);
    town.from.address = '127.0.0.1';
  });

  it.each(['X-Forwarded-For', 'X-Forwarded-Proto', 'X-Forwarded-Host', 'Forwarded', 'X-Real-IP', 'Via'])(
    'is not for what came through a proxy of this machine, which %s tells',
    async (name) => {
      for (const as of ['juki-sato', 'operator'])
        expect((await town.ask('GET', '/me', { as, headers: { [name]: '127.0.0.1' } })).status).toBe(401);
    },
  );

  it('is refused to an ordinary token, and for an account of no rehearsal', async () => {
    const token = await tokenOf(town, 'dx-ito');
    const asked = await town.refused('GET', '/me', { token, headers: { 'X-Sekimori-As': 'dx-tanaka' } });
    expect(asked.code).toBe('actingAsRefused');
    await makePerson(town, 'real-person', '実在の職員', 'operator');
    expect((await town.refused('GET', '/me', { as: 'real-person' })).code).toBe('actingAsRefused');
  });

  it('gives the operator alone no post to act in', async () => {
    const body = {
      fact: { type: 'migration.held', reason: '試験' },
      post: 'dx-office',
      occurredOn: '2023-11-16',
      requestId: 'operator-acts',
      seenVersion: 1000,
    };
    const asked = await town.refused('POST', `/programmes/${town.code}/systems/juki/events`, {
      as: 'operator',
      body,
    });
    expect(asked.code).toBe('postNotHeld');
  });
});

sightCases(() => town);
