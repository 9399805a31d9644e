// A key that vouches for what is made up here, and the first entry of a programme's chain, which names it: what a server's
// start does through the programme's workflow.
import { generateKeyPairSync } from 'node:crypto';
import { createSigner, type Signer } from '../ledger/lock/signer.ts';
import type { Ledger } from '../ledger/open.ts';
import { decide, decisionsOf } from '../machines/play/decide.ts';
import type { ProgrammeDefinition } from '../machines/programme/definition.ts';
import { programmePlayable, programmeVersionsOf } from '../machines/programme/playable.ts';
import { type Entry, GENESIS, seal } from '../machines/record/entry.ts';

export const newSigner = (): Signer => createSigner(generateKeyPairSync('ed25519').privateKey);

/** When it is recorded, on the programme's clock and on the wall: what a rehearsal's clock is laid through. */
export interface Instants {
  recordedAt: string;
  wallAt: string;
}

export function firstEntry(definition: ProgrammeDefinition, at: Instants, by: Signer): Entry {
  const { code, rehearsal } = definition;
  const fact = { type: 'signingKey.pinned' as const, publicKey: by.publicKey };
  const actor = { kind: 'import' as const, account: 'sekimori', name: '関守', post: 'import' };
  const submission = { fact, actor, occurredOn: at.recordedAt.slice(0, 10), requestId: 'signing-key/1' };
  const machine = programmePlayable(definition);
  const decided = decide(machine, machine.start().snapshot, [submission], Date.parse(at.recordedAt));
  const snapshot = decisionsOf(decided).at(-1)?.snapshot;
  const versions = programmeVersionsOf(definition);
  const place = { format: 2 as const, chain: code, seq: 1, prev: GENESIS, rehearsal, versions };
  return seal({ ...place, ...at, ...by.sign(code, submission) }, snapshot, []);
}

export async function openProgramme(
  ledger: Ledger,
  definition: ProgrammeDefinition,
  at: Instants,
  by: Signer,
) {
  await ledger.load({ programme: definition, migrations: [] });
  await ledger.append([firstEntry(definition, at, by)]);
}

/** A programme with nothing in it but what its migrations need. */
export const plainProgramme = (
  code: string,
  startAt: string,
  systems: readonly string[],
  rehearsal = false,
): ProgrammeDefinition => ({
  version: 1,
  code,
  name: { ja: '計測市', en: 'Bench City' },
  rehearsal,
  startAt,
  waves: [{ id: 'wave-1', label: { ja: '第1期', en: 'Wave 1' } }],
  businesses: [],
  bodies: [{ id: 'dx-office', label: { ja: 'DX推進担当部', en: 'DX office' }, members: 3 }],
  control: ['dx-office'],
  systems: [...systems],
});
