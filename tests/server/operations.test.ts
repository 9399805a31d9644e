// What operators ask of a server, and how it answers when a part of it is away.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from 'hono';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../../host/process/ports.ts';
import { readiness } from '../../server/contract/health.ts';
import { KnownRuns } from '../../server/health/known-runs.ts';
import { createReadiness } from '../../server/health/readiness.ts';
import { createApp } from '../../server/http/app.ts';
import { serveMetrics } from '../../server/http/metrics/serve-metrics.ts';
import { addressBehind } from '../../server/http/remote-address.ts';
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
    expect((await at('/metrics')).status).toBe(404);
    const text = await town.app.metrics.text();
    expect(text).toMatch(
      /sekimori_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/programmes\/:code\/systems\/:system",status="200"\} [1-9]/,
    );
    expect(text).not.toContain('juki-sato');
    expect(text).not.toContain(town.code);
  });
});

describe('the measures', () => {
  it('are at a loopback address of their own, or with a token at the server’s', async () => {
    const port = await freePort();
    const close = await serveMetrics(port, town.app.metrics);
    const own = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect([own.status, own.headers.get('Content-Type')]).toEqual([200, town.app.metrics.contentType]);
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/me`)).status).toBe(404);
    await close();
    const metricsToken = 'a token of twenty signs';
    const { hono } = createApp({ ...town.parts, metricsToken });
    const asked = (headers: Record<string, string>) =>
      hono.request('http://town.test/metrics', { headers: { Host: 'town.test', ...headers } });
    expect((await asked({})).status).toBe(401);
    expect((await asked({ Authorization: 'Bearer guess' })).status).toBe(401);
    expect((await asked({ Authorization: `Bearer ${metricsToken}` })).status).toBe(200);
  });
});

describe('the name a request asks by', () => {
  const under = async (Host: string) =>
    (await town.app.hono.request('http://town.test/healthz', { headers: { Host } })).status;

  it('is one of the server’s own, in any case and with any port', async () => {
    for (const host of ['town.test', 'TOWN.test:8700', '127.0.0.1:1', 'localhost', '[::1]:8700'])
      expect([host, await under(host)]).toEqual([host, 200]);
  });

  it('is refused where a name elsewhere points here, and where it cannot be read', async () => {
    for (const host of ['evil.test', 'town.test.evil.test', '10.0.0.1', 'localhost.evil.test:8700'])
      expect([host, await under(host)]).toEqual([host, 421]);
    for (const host of ['', 'a b', 'town.test@evil.test', '/'])
      expect([host, await under(host)]).toEqual([host, 400]);
  });
});

describe('the address of a request', () => {
  it('is believed of a proxy that is known, and of nobody else', () => {
    const address = (connection: string, forwarded: string) => {
      const c = { req: { header: () => forwarded } } as unknown as Context; // all that is read of it
      return addressBehind(['10.0.0.2'], () => connection)(c);
    };
    expect(address('192.0.2.1', '203.0.113.9')).toBe('192.0.2.1');
    expect(address('10.0.0.2', '203.0.113.9')).toBe('203.0.113.9');
    expect(address('::ffff:10.0.0.2', 'forged, 203.0.113.9, 10.0.0.2')).toBe('203.0.113.9');
  });
});

describe('input that nobody types', () => {
  const url = (path: string) => `http://town.test/api/v1${path}`;
  const post = (path: string, body: string) =>
    town.app.hono.request(url(path), {
      method: 'POST',
      headers: {
        Host: 'town.test',
        'Content-Type': 'application/json',
        'Content-Length': '1',
        'X-Sekimori-Request': '1',
        Authorization: `Bearer ${town.operatorToken}`,
      },
      body,
    });

  const wrongs = (many: number) => Array<string>(many).fill('\u0001');
  const LONG = expect.stringMatching(/^k{200}\.\d+$/);
  it.each([
    ['a NUL', '{"account":"dx\\u0000ito","password":"x"}', 422, 'account'],
    ['a lone surrogate', '{"account":"dx\\ud800","password":"x"}', 422, 'account'],
    ['a NUL in a name of a field', '{"account":"dx","password":"x","a\\u0000b":1}', 422, ''],
    ['no JSON', '{"account":', 400, undefined],
    ['lists in lists', `${'['.repeat(50_000)}${']'.repeat(50_000)}`, 413, Array(40).fill('0').join('.')],
    ['more parts than any form has', JSON.stringify(Array(80_000).fill({})), 413, ''],
    ['a name of a book’s length', JSON.stringify({ a: { ['k'.repeat(40_000)]: wrongs(5_000) } }), 422, 'a'],
    ['wrong words in long names', JSON.stringify({ ['k'.repeat(200)]: wrongs(15_000) }), 422, LONG],
  ])('%s is refused, with the field', async (_, body, status, field) => {
    const answer = await post('/session', body);
    const text = await answer.text();
    expect([answer.status, JSON.parse(text).issues?.[0]?.field]).toEqual([status, field]);
    expect(text.length).toBeLessThan(25_000);
  });

  /** A body that is sent as long as it is read. */
  function flowing(pulled: () => void) {
    const ends = new AbortController();
    const body = new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          pulled();
          controller.enqueue(new Uint8Array(65_536));
          if (ends.signal.aborted) controller.close();
          else await new Promise((resolve) => setTimeout(resolve, 5));
        },
      },
      { highWaterMark: 0 },
    );
    return { body, end: () => ends.abort() };
  }
  const send = (path: string, body: ReadableStream, authorization: Record<string, string> = {}) =>
    town.app.hono.request(url(path), {
      ...{ method: 'POST', body, duplex: 'half' },
      headers: {
        ...{ Host: 'town.test', 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' },
        ...{ 'X-Sekimori-Request': '1', ...authorization },
      },
    });

  it('is not read for whoever may not ask, and little of it where anyone may', async () => {
    let pulls = 0;
    const large = () => flowing(() => (pulls += 1)).body;
    expect([(await send('/programmes', large())).status, pulls]).toEqual([401, 0]);
    const answer = await send('/session', large());
    expect([answer.status, pulls]).toEqual([413, 1]);
    const { issues } = (await answer.json()) as { issues: { expected: { ja: string } }[] };
    expect(issues[0]?.expected.ja).toBe('16384バイト以下');
  });

  it('of whole folders is read for two at once; the next is told when to ask again', async () => {
    const authorization = { Authorization: `Bearer ${town.operatorToken}` };
    const begun = [1, 2].map(() => {
      let begins = () => undefined;
      const began = new Promise<void>((resolve) => {
        begins = () => void resolve();
      });
      const { body, end } = flowing(() => begins());
      return { began, end, answer: send('/programmes/check', body, authorization) };
    });
    await Promise.all(begun.map(({ began }) => began));
    const third = await send('/programmes', flowing(() => undefined).body, authorization);
    expect([third.status, third.headers.get('Retry-After')]).toEqual([429, '5']);
    for (const { end } of begun) end();
    for (const { answer } of begun) expect((await answer).status).toBe(400);
    const files = [{ path: 'README', text: 'none' }];
    expect((await post('/programmes/check', JSON.stringify({ files }))).status).toBe(422);
  });

  it('is told in its first fifty mistakes, with how many more there are', async () => {
    const files = Array.from({ length: 90 }, () => ({ path: 1, text: 2 }));
    const problem = await (await post('/programmes', JSON.stringify({ files }))).json();
    expect(problem).toMatchObject({ status: 422, code: 'invalid' });
    expect(problem.issues).toHaveLength(50);
    expect(problem.moreIssues).toBe(130);
  });

  it('in an address is no failure of ours', async () => {
    const headers = {
      Authorization: `Bearer ${town.operatorToken}`,
      Host: 'town.test',
      'X-Sekimori-As': 'dx-ito',
    };
    for (const path of [
      `/programmes/%00`,
      `/programmes/${town.code}/systems/%00`,
      `/programmes/${town.code}/systems/%ff`,
      `/programmes/${town.code}/systems/juki/entries?cursor=%00`,
      `/programmes/${town.code}/entries?type=%00`,
      `/programmes/${town.code}/systems?q=%00`,
    ]) {
      const { status } = await town.app.hono.request(url(path), { headers });
      expect([path, status >= 400 && status < 500]).toEqual([path, true]);
    }
  });
});

describe('what one reader is told', () => {
  it('is kept by no cache', async () => {
    for (const path of ['/me', `/programmes/${town.code}`, `/programmes/${town.code}/systems`, '/none']) {
      const answer = await town.ask('GET', path, { as: 'dx-ito' });
      expect([path, answer.headers.get('Cache-Control')]).toEqual([path, 'no-store']);
    }
  });

  it('is compressed on the wire where the reader takes it', async () => {
    const headers = { 'Accept-Encoding': 'gzip' };
    const plain = await town.ask('GET', `/programmes/${town.code}/systems`, { as: 'dx-ito' });
    const small = await town.ask('GET', `/programmes/${town.code}/systems`, { as: 'dx-ito', headers });
    expect(small.headers.get('Content-Encoding')).toBe('gzip');
    const [full, wire] = [(await plain.arrayBuffer()).byteLength, (await small.arrayBuffer()).byteLength];
    expect(wire).toBeLessThan(full / 4);
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
    writeFileSync(join(folder, 'assets/main-1a2b.js.br'), 'small');
    const { hono } = createApp({ ...town.parts, consoleFolder: folder });
    const get = (path: string) =>
      hono.request(`http://town.test${path}`, { headers: { Accept: 'text/html,*/*' } });
    for (const path of ['/', '/131121/systems/juki', '/sign-in']) {
      const page = await get(path);
      expect([path, page.status, page.headers.get('Cache-Control')]).toEqual([path, 200, 'no-cache']);
      expect(await page.text()).toContain('関守');
    }
    const small = await hono.request('http://town.test/assets/main-1a2b.js', {
      headers: { 'Accept-Encoding': 'gzip, br' },
    });
    expect([small.headers.get('Content-Encoding'), await small.text()]).toEqual(['br', 'small']);
    expect(small.headers.get('Cache-Control')).toContain('immutable');
    const asset = await get('/assets/main-1a2b.js');
    expect(asset.headers.get('Cache-Control')).toContain('immutable');
    expect(asset.headers.get('Content-Type')).toContain('javascript');
    for (const path of ['/assets/none.js', '/api/v1/none', '/%2e%2e/package.json']) {
      expect([path, (await get(path)).status]).toEqual([path, 404]);
    }
    rmSync(folder, { recursive: true });
  });
});

describe('a console that is built anew under a running server', () => {
  it('stays whole for its windows: the page and its scripts are those that the server began with', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="/assets/index-1.js"></script>');
    writeFileSync(join(folder, 'assets/index-1.js'), 'export {};');
    const { hono } = createApp({ ...town.parts, consoleFolder: folder });
    rmSync(join(folder, 'assets/index-1.js'));
    writeFileSync(join(folder, 'index.html'), '<script type="module" src="/assets/index-2.js"></script>');
    writeFileSync(join(folder, 'assets/index-2.js'), 'export {};');
    const page = await hono.request('http://town.test/', { headers: { Accept: 'text/html' } });
    expect(await page.text()).toContain('/assets/index-1.js');
    const script = await hono.request('http://town.test/assets/index-1.js');
    expect([script.status, await script.text()]).toEqual([200, 'export {};']);
    rmSync(folder, { recursive: true });
  });
});

describe('the script that asks before the console is there', () => {
  it('is in the page of whoever brings a session, with what it is made of, and the page says how far the server had heard', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'console-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<head><script type="module" src="/a.js"></script></head>');
    const built = {
      'early.ts': { file: 'assets/early-1.js', imports: ['_asking.js'] },
      '_asking.js': { file: 'assets/asking-2.js' },
    };
    writeFileSync(join(folder, 'assets/pages.json'), JSON.stringify(built));
    const { hono } = createApp({ ...town.parts, consoleFolder: folder });
    const page = async (cookie: string) => {
      const headers = { Accept: 'text/html', Cookie: cookie };
      return (await hono.request('http://town.test/', { headers })).text();
    };
    const signedIn = await page('a=b; sekimori.session_token=x');
    expect(signedIn.indexOf('src="/assets/early-1.js"')).toBeGreaterThan(0);
    expect(signedIn.indexOf('src="/assets/early-1.js"')).toBeLessThan(signedIn.indexOf('src="/a.js"'));
    expect(signedIn).toContain('href="/assets/asking-2.js"');
    const stranger = await page('other.session_token=x');
    expect(stranger).not.toContain('early');
    for (const one of [signedIn, stranger])
      expect(one).toContain(`<meta name="heard" content="${town.parts.changes.mark()}" />`);
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
