// Commands run as a user runs them against a real server: those of administrators and of whoever was handed a password;
// filters by name; what is told where something fails beside it.
import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { TOTP } from 'otpauth';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createProvider } from '../../server/accounts/provider/provider.ts';
import { accessPage, accountList, accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { keyList } from '../../server/contract/keys.ts';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { backupCodes, secondFactorKey } from '../../server/contract/sign-in.ts';
import { createResidentHome, type Home, type RunOptions } from '../cli/command.ts';
import { openTown, ownPassword, passwordOf, type Town, withParts } from '../server/town.ts';

let town: Town;
/** The town as the server of the moment serves it. */
let serving: Town;
let server: ServerType;
let home: Home;
let url: string;
/** What is answered by a broken gateway in the server's place. */
let lost: (request: Request) => boolean = () => false;

beforeAll(async () => {
  town = await openTown();
  serving = town;
  const fetch: typeof town.app.hono.fetch = (request, ...rest) =>
    lost(request) ? new Response('<html>', { status: 502 }) : serving.app.hono.fetch(request, ...rest);
  server = serve({ fetch, hostname: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  home = createResidentHome({ SEKIMORI_URL: url });
});
afterAll(async () => {
  server.close();
  home.remove();
  await town.close();
});

const operator = () => ({ env: { SEKIMORI_TOKEN: town.operatorToken } });
async function done<T extends z.ZodType>(
  shape: T,
  args: string[],
  given: RunOptions = operator(),
): Promise<z.infer<T>> {
  const { code, out, err } = await home.run([...args, '--json'], given);
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
  expect(table.out).toMatch(/mori\.ichiro +森一郎 +監査（全体、/);
});

it('one’s calendar is given an address that reads, and is taken it away', async () => {
  const as = ['--as', 'dx-ito'];
  const command = ['contact', 'feed', ...as];
  const none = await home.run([...command, '--revoke'], operator());
  expect([none.code, none.out]).toEqual([1, '']);
  const made = await done(z.object({ url: z.string() }), [...command, '--renew']);
  expect(made.url.startsWith(`${url}/feeds/`)).toBe(true);
  expect(await (await fetch(made.url)).text()).toContain('BEGIN:VEVENT');
  const state = await home.run(command, operator());
  expect([state.code, state.out]).toEqual([0, expect.stringContaining('最後に読まれた')]);
  expect(state.out).not.toContain(made.url.slice(-20));
  const both = await home.run([...command, '--renew', '--revoke'], operator());
  expect(both.code).toBe(2);
  const ended = await home.run([...command, '--revoke'], operator());
  expect([ended.code, ended.err]).toEqual([0, '']);
  expect((await fetch(made.url)).status).toBe(404);
});

it('an account is tied to a person of the provider and untied, by its subject', async () => {
  const untied = await home.run(['people', 'tie', 'dx-ito', '--subject', 'sub-1'], operator());
  expect([untied.code, untied.err]).toEqual([1, expect.stringContaining('SEKIMORI_OIDC_ISSUER')]);
  const issuer = 'https://idp.example/';
  const settings = { issuer, clientId: 'sekimori', clientSecret: null, scopes: ['openid'], label: 'SSO' };
  serving = withParts(town, { provider: createProvider({ ...settings, claim: null }) });
  const tied = await home.run(['people', 'tie', 'dx-ito', '--subject', 'sub-1'], operator());
  expect([tied.code, tied.out]).toEqual([0, expect.stringContaining('認証基盤 sub-1')]);
  const twice = await home.run(['people', 'tie', 'dx-ito', '--subject', 'sub-2'], operator());
  expect([twice.code, twice.err]).toEqual([1, expect.stringContaining('sekimori people untie')]);
  expect((await done(accountView, ['people', 'untie', 'dx-ito'])).subjects).toEqual([]);
  serving = town;
});

it('a second factor is set up in two commands, then asked for, and reset by an administrator', async () => {
  serving = withParts(town, { secondFactor: 'optional' });
  const who = ['--account', 'bukai-kato'];
  const input = passwordOf(town, 'bukai-kato');
  const shown = await home.run(['second-factor', 'set', ...who], { input });
  expect([shown.code, shown.out]).toEqual([0, expect.stringMatching(/█.*otpauth:\/\/totp\/.*confirm/s)]);
  const { key } = await done(secondFactorKey, ['second-factor', 'set', ...who], { input });
  const wrong = await home.run(['second-factor', 'confirm', ...who, '--code', '000000'], { input });
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('端末の時刻')]);
  const code = new TOTP({ secret: key }).generate();
  const told = await done(backupCodes, ['second-factor', 'confirm', ...who, '--code', code], { input });
  const asked = await home.run(['login', ...who], { input });
  expect([asked.code, asked.err]).toEqual([2, expect.stringContaining('--code')]);
  const [first = '', second = '', third = ''] = told.backupCodes;
  const entered = await home.run(['login', ...who, '--code', first], { input });
  expect([entered.code, entered.err]).toEqual([0, '']);
  const renewing = ['second-factor', 'backup-codes', ...who, '--code', second, '--next-code', third];
  expect((await done(backupCodes, renewing, { input })).backupCodes).toHaveLength(10);
  const reset = await home.run(['people', 'reset-second-factor', 'bukai-kato'], operator());
  expect([reset.code, reset.out]).toEqual([0, expect.stringContaining('解除し')]);
  const state = await home.run(['second-factor', 'state', ...who], { input });
  expect(state.out).toContain('設定されていません');
  serving = town;
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

const as = (account: string) => ['--as', account];

describe('a filter by a name', () => {
  it.each([
    ['deadlines', '--system', '国保'],
    ['access', '--system', '国保'],
    ['log', '国保', '--type', '審査の依頼'],
    ['as-of', '2023-11-16', '国保'],
  ])('means the system that goes by it: %s %s %s', async (...args) => {
    const told = async (words: string[]) => {
      const { code, err, json } = await home.run([...words, '--json'], operator());
      expect([code, err]).toEqual([0, '']);
      const { items, row } = json() as { items?: unknown[]; row?: unknown };
      return { items, row };
    };
    const named = await told(args);
    if (args[0] === 'access') return;
    expect(named).toEqual(await told(args.map((word) => (word === '国保' ? 'kokuho' : word))));
    if (args[0] === 'deadlines') expect(named.items?.length).toBeGreaterThan(0);
  });

  it.each([
    [['deadlines', '--system', 'kokuhoo'], '見つかりません'],
    [['deadlines', '--system', '水道'], '水道'],
    [['access', '--system', 'kokuhoo'], '見つかりません'],
    [['as-of', '2023-11-16', '水道'], '水道'],
    [['status', '--wave', 'wave-9'], 'wave-1（第1期（令和6年度移行分））'],
    [['status', '--phase', 'rfx'], 'rfi（'],
    [['status', '--waiting-for', 'DX推進'], 'dx-office（'],
    [['log', '--type', 'gate.aproved'], 'gate.approved（承認）'],
    [['log', 'juki', '--type', 'post.given'], 'gate.approved（承認）'],
    [['explain', 'juki', '--post', 'dx'], 'dx-office（'],
  ])('%j is refused, not answered with nothing', async (args, said) => {
    const { code, out, err } = await home.run([...args], operator());
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(said);
  });

  it('of a wave, a phase or a post is taken in either language', async () => {
    const rows = async (...args: string[]) =>
      (await done(boardPage, ['status', ...args])).items.map(({ system }) => system);
    expect(await rows('--wave', 'Wave 1 (migrating in FY2024)')).toEqual(await rows('--wave', 'wave-1'));
    const { items } = await done(boardPage, ['status']);
    const [{ phase, phaseLabel } = { phase: '', phaseLabel: { ja: '', en: '' } }] = items;
    expect(await rows('--phase', phaseLabel.ja)).toEqual(await rows('--phase', phase));
    expect(await rows('--phase', phase)).not.toEqual([]);
    const post = items.flatMap(({ waitingFor }) => waitingFor)[0];
    if (!post) throw new Error('nothing waits for anybody');
    expect(await rows('--waiting-for', post.label.ja)).toEqual(await rows('--waiting-for', post.post));
  });

  it('of a business is the system’s own, also as JSON', async () => {
    const shown = await home.run(['steps', 'juki', '--business', '印鑑', '--json'], operator());
    expect(Object.keys((shown.json() as { steps: object }).steps)).toEqual(['印鑑登録']);
    const other = await home.run(['steps', 'juki', '--business', '国保'], operator());
    expect([other.code, other.err]).toEqual([2, expect.stringContaining('住民基本台帳、印鑑登録')]);
  });
});

it('who took out every system’s data is told of each of them, and marked', async () => {
  await home.run(['export', '--out', join(home.path, 'all.jsonl')], operator());
  const { items } = await done(accessPage, ['access', '--system', 'juki', '--route', 'export']);
  expect(items.map(({ what, system, ofEverySystem }) => [what, system, ofEverySystem])).toEqual([
    ['GET /api/v1/programmes/:code/export', null, true],
  ]);
  const table = await home.run(['access', '--system', 'juki', '--route', 'export'], operator());
  expect(table.out).toContain('全システム');
});

describe('what was recorded is told whatever comes after', () => {
  afterEach(() => {
    lost = () => false;
  });

  it('an act, where the system cannot be read again', async () => {
    lost = ({ method, url: asked }) => method === 'GET' && asked.endsWith('/systems/juki');
    const dates = ['--phase', 'development', '--start', '2024-01', '--end', '2025-01', '--reason', '見直し'];
    const { code, out, err } = await home.run(['plan', 'juki', ...dates, ...as('dx-ito')], operator());
    expect([code, out]).toEqual([0, expect.stringContaining('記録しました（第')]);
    expect(out).toContain('依頼番号 cli/');
    expect(err).toContain('記録は済んでいます');
  });

  it('a verification, where it can be neither remembered nor saved', async () => {
    const folder = join(home.path, 'a-file');
    writeFileSync(folder, '');
    const env = { ...operator().env, XDG_CONFIG_HOME: folder };
    const plain = await home.run(['verify', '--no-decide'], { env });
    expect([plain.code, plain.out]).toEqual([0, expect.stringContaining('誤りはありません')]);
    expect(plain.err).toContain('検証値を覚えられませんでした');
    const saved = await home.run(['verify', '--no-decide', '--save', join(folder, 'heads'), '--json'], {
      env,
    });
    expect([saved.code, saved.json()]).toEqual([2, expect.objectContaining({ ok: true })]);
    expect(saved.err).toContain('書き込めません');
  });

  it('a sign-in that cannot be kept, whose token is ended', async () => {
    const folder = join(home.path, 'a-file');
    writeFileSync(folder, '');
    const input = `${passwordOf(town, 'dx-ito')}\n`;
    const login = await home.run(['login', '--account', 'dx-ito'], {
      input,
      env: { XDG_CONFIG_HOME: folder },
    });
    expect([login.code, login.out]).toEqual([2, expect.stringContaining('保存できませんでした')]);
    const tokens = await town.rig.ledger.database.sql`
      select from access_token where account = 'dx-ito' and revoked_at is null and expires_at > now()`;
    expect(tokens).toHaveLength(0);
  });
});

it('a document written to a file is in the format that was asked for', async () => {
  const written = async (...args: string[]) => {
    const file = join(home.path, 'sheet');
    const ran = await home.run(['national-sheet', '--out', file, ...args], operator());
    expect([ran.code, ran.err]).toEqual([0, '']);
    return { file: readFileSync(file, 'utf8'), out: ran.out };
  };
  expect((await written()).file).toMatch(/^【演習】\n[\s\S]*住民基本台帳 +/u);
  const csv = await written('--format', 'csv', '--json');
  expect(csv.file.startsWith('\uFEFF都道府県名,')).toBe(true);
  expect(JSON.parse(csv.out)).toMatchObject({ bytes: Buffer.byteLength(csv.file) });
  expect(JSON.parse((await written('--format', 'json')).file)).toHaveProperty('rows');
});

it('English shows no Japanese half of what is assumed, nor of a reason', async () => {
  const { out } = await home.run(['show', 'juki', '--lang', 'en'], operator());
  expect(out).toMatch(/Assumed\n +・[ -~]+/u);
  expect(out).not.toMatch(/・.* \/ /u);
  const sheet = await home.run(['national-sheet', '--lang', 'en'], operator());
  expect(sheet.out).not.toContain('対象外');
});
