// Which earlier entry an entry tells of again, so that it is hidden where that one is, in whichever phase it was recorded itself: what is
// put right is quoted by its correction; a contract is told of by what changes or ends it. Pure.
import type { Fact } from '../acts.ts';
import { CONTRACT_MADE } from './shapes.ts';

interface Placed {
  seq: number;
  type: string;
  /** The entry that it names, where it names one. */
  names: number | null;
}

const OF_A_CONTRACT: ReadonlySet<string> = new Set<Fact['type']>(['contract.amended', 'contract.terminated']);

/**
 * Its place in the chain; null where an entry tells of itself alone.
 * @param chain all of it, in order
 */
export function retoldBy({ seq, type, names }: Placed, chain: readonly Placed[]): number | null {
  if (names !== null) return names < seq ? names : null;
  if (!OF_A_CONTRACT.has(type)) return null;
  return chain.findLast((one) => one.seq < seq && one.type === CONTRACT_MADE)?.seq ?? null;
}
