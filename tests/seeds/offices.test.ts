// The example with every rule of decisions, meetings, procurement, money and legal ends loads as it is shipped, and each of them is there.
import { describe, expect, it } from 'vitest';
import { readSeed } from '../../server/intake/read-seed.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { altered, folder, problemsOf, soundSeed } from './folder.ts';

const files = await readSeedFolder(folder('offices'));

describe('the example of an office’s rules', () => {
  it('loads without a remark', () => {
    const outcome = readSeed(files);
    expect(outcome).toMatchObject({ status: 'sound', warnings: [] });
  });

  it('says in which rounds proposals are scored, points written as numbers, and refuses rounds that lead nowhere', () => {
    const written = (last: string) =>
      altered(
        'paths/standard.yaml',
        '    decides: [selection-committee]\n    minimums:',
        `    decides: [selection-committee]
    rounds:
      - id: documents
        label: 一次審査
        criteria: [{ id: plan, label: 実施計画, points: 300 }]
        minimumTechnical: 150.5
        goOn: { most: 3, from: 180 }
        carryPercent: 50
      - id: presentation
        label: 二次審査
        criteria: [{ id: talk, label: 説明, points: 400 }]
${last}
    minimums:`,
        files,
      );
    const { migrations } = soundSeed(written(''));
    const rounds = migrations.find(({ path }) => path.id === 'standard')?.path.procurement?.rfp?.rounds;
    expect(rounds?.[0]).toMatchObject({ minimumTechnical: '150.5', goOn: { most: 3, from: '180' } });
    const flawed = problemsOf(written('        carryPercent: 50'));
    expect(flawed.map(({ code }) => code)).toEqual(['rounds.flawed']);
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
