// What stays with a system that is split or merged, and what is hidden of it: corrections, its figures, papers of a procurement that is
// not decided.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { previewHeir } from '../../../machines/migration/adoption/preview-heir.ts';
import { hiddenFrom } from '../../../machines/migration/procurement/disclosure.ts';
import { adopt } from '../../builders/adopting.ts';
import { ended, ending, goneOn, heirOf } from '../../builders/heirs.ts';
import { definition, readinessReport } from '../../builders/migration.ts';
import { pairOf, Recording } from '../../builders/recording.ts';
import { people, Walk } from '../../builders/walk.ts';

const ON = '2024-04-01T10:00:00+09:00';
const { contracts, other, office, owner } = people;
const of = definition();
const split = ending(of, 'split', ['a', 'b']);
const figures = ending(of, 'split', ['a', 'b'], { figures: 'a' });
const contract: Fact = {
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: [{ fiscalYear: 2023, amountYen: 300 }],
  totalYen: 300,
  continuesInto: [],
};
const right = { ...contract, amounts: [{ fiscalYear: 2023, amountYen: 200 }], totalYen: 200 } as Fact;

/** A contract and a step, each with a correction that nobody has decided. */
function corrected() {
  const walk = new Recording(of).record(contract, contracts);
  const first = pairOf(walk.last(), { fact: right as never });
  walk.record({ type: 'steps.recorded', statuses: { '①-1': 'done' }, reason: '-' }, office);
  const second = pairOf(walk.last(), null);
  walk.take({ type: 'correction.proposed', entry: 1, ...first, reason: '誤記' }, contracts);
  walk.take({ type: 'correction.proposed', entry: 2, ...second, reason: '誤記' }, office);
  expect(Object.keys(walk.context.corrections?.open ?? {})).toEqual(['1', '2']);
  return walk;
}
const shownBy = (under: MigrationDefinition) =>
  previewAdoption({ leaving: of, definition: under, snapshot: corrected().snapshot, at: ON }).falls;
const splitUnder = (under: MigrationDefinition) => {
  const walk = new Recording(under);
  walk.snapshot = adopt(corrected().snapshot, of, under, 7, ON).snapshot;
  return walk;
};

describe('a correction that is open when its system is split', () => {
  it('falls and is named where heirs take what it is about; of a contract that stays it is still decided', () => {
    expect(shownBy(split)).toEqual([{ kind: 'correction', entry: 2, by: office.name }]);
    const walk = splitUnder(split);
    expect(Object.keys(walk.context.corrections?.open ?? {})).toEqual(['1']);
    walk.take({ type: 'correction.approved', entry: 1 }, other, { at: ON });
    expect(walk.context.contract?.totalYen).toBe(200);
  });

  it('falls with the contract where an heir has that', () => {
    expect(shownBy(figures).map((one) => one.kind === 'correction' && one.entry)).toEqual([1, 2]);
    expect(splitUnder(figures).context.corrections?.open).toEqual({});
  });

  it('is told to who proposed it', () => {
    const { effects } = adopt(corrected().snapshot, of, split, 7, ON);
    const told = effects.flatMap((one) =>
      one.kind === 'notify' && one.notice.code === 'migration.retired' ? [[one.to, one.notice.falls]] : [],
    );
    expect(told).toEqual([
      [expect.arrayContaining([office.post]), [{ kind: 'correction', entry: 2, by: office.name }]],
    ]);
  });
});

it('what heirs have taken is put right with them, and not in the chain of the old one', () => {
  const steps = (under: MigrationDefinition) => {
    const walk = new Recording(of).record(
      { type: 'steps.recorded', statuses: { '①-1': 'done' }, reason: '-' },
      office,
    );
    const pair = pairOf(walk.last(), null);
    const gone = new Recording(under);
    gone.snapshot = adopt(walk.snapshot, of, under, 7, ON).snapshot;
    return gone.refusals({ type: 'correction.proposed', entry: 1, ...pair, reason: '誤記' }, office, {
      at: ON,
    });
  };
  expect(steps(split)).toEqual([
    { code: 'correction.inherited', facts: { type: 'steps.recorded', heirs: ['a', 'b'] } },
  ]);
  const withdrawn = {
    ...of,
    version: 2,
    system: { ...of.system, retired: { as: 'withdrawn' as const, reason: '-' } },
  };
  expect(steps(withdrawn)).toEqual([]);
});

describe('papers of a procurement that is not decided', () => {
  const hiding: MigrationDefinition = {
    ...of,
    path: { ...of.path, procurement: { phases: ['fit-gap', 'development'] } },
  };
  const paper = { ...readinessReport, kind: 'other' };
  const attached = () =>
    new Walk(hiding).take({ type: 'evidence.attached', evidence: paper }, owner).snapshot;
  const end = (heirs: string[]) => ended(attached(), hiding, ending(hiding, 'merged', heirs), ON, 'zei');
  const papersIn = (snapshot: Walk['snapshot']) => Object.values(snapshot.context.evidence).flat().length;

  it('go with a new system, hidden as they were', () => {
    const heir = heirOf(hiding, 'c', ['zei']);
    const { snapshot, said } = goneOn(heir, [end(['c'])], ON);
    expect([papersIn(snapshot), said.heritage.falls]).toEqual([1, []]);
    expect(hiddenFrom(new Set(['nobody']), heir, snapshot).has('fit-gap')).toBe(true);
  });

  it('do not go to one whose own is decided, and are named', () => {
    const own = new Walk(hiding).take(
      {
        type: 'selection.recorded',
        candidate: '甲社',
        technical: '1',
        price: '1',
        printedTotal: '2',
        outOf: { technical: '1', price: '1' },
        method: '-',
        applicants: 1,
      },
      contracts,
    ).snapshot;
    const heir = heirOf(hiding, 'juki', ['zei']);
    const walking = { snapshot: own, carried: hiding.system.businesses };
    expect(hiddenFrom(new Set(['nobody']), heir, own).has('fit-gap')).toBe(false);
    const { snapshot } = goneOn(heir, [end(['juki'])], ON, walking);
    expect(papersIn(snapshot)).toBe(0);
    expect(previewHeir(heir, [end(['juki'])], walking, ON).falls).toEqual([
      { kind: 'papers', of: 'zei', count: 1 },
    ]);
  });
});
