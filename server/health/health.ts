// Everything of this server's that looks after runs and parts, made from its connections.
import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Ledger } from '../../ledger/open.ts';
import type { DoorCare } from '../door/door.ts';
import type { Starter } from '../intake/starter.ts';
import type { HeldKeys } from '../keys/keyring.ts';
import { createDoctor, type Doctor } from './doctor.ts';
import { essentialsOf } from './essentials.ts';
import { createHealing } from './healing.ts';
import { createHealthCounts, type HealthCounts } from './health-metrics.ts';
import { KnownRuns } from './known-runs.ts';
import { createReadiness, type Readiness } from './readiness.ts';
import { createRunWatch, type RunWatch } from './run-watch.ts';

export interface HealthParts {
  ledger: Ledger;
  temporal: Client;
  taskQueue: string;
  starter: Starter;
  heldKeys: HeldKeys;
  /** Where the embedded servers' data and this server's secrets are. */
  dataFolder: string | null;
  /** Whether mail is sent from here; left out or null where that is not known. */
  mail?: boolean | null;
  log: Logger;
  /** For tests: how long a task may be held by a worker that does not end it. */
  heldMs?: number;
}

export interface Health {
  readiness: Readiness;
  watch: RunWatch;
  care: DoorCare;
  counts: HealthCounts;
  doctor: Doctor;
}

export function createHealth(given: HealthParts): Health {
  const runs = new KnownRuns();
  const healing = createHealing({ ...given, runs });
  const counts = createHealthCounts(runs, async () => (await essentialsOf(given)).alive.length);
  const watch = createRunWatch({ ...given, runs, healing, counts });
  return {
    readiness: createReadiness(given, runs),
    watch,
    counts,
    doctor: createDoctor({ ...given, mail: given.mail ?? null, runs }),
    care: {
      revive: healing.startAnew,
      unanswered: (chain) => {
        counts.unanswered();
        watch.suspect(chain);
      },
    },
  };
}
