// The key that an installation makes for itself: kept in its data folder for its owner's eyes only. One that is to replace
// it stands beside it until every programme names it. Knows no programme.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../private-file.ts';

const filesIn = (dataFolder: string) => {
  const folder = join(dataFolder, 'secrets');
  return {
    folder,
    current: join(folder, 'signing-key.pem'),
    next: join(folder, 'signing-key.next.pem'),
    publicHalves: join(folder, 'signing-public.pem'),
  };
};

/** The private keys that are there, the newest first. */
export function ownKeys(dataFolder: string): KeyObject[] {
  const { current, next } = filesIn(dataFolder);
  return [next, current].filter(existsSync).map((file) => createPrivateKey(readFileSync(file, 'utf8')));
}

/** Makes the first key where there is none. */
export function makeFirstKey(dataFolder: string): void {
  const { current } = filesIn(dataFolder);
  if (ownKeys(dataFolder).length === 0) makeKey(dataFolder, current);
}

/** Makes the key that is to replace the one there is; where one was made already, that stays. */
export function makeNextKey(dataFolder: string): void {
  const { next } = filesIn(dataFolder);
  if (!existsSync(next)) makeKey(dataFolder, next);
  writePublicHalves(dataFolder, ownKeys(dataFolder));
}

/** The next key is the only one from here on; the one before it is gone. */
export function dropFormerKey(dataFolder: string): void {
  const { current, next } = filesIn(dataFolder);
  if (existsSync(next)) renameSync(next, current);
  writePublicHalves(dataFolder, ownKeys(dataFolder));
}

/** The file that tells workers which keys a new programme may name. */
export function writePublicHalves(dataFolder: string, keys: readonly KeyObject[]): string {
  const { publicHalves } = filesIn(dataFolder);
  writeSecret(dataFolder, publicHalves, keys.map((key) => pemOf(createPublicKey(key))).join(''));
  return publicHalves;
}

function makeKey(dataFolder: string, file: string): void {
  writeSecret(dataFolder, file, pemOf(generateKeyPairSync('ed25519').privateKey));
}

const pemOf = (key: KeyObject): string =>
  key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();

function writeSecret(dataFolder: string, file: string, text: string): void {
  mkdirSync(filesIn(dataFolder).folder, { recursive: true, mode: 0o700 });
  writePrivate(file, text);
}
