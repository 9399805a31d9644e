// What this server knows of the runs that must exist: which are ill, where each well one was seen, which to look at next.
// In memory only: another server, or this one after a restart, looks for itself.
import type { DrivenChain } from '../../ledger/chain/driven-chains.ts';
import { type Illness, illnesses, type Verdict } from './verdict.ts';

export interface IllRun {
  chain: string;
  kind: Illness;
  cause: string;
  /** When it was first seen so. */
  since: string;
}

export interface RunsReport {
  /** Runs that must exist. */
  expected: number;
  /** How many of them were looked at since this server started. */
  seen: number;
  ill: IllRun[];
  /** Runs that acts wait for, since when. */
  waiting: { chain: string; since: string }[];
  /** When the last round ended; null before the first. */
  lookedAt: string | null;
}

/** The illness that was treated. */
export const treatments = ['gone', 'behind', 'strayed', 'held', 'foreign'] as const;
export type Treatment = (typeof treatments)[number];

export class KnownRuns {
  readonly #ill = new Map<string, IllRun>();
  readonly #wellAt = new Map<string, number>();
  readonly #waiting = new Map<string, string>();
  readonly #suspects = new Set<string>();
  /** What was done for a run that was not seen well since. */
  readonly #treated = new Map<string, Treatment>();
  #expected: ReadonlySet<string> = new Set();
  #lookedAt: string | null = null;

  /** What must exist now; what is said of others is forgotten. */
  expect(chains: readonly DrivenChain[]): void {
    this.#expected = new Set(chains.map(({ chain }) => chain));
    for (const known of [this.#ill, this.#wellAt, this.#waiting, this.#treated]) {
      for (const chain of known.keys()) if (!this.#expected.has(chain)) known.delete(chain);
    }
  }

  treat(chain: string, treatment: Treatment): void {
    this.#treated.set(chain, treatment);
    this.#suspects.add(chain);
  }

  /** Gives the treatment that has helped, once. */
  learn(chain: string, verdict: Verdict): Treatment | null {
    this.#suspects.delete(chain);
    if (verdict.state === 'well') return this.#learnWell(chain, verdict.seq);
    this.#wellAt.delete(chain);
    const { state: kind, cause } = verdict;
    const before = this.#ill.get(chain);
    const since = before?.kind === kind ? before.since : new Date().toISOString();
    this.#ill.set(chain, { chain, kind, cause, since });
    return null;
  }

  #learnWell(chain: string, seq: number): Treatment | null {
    const treatment = this.#treated.get(chain) ?? null;
    for (const known of [this.#ill, this.#waiting, this.#treated]) known.delete(chain);
    this.#wellAt.set(chain, seq);
    return treatment;
  }

  illness(chain: string): IllRun | null {
    return this.#ill.get(chain) ?? null;
  }

  /** An act got no answer. */
  wait(chain: string): void {
    this.#suspects.add(chain);
    if (!this.#waiting.has(chain)) this.#waiting.set(chain, new Date().toISOString());
  }

  /** True where the run was not seen at the end of its chain, or anything speaks against it. */
  wantsLook({ chain, seq }: DrivenChain): boolean {
    return this.#wellAt.get(chain) !== seq || this.#ill.has(chain) || this.#suspects.has(chain);
  }

  isUrgent({ chain }: DrivenChain): boolean {
    return this.#ill.has(chain) || this.#suspects.has(chain);
  }

  roundEnded(): void {
    this.#lookedAt = new Date().toISOString();
  }

  report(): RunsReport {
    const seen = new Set([...this.#wellAt.keys(), ...this.#ill.keys()]);
    return {
      expected: this.#expected.size,
      seen: seen.size,
      ill: [...this.#ill.values()],
      waiting: [...this.#waiting].map(([chain, since]) => ({ chain, since })),
      lookedAt: this.#lookedAt,
    };
  }

  /** How many runs are in each state; those not looked at yet are in none. */
  counts(): Record<Illness | 'well', number> {
    const none = Object.fromEntries(illnesses.map((kind) => [kind, 0])) as Record<Illness, number>;
    for (const { kind } of this.#ill.values()) none[kind] += 1;
    return { ...none, well: this.#wellAt.size };
  }
}
