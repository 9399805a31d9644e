// The stream of changes: who is told of what, within which time, and when it ends. The application is asked without a socket; what moves is
// heard from PostgreSQL.
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { submitted } from '../../server/contract/entries.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { beatTold, changesTold } from '../../server/contract/telling/changes.ts';
import { enterFirst, givePost, makePerson, openTown, shutAccount, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown();
});
afterAll(async () => {
  town.parts.changes.stop();
  await town.close();
});

interface Told {
  event: string;
  id: string;
  data: unknown;
}
const open: AbortController[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.abort();
});

const days = { from: '2023-04-01', until: '2024-03-31' };

/** A stream that is read as it comes: what it has said so far, and whether it has ended. */
async function listen(asking: Parameters<Town['ask']>[2], at: Town = town) {
  const answer = await at.ask('GET', `/programmes/${town.code}/changes`, asking);
  expect(answer.status).toBe(200);
  const told: Told[] = [];
  const state = { ended: false };
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const aborting = new AbortController();
  open.push(aborting);
  aborting.signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined));
  void (async () => {
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) told.push(read(block));
    }
    state.ended = true;
  })();
  const items = () =>
    told.flatMap(({ event, data }) => (event === 'change' ? changesTold.parse(data).items : []));
  const until = (event: string) =>
    vi.waitFor(() => expect(told.map((one) => one.event)).toContain(event), 30_000);
  await until('all');
  return { answer, told, items, state, until, leave: () => aborting.abort() };
}

function read(block: string): Told {
  const fields = Object.fromEntries(
    block.split('\n').map((line) => line.split(': ', 2).concat('') as [string, string]),
  );
  const data = /^data: (.*)$/m.exec(block)?.[1] ?? 'null';
  return { event: fields.event ?? '', id: fields.id ?? '', data: JSON.parse(data) };
}

let requests = 0;
/** An act in a system, by whoever may do it. */
async function move(system: string) {
  requests += 1;
  const path = `/programmes/${town.code}/systems/${system}`;
  const { row } = await town.answered(systemView, 'GET', path, { as: 'dx-ito' });
  const fact = {
    type: 'plan.changed',
    phase: 'development',
    startOn: '2024-01',
    endOn: `2025-0${requests}`,
    reason: '見直し',
  };
  const body = {
    fact,
    post: 'dx-office',
    occurredOn: '2023-11-16',
    requestId: `changes/${requests}`,
    seenVersion: row.version,
  };
  return (await town.answered(submitted, 'POST', `${path}/events`, { as: 'dx-ito', body })).seq;
}

describe('what is told', () => {
  it('is which system moved and how far, within two seconds, and nothing of what was recorded', async () => {
    const stream = await listen({ as: 'kansa-mori' });
    expect(stream.answer.headers.get('Content-Type')).toBe('text/event-stream');
    expect(stream.answer.headers.get('X-Accel-Buffering')).toBe('no');
    expect(stream.answer.headers.get('Cache-Control')).toContain('no-transform');
    const seq = await move('juki');
    await vi.waitFor(() => expect(stream.items()).toContainEqual({ system: 'juki', seq }), 2_000);
    for (const { event, data } of stream.told) {
      if (event === 'change') expect(Object.keys(data as object)).toEqual(['items']);
      for (const item of event === 'change' ? changesTold.parse(data).items : [])
        expect(Object.keys(item).sort()).toEqual(['seq', 'system']);
      if (event === 'beat') expect(beatTold.parse(data).today).toBe('2023-11-16');
    }
  });

  it('is no system that the reader may not see', async () => {
    const [own, all] = [await listen({ as: 'koseki-nakamura' }), await listen({ as: 'dx-ito' })];
    await move('juki');
    const seq = await move('koseki');
    await vi.waitFor(() => expect(own.items()).toContainEqual({ system: 'koseki', seq }), 10_000);
    await vi.waitFor(() => expect(all.items()).toContainEqual({ system: 'koseki', seq }), 10_000);
    expect(all.items().map(({ system }) => system)).toContain('juki');
    expect(own.items().map(({ system }) => system)).not.toContain('juki');
  });

  it('goes on where the reader left it, and says that all may have moved where that is not known', async () => {
    const first = await listen({ as: 'dx-ito' });
    const seq = await move('juki');
    await vi.waitFor(() => expect(first.items()).toContainEqual({ system: 'juki', seq }), 10_000);
    const mark = first.told.at(-1)?.id ?? '';
    first.leave();
    const missed = await move('koseki');
    const path = `/programmes/${town.code}/changes`;
    const again = await town.ask('GET', path, { as: 'dx-ito', headers: { 'Last-Event-ID': mark } });
    const reader = (again.body as ReadableStream<Uint8Array>).getReader();
    const said = new TextDecoder().decode((await reader.read()).value);
    await reader.cancel();
    expect(said).toContain(`{"items":[{"system":"koseki","seq":${missed}}]}`);
    await listen({ as: 'dx-ito', headers: { 'Last-Event-ID': 'another.12' } });
  });

  it('goes on after the connection that listens was cut, and says that all may have moved', async () => {
    const stream = await listen({ as: 'dx-ito' });
    const before = stream.told.filter(({ event }) => event === 'all').length;
    const cut = await town.rig.ledger.database.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query ilike 'listen%'`;
    expect(cut).toHaveLength(1);
    await vi.waitFor(
      () => expect(stream.told.filter(({ event }) => event === 'all').length).toBeGreaterThan(before),
      30_000,
    );
    const seq = await move('juki');
    await vi.waitFor(() => expect(stream.items()).toContainEqual({ system: 'juki', seq }), 10_000);
  });
});

describe('a stream', () => {
  it('ends when its reader is disabled, when their password changes and when they sign out', async () => {
    for (const [account, end] of [
      ['ch-shut', async () => void (await shutAccount(town, 'ch-shut'))],
      [
        'ch-reset',
        async () => void (await town.ask('POST', '/accounts/ch-reset/password', { as: 'dx-tanaka' })),
      ],
      ['ch-out', async (cookie: string) => void (await town.ask('DELETE', '/session', { cookie }))],
    ] as const) {
      const { password } = await makePerson(town, account, account);
      await givePost(town, account, { ...days, post: 'dx-office' });
      const cookie = await enterFirst(town, account, password);
      const stream = await listen({ cookie });
      await end(cookie);
      await move('juki');
      await vi.waitFor(() => expect(stream.state.ended).toBe(true), 30_000);
      expect(stream.told.at(-1)).toMatchObject({ event: 'ended', data: { code: 'notSignedIn' } });
    }
  });

  it('is the fifth of an account only once another of its own has ended', async () => {
    const four = [];
    for (let count = 0; count < 4; count += 1) four.push(await listen({ as: 'houki-shimizu' }));
    const path = `/programmes/${town.code}/changes`;
    expect(await town.refused('GET', path, { as: 'houki-shimizu' })).toMatchObject({ code: 'tooMany' });
    four[0]?.leave();
    await vi.waitFor(async () => void (await listen({ as: 'houki-shimizu' })), 30_000);
  });

  it('ends when the server stops', async () => {
    const stream = await listen({ as: 'dx-ito' });
    town.parts.changes.stop();
    await vi.waitFor(() => expect(stream.state.ended).toBe(true), 10_000);
  });
});
