// A data folder of its own for a test that starts servers itself.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject } from 'vitest';
import { prepareDataFolder } from '../../host/embedded/data-folder.ts';

export interface DataFolder {
  path: string;
  remove: () => void;
}

/** Made ready, and reachable for PostgreSQL's own user where tests are run by root. */
export function createDataFolder(): DataFolder {
  const parent = mkdtempSync(join(tmpdir(), 'sekimori-test-'));
  chmodSync(parent, 0o711);
  const path = join(parent, 'data');
  prepareDataFolder(path);
  return { path, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** One that PostgreSQL has been started on before, by the run's own set-up: making a cluster is most of what its first start costs. */
export function createUsedDataFolder(): DataFolder {
  const folder = createDataFolder();
  execFileSync('cp', ['-a', `${inject('usedDataFolder')}/.`, folder.path]);
  return folder;
}
