// What becomes of deadlines with a ladder when a migration is cancelled, or what met them stands no longer: told, by name.
import { describe, expect, it } from 'vitest';
import { DEFAULT_LADDER } from '../../machines/definition/ladder.ts';
import { nextWake } from '../../machines/migration/migration.ts';
import type { Effect } from '../../machines/record/effect.ts';
import { namesOf } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { deadline, definition } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const { owner, office, group, chair, member } = people;

function of() {
  const { reminders: _none, ...rest } = deadline('contract', {
    rule: { kind: 'fixed', on: '2024-03-29' },
    metBy: { phase: 'fit-gap', edge: 'left' },
    to: ['contracts-division'],
    ladder: DEFAULT_LADDER,
  });
  return definition({ deadlines: [rest] });
}
const sentences = (walk: Walk, effects: readonly Effect[]) =>
  effects.flatMap((effect) =>
    effect.kind === 'notify'
      ? [{ to: effect.to, ...effect.notice, text: noticeText(effect.notice, namesOf(walk.of, new Map())).ja }]
      : [],
  );

describe('deadlines with a ladder', () => {
  it('fall with a cancelled migration, and whoever is told of them hears which', () => {
    const walk = new Walk(of());
    walk.take({ type: 'cancellation.proposed', reason: '廃止' }, office);
    walk.take({ type: 'cancellation.approved' }, chair).take({ type: 'cancellation.approved' }, member);
    const [told] = sentences(walk, walk.effects);
    expect(told?.to).toContain('contracts-division');
    expect(told?.text).toContain('なくなる期限: 「contract」');
    expect(nextWake(walk.of, walk.snapshot)).toBeNull();
  });

  it('are open again once the path has gone back over what met them, and it is said', () => {
    const walk = new Walk(of());
    walk.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, owner);
    walk.take({ type: 'gate.approved', phase: 'fit-gap' }, group);
    const later = { at: '2024-03-27T10:00:00+09:00' };
    walk.take({ type: 'goingBack.proposed', to: 'fit-gap', reason: '不調' }, office, later);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, chair, later);
    walk.take({ type: 'goingBack.approved', to: 'fit-gap' }, member, later);
    const told = sentences(walk, walk.effects).find(({ code }) => code === 'deadline.reopened');
    expect(told).toMatchObject({ to: ['contracts-division'], dueOn: '2024-03-29' });
    expect(sentences(walk, walk.wake('2024-03-27T12:00:00+09:00')).map(({ code }) => code)).toEqual([
      'deadline.near',
    ]);
    expect(nextWake(walk.of, walk.snapshot)).toBe('2024-03-28T09:00:00+09:00');
  });

  it('run on while it is held, and the hold says so', () => {
    const walk = new Walk(of()).take({ type: 'migration.held', reason: '予算' }, office);
    expect(sentences(walk, walk.effects)[0]?.text).toContain('中断中も期限は進みます');
  });
});
