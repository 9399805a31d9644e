// The key that vouches for senders: made at the first start, kept for its owner's eyes only, given to the server alone. Others
// are told its public half.
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartFailure } from './start-failure.ts';

export interface SigningFiles {
  /** PEM of the private key, and of its public half. */
  privateFile: string;
  publicFile: string;
}

/** The given key's files, or those of the data folder's own key, which is made where there is none. */
export function signingFilesOf(dataFolder: string, given: string | null): SigningFiles {
  const folder = join(dataFolder, 'secrets');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const privateFile = given ?? join(folder, 'signing-key.pem');
  if (!existsSync(privateFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writePrivate(privateFile, pemOf(privateKey));
  }
  const publicFile = join(folder, 'signing-public.pem');
  writePrivate(publicFile, pemOf(createPublicKey(readSigningKey(privateFile))));
  return { privateFile, publicFile };
}

/** @throws StartFailure where the file holds no private Ed25519 key in PEM */
export function readSigningKey(file: string): KeyObject {
  const key = readKey('SEKIMORI_SIGNING_KEY', file, () => createPrivateKey(readFileSync(file, 'utf8')));
  return requireEd25519('SEKIMORI_SIGNING_KEY', file, key);
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

const pemOf = (key: KeyObject): string =>
  key.export({ format: 'pem', type: key.type === 'private' ? 'pkcs8' : 'spki' }).toString();

function readKey(variable: string, file: string, read: () => KeyObject): KeyObject {
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

function writePrivate(file: string, text: string): void {
  const fresh = `${file}.${process.pid}`;
  const handle = openSync(fresh, 'w', 0o600);
  writeSync(handle, text);
  fsyncSync(handle);
  closeSync(handle);
  renameSync(fresh, file);
}
