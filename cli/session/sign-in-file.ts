// The stored sign-ins of this user, one per server, in a file only they can read.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { CommandFailure } from '../failure.ts';
import { keepPrivately, readIfThere } from '../files.ts';

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
  const unreadable = {
    ja: `サインインの記録 ${file} を読み取れません。削除して、sekimori login をやり直してください。`,
    en: `The stored sign-in ${file} cannot be read. Remove it and run sekimori login again.`,
  };
  const content = readIfThere(file, unreadable);
  if (content === null) return [];
  try {
    return fileShape.parse(JSON.parse(content)).signIns;
  } catch {
    throw new CommandFailure('wrongUse', unreadable);
  }
}

const write = (env: NodeJS.ProcessEnv, signIns: StoredSignIn[]): void =>
  keepPrivately(signInFile(env), JSON.stringify({ signIns }, null, 2));
