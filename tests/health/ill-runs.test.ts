// What ails a run is seen, named and, where the ledger can heal it, healed without a restart; what is well is left alone.

import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';

import { accountView } from '../../server/contract/accounts.ts';
import { submitted } from '../../server/contract/entries.ts';
import { doctorReport, readiness } from '../../server/contract/health.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { verification } from '../../server/contract/verification.ts';
import { workflowIdOf } from '../../server/health/workflow-id.ts';
import { snapshotQuery } from '../../workflows/messages.ts';
import { openTown, type Town } from '../server/town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
  town.parts.health.readiness.markLoaded();
  await round();
});
afterAll(() => town.close());

const round = () => town.parts.health.watch.round();
const untilWell = () =>
  vi.waitFor(
    async () => {
      await round();
      expect((await ready()).detail.ill).toEqual([]);
    },
    { timeout: 180_000, interval: 100 },
  );
const chainOfSystem = (system: string) => chainOf(town.code, system);
const handleOf = (chain: string) => town.rig.client.workflow.getHandle(workflowIdOf(chain));
const runOf = async (chain: string) => (await handleOf(chain).describe()).runId;
/** Ends the runs of chains, and watches until another runs for each: what Temporal lists is a moment behind. */
async function loseAndWait(chains: readonly string[], why: string): Promise<void> {
  const before = await Promise.all(chains.map(runOf));
  await Promise.all(chains.map((chain) => handleOf(chain).terminate(why)));
  await vi.waitFor(
    async () => {
      await round();
      const now = await Promise.all(chains.map(runOf));
      expect(now.filter((run, index) => run === before[index])).toEqual([]);
    },
    { timeout: 180_000, interval: 100 },
  );
  await untilWell();
}
const ready = async () =>
  readiness.parse(await (await town.app.hono.request('http://town.test/readyz')).json());
const doctor = () => town.answered(doctorReport, 'GET', '/doctor', { as: 'dx-tanaka' });
const measured = () => town.app.metrics.text();
const healedCount = async (kind: string): Promise<number> => {
  const found = new RegExp(`sekimori_healed_total\\{kind="${kind}"\\} (\\d+)`).exec(await measured());
  return Number(found?.[1]);
};
const partOf = async (part: string) => (await doctor()).parts.find((one) => one.part === part);

let requests = 0;
const act = async (system: string) => {
  requests += 1;
  const path = `/programmes/${town.code}/systems/${system}`;
  const { row } = await town.answered(systemView, 'GET', path, { as: 'dx-ito' });
  const fact = {
    type: 'plan.changed',
    phase: 'development',
    startOn: `2024-0${1 + (requests % 9)}`,
    endOn: '2025-01',
    reason: '見直し',
  };
  const body = {
    requestId: `ill/${requests}`,
    post: 'dx-office',
    fact,
    occurredOn: '2023-11-16',
    seenVersion: row.version,
  };
  return { before: row.version, path: `${path}/events`, asking: { as: 'dx-ito', body } };
};
const acted = async (system: string) => {
  const { before, path, asking } = await act(system);
  const { seq } = await town.answered(submitted, 'POST', path, asking);
  expect(seq).toBe(before + 1);
};

describe('a run that is well', () => {
  it('is looked at and left alone', async () => {
    const runs = await Promise.all(['juki', 'zei'].map((system) => runOf(chainOfSystem(system))));
    await round();
    expect(await Promise.all(['juki', 'zei'].map((system) => runOf(chainOfSystem(system))))).toEqual(runs);
    const { ready: isReady, detail } = await ready();
    expect(isReady).toBe(true);
    expect(detail).toMatchObject({ ill: [], workers: 1, waitedFor: 0 });
    const part = await partOf('runs');
    expect(part).toMatchObject({ ok: true, facts: { expected: detail.runs, seen: detail.runs, ill: 0 } });
  });

  it('keeps its doctor well, whatever of posts and calendars is to be looked to in time', async () => {
    expect(await partOf('ahead')).toMatchObject({ ok: true, facts: { found: [] } });
    const body = { post: 'legal-division', programme: town.code };
    await town.answered(accountView, 'POST', '/accounts/houki-shimizu/posts/end', { as: 'operator', body });
    const { ok, parts } = await doctor();
    const part = parts.find((one) => one.part === 'ahead');
    expect([ok, part?.ok]).toEqual([true, true]);
    expect(part?.facts.found).toEqual([{ programme: town.code, code: 'post.vacant' }]);
    expect(part?.notes?.map(({ ja }) => ja)).toEqual([expect.stringContaining('legal-division')]);
  });
});

describe('a run that is gone', () => {
  it('takes the next act at once: the door starts it anew and sends the act again', async () => {
    const chain = chainOfSystem('juki');
    const [run, healed] = [await runOf(chain), await healedCount('gone')];
    await handleOf(chain).terminate('an operator’s mistake');
    await acted('juki');
    expect(await runOf(chain)).not.toBe(run);
    await untilWell();
    expect(await healedCount('gone')).toBe(healed + 1);
    await acted('juki');
  });

  it('is started anew with all the others of its programme, the programme itself too', async () => {
    const chains = (await town.rig.ledger.drivenChains(town.code)).map(({ chain }) => chain);
    expect(chains.length).toBeGreaterThan(15);
    const healed = await healedCount('gone');
    // One that had no time to answer in the round that started it is well in the next.
    await loseAndWait(chains, 'all lost');
    expect(await healedCount('gone')).toBe(healed + chains.length);
    await acted('zei');
  }, 360_000);

  it('is named while nothing heals it, and started three times within ten minutes at most', async () => {
    const chain = chainOfSystem('kaigo'); // started once with all the others
    for (const _ of [2, 3]) await loseAndWait([chain], 'again');
    await handleOf(chain).terminate('and again');
    await vi.waitFor(
      async () => {
        await round();
        expect((await ready()).detail.ill).toMatchObject([{ chain, kind: 'gone' }]);
      },
      { timeout: 60_000, interval: 100 },
    );
    expect((await ready()).ready).toBe(true); // the others serve
    const report = await doctor();
    expect(report.ok).toBe(false);
    expect(report.ill).toMatchObject([{ chain, kind: 'gone', cause: 'TERMINATED' }]);
    expect(await measured()).toContain('sekimori_runs{state="gone"} 1');
    const kept = await town.rig.ledger.definitions.firstMigration(chain);
    if (!kept) throw new Error('no definition');
    const { clock } = await handleOf(town.code).query(snapshotQuery);
    await town.parts.starter.migration({ ...kept, clock }, []); // by hand
    await untilWell();
    await acted('kaigo');
  }, 360_000);
});

describe('a run that is behind its ledger', () => {
  it('is told to follow it', async () => {
    const chain = chainOfSystem('zei');
    await acted('zei');
    const { taskFinishId, before } = await beforeLastAct(chain);
    await town.rig.client.workflowService.resetWorkflowExecution({
      namespace: town.rig.client.options.namespace,
      workflowExecution: { workflowId: workflowIdOf(chain) },
      reason: 'an older Temporal was restored',
      requestId: `reset/${Date.now()}`,
      workflowTaskFinishEventId: taskFinishId,
      resetReapplyExcludeTypes: [1, 2],
    });
    const stale = await handleOf(chain).query(snapshotQuery);
    expect(stale.seq).toBeLessThan(before);
    const healed = await healedCount('behind');
    await untilWell();
    expect((await handleOf(chain).query(snapshotQuery)).seq).toBe(before);
    expect(await healedCount('behind')).toBe(healed + 1);
    expect((await ready()).detail.ill).toEqual([]);
    await acted('zei');
  }, 360_000);
});

/** The last workflow task that ended before the last act was taken, and the position after that act. */
async function beforeLastAct(chain: string) {
  const { history } = await town.rig.client.workflowService.getWorkflowExecutionHistory({
    namespace: town.rig.client.options.namespace,
    execution: { workflowId: workflowIdOf(chain) },
  });
  const events = history?.events ?? [];
  const accepted = events.filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).at(-1);
  const id = Number(accepted?.eventId ?? 0);
  const tasks = events.filter((event) => event.workflowTaskCompletedEventAttributes);
  const task = tasks.filter((event) => Number(event.eventId) < id).at(-1);
  if (!task?.eventId) throw new Error('no task before the last act');
  const { seq: before } = await handleOf(chain).query(snapshotQuery);
  return { taskFinishId: task.eventId, before };
}

describe('a run that somebody else has put in the place of ours', () => {
  const stateOf = (chain: string) => handleOf(chain).query(snapshotQuery);
  /** Ends ours, starts theirs under its id, and watches until ours runs again. */
  async function replaced(chain: string, type: string, taskQueue: string, args: unknown[]): Promise<string> {
    const [before, healed] = [await stateOf(chain), await healedCount('foreign')];
    await handleOf(chain).terminate('replaced');
    const workflowId = workflowIdOf(chain);
    await town.rig.client.workflow.start(type, { taskQueue, workflowId, args });
    const theirs = await runOf(chain);
    let cause = '';
    await vi.waitFor(
      async () => {
        await round();
        cause ||=
          (await doctor()).ill.find((one) => one.chain === chain && one.kind === 'foreign')?.cause ?? '';
        expect(await runOf(chain)).not.toBe(theirs);
      },
      { timeout: 120_000, interval: 100 },
    );
    await untilWell();
    expect(await healedCount('foreign')).toBe(healed + 1);
    const { seq, head, snapshot } = await stateOf(chain);
    expect([seq, head, snapshot]).toEqual([before.seq, before.head, before.snapshot]);
    return cause;
  }
  const startOf = async (chain: string) => {
    const kept = await town.rig.ledger.definitions.firstMigration(chain);
    if (!kept) throw new Error('no definition');
    return { ...kept, clock: (await stateOf(chain)).clock };
  };

  it('of another type, on another queue, is ended and ours started', async () => {
    await replaced(chainOfSystem('juki'), 'rogueWorkflow', 'nobody’s', []);
  }, 360_000);

  it('with a clock, a state or a definition that is not the record’s, too', async () => {
    const { taskQueue } = town.rig;
    const [clocked, stated] = [chainOfSystem('zei'), chainOfSystem('kokuho')];
    const start = await startOf(clocked);
    const clock = { ...start.clock, revision: 1e9, speed: 1e-9 };
    await replaced(clocked, 'migrationWorkflow', taskQueue, [{ ...start, clock }]);
    const { seq, head, snapshot } = await stateOf(stated);
    const context = { ...snapshot.context, drafters: ['nobody'] };
    const state = { seq, head, snapshot: { ...snapshot, context }, recordedMs: 0, requests: [] };
    const given = await startOf(stated);
    const carried = { state, clock: given.clock, awaited: [], announcing: [], visible: {} };
    await replaced(stated, 'migrationWorkflow', taskQueue, [{ ...given, carried }]);
  }, 360_000);
});

describe('a server that has only begun', () => {
  it('looks at every run before it verifies: what was restored without its runs is led to the end of the record first', async () => {
    // Started once, with all the others.
    const chains = ['nenkin', 'kouki'].map(chainOfSystem);
    await Promise.all(chains.map((chain) => handleOf(chain).terminate('another engine')));
    const listed = async () => {
      const ids: string[] = [];
      const query = "ExecutionStatus = 'Running'";
      for await (const { workflowId } of town.rig.client.workflow.list({ query })) ids.push(workflowId);
      return ids.filter((id) => chains.some((chain) => workflowIdOf(chain) === id));
    };
    await vi.waitFor(async () => expect(await listed()).toEqual([]), { timeout: 60_000, interval: 100 });
    const watching = new AbortController();
    const watched = town.parts.health.watch.watch(watching.signal);
    const path = `/programmes/${town.code}/verify`;
    const { checks } = await town.answered(verification, 'GET', path, { as: 'kansa-mori' });
    watching.abort();
    await watched;
    expect(checks.find(({ check }) => check === 'workflows')?.wrong).toEqual([]);
  }, 360_000);
});

describe('a run that is ahead of its ledger', () => {
  it('is named, and neither started anew nor told anything', async () => {
    const chain = chainOfSystem('kaigo');
    await acted('kaigo');
    await round();
    const { seq, head } = await handleOf(chain).query(snapshotQuery);
    const admin = postgres(town.rig.database.adminUrl, { max: 1, onnotice: () => undefined });
    await admin.begin(async (sql) => {
      await sql`alter table entry disable trigger append_only`;
      await sql`delete from entry where chain = ${chain} and seq = ${seq}`;
      await sql`alter table entry enable always trigger append_only`;
    });
    await admin.end();
    const run = await runOf(chain);
    await round();
    await round();
    expect((await ready()).detail.ill).toMatchObject([{ chain, kind: 'ahead' }]);
    expect((await doctor()).ill).toMatchObject([{ chain, cause: `#${seq} ${head.slice(0, 12)}` }]);
    expect((await partOf('record'))?.facts.lagging).toEqual([chain]);
    expect(await runOf(chain)).toBe(run);
    expect(await handleOf(chain).query(snapshotQuery)).toMatchObject({ seq, head });
  }, 360_000);
});

describe('a programme of whose loading nothing is said', () => {
  it('is named, since nobody watches its runs', async () => {
    const admin = postgres(town.rig.database.adminUrl, { max: 1, onnotice: () => undefined });
    await expect(admin`delete from programme_loading`).rejects.toMatchObject({ code: 'SK000' });
    await expect(admin`update programme_loading set completed_at = null`).rejects.toMatchObject({
      code: 'SK000',
    });
    await admin.begin(async (sql) => {
      await sql`alter table programme_loading disable trigger append_only`;
      await sql`delete from programme_loading`;
      await sql`alter table programme_loading enable always trigger append_only`;
    });
    await admin.end();
    expect(await partOf('loading')).toMatchObject({ ok: false, facts: { unfinished: [town.code] } });
  });
});
