// What a change that is gathered says of itself, and which of a programme's deadlines are looked for. Pure.
import { expect, it } from 'vitest';
import { saidOf } from '../../console/settings/amendments/change-form.ts';
import { isLookedFor } from '../../machines/values/names/search.ts';

it('a committee that is added is said by its name before its id', () => {
  const said = saidOf('body');
  expect(said.indexOf('ja')).toBeLessThan(said.indexOf('id'));
});

it.each(['児扶手', 'じふて', '児童手當', 'child-rearing', 'KODOMO'])(
  '%s finds the system as people write it',
  (written) => {
    const row = {
      system: 'kodomo-teate',
      name: { ja: '児童手当/児童扶養手当', en: 'Child allowance / Child-rearing allowance' },
      businesses: ['児童手当', '児童扶養手当'],
      part: null,
    };
    expect(isLookedFor(row, written)).toBe(true);
    expect(isLookedFor(row, '介護')).toBe(false);
  },
);
