// A digest as `sekimori inbox` prints it: whose line it is, what is to be done, and why that day.
import { describe, expect, it } from 'vitest';
import { digestLines } from '../../cli/print/digest-lines.ts';
import type { InboxView } from '../../server/contract/telling/inbox.ts';

type Digest = NonNullable<InboxView['digest']>;
type Line = Digest['lines'][number];

const named = (ja: string, en = ja) => ({ ja, en });
const of = (...names: [ja: string, en: string][]): Line['systems'] =>
  names.map(([ja, en]) => ({ system: en, systemName: named(ja, en), post: null }));
const line = (over: Partial<Line> = {}): Line => ({
  kind: 'deadline',
  text: named('期限「移行」は本日です。', '"Migration" is due today.'),
  act: null,
  derivation: null,
  late: false,
  standing: false,
  systems: [],
  ...over,
});
const digest = (over: Partial<Digest> = {}): Digest => ({
  day: '2023-12-08',
  madeAt: '2023-12-08T09:00:30+09:00',
  late: false,
  readAt: null,
  channels: [],
  lines: [line()],
  ...over,
});

describe('a digest that is printed', () => {
  it('begins with its day and whether it was read, and late where it was', () => {
    const [gap, head] = digestLines(digest(), 'ja');
    expect([gap, head]).toEqual(['', 'R5.12.8のお知らせ（● 未読）']);
    const read = digest({ late: true, readAt: '2023-12-08T13:00:00+09:00' });
    expect(digestLines(read, 'ja')[1]).toBe('R5.12.8のお知らせ（R5.12.8 13:00 に既読、遅れて）');
    expect(digestLines(read, 'en')[1]).toBe('Digest of 2023-12-08 (read 2023-12-08 13:00, late)');
  });

  it('says under its head by which ways it went besides, and what the other side answered', () => {
    const mail = {
      ...({
        channel: 'mail',
        day: '2023-12-08',
        state: 'arrived',
        attempts: 1,
        messageId: 'm',
        error: null,
      } as const),
      ...{ at: '2023-12-08T09:00:40+09:00', receipt: '250 OK' },
    };
    expect(digestLines(digest({ channels: [mail] }), 'ja')[2]).toBe(
      '  mail: 届きました R5.12.8 09:00  250 OK',
    );
  });

  it('names the systems of a line with 、 between them, as some have a ・ of their own', () => {
    const systems = of(['子ども・子育て支援', 'Child care'], ['就学', 'Schools']);
    const lines = [line({ systems }), line({ systems: of(['就学', 'Schools']) }), line()];
    expect(digestLines(digest({ lines }), 'ja').slice(2)).toEqual([
      '・子ども・子育て支援、就学：期限「移行」は本日です。',
      '・就学：期限「移行」は本日です。',
      '・期限「移行」は本日です。',
    ]);
    expect(digestLines(digest({ lines }), 'en')[2]).toBe('・Child care, Schools: "Migration" is due today.');
  });

  it('says of each line what to do and why that day, and marks what is late and what still stands', () => {
    const act = named('終えてください。', 'Finish it.');
    const derivation = named('令和5年12月8日と定められている。', 'Set to 8 December 2023.');
    const lines = [line({ act, derivation, late: true }), line({ standing: true })];
    expect(digestLines(digest({ lines }), 'ja').slice(2)).toEqual([
      '・[遅れて] 期限「移行」は本日です。',
      '    すること：終えてください。',
      '    期日の根拠：令和5年12月8日と定められている。',
      '・[ひきつづき] 期限「移行」は本日です。',
    ]);
    expect(digestLines(digest({ lines }), 'en').slice(2)).toEqual([
      '・[late] "Migration" is due today.',
      '    To do: Finish it.',
      '    Why that day: Set to 8 December 2023.',
      '・[still] "Migration" is due today.',
    ]);
  });

  it('shows a sign that would steer the terminal, and is not steered by it', () => {
    const lines = [line({ text: named('期限\u001b[2J', 'x') })];
    expect(digestLines(digest({ lines }), 'ja').join('')).not.toContain('\u001b');
  });
});
