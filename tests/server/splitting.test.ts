// Systems split and merged by the programme's folder, on real servers, while the worker is killed in the middle: what was begun is gone on
// with, nothing comes twice, and the days before are seen as they were.
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { amendmentList, proposed } from '../../server/contract/amendments.ts';
import { submitted } from '../../server/contract/entries.ts';
import { boardPage } from '../../server/contract/migrations/board.ts';
import { nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { report } from '../../server/contract/reports/tables.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { kill, startProcess } from '../durable/fault-process.ts';
import type { Fault } from '../durable/fault-worker.ts';
import { filesOf, openTown, type Town } from './town.ts';

let town: Town;
let requests = 0;
beforeAll(async () => {
  // After a kill the programme answers once its adoption has been told to all.
  town = await openTown({ answerMs: 150_000 });
}, 240_000);
afterAll(() => town?.close());

const requestId = () => {
  requests += 1;
  return `splitting/${requests}`;
};
const asked = <T extends Parameters<Town['answered']>[0]>(shape: T, path: string) =>
  town.answered(shape, 'GET', `/programmes/${town.code}/${path}`, { as: 'dx-ito' });
const rows = async (query = '') => (await asked(boardPage, `systems${query}`)).items;
const row = async (system: string) => (await rows()).find((one) => one.system === system);

async function act(system: string, as: string, post: string, fact: object): Promise<void> {
  const path = `/programmes/${town.code}/systems/${system}/events`;
  const seenVersion = (await row(system))?.version;
  const body = { fact, post, occurredOn: '2023-11-16', seenVersion, requestId: requestId() };
  await town.answered(submitted, 'POST', path, { as, body });
}

/** The folder, a version further, with what stands for pieces of its systems. */
function folder(version: number, ...pieces: [string, string][]): SeedFile[] {
  return filesOf(town.code)
    .filter(({ path }) => path !== 'history.yaml')
    .map(({ path, text }) => {
      if (path === 'programme.yaml')
        return { path, text: text.replace(/^version: \d+/m, `version: ${version}`) };
      if (path !== 'systems.yaml') return { path, text };
      return {
        path,
        text: pieces.reduce((now, [piece, instead]) => {
          expect(now).toContain(piece);
          return now.replace(piece, instead);
        }, text),
      };
    });
}
const heir = (id: string, businesses: string, from: string) =>
  `  - id: ${id}\n    name: { ja: ${id}, en: ${id} }\n    businesses: [${businesses}]\n    wave: wave-2\n    path: wave-2\n    ownPlan: *undecided\n    continues: { from: [${from}] }\n`;
const JIDOU = '  - id: jidou\n';
const splits: [string, string] = [
  JIDOU,
  `${heir('teate', '児童手当', 'jidou')}${heir('fuyou', '児童扶養手当', 'jidou')}${JIDOU}    retired: { as: split, reason: 調達単位の見直し, heirs: [teate, fuyou] }\n`,
];
const [KOKUHO, KOUKI] = ['  - id: kokuho\n', '  - id: kouki\n'];
const ends = '    retired: { as: merged, reason: 共同調達, heirs: [iryou] }\n';
const merges: [string, string][] = [
  [JIDOU, `${heir('iryou', '国民健康保険, 後期高齢者医療', 'kokuho, kouki')}${JIDOU}`],
  [KOKUHO, `${KOKUHO}${ends}`],
  [KOUKI, `${KOUKI}${ends}`],
];

async function statusOf(number: number): Promise<string | undefined> {
  return (await asked(amendmentList, 'amendments')).items.find((one) => one.number === number)?.status;
}
const approve = (as: string, number: number) =>
  town.answered(submitted, 'POST', `/programmes/${town.code}/events`, {
    as,
    body: {
      fact: { type: 'amendment.approved', amendment: number },
      post: 'promotion-committee',
      occurredOn: '2023-11-16',
      seenVersion: 0,
      requestId: requestId(),
    },
  });

let stopOther: () => Promise<void> = async () => undefined;

/** Approved by the last voice on a worker that dies so; another goes on with it. */
async function adoptedThrough(number: number, fault: Fault): Promise<void> {
  await approve('iin-yoshida', number);
  await town.stopWorker();
  // Alone on its queue: what it dies at is counted by it.
  await stopOther();
  const dying = await startProcess(town.rig, fault);
  const voice = approve('iin-yamada', number).catch(() => undefined);
  await once(dying, 'exit');
  expect(dying.signalCode).toBe('SIGKILL');
  const other = await startProcess(town.rig);
  stopOther = () => kill(other);
  await voice;
  await vi.waitFor(async () => expect(await statusOf(number)).toBe('adopted'), 120_000);
}

const entriesOf = async (system: string) =>
  (await town.rig.ledger.entries(chainOf(town.code, system), 0, 1_000)).map(bodyOf);
const filed = (files: SeedFile[]) =>
  town.answered(proposed, 'POST', `/programmes/${town.code}/amendments`, {
    as: 'dx-tanaka',
    body: { wanted: { files }, reason: '見直し', post: 'dx-office', requestId: requestId() },
  });

/** What must be as before, whatever becomes of systems. */
async function figures() {
  const { rows: sheet, total } = await asked(nationalSheet, 'national-sheet');
  const { contracts, contractSums, selections } = await asked(report, 'report');
  return {
    sheet: sheet.map(({ business, statuses, live, applies }) => ({ business, statuses, live, applies })),
    total,
    contractSums,
    contracts: contracts.length,
    selections: selections.length,
  };
}
/** By either date, before any of it. */
const pastDays = async () =>
  Promise.all(
    ['occurred', 'recorded'].map(async (by) => {
      const day = `asOf=2023-10-31&by=${by}`;
      return {
        board: await rows(`?${day}`),
        sheet: (await asked(nationalSheet, `national-sheet?${day}`)).rows,
      };
    }),
  );

async function goneOn(system: string, from: string[]): Promise<void> {
  await vi.waitFor(async () => expect((await entriesOf(system)).length).toBeGreaterThan(0), 120_000);
  const bodies = await entriesOf(system);
  const told = bodies.map(({ fact }) => fact.type);
  expect([told[0], told.filter((type) => type === 'migration.continued').length]).toEqual([
    'migration.continued',
    1,
  ]);
  // Its own timer and others may have spoken since, and each thing once.
  const others = told.slice(1).filter((type) => type !== 'deadline.reached' && type !== 'milestone.reached');
  expect(others).toEqual([]);
  expect(new Set(bodies.map((body) => body.requestId)).size).toBe(bodies.length);
  const named = bodies[0]?.fact.from as { system: string; seq: number; hash: string }[];
  expect(named.map((one) => one.system)).toEqual(from);
  for (const one of named) {
    const old = await entriesOf(one.system);
    expect(old.filter(({ fact }) => fact.type === 'definition.adopted')).toHaveLength(1);
    expect([one.seq, one.hash]).toEqual([
      old.length,
      (await town.rig.ledger.head(chainOf(town.code, one.system)))?.hash,
    ]);
  }
}
async function isClean(): Promise<void> {
  const { ok, firstWrong } = await town.rig.ledger.verify({ programme: town.code, decide: true });
  expect([ok, firstWrong]).toEqual([true, null]);
}

it('a system split by the folder goes on in its heirs, held as it was, though the worker dies between them', async () => {
  await act('jidou', 'dx-tanaka', 'dx-office', { type: 'migration.held', reason: '予算待ち' });
  const [before, past, old] = [await figures(), await pastDays(), await row('jidou')];
  const { number, preview } = await filed(folder(2, splits));
  expect(
    preview.heirs.map(({ system, from, isHeld, begins }) => [system, from, isHeld, begins?.phase]),
  ).toEqual([
    ['teate', ['jidou'], true, old?.phase],
    ['fuyou', ['jidou'], true, old?.phase],
  ]);
  // The voice, the programme's own adoption, jidou and renkei that has other dependents; then the heirs.
  await adoptedThrough(number, { at: 'beforeCommit', nth: 6 });
  for (const system of ['teate', 'fuyou']) {
    await goneOn(system, ['jidou']);
    const heirNow = await row(system);
    expect([heirNow?.activity, heirNow?.phase]).toEqual(['onHold', old?.phase]);
  }
  expect(await figures()).toEqual(before);
  expect(await pastDays()).toEqual(past);
  await isClean();
}, 400_000);

it('two merged by the folder become one, though the worker dies between their ends', async () => {
  const [before, past] = [await figures(), await pastDays()];
  const { number, preview } = await filed(folder(3, splits, ...merges));
  expect(preview.heirs.map(({ system, from }) => [system, from])).toEqual([['iryou', ['kokuho', 'kouki']]]);
  await adoptedThrough(number, { at: 'afterCommit', nth: 4 });
  await goneOn('iryou', ['kokuho', 'kouki']);
  expect((await row('kouki'))?.activity).toBe('retired');
  expect(await figures()).toEqual(before);
  expect(await pastDays()).toEqual(past);
  await isClean();
}, 400_000);
