// Proves the record: every check that is asked for, within one snapshot of the database. Trusts the bytes of bodies, states and
// effects and nothing that the database computes.
import type postgres from 'postgres';
import { programmeOf } from '../../machines/record/chain.ts';
import type { SignedCheckpoint } from '../../machines/record/checkpoint.ts';
import { entriesBetween } from '../chain/corrected.ts';
import type { ChainHead } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { type Anchor, checkAnchors } from './anchors.ts';
import { anchorsIn, checkCheckpoint } from './checkpoint.ts';
import { checkComplete } from './complete.ts';
import { checkDefinitions, type KnownDefinitions } from './definition-rows.ts';
import { automaticEntries } from './entries/automatic.ts';
import { correctedEntries } from './entries/corrected.ts';
import { decidingDefinition } from './entries/deciding-definition.ts';
import { type PowersOfChains, powers } from './entries/powers.ts';
import { redecide } from './entries/redecide.ts';
import { resolvedEntries } from './entries/resolved.ts';
import { seenEntries } from './entries/seen.ts';
import { signatures } from './entries/signatures.ts';
import { walkChains } from './entries/walk-chains.ts';
import { Findings, inOrder } from './findings.ts';
import { checkAccessIds } from './guards/access-ids.ts';
import { checkGuards } from './guards/guards.ts';
import { inTables, KeptDefinitions } from './kept-definitions.ts';
import { compareLiveHeads, type LiveHead } from './live-heads.ts';
import { isOfSchema } from './readable.ts';
import { checkPowerRows } from './tables/power-rows.ts';
import { chainsWithRows, checkReadModels } from './tables/read-models.ts';
import { ToldChains } from './tables/told-chains.ts';
import type { Check, Checked, Wrong } from './wrong.ts';

export interface VerifyOptions {
  programme?: string | undefined;
  /** Heads kept elsewhere. */
  anchors?: readonly Anchor[] | undefined;
  /** A signed one, of which the file is whole. */
  checkpoint?: SignedCheckpoint | undefined;
  /** Heads that the one who asks has seen before. */
  remembered?: readonly Anchor[] | undefined;
  /** What Temporal remembers, asked before this is called. */
  live?: readonly LiveHead[] | undefined;
  /** Decide every event again and compare; slower by far. */
  decide?: boolean | undefined;
  /** Only these; left out, all but what was not given. */
  only?: readonly Check[] | undefined;
}

export interface Verification {
  /** No check that was made found a fault. What was not looked at is not proven: see `checks`. */
  ok: boolean;
  chains: number;
  entries: number;
  /** Entries decided again; null when not asked for. Those of a machine no longer shipped are not. */
  redecided: number | null;
  checks: Checked[];
  /** The first wrong entry by when it was recorded. */
  firstWrong: Wrong | null;
  /** The first fault of each kind in each chain, the eldest first. */
  wrong: Wrong[];
  heads: ChainHead[];
  milliseconds: number;
}

export async function verify(database: Database, options: VerifyOptions = {}): Promise<Verification> {
  const began = performance.now();
  const findings = new Findings();
  const { entries, heads } = await database.apart.begin(
    'isolation level repeatable read read only',
    async (tx) => {
      await tx`select set_config('statement_timeout', '0', true), set_config('timezone', 'UTC', true),
      set_config('datestyle', 'ISO, YMD', true), set_config('search_path', 'pg_catalog', true),
      set_config('idle_in_transaction_session_timeout', '0', true)`;
      return proof(tx, options, findings);
    },
  );
  const checks = findings.all();
  const wrong = inOrder(checks.flatMap((checked) => checked.wrong));
  return {
    ok: wrong.length === 0,
    chains: heads.length,
    entries,
    redecided: checks.find(({ check }) => check === 'decisions')?.looked ?? null,
    checks,
    firstWrong: wrong[0] ?? null,
    wrong,
    heads,
    milliseconds: Math.round(performance.now() - began),
  };
}

const WALKED: readonly Check[] = [
  'chains',
  'states',
  'columns',
  'signatures',
  'powers',
  'automatic',
  'complete',
  'workflows',
  'models',
  'decisions',
];

async function proof(tx: postgres.TransactionSql, options: VerifyOptions, findings: Findings) {
  const { programme = null, only } = options;
  const asks = (check: Check) => only === undefined || only.includes(check);
  const tried = trying(tx, findings);
  if (asks('guards')) await tried('guards', (own) => checkGuards(own, findings));
  if (asks('access')) await tried('access', (own) => checkAccessIds(own, findings));
  await kept(options, asks, tried, findings);
  const known = await tried('definitions', (own) => checkDefinitions(own, programme, findings));
  const walks = only === undefined || only.some((check) => WALKED.includes(check));
  if (!walks || known === null) return NOTHING;
  return walked(tx, programme, options, { asks, tried, known }, findings);
}

/** What was kept of it elsewhere, and what the one who asks has seen. */
async function kept(
  { anchors, checkpoint, remembered }: VerifyOptions,
  asks: Walking['asks'],
  tried: Tried,
  findings: Findings,
): Promise<void> {
  const elsewhere = checkpoint ? [...(anchors ?? []), ...anchorsIn(checkpoint)] : anchors;
  for (const [check, heads] of [['anchors', elsewhere] as const, ['remembered', remembered] as const]) {
    if (asks(check) && heads) await tried(check, (own) => checkAnchors(own, check, heads, findings));
  }
  if (asks('anchors') && checkpoint)
    await tried('anchors', (own) => checkCheckpoint(own, checkpoint, findings));
}

const NOTHING = { entries: 0, heads: [], broken: new Set<string>() };

type Tried = ReturnType<typeof trying>;

/** A table that is not what it was fails the check that asks it, which is named; the other checks go on. */
function trying(tx: postgres.TransactionSql, findings: Findings) {
  return async <T>(check: Check, make: (own: postgres.TransactionSql) => Promise<T>): Promise<T | null> => {
    try {
      // What postgres.js gives back is what the work gave.
      return (await tx.savepoint(make)) as T;
    } catch (error) {
      if (!isOfSchema(error)) throw error;
      findings.found({ chain: check, seq: 0, what: 'unexamined', recordedAt: null, detail: error.message });
      return null;
    }
  };
}

interface Walking {
  asks: (check: Check) => boolean;
  tried: Tried;
  known: KnownDefinitions;
}

async function walked(
  tx: postgres.TransactionSql,
  programme: string | null,
  { decide = false, live }: VerifyOptions,
  { asks, tried, known }: Walking,
  findings: Findings,
) {
  const definitions = new KeptDefinitions(inTables(tx));
  const visitors = [decidingDefinition(known, findings)];
  if (asks('automatic'))
    visitors.push(
      automaticEntries(definitions, findings),
      correctedEntries(entriesBetween(tx), definitions, findings),
      seenEntries(entriesBetween(tx), findings),
      resolvedEntries(entriesBetween(tx), findings),
    );
  if (asks('signatures')) visitors.push(signatures(findings));
  const told = new ToldChains();
  if (asks('models')) visitors.push(told.visitor);
  const said: PowersOfChains = new Map();
  if (asks('powers') || asks('models'))
    visitors.push(powers(asks('powers') ? findings : new Findings(), said));
  if (decide) visitors.push(redecide(definitions, findings));
  const walk = await tried('chains', (own) => walkChains(own, programme, findings, visitors));
  const { entries, heads, broken } = walk ?? NOTHING;
  if (asks('complete')) await tried('complete', (own) => checkComplete(own, known, heads, findings));
  if (asks('workflows') && live) {
    const asked = compareLiveHeads(live, heads, findings);
    await tried('workflows', (own) => checkAnchors(own, 'workflows', asked, findings));
  }
  if (asks('models')) {
    // Of a chain that is another programme's the walk has not seen all.
    const isOurs = (chain: string) => programme === null || programmeOf(chain) === programme;
    const walked = heads.map(({ chain }) => chain).filter(isOurs);
    const chains = new Set([...known.rows.keys(), ...walked]);
    await tried('models', async (own) => {
      for (const chain of await chainsWithRows(own, programme)) chains.add(chain);
      await checkReadModels(own, definitions, [...chains], { told: walk && told, broken }, findings);
      await checkPowerRows(own, programme, said, broken, findings);
    });
  }
  return { entries, heads };
}
