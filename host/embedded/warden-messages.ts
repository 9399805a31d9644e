// What the supervisor and the warden say to each other over their channel.

import type { StartFault } from '../process/start-failure.ts';
import type { PostgresAddresses } from './postgres-server.ts';
import type { TemporalAddresses, TemporalPlan } from './temporal-server.ts';

export interface WardenPlan {
  dataFolder: string;
  /** Whether to run PostgreSQL, and on which port when it must come back on an earlier one. */
  postgres: { port?: number } | null;
  temporal: TemporalPlan | null;
}

export interface EmbeddedServers {
  postgres: PostgresAddresses | null;
  temporal: TemporalAddresses | null;
}

export type ServerName = 'PostgreSQL' | 'Temporal';

export type ToWarden =
  | { kind: 'start'; plan: WardenPlan }
  /** A process that uses the servers: they wait for its end before they stop. */
  | { kind: 'ward'; pid: number }
  | { kind: 'stop'; immediately: boolean };

export type FromWarden =
  | { kind: 'started'; servers: EmbeddedServers }
  | { kind: 'failed'; faults: StartFault[]; text: string }
  | { kind: 'restarting'; server: ServerName; why: string }
  | { kind: 'restarted'; server: ServerName; pid: number };
