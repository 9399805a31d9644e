// The example with every rule of decisions, meetings, procurement, money and legal ends loads as it is shipped, and each of them is there.
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { folder, soundSeed } from './folder.ts';

const files = await readSeedFolder(folder('offices'));

describe('the example of an office’s rules', () => {
  it('loads without a remark', () => {
    const outcome = readSeed(files);
    expect(outcome).toMatchObject({ status: 'sound', warnings: [] });
  });

  it('carries each rule into the definition of its systems', () => {
    const { migrations } = soundSeed(files);
    const written = migrations.filter(({ path }) => path.id === 'standard');
    expect(written.length).toBeGreaterThan(5);
    for (const { path, bodies, decisions } of written) {
      expect(path.money?.councilVote?.map(({ atLeastYen }) => atLeastYen)).toEqual([150_000_000]);
      expect(path.legal).toMatchObject({ ordinances: [{ id: 'fees' }], pia: { commentDays: 30 } });
      expect(path.procurement?.rfp?.evaluates).toEqual(['evaluation']);
      expect(decisions?.matters?.map(({ powers }) => powers)).toEqual([
        [{ post: 'contracts-head', upToYen: 30_000_000 }, { post: 'vice-mayor' }],
      ]);
      expect(bodies.find(({ id }) => id === 'selection-committee')?.meets?.chair).toEqual({
        post: 'vice-mayor',
      });
      expect(path.phases.find(({ gate }) => gate?.matter === 'contract')?.id).toBe('rfp');
    }
  });
});
