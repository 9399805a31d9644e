// One entry in words: by which of the grants that are shown it was done.
import { describe, expect, it } from 'vitest';
import { evidenceLines } from '../../cli/print/evidence-lines.ts';
import type { EntryEvidence } from '../../server/contract/entries.ts';

const AT = '2023-12-01T10:00:00+09:00';
const held = { recorded: true, occurred: true };
const given = {
  programme: '131121',
  grantedBy: 'dx-tanaka',
  grantedAt: AT,
  endedBy: null,
  endedAt: null,
  heldOn: held,
};
const ofAll = { ...given, id: '3.0', system: null, from: '2023-04-01', until: '2024-03-31', named: false };
const ofOne = { ...given, id: '5.1', system: 'juki', from: '2023-10-01', until: '2024-03-31', named: true };

const entry = (grants: EntryEvidence['grants']): EntryEvidence => ({
  setting: {
    programme: '131121',
    municipality: '131121',
    programmeName: { ja: '世田谷区', en: 'Setagaya' },
    rehearsal: false,
    now: AT,
    today: '2023-12-01',
    asOf: null,
    by: null,
  },
  chain: 'migration/131121/juki',
  system: 'juki',
  systemName: { ja: '住民記録', en: 'Resident records' },
  seq: 7,
  type: 'gate.approved',
  summary: { ja: '承認', en: 'approved' },
  fact: {},
  undisclosed: null,
  actor: {
    kind: 'person',
    account: 'kato',
    name: '加藤',
    post: 'office',
    postLabel: { ja: 'DX推進', en: 'DX office' },
    grant: '5.1',
    deputy: null,
  },
  occurredOn: '2023-12-01',
  recordedAt: AT,
  wallAt: AT,
  rehearsal: false,
  corrects: null,
  correctable: false,
  correctedBy: [],
  seeing: null,
  assumed: null,
  source: null,
  requestId: 'r',
  seenVersion: 6,
  versions: { definition: 1, path: 'p', calendar: 'c', machine: 2, definitionDigest: 'd' },
  signedBy: 'k',
  hash: 'h',
  prev: 'p',
  stateHash: 's',
  effectsHash: 'e',
  grants,
  told: [],
});

describe('an entry in words', () => {
  it('that was corrected says what stood and what stands', () => {
    const said = {
      summary: { ja: '契約', en: 'contract' },
      occurredOn: '2023-12-01',
      account: 'a',
      name: 'a',
      postLabel: { ja: '', en: '' },
    };
    const turn = {
      seq: 8,
      occurredOn: '2023-12-02',
      recordedAt: AT,
      name: 'a',
      postLabel: { ja: '', en: '' },
      reason: '桁',
    };
    const field = { ja: '総額（円）', en: 'Total (yen)' };
    const differs = [{ field, wrong: { ja: '2円', en: 'JPY 2' }, right: { ja: '1円', en: 'JPY 1' } }];
    const made = { wrong: said, right: said, differs, proposed: turn, decided: turn };
    const lines = evidenceLines({ ...entry([]), correctedBy: [{ seq: 9, voids: false, made }] }, 'ja');
    expect(lines).toContain('    総額（円）: 2円 → 1円');
  });

  it('marks the grant by which it was done: post, scope, from–to', () => {
    expect(evidenceLines(entry([ofAll, ofOne]), 'ja')).toContain(
      '  → この付与（5.1）によって行いました: 「DX推進」、住民記録、R5.10.1〜R6.3.31。',
    );
    const en = evidenceLines(
      entry([
        { ...ofAll, named: true },
        { ...ofOne, named: false },
      ]),
      'en',
    ).join('\n');
    expect(en.match(/→/gu)).toHaveLength(1);
    expect(en).toContain('(3.0): "DX office", the programme, ');
  });

  it('says so where the entry names none', () => {
    const lines = evidenceLines(entry([ofAll, { ...ofOne, named: false }]), 'ja').join('\n');
    expect(lines).toContain('どの付与によって行ったかは、この記録に書かれていません');
    expect(lines).not.toContain('→');
  });
});
