// Proves the record: every check that is asked for, within one snapshot of the database. Trusts the bytes of bodies, states and
// effects and nothing that the database computes.
import type postgres from 'postgres';
import type { ChainHead } from '../chain/entries.ts';
import type { Database } from '../database.ts';
import { type Anchor, checkAnchors } from './anchors.ts';
import { checkComplete } from './complete.ts';
import { checkDefinitions } from './definition-rows.ts';
import { automaticEntries } from './entries/automatic.ts';
import { decidingDefinition } from './entries/deciding-definition.ts';
import { redecide } from './entries/redecide.ts';
import { signatures } from './entries/signatures.ts';
import { walkChains } from './entries/walk-chains.ts';
import { Findings, inOrder } from './findings.ts';
import { checkAccessIds } from './guards/access-ids.ts';
import { checkGuards } from './guards/guards.ts';
import { KeptDefinitions } from './kept-definitions.ts';
import { compareLiveHeads, type LiveHead } from './live-heads.ts';
import { chainsWithRows, checkReadModels } from './tables/read-models.ts';
import type { Check, Checked, Wrong } from './wrong.ts';

export interface VerifyOptions {
  programme?: string | undefined;
  /** Heads that an earlier checkpoint stated, kept elsewhere. */
  anchors?: readonly Anchor[] | undefined;
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
  const { entries, heads } = await database.sql.begin(
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
  'automatic',
  'complete',
  'workflows',
  'models',
  'decisions',
];

async function proof(tx: postgres.TransactionSql, options: VerifyOptions, findings: Findings) {
  const { programme = null, anchors = [], remembered = [], only } = options;
  const asks = (check: Check) => only === undefined || only.includes(check);
  if (asks('guards')) await checkGuards(tx, findings);
  if (asks('access')) await checkAccessIds(tx, findings);
  if (asks('anchors') && options.anchors) await checkAnchors(tx, 'anchors', anchors, findings);
  if (asks('remembered') && options.remembered) await checkAnchors(tx, 'remembered', remembered, findings);
  const walks = only === undefined || only.some((check) => WALKED.includes(check));
  if (walks) return walked(tx, programme, options, asks, findings);
  if (asks('definitions')) await checkDefinitions(tx, programme, findings);
  return { entries: 0, heads: [] };
}

async function walked(
  tx: postgres.TransactionSql,
  programme: string | null,
  { decide = false, live }: VerifyOptions,
  asks: (check: Check) => boolean,
  findings: Findings,
) {
  const known = await checkDefinitions(tx, programme, findings);
  const definitions = new KeptDefinitions(tx);
  const visitors = [decidingDefinition(known, findings)];
  if (asks('automatic')) visitors.push(automaticEntries(definitions, findings));
  if (asks('signatures')) visitors.push(signatures(findings));
  if (decide) visitors.push(redecide(definitions, findings));
  const { entries, heads, broken } = await walkChains(tx, programme, findings, visitors);
  if (asks('complete')) checkComplete(known, heads, findings);
  if (asks('workflows') && live) {
    await checkAnchors(tx, 'workflows', compareLiveHeads(live, heads, findings), findings);
  }
  if (asks('models')) {
    const chains = new Set([...known.defined, ...heads.map(({ chain }) => chain)]);
    for (const chain of await chainsWithRows(tx, programme)) chains.add(chain);
    await checkReadModels(tx, definitions, [...chains], broken, findings);
  }
  return { entries, heads };
}
