// A programme taken out as its folder gives, read again, what decides it now: of the folders that come with it, and after amendments.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../machines/definition/calendar.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import { differing } from '../../machines/programme/amendment/differing.ts';
import {
  type InForce,
  problemsOf,
  proposalOf,
  type Wanted,
} from '../../machines/programme/amendment/proposal.ts';
import { definitionDigest } from '../../machines/record/entry.ts';
import { calendarOf } from '../../machines/seed/expand/calendar.ts';
import { calendarFile } from '../../machines/seed/schema.ts';
import { checkShape } from '../../machines/seed/shape.ts';
import { calendarFileOf } from '../../machines/seed/taken-out/calendar.ts';
import { takenOut } from '../../machines/seed/taken-out/taken-out.ts';
import { namedHolidays } from '../../machines/values/calendar/holidays.ts';
import { addDays } from '../../machines/values/date.ts';
import { newProgramme } from '../../seeds/new-programme.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { writtenFolder } from '../../server/intake/written-folder.ts';
import { altered, folder, setagayaFiles, soundSeed } from './folder.ts';

const offices = soundSeed(await readSeedFolder(folder('offices')));
const template = await readSeedFolder(folder('template'));
const setagaya = soundSeed(setagayaFiles);

const inForceOf = ({ programme, migrations }: Wanted): InForce => ({
  programme: { definition: programme, digest: definitionDigest(programme) },
  migrations: migrations.map(deciding),
});

/** What taking it out and reading it again makes of it. */
function again(now: Wanted) {
  const read = soundSeed(writtenFolder(takenOut(now), ' 取り出した計画'));
  const inForce = inForceOf(now);
  const proposal = proposalOf(inForce, read);
  return { inForce, proposal, problems: problemsOf(inForce, read, proposal) };
}

function expectSame(now: Wanted): void {
  const { inForce, proposal, problems } = again(now);
  expect(differing(inForce, proposal)).toEqual([]);
  expect(problems).toEqual([{ code: 'nothing', facts: {} }]);
  expect(proposal.edition.programme.digest).toBe(inForce.programme.digest);
  expect(proposal.edition.migrations).toEqual(
    Object.fromEntries(
      inForce.migrations.map(({ definition, digest }) => [
        definition.system.id,
        { version: definition.version, digest },
      ]),
    ),
  );
}

/** As the edition names it: what does not change keeps its version. */
function adopted(before: Wanted, wanted: Wanted): Wanted {
  const { edition, concerned, fresh } = proposalOf(inForceOf(before), wanted);
  const known = [...concerned.map(({ definition }) => definition), ...fresh];
  const migrations = Object.keys(edition.migrations)
    .sort()
    .flatMap((system) => {
      const found =
        known.find((one) => one.system.id === system) ??
        before.migrations.find((one) => one.system.id === system);
      return found ? [found] : [];
    });
  return { programme: wanted.programme, migrations };
}

describe('a programme taken out', () => {
  it.each([
    ['setagaya', setagaya],
    ['offices', offices],
  ])('of the folder %s changes nothing when it is amended by', (_name, seed) => {
    expectSame(seed);
  });

  it('of a new municipality changes nothing either', () => {
    const found = newProgramme(template, { code: '131130', name: '渋谷区', today: '2026-11-24' });
    if (found.status !== 'made') throw new Error(found.refusal.code);
    expectSame(soundSeed(found.files));
  });

  it('keeps what systems have otherwise: roles, phases left out, gates and milestones of their own', () => {
    const KOKUHO = '    businesses: [国民健康保険]\n';
    const own = [
      '    roles: { business-division: tax-division }',
      '    skips: [{ phase: rfi, reason: 情報は前の調達で得た }]',
      '    awaits: [{ phase: fit-gap, system: renkei, milestone: integration-test-1, label: { ja: 連携基盤の稼働, en: Platform live }, hard: false, who: [dx-office] }]',
    ];
    const files = altered(
      'systems.yaml',
      KOKUHO,
      `${KOKUHO}${own.join('\n')}\n`,
      altered(
        'programme.yaml',
        'bodies:\n',
        'bodies:\n  - { id: tax-division, label: { ja: 税務課, en: Tax division }, members: 9 }\n',
      ),
    ).filter(({ path }) => path !== 'history.yaml' && path !== 'accounts.yaml');
    expectSame(soundSeed(files));
  });
});

const systems = setagaya.programme.systems;
const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    kind: fc.constant('closedDay' as const),
    on: fc.constantFrom('2026-05-07', '2027-12-28', '2027-01-02', '2027-05-03', '2026-12-29'),
    closed: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('label' as const),
    of: fc.constantFrom('phase' as const, 'body' as const, 'deadline' as const, 'system' as const),
    id: fc.constantFrom('fit-gap', 'dx-office', 'plan-end-fit-gap', 'juki', 'fiscal-2025-end'),
    label: fc.constantFrom({ ja: '新しい名: その1', en: 'yes' }, { ja: '2027.10', en: '# 1' }),
  }),
  fc.record({
    kind: fc.constant('quorum' as const),
    phase: fc.constantFrom(
      ...new Set(setagaya.migrations.flatMap(({ path }) => path.phases.map(({ id }) => id))),
    ),
    body: fc.constantFrom('promotion-committee', 'working-group'),
    quorum: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('deadline' as const),
    deadline: fc.constantFrom(
      ...new Set(setagaya.migrations.flatMap(({ deadlines }) => deadlines.map(({ id }) => id))),
    ),
    on: fc.constantFrom('2026-03-31', '2027-03-31'),
  }),
  fc.record({
    kind: fc.constant('members' as const),
    body: fc.constantFrom('promotion-committee', 'working-group', 'dx-office'),
    members: fc.integer({ min: 2, max: 9 }),
  }),
  fc.record({
    kind: fc.constant('term' as const),
    body: fc.constantFrom('promotion-committee'),
    term: fc.constantFrom(null, { from: '2022-04-01', until: '2030-03-31' }),
  }),
  fc.record({
    kind: fc.constant('plan' as const),
    of: fc.constantFrom('system' as const),
    id: fc.constantFrom(...systems),
    phase: fc.constantFrom('rfp', 'contract', 'fit-gap', 'rfi'),
    startOn: fc.constant('2026-04'),
    endOn: fc.constant('2026-09-30'),
  }),
  fc.record({
    kind: fc.constant('retire' as const),
    system: fc.constantFrom(...systems),
    as: fc.constantFrom('notApplicable' as const, 'withdrawn' as const),
    reason: fc.constant('共同利用に移行'),
    release: fc.boolean(),
  }),
  fc.record({
    kind: fc.constant('move' as const),
    system: fc.constantFrom(...systems),
    wave: fc.constantFrom(...setagaya.programme.waves.map(({ id }) => id)),
  }),
  fc.record({
    kind: fc.constant('merge' as const),
    systems: fc.uniqueArray(fc.constantFrom(...systems), { minLength: 2, maxLength: 3 }),
    into: fc.record({ id: fc.constantFrom(...systems, 'united') }),
    reason: fc.constant('共同調達'),
    release: fc.boolean(),
  }),
  fc.constantFrom(...setagaya.migrations).map(
    ({ system }): Change => ({
      kind: 'split',
      system: system.id,
      into: ['a', 'b'].map((half) => ({
        id: `${system.id}-${half}`,
        businesses: system.businesses,
        parts: Object.fromEntries(system.businesses.map((business) => [business, `その${half}`])),
      })),
      reason: '調達単位の見直し',
      awaits: `${system.id}-a`,
    }),
  ),
);

describe('a programme that amendments have changed', () => {
  it('is taken out as it is now, whatever they were', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(anyChange, { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        (rounds) => {
          let now: Wanted = { programme: setagaya.programme, migrations: setagaya.migrations };
          for (const round of rounds) {
            const found = changed(now, round);
            if (!('wanted' in found)) continue;
            const inForce = inForceOf(now);
            const proposal = proposalOf(inForce, found.wanted);
            if (problemsOf(inForce, found.wanted, proposal).length > 0) continue;
            now = adopted(now, found.wanted);
          }
          expectSame(now);
        },
      ),
      { numRuns: 8 },
    );
  });
});

describe('a calendar taken out', () => {
  const file = checkShape(
    calendarFile,
    {
      id: 'town',
      version: '2026',
      source: '町の休日条例',
      firstYear: '2024',
      lastYear: '2028',
      provisionalFrom: '2028-01-01',
      holidays: [2024, 2025, 2026, 2027, 2028].flatMap(namedHolidays),
      yearly: [
        { days: ['12-29', '12-30', '12-31', '01-02', '01-03'], name: '年末年始', basis: '条例1条' },
        { days: ['02-29'], basis: '条例2条' },
      ],
      custom: ['01-02', '01-03'],
      halfDays: [
        { days: ['12-28', '08-14'], closesAt: '12:00', name: '半日', basis: '規則', from: '2025-08-14' },
        { days: ['07-01'], closesAt: '15:00', basis: '規則' },
      ],
      recurring: [
        { on: 'third Monday', name: '図書館', basis: '規則' },
        { on: 'last Friday', months: ['3', '9'], from: '2025-01-01', until: '2027-12-31', basis: '規則' },
      ],
    },
    'calendar.yaml',
  ).value;
  if (!file) throw new Error('the calendar is not in shape');
  const whole = calendarOf(file);
  const back = (calendar: Calendar) => calendarOf(calendarFileOf(calendar));

  it('has its rules again', () => {
    expect(back(whole)).toEqual(whole);
    const found = calendarFileOf(whole);
    expect(found.yearly.map(({ name, days }) => [name, days.length])).toEqual([
      ['年末年始', 5],
      [undefined, 1],
    ]);
    expect(found.recurring.length).toBeLessThan(4);
    expect(found.single).toBeUndefined();
  });

  it('keeps the names of its days where one is closed that is a holiday in most other years', () => {
    // 6 May 2024 to 2026 is a substitute holiday; in 2028 it is none.
    const closed = [...whole.closed, '2028-05-06'].sort();
    expect(back({ ...whole, closed })).toEqual({ ...whole, closed });
  });

  it('has each day that an amendment closed or opened', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 365 * 5 }), { maxLength: 8 }), (days) => {
        let { closed, reasons = [] } = whole;
        for (const on of days.map((count) => addDays('2024-01-01', count))) {
          if (closed.includes(on)) {
            closed = closed.filter((one) => one !== on);
            reasons = reasons.filter((one) => one.on !== on);
          } else closed = [...closed, on].sort();
        }
        const changedOne = { ...whole, closed, reasons };
        expect(back(changedOne)).toEqual(changedOne);
      }),
      { numRuns: 40 },
    );
  });
});
