// The two workers under measurement, each a process of its own: the product's, and the yardstick's.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerFlags } from '../host/process/kept-process.ts';
import { freePort } from '../host/process/ports.ts';
import { readPublicKey } from '../ledger/lock/signatures.ts';
import type { Signer } from '../ledger/lock/signer.ts';
import { type BenchProcess, built, type Servers, startProcess } from './servers.ts';

export const startBareWorker = ({ dataFolder, temporalEnvironment }: Servers): BenchProcess =>
  startProcess(dataFolder, 'bare-worker', 'bench/engine/bare-worker.js', temporalEnvironment);

export async function startOurWorker(
  { dataFolder, temporalEnvironment }: Servers,
  databaseUrl: string,
  { publicKey }: Signer,
): Promise<BenchProcess> {
  const publicFile = join(dataFolder, 'signing-public.pem');
  const pem = readPublicKey(publicKey).key.export({ format: 'pem', type: 'spki' });
  writeFileSync(publicFile, pem.toString());
  const environment = {
    ...temporalEnvironment,
    DATABASE_URL: databaseUrl,
    SEKIMORI_DATA: dataFolder,
    SEKIMORI_SIGNING_PUBLIC: publicFile,
    SEKIMORI_METRICS_PORT: String(await freePort()),
  };
  const entry = 'worker/main.js';
  return startProcess(dataFolder, 'worker', entry, environment, workerFlags(built(entry)));
}
