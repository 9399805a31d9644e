// Makes the server's parts from its connections: the same for the process and for tests.
import type { Client } from '@temporalio/client';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { SecondFactorSetting } from '../host/process/sign-in-settings.ts';
import type { Ledger } from '../ledger/open.ts';
import { taskQueue as productQueue } from '../workflows/messages.ts';
import { createAccessLog } from './accounts/access-log.ts';
import { createAccessTokens, digestOf } from './accounts/access-tokens.ts';
import { createCalendarFeeds } from './accounts/calendar-feeds.ts';
import { createFirstSecret } from './accounts/first/first-secret.ts';
import { createPeople } from './accounts/people.ts';
import { createDepartures } from './accounts/provider/departures.ts';
import { createProvider, type ProviderSettings } from './accounts/provider/provider.ts';
import { createSubjects } from './accounts/provider/subjects.ts';
import { createRehearsalAccounts } from './accounts/rehearsal-accounts.ts';
import { createSecondFactors } from './accounts/second-factor/second-factors.ts';
import { createAddressRate } from './accounts/sign-in/address-rate.ts';
import { createAuthentication } from './accounts/sign-in/authentication.ts';
import { createLockout } from './accounts/sign-in/lockout.ts';
import { createChangeHub } from './changes/hub.ts';
import { createCheckpoints } from './checkpoints/checkpoints.ts';
import { createClocks } from './door/clocks.ts';
import { createDoor, type DoorLimits } from './door/door.ts';
import { createPhaseNames } from './door/naming/phase-names.ts';
import { createSystemNames } from './door/naming/system-names.ts';
import { createHealth } from './health/health.ts';
import { createLoader } from './intake/loader.ts';
import { createStarter, type Starter } from './intake/starter.ts';
import { recordedClock } from './intake/starting-clock.ts';
import { createKeyring, type HeldKeys } from './keys/keyring.ts';
import type { ServerParts } from './parts.ts';

/** In a minute: of one calendar, which several programs of its owner may read; and by one address, of what is none. */
const FEED_READS = 30;
const FEED_GUESSES = 60;

export interface Connections {
  ledger: Ledger;
  temporal: Client;
  /** The product's own where left out. */
  taskQueue?: string;
  /** Of the embedded servers and this server's secrets; null where there is none to look at. */
  dataFolder?: string | null;
  /** They vouch for senders. */
  heldKeys: HeldKeys;
  /** Signs session cookies, and seals what lets people in. */
  secret: string;
  /** Whether a mail server is set; left out: not known. */
  mail?: boolean | null;
  /** Left out: none. */
  provider?: ProviderSettings | null;
  /** Left out: off. */
  secondFactor?: SecondFactorSetting;
  operatorToken: string | null;
  consoleFolder: string | null;
  remoteAddress: (c: Context) => string;
  isHttps: (c: Context) => boolean;
  hostNames: ReadonlySet<string>;
  metricsToken: string | null;
  log: Logger;
  limits?: DoorLimits;
}

export function composeParts(given: Connections): ServerParts & { starter: Starter } {
  const { ledger, temporal, heldKeys, secret, operatorToken, consoleFolder, remoteAddress, log } = given;
  const {
    taskQueue = productQueue,
    dataFolder = null,
    provider = null,
    secondFactor = 'off',
    mail = null,
  } = given;
  const { sql } = ledger.database;
  const people = createPeople(sql);
  const authentication = createAuthentication({ database: ledger.database, secret });
  const rehearsalAccounts = createRehearsalAccounts(people, authentication);
  const keyring = createKeyring(heldKeys, ledger);
  const starter = createStarter(temporal, keyring, taskQueue);
  const health = createHealth({ ledger, temporal, taskQueue, starter, heldKeys, dataFolder, mail, log });
  const door = createDoor({ ledger, temporal, keyring, care: health.care, limits: given.limits });
  return {
    ledger,
    temporal,
    starter,
    door,
    clocks: createClocks(temporal, {
      revive: health.care.revive,
      ofHandedOver: async (code) => ((await ledger.isHandedOver(code)) ? recordedClock(ledger, code) : null),
    }),
    checkpoints: createCheckpoints({ ledger, keyring, log }),
    loader: createLoader({ ledger, temporal, starter, door, rehearsalAccounts }),
    systemNames: createSystemNames(ledger),
    phaseNames: createPhaseNames(ledger),
    heldKeys,
    people,
    authentication,
    lockout: createLockout(sql, secret),
    provider: provider && createProvider(provider),
    departures: createDepartures(sql),
    subjects: createSubjects(sql),
    secondFactor,
    secondFactors: createSecondFactors(sql, secret),
    codeLockout: createLockout(sql, secret, 'second-factor'),
    signInLimit: createAddressRate(sql),
    firstSecret: createFirstSecret(),
    tokens: createAccessTokens(sql),
    feeds: createCalendarFeeds(sql),
    feedLimit: createAddressRate(sql, { of: 'feed of ', limit: FEED_READS }),
    guessLimit: createAddressRate(sql, { of: 'feeds from ', limit: FEED_GUESSES }),
    accessLog: createAccessLog(sql),
    changes: createChangeHub(ledger, (why) => log.warn({ err: why }, 'changes are not heard for now')),
    operatorDigest: operatorToken === null ? null : digestOf(operatorToken),
    health,
    remoteAddress,
    isHttps: given.isHttps,
    hostNames: given.hostNames,
    metricsToken: given.metricsToken,
    consoleFolder,
    log,
  };
}
