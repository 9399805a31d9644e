// Everything the routes are made from, handed in: no route opens a connection of its own.
import type { Client } from '@temporalio/client';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { SecondFactorSetting } from '../host/process/sign-in-settings.ts';
import type { Ledger } from '../ledger/open.ts';
import type { ProgrammeDefinition } from '../machines/programme/definition.ts';
import type { AccessLog } from './accounts/access-log.ts';
import type { AccessTokens } from './accounts/access-tokens.ts';
import type { CalendarFeeds } from './accounts/calendar-feeds.ts';
import type { FirstSecret } from './accounts/first/first-secret.ts';
import type { People } from './accounts/people.ts';
import type { Departures } from './accounts/provider/departures.ts';
import type { Provider } from './accounts/provider/provider.ts';
import type { Subjects } from './accounts/provider/subjects.ts';
import type { SecondFactors } from './accounts/second-factor/second-factors.ts';
import type { AddressRate } from './accounts/sign-in/address-rate.ts';
import type { Authentication } from './accounts/sign-in/authentication.ts';
import type { Lockout } from './accounts/sign-in/lockout.ts';
import type { ChangeHub } from './changes/hub.ts';
import type { Checkpoints } from './checkpoints/checkpoints.ts';
import type { Clocks } from './door/clocks.ts';
import type { Door } from './door/door.ts';
import type { SystemNames } from './door/naming/system-names.ts';
import type { Health } from './health/health.ts';
import type { Known } from './http/problem/known-values.ts';
import type { Loader } from './intake/loader.ts';
import type { HeldKeys } from './keys/keyring.ts';

export interface ServerParts {
  ledger: Ledger;
  temporal: Client;
  door: Door;
  clocks: Clocks;
  checkpoints: Checkpoints;
  loader: Loader;
  heldKeys: HeldKeys;
  systemNames: (definition: ProgrammeDefinition) => Promise<SystemNames>;
  /** The phases of all its systems' paths. */
  phaseNames: (definition: ProgrammeDefinition) => Promise<Known[]>;
  people: People;
  authentication: Authentication;
  lockout: Lockout;
  /** The identity provider beside local passwords; null where there is none. */
  provider: Provider | null;
  departures: Departures;
  subjects: Subjects;
  /** Of whom a second factor is asked. */
  secondFactor: SecondFactorSetting;
  secondFactors: SecondFactors;
  /** Of its codes. */
  codeLockout: Lockout;
  signInLimit: AddressRate;
  /** By which an installation that nobody administers is set up. */
  firstSecret: FirstSecret;
  tokens: AccessTokens;
  feeds: CalendarFeeds;
  /** How often one person's calendar is read, and how often one address tries others. */
  feedLimit: AddressRate;
  guessLimit: AddressRate;
  accessLog: AccessLog;
  /** What has moved, for whoever listens. */
  changes: ChangeHub;
  /** SHA-256 of the machine's own operator's token; null where there is none. */
  operatorDigest: string | null;
  health: Health;
  /** Lets whoever sends it read the measures at the main address; null: nobody. */
  metricsToken: string | null;
  /** The names under which this server answers. */
  hostNames: ReadonlySet<string>;
  remoteAddress: (c: Context) => string;
  isHttps: (c: Context) => boolean;
  /** Folder of the built console; null where there is none. */
  consoleFolder: string | null;
  log: Logger;
}
