// The commands of administrators and of whoever was handed a password, run as a user runs them against a real server.
import type { AddressInfo } from 'node:net';
import { type ServerType, serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { z } from 'zod';
import { accessPage, accountList, accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { keyList } from '../../server/contract/keys.ts';
import { buildCommand, createHome, type Home } from '../cli/command.ts';
import { openTown, ownPassword, type Town } from '../server/town.ts';

let town: Town;
let server: ServerType;
let home: Home;
let url: string;

beforeAll(async () => {
  await buildCommand();
  town = await openTown();
  server = serve({ fetch: town.app.hono.fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  home = createHome({ SEKIMORI_URL: url });
});
afterAll(async () => {
  server.close();
  home.remove();
  await town.close();
});

const operator = () => ({ env: { SEKIMORI_TOKEN: town.operatorToken } });
async function done<T extends z.ZodType>(shape: T, args: string[], env = operator()): Promise<z.infer<T>> {
  const { code, out, err } = await home.run([...args, '--json'], env);
  expect([args, code, err]).toEqual([args, 0, '']);
  return shape.parse(JSON.parse(out));
}

it('people are made, given a post, relieved of it, disabled and enabled', async () => {
  const { password } = await done(issuedAccount, ['people', 'add', 'mori.ichiro', '--name', '森一郎']);
  expect(password).toMatch(/^(\w{5}-){3}\w{5}$/);
  const post = ['--post', 'dx-office', '--programme', town.code];
  const real = await home.run(
    ['people', 'grant', 'mori.ichiro', ...post, '--until', '2024-01-31'],
    operator(),
  );
  expect([real.code, real.err]).toEqual([0, '']);
  expect(real.out).toContain('R6.1.31');
  const ended = await done(accountView, ['people', 'end', 'mori.ichiro', ...post]);
  expect(ended.posts).toEqual([]);
  const nothing = await home.run(['people', 'end', 'mori.ichiro', ...post], operator());
  expect(nothing.code).toBe(1);
  const over = ['--post', 'auditor', '--over-all'];
  expect((await done(accountView, ['people', 'grant', 'mori.ichiro', ...over])).posts).toMatchObject([
    { post: 'auditor', programme: null },
  ]);
  expect((await done(accountView, ['people', 'disable', 'mori.ichiro'])).disabled).toBe(true);
  expect((await done(accountView, ['people', 'enable', 'mori.ichiro'])).disabled).toBe(false);
  const { items } = await done(accountList, ['people']);
  expect(items.map(({ account }) => account)).toContain('mori.ichiro');
  const table = await home.run(['people', 'list'], operator());
  expect(table.out).toMatch(/mori\.ichiro +森一郎 +auditor（全体、/);
});

it('a password that was given out is changed by a command, and only then is there a token', async () => {
  const { password } = await done(issuedAccount, ['people', 'reset', 'mori.ichiro']);
  const early = await home.run(['login', '--account', 'mori.ichiro'], { input: password });
  expect(early.code).toBe(1);
  expect(early.err).toContain('sekimori password');
  const next = ownPassword();
  const missing = await home.run(['password', '--account', 'mori.ichiro'], { input: `${password}\n` });
  expect([missing.code, missing.err]).toEqual([2, expect.stringContaining('一行ずつ')]);
  const weak = await home.run(['password', '--account', 'mori.ichiro'], {
    input: `${password}\nmori.ichiro-1\n`,
  });
  expect(weak.code).toBe(1);
  const changed = await home.run(['password', '--account', 'mori.ichiro'], {
    input: `${password}\n${next}\n`,
  });
  expect([changed.code, changed.err]).toEqual([0, '']);
  const login = await home.run(['login', '--account', 'mori.ichiro'], { input: `${next}\n` });
  expect([login.code, login.err]).toEqual([0, '']);
});

it('who was refused, about whom, is told by a command', async () => {
  const about = await done(accessPage, ['access', '--account', 'mori.ichiro', '--refused']);
  const problems = about.items.map(({ problem }) => problem);
  expect(problems).toContain('passwordInitial');
  const changed = await done(accessPage, ['access', '--route', 'posts']);
  expect(changed.items.some(({ detail }) => detail.before?.includes('dx-office'))).toBe(true);
  const table = await home.run(['access', '--refused'], operator());
  expect([table.code, table.out]).toEqual([0, expect.stringContaining('拒否 passwordInitial')]);
});

it('keys are listed', async () => {
  const { programmes } = await done(keyList, ['keys']);
  expect(programmes.map(({ keys }) => keys.map(({ state }) => state))).toEqual([['active']]);
  const table = await home.run(['keys', 'list'], operator());
  expect(table.out).toContain('有効');
  const rotate = await home.run(['keys', 'rotate'], operator());
  expect([rotate.code, rotate.err]).toEqual([1, expect.stringContaining('SEKIMORI_SIGNING_KEY')]);
});
