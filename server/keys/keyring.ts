// The keys this server holds, and which of them signs for a programme: always the one that the programme's own chain names.

import { keyInForce } from '../../ledger/lock/signatures.ts';
import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';

export interface HeldKeys {
  /** The newest first: that one is meant to be in force in every programme. */
  signers: () => readonly Signer[];
  /** How the key is replaced where it is this server's own; null where a setting names it. */
  own: {
    /** Makes the next key; where one was made already, that stays. */
    makeNext: () => void;
    /** Drops the key before it: no programme names that any more. */
    dropFormer: () => void;
  } | null;
}

/** Keys that a setting names, in its order. */
export const givenKeys = (...signers: Signer[]): HeldKeys => ({ signers: () => signers, own: null });

/** A programme names a key whose private half this server has not. */
export class KeyMissing extends Error {
  override readonly name = 'KeyMissing';
  readonly programme: string;
  readonly key: string;
  constructor(programme: string, key: string) {
    super(`the private half of ${key}, in force in ${programme}, is not here`);
    this.programme = programme;
    this.key = key;
  }
}

export interface Keyring {
  /** What a new programme's chain is to name. */
  newest: () => Signer;
  /** The newest where the chain names none yet. @throws KeyMissing */
  of: (programme: string) => Promise<Signer>;
}

export function createKeyring(held: HeldKeys, ledger: Pick<Ledger, 'keys' | 'keysLately'>): Keyring {
  const newest = () => {
    const [signer] = held.signers();
    if (!signer) throw new Error('a server holds a key');
    return signer;
  };
  const heldBy = (id: string) => held.signers().find((signer) => signer.id === id);
  return {
    newest,
    of: async (programme) => {
      const lately = keyInForce(await ledger.keysLately(programme));
      if (lately === null) return newest();
      const signer = heldBy(lately.id);
      if (signer) return signer;
      // It may have been replaced a moment ago, by another server.
      const now = keyInForce(await ledger.keys(programme)) ?? lately;
      const found = heldBy(now.id);
      if (!found) throw new KeyMissing(programme, now.id);
      return found;
    },
  };
}
