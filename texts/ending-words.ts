// By what a migration or a programme ends, in a word.
import type { Retirement, Text } from '../machines/definition/definition.ts';
import type { Ending } from '../machines/migration/adoption/ending.ts';

export const retirementText: Record<Retirement['as'], Text> = {
  notApplicable: { ja: '対象外', en: 'not applicable' },
  withdrawn: { ja: '廃止', en: 'given up' },
  split: { ja: '分割', en: 'split' },
  merged: { ja: '統合', en: 'merged' },
};

export const endingText: Record<Ending['kind'], Text> = {
  ...retirementText,
  closed: { ja: '計画の終了', en: 'the programme is closed' },
};
