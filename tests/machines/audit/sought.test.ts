// What a search of the record finds, and what it must not.
import { describe, expect, it } from 'vitest';
import { isBlank, isSought, matchesOf } from '../../../machines/audit/sought.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';

const body = (fact: EntryBody['fact'], over: Partial<EntryBody> = {}): EntryBody => ({
  format: 2,
  chain: '131121/juki',
  seq: 3,
  requestId: 'r',
  fact,
  actor: { kind: 'person', account: 'juki-sato', name: '佐藤', post: 'juki-owner' },
  occurredOn: '2023-11-16',
  recordedAt: '2023-12-04T01:00:00Z',
  wallAt: '2023-12-04T01:00:00Z',
  rehearsal: true,
  versions: { definition: 1, path: 'p', calendar: 'c', machine: 1, definitionDigest: 'a'.repeat(64) },
  stateHash: '',
  effectsHash: '',
  prev: '',
  ...over,
});

describe('the words of a search', () => {
  const held = body({
    type: 'phase.returned',
    reason: 'ベンダーの見積（第２版）を髙橋が待つ',
    deep: [{ note: 'さいかい' }],
  });

  it.each(['べんだー', '第2版', '高橋', 'サイカイ', '見積 第2版'])(
    'find %s however it is written',
    (text) => {
      expect(isSought(held, { text })).toBe(true);
    },
  );
  it('tell the text they stand in', () => {
    expect(matchesOf(held, 'さいかい')).toEqual(['さいかい']);
  });
  it('tell a text once that stands in it twice', () => {
    const twice = body({ type: 'gate.imported', source: '報告' }, { source: '報告' });
    expect(matchesOf(twice, '報告')).toEqual(['報告']);
  });
  it('find neither the kind of an entry nor a digest', () => {
    const paper = body({ type: 'phase.returned', sha256: 'b'.repeat(64) });
    expect(isSought(paper, { text: 'returned' })).toBe(false);
    expect(isSought(paper, { text: 'bbbb' })).toBe(false);
  });
  it('are none where they are marks alone', () => {
    expect(isBlank('・（）')).toBe(true);
    expect(isBlank('第')).toBe(false);
  });
});

describe('who decided, and when', () => {
  const one = body({ type: 'gate.approved' });

  it('a person is found by their account or by their name as people write it, and nobody by marks alone', () => {
    for (const account of ['juki-sato', '佐藤', ' 佐 藤 ']) expect(isSought(one, { account })).toBe(true);
    for (const account of ['juki', '鈴木', '・']) expect(isSought(one, { account })).toBe(false);
  });

  it('an account, a post and a period must all fit', () => {
    expect(
      isSought(one, { account: 'juki-sato', post: 'juki-owner', from: '2023-11-16', to: '2023-11-16' }),
    ).toBe(true);
    expect(isSought(one, { post: 'other' })).toBe(false);
    expect(isSought(one, { from: '2023-11-17' })).toBe(false);
    expect(isSought(one, { to: '2023-11-15' })).toBe(false);
  });
  it('a month counts from its last day', () => {
    expect(isSought(body({ type: 'x' }, { occurredOn: '2023-11' }), { to: '2023-11-29' })).toBe(false);
    expect(isSought(body({ type: 'x' }, { occurredOn: '2023-11' }), { from: '2023-11-30' })).toBe(true);
  });
  it('corrections alone are asked for', () => {
    expect(isSought(one, { corrections: true })).toBe(false);
    expect(isSought(body({ type: 'correction.approved' }), { corrections: true })).toBe(true);
  });
});
