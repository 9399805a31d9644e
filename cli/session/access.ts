// Where the server is and as whom it is spoken to: the environment, the data folder of an embedded server on this
// machine, or a stored sign-in. Reads files only; asks no server.
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { accountPattern } from '../../machines/values/names/account-name.ts';
import { CommandFailure } from '../failure.ts';
import { readIfThere } from '../files.ts';
import { storedSignIn } from './sign-in-file.ts';

export const defaultUrl = 'http://127.0.0.1:8700';

export type Credential = { kind: 'token'; token: string } | { kind: 'cookie'; cookie: string };

export interface Access {
  /** Without a trailing slash. */
  url: string;
  credential: Credential | null;
  /** The rehearsal account to act as; null for oneself. */
  actAs: string | null;
}

export interface AccessOptions {
  url?: string | undefined;
  as?: string | undefined;
}

const operatorFile = z.object({ url: z.url(), token: z.string().min(1) });

/**
 * In this order: `--url` or SEKIMORI_URL with SEKIMORI_TOKEN; a data folder named by SEKIMORI_DATA, or any where `--as`
 * asks for the operator; a stored sign-in; the data folder here.
 */
export function findAccess(options: AccessOptions, env: NodeJS.ProcessEnv): Access {
  const actAs = accountFrom(options.as);
  const url = serverUrl(options.url ?? env.SEKIMORI_URL);
  const token = env.SEKIMORI_TOKEN;
  if (token) return { url: url ?? defaultUrl, credential: { kind: 'token', token }, actAs };
  const operator = operatorAccess(env, url);
  if (operator && (actAs !== null || env.SEKIMORI_DATA)) return { ...operator, actAs };
  const stored = storedSignIn(env, url);
  if (stored) return { url: stored.url, credential: { kind: 'token', token: stored.token }, actAs };
  return operator ? { ...operator, actAs } : { url: url ?? defaultUrl, credential: null, actAs };
}

/** Accounts are plain letters, digits and signs; anything else could not even be sent. */
function accountFrom(given: string | undefined): string | null {
  if (given === undefined) return null;
  if (accountPattern.test(given)) return given;
  throw new CommandFailure('wrongUse', {
    ja: `--as にはアカウント名（英小文字・数字）を指定してください（「${given}」）。`,
    en: `--as takes an account's name (a-z, 0-9), not "${given}".`,
  });
}

/** An address without its trailing slash. @throws CommandFailure where it is none */
export function serverUrl(given: string | undefined): string | null {
  if (given === undefined || given === '') return null;
  if (URL.canParse(given) && ['http:', 'https:'].includes(new URL(given).protocol))
    return given.replace(/\/+$/, '');
  throw new CommandFailure('wrongUse', {
    ja: `サーバのアドレス「${given}」を読み取れません。http:// か https:// で始まる形で指定してください。`,
    en: `"${given}" is no server address: give one beginning with http:// or https://.`,
  });
}

/** The operator of an embedded server on this machine; null where none is found or it serves another address. */
function operatorAccess(env: NodeJS.ProcessEnv, url: string | null): Omit<Access, 'actAs'> | null {
  const file = join(resolve(env.SEKIMORI_DATA || 'data'), 'operator.json');
  const content = readIfThere(file, {
    ja: `${file} を読めません（このサーバを起動した利用者だけが読めます）。sekimori login でサインインしてください。`,
    en: `${file} cannot be read (only the user who started the server may). Sign in with sekimori login.`,
  });
  if (content === null) return null;
  const read = operatorFile.safeParse(jsonOf(content));
  if (!read.success) {
    throw new CommandFailure('wrongUse', {
      ja: `${file} を読み取れません。サーバを起動し直すと作り直されます。`,
      en: `${file} cannot be understood. Restart the server to have it written again.`,
    });
  }
  const found = serverUrl(read.data.url) ?? defaultUrl;
  if (url !== null && url !== found) return null;
  return { url: found, credential: { kind: 'token', token: read.data.token } };
}

function jsonOf(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null; // refused by the schema, with its sentence
  }
}
