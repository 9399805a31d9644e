// A move over several programmes of one installation: one list, one preview and one entry in each; nothing is recorded while one of them
// refuses the list, and what was cut off is finished by the same again. The command asks the application itself.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askedTransfer } from '../../cli/commands/people/transfer-asked.ts';
import { transferInParts } from '../../cli/commands/people/transfer-parts.ts';
import type { Context } from '../../cli/context.ts';
import { CommandFailure } from '../../cli/failure.ts';
import type { Options } from '../../cli/options.ts';
import { speak } from '../../cli/print/speech.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { accountView, issuedAccount } from '../../server/contract/accounts.ts';
import { transferPreview } from '../../server/contract/posts.ts';
import { loaded } from '../../server/contract/settings/loading.ts';
import { problem } from '../../server/contract/values.ts';
import { createRig, type Rig } from '../durable/rig.ts';
import { altered } from '../seeds/folder.ts';
import { askingOf, filesOf, freshTownCode, partsOn, startLivingWorker } from './town.ts';

const [east, west] = [freshTownCode(), freshTownCode()];
const folder = mkdtempSync(join(tmpdir(), 'sekimori-transfer-'));
let rig: Rig;
let stopWorker: () => Promise<void>;
let town: ReturnType<typeof partsOn> & ReturnType<typeof askingOf>;
/** Programmes that do not answer just now. */
const away = new Set<string>();

beforeAll(async () => {
  rig = await createRig();
  stopWorker = await startLivingWorker(rig);
  const { parts, ...rest } = partsOn(rig);
  town = { parts, ...rest, ...askingOf(parts, rest.operatorToken) };
  for (const code of [east, west]) {
    const files = altered('programme.yaml', 'rehearsal: true', 'rehearsal: false', filesOf(code));
    await town.answered(loaded, 'POST', '/programmes', {
      as: 'operator',
      body: { files: files.filter(({ path }) => path !== 'accounts.yaml') },
    });
  }
  const made = { account: 'kato.hanako', name: '加藤花子' };
  await town.answered(issuedAccount, 'POST', '/accounts', { as: 'operator', body: made });
  for (const programme of [east, west])
    await town.answered(accountView, 'POST', '/accounts/kato.hanako/posts', {
      as: 'operator',
      body: { post: 'dx-office', programme },
    });
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await stopWorker();
  await rig.close();
});

const client = {
  async post(shape: { parse: (value: unknown) => unknown }, path: string, body: unknown) {
    if ([...away].some((code) => path === `/programmes/${code}/transfers`))
      throw new CommandFailure('unreachable', { ja: '届きません。', en: 'Not reached.' });
    const response = await town.ask('POST', path, { as: 'operator', body });
    const value: unknown = await response.json();
    if (response.ok) return shape.parse(value);
    const found = problem.parse(value);
    throw new CommandFailure('refused', found.detail, found);
  },
};
// What a transfer asks of a context is its language and its client.
const context = { client, language: 'ja', say: speak('ja') } as unknown as Context;
const nothingSaid = { text: () => undefined, maybe: () => undefined } as unknown as Options;

const HEAD = 'アカウント,区分,旧職,職,発令日,計画';
const move = (code: string) => `kato.hanako,異動,dx-office,business-division,${nextYear()}-04-01,${code}`;
const nextYear = () => Number(town.parts.clocks.realToday().slice(0, 4)) + 1;
let lists = 0;
function listOf(...rows: string[]) {
  lists += 1;
  const file = join(folder, `list-${lists}.csv`);
  writeFileSync(file, `${[HEAD, ...rows].join('\r\n')}\r\n`);
  return askedTransfer(file, nothingSaid);
}
const transfersIn = async (code: string) =>
  (await rig.ledger.entries(code, 0, 1_000))
    .map(bodyOf)
    .filter(({ fact }) => fact.type === 'post.transferred');
const run = (asked: ReturnType<typeof listOf>, applies: boolean) =>
  transferInParts(context, asked, [east, west], applies);
const said = (answer: Awaited<ReturnType<typeof run>>) => ('lines' in answer ? answer.lines.join('\n') : '');

it('each programme reads its own rows, and names those of others; a row of none is an issue', async () => {
  const asked = listOf(move(east), move(west));
  const body = { file: asked.body.file, others: 'end' };
  const found = await town.answered(transferPreview, 'POST', `/programmes/${east}/transfers/preview`, {
    as: 'operator',
    body,
  });
  expect(found.elsewhere).toEqual([west]);
  expect(found.gives.map(({ account, post }) => [account, post])).toEqual([
    ['kato.hanako', 'business-division'],
  ]);
  const refused = await town.refused('POST', `/programmes/${east}/transfers/preview`, {
    as: 'operator',
    body: { ...body, file: listOf(move(east), move('')).body.file },
  });
  expect(refused.issues?.map(({ line, field, code }) => [line, field, code])).toEqual([
    [3, 'programme', 'empty'],
  ]);
});

it('nothing is recorded while one programme refuses the list, or a row is of a programme that is not named', async () => {
  const wrong = await run(listOf(move(east), move(west).replace('business-division', '市長')), true);
  expect(wrong).toMatchObject({ endsAs: 'refused' });
  expect(said(wrong)).toContain('「市長」は分かりません');
  await expect(run(listOf(move(east), move(west), move('131130')), true)).rejects.toThrow('131130');
  expect(await Promise.all([east, west].map(transfersIn))).toEqual([[], []]);
});

it('a part that fails leaves the other recorded, and the same again records what is left, once each', async () => {
  const asked = listOf(move(east), move(west));
  const looked = await run(asked, false);
  expect([said(looked).includes(`■ ${east}`), said(looked).includes(`■ ${west}`)]).toEqual([true, true]);
  away.add(west);
  const half = await run(asked, true);
  expect(half).toMatchObject({ endsAs: 'unreachable' });
  expect(said(half)).toContain('もう一度実行');
  expect((await Promise.all([east, west].map(transfersIn))).map(({ length }) => length)).toEqual([1, 0]);
  away.clear();
  const whole = await run(asked, true);
  expect(whole).not.toHaveProperty('endsAs');
  expect(said(whole)).toContain('記録済みです');
  expect((await Promise.all([east, west].map(transfersIn))).map(({ length }) => length)).toEqual([1, 1]);
});
