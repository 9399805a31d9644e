// The keys of this server's own, in its data folder: read again after each change, so that the files alone say what there is.
import { dropFormerKey, makeNextKey } from '../../host/process/keys/own-signing-key.ts';
import { readOwnKeys } from '../../host/process/keys/signing-keys.ts';
import { createSigner } from '../../ledger/lock/signer.ts';
import type { HeldKeys } from './keyring.ts';

/** @throws StartFailure where there is none */
export function ownHeldKeys(dataFolder: string): HeldKeys {
  const read = () => readOwnKeys(dataFolder).map(createSigner);
  let signers = read();
  const then = (change: (dataFolder: string) => void) => () => {
    change(dataFolder);
    signers = read();
  };
  return { signers: () => signers, own: { makeNext: then(makeNextKey), dropFormer: then(dropFormerKey) } };
}
