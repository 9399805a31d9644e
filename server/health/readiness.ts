// Whether this server can serve, and beside it what ails single runs. One ill run does not take a server away: the others
// go on, and another server would see the same (docs/decisions/015).
import type { ReadinessReport } from '../contract/health.ts';
import { type Asked, type Essentials, essentialsOf } from './essentials.ts';
import type { KnownRuns, RunsReport } from './known-runs.ts';

/** Ill runs named in an answer; the rest is a number. */
const NAMED = 20;

export interface Readiness {
  report: () => Promise<ReadinessReport>;
  /** The programme folder of the first start is in. */
  markLoaded: () => void;
}

export function createReadiness(asked: Asked, runs: KnownRuns): Readiness {
  let isLoaded = false;
  return {
    report: async () => {
      const essentials = await essentialsOf(asked);
      const known = runs.report();
      const { database, temporal, worker } = essentials;
      const checks = { database, temporal, worker, loaded: isLoaded, runs: someServe(known) };
      const ready = Object.values(checks).every(Boolean);
      return { ready, ...checks, detail: detailOf(essentials, known) };
    },
    markLoaded: () => {
      isLoaded = true;
    },
  };
}

const someServe = ({ expected, ill }: RunsReport): boolean => expected === 0 || ill.length < expected;

function detailOf({ alive, backlog }: Essentials, known: RunsReport): ReadinessReport['detail'] {
  return {
    workers: alive.length,
    backlog,
    runs: known.expected,
    ill: known.ill.slice(0, NAMED).map(({ chain, kind, since }) => ({ chain, kind, since })),
    moreIll: Math.max(0, known.ill.length - NAMED),
    waitedFor: known.waiting.length,
    lookedAt: known.lookedAt,
  };
}
