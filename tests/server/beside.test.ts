// A municipality's real programme and rehearsals of it stand in one installation, each under its own key: what is done in one moves nothing
// of the other, and what comes from a rehearsal is marked wherever it goes.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../../ledger/archive/read.ts';
import { accountList, accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { submitted } from '../../server/contract/entries.ts';
import { doctorReport } from '../../server/contract/health.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { nationalSheet } from '../../server/contract/planning/national-sheet.ts';
import { programmeList } from '../../server/contract/programmes.ts';
import { clockMoved } from '../../server/contract/settings/clock.ts';
import { loaded } from '../../server/contract/settings/loading.ts';
import { verification } from '../../server/contract/verification.ts';
import type { SeedFile } from '../../server/intake/read-seed.ts';
import { createRig, type Rig } from '../durable/rig.ts';
import { altered } from '../seeds/folder.ts';
import { askingOf, filesOf, freshTownCode, partsOn, startLivingWorker } from './town.ts';

const real = freshTownCode();
const beside = `${real}-r`;
let rig: Rig;
let stopWorker: () => Promise<void>;
let town: ReturnType<typeof partsOn> & ReturnType<typeof askingOf>;

const marked = (as: string, files = filesOf(real)): SeedFile[] =>
  altered('programme.yaml', 'rehearsal: true', `rehearsal: { as: ${as} }`, files);
const realFiles = (): SeedFile[] =>
  altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', filesOf(real)).filter(
    ({ path }) => path !== 'accounts.yaml',
  );

const load = async (files: SeedFile[]) =>
  town.answered(loaded, 'POST', '/programmes', { as: 'operator', body: { files } });

/** What has been recorded of a programme: the newest entry of each of its chains. */
const headsOf = (programme: string) => rig.ledger.heads(programme);

const verified = async (code: string) =>
  town.answered(verification, 'POST', `/programmes/${code}/verify`, {
    as: 'operator',
    body: { decide: true },
  });

beforeAll(async () => {
  rig = await createRig();
  stopWorker = await startLivingWorker(rig);
  const { parts, ...rest } = partsOn(rig);
  town = { parts, ...rest, ...askingOf(parts, rest.operatorToken) };
  await load(realFiles());
}, 300_000);
afterAll(async () => {
  await stopWorker();
  await rig.close();
});

describe('a rehearsal beside the real programme of the same code', () => {
  it('is loaded under its own key, with accounts of its own, and moves nothing of the real one', async () => {
    const before = await headsOf(real);
    const answer = await load(marked('r'));
    expect(answer).toMatchObject({ code: beside, rehearsal: true, created: true, systems: 16 });
    expect(answer.accounts.map(({ account }) => account)).toContain('dx-ito-r');
    expect(answer.accounts.every(({ account }) => account.endsWith('-r'))).toBe(true);
    expect(await headsOf(real)).toEqual(before);
    const { items } = await town.answered(programmeList, 'GET', '/programmes', { as: 'operator' });
    expect(items.map(({ code, rehearsal }) => [code, rehearsal]).sort()).toEqual([
      [real, false],
      [beside, true],
    ]);
  });

  it('moves nothing of the real one by an act or by its clock, nor hears of what is done there', async () => {
    const before = await headsOf(real);
    const path = `/programmes/${beside}/systems/juki`;
    const { row } = await town.answered(systemView, 'GET', path, { as: 'dx-ito-r' });
    const body = {
      fact: { type: 'migration.held', reason: '予算の再調整' },
      post: 'dx-office',
      requestId: 'beside/1',
      seenVersion: row.version,
      occurredOn: '2023-11-16',
    };
    const held = await town.answered(submitted, 'POST', `${path}/events`, { as: 'dx-ito-r', body });
    expect(held.setting).toMatchObject({ programme: beside, municipality: real, rehearsal: true });
    await town.answered(clockMoved, 'POST', `/programmes/${beside}/clock`, {
      as: 'dx-ito-r',
      body: { to: '2024-02-01T09:00:00+09:00', requestId: 'beside/2', post: 'dx-office' },
    });
    const there = (code: string) =>
      town
        .answered(programmeList, 'GET', '/programmes', { as: 'operator' })
        .then(({ items }) => items.find((one) => one.code === code)?.today);
    expect(await there(beside)).toBe('2024-02-01');
    expect(await there(real)).toBe(town.parts.clocks.realToday());
    expect(await headsOf(real)).toEqual(before);
    const rehearsed = await headsOf(beside);
    await town.answered(issuedAccount, 'POST', '/accounts', {
      as: 'operator',
      body: { account: 'sato.ichiro', name: '佐藤' },
    });
    await town.answered(accountView, 'POST', '/accounts/sato.ichiro/posts', {
      as: 'operator',
      body: { post: 'dx-office', programme: real },
    });
    const changed = (await headsOf(real)).filter(
      ({ chain, seq }) => before.find((one) => one.chain === chain)?.seq !== seq,
    );
    expect(changed.map(({ chain }) => chain)).toEqual([real]);
    expect((await headsOf(beside)).filter(({ chain }) => chain !== beside)).toEqual(
      rehearsed.filter(({ chain }) => chain !== beside),
    );
  });

  it('opens neither to the other’s people', async () => {
    expect((await town.refused('GET', `/programmes/${real}`, { as: 'dx-ito-r' })).status).toBe(403);
    const { items } = await town.answered(accountList, 'GET', '/accounts', { as: 'operator' });
    expect(items.find(({ account }) => account === 'dx-ito-r')).toMatchObject({ rehearsal: beside });
    const posts = items.find(({ account }) => account === 'sato.ichiro')?.posts;
    expect(posts?.map(({ programme }) => programme)).toEqual([real]);
  });

  it('is marked in what is taken out, under the municipality’s own code', async () => {
    const sheet = await town.answered(nationalSheet, 'GET', `/programmes/${beside}/national-sheet`, {
      as: 'operator',
    });
    expect(sheet.setting).toMatchObject({ programme: beside, municipality: real, rehearsal: true });
    const csv = await town.ask('GET', `/programmes/${beside}/national-sheet?format=csv`, { as: 'operator' });
    expect(csv.headers.get('content-disposition')).toContain(`sekimori-${beside}-rehearsal-`);
    expect(
      (await csv.text())
        .split('\r\n')
        .slice(1, 22)
        .every((row) => row.includes('【演習】')),
    ).toBe(true);
  });

  it('is proven, looked after and taken out by itself', async () => {
    for (const code of [real, beside]) {
      const { ok, setting, heads } = await verified(code);
      expect([code, ok]).toEqual([code, true]);
      expect(setting.programme).toBe(code);
      expect(new Set(heads.map(({ chain }) => chain.split('/')[0]))).toEqual(new Set([code]));
      const answer = await town.ask('GET', `/programmes/${code}/archive`, { as: 'operator' });
      const archive = readArchive(new Uint8Array(await answer.arrayBuffer()));
      expect(archive.manifest).toMatchObject({ programme: code, rehearsal: code === beside });
      expect(archive.manifest.heads).toHaveLength(17);
    }
    const doctor = await town.answered(doctorReport, 'GET', '/doctor', { as: 'operator' });
    const ours = doctor.parts.filter(({ part }) => ['record', 'loading', 'clock'].includes(part));
    expect(ours.map(({ part, ok }) => [part, ok])).toEqual([
      ['clock', true],
      ['loading', true],
      ['record', true],
    ]);
    expect(doctor.ill).toEqual([]);
  });
});

describe('a second rehearsal', () => {
  it('under the same mark with another content is refused in words that name the way, and changes nothing', async () => {
    const before = await headsOf(beside);
    const files = altered('programme.yaml', 'ja: 世田谷区', 'ja: 世田谷の区', marked('r'));
    const told = await town.refused('POST', '/programmes', { as: 'operator', body: { files } });
    expect(told).toMatchObject({ status: 409, code: 'programmeDiffers', facts: { code: beside } });
    expect(told.detail.ja).toContain('rehearsal: { as: 印 }');
    expect(await headsOf(beside)).toEqual(before);
  });

  it('under another mark stands beside both, with people of its own', async () => {
    const answer = await load(marked('kunren2'));
    expect(answer).toMatchObject({ code: `${real}-kunren2`, created: true });
    expect(answer.accounts.map(({ account }) => account)).toContain('dx-ito-kunren2');
    expect((await town.refused('GET', `/programmes/${beside}`, { as: 'dx-ito-kunren2' })).status).toBe(403);
  });
});
