// The 40 steps and the official formula (総務省: 完了率 = (完了済み + 対象外) / 40).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type StepStatus, stepStatus } from '../../machines/definition/definition.ts';
import {
  mergeSteps,
  partsToChange,
  permille,
  tallySteps,
} from '../../machines/migration/steps/national-steps.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';

const first = (count: number, status: 'done' | 'notApplicable') =>
  Object.fromEntries(nationalSteps.slice(0, count).map((step) => [step, status]));

describe('the national steps', () => {
  it('are forty, from ①-1 to ⑱-1, each once', () => {
    expect(new Set(nationalSteps).size).toBe(40);
    expect([nationalSteps[0], nationalSteps[23], nationalSteps[24], nationalSteps[39]]).toEqual([
      '①-1',
      '⑨-2',
      '⑨-3',
      '⑱-1',
    ]);
  });

  it.each([
    [first(40, 'notApplicable'), 1000],
    [first(7, 'done'), 175],
    [first(39, 'done'), 975],
    [{}, 0],
  ])('give the official rate', (statuses, rate) => {
    expect(permille(tallySteps(statuses).completed)).toBe(rate);
  });

  it('are not live at forty of forty when all are 対象外', () => {
    expect(tallySteps(first(40, 'notApplicable')).live).toBe(false);
  });

  it('of a business in two systems are as far as the less advanced one', () => {
    const merged = mergeSteps([{ '①-1': 'done', '①-2': 'done' }, { '①-1': 'done' }]);
    expect([merged['①-1'], merged['①-2'], merged['①-3']]).toEqual(['done', 'inProgress', 'notStarted']);
  });

  it('said of a whole are so of the whole once they are said of the parts that this concerns', () => {
    const status = fc.constantFrom(...stepStatus.options);
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 4 }), status, (parts, wanted) => {
        const whole = (those: readonly StepStatus[]) => mergeSteps(those.map((is) => ({ '①-1': is })))['①-1'];
        const meant = whole(parts) === wanted ? [] : partsToChange(parts, wanted);
        if (meant === null) return wanted === 'inProgress' || parts.every((is) => is === 'notApplicable');
        return whole(parts.map((is, at) => (meant.includes(at) ? wanted : is))) === wanted;
      }),
    );
  });
});
