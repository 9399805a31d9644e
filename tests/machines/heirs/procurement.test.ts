// A procurement that is open where its system ends: named beforehand and when it happens, by its number alone.
import { describe, expect, it } from 'vitest';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { allFallenText } from '../../../texts/fallen-texts.ts';
import { namesOf } from '../../../texts/names.ts';
import { adopt } from '../../builders/adopting.ts';
import { ending } from '../../builders/heirs.ts';
import { opened, rfpDefinition, rfpPeople } from '../../builders/rfp.ts';
import { Walk } from '../../builders/walk.ts';

const ON = '2024-04-01T10:00:00+09:00';
const of = rfpDefinition();
const running = () =>
  new Walk(of).take(opened(), rfpPeople.office, { at: '2023-11-16T10:00:00+09:00', occurredOn: '2023-11-16' })
    .snapshot;
const withdrawn = {
  ...of,
  version: 2,
  system: { ...of.system, retired: { as: 'withdrawn' as const, reason: '廃止' } },
};
const left = [{ kind: 'rfp', number: 1 }];

describe('a procurement that is open when its system ends', () => {
  it.each([
    ['split', ending(of, 'split', ['a', 'b'])],
    ['merged', ending(of, 'merged', ['a'])],
    ['withdrawn', withdrawn],
  ])('is named beforehand and when it happens: %s', (_, under) => {
    const seen = previewAdoption({ leaving: of, definition: under, snapshot: running(), at: ON });
    expect(seen.falls).toEqual(left);
    const { effects } = adopt(running(), of, under, 7, ON);
    const told = effects.flatMap((one) =>
      one.kind === 'notify' && one.notice.code === 'migration.retired' ? [one.notice.falls] : [],
    );
    expect(told).toEqual([left]);
  });

  it('is said without what it is for, which is hidden from many who read it', () => {
    const said = allFallenText([{ kind: 'rfp', number: 1 }], namesOf(of, new Map()));
    expect(said.ja).toBe('引き継がれないもの: 進行中の調達手続（第1号）。');
  });
});
