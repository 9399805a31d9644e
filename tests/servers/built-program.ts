// Programs that tests run as processes of their own, built once for a run: read as they stand, each start of one would take
// seconds of a processor.
import { join } from 'node:path';
import { build } from 'esbuild';
import { projectFolder } from '../../setup/program.mjs';

const folder = join(projectFolder, 'dist/tests');
const entries = [
  'cli/resident',
  'durable/fault-worker',
  'durable/skewed-door',
  'durable/telling-process',
  'server/loading-child',
] as const;

export const builtProgram = (entry: (typeof entries)[number]): string => join(folder, `${entry}.js`);

/** What is imported late stays late: a program may have something to set up before. */
export async function buildTestPrograms(): Promise<void> {
  await build({
    absWorkingDir: projectFolder,
    entryPoints: entries.map((entry) => `tests/${entry}.ts`),
    outbase: 'tests',
    outdir: folder,
    bundle: true,
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    logLevel: 'warning',
  });
}
