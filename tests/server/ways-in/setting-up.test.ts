// The first set-up by the secret that the start told: nobody passes by, nothing is taken in by half, and it is over once somebody administers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dayOf, instantFromMs } from '../../../machines/values/date.ts';
import { newProgramme } from '../../../seeds/new-programme.ts';
import { me } from '../../../server/contract/programmes.ts';
import { loadCheck, loaded } from '../../../server/contract/settings/loading.ts';
import { firstAppointed, setUpState } from '../../../server/contract/settings/setting-up.ts';
import { signInWays } from '../../../server/contract/sign-in.ts';
import { openProgramme } from '../../../server/intake/opening.ts';
import type { SeedFile } from '../../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../../server/intake/seed-folder.ts';
import { createRig, type Rig, startWorker } from '../../durable/rig.ts';
import { altered, folder } from '../../seeds/folder.ts';
import { askingOf, cookieOf, freshTownCode, partsOn, signIn } from '../town.ts';

let rig: Rig;
let stopWorker: () => Promise<void>;
let parts: ReturnType<typeof partsOn>['parts'];
let asked: ReturnType<typeof askingOf>;
let secret = '';
let rehearsal: SeedFile[];
let real: SeedFile[];
const code = freshTownCode();
const kato = { account: 'kato.hanako', name: '加藤花子', password: 'fuji-kakitsubata-mizuumi' };

/** The secret that one start tells. */
async function started(): Promise<string> {
  const told: string[] = [];
  const tell = async (lines: string[]) => void told.push(...lines);
  await openProgramme(parts, null, tell, new AbortController().signal);
  return /^ {2}(\S{23})$/m.exec(told.join('\n'))?.[1] ?? '';
}
const sent = (by: string, body?: object) => ({
  headers: { 'X-Sekimori-Request': '1', 'X-Sekimori-Setup': by },
  ...(body === undefined ? {} : { body }),
});

beforeAll(async () => {
  rig = await createRig();
  stopWorker = await startWorker(rig);
  const composed = partsOn(rig);
  parts = composed.parts;
  asked = askingOf(parts, composed.operatorToken);
  const template = await readSeedFolder(folder('template'));
  const named = { code, name: '渋谷区', nameEn: 'Shibuya City', today: dayOf(instantFromMs(Date.now())) };
  const made = newProgramme(template, named);
  if (made.status === 'refused') throw new Error(made.refusal.code);
  rehearsal = made.files;
  const without = rehearsal.filter(({ path }) => path !== 'accounts.yaml');
  real = altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', without);
  secret = await started();
}, 120_000);
afterAll(async () => {
  await stopWorker();
  await rig.close();
});

const isToBeSetUp = async () => (await asked.answered(signInWays, 'GET', '/session/ways')).toBeSetUp;

it('is asked for where nobody administers, and answers nobody without its secret', async () => {
  expect(secret).toMatch(/^[a-z2-9]{5}(-[a-z2-9]{5}){3}$/);
  expect(await isToBeSetUp()).toBe(true);
  for (const guess of ['', 'aaaaa-bbbbb-ccccc-ddddd', secret.slice(1)])
    for (const [method, path, body] of [
      ['GET', '/setup', undefined],
      ['POST', '/setup/check', { files: real }],
      ['POST', '/setup/programme', { files: real }],
      ['POST', '/setup/administrator', kato],
    ] as const) {
      const problem = await asked.refused(method, path, sent(guess, body));
      expect([path, problem.status, problem.code]).toEqual([path, 401, 'setUpSecretWrong']);
    }
  expect([await parts.people.list(), await rig.ledger.programmes()]).toEqual([[], []]);
});

it('takes the secret as it is typed from paper, and of the last start alone', async () => {
  const before = secret;
  secret = await started();
  expect((await asked.refused('GET', '/setup', sent(before))).code).toBe('setUpSecretWrong');
  const typed = ` ${secret.toUpperCase()} `;
  expect(await asked.answered(setUpState, 'GET', '/setup', sent(typed))).toEqual({ programme: null });
});

it('takes in no rehearsal, nothing faulty, and nothing that was only looked at', async () => {
  const ofRehearsal = await asked.refused('POST', '/setup/programme', sent(secret, { files: rehearsal }));
  expect([ofRehearsal.code, ofRehearsal.issues?.map(({ file, field }) => [file, field])]).toEqual([
    'invalid',
    [['programme.yaml', 'rehearsal']],
  ]);
  const faulty = altered('programme.yaml', `"${code}"`, '"131042"', real);
  for (const path of ['/setup/check', '/setup/programme']) {
    const problem = await asked.refused('POST', path, sent(secret, { files: faulty }));
    expect(problem.issues?.[0]).toMatchObject({ file: 'programme.yaml', line: expect.any(Number) });
  }
  const looked = await asked.answered(loadCheck, 'POST', '/setup/check', sent(secret, { files: real }));
  expect(looked).toMatchObject({ code, stands: 'nothing', rehearsal: false, differences: [] });
  expect(await rig.ledger.programmes()).toEqual([]);
});

it('makes nobody an administrator before there is a record that could say so', async () => {
  const problem = await asked.refused('POST', '/setup/administrator', sent(secret, kato));
  expect(problem.code).toBe('setUpNoProgramme');
  expect((await signIn(asked, kato.account, kato.password)).status).toBe(401);
});

it('takes in the programme, and goes on from there after another start', async () => {
  const answer = await asked.answered(loaded, 'POST', '/setup/programme', sent(secret, { files: real }));
  expect(answer).toMatchObject({ code, created: true, accounts: [] });
  secret = await started();
  const { programme } = await asked.answered(setUpState, 'GET', '/setup', sent(secret));
  expect(programme).toMatchObject({ code, isIn: true, systems: answer.systems });
  // Nobody was made by the start: whoever holds the secret says who it is.
  expect(await parts.people.list()).toEqual([]);
}, 60_000);

it('refuses a poor password at its field, and a name that is kept', async () => {
  const fieldsOf = async (given: object) => {
    const body = { ...kato, ...given };
    const { issues = [] } = await asked.refused('POST', '/setup/administrator', sent(secret, body));
    return issues.map(({ field, code: what }) => `${field} ${what}`);
  };
  expect(await fieldsOf({ password: 'short' })).toEqual(['password too_small']);
  expect(await fieldsOf({ password: 'password1234' })).toEqual(['password commonPassword']);
  expect(await fieldsOf({ password: 'kato-hanako-no-aikotoba' })).toEqual(['password nameInPassword']);
  expect(await fieldsOf({ account: 'sekimori' })).toEqual(['account reserved']);
  expect(await isToBeSetUp()).toBe(true);
});

it('makes one first administrator of two that are sent at once, who signs in, and is then over', async () => {
  const both = [kato, { ...kato, account: 'sato.jiro', name: '佐藤次郎' }];
  const tried = await Promise.all(
    both.map((body) => asked.ask('POST', '/setup/administrator', sent(secret, body))),
  );
  expect(tried.map(({ status }) => status).sort()).toEqual([201, 401]);
  const made = firstAppointed.parse(await tried.find(({ status }) => status === 201)?.json());
  const session = await signIn(asked, made.account, kato.password);
  const known = await asked.answered(me, 'GET', '/me', { cookie: cookieOf(session) });
  expect(known).toMatchObject({ ...made, administrator: true, mustChangePassword: false });
  expect(await isToBeSetUp()).toBe(false);
  for (const path of ['/setup/check', '/setup/programme'])
    expect((await asked.refused('POST', path, sent(secret, { files: real }))).code).toBe('setUpOver');
  expect((await rig.ledger.verify({})).ok).toBe(true);
}, 60_000);

it('stands in the access log: what was refused, what was taken in, and whom it appointed', async () => {
  const sql = rig.ledger.database.sql;
  const rows = await sql<{ what: string; problem: string | null }[]>`
    select distinct what, problem from access_log where what like '%/setup%' and via = 'nobody'`;
  const lines = rows.map(({ what, problem }) => `${what.split(' ')[1]} ${problem ?? 'done'}`);
  expect(lines).toEqual(
    expect.arrayContaining([
      '/api/v1/setup/programme done',
      '/api/v1/setup/administrator done',
      '/api/v1/setup/administrator setUpSecretWrong',
    ]),
  );
  expect(JSON.stringify(await sql`select * from access_log`)).not.toContain(secret);
});
