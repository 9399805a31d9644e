// Another key is put in force: every programme's chain gets the entry that names it, signed by the one before. Each may be
// asked for again; what was cut off in the middle is completed by the next asking. Knows no route.
import { keyInForce } from '../../ledger/lock/signatures.ts';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import { goingOnHere } from '../../ledger/past/programmes.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Actor } from '../../machines/record/submission.ts';
import type { Clocks } from '../door/clocks.ts';
import type { Door } from '../door/door.ts';
import type { Outcome } from '../door/outcome.ts';
import type { HeldKeys } from './keyring.ts';

export interface RotationParts {
  ledger: Pick<Ledger, 'programmes' | 'keys'>;
  door: Pick<Door, 'submitToProgramme'>;
  clocks: Pick<Clocks, 'of'>;
  heldKeys: HeldKeys;
}

/** inForce: it was already. Anything else is the door's word, or that nobody can sign for the programme. */
export type Rotated = { definition: ProgrammeDefinition; outcome: Outcome | { status: 'inForce' } };

export interface Rotation {
  to: Signer;
  rotated: Rotated[];
  /** Every programme names the key now, and the one before is gone where it was this server's own. */
  complete: boolean;
}

/** Null where a setting names the key and it is in force everywhere already: the operator has to give another. */
export async function rotateKeys(
  parts: RotationParts,
  actorIn: (definition: ProgrammeDefinition, today: string) => Actor,
): Promise<Rotation | null> {
  const { ledger, heldKeys } = parts;
  const programmes = goingOnHere(await ledger.programmes()).map(({ definition }) => definition);
  heldKeys.own?.makeNext();
  const [to] = heldKeys.signers();
  if (!to) throw new Error('a server holds a key');
  const rotated: Rotated[] = [];
  for (const definition of programmes) {
    rotated.push({ definition, outcome: await rotateOne(parts, definition, to, actorIn) });
  }
  const isNothingNew = rotated.every(({ outcome }) => outcome.status === 'inForce');
  if (isNothingNew && heldKeys.own === null) return null;
  const complete = rotated.every(({ outcome }) => ['inForce', 'recorded'].includes(outcome.status));
  if (complete) heldKeys.own?.dropFormer();
  return { to, rotated, complete };
}

async function rotateOne(
  { ledger, door, clocks }: RotationParts,
  definition: ProgrammeDefinition,
  to: Signer,
  actorIn: (definition: ProgrammeDefinition, today: string) => Actor,
): Promise<Rotated['outcome']> {
  const { code } = definition;
  if (keyInForce(await ledger.keys(code))?.id === to.id) return { status: 'inForce' };
  const fact = { type: 'signingKey.rotated' as const, publicKey: to.publicKey };
  try {
    const { today: occurredOn } = await clocks.of(definition);
    const outcome = await door.submitToProgramme(code, {
      fact,
      actor: actorIn(definition, occurredOn),
      occurredOn,
      // Whoever asks again asks for the same.
      requestId: `signing-key/${to.id}`,
    });
    // Read anew, so that this server signs by the new key from the next act on.
    await ledger.keys(code);
    return outcome;
  } catch (cause) {
    return { status: 'unanswered', cause };
  }
}

/** Drops a former key that no programme names any more: a change that was cut off at its very end. */
export async function finishRotation({
  ledger,
  heldKeys,
}: Omit<RotationParts, 'door' | 'clocks'>): Promise<void> {
  const [newest, former] = heldKeys.signers();
  if (!heldKeys.own || !newest || !former) return;
  for (const { definition } of goingOnHere(await ledger.programmes())) {
    if (keyInForce(await ledger.keys(definition.code))?.id !== newest.id) return;
  }
  heldKeys.own.dropFormer();
}
