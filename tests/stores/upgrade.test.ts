// An installation of an earlier release is opened by this one without loss, with the file of its Temporal and without: see
// README.md for what is in it and how it was made.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { z } from 'zod';
import { appRole } from '../../host/embedded/postgres-roles.ts';
import { startWarden, type Warden } from '../../host/embedded/warden-client.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { openProgramme } from '../../server/intake/opening.ts';
import { projectFolder } from '../../setup/program.mjs';
import {
  migrationWorkflowId,
  taskQueue as productQueue,
  programmeWorkflowId,
  type RunState,
} from '../../workflows/messages.ts';
import { createRig, type Rig } from '../durable/rig.ts';
import { askingOf, cookieOf, partsOn, signIn, startLivingWorker } from '../server/town.ts';
import { createDataFolder } from '../servers/data-folder.ts';
import { createEmptyDatabase } from '../servers/empty-database.ts';
import { settled } from './reads.ts';
import { REAL, REHEARSAL } from './small-cities.ts';
import { restoreStored } from './stored-database.ts';

const stores = fileURLToPath(new URL('.', import.meta.url));
const releases = readdirSync(stores).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
const read = (release: string, name: string) => readFileSync(join(stores, release, name));
const readsIn = (release: string) =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(gunzipSync(read(release, 'reads.json.gz')).toString()));

/** Of a list whose members go by an id, those that the release knew: a chart of today has acts that it had not, and the first start records who holds what. */
function asKnownThen(now: unknown, then: unknown): unknown {
  if (Array.isArray(now) && Array.isArray(then)) {
    const ids = new Set(then.map(idOf));
    const known = ids.has(undefined) ? now : now.filter((item) => ids.has(idOf(item)));
    return known.map((item, index) => asKnownThen(item, then[index]));
  }
  if (!isObject(now) || !isObject(then)) return now;
  return Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, asKnownThen(value, then[name])]),
  );
}
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const idOf = (item: unknown): unknown => {
  if (!isObject(item)) return undefined;
  return item.id ?? (item.seq === undefined ? undefined : `${item.chain} ${item.seq}`);
};

/** As README.md tells it. */
const PASSWORD = 'mizuumi-no-kakitsubata-8';

interface Opened {
  rig: Rig;
  /** The runs that were there before, by their chains. */
  runs: Map<string, string>;
  /** All entries as they were stored. */
  stored: Entry[];
  applied: string[];
  parts: ReturnType<typeof partsOn>['parts'];
  asking: ReturnType<typeof askingOf>;
  close: () => Promise<void>;
}

interface Entry {
  chain: string;
  seq: number;
  hash: string;
  body: string;
  snapshot: string;
  effects: string;
}

async function entriesOf(url: string): Promise<Entry[]> {
  const sql = postgres(url, { max: 1 });
  try {
    return await sql<
      Entry[]
    >`select chain, seq, hash, body, snapshot, effects from entry order by chain, seq`;
  } finally {
    await sql.end();
  }
}

const chainsOf = (entries: readonly { chain: string }[]) => [...new Set(entries.map(({ chain }) => chain))];
const workflowOf = ({ client }: Rig, chain: string) => {
  const [code = '', system] = chain.split('/');
  return client.workflow.getHandle(
    system === undefined ? programmeWorkflowId(code) : migrationWorkflowId(code, system),
  );
};

/** Temporal as it was left, on a server of its own. */
async function temporalOf(release: string): Promise<{ warden: Warden; remove: () => void }> {
  const folder = createDataFolder();
  mkdirSync(folder.path, { recursive: true });
  writeFileSync(join(folder.path, 'temporal.db'), gunzipSync(read(release, 'temporal.db.gz')));
  const program = inject('temporalProgramPath');
  const temporal = { program, namespace: 'default', withUi: false };
  const entry = join(projectFolder, 'dist/host/embedded/warden.js');
  const plan = { dataFolder: folder.path, postgres: null, temporal };
  return { warden: await startWarden(entry, plan, () => undefined), remove: folder.remove };
}

async function open(release: string, withTemporal: boolean): Promise<Opened> {
  const database = await createEmptyDatabase();
  await restoreStored(database.ownerUrl, read(release, 'database.copy.gz'));
  const stored = await entriesOf(database.adminUrl);
  const { applied } = await applySchemaChanges(database.ownerUrl, appRole);
  const engine = withTemporal ? await temporalOf(release) : null;
  const made = await createRig(engine?.warden.servers.temporal?.address, database);
  const rig = withTemporal ? { ...made, taskQueue: productQueue } : made;
  const runs = new Map<string, string>();
  if (withTemporal)
    for (const chain of chainsOf(stored)) runs.set(chain, (await workflowOf(rig, chain).describe()).runId);
  const stopWorker = await startLivingWorker(rig);
  const { parts, operatorToken } = partsOn(rig);
  // As the first start of this version does.
  await openProgramme(parts, '', async () => undefined, new AbortController().signal);
  const close = async () => {
    await stopWorker();
    await rig.close();
    await engine?.warden.stop();
    engine?.remove();
  };
  return { rig, runs, stored, applied, parts, asking: askingOf(parts, operatorToken), close };
}

const ways = releases.flatMap((release) => [
  { release, withTemporal: true, how: 'with its Temporal' },
  { release, withTemporal: false, how: 'without its Temporal' },
]);

it('there is one of every release whose data is kept', () => expect(releases).toContain('0.2.0'));

describe.each(ways)('an installation of $release, opened $how', ({ release, withTemporal }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(release, withTemporal);
  });
  afterAll(() => opened.close());

  const standingOf = (chain: string) => workflowOf(opened.rig, chain).query<RunState<unknown>>('snapshot');
  const path = (code: string, system: string) => `/programmes/${code}/systems/${system}`;
  const clean = async () => {
    for (const programme of [REHEARSAL, REAL]) {
      const verified = await opened.rig.ledger.verify({ programme, decide: true });
      expect([programme, verified]).toEqual([programme, expect.objectContaining({ ok: true })]);
    }
  };
  async function act(code: string, system: string, given: object, who: { as?: string; cookie?: string }) {
    const { row, setting } = await opened.asking.answered(systemView, 'GET', path(code, system), who);
    const body = {
      ...{
        occurredOn: setting.today,
        seenVersion: row.version,
        requestId: `upgraded-${system}-${row.version}`,
      },
      ...given,
    };
    return opened.asking.answered(submitted, 'POST', `${path(code, system)}/events`, { ...who, body });
  }

  it('has the schema of today, and every run stands where its chain does', async () => {
    expect((await applySchemaChanges(opened.rig.database.ownerUrl, appRole)).applied).toEqual([]);
    await opened.parts.health.watch.round();
    for (const chain of chainsOf(opened.stored)) {
      const head = opened.stored.findLast((entry) => entry.chain === chain);
      const follows = async () =>
        expect((await standingOf(chain)).seq).toBeGreaterThanOrEqual(head?.seq ?? 0);
      await vi.waitFor(follows, { timeout: 60_000, interval: 100 });
      const { runId } = await workflowOf(opened.rig, chain).describe();
      if (withTemporal) expect([chain, runId]).toEqual([chain, opened.runs.get(chain)]);
    }
  });

  it('is proven whole, each event decided again', clean);

  it('shows what it showed on the day it was stored', async () => {
    const reads = Object.entries(readsIn(release));
    expect(reads.length).toBeGreaterThan(15);
    for (const [asked, then] of reads) {
      const now: unknown = await opened.asking.answered(z.unknown(), 'GET', asked, { as: 'operator' });
      expect([asked, asKnownThen(settled(now), then)]).toMatchObject([asked, settled(then)]);
    }
  });

  it('takes the acts that were waited for, and what follows from them', async () => {
    const approve = { fact: { type: 'gate.approved', phase: 'survey' }, post: 'group' };
    await act(REHEARSAL, 'juki', approve, { as: 'group-b' });
    const back = { fact: { type: 'goingBack.approved', to: 'joining' }, post: 'committee' };
    await act(REHEARSAL, 'renkei', back, { as: 'committee-b' });
    const held = { fact: { type: 'migration.resumed', reason: '再開' }, post: 'office' };
    await act(REHEARSAL, 'zei', held, { as: 'office-b' });
    const platform = { as: 'office-a' };
    const heard = async () => {
      const news = (await entriesOf(opened.rig.database.adminUrl)).filter(({ body }) =>
        body.includes('"milestone.withdrawn"'),
      );
      expect(news.map(({ chain }) => chain)).toContain(`${REHEARSAL}/fukushi`);
    };
    await vi.waitFor(heard, { timeout: 30_000, interval: 200 });
    const { setting } = await opened.asking.answered(systemView, 'GET', path(REHEARSAL, 'juki'), platform);
    const to = `${Number(setting.today.slice(0, 4)) + 1}-08-10T09:00:00+09:00`;
    const clock = `/programmes/${REHEARSAL}/clock`;
    const body = { to, post: 'office', requestId: 'upgraded-clock' };
    const moved = await opened.asking.answered(clockMoved, 'POST', clock, { ...platform, body });
    expect(moved.fired).toBeGreaterThan(5);
  });

  it('lets the people of the real city in with the passwords they had, and takes their acts', async () => {
    const session = await signIn(opened.asking, 'real-group-a', PASSWORD);
    expect(session.status).toBe(200);
    const cookie = cookieOf(session);
    const approve = { fact: { type: 'gate.approved', phase: 'choice' }, post: 'group' };
    const { seq } = await act(REAL, 'juki', approve, { cookie });
    expect(seq).toBe((opened.stored.findLast(({ chain }) => chain === `${REAL}/juki`)?.seq ?? 0) + 1);
  });

  it('has every entry as it was, byte for byte, and what was added continues it', async () => {
    const now = await entriesOf(opened.rig.database.adminUrl);
    const there = new Map(now.map((entry) => [`${entry.chain} ${entry.seq}`, entry]));
    expect(opened.stored.map(({ chain, seq }) => there.get(`${chain} ${seq}`))).toEqual(opened.stored);
    expect(now.length).toBeGreaterThan(opened.stored.length + 8);
    await clean();
  });
});
