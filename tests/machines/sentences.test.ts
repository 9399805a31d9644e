// Sentences that said more than was so, or showed a code: what a person reads now.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../machines/migration/acts.ts';
import { accepts } from '../../machines/migration/migration.ts';
import { readDay } from '../../machines/values/read-day.ts';
import { entryText } from '../../texts/acts/act-texts.ts';
import { namesOf } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { unreadText } from '../../texts/values.ts';
import { deadline, definition, stamped } from '../builders/migration.ts';
import { people, renkei, Walk } from '../builders/walk.ts';

const names = namesOf(definition(), new Map([['renkei', { ja: '連携基盤', en: 'Platform' }]]));
const word = { system: 'renkei', milestone: 'integration-test-1' };
const approve: Fact = { type: 'gate.approved', phase: 'development' };

const refused = (walk: Walk, fact: Fact, at = '2023-11-16T10:00:00+09:00') =>
  accepts(walk.of, walk.snapshot, stamped(fact, people.group, { at })).map(
    (refusal) => refusalView(refusal, names).message,
  );

describe('a refusal', () => {
  it('names nobody where nobody may extend', () => {
    const end = deadline('end', {
      hard: true,
      reminders: [],
      extendableBy: [],
      metBy: { phase: 'development', edge: 'left' },
    });
    const walk = new Walk(definition({ deadlines: [end] })).toReview();
    walk.wake('2025-04-01T00:00:00+09:00');
    const [message] = refused(walk, approve, '2025-04-01T10:00:00+09:00');
    expect(message?.ja).toContain('延長できる職はありません。');
    expect(message?.en).toContain('No post may extend it.');
  });

  it('says who may go on without a milestone, and no code', () => {
    const walk = new Walk(definition()).toReview();
    walk.take({ type: 'milestone.withdrawn', ...word }, renkei);
    walk.take({ type: 'milestone.forsaken', ...word }, renkei);
    const [message] = refused(walk, approve);
    expect(message?.ja).toContain('標準化推進委員会による「来ない節目を省く決定」');
    expect(message?.ja).not.toContain('milestone.waived');
  });

  it('says whose work separates: budget and 稼働 too', () => {
    const walk = new Walk(definition()).toReview();
    const given = stamped(approve, { ...people.group, account: 'owner' });
    const [no] = accepts(walk.of, walk.snapshot, given);
    expect(no && refusalView(no, names).message.ja).toMatch(/予算.*稼働/u);
  });
});

describe('one voice of several', () => {
  it.each<[Fact, string, string]>([
    [
      { type: 'goingBack.approved', to: 'fit-gap' },
      '「Fit&Gap分析」への手戻りを承認',
      'going back to "Fit&Gap分析" approved',
    ],
    [
      { type: 'milestone.waived', ...word, reason: '代替' },
      '「連携基盤」の節目なしで進めることを承認（理由: 代替）',
      'going on without the milestone of "Platform" approved (reason: 代替)',
    ],
  ])('of %o is told as a voice', (fact, ja, en) => {
    expect(entryText(fact, names)).toEqual({ ja, en });
  });
});

it('a weekday is named in the reader’s language', () => {
  const read = readDay('2023-11-16(金)');
  expect(read.status === 'refused' && unreadText('2023-11-16(金)', read.reason).en).toContain(
    'is a Thursday, not a Friday',
  );
});
