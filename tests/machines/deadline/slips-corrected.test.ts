// What was counted as a slip and is put right: its own part goes out of the sums again, and what is said in its place comes in.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import type { Said } from '../../../machines/migration/correction/shapes.ts';
import { summarize } from '../../../machines/migration/summary.ts';
import { deadline, definition } from '../../builders/migration.ts';
import { pairOf, Recording } from '../../builders/recording.ts';
import { people } from '../../builders/walk.ts';

const { office, contracts, other, chair } = people;
const AT = '2024-02-01T10:00:00+09:00';
const LATER = '2024-02-05T10:00:00+09:00';
const of = definition({
  deadlines: [
    deadline('planned', {
      kind: 'planned',
      rule: { kind: 'plan', phase: 'development', edge: 'end' },
      metBy: { phase: 'development', edge: 'left' },
    }),
  ],
});
const granted: Fact = {
  type: 'deadline.extended',
  deadline: 'planned',
  dueOn: '2025-02-28',
  reason: '変更契約',
  cause: 'vendor',
};
const replanned = (endOn: string): Fact => ({
  type: 'plan.changed',
  phase: 'development',
  startOn: '2023-11',
  endOn,
  cause: 'budget',
  reason: '見直し',
});

function put(walk: Recording, should: Partial<Said> | null, by = other): Recording {
  const recorded = walk.last();
  const proposal: Fact = {
    type: 'correction.proposed',
    entry: recorded.seq,
    ...pairOf(recorded, should),
    reason: '誤り',
  };
  return walk.correct(proposal, by, chair, LATER);
}

const sums = (walk: Recording) =>
  summarize(walk.of, walk.snapshot).slips?.map(({ of: counted, cause, times, days, openDays }) => [
    counted,
    cause,
    times,
    days,
    openDays,
  ]);
const extended = () => new Recording(of).record(granted, contracts, { at: AT });

describe('the sums of slips', () => {
  it('lose an extension that is taken back, and are none where it was the only one', () => {
    const walk = extended();
    expect(sums(walk)).toEqual([['deadline', 'vendor', 1, 59, 43]]);
    put(walk, null);
    expect(walk.context).not.toHaveProperty('slips');
    expect(sums(walk)).toBeUndefined();
  });

  it('move to the cause that is said in its place, with the days of the day that is', () => {
    const walk = put(extended(), { fact: { ...granted, cause: 'staff', dueOn: '2025-01-31' } as Fact });
    expect(sums(walk)).toEqual([['deadline', 'staff', 1, 31, 23]]);
  });

  it('lose the last of two changes of a plan, and keep the first', () => {
    const walk = new Recording(of)
      .record(replanned('2025-01'), office, { at: AT })
      .record(replanned('2025-03'), office, { at: AT });
    expect(sums(walk)).toEqual([['plan', 'budget', 2, 90, 64]]);
    put(walk, null, office);
    expect(sums(walk)).toEqual([['plan', 'budget', 1, 31, 23]]);
    expect(walk.context.plan.development).toMatchObject({ endOn: '2025-01' });
  });

  it('keep what another act counted on the same phase', () => {
    const walk = new Recording(of)
      .record(replanned('2025-01'), office, { at: AT })
      .record({ ...granted, dueOn: '2025-02-28' } as Fact, contracts, { at: AT });
    expect(sums(walk)).toEqual([
      ['plan', 'budget', 1, 31, 23],
      ['deadline', 'vendor', 1, 28, 20],
    ]);
    put(walk, null);
    expect(sums(walk)).toEqual([['plan', 'budget', 1, 31, 23]]);
  });
});
