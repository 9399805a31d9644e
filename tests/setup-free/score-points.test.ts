// Points as an evaluator types them in the console: what is signed is what the door would read, sums are exact.
import { describe, expect, it } from 'vitest';
import { faultsOf, pointsOf, sumOf } from '../../console/procurement/sheet/points.ts';

const criteria = [
  { id: 'plan', label: '実施計画', points: '350' },
  { id: 'team', label: '体制', points: '0.3' },
];
const applicants = [{ id: 'a', name: 'A社' }];
const typed = (plan: string, team = '0.1') => ({ a: { plan, team } });

describe('a score as it is typed', () => {
  it.each([
    ['', 'missing'],
    ['　', 'missing'],
    ['三百', 'noScore'],
    ['311.27001', 'noScore'],
    ['-1', 'noScore'],
    ['350.0001', 'tooMany'],
    ['３５１', 'tooMany'],
  ])('%j is told as %s at its own cell', (plan, fault) => {
    expect([...faultsOf(typed(plan), applicants, criteria)]).toEqual([['a/plan', fault]]);
  });

  it.each(['350', '0', '３１１．２７', '311.27点'])('%j is taken', (plan) => {
    expect(faultsOf(typed(plan), applicants, criteria).size).toBe(0);
  });

  it('is signed in one width, as the record keeps it', () => {
    expect(pointsOf(typed('３１１．２７点'), applicants, criteria)).toEqual({
      a: { plan: '311.27', team: '0.1' },
    });
  });

  it('adds up exactly, and what is no score counts nothing', () => {
    expect(sumOf({ plan: '0.1', team: '0.2' })).toBe('0.3');
    expect(sumOf({ plan: '574.9', team: '53' })).toBe('627.9');
    expect(sumOf({ plan: 'x', team: '0.0001' })).toBe('0.0001');
    expect(sumOf(undefined)).toBe('0');
  });
});
