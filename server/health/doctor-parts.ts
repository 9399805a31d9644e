// The parts the doctor examines, in the order they are told. A new part is one examination here and its sentences.
import type { Client } from '@temporalio/client';
import { keyInForce } from '../../ledger/lock/signatures.ts';
import type { Ledger } from '../../ledger/open.ts';
import { goingOnHere } from '../../ledger/past/programmes.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { partNames } from '../contract/health.ts';
import type { HeldKeys } from '../keys/keyring.ts';
import { dataFolderState } from './data-folder.ts';
import { doctorTexts } from './doctor-texts.ts';
import type { Essentials } from './essentials.ts';
import type { KnownRuns } from './known-runs.ts';
import { lookingAhead } from './people/looking-ahead.ts';
import { reaching } from './people/reaching.ts';

const FREE_MIB = 512;
const SKEW_MS = 2_000;
/** A letter is tried again for days; by then somebody should look. */
const STUCK_FROM_ATTEMPT = 5;
/** Four rounds of the watch. */
const LOOKED_WITHIN_MS = 90_000;
const GIVEN_UP_DAYS = 7;
const MOST_NOTES = 20;

/** What a full verification found last, as far as this server knows. */
export interface LastVerification {
  at: string;
  /** Whether the record proves itself, and stands as a checkpoint of its own says where one was given. */
  ok: boolean;
  /** Whether heads that nobody signed say otherwise: theirs may be the mistake. */
  headsDiffer: boolean;
}

export interface Finding {
  ok: boolean;
  message: Text;
  /** What somebody should look to, a line each; none of it makes the part ill. */
  notes?: Text[];
  /** Plain values for programs. */
  facts: Record<string, unknown>;
}

export interface Examined {
  ledger: Ledger;
  temporal: Client;
  dataFolder: string | null;
  heldKeys: HeldKeys;
  runs: KnownRuns;
  essentials: Essentials;
  /** Whether this installation has a mail server; null where this process cannot tell. */
  mail: boolean | null;
  /** Whether a chain, or a programme, is the reader's to hear of. */
  isAsked: (chain: string) => boolean;
  lastVerification: LastVerification | null;
}

interface Examination {
  part: (typeof partNames)[number];
  examine: (given: Examined) => Promise<Finding>;
}

export const examinations: readonly Examination[] = [
  { part: 'server', examine: async () => server() },
  { part: 'database', examine: database },
  { part: 'temporal', examine: temporalServer },
  { part: 'worker', examine: async (given) => worker(given) },
  { part: 'dataFolder', examine: async (given) => dataFolder(given) },
  { part: 'keys', examine: keys },
  { part: 'clock', examine: clock },
  { part: 'outbox', examine: outbox },
  { part: 'notices', examine: notices },
  { part: 'loading', examine: loading },
  { part: 'runs', examine: async (given) => runs(given) },
  { part: 'record', examine: record },
  { part: 'ahead', examine: lookingAhead },
  { part: 'reach', examine: reaching },
];

function server(): Finding {
  const facts = { upSeconds: Math.round(process.uptime()) };
  return { ok: true, facts, message: doctorTexts.server(facts) };
}

async function database({ ledger }: Examined): Promise<Finding> {
  const began = performance.now();
  const [row] = await ledger.database.sql<{ version: string }[]>`
    select current_setting('server_version') as version`;
  const facts = { version: row?.version ?? '', ms: Math.round(performance.now() - began) };
  return { ok: true, facts, message: doctorTexts.database(facts) };
}

async function temporalServer({ temporal, essentials }: Examined): Promise<Finding> {
  const began = performance.now();
  const { serverVersion } = await temporal.workflowService.getSystemInfo({});
  const ms = Math.round(performance.now() - began);
  const facts = { version: serverVersion ?? '', ms, namespace: temporal.options.namespace };
  return { ok: essentials.temporal, facts, message: doctorTexts.temporal(facts) };
}

function worker({ essentials, runs: known }: Examined): Finding {
  const { alive, lost, backlog, worker: ok } = essentials;
  const seen = ({ host, pid, ageMs }: Essentials['alive'][number]) => ({ host, pid, ageMs });
  const message = doctorTexts.worker({
    alive: ok ? alive.length : 0,
    lost: lost.length,
    freshestMs: alive[0]?.ageMs ?? 0,
    waits: backlog === null ? null : String(backlog),
  });
  const waitedFor = known.report().waiting.length;
  return { ok, message, facts: { alive: alive.map(seen), lost: lost.map(seen), backlog, waitedFor } };
}

/** A server without a data folder of its own has nothing to show here. */
function dataFolder({ dataFolder: folder }: Examined): Finding {
  if (folder === null) return { ok: true, facts: { folder }, message: doctorTexts.noFolder() };
  const facts = { folder, neededMiB: FREE_MIB, ...dataFolderState(folder) };
  const ok = facts.freeMiB >= FREE_MIB && facts.exposed.length === 0;
  return { ok, facts, message: doctorTexts.dataFolder(facts) };
}

/** Whoever cannot sign for a programme records nothing in it; a change of keys that was cut off goes on when it is asked again. */
async function keys({ ledger, heldKeys, isAsked }: Examined): Promise<Finding> {
  const [newest, ...others] = heldKeys.signers().map(({ id }) => id);
  const named = await Promise.all(
    goingOnHere(await ledger.programmes()).map(async ({ definition: { code } }) => {
      return { programme: code, key: keyInForce(await ledger.keys(code))?.id ?? null };
    }),
  );
  const asked = named.filter(({ programme }) => isAsked(programme));
  const missing = asked.filter(({ key }) => key !== null && key !== newest && !others.includes(key));
  const former = asked.filter(({ key }) => key !== null && others.includes(key));
  const facts = { held: newest ?? null, missing, former };
  return { ok: missing.length === 0 && former.length === 0, facts, message: doctorTexts.keys(facts) };
}

/** Entries carry the workers' clocks, lists the database's: they must not be far apart. */
async function clock({ ledger }: Examined): Promise<Finding> {
  const before = Date.now();
  const [row] = await ledger.database.sql<{ ms: number }[]>`
    select (1000 * extract(epoch from clock_timestamp()))::float8 as ms`;
  const after = Date.now();
  const skewMs = Math.round((row?.ms ?? Number.NaN) - (before + after) / 2);
  const ok = Math.abs(skewMs) <= SKEW_MS + (after - before) / 2;
  return { ok, facts: { skewMs }, message: doctorTexts.clock({ skewMs }) };
}

async function outbox({ ledger }: Examined): Promise<Finding> {
  const [{ letters: waiting }, { letters: stuck, why }] = await Promise.all([
    ledger.outbox.waiting(),
    ledger.outbox.stuck(STUCK_FROM_ATTEMPT),
  ]);
  const facts = { waiting, stuck, why };
  return { ok: stuck === 0, facts, message: doctorTexts.outbox(facts) };
}

/** Digests on their way: a channel that has not taken one for long, and addresses that refused them. */
async function notices({ ledger, isAsked }: Examined): Promise<Finding> {
  const [waiting, lately] = await Promise.all([
    ledger.sendings.waiting(),
    ledger.sendings.lately(GIVEN_UP_DAYS),
  ]);
  const stuck = waiting.filter(({ attempts }) => attempts >= STUCK_FROM_ATTEMPT);
  const givenUp = lately.filter(({ programme }) => isAsked(programme));
  return {
    ok: stuck.length === 0,
    facts: { waiting, givenUp },
    message: doctorTexts.notices({ waiting, stuck }),
    notes: givenUp.slice(0, MOST_NOTES).map(doctorTexts.givenUp),
  };
}

async function loading({ ledger, isAsked }: Examined): Promise<Finding> {
  const unfinished = (await ledger.loadings.unfinished()).filter(isAsked);
  return {
    ok: unfinished.length === 0,
    facts: { unfinished },
    message: doctorTexts.loading({ unfinished }),
  };
}

function runs({ runs: known, isAsked }: Examined): Finding {
  const { expected, seen, ill: all, lookedAt } = known.report();
  const ill = all.filter(({ chain }) => isAsked(chain)).length;
  const isFresh = lookedAt !== null && Date.now() - Date.parse(lookedAt) < LOOKED_WITHIN_MS;
  const message = doctorTexts.runs({ expected, seen, ill, isFresh, lookedAt });
  return { ok: ill === 0 && isFresh, facts: { expected, seen, ill, lookedAt }, message };
}

/** Not a verification (`sekimori verify`): what is cheap to see, and how the last verification of this server ended. */
async function record({ ledger, isAsked, lastVerification }: Examined): Promise<Finding> {
  const lagging = (await ledger.laggingBoards()).filter(isAsked);
  const isWrong = lastVerification !== null && !lastVerification.ok;
  const verifiedAt = lastVerification?.at ?? null;
  const notes = lastVerification?.headsDiffer ? [doctorTexts.headsDiffer({ at: lastVerification.at })] : [];
  return {
    ok: lagging.length === 0 && !isWrong,
    facts: { lagging, lastVerification },
    message: doctorTexts.record({ lagging, verifiedAt, isWrong }),
    ...(notes.length > 0 ? { notes } : {}),
  };
}
