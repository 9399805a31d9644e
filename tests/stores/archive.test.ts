// A programme is taken out as one file, proven from the file alone, handed over, and goes on in another installation: equal heads, runs
// started from the record, acts and timers as before. Where it comes from nothing more is recorded, whoever brings it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { keyOf, openHere } from '../../host/archive/open-here.ts';
import { readEnvironment } from '../../host/process/environment.ts';
import { readCheckpoint } from '../../ledger/archive/kept-checkpoint.ts';
import { proveArchive } from '../../ledger/archive/prove.ts';
import { readArchive } from '../../ledger/archive/read.ts';
import type { LedgerRefusal } from '../../ledger/chain/failure.ts';
import { requestKey } from '../../machines/record/claim.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { submitted } from '../../server/contract/entries.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { handedOver } from '../../server/contract/keeping.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { programmeList } from '../../server/contract/programmes.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { verification } from '../../server/contract/verification.ts';
import { liveHeads } from '../../server/door/live-heads.ts';
import { ownHeldKeys } from '../../server/keys/own-keys.ts';
import { signer, signerOfTests } from '../builders/signing.ts';
import { createRig, type Rig } from '../durable/rig.ts';
import { askingOf, openTown, partsOn, startLivingWorker, type Town } from '../server/town.ts';
import { createDatabase } from '../servers/database.ts';
import {
  changed,
  type Files,
  faultOf,
  filesIn,
  fitting,
  linesOf,
  lyingOfSize,
  packedFrom,
  rehashed,
  textOf,
} from './archive.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekimori-archive-'));
let town: Town;
let other: Rig;
let kept: Uint8Array;
let files: Files;

beforeAll(async () => {
  [town, other] = await Promise.all([openTown(), createRig()]);
  await act(town, 'migration.held');
  kept = await archived();
  files = filesIn(kept);
}, 600_000);
afterAll(async () => {
  await town.close();
  await other.close();
  rmSync(folder, { recursive: true, force: true });
});

async function archived(): Promise<Uint8Array> {
  const answer = await town.ask('GET', `/programmes/${town.code}/archive`, { as: 'operator' });
  expect(answer.status).toBe(200);
  return new Uint8Array(await answer.arrayBuffer());
}

let acts = 0;
async function act(at: Pick<Town, 'answered'>, type: 'migration.held' | 'migration.resumed') {
  acts += 1;
  const path = `/programmes/${town.code}/systems/juki`;
  const { row } = await at.answered(systemView, 'GET', path, { as: 'operator' });
  const fact = { type, reason: '書庫の試験' };
  const event = { fact, post: 'dx-office', occurredOn: '2023-11-16', requestId: `archive/${acts}` };
  const body = { ...event, seenVersion: row.version };
  return at.answered(submitted, 'POST', `${path}/events`, { as: 'dx-ito', body });
}

const chain = (system = 'juki') => `chains/${town.code}/${system}.jsonl`;
const environment = (over: Record<string, string> = {}) =>
  readEnvironment({
    SEKIMORI_DATA: folder,
    DATABASE_URL: other.database.appUrl,
    SEKIMORI_OWNER_DATABASE_URL: other.database.ownerUrl,
    ...over,
  });
const opened = (packed: Uint8Array, lost: string | null = null, onlyCheck = false) =>
  openHere(environment(), readArchive(packed), { lost, onlyCheck });
const headsAt = (rig: Rig) => rig.ledger.heads(town.code);

describe('an archive', () => {
  it('is of the machine’s administrators alone, the same bytes each time, and proven without any server', async () => {
    const asked = await town.refused('GET', `/programmes/${town.code}/archive`, { as: 'dx-tanaka' });
    expect(asked.code).toBe('forbidden');
    expect(Buffer.compare(await archived(), kept)).toBe(0);
    expect(await faultOf(kept)).toBeNull();
    const { manifest } = readArchive(kept);
    expect(manifest.heads).toEqual(await headsAt(town.rig));
    const whole = files.map(([, text]) => text).join('\n');
    for (const { password } of town.accounts) expect(whole).not.toContain(password);
    const people = files.find(([path]) => path === 'people.jsonl')?.[1] ?? '';
    expect(people).toContain('"account":"dx-ito"');
  });

  it('that was altered anywhere is refused, each for what is wrong', async () => {
    const half = Math.floor(kept.length / 2);
    const flipped = Uint8Array.from(kept, (byte, at) => (at === half ? byte ^ 1 : byte));
    expect(await faultOf(flipped)).toMatch(/^file\.(broken|differs)$/);
    expect(await faultOf(kept.subarray(0, kept.length - 30))).toBe('file.broken');
    expect(await faultOf(new Uint8Array(100))).toBe('file.broken');
    const cut = changed(files, chain(), (text) => textOf(linesOf(text).slice(0, -1)));
    expect(await faultOf(packedFrom(cut))).toBe('file.differs');
    const cases: [string, Files][] = [
      ['file.strange', [...files, ['more.txt', 'more']]],
      ['file.strange', [['../outside.jsonl', ''], ...files]],
      ['file.strange', [...files.slice(1), ...files.slice(0, 1)]],
      ['file.missing', files.filter(([path]) => path !== chain())],
      ['file.missing', files.filter(([path]) => path !== 'manifest.json')],
      ['line.unreadable', fitting(changed(files, chain(), (text) => text.replace('"hash":', ' "hash":')))],
      [
        'line.strange',
        changed(files, 'manifest.json', (text) =>
          text.replace(`"programme":"${town.code}"`, '"programme":"131121"'),
        ),
      ],
      [
        'derived.differs',
        fitting(changed(files, 'people.jsonl', (text) => text.replace('dx-ito', 'dx-itu'))),
      ],
    ];
    for (const [code, altered] of cases)
      expect([code, await faultOf(packedFrom(altered))]).toEqual([code, code]);
  });

  it('that claims to hold more than is read is refused before it is inflated', async () => {
    expect(await faultOf(lyingOfSize(kept, 0xffff_fff0))).toBe('file.tooLarge');
    expect(await faultOf(lyingOfSize(kept, 4 * 1024))).toBe('file.differs');
  });

  it('whose chains were altered and hashed anew is wrong by the record’s own proof', async () => {
    const last = linesOf(files.find(([path]) => path === chain())?.[1] ?? '').length;
    const said = (text: string) =>
      rehashed(text, last, (body) => ({ ...body, fact: { ...body.fact, reason: '別の理由' } }));
    const of = `${town.code}/juki`;
    expect(await faultOf(packedFrom(fitting(changed(files, chain(), said))))).toContain(`${of} signature`);
    const swapped = (text: string) => textOf(linesOf(text).toReversed());
    expect(await faultOf(packedFrom(fitting(changed(files, chain(), swapped))))).toContain(`${of} place`);
    const other = (text: string) => text.replace('2026', '2027');
    const parts = packedFrom(fitting(changed(files, 'parts.jsonl', other)));
    expect(await faultOf(parts)).toMatch(/definitionRow/);
  });

  it('is compared with a checkpoint that was kept elsewhere: a tail cut off before it was taken shows by that alone', async () => {
    const taken = await (
      await town.ask('GET', `/programmes/${town.code}/checkpoint`, { as: 'operator' })
    ).text();
    const against = async (packed: Uint8Array, text: string) => {
      const found = readCheckpoint(text, town.code);
      if (found.status !== 'whole') return found.status;
      const { ok, wrong } = await proveArchive(readArchive(packed), found.signed);
      return ok ? 'ok' : wrong.map(({ chain: of, what }) => `${of} ${what}`);
    };
    expect(await against(kept, taken)).toBe('ok');
    const shorter = packedFrom(
      fitting(changed(files, chain(), (text) => textOf(linesOf(text).slice(0, -1)))),
    );
    expect(await faultOf(shorter)).toBeNull();
    expect(await against(shorter, taken)).toEqual([`${town.code}/juki cutOff`]);
    const { checkpoint } = JSON.parse(taken);
    const strange = JSON.stringify(signerOfTests(7).signCheckpoint(checkpoint));
    expect(await against(kept, strange)).toEqual([`${town.code} checkpointKey`]);
    expect(await against(kept, taken.replace(/"seq": ?\d+/u, '"seq":99'))).toBe('altered');
    expect(await against(kept, '{}')).toBe('unreadable');
    expect(await against(kept, taken.replace('"digest"', '"digest":"", "digest"'))).toBe('unreadable');
    expect(readCheckpoint(taken, '999999').status).toBe('ofAnother');
  });

  it('that was not handed over is opened only where what it comes from is lost, which is seen for ever', async () => {
    const refused = { fault: { code: 'open.notHandedOver', programme: town.code } };
    await expect(opened(kept)).rejects.toMatchObject(refused);
    const database = await createDatabase();
    const rig = await createRig(undefined, database);
    const at = environment({
      DATABASE_URL: database.appUrl,
      SEKIMORI_OWNER_DATABASE_URL: database.ownerUrl,
    });
    await openHere(at, readArchive(kept), { lost: '庁舎の火災', onlyCheck: false });
    const found = await rig.ledger.verify({ programme: town.code, decide: true });
    expect(found).toMatchObject({ ok: true, wrong: [] });
    const remarks = found.checks.flatMap((checked) => checked.remarks);
    expect(remarks).toMatchObject([{ chain: town.code, what: 'broken' }]);
    await rig.close();
  });
});

describe('a programme that is handed over', () => {
  it('is given to another installation’s key alone', async () => {
    const path = `/programmes/${town.code}/handover`;
    const { publicKey } = keyOf(environment());
    expect((await town.refused('POST', path, { as: 'dx-tanaka', body: { publicKey } })).code).toBe(
      'forbidden',
    );
    for (const wrong of [signer.publicKey, 'A'.repeat(44)]) {
      const asked = await town.refused('POST', path, { as: 'operator', body: { publicKey: wrong } });
      expect([asked.status, asked.issues?.[0]?.field]).toEqual([422, 'publicKey']);
    }
    const done = await town.answered(handedOver, 'POST', path, { as: 'operator', body: { publicKey } });
    expect(done).toMatchObject({ key: keyOf(environment()).id, repeated: false });
    const again = await town.answered(handedOver, 'POST', path, { as: 'operator', body: { publicKey } });
    expect(again).toMatchObject({ seq: done.seq, repeated: true });
  });

  it('records nothing more where it was, says so, and can be read and proven there', async () => {
    await expect(act(town, 'migration.resumed')).rejects.toThrow(/409.*programme\.handedOver/);
    const live = await liveHeads(town.rig.client, { code: town.code, systems: ['juki', 'kokuho'] });
    expect(live.map(({ head }) => head)).toEqual(['absent', 'absent', 'absent']);
    await town.parts.health.watch.round();
    const later = await liveHeads(town.rig.client, { code: town.code, systems: ['juki'] });
    expect(later.map(({ head }) => head)).toEqual(['absent', 'absent']);
    const { items } = await town.answered(programmeList, 'GET', '/programmes', { as: 'operator' });
    expect(items.map(({ code }) => code)).toEqual([town.code]);
    const path = `/programmes/${town.code}/verify`;
    const found = await town.answered(verification, 'GET', path, { as: 'operator' });
    expect(found).toMatchObject({ ok: true });
    const { parts } = await town.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
    expect(parts.filter(({ part, ok }) => !ok && ['keys', 'runs', 'loading'].includes(part))).toEqual([]);
  });

  it('goes on where it is opened: first looked at, then whole, with equal heads, clean, once', async () => {
    const packed = await archived();
    expect(await faultOf(packed)).toBeNull();
    expect((await opened(packed, null, true)).status).toBe('opened');
    expect(await headsAt(other)).toEqual([]);
    await expect(opened(packed, 'fire')).rejects.toMatchObject({ fault: { code: 'open.notLost' } });
    expect((await opened(packed)).status).toBe('opened');
    const before = new Map(readArchive(packed).manifest.heads.map((head) => [head.chain, head]));
    for (const head of await headsAt(other))
      if (head.chain !== town.code) expect(head).toEqual(before.get(head.chain));
    const programme = before.get(town.code);
    expect(await other.ledger.entries(town.code, (programme?.seq ?? 0) - 1, 2)).toMatchObject([
      { hash: programme?.hash },
      { body: expect.stringContaining('"type":"programme.takenUp"') },
    ]);
    expect((await opened(packed)).status).toBe('stands');
    await expect(opened(kept, 'fire')).resolves.toMatchObject({ status: 'stands' });
    const found = await other.ledger.verify({ programme: town.code, decide: true });
    expect(found).toMatchObject({ ok: true, wrong: [] });
  });

  it('has its runs there, takes acts and moves its clock; and what is recorded there is let in nowhere else', async () => {
    const stop = await startLivingWorker(other);
    const { parts, operatorToken } = partsOn(other, {}, ownHeldKeys(folder));
    const there = askingOf(parts, operatorToken);
    await parts.health.watch.round();
    const driven = await other.ledger.drivenChains();
    expect(driven.length).toBe(readArchive(kept).manifest.heads.length);
    await act(there, 'migration.resumed');
    const moved = await there.answered(clockMoved, 'POST', `/programmes/${town.code}/clock`, {
      as: 'dx-tanaka',
      body: { to: '2024-04-02T09:00:00+09:00', post: 'dx-office', requestId: 'archive/clock' },
    });
    expect(moved.fired).toBeGreaterThan(0);
    const path = `/programmes/${town.code}/verify`;
    await vi.waitFor(
      async () => {
        const found = await there.answered(verification, 'GET', path, { as: 'operator' });
        expect(found).toMatchObject({ ok: true, firstWrong: null });
      },
      { timeout: 60_000, interval: 1_000 },
    );
    await stop();
    const { seq = 0 } = readArchive(kept).manifest.heads.find(({ chain: of }) => of.endsWith('/juki')) ?? {};
    const [next] = await other.ledger.entries(`${town.code}/juki`, seq, 1);
    if (!next) throw new Error('an act was recorded there');
    await expect(town.rig.ledger.append([next])).rejects.toMatchObject({
      code: 'programme.handedOver',
    } satisfies Partial<LedgerRefusal>);
    const body = JSON.parse(next.body) as EntryBody;
    const forced = town.rig.ledger.database
      .sql`select append_entries(${body.chain}, ${body.seq}, ${[requestKey(body)]}::text[],
      ${[next.body]}::text[], ${[next.hash]}::text[], ${[next.snapshot]}::text[], ${[next.effects]}::text[], '{}'::jsonb)`;
    await expect(forced).rejects.toMatchObject({ code: 'SK280' });
  });
});
