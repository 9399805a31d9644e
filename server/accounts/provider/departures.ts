// Who has set out for the provider and is not back yet. Each is taken out once, by the secret that the browser was given, within ten
// minutes: an answer that comes twice, late, or to another browser opens nothing.
import { createHash, randomBytes } from 'node:crypto';
import type { Sql } from 'postgres';
import type { SentOut } from './provider.ts';

export const DEPARTED_SECONDS = 600;

export interface Departure extends SentOut {
  /** The page of the console that was asked for. */
  back: string;
}

export type Departures = ReturnType<typeof createDepartures>;

const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

export function createDepartures(sql: Sql) {
  return {
    /** Gives the secret for the browser. */
    keep: async ({ state, nonce, verifier, redirectUri, back }: Departure): Promise<string> => {
      const secret = randomBytes(32).toString('base64url');
      await sql`delete from sign_in_departure where at < now() - make_interval(secs => ${DEPARTED_SECONDS})`;
      await sql`
        insert into sign_in_departure (digest, state, nonce, verifier, redirect_uri, back)
        values (${digestOf(secret)}, ${state}, ${nonce}, ${verifier}, ${redirectUri}, ${back})`;
      return secret;
    },
    /** Null where there is none, it is too long ago, or it was taken already. */
    take: async (secret: string): Promise<Departure | null> => {
      const [row] = await sql<Departure[]>`
        delete from sign_in_departure
        where digest = ${digestOf(secret)} and at >= now() - make_interval(secs => ${DEPARTED_SECONDS})
        returning state, nonce, verifier, redirect_uri as "redirectUri", back`;
      return row ?? null;
    },
  };
}
