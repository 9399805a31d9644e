// A difference in words: the same field of another thing is called otherwise.
import { describe, expect, it } from 'vitest';
import { nothingCalled } from '../../texts/amending/called.ts';
import { differenceText, placeText } from '../../texts/amending/difference-texts.ts';

describe('what an amendment changes, in words', () => {
  it('is the end of a programme where that is closed, and its closed days where its calendar is', () => {
    expect(placeText('programme', ['closed'], nothingCalled).ja).toBe('計画の終了（理由）');
    expect(placeText('calendar', ['closed'], nothingCalled).ja).toBe('暦 › 閉庁日');
  });

  it('is from which systems another goes on, and not since when', () => {
    const to = { from: ['koseki', 'juki'] };
    const continues = { part: 'system' as const, at: ['system', 'continues'], was: null, now: '-', to };
    expect(differenceText(continues, nothingCalled).now?.ja).toBe('もとのシステム：koseki、juki');
    expect(placeText('programme', ['bodies', 'b', 'term', 'from'], nothingCalled).ja).toContain('いつから');
  });
});
