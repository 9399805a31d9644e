// How often one address, or one network of IPv6, may try to sign in or read by a guessed address, in windows of a minute that every server of
// one database shares. Knows no account: that is lockout's.
import type { Sql } from 'postgres';
import { networkOf } from './network.ts';

/** A whole office may share one address behind its proxy and sign in at nine. */
export const LIMIT = 120;
const WINDOW_SECONDS = 60;

export interface AddressRate {
  /** Counts a try; gives the seconds to wait when there were too many, else null. */
  attempt: (address: string) => Promise<number | null>;
}

/** @param of what is counted by itself; left out: signing in */
export function createAddressRate(sql: Sql, { of = '', limit = LIMIT } = {}): AddressRate {
  return {
    attempt: async (address) => {
      await sql`delete from sign_in_rate where since < now() - make_interval(secs => ${WINDOW_SECONDS})`;
      const [row] = await sql<{ tries: number; wait: number }[]>`
        insert into sign_in_rate as kept (address, tries, since) values (${`${of}${networkOf(address)}`}, 1, now())
        on conflict (address) do update set tries = kept.tries + 1
        returning tries,
          greatest(1, ceil(extract(epoch from since + make_interval(secs => ${WINDOW_SECONDS}) - now())))::int as wait`;
      return row !== undefined && row.tries > limit ? row.wait : null;
    },
  };
}
