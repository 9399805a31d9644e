// A data folder of its own for a test that starts servers itself.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDataFolder } from '../../host/embedded/data-folder.ts';

/** Made ready, and reachable for PostgreSQL's own user where tests are run by root. */
export function createDataFolder(): { path: string; remove: () => void } {
  const parent = mkdtempSync(join(tmpdir(), 'sekimori-test-'));
  chmodSync(parent, 0o711);
  const path = join(parent, 'data');
  prepareDataFolder(path);
  return { path, remove: () => rmSync(parent, { recursive: true, force: true }) };
}
