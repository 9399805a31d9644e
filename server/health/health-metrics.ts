// What is measured of the runs and the workers. No label names a chain or a person.
import { Counter, Gauge, type Registry } from 'prom-client';
import { type KnownRuns, type Treatment, treatments } from './known-runs.ts';
import { illnesses } from './verdict.ts';

export interface HealthCounts {
  healed: (kind: Treatment) => void;
  unanswered: () => void;
  /** Adds them to what a server serves; the numbers live with this server's watch. */
  register: (registry: Registry) => void;
}

export function createHealthCounts(runs: KnownRuns, livingWorkers: () => Promise<number>): HealthCounts {
  const healed = new Counter({
    name: 'sekimori_healed_total',
    help: 'Runs that were made whole from the ledger, by what they suffered from.',
    labelNames: ['kind'],
    registers: [],
  });
  for (const kind of treatments) healed.inc({ kind }, 0);
  const unanswered = new Counter({
    name: 'sekimori_acts_unanswered_total',
    help: 'Acts that got no answer in time.',
    registers: [],
  });
  return {
    healed: (kind) => healed.inc({ kind }),
    unanswered: () => unanswered.inc(),
    register: (registry) => {
      registry.registerMetric(healed);
      registry.registerMetric(unanswered);
      registerGauges(registry, runs, livingWorkers);
    },
  };
}

function registerGauges(registry: Registry, runs: KnownRuns, livingWorkers: () => Promise<number>): void {
  const registers = [registry];
  new Gauge({
    name: 'sekimori_runs',
    help: 'Runs that must exist, by the state they were last seen in.',
    labelNames: ['state'],
    registers,
    collect() {
      const counts = runs.counts();
      for (const state of ['well', ...illnesses] as const) this.set({ state }, counts[state]);
    },
  });
  new Gauge({
    name: 'sekimori_runs_waited_for',
    help: 'Runs that an act waits for without an answer.',
    registers,
    collect() {
      this.set(runs.report().waiting.length);
    },
  });
  new Gauge({
    name: 'sekimori_workers',
    help: 'Workers that show life.',
    registers,
    async collect() {
      this.set(await livingWorkers());
    },
  });
}
