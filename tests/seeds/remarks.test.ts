// What a seed's reader should look at though it is loaded, and mistakes whose consequences are not told.
import { describe, expect, it } from 'vitest';
import { checkCalendar } from '../../machines/seed/check/calendar.ts';
import { checkProgramme } from '../../machines/seed/check/programme.ts';
import { isWarning } from '../../machines/seed/problem.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { altered, lineOf, problemsOf, setagayaFiles } from './folder.ts';

const at = { file: 'calendar.yaml', path: [] };
const calendar = (holidays: string[]) => ({
  at,
  value: {
    id: 'x',
    version: '1',
    source: 's',
    firstYear: 2025,
    lastYear: 2025,
    provisionalFrom: '2026-01-01',
    holidays: holidays.map((on) => ({ on, name: on })),
    recurring: [],
    yearly: [{ days: ['01-01'], basis: 'b' }],
  },
});

describe('a remark', () => {
  it('tells of holidays on weekdays that are missing', () => {
    const [found, ...others] = checkCalendar(
      calendar(['2025-01-13', '2025-02-11', '2025-02-24', '2025-03-20']),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'calendar.holidayMissing' });
    expect(found && isWarning(found)).toBe(true);
    const { days } = (found as { facts: { days: string[] } }).facts;
    expect(days).toContain('2025-11-24');
    expect(days).toContain('2025-05-06');
    expect(days).not.toContain('2025-01-01');
    expect(days).not.toContain('2025-11-23');
  });
  it('tells of a code of no prefecture', () => {
    const value = {
      version: 1,
      code: '991112',
      name: { ja: 'x', en: 'x' },
      rehearsal: true,
      startAt: '',
      waves: [],
      businesses: [],
      bodies: [],
      control: [],
    };
    const codes = checkProgramme({ at, value }).map(({ code }) => code);
    expect(codes).toContain('code.noPrefecture');
    expect(checkProgramme({ at, value: { ...value, code: '131121' } }).map(({ code }) => code)).not.toContain(
      'code.noPrefecture',
    );
  });
});

it('the steps offered for ⑩-3 are those of ⑩', () => {
  const [found] = problemsOf(altered('paths/wave-1.yaml', '⑩-1', '⑩-3'));
  expect(found).toMatchObject({ code: 'value.unread', message: { ja: expect.stringContaining('⑩-1、⑩-2') } });
  expect(found?.message.ja).not.toContain('①-3');
});

it('a body id given twice is one mistake', () => {
  const files = altered('programme.yaml', '- id: contracts-division', '- id: dx-office');
  const read = readSeed(files);
  const problems = read.status === 'wrong' ? read.problems.map(({ code }) => code) : [];
  expect(problems.filter((code) => code === 'id.duplicate')).toHaveLength(1);
  expect(problems).not.toContain('id.unknown');
});

it('a calendar that ends before the programme’s own dates is remarked at the line of its last year', () => {
  const text = setagayaFiles.find(({ path }) => path === 'calendar.yaml')?.text ?? '';
  const short = text
    .replace('lastYear: 2031', 'lastYear: 2024')
    .split('\n')
    .filter((line) => !/on: 20(2[5-9]|3\d)-/.test(line))
    .join('\n');
  const files = altered('calendar.yaml', text, short);
  const { status, warnings } = readSeed(files);
  expect(status).toBe('sound');
  expect(warnings.filter(({ code }) => code === 'calendar.tooShort')).toMatchObject([
    {
      file: 'calendar.yaml',
      line: lineOf(files, 'calendar.yaml', 'lastYear'),
      facts: { day: '2026-03-31', lastYear: 2024 },
    },
  ]);
});

describe('a term that ends before gates that its body has to decide', () => {
  const termed = (until: string) =>
    readSeed(
      altered(
        'programme.yaml',
        'label: { ja: 事業者選定委員会, en: Vendor selection committee }\n',
        `label: { ja: 事業者選定委員会, en: Vendor selection committee }\n    term: { until: ${until} }\n`,
      ),
    ).warnings.filter(({ code }) => code === 'term.leavesGates');

  it('is told at its line, with the systems and phases, and loaded all the same', () => {
    const [found, ...others] = termed('2024-06-30');
    expect(others).toEqual([]);
    expect(found).toMatchObject({ file: 'programme.yaml', field: 'bodies[2].term.until' });
    expect(found?.message.ja).toContain('令和6年6月30日');
    expect(found?.message.en).toMatch(/rfp of \w+/u);
    expect(found?.expected.ja).toContain('任期を改める');
  });

  it('is not told of what is planned before; of what has no day (未定) it is', () => {
    const gates = termed('2149-12-31').flatMap(({ facts }) => ('gates' in facts ? facts.gates : []));
    expect(gates).toEqual([
      { system: 'shougai-techou', phase: 'rfp' },
      { system: 'jidou', phase: 'rfp' },
    ]);
  });
});
