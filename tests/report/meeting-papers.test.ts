// A meeting's documents as the console sets them, and its agenda as it is put together.
import { describe, expect, it } from 'vitest';
import { agendaOf, askedIn, isHalf, placed, putIn } from '../../console/meetings/convening/agenda.ts';
import { blocksOf } from '../../console/meetings/papers/blocks.ts';
import type { PosedView } from '../../server/contract/meetings/convening.ts';

const text = (runs: { text: string }[]) => runs.map((run) => run.text).join('');

describe('a document of a meeting', () => {
  it('is taken apart into its title, heads, lists and sentences', () => {
    const blocks = blocksOf('# 題\n\n- 一\n- 二\n\n## 議案1\n\n- 三\n\n---\n\n終わり\n');
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'list', 'head', 'list', 'text']);
    expect(blocks.flatMap((one) => (one.kind === 'list' ? one.lines.map(text) : text(one.runs)))).toEqual([
      '題',
      '一',
      '二',
      '議案1',
      '三',
      '終わり',
    ]);
  });

  it('keeps marks that somebody wrote as they wrote them, and its own as weight', () => {
    const [block] = blocksOf('- 議決: **承認**、理由 \\*\\*重要\\*\\* \\\\');
    expect(block).toEqual({
      kind: 'list',
      lines: [
        [
          { text: '議決: ', isStrong: false },
          { text: '承認', isStrong: true },
          { text: '、理由 **重要** \\', isStrong: false },
        ],
      ],
    });
  });
});

const name = { ja: '', en: '' };
const posed = (system: string, over: Partial<PosedView> = {}): PosedView => ({
  system,
  systemName: name,
  decides: { kind: 'gate', phase: 'rfp' },
  what: name,
  isNow: true,
  takesConditions: true,
  tied: null,
  ...over,
});
const proviso = { key: '1', text: ' 手順書 ', owner: 'dx', dueOn: '2026-05-20', reopens: '' as const };
const blank = { ...proviso, key: '2', text: '', owner: '', dueOn: '' };
const typed = (key: string, over = {}) => ({ key, title: '', order: [], how: '', conditions: [], ...over });
const gate = (system: string) => `${system} {"kind":"gate","phase":"rfp"}`;

describe('an agenda', () => {
  it('is numbered as it was ticked, without what can be put no more', () => {
    const items = [typed(gate('zei')), typed(gate('gone')), typed(gate('juki'))];
    const put = putIn({ items }, { items: [posed('juki'), posed('zei')] });
    expect(put.map(({ number, item }) => [number, item.system])).toEqual([
      [1, 'zei'],
      [2, 'juki'],
    ]);
  });

  it('carries conditions of a circulation alone, whole ones only', () => {
    const items = [typed(gate('juki'), { conditions: [proviso, blank], title: ' 件名 ' })];
    const put = putIn({ items }, { items: [posed('juki')] });
    const decides = { kind: 'gate', phase: 'rfp' };
    const conditions = [{ text: '手順書', owner: 'dx', dueOn: '2026-05-20' }];
    expect(agendaOf('circulation', put)).toEqual([{ system: 'juki', decides, title: '件名', conditions }]);
    expect(agendaOf('inPerson', put)).toEqual([{ system: 'juki', decides, title: '件名' }]);
    expect([isHalf(proviso), isHalf(blank), isHalf({ ...proviso, owner: '' })]).toEqual([false, false, true]);
    expect(askedIn([{ ...proviso, reopens: 'approval' }])[0]).toMatchObject({ reopens: 'approval' });
  });

  it('puts equals in the order that is chosen, each in one place', () => {
    expect(placed(['a', 'b', 'c'], 0, 'c')).toEqual(['c', 'b', 'a']);
    expect(placed(['a', 'b', 'c'], 1, 'b')).toEqual(['a', 'b', 'c']);
    const tie: PosedView['decides'] = { kind: 'tie', rfp: 1, order: ['a', 'b'], how: 'lot' };
    const tied = {
      bidders: [],
      hows: [
        { how: 'lot', label: name },
        { how: 'committee', label: name },
      ] as const,
    };
    const item = posed('juki', { decides: tie, tied: { ...tied, hows: [...tied.hows] } });
    const put = [{ number: 1, item, typed: typed('', { order: ['b', 'a'], how: 'committee' }) }];
    expect(agendaOf('inPerson', put)[0]?.decides).toEqual({ ...tie, order: ['b', 'a'], how: 'committee' });
  });
});
