// What is being decided as a version is adopted falls only where it is said: beforehand, and to whoever asked and whoever was asked.
import { describe, expect, it } from 'vitest';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { take } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { namesOf } from '../../texts/names.ts';
import { noticeText } from '../../texts/telling/notice-texts.ts';
import { adopt, LATER } from '../builders/adopting.ts';
import { definition } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';

const of = definition();
const [first, ...rest] = of.path.phases;
if (!first) throw new Error('a path has phases');
const taken = definition({
  version: 2,
  path: {
    ...of.path,
    phases: rest.map((phase, index) => (index === 0 ? { ...phase, replaces: [first.id] } : phase)),
  },
});
const submitted = () =>
  new Walk(of).take({ type: 'phase.submitted', phase: first.id, evidence: [] }, people.owner);
const adoptedNotices = (effects: ReturnType<typeof adopt>['effects']) =>
  effects.flatMap((one) =>
    one.kind === 'notify' && one.notice.code === 'definition.adopted' ? [{ ...one, notice: one.notice }] : [],
  );

describe('a review whose phase is taken away', () => {
  const { snapshot } = submitted();
  const review = { kind: 'review', phase: first.label, by: people.owner.name };

  it('is named beforehand', () => {
    const shown = previewAdoption({ leaving: of, definition: taken, snapshot, at: LATER });
    expect(shown.to?.stage).toBe('working');
    expect(shown.falls).toEqual([review]);
  });

  it('is told to whoever submitted it and to those who were asked', () => {
    const { effects } = adopt(snapshot, of, taken, 7);
    const [told] = adoptedNotices(effects);
    expect(told?.notice.falls).toEqual([review]);
    const asked = first.gate?.approvals.map(({ body }) => body) ?? [];
    expect(told?.to).toEqual(expect.arrayContaining([people.owner.post, ...asked]));
    const text = told && noticeText(told.notice, namesOf(taken, new Map()));
    expect(text?.ja).toContain(`「${first.label.ja}」の審査（${people.owner.name}さんの依頼）`);
  });

  it('is told of by no entry that did not tell it when it was made', () => {
    const named = { version: 1, digest: 'a'.repeat(64) };
    const event = {
      fact: { type: ADOPTED, amendment: 7, leaves: named, adopts: { ...named, version: 2 }, reason: '改正' },
      actor: { kind: 'programme' as const, account: '131121', name: '計画', post: 'programme' },
      occurredOn: LATER.slice(0, 10),
      requestId: 'definition/7',
      at: LATER,
    };
    const { effects, snapshot: after } = take(taken, snapshot as MigrationSnapshot, event, of);
    expect(standing(after).stage).toBe('working');
    expect(adoptedNotices(effects).map(({ notice }) => 'falls' in notice)).toEqual([false]);
  });
});
