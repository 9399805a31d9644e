// A checkpoint is what a server made, signed by a key that the record names for that moment; anything else is told apart by name.
import { expect, test } from 'vitest';
import { firstEntry } from '../../bench/first-entry.ts';
import { checkpointFault } from '../../ledger/lock/checkpoints.ts';
import { type KnownKeys, keysAfterBytes, keysIn } from '../../ledger/lock/signatures.ts';
import {
  type Checkpoint,
  checkpointOf,
  checkpointText,
  type SignedCheckpoint,
  signedCheckpoint,
} from '../../machines/record/checkpoint.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { plainProgramme, signerOfTests } from '../builders/signing.ts';

const code = '131121';
const [first, second, stranger] = [signerOfTests(1), signerOfTests(2), signerOfTests(7)];
const hash = (digit: string) => digit.repeat(64);
const heads = [
  { chain: `${code}/zei`, seq: 3, hash: hash('c') },
  { chain: code, seq: 4, hash: hash('a') },
  { chain: `${code}/juki`, seq: 7, hash: hash('b') },
];
const at = (day: string) => `2026-11-${day}T09:00:10.000Z`;
const made = (over: Partial<Omit<Checkpoint, 'purpose'>> = {}) =>
  checkpointOf({ programme: code, rehearsal: false, at: at('20'), previous: null, heads, ...over });

const began = '2026-11-01T09:00:00.000Z';
const pinned = bodyOf(firstEntry(plainProgramme(code, false), { recordedAt: began, wallAt: began }, first));
/** Signed by the key before it, as the server does. */
function rotated(): EntryBody {
  const { signature: _, ...body } = pinned;
  const fact = { type: 'signingKey.rotated', publicKey: second.publicKey };
  const wallAt = '2026-11-21T00:00:00.000Z';
  return first.sign(code, { ...body, seq: 2, fact, recordedAt: wallAt, wallAt, requestId: 'signing-key/2' });
}
const keys: KnownKeys = keysIn([pinned]);
const both: KnownKeys = keysIn([pinned, rotated()]);

test('it holds every chain once, in the order of code points, whatever order they were read in', () => {
  const { heads: ends } = made();
  expect(ends.map(({ chain }) => chain)).toEqual([code, `${code}/juki`, `${code}/zei`]);
  expect(checkpointText(made({ heads: [...heads].reverse() }))).toBe(checkpointText(made()));
  expect(checkpointText(made())).toMatch(/^\{"at":"2026-11-20T09:00:10.000Z","heads":\[\{"chain":"131121",/);
});

test('what a server signed is right, read back from a file of any layout', () => {
  const file = JSON.stringify(first.signCheckpoint(made()), null, 2);
  expect(checkpointFault(signedCheckpoint.parse(JSON.parse(file)), keys)).toBeNull();
});

const whole = first.signCheckpoint(made());
const changed = (over: Partial<Checkpoint>): SignedCheckpoint => ({
  ...whole,
  checkpoint: { ...whole.checkpoint, ...over },
});
const [own, ...rest] = whole.checkpoint.heads;
const forged = changed({ heads: own ? [{ ...own, seq: 3 }, ...rest] : [] });

test.each<[string, SignedCheckpoint, string]>([
  ['one head changed', forged, 'digest'],
  ['an earlier moment', changed({ at: at('19') }), 'digest'],
  ['a chain left out', changed({ heads: whole.checkpoint.heads.slice(0, 2) }), 'digest'],
  [
    'one head changed and its digest made to fit',
    { ...stranger.signCheckpoint(forged.checkpoint), publicKey: first.publicKey, signature: whole.signature },
    'altered',
  ],
  ['the name of the key alone', { ...whole, signature: { ...whole.signature, key: second.id } }, 'altered'],
  ['another key put in its place', { ...whole, publicKey: stranger.publicKey }, 'altered'],
  ['signed anew by a key of one’s own', stranger.signCheckpoint(forged.checkpoint), 'unnamed'],
  ['a chain twice', first.signCheckpoint(made({ heads: [...heads, ...heads.slice(0, 1)] })), 'heads'],
  [
    'a chain of another programme',
    first.signCheckpoint(made({ heads: [...heads, { chain: '131130/juki', seq: 1, hash: hash('d') }] })),
    'heads',
  ],
  ['without the programme’s own chain', first.signCheckpoint(made({ heads: heads.slice(2) })), 'heads'],
])('%s is told apart', (_, given, fault) => {
  expect(checkpointFault(given, keys)).toBe(fault);
});

test('a key that was replaced still vouches for what it signed before, and for nothing after', () => {
  expect(checkpointFault(whole, both)).toBeNull();
  const late = made({ at: at('25') });
  expect(checkpointFault(second.signCheckpoint(late), both)).toBeNull();
  expect(checkpointFault(first.signCheckpoint(late), both)).toBe('untimely');
  expect(checkpointFault(second.signCheckpoint(made()), both)).toBe('untimely');
});

test('bytes that name no key name none, and end no look at a record', () => {
  const body = { ...rotated(), fact: { type: 'signingKey.rotated', publicKey: 'x' } };
  expect([...keysAfterBytes(keys, body).keys()]).toEqual([first.id]);
});

test('a file with anything besides is none', () => {
  for (const given of [
    { ...whole, note: '' },
    { ...whole, checkpoint: { ...whole.checkpoint, purpose: 'sekimori/claim/1' } },
    { ...whole, checkpoint: { ...whole.checkpoint, heads: [] } },
    { ...whole, digest: hash('A') },
  ])
    expect(signedCheckpoint.safeParse(given).success).toBe(false);
});
