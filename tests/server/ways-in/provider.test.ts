// Signing in by an identity provider: a real one, in a process of its own, walked by HTTP. Whose journey it is, whom it names, and
// what neither opens anything nor keeps anybody from a local password.
import { createServer } from 'node:net';
import { pino } from 'pino';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProvider } from '../../../server/accounts/provider/provider.ts';
import { accessPage, accountView, issuedAccount, issuedToken } from '../../../server/contract/accounts.ts';
import { entryPage } from '../../../server/contract/entries.ts';
import { me } from '../../../server/contract/programmes.ts';
import { signInWays } from '../../../server/contract/sign-in.ts';
import { cookieOf, openTown, passwordOf, signIn, type Town, withParts } from '../town.ts';
import {
  clientSecret,
  comeBack,
  type RunningProvider,
  refusalOf,
  setOut,
  signInThere,
  startProvider,
  walk,
} from './journey.ts';

let plain: Town;
let town: Town;
let provider: RunningProvider;
let admin: postgres.Sql;
const logged: string[] = [];
const log = pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) });

const settings = (issuer: string, claim: string | null = null) => ({
  issuer,
  clientId: 'sekimori',
  clientSecret,
  scopes: ['openid', 'profile'],
  label: '庁内の認証基盤',
  claim,
  limitSeconds: 1,
});
const withProvider = (issuer: string, claim: string | null = null) =>
  withParts(plain, { provider: createProvider(settings(issuer, claim)), log });

beforeAll(async () => {
  [plain, provider] = await Promise.all([openTown(), startProvider()]);
  admin = postgres(plain.rig.database.adminUrl, { max: 1 });
  town = withProvider(provider.issuer);
});
afterAll(async () => {
  await admin?.end();
  await provider?.stop();
  await plain?.close();
});

const make = (account: string) =>
  town.answered(issuedAccount, 'POST', '/accounts', { as: 'operator', body: { account, name: '日比野 歩' } });
const tie = (account: string, subject: string) =>
  town.answered(accountView, 'POST', `/accounts/${account}/subject`, { as: 'operator', body: { subject } });
const access = async (query: string) =>
  (await town.answered(accessPage, 'GET', `/programmes/${town.code}/access-log?${query}`, { as: 'operator' }))
    .items;

describe('an account that is tied to a person of the provider', () => {
  it('comes in by it, to the page that was asked for, with no password of its own', async () => {
    const { password } = await make('hibino.ayumu');
    const tied = await tie('hibino.ayumu', 'sub-hibino');
    expect(tied.subjects).toEqual([{ issuer: provider.issuer, subject: 'sub-hibino' }]);
    // The one that was given out opens nothing: its giver may still know it.
    expect((await signIn(town, 'hibino.ayumu', password)).status).toBe(401);
    const response = await walk(town, 'sub-hibino', `/programmes/${town.code}`);
    expect([response.status, response.headers.get('Location')]).toEqual([303, `/programmes/${town.code}`]);
    const session = response.headers.getSetCookie().find((cookie) => cookie.includes('session_token'));
    expect(session).toMatch(/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(response);
    const known = await town.answered(me, 'GET', '/me', { cookie });
    expect([known.account, known.mustChangePassword]).toEqual(['hibino.ayumu', false]);
    const token = await town.answered(issuedToken, 'POST', '/tokens', {
      cookie,
      body: { label: '端末', days: 1 },
    });
    expect((await town.ask('GET', '/me', { token: token.token })).status).toBe(200);
    const [line] = await access('account=hibino.ayumu&what=provider/back');
    expect(line).toMatchObject({ via: 'session', problem: null, address: '127.0.0.1' });
    expect((await town.ask('DELETE', '/session', { cookie })).status).toBe(204);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
  });

  it('stands so in the record, once, and has no other’s subject', async () => {
    await tie('hibino.ayumu', 'sub-hibino');
    const page = await town.answered(entryPage, 'GET', `/programmes/${town.code}/entries?limit=100`, {
      as: 'operator',
    });
    const changes = page.items.flatMap(({ fact }) => (fact.account === 'hibino.ayumu' ? [fact.change] : []));
    expect(changes.toReversed()).toEqual(['made', 'subjectTied']);
    await make('hibino.another');
    const body = { subject: 'sub-hibino' };
    const taken = await town.refused('POST', '/accounts/hibino.another/subject', { as: 'operator', body });
    expect(taken.code).toBe('subjectTaken');
    const other = { as: 'operator', body: { subject: 'sub-else' } };
    expect((await town.refused('POST', '/accounts/hibino.ayumu/subject', other)).code).toBe('subjectOther');
    const by = { as: 'dx-tanaka', body: { subject: 'sub-mine' } };
    expect((await town.refused('POST', '/accounts/dx-ito/subject', by)).code).toBe('forbidden');
  });

  it('does not come in where it is disabled, nor by a page that waited meanwhile', async () => {
    const { url, cookie } = await setOut(town);
    const address = await signInThere(url, 'sub-hibino');
    const shut = (disabled: boolean) =>
      town.ask('POST', '/accounts/hibino.ayumu/disabled', { as: 'operator', body: { disabled } });
    expect((await shut(true)).status).toBe(200);
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('accountShut');
    const [line] = await access('subject=hibino.ayumu&refused=true');
    expect(line).toMatchObject({ account: '', via: 'nobody', problem: 'accountShut' });
    expect((await shut(false)).status).toBe(200);
    expect(refusalOf(await walk(town, 'sub-hibino'))).toBeNull();
  });

  it('is out at once when it is untied', async () => {
    const cookie = cookieOf(await walk(town, 'sub-hibino'));
    const ended = await town.answered(accountView, 'POST', '/accounts/hibino.ayumu/subject/end', {
      as: 'operator',
    });
    expect(ended.subjects).toEqual([]);
    expect((await town.ask('GET', '/me', { cookie })).status).toBe(401);
    expect(refusalOf(await walk(town, 'sub-hibino'))).toBe('subjectUnknown');
  });
});

describe('somebody whom the provider knows and nobody here', () => {
  it('gets no account, and an administrator finds their subject', async () => {
    const before = await admin`select from person`;
    expect(refusalOf(await walk(town, 'sub-stranger'))).toBe('subjectUnknown');
    expect((await admin`select from person`).length).toBe(before.length);
    const [line] = await access('refused=true&what=provider/back');
    expect(line).toMatchObject({
      problem: 'subjectUnknown',
      detail: { issuer: provider.issuer, sub: 'sub-stranger' },
    });
  });

  it('is tied by the claim that the setting allows, once, and never to an administrator or a rehearsal’s', async () => {
    const byClaim = withProvider(provider.issuer, 'preferred_username');
    await make('first.time');
    const cookie = cookieOf(await walk(byClaim, 'sub-first.time'));
    expect((await byClaim.answered(me, 'GET', '/me', { cookie })).account).toBe('first.time');
    expect(refusalOf(await walk(town, 'sub-first.time'))).toBeNull();
    await make('head.of-all');
    const post = { post: 'administrator', programme: null };
    await town.ask('POST', '/accounts/head.of-all/posts', { as: 'operator', body: post });
    for (const name of ['head.of-all', 'dx-ito', 'nobody'])
      expect([name, refusalOf(await walk(byClaim, `sub-${name}`))]).toEqual([name, 'subjectUnknown']);
  });
});

describe('a journey', () => {
  beforeAll(async () => {
    await make('journey.own');
    await tie('journey.own', 'sub-own');
  });

  it('is refused with another state, and is over then', async () => {
    const { url, cookie } = await setOut(town);
    const address = await signInThere(url, 'sub-own');
    const altered = address.replace(/state=[^&]+/, 'state=another');
    expect(refusalOf(await comeBack(town, altered, cookie))).toBe('providerUnproven');
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('departureUnknown');
  });

  it('is refused with an ID token that was made for another', async () => {
    const { url, cookie } = await setOut(town);
    const altered = url.replace(/nonce=[^&]+/, 'nonce=another');
    expect(altered).not.toBe(url);
    expect(refusalOf(await comeBack(town, await signInThere(altered, 'sub-own'), cookie))).toBe(
      'providerUnproven',
    );
  });

  it('opens one session: the same answer again, and its code on another journey, open none', async () => {
    const { url, cookie } = await setOut(town);
    const address = await signInThere(url, 'sub-own');
    expect(refusalOf(await comeBack(town, address, cookie))).toBeNull();
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('departureUnknown');
    const next = await setOut(town);
    const state = new URL(next.url).searchParams.get('state') ?? '';
    const replayed = address.replace(/state=[^&]+/, `state=${state}`);
    expect(refusalOf(await comeBack(town, replayed, next.cookie))).toBe('providerRefused');
  });

  it('is of the browser that began it, for ten minutes', async () => {
    const { url, cookie } = await setOut(town);
    const address = await signInThere(url, 'sub-own');
    expect(refusalOf(await comeBack(town, address, 'sekimori.departure=of-another'))).toBe(
      'departureUnknown',
    );
    await admin`update sign_in_departure set at = now() - interval '10 minutes 1 second'`;
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('departureUnknown');
  });

  it('leads to this server’s own pages alone', async () => {
    for (const back of ['https://example.org/', '//example.org/', '/\\example.org', '/ok\r\nX: y'])
      expect((await walk(town, 'sub-own', back)).headers.get('Location')).toBe('/');
    const asked = new URL((await setOut(town)).url);
    expect(asked.searchParams.get('redirect_uri')).toBe('http://town.test/api/v1/session/provider/back');
    expect(asked.searchParams.get('code_challenge_method')).toBe('S256');
  });

  it('is refused where the ID token is signed by another key than the provider shows', async () => {
    await provider.show('foreign');
    const fresh = withProvider(provider.issuer);
    expect(refusalOf(await walk(fresh, 'sub-own'))).toBe('providerUnproven');
    await provider.show('own');
    expect(refusalOf(await walk(withProvider(provider.issuer), 'sub-own'))).toBeNull();
  });

  it('that the person calls off says so', async () => {
    const { cookie } = await setOut(town);
    const state = await admin`select state from sign_in_departure order by at desc limit 1`;
    const address = `http://town.test/?error=access_denied&state=${state[0]?.state}&iss=${encodeURIComponent(provider.issuer.replace(/\/$/, ''))}`;
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('providerDenied');
  });
});

describe('a provider that does not answer', () => {
  const start = (asked: Town) =>
    asked.refused('POST', '/session/provider', { body: {}, headers: { 'X-Sekimori-Request': '1' } });

  it('is told within the limit, dead or silent, and local passwords open as before', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const port = Number(Object(silent.address()).port);
    for (const issuer of ['http://127.0.0.1:9/', `http://127.0.0.1:${port}/`]) {
      const away = withProvider(issuer);
      const began = performance.now();
      const refused = await start(away);
      expect([refused.status, refused.code]).toEqual([503, 'providerAway']);
      expect(refused.detail.ja).toContain('時間内に応答がありません');
      expect(performance.now() - began).toBeLessThan(4_000);
      expect((await signIn(away, 'dx-ito', passwordOf(town, 'dx-ito'))).status).toBe(200);
    }
    silent.close();
  });

  it('is none where none is set', async () => {
    expect((await start(plain)).code).toBe('providerUnset');
    expect(await plain.answered(signInWays, 'GET', '/session/ways')).toEqual({
      provider: null,
      secondFactor: 'off',
      toBeSetUp: false,
    });
    const ways = await town.answered(signInWays, 'GET', '/session/ways');
    expect(ways.provider).toEqual({ label: '庁内の認証基盤' });
  });

  it('is told on the way back too', async () => {
    const { url, cookie } = await setOut(town);
    const address = await signInThere(url, 'sub-own');
    await provider.stop();
    expect(refusalOf(await comeBack(town, address, cookie))).toBe('providerAway');
  });
});

it('no log holds the client’s secret, a code or a token', () => {
  expect(logged.some((line) => line.includes('the identity provider'))).toBe(true);
  expect(logged.filter((line) => /a-secret-of-the-client|code=|eyJ/.test(line))).toEqual([]);
});
