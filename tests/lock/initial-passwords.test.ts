// What is done before anything else, over every route: a password that somebody else gave out is changed, by whatever way it was
// given; a second factor that is required is set up.
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuedAccount } from '../../server/contract/accounts.ts';
import { me } from '../../server/contract/programmes.ts';
import { problem } from '../../server/contract/values.ts';
import { statedRoutes } from '../../server/http/guarded-route.ts';
import { openProgramme } from '../../server/intake/opening.ts';
import { cookieOf, enterFirst, openTown, passwordOf, signIn, type Town } from '../server/town.ts';
import { secondFactorCases } from './second-factor.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

const issue = (path: string, body?: object) =>
  town.answered(issuedAccount, 'POST', path, body ? { as: 'operator', body } : { as: 'operator' });

const addressOf = (path: string) =>
  path
    .replace(':code', town.code)
    .replace(':system', 'juki')
    .replace(':account', 'first.day')
    .replace(':id', 'x');

describe('whoever was handed a password', () => {
  let given: string;
  it('is refused every route but changing it, knowing who one is, and signing out', async () => {
    given = (await issue('/accounts', { account: 'first.day', name: '初日' })).password;
    await town.ask('POST', '/accounts/first.day/posts', {
      as: 'operator',
      body: { post: 'administrator', programme: null },
    });
    const cookie = cookieOf(await signIn(town, 'first.day', given));
    const answered: string[] = [];
    for (const { method, path, need } of statedRoutes(town.app.api)) {
      if (need === 'open' || path === '/session') continue;
      const body = method === 'POST' ? { body: {} } : {};
      const asked = await town.ask(method, addressOf(path), { ...body, cookie });
      // Begins an installation by a code; here somebody administers, and no session is good for it.
      if (need === 'setsUp') {
        expect([path, asked.status]).toEqual([path, 401]);
        continue;
      }
      const code = asked.status === 403 ? problem.parse(await asked.json()).code : asked.status;
      if (code !== 'passwordInitial') answered.push(`${method} ${path}`);
    }
    expect(answered).toEqual(['GET /me', 'POST /password']);
    expect((await town.answered(me, 'GET', '/me', { cookie })).mustChangePassword).toBe(true);
    const refused = await town.refused('GET', '/programmes', { cookie });
    expect(refused.detail.ja).toContain('sekimori password');
    expect((await town.ask('DELETE', '/session', { cookie })).status).toBe(204);
  });

  it('may do everything of theirs once it is changed, and not before by choosing the same', async () => {
    const cookie = cookieOf(await signIn(town, 'first.day', given));
    const same = { cookie, body: { current: given, next: given } };
    expect((await town.refused('POST', '/password', same)).status).toBe(422);
    expect((await town.refused('GET', '/programmes', { cookie })).code).toBe('passwordInitial');
    const changed = await enterFirst(town, 'first.day', given);
    expect((await town.ask('GET', '/programmes', { cookie: changed })).status).toBe(200);
    expect((await town.answered(me, 'GET', '/me', { cookie: changed })).mustChangePassword).toBe(false);
  });

  it('has to do so again after a reset', async () => {
    const { password } = await issue('/accounts/first.day/password');
    const cookie = cookieOf(await signIn(town, 'first.day', password));
    expect((await town.refused('GET', '/accounts', { cookie })).code).toBe('passwordInitial');
    expect(
      (await town.ask('GET', '/accounts', { cookie: await enterFirst(town, 'first.day', password) })).status,
    ).toBe(200);
  });
});

it('an installation that begins with a rehearsal has an administrator of its own, told once, who changes the password first', async () => {
  await shutByHand('first.day');
  const password = (await opened()).get('admin');
  const cookie = cookieOf(await signIn(town, 'admin', password ?? ''));
  expect((await town.answered(me, 'GET', '/me', { cookie })).administrator).toBe(true);
  expect((await town.refused('GET', '/accounts', { cookie })).code).toBe('passwordInitial');
});

it('its first administrator takes no account that is another’s', async () => {
  await shutByHand('admin');
  await byHand(
    (admin) =>
      admin`insert into person (account, name, rehearsal) values ('admin-2', '演習の人', ${town.code})`,
  );
  const password = (await opened()).get('admin-3');
  expect((await signIn(town, 'admin-3', password ?? '')).status).toBe(200);
  expect(await town.parts.people.find('admin-2')).toMatchObject({ rehearsal: town.code, grants: [] });
  expect(await town.parts.people.find('admin')).toMatchObject({ disabled: true });
});

/** As nobody can but with the database's own superuser. */
async function byHand(change: (admin: postgres.Sql) => Promise<unknown>): Promise<void> {
  const admin = postgres(town.rig.database.adminUrl, { max: 1 });
  await change(admin);
  await admin.end();
}

const shutByHand = (account: string) =>
  byHand((admin) => admin`update person set disabled_at = now() where account = ${account}`);

/** What a start tells of accounts, with their passwords. */
async function opened(): Promise<Map<string, string>> {
  const told: string[] = [];
  const tell = async (lines: string[]) => void told.push(...lines);
  await openProgramme(town.parts, 'seeds/setagaya', tell, new AbortController().signal);
  const found = told.map((line) => /^ {2}(admin\S*) {2}(\S+)$/.exec(line));
  return new Map(
    found.flatMap((match): [string, string][] => (match ? [[match[1] ?? '', match[2] ?? '']] : [])),
  );
}

it('a rehearsal’s accounts keep the passwords they were shown, also after a reset', async () => {
  const cookie = cookieOf(await signIn(town, 'dx-ito', passwordOf(town, 'dx-ito')));
  expect((await town.ask('GET', '/programmes', { cookie })).status).toBe(200);
  const { password } = await issue('/accounts/dx-ito/password');
  const again = cookieOf(await signIn(town, 'dx-ito', password));
  expect((await town.ask('GET', '/programmes', { cookie: again })).status).toBe(200);
});

secondFactorCases(() => town);
