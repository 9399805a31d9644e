// An adoption that moves only the hour at which a day ends: shown beforehand, told once, and nothing that was told is told again.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { nextWake } from '../../../machines/migration/migration.ts';
import type { Effect } from '../../../machines/record/effect.ts';
import { namesOf } from '../../../texts/names.ts';
import { noticeText } from '../../../texts/telling/notice-texts.ts';
import { adopt } from '../../builders/adopting.ts';
import { deadline, definition } from '../../builders/migration.ts';
import { Walk } from '../../builders/walk.ts';

const of = definition({
  deadlines: [deadline('due', { rule: { kind: 'fixed', on: '2024-12-27' }, reminders: [-30, -7] })],
});
const halfDay: MigrationDefinition = {
  ...of,
  version: 2,
  calendar: { ...of.calendar, version: 'r1', halfDays: [{ on: '2024-12-27', closesAt: '12:00' }] },
};
const AT = '2024-12-10T10:00:00+09:00';

function reminded(): Walk {
  const walk = new Walk(of);
  walk.wake('2024-11-27T09:00:00+09:00');
  expect(walk.snapshot.context.deadlines.due?.fired).toEqual([-30]);
  return walk;
}
const noticesIn = (effects: readonly Effect[]) =>
  effects.flatMap((effect) => (effect.kind === 'notify' ? [effect.notice] : []));

describe('a calendar with a half-day, adopted', () => {
  it('shows the hour that moves, with how it comes about', () => {
    const { snapshot } = reminded();
    const shown = previewAdoption({ leaving: of, definition: halfDay, snapshot, at: AT });
    expect(shown.deadlines).toMatchObject([
      { deadline: 'due', change: 'moved', hours: { was: '17:15', now: '12:00' }, why: 'calendar' },
    ]);
    expect(shown.deadlines[0]?.derivation?.parts.map(({ kind }) => kind)).toEqual([
      'fixed',
      'halfDay',
      'time',
    ]);
  });

  it('tells it once, in words, and tells no reminder again', () => {
    const { snapshot } = reminded();
    const { snapshot: after, effects } = adopt(snapshot, of, halfDay, 7, AT);
    const [notice] = noticesIn(effects);
    if (!notice) throw new Error('a notice of the adoption');
    expect(noticeText(notice, namesOf(of, new Map())).ja).toContain('「due」令和6年12月27日 17:15→12:00');
    expect(after.context.deadlines.due).toMatchObject({ dueAt: '2024-12-27T12:00:00+09:00', fired: [-30] });
    expect(nextWake(halfDay, after)).toBe('2024-12-20T09:00:00+09:00');
  });

  it('gives the hour back with a calendar that has none', () => {
    const { snapshot } = reminded();
    const adopted = adopt(snapshot, of, halfDay, 7, AT).snapshot;
    const { snapshot: after, effects } = adopt(adopted, halfDay, { ...of, version: 3 }, 8, AT);
    expect(noticesIn(effects)).toMatchObject([{ moved: [{ hours: { was: '12:00', now: '17:15' } }] }]);
    expect(after.context.deadlines.due?.dueAt).toBe('2024-12-27T17:15:00+09:00');
  });
});

describe('an hour that an amendment of the deadline moves', () => {
  it('is told as what 0.2.0 recorded told it: of days alone', () => {
    const { snapshot } = reminded();
    const later = { ...of, version: 2, deadlines: of.deadlines.map((one) => ({ ...one, at: '16:00' })) };
    expect(noticesIn(adopt(snapshot, of, later, 7, AT).effects)).toMatchObject([{ moved: [] }]);
  });
});
