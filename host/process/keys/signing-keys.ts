// The keys that vouch for senders, as they are given or made: private ones for the server alone, public halves for others.
import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { StartFailure } from '../start-failure.ts';
import { makeFirstKey, ownKeys, writePublicHalves } from './own-signing-key.ts';

/**
 * Sees that there is a key to sign with: those given, or the data folder's own, which is made where there is none. Gives the
 * file of their public halves.
 */
export function prepareSigningKeys(dataFolder: string, given: readonly string[]): string {
  if (given.length > 0) return writePublicHalves(dataFolder, readSigningKeys(given));
  makeFirstKey(dataFolder);
  return writePublicHalves(dataFolder, readOwnKeys(dataFolder));
}

/** The data folder's own, the newest first. @throws StartFailure where there is none, or a file holds no key */
export function readOwnKeys(dataFolder: string): KeyObject[] {
  const keys = readKey('SEKIMORI_SIGNING_KEY', dataFolder, () => ownKeys(dataFolder));
  if (keys.length === 0) throw missingSetting('SEKIMORI_SIGNING_KEY');
  return keys;
}

/** In the order given. @throws StartFailure where a file holds no private Ed25519 key in PEM */
export function readSigningKeys(files: readonly string[]): KeyObject[] {
  return files.map((file) => {
    const key = readKey('SEKIMORI_SIGNING_KEY', file, () => createPrivateKey(readFileSync(file, 'utf8')));
    return requireEd25519('SEKIMORI_SIGNING_KEY', file, key);
  });
}

/** @throws StartFailure where a file holds anything but public Ed25519 keys in PEM */
export function readPublicKeys(files: readonly string[]): KeyObject[] {
  return files.flatMap((file) => {
    const blocks = readFileSync(file, 'utf8').match(/-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/g) ?? [''];
    return blocks.map((pem) => {
      const isPrivate = pem.includes('PRIVATE');
      const key = readKey('SEKIMORI_SIGNING_PUBLIC', file, () => {
        if (isPrivate) throw new Error('a private key');
        return createPublicKey(pem);
      });
      return requireEd25519('SEKIMORI_SIGNING_PUBLIC', file, key);
    });
  });
}

function readKey<T>(variable: string, file: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw wrong(variable, file); // node's own words say less than the sentence
  }
}

function requireEd25519(variable: string, file: string, key: KeyObject): KeyObject {
  if (key.asymmetricKeyType !== 'ed25519') throw wrong(variable, file);
  return key;
}

function wrong(variable: string, file: string): StartFailure {
  const [ja, en] =
    variable === 'SEKIMORI_SIGNING_KEY'
      ? [`${file} は Ed25519 の秘密鍵（PEM）ではありません。`, `${file} holds no private Ed25519 key in PEM.`]
      : [`${file} は Ed25519 の公開鍵（PEM）ではありません。`, `${file} holds no public Ed25519 key in PEM.`];
  return new StartFailure({ code: 'environment.wrong', variable, ja, en });
}

/** @throws StartFailure that names the setting that is missing */
export function missingSetting(variable: 'SEKIMORI_SIGNING_KEY' | 'SEKIMORI_SIGNING_PUBLIC'): StartFailure {
  const [ja, en] =
    variable === 'SEKIMORI_SIGNING_KEY'
      ? [
          '署名する Ed25519 秘密鍵（PEM）のファイルを指定してください。',
          'Give the file of the private Ed25519 key (PEM) that signs.',
        ]
      : [
          '署名を確かめる公開鍵（PEM）のファイルを指定してください。',
          'Give the file(s) of the public keys (PEM) that signatures are checked by.',
        ];
  return new StartFailure({ code: 'environment.wrong', variable, ja, en });
}
