// What people and applicants are called where the record says an account or an id.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { decidesText } from '../../../texts/meetings/words.ts';
import { calledBy, namesOf } from '../../../texts/names.ts';
import { namedIn, noticeText } from '../../../texts/telling/notice-texts.ts';
import { rfpDefinition } from '../../builders/rfp.ts';

const plain = namesOf(rfpDefinition(), new Map());
const names = calledBy(plain, {
  people: new Map([['sentei-c', '選定委員C']]),
  bidders: new Map([
    ['2/a', 'A社'],
    ['2/b', 'B社'],
  ]),
});
const said = (fact: Fact) => entryText(fact, names).ja;

describe('a line of the record', () => {
  it('calls an applicant by name, of that procurement and no other', () => {
    const receivedAt = '2026-04-17T16:20:00+09:00';
    expect(said({ type: 'rfp.proposalReceived', rfp: 2, bidder: 'a', receivedAt })).toMatch(
      /^A社の提案書を/u,
    );
    expect(said({ type: 'rfp.bidderQualified', rfp: 2, bidder: 'b', accepted: true })).toMatch(/^B社の/u);
    expect(said({ type: 'rfp.bidderWithdrew', rfp: 1, bidder: 'a', reason: '都合' })).toMatch(/^aが辞退/u);
    const tie: Fact = { type: 'rfp.tieDecided', rfp: 2, order: ['b', 'a'], how: 'committee', reason: '実績' };
    expect(said(tie)).toContain('B社、A社');
    expect(decidesText({ kind: 'candidate', rfp: 2, bidder: 'b' }, names).ja).toContain('B社 とすること');
    expect(decidesText({ kind: 'candidate', rfp: 2, bidder: 'b' }, plain).ja).toContain('b とすること');
  });
});

describe('a notice of a 代決', () => {
  it('calls whose name it was decided in by name', () => {
    const notice = {
      code: 'decision.inName',
      entry: 3,
      act: 'gate.approved',
      holder: 'sentei-c',
      by: '法規担当A',
    } as const;
    expect(namedIn(notice)).toEqual(['sentei-c']);
    expect(noticeText(notice, names).ja).toContain('選定委員Cさんの名で、法規担当Aさんが');
    expect(noticeText(notice, names).ja).not.toContain('sentei-c');
  });
});
