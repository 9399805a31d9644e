// @ts-check
// Named, numbered works of a set-up with the time each took, and the sentence a failing one ends with.
// Knows nothing of what the works do. Uses nothing but Node: it runs before anything is installed.

/** Says one line to the person at the terminal. @typedef {(line: string) => void} Say */

/** A failure whose sentences are already fit for the reader. */
export class SetupFailure extends Error {
  /**
   * @param {string} ja what failed, why, what to do
   * @param {string} en the same in English
   */
  constructor(ja, en) {
    super(`${ja}\n${en}`);
    this.name = 'SetupFailure';
  }
}

/** @type {Say} */
export const sayAloud = (line) => void process.stdout.write(`${line}\n`);

/** @param {number} since from performance.now() */
export const secondsSince = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/**
 * Runs works in order. Each returns a few words on what it found, printed with the time it took.
 * @param {{ name: string, run: (say: Say) => Promise<string> }[]} works
 * @param {{ of?: number, say?: Say }} [options] how many there are in all, when others follow these
 */
export async function runInOrder(works, { of = works.length, say = sayAloud } = {}) {
  for (const [index, { name, run }] of works.entries()) {
    const began = performance.now();
    say(`[${index + 1}/${of}] ${name}`);
    const found = await run((line) => say(`      ${line}`));
    say(`      ✔ ${found} (${secondsSince(began)})`);
  }
}

/**
 * Runs an entry point; a failure becomes sentences on stderr and exit code 1.
 * @param {() => Promise<void>} main
 */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    process.stderr.write(`\n✘ ${explain(error)}\n`);
    process.exitCode = 1;
  }
}

/** @param {unknown} error */
function explain(error) {
  if (error instanceof SetupFailure) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
