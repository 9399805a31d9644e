// How often one address may try to sign in: a window that slides, in memory. Knows no account: that is lockout's.
/** A whole office may share one address behind its proxy and sign in at nine. */
export const LIMIT = 120;
const WINDOW_MS = 60_000;
const ADDRESSES = 10_000;

export interface RateLimit {
  /** Counts a try; gives the seconds to wait when there were too many, else null. */
  attempt: (address: string) => number | null;
}

export function createRateLimit(now: () => number = Date.now): RateLimit {
  const tries = new Map<string, number[]>();
  return {
    attempt: (address) => {
      const at = now();
      const recent = (tries.get(address) ?? []).filter((time) => at - time < WINDOW_MS);
      const [eldest] = recent;
      if (recent.length >= LIMIT && eldest !== undefined) return Math.ceil((eldest + WINDOW_MS - at) / 1000);
      tries.delete(address);
      tries.set(address, [...recent, at]);
      const first = tries.keys().next();
      if (tries.size > ADDRESSES && !first.done) tries.delete(first.value);
      return null;
    },
  };
}
