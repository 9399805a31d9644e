// The stored sign-ins of this user, one per server, in a file only they can read.
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';

const signIn = z.object({
  url: z.string(),
  account: z.string(),
  token: z.string(),
  /** The token's id on the server, to end it with; absent where it was issued elsewhere. */
  tokenId: z.string().optional(),
});
export type StoredSignIn = z.infer<typeof signIn>;
const fileShape = z.object({ signIns: z.array(signIn) });

export function signInFile(env: NodeJS.ProcessEnv): string {
  return join(env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'sekimori', 'sign-in.json');
}

/** The sign-in at an address, or the latest one where no address is given. */
export function storedSignIn(env: NodeJS.ProcessEnv, url: string | null): StoredSignIn | null {
  const all = readSignIns(env);
  return all.find((stored) => url === null || stored.url === url) ?? null;
}

export function keepSignIn(env: NodeJS.ProcessEnv, fresh: StoredSignIn): void {
  write(env, [fresh, ...readSignIns(env).filter(({ url }) => url !== fresh.url)]);
}

/** Forgets the sign-in at an address; gives back what stood there. */
export function dropSignIn(env: NodeJS.ProcessEnv, url: string | null): StoredSignIn | null {
  const stored = storedSignIn(env, url);
  if (stored)
    write(
      env,
      readSignIns(env).filter((other) => other.url !== stored.url),
    );
  return stored;
}

function readSignIns(env: NodeJS.ProcessEnv): StoredSignIn[] {
  const file = signInFile(env);
  let content: string;
  try {
    content = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw unreadable(file);
  }
  try {
    return fileShape.parse(JSON.parse(content)).signIns;
  } catch {
    throw unreadable(file);
  }
}

const unreadable = (file: string) =>
  new CommandFailure('wrongUse', {
    ja: `サインインの記録 ${file} を読み取れません。削除して、sekimori login をやり直してください。`,
    en: `The stored sign-in ${file} cannot be read. Remove it and run sekimori login again.`,
  });

function write(env: NodeJS.ProcessEnv, signIns: StoredSignIn[]): void {
  const file = signInFile(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  writeFileSync(fresh, JSON.stringify({ signIns }, null, 2), { mode: 0o600 });
  chmodSync(fresh, 0o600);
  renameSync(fresh, file);
}
