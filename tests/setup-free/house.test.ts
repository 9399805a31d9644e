// How the house stands, in every run of the tests: who may import whom, no cycle, no `any`, and the limits of a room.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageFolder } from '../../ledger/package-folder.ts';

const LIMIT_MS = 120_000;

/** What it says where it fails; empty where it does not. */
function complaints(program: string, args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: packageFolder(),
    encoding: 'utf8',
    timeout: LIMIT_MS,
  });
  return status === 0 ? '' : `ended with ${status}\n${stdout}${stderr}`;
}

it('a room imports what it may know, without a cycle and without any', { timeout: LIMIT_MS }, () => {
  const rules = ['style/noRestrictedImports', 'suspicious/noImportCycles', 'suspicious/noExplicitAny'];
  const only = rules.map((rule) => `--only=${rule}`);
  const biome = join(packageFolder(), 'node_modules/.bin/biome');
  expect(complaints(biome, ['lint', '--colors=off', ...only, '.'])).toBe('');
});

it('no room is over its limits', { timeout: LIMIT_MS }, () => {
  expect(complaints(process.execPath, ['setup/house.mjs'])).toBe('');
});
