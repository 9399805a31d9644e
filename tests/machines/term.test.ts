// A body's term (任期): outside it nobody speaks for the body, on the day claimed or recorded; what would be left when it ends is named.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition, Term } from '../../machines/definition/definition.ts';
import { explain } from '../../machines/migration/explain.ts';
import {
  gatesAhead,
  gatesOfFresh,
  leftByTerms,
  newlyLeft,
} from '../../machines/migration/gate/after-term.ts';
import { accepts, start, take } from '../../machines/migration/migration.ts';
import { termedAmenders } from '../../machines/programme/amendment/approvers.ts';
import { addDays, dayOf, instantOf } from '../../machines/values/date.ts';
import { namesOf } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { definition, person, stamped } from '../builders/migration.ts';

const BEGIN = { on: '2023-01-01', at: '2023-01-01T09:00:00+09:00' };

function termed(term: Term | undefined, of = definition()): MigrationDefinition {
  const bodies = of.bodies.map((body) => (body.id === 'working-group' && term ? { ...body, term } : body));
  return { ...of, bodies };
}

/** The first gate is reviewed; the working group decides it. */
function reviewed(of: MigrationDefinition) {
  const submit = stamped(
    { type: 'phase.submitted', phase: 'fit-gap', evidence: [] },
    person('a', 'business-division'),
    {
      at: '2023-01-02T09:00:00+09:00',
    },
  );
  return take(of, start(of, BEGIN), submit).snapshot;
}

const voice = (at: string, occurredOn = dayOf(at)) =>
  stamped({ type: 'gate.approved', phase: 'fit-gap' }, person('b', 'working-group'), { at, occurredOn });

const codes = (of: MigrationDefinition, at: string, on?: string) =>
  accepts(of, reviewed(of), voice(at, on)).map(({ code }) => code);

const isOutside = (of: MigrationDefinition, at: string, on: string) =>
  codes(of, at, on).includes('body.outsideTerm');

const FIRST = '2023-01-02';
const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays(FIRST, days));
const term = fc.record({ from: day, until: day }, { requiredKeys: [] });

describe('a voice of a body that has a term', () => {
  it('is refused exactly where the day claimed, or the day recorded, is none of the term’s', () => {
    fc.assert(
      fc.property(
        term,
        day,
        fc.integer({ min: 0, max: 60 }),
        fc.boolean(),
        (given, recorded, before, vague) => {
          const of = termed(given);
          const earliest = addDays(recorded, -before);
          const claimed = vague ? earliest.slice(0, 7) : earliest;
          // Every day that the claim can mean, up to the day on which it is recorded.
          const days = vague
            ? Array.from({ length: 31 }, (_, index) => `${claimed}-${String(index + 1).padStart(2, '0')}`)
            : [claimed];
          const isIn = (one: string) =>
            (given.from === undefined || one >= given.from) &&
            (given.until === undefined || one <= given.until);
          const may = isIn(recorded) && days.filter((one) => one <= recorded).some(isIn);
          expect(isOutside(of, instantOf(recorded, '10:00'), claimed)).toBe(!may);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is never refused so where the body has none, and whoever acts for another is not', () => {
    expect(isOutside(termed(undefined), '2030-01-01T09:00:00+09:00', '2030-01-01')).toBe(false);
    const of = termed({ until: '2023-01-01' });
    const withdraw = stamped(
      { type: 'submission.withdrawn', phase: 'fit-gap', reason: '誤り' },
      person('a', 'business-division'),
      { at: '2023-06-01T09:00:00+09:00' },
    );
    expect(accepts(of, reviewed(of), withdraw)).toEqual([]);
  });

  it('is explained before anyone tries, to whoever would speak and to whoever waits, in words with both days', () => {
    const of = termed({ from: '2023-01-01', until: '2023-03-31' });
    const at = '2023-04-01T09:00:00+09:00';
    const told = explain(of, reviewed(of), person('b', 'working-group'), at);
    const act = told.acts.find(({ type }) => type === 'gate.approved');
    expect(act).toMatchObject({ allowed: false, refusals: [{ code: 'body.outsideTerm' }] });
    const waiting = explain(of, reviewed(of), person('a', 'business-division'), at).gate?.approvals[0];
    expect(waiting?.outsideTerm).toEqual(act?.refusals[0]);
    const before = explain(of, reviewed(of), person('b', 'working-group'), '2023-03-31T23:00:00+09:00');
    expect(before.gate?.approvals[0]?.outsideTerm).toBeNull();
    const [refused] = act?.refusals ?? [];
    if (!refused) throw new Error('the act is not refused');
    const { ja, en } = refusalView(refused, namesOf(of, new Map())).message;
    expect(ja).toContain('令和5年1月1日から令和5年3月31日まで');
    expect(ja).toContain('令和5年4月1日');
    expect(en).toContain('from 1 January 2023 until 31 March 2023');
  });
});

describe('gates that would be left when a term ends', () => {
  const planned = (endOn: string | null, until: string) =>
    termed(
      { until },
      definition({
        plan: [
          { phase: 'fit-gap', startOn: '2023-01', endOn: '2023-06' },
          ...(endOn === null ? [] : [{ phase: 'development', startOn: '2023-07', endOn }]),
          { phase: 'go-live', startOn: '2025-01', endOn: '2025-03-31' },
        ],
      }),
    );
  const phases = (of: MigrationDefinition, today: string) =>
    leftByTerms([gatesOfFresh(of)], today).flatMap(({ gates }) => gates.map(({ phase }) => phase));

  it('are those planned to end after it, or for no day, each with its system', () => {
    expect(phases(planned('2024-12', '2024-12-31'), '2023-01-01')).toEqual(['go-live']);
    expect(phases(planned('2024-12', '2024-12-30'), '2023-01-01')).toEqual(['development', 'go-live']);
    expect(phases(planned(null, '2025-03-31'), '2023-01-01')).toEqual(['development']);
    expect(leftByTerms([gatesOfFresh(planned('2024-12', '2024-12-31'))], '2023-01-01')).toEqual([
      { body: 'working-group', until: '2024-12-31', gates: [{ system: 'juki', phase: 'go-live' }] },
    ]);
  });

  it('are all that lie ahead once it is over, and none that is passed', () => {
    const of = planned('2024-12', '2024-12-31');
    expect(phases(of, '2025-01-01')).toEqual(['fit-gap', 'development', 'go-live']);
    const passed = take(of, reviewed(of), voice('2023-02-01T09:00:00+09:00')).snapshot;
    const ahead = gatesAhead(of, passed);
    expect(leftByTerms(ahead ? [ahead] : [], '2025-01-01')[0]?.gates.map(({ phase }) => phase)).toEqual([
      'development',
      'go-live',
    ]);
  });

  it('are told of an amendment only where the edition in force does not leave them too', () => {
    const left = (until: string) => leftByTerms([gatesOfFresh(planned('2024-12', until))], '2023-01-01');
    expect(newlyLeft(left('2024-12-31'), left('2024-12-31'))).toEqual([]);
    expect(newlyLeft(left('2024-06-30'), left('2024-12-31'))).toEqual(left('2024-06-30'));
    expect(newlyLeft(left('2024-12-31'), [])).toEqual(left('2024-12-31'));
  });
});

describe('terms of those who amend', () => {
  const bodies = (until?: string) => [
    { id: 'committee', members: 5, ...(until ? { term: { until } } : {}) },
    { id: 'office', members: 1 },
  ];
  const amend = { propose: ['office'], approve: ['committee', 'office'], quorum: 2 };

  it('leave somebody who can give them another term', () => {
    expect(termedAmenders({ amend, control: [], bodies: bodies('2024-03-31') })).toEqual([
      { may: 'approve', bodies: ['committee'] },
    ]);
    expect(termedAmenders({ amend, control: [], bodies: bodies() })).toEqual([]);
    expect(termedAmenders({ control: ['committee'], bodies: bodies('2024-03-31') })).toEqual([
      { may: 'propose', bodies: ['committee'] },
      { may: 'approve', bodies: ['committee'] },
    ]);
  });
});
