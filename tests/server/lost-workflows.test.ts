// Temporal has lost workflows: a round of the watch runs them again from the record, a rehearsal's clock goes on where it
// stood, and what runs is left alone.

import { type WorkflowHandle, WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { chainOf } from '../../machines/record/chain.ts';

import { bodyOf } from '../../machines/record/reader.ts';
import { newProgramme } from '../../seeds/new-programme.ts';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { migrationWorkflowId, programmeWorkflowId, type RunState } from '../../workflows/messages.ts';
import { folder } from '../seeds/folder.ts';
import { freshTownCode, openTown, startLivingWorker, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(() => town.close());

/** By their chains: a programme's own, and its migrations'. */
const chains = (code: string, ...systems: string[]) => [
  chainOf(code),
  ...systems.map((system) => chainOf(code, system)),
];
function workflowOf(chain: string): WorkflowHandle {
  const [code = '', system] = chain.split('/');
  const id = system === undefined ? programmeWorkflowId(code) : migrationWorkflowId(code, system);
  return town.rig.client.workflow.getHandle(id);
}
async function ofEach<T>(asked: string[], ask: (chain: string) => Promise<T>): Promise<Record<string, T>> {
  const answers = await Promise.all(asked.map(async (chain) => [chain, await ask(chain)] as const));
  return Object.fromEntries(answers);
}

const standingOf = (chain: string) => workflowOf(chain).query<RunState<unknown>>('snapshot');
const positionOf = async (chain: string) => {
  const { seq, head } = await standingOf(chain);
  return { seq, head };
};
const recordedPositionOf = async (chain: string) => {
  const entry = await town.rig.ledger.head(chain);
  return entry && { seq: bodyOf(entry).seq, head: entry.hash };
};
/** How far the rehearsal's clock is from the wall's. */
const offsetMsOf = async (chain: string) => {
  const { clock } = await standingOf(chain);
  return clock.programmeMs - clock.wallMs;
};
const runOf = async (chain: string) => {
  const { runId, status } = await workflowOf(chain).describe();
  return { runId, status: status.name };
};

const terminated = async (chain: string): Promise<void> => {
  await workflowOf(chain).terminate('lost');
};
const deleted = async (chain: string): Promise<void> => {
  const { client } = town.rig;
  const { namespace } = client.options;
  const { workflowId } = workflowOf(chain);
  await client.workflowService.deleteWorkflowExecution({ namespace, workflowExecution: { workflowId } });
  const isGone = () => expect(workflowOf(chain).describe()).rejects.toThrow(WorkflowNotFoundError);
  await vi.waitFor(isGone, { timeout: 90_000, interval: 100 });
};

/** Loses some, starts, and sees that those and no others run anew, where the record and the clock stand. */
async function loseAndStart(lost: string[], kept: string[], lose: (chain: string) => Promise<void>) {
  const all = [...lost, ...kept];
  const runs = await ofEach(all, runOf);
  const offsets = await ofEach(all, offsetMsOf);
  const recorded = await ofEach(all, recordedPositionOf);
  for (const chain of lost) await lose(chain);

  await town.parts.health.watch.round();

  const runsNow = await ofEach(all, runOf);
  expect(await ofEach(kept, runOf)).toEqual(Object.fromEntries(kept.map((chain) => [chain, runs[chain]])));
  for (const chain of lost) {
    expect([chain, runsNow[chain]?.status]).toEqual([chain, 'RUNNING']);
    expect(runsNow[chain]?.runId).not.toBe(runs[chain]?.runId);
  }
  await vi.waitFor(
    async () =>
      expect(await ofEach(all, positionOf)).toEqual(
        Object.fromEntries(
          all.map((chain) => [chain, recorded[chain] ?? expect.objectContaining({ seq: 0 })]),
        ),
      ),
    { timeout: 90_000, interval: 100 },
  );
  expect(await ofEach(all, recordedPositionOf)).toEqual(recorded);
  expect(await ofEach(all, offsetMsOf)).toEqual(offsets);

  await town.parts.health.watch.round();
  expect(await ofEach(all, runOf)).toEqual(runsNow);
}

let requests = 0;
const request = () => {
  requests += 1;
  return { requestId: `lost/${requests}`, post: 'dx-office' };
};
const juki = () => `/programmes/${town.code}/systems/juki`;
async function replan(startOn: string): Promise<{ before: number; seq: number }> {
  const { row } = await town.answered(systemView, 'GET', juki(), { as: 'dx-ito' });
  const fact = { type: 'plan.changed', phase: 'development', startOn, endOn: '2025-01', reason: '見直し' };
  const body = { ...request(), fact, occurredOn: '2023-11-16', seenVersion: row.version };
  const { seq } = await town.answered(submitted, 'POST', `${juki()}/events`, { as: 'dx-ito', body });
  return { before: row.version, seq };
}
async function moveClock(to: string): Promise<string> {
  const body = { ...request(), to };
  const path = `/programmes/${town.code}/clock`;
  const { setting } = await town.answered(clockMoved, 'POST', path, { as: 'dx-tanaka', body });
  return setting.now;
}

describe('workflows that Temporal has lost', () => {
  it('run again after they were deleted, and take the next act and the next clock move', async () => {
    const [programme = '', lost = '', ...kept] = chains(town.code, 'juki', 'zei', 'kaigo');
    await replan('2024-02');
    await loseAndStart([programme, lost], kept, deleted);
    const { before, seq } = await replan('2024-03');
    expect(seq).toBe(before + 1);
    expect(await moveClock('2023-12-01T09:00:00+09:00')).toMatch(/^2023-12-01T09:/);
    for (const chain of [lost, ...kept]) expect((await standingOf(chain)).now).toMatch(/^2023-12-01T09:/);
  }, 360_000);

  it('run again after they were terminated, on the clock as it was moved last', async () => {
    const [programme = '', lost = '', ...kept] = chains(town.code, 'juki', 'zei', 'kaigo');
    await moveClock('2024-01-05T09:00:00+09:00');
    await loseAndStart([programme, lost], kept, terminated);
    expect((await standingOf(programme)).now).toMatch(/^2024-01-05T09:/);
    const { before, seq } = await replan('2024-04');
    expect(seq).toBe(before + 1);
    expect(await town.rig.ledger.verify({ programme: town.code, decide: true })).toMatchObject({ ok: true });
  }, 360_000);

  it('go on by their programme’s clock where nothing is recorded yet', async () => {
    const code = freshTownCode();
    const given = { code, name: '見本市', today: '2026-04-01' };
    const made = newProgramme(await readSeedFolder(folder('template')), given);
    if (made.status !== 'made') throw new Error(made.refusal.code);
    expect(await town.parts.loader.load(made.files)).toMatchObject({ status: 'loaded' });
    await town.parts.loader.complete(code);
    expect(await town.rig.ledger.heads(code)).toMatchObject([{ chain: code, seq: 2 }]); // its key, and who holds what
    const [programme = '', lost = '', ...others] = chains(code, 'juki', 'zei');
    await loseAndStart([lost], [programme, ...others], deleted);
    await loseAndStart([programme], [lost, ...others], terminated);
  }, 360_000);
});

describe('a server that has not asked for a programme’s clock yet', () => {
  it('says that it is not ready while no worker answers, and serves once one does', async () => {
    const path = `/programmes/${town.code}/systems/juki`;
    await town.stopWorker();
    town.parts.clocks.forget(town.code);
    const away = await town.refused('GET', path, { as: 'dx-ito' });
    expect(away).toMatchObject({ status: 503, code: 'notReady' });
    const stop = await startLivingWorker(town.rig);
    await vi.waitFor(() => town.answered(systemView, 'GET', path, { as: 'dx-ito' }), 60_000);
    await stop();
  }, 180_000);
});
