// What may be sent at all: words that can be stored and seen, and no more of anything than a run can carry.
import { describe, expect, it } from 'vitest';
import { fact, submission as submissionSchema } from '../../machines/migration/event.ts';
import { accepts, start, take } from '../../machines/migration/migration.ts';
import { canonical } from '../../machines/record/entry.ts';
import { PAPERS, STATE_LENGTH } from '../../machines/record/limits.ts';
import { written } from '../../machines/values/text.ts';
import { definition, person, readinessReport, stamped, submission } from '../builders/migration.ts';

const owner = person('owner', 'business-division');
const office = person('office', 'dx-office');
const begin = { on: '2023-04-01', at: '2023-11-16T09:00:00+09:00' };

describe('a written text', () => {
  it.each([
    ['a NUL', 'a\u0000b', 'unstorable'],
    ['an escape', 'a\u001bb', 'unstorable'],
    ['half a pair', 'a\ud842', 'unstorable'],
    ['the other half first', '\udfb7\ud842', 'unstorable'],
    ['a byte that was no text', '世田谷\ufffd', 'unstorable'],
    ['a space of no width', '\u200b', 'looksEmpty'],
    ['joiners only', '\u200d\u2060\ufeff', undefined],
    ['soft hyphens', '\u00ad\u00ad', 'looksEmpty'],
    ['a Hangul filler', '\u3164', 'looksEmpty'],
    ['a blank of braille', '\u2800', 'looksEmpty'],
    ['a combining mark alone', '\u034f', 'looksEmpty'],
    ['spaces of ideographs', '\u3000 \u3000', undefined],
  ])('is not %s', (_, text, message) => {
    const read = written(200).safeParse(text);
    expect(read.success).toBe(false);
    if (message !== undefined) expect(read.error?.issues.at(-1)?.message).toBe(message);
  });

  it.each(['𠮷野家', '渡邉\u{e0100}さん', '外字\ue000', 'が', '一行\n二行\t', '👨‍👩‍👧'])(
    'may be %s',
    (text) => {
      expect(written(200).parse(text)).toBe(text.trim());
    },
  );

  it.each(['reason', 'account', 'source'])('is asked for in every field: %s', (field) => {
    const wrong = 'a\u0000';
    const given = submission(
      { type: 'migration.held', reason: field === 'reason' ? wrong : '理由' },
      field === 'account' ? { ...office, account: wrong } : office,
      field === 'source' ? { source: wrong } : {},
    );
    const issues = submissionSchema.safeParse(given).error?.issues ?? [];
    expect(issues.map(({ path }) => path.at(-1))).toContain(field);
  });
});

describe('a request id', () => {
  it.each(['', 'a b', '依頼', 'a\u0000', 'x'.repeat(201)])('is not %j', (requestId) => {
    const given = { ...submission({ type: 'migration.held', reason: 'x' }, office), requestId };
    expect(submissionSchema.safeParse(given).success).toBe(false);
  });
});

const papers = (count: number, title = '資'.repeat(200)) =>
  Array.from({ length: count }, () => ({ ...readinessReport, title, documentNo: '第'.repeat(100) }));
const given = definition({ deadlines: [] });
const attached = (items: ReturnType<typeof papers>) =>
  stamped({ type: 'phase.submitted', phase: 'development', evidence: items }, owner);

describe('papers', () => {
  it('of one act are counted before anything else looks at them', () => {
    const read = fact.safeParse(attached(papers(PAPERS.act + 1)).fact);
    expect(read.error?.issues).toMatchObject([{ code: 'too_big', maximum: PAPERS.act }]);
  });

  it('of one phase are refused by number, and a full migration stays far below what a run carries', () => {
    let snapshot = start(given, begin);
    const attach = () =>
      stamped({ type: 'evidence.attached', evidence: { ...papers(1)[0], kind: 'other' } as never }, owner);
    for (let count = 0; count < PAPERS.phase; count += 1) {
      ({ snapshot } = take(given, snapshot, attach()));
    }
    expect(accepts(given, snapshot, attach())).toMatchObject([
      { code: 'limit.papers', facts: { within: 'phase', would: PAPERS.phase + 1, most: PAPERS.phase } },
    ]);
    const perPaper = canonical(snapshot).length / PAPERS.phase;
    expect(perPaper * PAPERS.migration).toBeLessThan(STATE_LENGTH);
  });

  it('of one migration are refused by number too', () => {
    const snapshot = start(given, begin);
    const elsewhere = papers(PAPERS.migration).map((item) => ({ ...item, by: 'owner', on: '2023-11-16' }));
    const full = {
      ...snapshot,
      context: { ...snapshot.context, evidence: { development: elsewhere } },
    };
    const event = stamped({ ...attached(papers(1)).fact, phase: 'fit-gap' } as never, owner);
    const codes = accepts(given, full, event).map(({ code }) => code);
    expect(codes).toContain('limit.papers');
  });
});

describe('the version that was seen', () => {
  it.each([1, 2, 999_999])('is none that does not exist yet: %d', (seenVersion) => {
    const event = stamped({ type: 'migration.held', reason: 'x' }, office, { seenVersion });
    expect(accepts(given, start(given, begin), event)).toMatchObject([
      { code: 'version.ahead', facts: { seen: seenVersion, current: 0 } },
    ]);
  });
});
