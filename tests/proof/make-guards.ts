// Writes ledger/proof/guards/as-made.json anew after the schema's files were changed, from a database on a cluster of its own:
// node --import tsx tests/proof/make-guards.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import postgres from 'postgres';
import { prepareDataFolder } from '../../host/embedded/data-folder.ts';
import { startWarden } from '../../host/embedded/warden-client.ts';
import { guardsOf } from '../../ledger/proof/guards/catalogue.ts';
import { applySchemaChanges } from '../../ledger/schema-changes.ts';
import { buildPrograms } from '../../setup/build.mjs';
import { projectFolder } from '../../setup/program.mjs';
import { createDataFolder } from '../servers/data-folder.ts';
import { inOrderOfNames } from './guards-in-order.ts';

const folder = createDataFolder();
try {
  prepareDataFolder(folder.path);
  await buildPrograms(['host/embedded/warden.ts'], () => undefined);
  const entry = join(projectFolder, 'dist/host/embedded/warden.js');
  const plan = { dataFolder: folder.path, postgres: {}, temporal: null };
  const warden = await startWarden(entry, plan, () => undefined);
  const { appUrl = '', ownerUrl = '' } = warden.servers.postgres ?? {};
  await applySchemaChanges(ownerUrl, decodeURIComponent(new URL(appUrl).username));
  const app = postgres(appUrl, { max: 1, connection: { search_path: 'pg_catalog' } });
  const guards = inOrderOfNames(await app.begin((tx) => guardsOf(tx)));
  await app.end();
  await warden.stop();
  const file = join(projectFolder, 'ledger/proof/guards/as-made.json');
  writeFileSync(file, `${JSON.stringify(guards, null, 2)}\n`);
  console.log(`${guards.length} guards`);
} finally {
  folder.remove();
}
