// Definitions as verify reads them: who asks while they are being read waits for them, and takes none for missing.
import { expect, it } from 'vitest';
import { KeptDefinitions } from '../../ledger/proof/kept-definitions.ts';
import { canonical } from '../../machines/record/entry.ts';
import { definition } from '../builders/migration.ts';

it('two checks that ask for one chain at once are both given all of its versions', async () => {
  const begin = canonical({ on: '2023-11-16', at: '2023-11-16T09:00:00+09:00' });
  const row = (version: number) => ({
    chain: '131121/juki',
    version,
    kind: 'migration' as const,
    json: canonical({ ...definition(), version }),
    begin,
    position: 0,
  });
  const definitions = new KeptDefinitions({
    rows: () => Promise.resolve([row(1), row(2)]),
    parts: () => Promise.resolve([]),
  });
  const first = definitions.version('131121/juki', 2);
  const second = Promise.resolve()
    .then(() => undefined)
    .then(() => definitions.version('131121/juki', 2));
  expect((await Promise.all([first, second])).map((kept) => kept?.definition.version)).toEqual([2, 2]);
});
