// What people and applicants are called where the record says an account or an id.
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../../machines/migration/acts.ts';
import { refusal } from '../../../machines/record/refusal.ts';
import { entryText } from '../../../texts/acts/act-texts.ts';
import { decidesText, votesText } from '../../../texts/meetings/words.ts';
import { calledBy, namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
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

describe('what speaks against points of a price', () => {
  it('calls the price as each language does', () => {
    const cell = { bidder: 'a', name: 'A社', criterion: 'price', label: null };
    const over = refusalView(
      refusal('rfp.pointsOver', { ...cell, points: '301', most: '300' }),
      plain,
    ).message;
    expect(over).toEqual({
      ja: 'A社の「価格」の点（301）が配点（300）を超えています。',
      en: 'A社 has 301 on "the price", more than its 300.',
    });
    const missing = refusalView(refusal('rfp.pointsMissing', { cells: [cell] }), plain).message;
    expect(missing.ja).toContain('A社: 価格）');
    expect(missing.en).toContain('A社: the price)');
  });
});

describe('what a body resolved in writing', () => {
  it("says which of the answers is the chair's, and calls by name whose seat a deputy took", () => {
    const seat = (account: string, voice: 'for' | 'against') => ({ account, name: account, voice });
    const said = votesText(
      {
        meeting: 7,
        item: 1,
        body: 'committee',
        form: 'circulation',
        on: '2026-04-18',
        decides: { kind: 'gate', phase: 'rfp' },
        outcome: 'approved',
        conditions: [],
        of: { version: 23, bundle: '0'.repeat(64) },
        presider: '副区長',
        present: [
          seat('副区長', 'for'),
          seat('委員A', 'for'),
          { ...seat('契約担当B', 'against'), deputy: { kind: 'forAbsent', holder: 'sentei-c' } },
        ],
        away: [],
        recused: [],
        casting: 'for',
      },
      names,
    );
    expect(said.ja).toContain('賛成2・反対1・棄権0（うち議長は賛成）、可否同数につき議長が賛成と決定');
    expect(said.en).toContain('2 for, 1 against, 0 abstaining (of these the chair for)');
    expect(said.ja).toContain('契約担当B: 選定委員Cに代わる・代決');
  });
});
