// The page on running as a service speaks of the very folders that the unit has: what an `npm start` elsewhere tells (its
// administrator's password) is another installation's.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('the first start at a terminal is of the service’s own folders', () => {
  const unit = readFileSync('host/sekimori.service', 'utf8');
  const folders = [...unit.matchAll(/^Environment=(\S+)$/gm)].map(([, setting]) => setting ?? '');
  expect(folders).toHaveLength(2);
  const page = readFileSync('docs/operators.md', 'utf8').split('## サービスとして')[1] ?? '';
  const first = page.slice(0, page.indexOf('exec npm start'));
  for (const setting of folders) expect(first).toContain(setting);
  expect(page.indexOf('exec npm start')).toBeLessThan(page.indexOf('systemctl enable'));
});

it('the unit is one that systemd reads without a word, where systemd is at hand', ({ skip }) => {
  const { error, status, stdout, stderr } = spawnSync(
    'systemd-analyze',
    ['verify', '--man=no', 'host/sekimori.service'],
    {
      encoding: 'utf8',
    },
  );
  if (error) skip();
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});

it('what the unit starts stands where it says, and its stop leaves time for all to end in order', () => {
  const unit = readFileSync('host/sekimori.service', 'utf8');
  const said = (name: string) => new RegExp(`^${name}=(.+)$`, 'm').exec(unit)?.[1];
  expect(said('ExecStart')).toBe('/usr/bin/env node setup/start.mjs');
  expect(readFileSync('package.json', 'utf8')).toContain('"start": "node setup/start.mjs"');
  expect([said('User'), said('UMask'), said('KillMode')]).toEqual(['sekimori', '0077', 'mixed']);
  expect(Number.parseInt(said('TimeoutStopSec') ?? '', 10)).toBeGreaterThan(30);
});
