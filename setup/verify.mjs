// @ts-check
// `npm run verify`: every check of the project, each named; all are run even when one fails.
import './node-version.mjs';

const { spawnSync } = await import('node:child_process');
const { join } = await import('node:path');
const { projectFolder } = await import('./program.mjs');
const { runMain, runInOrder, sayAloud, secondsSince } = await import('./in-order.mjs');
const { provideDependencies } = await import('./dependencies.mjs');

const bin = (/** @type {string} */ name) => join(projectFolder, 'node_modules/.bin', name);

const checks = [
  {
    name: '書式・規則・import の向き / format, lint, import directions',
    command: bin('biome'),
    args: ['ci'],
  },
  { name: '型 / types', command: bin('tsc'), args: ['--noEmit'] },
  { name: '使われていない export と依存 / unused exports and dependencies', command: bin('knip'), args: [] },
  { name: '家の建て方 / how the house stands', command: process.execPath, args: ['setup/house.mjs'] },
  { name: 'テスト / tests', command: process.execPath, args: ['setup/test.mjs'] },
];

await runMain(async () => {
  await runInOrder([{ name: '依存パッケージ / dependencies', run: provideDependencies }]);
  const results = checks.map((check, index) => runCheck(check, index));
  sayAloud('');
  for (const [index, check] of checks.entries()) sayAloud(`${results[index] ? '✔' : '✘'} ${check.name}`);
  process.exitCode = results.every(Boolean) ? 0 : 1;
});

/** @param {typeof checks[number]} check @param {number} index */
function runCheck({ name, command, args }, index) {
  sayAloud(`\n[${index + 1}/${checks.length}] ${name}`);
  const began = performance.now();
  const { status, error } = spawnSync(command, args, { cwd: projectFolder, stdio: 'inherit' });
  if (error) sayAloud(String(error));
  sayAloud(`      ${status === 0 ? '✔' : `✘ exit ${status}`} (${secondsSince(began)})`);
  return status === 0;
}
