// The page on running as a service speaks of the very folders that the unit has: what an `npm start` elsewhere tells (its
// administrator's password) is another installation's.
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
