// The first start: killed at any moment it completes the next time, with every entry once and accounts that can sign in;
// a wrong programme changes nothing, and what is only to be looked at is told.
import { fork } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Client } from '@temporalio/client';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { lazyTemporal } from '../../host/process/temporal-connection.ts';
import { dayOf, instantFromMs } from '../../machines/values/date.ts';
import { createRehearsalAccounts } from '../../server/accounts/rehearsal-accounts.ts';
import { programmeList } from '../../server/contract/programmes.ts';
import { loaded } from '../../server/contract/settings/loading.ts';
import { problem } from '../../server/contract/values.ts';
import { createApp } from '../../server/http/app.ts';
import { createLoader } from '../../server/intake/loader.ts';
import { readSeed, type SeedFile } from '../../server/intake/read-seed.ts';
import { createRig, type Rig, startWorker } from '../durable/rig.ts';
import { altered, lineOf } from '../seeds/folder.ts';
import { builtProgram } from '../servers/built-program.ts';
import { filesOf, freshTownCode, partsOn } from './town.ts';

let rig: Rig;
let stopWorker: () => Promise<void>;
let admin: postgres.Sql;
let folder: string;
const code = freshTownCode();

beforeAll(async () => {
  rig = await createRig();
  stopWorker = await startWorker(rig);
  admin = postgres(rig.database.adminUrl, { max: 1 });
  folder = mkdtempSync(join(tmpdir(), 'programme-'));
  for (const { path, text } of filesOf(code)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(async () => {
  await admin.end();
  await stopWorker();
  await rig.close();
  rmSync(folder, { recursive: true });
});

interface Ended {
  code: number | null;
  lines: string[];
}

/** Starts a first start, and kills it once `isTime` says so; null lets it end by itself. */
function firstStart(isTime: (() => Promise<boolean>) | null): Promise<Ended> {
  const address = inject('temporalAddress');
  const args = [rig.database.appUrl, address, rig.taskQueue, folder];
  const running = fork(builtProgram('server/loading-child'), args, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const lines: string[] = [];
  running.on('message', (message: { lines: string[] }) => lines.push(...message.lines));
  const ended = new Promise<Ended>((resolve) =>
    running.once('exit', (status) => resolve({ code: status, lines })),
  );
  if (isTime) void killWhen(isTime, () => running.kill('SIGKILL'));
  return ended;
}

async function killWhen(isTime: () => Promise<boolean>, kill: () => void): Promise<void> {
  while (!(await isTime())) await new Promise((resolve) => setTimeout(resolve, 5));
  kill();
}

const countOf = async (table: string): Promise<number> => {
  const [row] = await admin<{ n: number }[]>`select count(*)::int as n from ${admin(table)}`;
  return row?.n ?? 0;
};
const reaches = (table: string, n: number) => async () => (await countOf(table)) >= n;

describe('a first start', () => {
  it('that is killed in the middle, again and again, completes the next time', async () => {
    const moments: [string, number][] = [
      ['definition', 1],
      ['entry', 40],
      ['person', 3],
      ['sign_in_credential', 12],
    ];
    for (const [table, n] of moments) {
      const killed = await firstStart(reaches(table, n));
      expect([table, n, killed.code, killed.lines]).toEqual([table, n, null, []]);
    }
    const completed = await firstStart(null);
    expect(completed.code).toBe(0);
    await expectWhole(completed.lines);
    const rounded = `history.yaml:${lineOf(filesOf(code), 'history.yaml', 'printedTotal: "628"')} `;
    expect(completed.lines.filter((line) => line.includes('627.9'))).toEqual([
      expect.stringMatching(new RegExp(`^ *${rounded}.*丸めた値`, 'u')),
      expect.stringContaining('the exact value is kept'),
    ]);
    const again = await firstStart(null);
    expect(again).toEqual({ code: 0, lines: [] });
    await expectWhole(completed.lines);
  }, 600_000);
});

/** Every entry of the seed once, every chain proven, every account told with a password that opens. */
async function expectWhole(lines: string[]): Promise<void> {
  const read = readSeed(filesOf(code));
  if (read.status !== 'sound') throw new Error('the seed is wrong');
  const { history, accounts } = read.seed;
  const told = Object.values(history.migrations).reduce((sum, past) => sum + past.length, 0);
  const [counts] = await admin<{ imported: number; requests: number }[]>`
    select count(*)::int as imported, count(distinct (chain, request_key))::int as requests from entry
    where body::jsonb -> 'actor' ->> 'kind' = 'import' or chain = ${code}`;
  // A programme's chain names besides the key that signs, who holds what, and the first administrator.
  const all = told + history.programme.length + 3;
  expect(counts).toEqual({ imported: all, requests: all });
  expect(await rig.ledger.verify({ programme: code, decide: true })).toMatchObject({ ok: true });
  const { parts } = partsOn(rig);
  const passwords = new Map(lines.map((line) => line.trim().split(/\s+/) as [string, string]));
  for (const { account } of accounts) {
    const opened = await parts.authentication.signIn(account, passwords.get(account) ?? '', new Headers());
    expect([account, opened?.account]).toEqual([account, account]);
  }
}

/** The codes of these towns are of no prefecture, which is remarked. */
const isOfTheSeed = ({ code: remark }: { code: string }) => remark !== 'code.noPrefecture';

/** The first rehearsal's administrator has no say in another, nor hears of it. */
async function expectApart(other: string): Promise<void> {
  const { parts, operatorToken } = partsOn(rig);
  const { hono } = createApp(parts);
  const ask = (
    method: string,
    path: string,
    body?: object,
    as: Record<string, string> = { 'X-Sekimori-As': 'dx-tanaka' },
  ) =>
    hono.request(`http://town.test/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${operatorToken}`, ...as, 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const post = { post: 'dx-office', programme: other };
  const list = programmeList.parse(await (await ask('GET', '/programmes')).json());
  expect(list.items.map((programme) => programme.code)).toEqual([code]);
  const from = dayOf(instantFromMs(Date.now()));
  const asOperator = (path: string, body: object) => ask('POST', `/accounts/dx-tanaka/${path}`, body, {});
  const refused = [
    ['POST', '/accounts/dx-tanaka/posts', post],
    ['POST', '/accounts/dx-tanaka/posts/end', { ...post, from }],
    ['POST', '/programmes', { files: filesOf(other) }],
    ['POST', '/programmes/check', { files: filesOf(other) }],
  ] as const;
  for (const [method, path, body] of refused) {
    const { status } = await ask(method, path, body);
    expect([path, status]).toEqual([path, 403]);
  }
  // A post there that the machine's administrator gives makes no administrator of it.
  const held = { ...post, from: '2020-01-01', until: '2099-12-31' };
  expect((await asOperator('posts', held)).status).toBe(200);
  expect((await ask('GET', `/programmes/${other}`)).status).toBe(200);
  expect((await ask('GET', `/programmes/${other}/access-log`)).status).toBe(403);
  expect((await asOperator('posts/end', post)).status).toBe(200);
}

describe('loading over the API', () => {
  const load = async (files: SeedFile[]) => {
    const { parts, operatorToken } = partsOn(rig);
    const { hono } = createApp(parts);
    return hono.request('http://town.test/api/v1/programmes', {
      method: 'POST',
      headers: { Authorization: `Bearer ${operatorToken}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ files }),
    });
  };
  const everything = async () => ({
    definitions: await countOf('definition'),
    entries: await countOf('entry'),
    people: await countOf('person'),
  });

  it('keeps nothing while Temporal is out of reach', async () => {
    const { parts } = partsOn(rig);
    const connection = lazyTemporal({ address: '127.0.0.1:1' });
    const accounts = createRehearsalAccounts(parts.people, parts.authentication);
    const loader = createLoader({
      ...{ ledger: rig.ledger, temporal: new Client({ connection }), starter: parts.starter },
      door: parts.door,
      rehearsalAccounts: accounts,
    });
    const before = await everything();
    await expect(loader.load(filesOf(freshTownCode()))).rejects.toThrow();
    expect(await everything()).toEqual(before);
    await connection.close();
  });

  it('names every mistake with file and line, and changes nothing', async () => {
    const before = await everything();
    const wrong = altered('programme.yaml', 'code: "131121"', 'code: "131122"');
    const response = await load(wrong);
    expect(response.status).toBe(422);
    const { issues = [] } = problem.parse(await response.json());
    expect(issues[0]).toMatchObject({ file: 'programme.yaml', line: expect.any(Number) });
    expect(issues[0]?.message.ja).toMatch(/[ぁ-ん]/u);
    expect(issues[0]?.expected?.en).toBeTruthy();
    expect(await everything()).toEqual(before);
  });

  it('refuses words that no door takes with their line before anything is kept; mended, the folder loads', async () => {
    const other = freshTownCode();
    const before = await everything();
    const from = 'source: 報告 2023-11-16 p. 6（工程の順）';
    for (const [to, expected] of [
      [`source: ${'字'.repeat(2_001)}`, { en: '2000 or less' }],
      ['source: "\\u200b"', { en: 'text with something to see' }],
      ['source: "a\\0"', { ja: expect.stringContaining('NUL') }],
    ] as const) {
      const wrong = altered('history.yaml', from, to, filesOf(other));
      const response = await load(wrong);
      expect(response.status).toBe(422);
      const line = lineOf(wrong, 'history.yaml', to);
      expect(problem.parse(await response.json()).issues).toMatchObject([
        { file: 'history.yaml', line, field: 'events[0].source', expected },
      ]);
      expect(await everything()).toEqual(before);
    }
    const mended = await load(filesOf(other));
    expect(mended.status).toBe(201);
    expect(loaded.parse(await mended.json())).toMatchObject({ code: other, created: true });
  });

  it('of the same again changes nothing; of the same code with another content it is refused', async () => {
    const before = await everything();
    const same = await load(filesOf(code));
    expect(same.status).toBe(200);
    expect(loaded.parse(await same.json())).toMatchObject({ created: false, accounts: [] });
    const files = altered('programme.yaml', 'ja: 世田谷区', 'ja: 世田谷の区', filesOf(code));
    const differs = await load(files);
    expect(differs.status).toBe(409);
    expect(problem.parse(await differs.json()).code).toBe('programmeDiffers');
    expect(await everything()).toEqual(before);
  });

  it('of a second rehearsal touches no account that stands', async () => {
    const second = freshTownCode();
    const response = await load(filesOf(second));
    expect(response.status).toBe(201);
    const answer = loaded.parse(await response.json());
    expect(answer).toMatchObject({ code: second, created: true });
    expect(answer.accounts).toEqual([]);
    const { parts } = partsOn(rig);
    const person = await parts.people.find('dx-ito');
    expect(new Set(person?.grants.map(({ programme }) => programme))).toEqual(new Set([code]));
    await expectApart(second);
  });

  it('answers what should be looked at as remarks, also of what was there, and none where all is exact', async () => {
    const there = loaded.parse(await (await load(filesOf(code))).json());
    expect(there).toMatchObject({ created: false });
    expect(there.remarks.filter(isOfTheSeed)).toEqual([
      {
        file: 'history.yaml',
        line: lineOf(filesOf(code), 'history.yaml', 'printedTotal: "628"'),
        field: expect.stringMatching(/\.printedTotal$/),
        code: 'score.rounded',
        message: { ja: expect.stringContaining('627.9'), en: expect.stringContaining('627.9') },
        expected: { ja: expect.stringMatching(/[ぁ-ん]/u), en: expect.stringMatching(/^[a-z]/) },
      },
    ]);
    const printed = ['printedTotal: "628"', 'printedTotal: "627.9"'] as const;
    const exact = altered('history.yaml', ...printed, filesOf(freshTownCode()));
    const answer = loaded.parse(await (await load(exact)).json());
    expect(answer).toMatchObject({ created: true });
    expect(answer.remarks.filter(isOfTheSeed)).toEqual([]);
  });
});
