// What an amendment would do, as it is printed: short enough to be read where forty systems are concerned.
import { describe, expect, it } from 'vitest';
import { previewLines } from '../../cli/print/amendment-lines.ts';
import { speak } from '../../cli/print/speech.ts';
import type { AmendmentPreview } from '../../server/contract/amendments.ts';

const ja = { say: speak('ja'), language: 'ja' } as const;
const named = (name: string) => ({ ja: name, en: name });
type Migration = AmendmentPreview['migrations'][number];
const ids = Array.from({ length: 40 }, (_, at) => `s${at}`);

const migration = (system: string, more: Partial<Migration> = {}): Migration => ({
  system,
  name: named(`名${system}`),
  refusals: [],
  from: { phase: 'rfi', label: named('RFI') },
  to: { phase: 'rfi', label: named('RFI'), stage: 'working' },
  ends: null,
  figuresStay: false,
  passedOver: [],
  deadlines: [],
  told: [],
  approvals: [],
  voices: [],
  falls: [],
  rehoused: [],
  ...more,
});
const moved = (dueOn: string): Migration['deadlines'][number] => ({
  deadline: 'law',
  label: named('法の期限'),
  change: 'moved',
  was: '2028-03-31',
  dueOn,
  why: 'rule',
  whyText: named('期限の定めが変わるため'),
  derivation: [],
});
const preview = (given: Partial<AmendmentPreview>): AmendmentPreview => ({
  setting: {
    programme: '131130',
    municipality: '131130',
    programmeName: named('渋谷区'),
    rehearsal: true,
    now: '2027-03-25T09:00:00+09:00',
    today: '2027-03-25',
    asOf: null,
    by: null,
  },
  version: { inForce: 1, wanted: 2 },
  differences: [],
  overtakes: [],
  lacks: [],
  terms: [],
  collisions: [],
  closedAnyway: [],
  migrations: ids.map((id) => migration(id)),
  fresh: [],
  heirs: [],
  people: [],
  ...given,
});
const printed = (given: Partial<AmendmentPreview>) => previewLines(preview(given), ja);
const whose = (systems: string[]) => {
  const version = {
    part: 'calendar',
    at: ['version'],
    place: named('暦 › 版'),
    was: '1',
    now: '2',
    wasText: named('1'),
    nowText: named('2'),
    systems,
    systemNames: systems.map((system) => named(`名${system}`)),
    why: null,
  } as const;
  return printed({ differences: [version] }).find((line) => line.includes('版: 1'));
};

describe('a preview of forty systems', () => {
  it('says what happens to all of them alike once, and what is otherwise apart', () => {
    const [first = '', ...others] = ids;
    const migrations = [
      migration(first, { deadlines: [moved('2029-03-31')] }),
      ...others.map((id) => migration(id, { deadlines: [moved('2028-12-28')] })),
    ];
    const lines = printed({ migrations });
    expect(lines.filter((line) => line.includes('法の期限'))).toEqual([
      '    期限「法の期限」 R10.3.31 → R11.3.31（期限の定めが変わるため）',
      '    期限「法の期限」 R10.3.31 → R10.12.28（期限の定めが変わるため）',
    ]);
    expect(lines.length).toBeLessThan(12);
    for (const id of ids) expect(lines.filter((line) => line.includes(`（${id}）`))).toHaveLength(1);
  });

  it('says which part changes, and whose it is without naming forty', () => {
    expect(whose(ids)).toBe('  暦 › 版: 1 → 2  ［下の40システムすべて］');
    expect(whose(ids.slice(1))).toBe('  暦 › 版: 1 → 2  ［下のうち 名s0 を除く39システム］');
    expect(whose(ids.slice(0, 2))).toBe('  暦 › 版: 1 → 2  ［名s0、名s1］');
    expect(whose(ids.slice(0, 20))).toBe('  暦 › 版: 1 → 2  ［名s0、名s1、名s2、名s3、名s4 ほか15システム］');
  });

  it('gives a deadline that goes its day, and one that comes its own', () => {
    const [first = ''] = ids;
    const goes = { ...moved('2029-03-31'), change: 'gone', dueOn: null } as const;
    const comes = { ...moved('2029-03-31'), change: 'new', was: null } as const;
    const lines = printed({ migrations: [migration(first, { deadlines: [goes, comes] })] });
    expect(lines).toContain('    なくなる期限「法の期限」 R10.3.31（期限の定めが変わるため）');
    expect(lines).toContain('    新しい期限「法の期限」 R11.3.31（期限の定めが変わるため）');
  });

  it('says how each date that moves or comes is counted, as the API does, and nothing of one that goes', () => {
    const [first = ''] = ids;
    const derivation = [
      { ja: '数えるもとの日は令和9年7月21日（水）', en: 'Counted back from Wednesday, 21 July 2027' },
      { ja: '時刻は17:15（日本時間）', en: 'At 17:15, Japan time' },
    ];
    const goes = { ...moved('2029-03-31'), label: named('去る期限'), change: 'gone', dueOn: null } as const;
    const deadlines = [{ ...moved('2027-07-06'), derivation }, goes];
    const given = { migrations: [migration(first, { deadlines })] };
    const at = (lines: string[], part: string) => lines.findIndex((line) => line.includes(part));
    const lines = printed(given);
    expect(lines.slice(at(lines, '「法の期限」'))).toEqual([
      '    期限「法の期限」 R10.3.31 → R9.7.6（期限の定めが変わるため）',
      '      数え方：数えるもとの日は令和9年7月21日（水）。時刻は17:15（日本時間）。',
      '    なくなる期限「去る期限」 R10.3.31（期限の定めが変わるため）',
    ]);
    const english = previewLines(preview(given), { say: speak('en'), language: 'en' });
    expect(english[at(english, 'deadline「法の期限」') + 1]).toBe(
      '      counted: Counted back from Wednesday, 21 July 2027. At 17:15, Japan time.',
    );
  });

  it('marks a day that has gone by, and names what it would overtake', () => {
    const [first = ''] = ids;
    const lines = printed({
      migrations: [migration(first, { deadlines: [moved('1999-01-01')] })],
      overtakes: [{ number: 14, reason: '臨時閉庁' }],
    });
    expect(lines).toContain(
      '    期限「法の期限」 R10.3.31 → H11.1.1（期限の定めが変わるため。既に過ぎた日です）',
    );
    expect(lines.at(-1)).toContain('改定 14（臨時閉庁）は失効します');
  });
});
