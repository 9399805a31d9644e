// A real programme is judged on the real clock, as its door judges it: what the reader lets pass is taken whole, and what
// would be refused is refused before anything is kept. Another past under the same version is told, never half taken.
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf, instantFromMs } from '../../machines/values/date.ts';
import { loadCheck, loaded } from '../../server/contract/settings/loading.ts';
import { problem } from '../../server/contract/values.ts';
import { createApp } from '../../server/http/app.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { createRig, type Rig, startWorker } from '../durable/rig.ts';
import { altered, lineOf } from '../seeds/folder.ts';
import { filesOf, freshTownCode, partsOn } from './town.ts';

let rig: Rig;
let stopWorker: () => Promise<void>;
let admin: postgres.Sql;

beforeAll(async () => {
  rig = await createRig();
  stopWorker = await startWorker(rig);
  admin = postgres(rig.database.adminUrl, { max: 2 });
}, 120_000);
afterAll(async () => {
  await admin.end();
  await stopWorker();
  await rig.close();
});

const today = dayOf(instantFromMs(Date.now()));
const later = addDays(today, 400);

/** Setagaya's as a real programme that starts in more than a year. Accounts in a folder are a rehearsal's alone. */
function realFiles(code: string): SeedFile[] {
  const files = filesOf(code).filter(({ path }) => path !== 'accounts.yaml');
  const real = altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', files);
  return altered('programme.yaml', '2023-11-16T09:00:00+09:00', `${later}T09:00:00+09:00`, real);
}

const load = (files: SeedFile[]) => post('/programmes', files);

async function post(path: string, files: SeedFile[]): Promise<Response> {
  const { parts, operatorToken } = partsOn(rig);
  const { hono } = createApp(parts);
  return hono.request(`http://town.test/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${operatorToken}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ files }),
  });
}

async function checked(files: SeedFile[]) {
  const response = await post('/programmes/check', files);
  expect(response.status).toBe(200);
  return loadCheck.parse(await response.json());
}

/** Definitions kept and entries imported; timers of a real programme add entries of their own. */
async function everything(code: string) {
  const [kept] = await admin<{ n: number }[]>`
    select count(*)::int as n from definition where chain = ${code} or chain like ${`${code}/%`}`;
  const [told] = await admin<{ n: number }[]>`
    select count(*)::int as n from entry
    where (chain = ${code} or chain like ${`${code}/%`}) and request_key like 'import:%'`;
  return { definitions: kept?.n, past: told?.n };
}

describe('a real programme that starts later', () => {
  const code = freshTownCode();

  it('with an event between today and its start is refused at that line, and nothing is kept', async () => {
    const on = addDays(today, 40);
    const flagged = '- systems: [jidou]\n    on: ';
    const files = altered('history.yaml', `${flagged}2023-10`, `${flagged}${on}`, realFiles(code));
    const response = await load(files);
    const answer = problem.parse(await response.json());
    expect([response.status, answer.issues?.map(({ line }) => line)]).toEqual([
      422,
      [lineOf(files, 'history.yaml', flagged)],
    ]);
    expect(answer.issues?.[0]?.message.ja).toContain(on);
    expect(answer.issues?.[0]?.message.ja).toContain(today);
    expect(await everything(code)).toEqual({ definitions: 0, past: 0 });
  });

  it('is looked at before it is taken, and nothing is kept', async () => {
    expect(await checked(realFiles(code))).toMatchObject({
      code,
      rehearsal: false,
      stands: 'nothing',
      systems: 16,
      accounts: 0,
      differences: [],
    });
    expect(await everything(code)).toEqual({ definitions: 0, past: 0 });
  });

  it('is taken whole with its past', async () => {
    const response = await load(realFiles(code));
    expect([response.status, await response.clone().text()]).toEqual([201, expect.anything()]);
    const answer = loaded.parse(await response.json());
    expect(answer).toMatchObject({ created: true, accounts: [] });
    const { past } = await everything(code);
    // Besides, a programme's chain names the key that signs, and begins to say who holds what.
    expect(past).toBe(answer.entries + 2);
    const { entries } = await checked(realFiles(code));
    expect(await checked(realFiles(code))).toMatchObject({ stands: 'whole', differences: [] });
    expect(entries).toBe(answer.entries);
  });

  it('with another past under the same version is told so, and nothing is changed', async () => {
    const before = await everything(code);
    const files = altered('history.yaml', 'on: 2022-07\n', 'on: 2022-07-15\n', realFiles(code));
    const response = await load(files);
    const answer = problem.parse(await response.json());
    expect(answer).toMatchObject({ status: 409, code: 'programmeDiffers' });
    const differing = ['juki', 'kaigo', 'shugaku', 'zei'];
    expect(answer.issues?.map(({ field, code: what }) => [field, what])).toEqual(
      differing.map((system) => [system, 'differs.history']),
    );
    expect((await checked(files)).differences.map(({ field }) => field)).toEqual(differing);
    expect(await everything(code)).toEqual(before);
  });

  it('that has lost the end of its past, or has more of it, is told so too', async () => {
    const end = realFiles(code).find(({ path }) => path === 'history.yaml')?.text ?? '';
    const shorter = end.slice(0, end.lastIndexOf('\n  - systems:') + 1);
    const longer = `${end}  - { systems: [koseki], on: 2023-10, source: 後日, fact: { type: regime.flagged, reasonTypes: [] } }\n`;
    for (const text of [shorter, longer]) {
      const files = realFiles(code).map((file) => (file.path === 'history.yaml' ? { ...file, text } : file));
      const { differences } = await checked(files);
      expect(differences.map(({ code: what }) => what)).toEqual(['differs.history']);
    }
  });

  it('with a gate under another name is told which systems differ', async () => {
    const files = altered('paths/wave-1.yaml', 'ja: 移行判定,', 'ja: 移行の判定,', realFiles(code));
    const { differences } = await checked(files);
    expect(differences.map(({ field, code: what }) => [field, what])).toEqual(
      ['juki', 'kaigo', 'shugaku', 'zei'].map((system) => [system, 'differs.definition']),
    );
  });
});
