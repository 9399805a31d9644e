// What the access log tells: who signed in or could not, what was refused, what administrators changed, who read; and
// that asking again and again does not fill it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccessLog } from '../../server/accounts/access-log.ts';
import { accessPage } from '../../server/contract/accounts.ts';
import { cookieOf, openTown, passwordOf, signIn, type Town } from '../server/town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  town.from.address = '127.0.0.1';
});
afterAll(() => town.close());

const read = async (query: string, as = 'operator') =>
  (await town.answered(accessPage, 'GET', `/programmes/${town.code}/access-log?${query}`, { as })).items;

it('wrong passwords and shutting out stand there with whose account and from where, a name that nobody has without it', async () => {
  for (let tries = 0; tries < 6; tries += 1) await signIn(town, 'dx-ito', 'wrong password');
  await signIn(town, 'my-own-password-typed-here', 'x');
  const rows = await read('what=session&refused=true');
  expect(rows.map(({ problem, subject, account, via }) => [problem, subject, account, via])).toEqual([
    ['signInFailed', null, '', 'nobody'],
    ['locked', 'dx-ito', '', 'nobody'],
    ['signInFailed', 'dx-ito', '', 'nobody'],
  ]);
  expect(rows.every(({ address }) => address === '127.0.0.1')).toBe(true);
  expect(JSON.stringify(await read(''))).not.toContain('my-own-password');
});

const event = (requestId: string) => ({
  fact: { type: 'gate.approved', phase: 'fit-gap' },
  post: 'working-group',
  occurredOn: '2023-11-16',
  requestId,
  seenVersion: 0,
});
const events = () => `/programmes/${town.code}/systems/juki/events`;

it('an act that is refused stands there with its kind, request and reasons: once, however often it is asked', async () => {
  for (let asked = 0; asked < 5; asked += 1) {
    await town.refused('POST', events(), { as: 'bukai-kobayashi', body: event('polled') });
  }
  await town.refused('POST', events(), { as: 'bukai-kobayashi', body: event('another') });
  const rows = await read('account=bukai-kobayashi&refused=true');
  expect(rows.map(({ problem, system, detail }) => [problem, system, detail.requestId])).toEqual([
    ['refused', 'juki', 'another'],
    ['refused', 'juki', 'polled'],
  ]);
  expect(rows[0]?.detail).toMatchObject({ type: 'gate.approved', refusals: expect.stringContaining('.') });
});

it('who is not let in stands there: nobody, the wrong role, a post not held', async () => {
  await town.ask('POST', events(), { body: event('x') });
  await town.refused('GET', '/accounts', { as: 'bukai-kato' });
  await town.refused('POST', events(), { as: 'bukai-kato', body: { ...event('y'), post: 'dx-office' } });
  const rows = await read('refused=true');
  expect(rows.slice(0, 3).map(({ problem, account }) => [problem, account])).toEqual([
    ['postNotHeld', 'bukai-kato'],
    ['forbidden', 'bukai-kato'],
    ['notSignedIn', ''],
  ]);
});

it('what an administrator changes stands there with its subject, before and after', async () => {
  const post = { post: 'working-group', programme: town.code, system: 'juki', from: '2023-11-16' };
  await town.ask('POST', '/accounts/bukai-kato/disabled', { as: 'dx-tanaka', body: { disabled: true } });
  await town.ask('POST', '/accounts/bukai-kato/disabled', { as: 'dx-tanaka', body: { disabled: false } });
  await town.ask('POST', '/accounts/bukai-kato/posts', { as: 'dx-tanaka', body: post });
  await town.ask('POST', '/accounts/bukai-kato/posts/end', { as: 'dx-tanaka', body: post });
  const rows = await read('subject=bukai-kato&account=dx-tanaka');
  const [ended, given, enabled, disabled] = rows.map(({ detail }) => detail);
  expect([disabled, enabled]).toEqual([
    { before: 'enabled', after: 'disabled' },
    { before: 'disabled', after: 'enabled' },
  ]);
  expect(JSON.parse(given?.after ?? '')).toMatchObject({ ...post, until: '2024-03-31' });
  expect(ended).toEqual({ before: given?.after });
});

it('who has read a system on which days is answered, to the auditor too', async () => {
  const cookie = cookieOf(await signIn(town, 'juki-sato', passwordOf(town, 'juki-sato')));
  for (let asked = 0; asked < 4; asked += 1) {
    await town.ask('GET', `/programmes/${town.code}/systems/juki`, { cookie });
    await town.ask('GET', `/programmes/${town.code}/systems/juki/entries?limit=50`, { cookie });
  }
  const today = town.parts.clocks.realToday();
  const rows = await read(`system=juki&account=juki-sato&from=${today}&to=${today}`, 'kansa-mori');
  expect(rows.map(({ what, via }) => [what.split('/').at(-1), via])).toEqual([
    ['entries', 'session'],
    [':system', 'session'],
  ]);
  expect(await read('system=juki&account=juki-sato&from=2030-01-01', 'kansa-mori')).toEqual([]);
});

it('how often the same was asked is told by the next line of its kind', async () => {
  let now = Date.now();
  const log = createAccessLog(town.rig.ledger.database.sql, () => now);
  const place = { address: '192.0.2.7', what: 'GET polled', programme: town.code, system: null };
  const access = { account: 'dx-ito', via: 'session' as const, ...place, detail: { q: '1' } };
  for (let asked = 0; asked < 7; asked += 1) await log.writeOnce(access);
  now += 11 * 60_000;
  await log.writeOnce(access);
  expect((await read('what=polled')).map(({ detail }) => detail)).toEqual([
    { q: '1', again: '6' },
    { q: '1' },
  ]);
});
