// What the access log tells: who signed in or could not, what was refused, what administrators changed, who read; and
// that asking again and again does not fill it.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAccessLog, MOST_OF_NOBODY } from '../../server/accounts/access-log.ts';
import { accessPage, issuedToken } from '../../server/contract/accounts.ts';
import { cookieOf, openTown, ownPassword, passwordOf, signIn, type Town } from '../server/town.ts';

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

it('what nobody asks for makes few lines: no name that nobody has, and of one address so many at most', async () => {
  town.from.address = '2001:db8::7';
  for (let n = 0; n < 8; n += 1) {
    await town.ask('GET', `/programmes/99990${n}/systems/made-up-${n}`);
    await town.ask('POST', `/accounts/made-up-${n}/password`);
  }
  town.from.address = '127.0.0.1';
  const rows = (await read('refused=true')).filter(({ address }) => address === '2001:db8::7');
  expect(
    rows.map(({ what, programme, system, subject }) => [what.split('/')[3], programme, system, subject]),
  ).toEqual([
    ['accounts', null, null, null],
    ['programmes', null, null, null],
  ]);

  const log = createAccessLog(town.rig.ledger.database.sql);
  const place = { address: '2001:db8:1::1', programme: town.code, system: null, problem: 'notSignedIn' };
  for (let n = 0; n < 3 * MOST_OF_NOBODY; n += 1) {
    const from = { ...place, address: `2001:db8:1::${(n % 9) + 1}` };
    await log.writeOnce({ account: '', via: 'nobody', what: `GET made-up ${n}`, ...from, detail: {} });
  }
  const made = await read('what=made-up&limit=200');
  const more = await read('what=more');
  expect([made.length, more.length]).toEqual([MOST_OF_NOBODY, 1]);
  expect(more[0]).toMatchObject({ address: '2001:db8:1:0::/64', problem: 'notSignedIn', programme: null });
});

it('an act of an endless kind is refused with the limit, and its words are not kept', async () => {
  const endless = 'k'.repeat(900_000);
  for (const wrong of [{ fact: { type: endless } }, { post: endless }]) {
    const refused = await town.refused('POST', events(), {
      as: 'bukai-kato',
      body: { ...event('z'), ...wrong },
    });
    expect([refused.status, refused.issues?.[0]?.expected?.ja]).toEqual([422, '100文字以下']);
  }
  await town.ask('GET', `/programmes/${town.code}/systems?q=${'q'.repeat(9_000)}`, { as: 'bukai-kato' });
  expect(JSON.stringify(await read('account=bukai-kato')).length).toBeLessThan(10_000);
});

it('what somebody does to their own ways in stands there: tokens, the password, signing out', async () => {
  const cookie = cookieOf(await signIn(town, 'houki-shimizu', passwordOf(town, 'houki-shimizu')));
  const label = '手元の端末';
  const { id } = await town.answered(issuedToken, 'POST', '/tokens', { cookie, body: { label, days: 1 } });
  expect((await town.ask('DELETE', `/tokens/${id}`, { cookie })).status).toBe(204);
  const next = ownPassword();
  const body = { current: passwordOf(town, 'houki-shimizu'), next };
  expect((await town.ask('POST', '/password', { cookie, body })).status).toBe(204);
  const again = cookieOf(await signIn(town, 'houki-shimizu', next));
  expect((await town.ask('DELETE', '/session', { cookie: again })).status).toBe(204);
  const rows = await read('account=houki-shimizu');
  expect(rows.map(({ what }) => what.replace('/api/v1', '')).reverse()).toEqual([
    ...['POST /session', 'POST /tokens', 'DELETE /tokens/:id', 'POST /password', 'POST /session'],
    'DELETE /session',
  ]);
  expect(rows.find(({ what }) => what.startsWith('POST') && what.endsWith('/tokens'))?.detail).toMatchObject({
    id,
    label,
  });
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

it('who looked at the board, at deadlines and at what may be done is told once, however often a page asks', async () => {
  const asked = ['/systems?asOf=2023-11-01', '/deadlines', '/systems/zei/explanation', ''];
  for (let times = 0; times < 3; times += 1) {
    for (const path of asked) {
      expect((await town.ask('GET', `/programmes/${town.code}${path}`, { as: 'iin-yamada' })).status).toBe(
        200,
      );
    }
  }
  const rows = await read('account=iin-yamada');
  expect(rows.map(({ what }) => what.split('/').at(-1)).reverse()).toEqual([
    ...['systems', 'deadlines', 'explanation', ':code'],
  ]);
  expect(rows.at(-1)?.detail).toMatchObject({ asOf: '2023-11-01' });
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
