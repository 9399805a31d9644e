// The key of tests, the same in every process of a run, and the first entry of a programme's chain, which names it.
import { createPrivateKey } from 'node:crypto';
import { firstEntry } from '../../bench/first-entry.ts';
import { createSigner } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { isClaimed } from '../../machines/record/claim.ts';
import { instantFromMs } from '../../machines/values/date.ts';

/** RFC 8410: what stands before the 32 bytes of a private Ed25519 key. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A key of one's own: the same number, the same key. */
export function keyOfTests(seed = 1) {
  const der = Buffer.concat([PKCS8, Buffer.alloc(32, seed)]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}
export const signerOfTests = (seed = 1) => createSigner(keyOfTests(seed));

export const signer = signerOfTests();
/** For `openLedger`: the key of tests may be pinned. */
export const pinnable = (): string[] => [signer.publicKey];

/** As a server would sign it; what no person claims stays unsigned. */
export function signed<T extends Parameters<typeof signer.sign>[1]>(chain: string, submission: T): T {
  return isClaimed(submission.actor) ? signer.sign(chain, submission) : submission;
}

export const plainProgramme = (code: string, rehearsal: boolean): ProgrammeDefinition => ({
  version: 1,
  code,
  name: { ja: '世田谷区', en: 'Setagaya' },
  rehearsal,
  startAt: '2023-11-16T09:00:00+09:00',
  waves: [{ id: 'wave-1', label: { ja: '第1期', en: 'Wave 1' } }],
  businesses: [],
  bodies: [{ id: 'dx-office', label: { ja: 'DX推進担当部', en: 'DX office' }, members: 3 }],
  control: ['dx-office'],
  systems: ['juki'],
});

/** Its clock has been running since long ago: no instant of a test lies ahead of it. */
export const LONG_AGO = { recordedAt: '2023-04-01T09:00:00+09:00', wallAt: '1990-01-01T09:00:00+09:00' };

/** A real clock shows what the wall shows. */
function atPresent() {
  const now = instantFromMs(Date.now());
  return { recordedAt: now, wallAt: now };
}

/** Makes sure that a programme's chain names the key of tests; one that stands is left alone. */
export async function pin(
  ledger: Ledger,
  code: string,
  rehearsal: boolean,
  at = rehearsal ? LONG_AGO : atPresent(),
): Promise<void> {
  if (await ledger.head(code)) return;
  const standing = await ledger.definitions.latestProgramme(code);
  const definition = standing ?? plainProgramme(code, rehearsal);
  if (!standing) await ledger.load({ programme: definition, migrations: [] });
  await ledger.append([firstEntry(definition, at, signer)]);
}
