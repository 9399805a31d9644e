// Loads the national figures into a ledger of their own, then times reads over them and the proof of their chains.

import { join } from 'node:path';
import postgres from 'postgres';
import { type Ledger, openLedger } from '../../ledger/open.ts';
import { packageFolder } from '../../ledger/package-folder.ts';
import type { Check } from '../../ledger/proof/wrong.ts';
import { newSigner } from '../first-entry.ts';
import type { Options } from '../options.ts';
import { furtherDatabase, type Servers } from '../servers.ts';
import { readNationalData } from './data.ts';
import { type LoadedNation, loadNation } from './load.ts';
import { type ReadFigures, timeReads } from './reads.ts';
import { loadWalkedProgramme, walkedCode } from './walked-programmes.ts';

/** Programmes of 40 systems with long chains. */
const walkedProgrammes = 5;
const verifyRuns = 3;

export interface NationalMeasurement {
  loaded: LoadedNation & { walkedEntries: number };
  reads: ReadFigures;
  /** Every check there is, read models and powers too; the chains with their signatures; the chains, states and columns alone. */
  verify: {
    entries: number;
    chains: number;
    allPerSecond: number;
    perSecond: number[];
    chainsPerSecond: number[];
  };
  /** Deciding every event of one programme of 40 systems again, by the machine. */
  redecide: { entries: number; perSecond: number };
}

export async function measureNation(
  servers: Servers,
  options: Options,
  say: (line: string) => void,
): Promise<NationalMeasurement> {
  const url = await furtherDatabase(servers, 'bench_national');
  const municipalities = readNationalData(join(packageFolder(), 'seeds/national'));
  const chosen = sampleOf(municipalities, options.municipalities);
  const signer = newSigner();
  const loading = openLedger(withoutWaitingForDisk(url), { pinnable: () => [signer.publicKey] });
  let loaded: NationalMeasurement['loaded'];
  try {
    const nation = await loadNation(loading, signer, chosen, say);
    let walkedEntries = 0;
    for (let index = 0; index < walkedProgrammes; index += 1)
      walkedEntries += await loadWalkedProgramme(loading, signer, index);
    loaded = { ...nation, walkedEntries };
  } finally {
    await loading.close();
  }
  say(`${loaded.entries + loaded.walkedEntries} 件を ${loaded.seconds.toFixed(0)} 秒で / entries loaded`);
  await settle(servers, 'bench_national');
  const ledger = openLedger(url);
  try {
    const verified = await timeVerify(ledger, say);
    const reads = await timeReads(ledger, chosen, walkedProgrammes, options.queries);
    return { loaded, reads, ...verified };
  } finally {
    await ledger.close();
  }
}

/** Evenly over the country; all of it where no number is given. */
function sampleOf<T>(all: readonly T[], wanted = all.length): T[] {
  return all.filter(
    (_, index) =>
      Math.floor((index * wanted) / all.length) !== Math.floor(((index - 1) * wanted) / all.length),
  );
}

/** Only while loading: a bench that ends early loads again. */
function withoutWaitingForDisk(url: string): string {
  const changed = new URL(url);
  changed.searchParams.set('synchronous_commit', 'off');
  return changed.href;
}

/** What autovacuum has done on a database that was filled over years. */
async function settle(servers: Servers, database: string): Promise<void> {
  const url = new URL(servers.postgres.adminUrl);
  url.pathname = `/${database}`;
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  try {
    await sql`vacuum analyze`;
    await sql`checkpoint`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function timeVerify(ledger: Ledger, say: (line: string) => void) {
  const perSecondOf = async (only?: readonly Check[]) => {
    const proof = await ledger.verify(only ? { only } : {});
    if (!proof.ok) throw new Error(`the chains do not verify: ${JSON.stringify(proof.firstWrong)}`);
    const { entries, chains, milliseconds } = proof;
    const named = only ? only.join(', ') : 'everything';
    say(`${entries} 件を検証 / verified (${named}): ${(milliseconds / 1000).toFixed(2)} s`);
    return { entries, chains, perSecond: (entries * 1000) / milliseconds };
  };
  const several = async (only: readonly Check[]) => {
    const perSecond: number[] = [];
    for (let run = 0; run < verifyRuns; run += 1) perSecond.push((await perSecondOf(only)).perSecond);
    return perSecond;
  };
  const { entries, chains, perSecond: allPerSecond } = await perSecondOf();
  const chained: readonly Check[] = ['chains', 'states', 'columns'];
  const perSecond = await several([...chained, 'signatures']);
  const chainsPerSecond = await several(chained);
  const again = await ledger.verify({ programme: walkedCode(0), decide: true });
  if (!again.ok) throw new Error(`decided otherwise: ${JSON.stringify(again.firstWrong)}`);
  const redecide = { entries: again.redecided ?? 0, perSecond: (again.entries * 1000) / again.milliseconds };
  return { verify: { entries, chains, allPerSecond, perSecond, chainsPerSecond }, redecide };
}
