// What tests start ends with them, also where they are killed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isAlive } from '../../host/process/processes.ts';
import { projectFolder } from '../../setup/program.mjs';

/** Starts a process in a group of its own as tests do, says its id, and waits to be killed. */
const parent = `
  import { spawn } from 'node:child_process';
  import { endWithUs } from '${join(projectFolder, 'tests/servers/end-with-us.ts')}';
  const child = spawn(process.execPath, ['-e', process.argv[1]], { detached: true, stdio: 'ignore' });
  endWithUs(child);
  console.log(child.pid);
  setInterval(() => undefined, 1_000);
`;
const obedient = 'setInterval(() => undefined, 1_000)';
const deaf = `process.on('SIGTERM', () => undefined); ${obedient}`;

test.each([
  ['that ends when it is told', obedient],
  ['that does not hear', deaf],
])('a killed test run leaves no child %s', async (_, program) => {
  const args = ['--import', 'tsx', '--input-type=module', '-e', parent, program];
  const run = spawn(process.execPath, args, { cwd: projectFolder, stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(run.stdout, 'data')) as [Buffer];
  const pid = Number(String(line));
  expect(isAlive(pid)).toBe(true);
  run.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid), 'the child of a killed run').toBe(false), 60_000);
});
