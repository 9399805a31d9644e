// The systems that one line of a digest tells of.
import { expect, it } from 'vitest';
import { systemsText } from '../../texts/telling/digest-texts.ts';

const named = (...names: string[]) => systemsText(names.map((ja) => ({ ja, en: ja }))).ja;

it('are joined so that a name with a ・ of its own is not taken for two', () => {
  expect(named('住民記録', '税', '就学')).toBe('住民記録・税・就学の3件');
  expect(named('国民健康保険', '子ども・子育て支援')).toBe('国民健康保険、子ども・子育て支援の2件');
  expect(named('子ども・子育て支援')).toBe('子ども・子育て支援');
});
