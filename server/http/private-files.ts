// Two files of the data folder that only their owner may read: what signs session cookies, and the operator's token.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivate } from '../../host/process/private-file.ts';
import { newToken } from '../accounts/access-tokens.ts';

/** Made on the first start; several servers of one database share a copy of it. */
export function sessionSecret(dataFolder: string): string {
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const file = join(dataFolder, 'session-secret');
  if (!existsSync(file)) writePrivate(file, randomBytes(48).toString('base64url'));
  return readFileSync(file, 'utf8').trim();
}

/** A new token at every start: the old one is of no use any more. */
export function operatorToken(dataFolder: string, url: string): string {
  const token = newToken();
  writePrivate(join(dataFolder, 'operator.json'), `${JSON.stringify({ url, token }, null, 2)}\n`);
  return token;
}
