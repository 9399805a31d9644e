// Another key is put in force: in every programme, by administrators alone, completed by asking again; and the key before
// it vouches for nothing more.
import { mkdirSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keyInForce } from '../../ledger/lock/signatures.ts';
import type { Signer } from '../../ledger/lock/signer.ts';
import { openLedger } from '../../ledger/open.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import { requestKey } from '../../machines/record/claim.ts';
import { type EntryBody, seal, type UnsealedBody } from '../../machines/record/entry.ts';
import { entryPage, submitted } from '../../server/contract/entries.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { keyList, rotation } from '../../server/contract/keys.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { loaded } from '../../server/contract/settings/loading.ts';
import { checkpoint, verification } from '../../server/contract/verification.ts';
import { createApp } from '../../server/http/app.ts';
import { givenKeys } from '../../server/keys/keyring.ts';
import { ownHeldKeys } from '../../server/keys/own-keys.ts';
import { finishRotation, rotateKeys } from '../../server/keys/rotation.ts';
import { keyOfTests, signerOfTests } from '../builders/signing.ts';
import { filesOf, freshTownCode, openTown, partsOn, type Town } from '../server/town.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekimori-keys-'));
const secrets = join(folder, 'secrets');
mkdirSync(secrets, { mode: 0o700 });
const pem = keyOfTests().export({ format: 'pem', type: 'pkcs8' });
writeFileSync(join(secrets, 'signing-key.pem'), pem, { mode: 0o600 });

const first = signerOfTests();
const other = freshTownCode();
const admin = {
  kind: 'person',
  account: 'operator',
  name: '運用者',
  post: 'administrator',
  grant: 'operator',
} as const;
let town: Town;
/** Taken while the first key was in force. */
let taken: SignedCheckpoint;

beforeAll(async () => {
  town = await openTown({}, ownHeldKeys(folder));
  const body = { files: filesOf(other) };
  await town.answered(loaded, 'POST', '/programmes', { as: 'operator', body });
  taken = await town.answered(checkpoint, 'GET', `/programmes/${town.code}/checkpoint`, { as: 'operator' });
}, 600_000);
afterAll(() => town.close());

const inForce = async (code: string) => keyInForce(await town.parts.ledger.keys(code))?.id;
const newest = () => town.parts.heldKeys.signers()[0] as Signer;
const rotate = () => town.answered(rotation, 'POST', '/keys/rotate', { as: 'operator' });

let acts = 0;
async function act(code: string): Promise<EntryBody> {
  acts += 1;
  const { row } = await town.answered(systemView, 'GET', `/programmes/${code}/systems/juki`, {
    as: 'operator',
  });
  const type = acts % 2 === 1 ? 'migration.held' : 'migration.resumed';
  const event = {
    fact: type === 'migration.held' ? { type, reason: '鍵の試験' } : { type },
    post: 'dx-office',
    occurredOn: '2023-11-16',
    requestId: `keys/${acts}`,
    seenVersion: row.version,
  };
  const path = `/programmes/${code}/systems/juki/events`;
  const { seq } = await town.answered(submitted, 'POST', path, { as: 'dx-ito', body: event });
  const [entry] = await town.parts.ledger.entries(`${code}/juki`, seq - 1, 1);
  return JSON.parse(entry?.body ?? '') as EntryBody;
}

const verified = async (code: string) =>
  (await town.parts.ledger.verify({ programme: code, decide: true })).wrong.map(({ what }) => what);

describe('putting another key in force', () => {
  it('is for administrators of the machine alone, and for no other door', async () => {
    for (const as of ['dx-ito', 'dx-tanaka', 'kansa-mori']) {
      expect((await town.refused('POST', '/keys/rotate', { as })).code).toBe('forbidden');
    }
    expect((await town.refused('GET', '/keys', { as: 'dx-ito' })).code).toBe('forbidden');
    const { programmes } = await town.answered(keyList, 'GET', '/keys', { as: 'dx-tanaka' });
    expect(programmes.map(({ programme }) => programme)).toEqual([town.code]);
    expect((await town.ask('POST', '/keys/rotate')).status).toBe(401);
    const fact = { type: 'signingKey.rotated', publicKey: signerOfTests(7).publicKey };
    const event = { fact, post: 'dx-office', occurredOn: '2023-11-16', requestId: 'k', seenVersion: 0 };
    const sent = await town.refused('POST', `/programmes/${town.code}/events`, { as: 'dx-ito', body: event });
    expect(sent.status).toBe(403);
    const actor = { ...admin, post: 'dx-office' };
    const done = await town.parts.door.submitToProgramme(town.code, {
      fact: { ...fact, type: 'signingKey.rotated' },
      actor,
      occurredOn: '2023-11-16',
      requestId: 'k/2',
    });
    expect(done).toMatchObject({ status: 'refused', refusals: [{ code: 'actor.wrongPost' }] });
    expect([await inForce(town.code), await inForce(other)]).toEqual([first.id, first.id]);
  });

  it('cut off in the middle leaves each programme its key, is seen by the doctor, and is completed by asking again', async () => {
    const { door } = town.parts;
    const away = { status: 'unanswered' as const, cause: new Error('away') };
    const submitToProgramme: typeof door.submitToProgramme = async (code, given) =>
      code === other ? away : door.submitToProgramme(code, given);
    const cut = await rotateKeys({ ...town.parts, door: { submitToProgramme } }, () => admin);
    expect(cut?.complete).toBe(false);
    const next = newest().id;
    expect(next).not.toBe(first.id);
    expect([await inForce(town.code), await inForce(other)]).toEqual([next, first.id]);
    // A server that starts now finds both keys, and drops none while it is needed.
    const again = ownHeldKeys(folder);
    await finishRotation({ ledger: town.parts.ledger, heldKeys: again });
    expect(again.signers().map(({ id }) => id)).toEqual([next, first.id]);
    const report = await town.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
    expect(report.parts.find(({ part }) => part === 'keys')).toMatchObject({
      ok: false,
      facts: { former: [{ programme: other, key: first.id }] },
    });
    const done = await rotate();
    expect(done).toMatchObject({ key: next, complete: true });
    expect(done.programmes.map(({ programme, status }) => [programme, status]).sort()).toEqual(
      [
        [town.code, 'inForce'],
        [other, 'rotated'],
      ].sort(),
    );
    expect(readdirSync(secrets).sort()).toEqual(['signing-key.pem', 'signing-public.pem']);
    expect(statSync(join(secrets, 'signing-key.pem')).mode & 0o777).toBe(0o600);
    expect(
      ownHeldKeys(folder)
        .signers()
        .map(({ id }) => id),
    ).toEqual([next]);
  });

  it('is an act of who did it, signed by the key before; what follows is signed by the new one, and all is verified', async () => {
    const next = newest().id;
    const { own, programmes } = await town.answered(keyList, 'GET', '/keys', { as: 'operator' });
    expect(own).toBe(true);
    const ours = programmes.find(({ programme }) => programme === town.code);
    expect(ours?.keys).toMatchObject([
      { id: first.id, state: 'retired', by: { kind: 'import' }, seq: 1, held: false },
      { id: next, state: 'active', until: null, by: { account: 'operator' }, held: true },
    ]);
    expect(ours?.keys[0]?.until).toBe(ours?.keys[1]?.since);
    const seq = ours?.keys[1]?.seq ?? 0;
    const [entry] = await town.parts.ledger.entries(town.code, seq - 1, 1);
    const { items } = await town.answered(
      entryPage,
      'GET',
      `/programmes/${town.code}/entries?type=signingKey.rotated`,
      { as: 'operator' },
    );
    expect(items[0]).toMatchObject({ seq, signedBy: first.id, seenVersion: null });
    expect(items[0]?.versions.definitionDigest).toMatch(/^[0-9a-f]{64}$/);
    const { signature, actor } = JSON.parse(entry?.body ?? '') as EntryBody;
    expect([signature?.key, actor]).toEqual([first.id, admin]);
    expect((await act(town.code)).signature?.key).toBe(next);
    expect([await verified(town.code), await verified(other)]).toEqual([[], []]);
  });

  it('leaves a checkpoint as good as it was that the key before has signed', async () => {
    expect(taken.signature.key).toBe(first.id);
    const body = { checkpoint: taken, decide: false };
    const path = `/programmes/${town.code}/verify`;
    const found = await town.answered(verification, 'POST', path, { as: 'operator', body });
    expect([found.ok, found.checks.find(({ check }) => check === 'anchors')?.looked]).toEqual([
      true,
      taken.checkpoint.heads.length,
    ]);
    const now = await town.answered(checkpoint, 'GET', `/programmes/${town.code}/checkpoint`, {
      as: 'operator',
    });
    expect(now.signature.key).toBe(newest().id);
    // The key before was stolen since, and states a moment of today.
    const stolen = first.signCheckpoint({
      ...now.checkpoint,
      at: new Date(Date.now() + 600_000).toISOString(),
    });
    const told = await town.answered(verification, 'POST', path, {
      as: 'operator',
      body: { checkpoint: stolen, decide: false },
    });
    expect(told.checks.flatMap(({ wrong }) => wrong.map(({ what }) => what))).toEqual(['checkpointTime']);
  });

  it('cut off before its last file was renamed is finished by the next start', async () => {
    const held = ownHeldKeys(folder);
    held.own?.makeNext();
    const next = held.signers()[0] as Signer;
    const given = givenKeys(...held.signers());
    expect(
      await rotateKeys(
        { ...town.parts, heldKeys: given, door: partsOn(town.rig, {}, given).parts.door },
        () => admin,
      ),
    ).toMatchObject({ complete: true });
    const started = ownHeldKeys(folder);
    expect(started.signers()).toHaveLength(2);
    await finishRotation({ ledger: town.parts.ledger, heldKeys: started });
    expect(started.signers().map(({ id }) => id)).toEqual([next.id]);
    // The running server's own files changed under it: it is a restart in one process.
    town.parts.heldKeys.own?.makeNext();
    await rotate();
    expect(await verified(town.code)).toEqual([]);
  });
});

describe('a key that was replaced', () => {
  const LATER_MS = 10 * 60_000;

  /** A person's entry at the end of a chain, as somebody who has a key would forge it. */
  async function forged(by: Signer, over: Partial<UnsealedBody> = {}) {
    const head = await town.parts.ledger.head(town.code);
    if (!head) throw new Error('a programme has a chain');
    const {
      stateHash: _s,
      effectsHash: _e,
      signature: _g,
      source: _o,
      assumed: _a,
      ...before
    } = JSON.parse(head.body) as EntryBody;
    const now = new Date(Date.now()).toISOString();
    const body = {
      ...before,
      seq: before.seq + 1,
      prev: head.hash,
      fact: { type: 'occurrence.recorded' },
      actor: admin,
      requestId: 'forged',
      recordedAt: before.recordedAt,
      wallAt: now,
      ...over,
    };
    const { chain, fact, actor, occurredOn, requestId } = body;
    const { signature } = by.sign(chain, { fact, actor, occurredOn, requestId });
    return seal({ ...body, signature }, JSON.parse(head.snapshot) as ProgrammeSnapshot, []);
  }

  const later = () => {
    const wallMs = () => Date.now() + LATER_MS;
    return openLedger(town.rig.database.appUrl, { connections: 1, wallMs });
  };

  it('signs nothing more, whatever day is claimed', async () => {
    const ledger = later();
    for (const wallAt of [new Date().toISOString(), '2023-11-16T09:00:00+09:00']) {
      await expect(ledger.append([await forged(first, { wallAt })])).rejects.toMatchObject({
        code: 'entry.signature',
      });
    }
    await ledger.close();
  });

  it('puts no key in force, and does not come back', async () => {
    for (const [by, key] of [
      [first, signerOfTests(8)],
      [newest(), first],
    ] as const) {
      const entry = await forged(by, { fact: { type: 'signingKey.rotated', publicKey: key.publicKey } });
      await expect(town.parts.ledger.append([entry])).rejects.toMatchObject({ code: 'entry.signature' });
    }
  });

  it('and an entry of its that stands is given back to who asks again, not refused', async () => {
    const ledger = later();
    const [standing] = await ledger.entries(town.code, 1, 1);
    if (!standing) throw new Error('the second entry stands');
    expect(await ledger.append([standing])).toMatchObject({ status: 'occupied' });
    await ledger.close();
  });

  it.each(['a stranger’s', 'the former'])(
    '%s key in a row that the application’s role added is named by verify and obeyed by nobody',
    async (whose) => {
      const by = whose === 'the former' ? first : signerOfTests(9);
      const entry = await forged(by, {
        fact: { type: 'signingKey.rotated', publicKey: signerOfTests(9).publicKey },
      });
      const body = JSON.parse(entry.body) as EntryBody;
      const database = postgres(town.rig.database.appUrl, { max: 1 });
      const before = await inForce(town.code);
      await database.begin(async (tx) => {
        await tx`select * from append_entries(${town.code}, ${body.seq}, ${[requestKey(body)]}::text[], ${[entry.body]}::text[],
        ${[entry.hash]}::text[], ${[entry.snapshot]}::text[], ${[entry.effects]}::text[],
        '{"boards":[],"deadlines":[],"notices":[],"letters":[]}'::jsonb)`;
      });
      await database.end();
      expect(await inForce(town.code)).toBe(before);
      expect(await verified(town.code)).toEqual(expect.arrayContaining(['keys']));
      expect(await verified(other)).toEqual([]);
    },
  );
});

describe('keys that a setting names', () => {
  const [old, fresh] = [() => newest(), signerOfTests(11)];
  const serverWith = (...signers: Signer[]) => {
    const { parts, operatorToken } = partsOn(town.rig, {}, givenKeys(...signers));
    const { hono } = createApp(parts);
    const ask = (method: string, path: string) =>
      hono.request(`http://town.test/api/v1${path}`, {
        method,
        headers: { Host: 'town.test', Authorization: `Bearer ${operatorToken}` },
      });
    return { parts, ask };
  };

  it('are replaced by the operator: the new one first, the present one beside it', async () => {
    const alone = await serverWith(old()).ask('POST', '/keys/rotate');
    expect([alone.status, ((await alone.json()) as { code: string }).code]).toEqual([409, 'keyGiven']);
    expect(await inForce(other)).toBe(old().id);
    const both = await serverWith(fresh, old()).ask('POST', '/keys/rotate');
    const { programmes } = rotation.parse(await both.json());
    expect(programmes.find(({ programme }) => programme === other)?.status).toBe('rotated');
    expect(await inForce(other)).toBe(fresh.id);
  });

  it('are missing at a server of the same database that was not given them: it says so and records nothing', async () => {
    const lacking = serverWith(old());
    const event = {
      fact: { type: 'meetings.recorded' as const, body: 'dx-office', fiscalYear: 2023, count: 1 },
      actor: admin,
      occurredOn: '2023-11-16',
      requestId: 'lacking',
    };
    const head = await town.parts.ledger.headSeq(other);
    expect(await lacking.parts.door.submitToProgramme(other, event)).toEqual({
      status: 'unsignable',
      key: fresh.id,
    });
    expect(await town.parts.ledger.headSeq(other)).toBe(head);
    const report = doctorReport.parse(await (await lacking.ask('GET', '/doctor')).json());
    const keys = report.parts.find(({ part }) => part === 'keys');
    expect(keys?.ok).toBe(false);
    expect(keys?.facts.missing).toContainEqual({ programme: other, key: fresh.id });
    expect(keys?.message.ja).toContain('docs/operators.md');
  });
});
