// What operators ask of a server, and how it answers when a part of it is away.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readiness } from '../../server/contract/health.ts';
import { KnownRuns } from '../../server/health/known-runs.ts';
import { createReadiness } from '../../server/health/readiness.ts';
import { createApp } from '../../server/http/app.ts';
import { openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const at = (path: string) => town.app.hono.request(`http://town.test${path}`);

describe('readiness', () => {
  it('waits for the programme, then holds while database, Temporal and a worker answer', async () => {
    expect((await at('/healthz')).status).toBe(200);
    const before = await at('/readyz');
    const { detail, ...checks } = readiness.parse(await before.json());
    expect([before.status, checks]).toEqual([
      503,
      { ready: false, database: true, temporal: true, worker: true, loaded: false, runs: true },
    ]);
    expect(detail).toMatchObject({ workers: 1, ill: [], moreIll: 0, waitedFor: 0 });
    town.parts.health.readiness.markLoaded();
    expect((await at('/readyz')).status).toBe(200);
  });

  it('says no where no worker shows life on the task queue', async () => {
    const { ledger, client: temporal } = town.rig;
    const asked = { ledger, temporal, taskQueue: 'a queue that nobody polls' };
    const idle = createReadiness(asked, new KnownRuns());
    idle.markLoaded();
    expect(await idle.report()).toMatchObject({
      ready: false,
      database: true,
      temporal: true,
      worker: false,
      loaded: true,
      detail: { workers: 0 },
    });
  });
});

describe('measures', () => {
  it('are Prometheus text by route pattern, without any person in them', async () => {
    await town.ask('GET', `/programmes/${town.code}/systems/juki`, { as: 'juki-sato' });
    const text = await (await at('/metrics')).text();
    expect(text).toMatch(
      /sekimori_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/programmes\/:code\/systems\/:system",status="200"\} [1-9]/,
    );
    expect(text).not.toContain('juki-sato');
    expect(text).not.toContain(town.code);
  });
});

describe('logs', () => {
  it('name the account and the route, never a token, a password or a body', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
    const { hono } = createApp({ ...town.parts, log });
    const secret = town.accounts[0]?.password ?? '';
    const headers = { 'Content-Type': 'application/json', 'X-Sekimori-Request': '1' };
    const body = JSON.stringify({ account: town.accounts[0]?.account, password: secret });
    const signed = await hono.request('http://town.test/api/v1/session', { method: 'POST', headers, body });
    const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await hono.request('http://town.test/api/v1/me', { headers: { Cookie: cookie } });
    const all = lines.join('');
    expect(all).toContain(`"account":"${town.accounts[0]?.account}"`);
    expect(all).toContain('"route":"/api/v1/me"');
    for (const hidden of [secret, cookie, cookie.split('=')[1] ?? '']) expect(all).not.toContain(hidden);
  });
});

describe('the console', () => {
  it('is served with its assets kept for ever and its page asked for anew, for every address of its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>関守</title>');
    writeFileSync(join(folder, 'assets/main-1a2b.js'), 'export {};');
    const { hono } = createApp({ ...town.parts, consoleFolder: folder });
    const get = (path: string) =>
      hono.request(`http://town.test${path}`, { headers: { Accept: 'text/html,*/*' } });
    for (const path of ['/', '/131121/systems/juki', '/sign-in']) {
      const page = await get(path);
      expect([path, page.status, page.headers.get('Cache-Control')]).toEqual([path, 200, 'no-cache']);
      expect(await page.text()).toContain('関守');
    }
    const asset = await get('/assets/main-1a2b.js');
    expect(asset.headers.get('Cache-Control')).toContain('immutable');
    expect(asset.headers.get('Content-Type')).toContain('javascript');
    for (const path of ['/assets/none.js', '/api/v1/none', '/%2e%2e/package.json']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a failure inside', () => {
  it('is answered as a problem with its number and nothing else', async () => {
    const broken = { ...town.parts.ledger, board: () => Promise.reject(new Error('secret detail')) };
    const { hono } = createApp({ ...town.parts, ledger: broken });
    const headers = { Authorization: `Bearer ${town.operatorToken}`, 'X-Sekimori-As': 'dx-ito' };
    const response = await hono.request(`http://town.test/api/v1/programmes/${town.code}/systems`, {
      headers,
    });
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(response.headers.get('Content-Type')).toContain('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({
      code: 'internal',
      instance: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(text).not.toContain('secret detail');
  });
});
