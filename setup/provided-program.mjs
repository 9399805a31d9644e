// @ts-check
// An npm script that provides what its program needs and then runs it: with the words that follow it, on this terminal, to
// its own end.
import { spawn } from 'node:child_process';
import { runInOrder } from './in-order.mjs';
import { provideTemporal } from './temporal-program.mjs';

/** The variable in which a program finds the Temporal that was provided for it. */
const TEMPORAL = 'SEKIMORI_TEMPORAL_PROGRAM';

/**
 * @param {{ name: string, run: (say: import('./in-order.mjs').Say) => Promise<string> }[]} works what must be there first
 * @param {{ args: string[], withTemporal?: boolean, quiet?: boolean }} program
 * `args` of node; `quiet` keeps stdout for what the program prints
 */
export async function runProvided(works, { args, withTemporal = false, quiet = false }) {
  let temporal = '';
  const provided = {
    name: 'Temporal',
    run: async (/** @type {import('./in-order.mjs').Say} */ say) => {
      const found = await provideTemporal(say);
      temporal = found.path;
      return found.how;
    },
  };
  const all = withTemporal ? [...works, provided] : works;
  await runInOrder(all, quiet ? { say: (line) => void process.stderr.write(`${line}\n`) } : {});
  const env = withTemporal ? { ...process.env, [TEMPORAL]: temporal } : process.env;
  process.exitCode = await new Promise((resolve, reject) => {
    const words = [...args, ...process.argv.slice(2)];
    const child = spawn(process.execPath, words, { env, stdio: 'inherit' });
    process.on('SIGINT', () => undefined); // it got the same Ctrl-C and ends in its own order
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
