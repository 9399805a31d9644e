// Heads beside the sign-in: kept for their user alone, per server and programme; and the files they are read from.
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { CommandFailure } from '../../cli/failure.ts';
import { readKept, rememberedHeads, rememberHeads, saveHeads } from '../../cli/session/head-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'sekimori-heads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const env = { XDG_CONFIG_HOME: folder };
const head = (chain: string, seq = 1) => ({
  chain,
  seq,
  hash: 'a'.repeat(64),
  at: '2026-11-26T00:00:00.000Z',
});
const [here, there] = ['http://a.test', 'http://b.test'];

test('heads are remembered per server and programme, for their user alone', () => {
  rememberHeads(env, here, '131121', [head('131121'), head('131121/juki')]);
  rememberHeads(env, here, '131130', [head('131130')]);
  rememberHeads(env, there, '131121', [head('131121', 9)]);
  rememberHeads(env, here, '131121', [head('131121/juki', 2)]);
  expect(rememberedHeads(env, here, '131121')).toEqual([head('131121/juki', 2)]);
  expect(rememberedHeads(env, here, '131130')).toEqual([head('131130')]);
  expect(rememberedHeads(env, there, '131121')).toEqual([head('131121', 9)]);
  expect(rememberedHeads(env, there, '1311')).toEqual([]);
  expect(statSync(join(folder, 'sekimori/heads.json')).mode & 0o777).toBe(0o600);
});

const file = join(folder, 'heads');
const heads = [head('131121'), head('131121/juki', 3)];

test.each([
  ['lines', heads.map((one) => JSON.stringify(one)).join('\n')],
  ['one line', JSON.stringify(heads[0])],
  ['a list', JSON.stringify(heads)],
  ['an answer of the command', JSON.stringify({ ok: true, heads })],
  ['a list behind the mark of UTF-8', `\uFEFF${JSON.stringify(heads)}`],
])('heads are read from %s', (kind, content) => {
  writeFileSync(file, content);
  expect(readKept(file)).toEqual({ heads: kind === 'one line' ? heads.slice(0, 1) : heads });
});

test.each([
  ['nothing', ''],
  ['another value', '{"ok":true}'],
  ['a hash of another length', JSON.stringify([{ ...head('131121'), hash: 'a' }])],
  ['a line that is none', `${JSON.stringify(head('131121'))}\nx`],
])('%s is refused in a sentence', (_, content) => {
  writeFileSync(file, content);
  expect(() => readKept(file)).toThrow(CommandFailure);
});

test.each([
  [
    'was cut off',
    Buffer.from('{\n  "checkpoint": {\n    "at": "2026-11'),
    'チェックポイントとして読み取れません',
  ],
  ['lacks its signature', Buffer.from('\uFEFF{"checkpoint":{}}'), 'チェックポイントとして読み取れません'],
  ['is UTF-16', Buffer.from('\uFEFF{"checkpoint":{}}', 'utf16le'), 'UTF-16 のようです'],
])('a checkpoint that %s is refused as such', (_, content, said) => {
  writeFileSync(file, content);
  expect(() => readKept(file)).toThrow(
    expect.objectContaining({ text: expect.objectContaining({ ja: expect.stringContaining(said) }) }),
  );
});

test('what was saved is read back', () => {
  saveHeads(file, heads);
  expect(readKept(file)).toEqual({ heads });
  expect(() => saveHeads(join(folder, 'no/such/folder'), heads)).toThrow(CommandFailure);
});

test('where nothing can be kept, the command says so in a sentence and leaves nothing half written', () => {
  const blocked = { XDG_CONFIG_HOME: join(file, 'below') };
  const keep = () => rememberHeads(blocked, here, '131121', [head('131121')]);
  expect(keep).toThrow(CommandFailure);
  expect(keep).toThrow(/ENOTDIR/);
});
