#!/usr/bin/env node
// @ts-check
// Runs the built `sekimori` command; builds it first where it was never built. Uses nothing but Node until then.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);

if (!dependenciesThere()) {
  process.stderr.write(
    '依存パッケージがありません。リポジトリのフォルダで npm start（または npm ci）を一度実行してください。\n' +
      'The packages are missing. Run npm start (or npm ci) once in the repository.\n',
  );
  process.exitCode = 2;
} else if (await provided()) {
  await import(built.href);
}

function dependenciesThere() {
  const require = createRequire(import.meta.url);
  try {
    for (const name of ['commander', 'cli-table3', 'zod']) require.resolve(name);
    return true;
  } catch {
    return false; // absence is the answer, not a fault
  }
}

/** Whether the command is there to run; a failing build says why. @returns {Promise<boolean>} */
async function provided() {
  if (existsSync(fileURLToPath(built))) return true;
  const { buildPrograms } = await import('../setup/build.mjs');
  const { SetupFailure } = await import('../setup/in-order.mjs');
  process.stderr.write('sekimori を組み立てています / building sekimori …\n');
  try {
    await buildPrograms(['cli/main.ts'], (line) => void process.stderr.write(`  ${line}\n`));
    return true;
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 2;
    return false;
  }
}
