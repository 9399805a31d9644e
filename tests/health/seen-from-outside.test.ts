// A run that ails on real servers, as an operator sees it: named within a minute at /readyz, /metrics and by the command's
// exit code, and well again once the cause is gone, with nothing restarted and no act lost.
import { type ServerType, serve } from '@hono/node-server';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../host/process/ports.ts';
import { chainOf } from '../../machines/record/chain.ts';

import { submitted } from '../../server/contract/entries.ts';
import { doctorReport, readiness } from '../../server/contract/health.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import type { Illness } from '../../server/health/verdict.ts';
import { workflowIdOf } from '../../server/health/workflow-id.ts';
import { workflowCode } from '../../setup/build.mjs';
import { buildCommand, createHome, type Home } from '../cli/command.ts';
import { openTown, startLivingWorker, type Town } from '../server/town.ts';
import { BROKEN_FOR } from './broken-build.ts';
import { STRAYED_FOR } from './other-build.ts';

/** A minute; and half of one, for a machine that does other things besides. */
const NAMED_MS = 90_000;
/** An engine tries a failing task again after ever longer whiles. */
const WELL_MS = 300_000;
const LIMIT_MS = 600_000;

let town: Town;
let served: ServerType;
let url: string;
let home: Home;
const watching = new AbortController();
let watched: Promise<void>;
let stopWorker: () => Promise<void>;

beforeAll(async () => {
  await buildCommand();
  town = await openTown({ answerMs: 8_000 });
  stopWorker = town.stopWorker;
  town.parts.health.readiness.markLoaded();
  const port = await freePort();
  served = serve({ fetch: town.app.hono.fetch, hostname: '127.0.0.1', port });
  url = `http://127.0.0.1:${port}`;
  home = createHome({ SEKIMORI_URL: url, SEKIMORI_TOKEN: town.operatorToken });
  watched = town.parts.health.watch.watch(watching.signal);
  await untilWell();
}, LIMIT_MS);
afterAll(async () => {
  watching.abort();
  await watched;
  served.close();
  home.remove();
  await stopWorker();
  await town.close();
});

const chainOfSystem = (system: string) => chainOf(town.code, system);
const handleOf = (chain: string) => town.rig.client.workflow.getHandle(workflowIdOf(chain));
const runOf = async (chain: string) => (await handleOf(chain).describe()).runId;
const ready = async () => readiness.parse(await (await fetch(`${url}/readyz`)).json());
const doctor = async () => {
  const { code, json } = await home.run(['doctor', '--json', '--as', 'dx-tanaka']);
  return { code, report: doctorReport.parse(json()) };
};
const countOf = async (kind: Illness | 'well') => {
  const found = new RegExp(`sekimori_runs\\{state="${kind}"\\} (\\d+)`).exec(await town.app.metrics.text());
  return Number(found?.[1]);
};

/** Others may be slow to answer meanwhile. @returns the cause that the doctor gives */
async function untilNamed(chain: string, kind: Illness): Promise<string> {
  const named = expect.objectContaining({ chain, kind });
  await vi.waitFor(
    async () => expect((await ready()).detail.ill, `${chain} named as ${kind}`).toContainEqual(named),
    { timeout: NAMED_MS, interval: 250 },
  );
  expect(await countOf(kind)).toBeGreaterThan(0);
  const { code, report } = await doctor();
  expect(code).toBe(1);
  expect(report.ill).toContainEqual(named);
  return report.ill.find((run) => run.chain === chain)?.cause ?? '';
}

async function untilWell(): Promise<void> {
  await vi.waitFor(
    async () => {
      const { detail } = await ready();
      expect([detail.ill, detail.waitedFor, detail.lookedAt === null], 'every run well').toEqual([
        [],
        0,
        false,
      ]);
    },
    { timeout: WELL_MS, interval: 250 },
  );
}

/** The product's workflows, put together as its own are, from another beginning. */
const otherBuild = async (name: string) => ({
  code: await workflowCode(`tests/health/${name}.ts`, `dist/tests/health/${name}.js`),
});

let requests = 0;
/** An act of the office, to be sent as often as one likes. */
async function actOn(system: string) {
  requests += 1;
  const path = `/programmes/${town.code}/systems/${system}`;
  const { row } = await town.answered(systemView, 'GET', path, { as: 'dx-ito' });
  const month = 1 + (requests % 9);
  const fact = {
    type: 'plan.changed',
    phase: 'development',
    startOn: `2024-0${month}`,
    endOn: '2025-01',
    reason: '見直し',
  };
  const body = {
    requestId: `seen/${requests}`,
    post: 'dx-office',
    fact,
    occurredOn: '2023-11-16',
    seenVersion: row.version,
  };
  const asking = { as: 'dx-ito', body };
  return {
    recorded: async () => {
      const { seq } = await town.answered(submitted, 'POST', `${path}/events`, asking);
      expect(seq).toBe(row.version + 1);
    },
    unanswered: async () =>
      expect(await town.refused('POST', `${path}/events`, asking)).toMatchObject({
        status: 503,
        code: 'unanswered',
      }),
  };
}
const acted = async (system: string) => (await actOn(system)).recorded();

/** As whoever may do anything to the database, past its guards. */
async function pastGuards(act: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  const admin = postgres(town.rig.database.adminUrl, { max: 1, onnotice: () => undefined });
  await admin.begin(async (sql) => {
    await sql`alter table entry disable trigger append_only`;
    await act(sql);
    await sql`alter table entry enable always trigger append_only`;
  });
  await admin.end();
}

describe('a run that fails its task', () => {
  it(
    'is named and goes on as the same run once a sound build is there',
    async () => {
      const chain = chainOfSystem(BROKEN_FOR);
      const run = await runOf(chain);
      const act = await actOn(BROKEN_FOR);
      await stopWorker();
      const workflowBundle = await otherBuild('broken-build');
      const stopBroken = await startLivingWorker(town.rig, { workflowBundle });
      await act.unanswered();
      expect(await untilNamed(chain, 'failing')).toContain('a broken build');
      await acted('kaigo'); // the others serve
      expect((await ready()).ready).toBe(true);
      await stopBroken();
      stopWorker = await startLivingWorker(town.rig);
      await untilWell();
      await act.recorded();
      expect(await runOf(chain)).toBe(run);
      await acted(BROKEN_FOR);
    },
    LIMIT_MS,
  );

  it(
    'of what stands in its ledger is named, and goes on once that is mended',
    async () => {
      const chain = chainOfSystem('juki');
      await acted('juki');
      const act = await actOn('juki');
      const last = await town.rig.ledger.head(chain);
      if (!last) throw new Error('an act stands');
      await pastGuards(
        (sql) => sql`update entry set snapshot = '{' where chain = ${chain} and hash = ${last.hash}`,
      );
      await handleOf(chain).terminate('an operator’s mistake');
      await act.unanswered();
      const run = await runOf(chain);
      expect(await untilNamed(chain, 'failing')).toMatch(/JSON/);
      await acted('kaigo');
      await pastGuards(
        (sql) =>
          sql`update entry set snapshot = ${last.snapshot} where chain = ${chain} and hash = ${last.hash}`,
      );
      await untilWell();
      await act.recorded();
      expect(await runOf(chain)).toBe(run);
      await acted('juki');
    },
    LIMIT_MS,
  );
});

describe('a run that is ahead of its ledger', () => {
  it(
    'is named, holds acts up, and takes them once the record is whole again',
    async () => {
      const chain = chainOfSystem('kaigo');
      await acted('kaigo');
      const act = await actOn('kaigo');
      const last = await town.rig.ledger.head(chain);
      if (!last) throw new Error('an act stands');
      await pastGuards((sql) => sql`delete from entry where chain = ${chain} and hash = ${last.hash}`);
      await act.unanswered();
      expect(await untilNamed(chain, 'ahead')).toContain(last.hash.slice(0, 12));
      const run = await runOf(chain);
      const { body, hash, snapshot, effects } = last;
      await pastGuards(
        (sql) =>
          sql`insert into entry (body, hash, snapshot, effects) values (${body}, ${hash}, ${snapshot}, ${effects})`,
      );
      await untilWell();
      await act.recorded();
      expect(await runOf(chain)).toBe(run);
      await acted('kaigo');
      expect(await town.rig.ledger.verify({ programme: town.code, decide: true })).toMatchObject({
        ok: true,
      });
    },
    LIMIT_MS,
  );
});

describe('a run whose history is not what the code decides', () => {
  it(
    'is started over from the ledger, and no act is lost',
    async () => {
      const chain = chainOfSystem(STRAYED_FOR);
      await acted(STRAYED_FOR);
      const act = await actOn(STRAYED_FOR);
      const run = await runOf(chain);
      await stopWorker();
      const workflowBundle = await otherBuild('other-build');
      stopWorker = await startLivingWorker(town.rig, { workflowBundle });
      await act.unanswered();
      await vi.waitFor(async () => expect(await runOf(chain), 'another run').not.toBe(run), {
        timeout: WELL_MS,
        interval: 250,
      });
      await untilWell();
      await act.recorded();
      expect(await town.app.metrics.text()).toContain('sekimori_healed_total{kind="strayed"} 1');
      // Back to the build before: what the other one began has strayed in its turn.
      await stopWorker();
      stopWorker = await startLivingWorker(town.rig);
      const last = await actOn(STRAYED_FOR);
      await vi.waitFor(() => last.recorded(), { timeout: WELL_MS, interval: 250 });
      expect(await town.rig.ledger.verify({ programme: town.code, decide: true })).toMatchObject({
        ok: true,
      });
    },
    LIMIT_MS,
  );
});

describe('a run that is gone while no worker lives', () => {
  it(
    'is named, and is there again with everything once one does',
    async () => {
      const chain = chainOfSystem('shugaku');
      const act = await actOn('shugaku');
      await stopWorker();
      await handleOf(chain).terminate('lost with its host');
      await untilNamed(chain, 'gone');
      expect((await ready()).ready).toBe(false);
      await act.unanswered();
      stopWorker = await startLivingWorker(town.rig);
      await untilWell();
      await act.recorded();
      await acted('shugaku');
    },
    LIMIT_MS,
  );
});
