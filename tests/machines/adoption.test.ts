// A definition that changes while migrations run: from wherever one stands, what is shown is what is done, nothing that was told is told
// again, and a version that comes back knows what it knew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition, Phase } from '../../machines/definition/definition.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { nextWake, take, wakeEvent } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { canonical } from '../../machines/record/entry.ts';
import { adopt, LATER } from '../builders/adopting.ts';
import { gate } from '../builders/migration.ts';
import { of, travel, walk } from '../builders/walks.ts';

type Version = (given: MigrationDefinition) => MigrationDefinition;
const phases =
  (alter: (all: Phase[]) => Phase[]): Version =>
  (given) => ({ ...given, path: { ...given.path, phases: alter(given.path.phases) } });

const renamed: Version = (given) => ({
  ...phases((all) =>
    all.map((phase) =>
      phase.id === 'fit-gap' ? { ...phase, id: 'analysis', replaces: ['fit-gap'] } : phase,
    ),
  )(given),
  plan: given.plan.map((one) => (one.phase === 'fit-gap' ? { ...one, phase: 'analysis' } : one)),
});
const merged: Version = phases((all) =>
  all
    .filter(({ id }) => id !== 'fit-gap')
    .map((phase) => (phase.id === 'development' ? { ...phase, replaces: ['fit-gap'] } : phase)),
);
const inserted: Version = phases(([first, ...rest]) => [
  first as Phase,
  { id: 'rfi', label: { ja: 'RFI', en: 'RFI' }, owners: ['business-division'], steps: [], gate: gate('rfi') },
  ...rest,
]);
const closed: Version = (given) => ({
  ...given,
  calendar: {
    ...given.calendar,
    version: 'another',
    closed: [...given.calendar.closed, '2025-03-31'].sort(),
  },
});
const moved: Version = (given) => ({
  ...given,
  deadlines: given.deadlines.map((one) =>
    one.rule.kind === 'fixed' ? { ...one, rule: { kind: 'fixed', on: '2031-03-31' } } : one,
  ),
});
const without: Version = (given) => ({ ...given, deadlines: given.deadlines.slice(1) });
const fewer: Version = (given) => ({
  ...given,
  system: { ...given.system, businesses: given.system.businesses.slice(0, 1) },
});
const stricter: Version = phases((all) =>
  all.map((phase) =>
    phase.gate
      ? { ...phase, gate: { ...phase.gate, approvals: [{ body: 'promotion-committee', quorum: 2 }] } }
      : phase,
  ),
);
const retired: Version = (given) => ({
  ...given,
  system: { ...given.system, retired: { as: 'withdrawn', reason: '共同利用に移行' } },
});
const kinds = [renamed, merged, inserted, closed, moved, without, fewer, stricter, retired];

const versions = fc
  .uniqueArray(fc.nat({ max: kinds.length - 1 }), { minLength: 1, maxLength: 4 })
  // A phase is called otherwise or is gone, not both.
  .filter((chosen) => !(chosen.includes(0) && chosen.includes(1)))
  .map((chosen) => {
    const made = chosen.reduce<MigrationDefinition>((given, nth) => (kinds[nth] as Version)(given), of);
    return { ...made, version: 2 };
  });

/** With all that the timer had to say up to then. */
function reminded(from: MigrationSnapshot): MigrationSnapshot {
  let snapshot = from;
  for (;;) {
    const [at, event] = [nextWake(of, snapshot), wakeEvent(of, snapshot)];
    if (at === null || event === null || at > '2025-04-15') return snapshot;
    const next = take(of, snapshot, { ...event, at }).snapshot;
    if (next === snapshot) return snapshot;
    snapshot = next;
  }
}

/** A as it is when B has been in force: the same, and it says for what of B its phases stand. */
const again = (from: MigrationDefinition): MigrationDefinition => {
  const gone = from.path.phases.filter(({ id }) => !of.path.phases.some((phase) => phase.id === id));
  const standsFor = (id: string) =>
    gone
      .filter(({ id: other }) => (other === 'rfi' ? 'development' : 'fit-gap') === id)
      .map((phase) => phase.id);
  return {
    ...phases((all) =>
      all.map((phase) =>
        standsFor(phase.id).length > 0 ? { ...phase, replaces: standsFor(phase.id) } : phase,
      ),
    )(of),
    version: 3,
  };
};

describe('from wherever a migration stands', () => {
  it('adopting a version does what was shown beforehand', () => {
    fc.assert(
      fc.property(walk, versions, (choices, definition) => {
        const snapshot = travel(choices, () => undefined);
        const shown = previewAdoption({ leaving: of, definition, snapshot, at: LATER });
        const { snapshot: after } = adopt(snapshot, of, definition, 7);
        expect(shown.to?.phase).toBe(standing(after).phase);
        expect(shown.to?.stage).toBe(standing(after).stage);
        expect(shown.ends === null).toBe(definition.system.retired === undefined);
        if (shown.ends !== null) {
          expect([standing(after).activity, nextWake(definition, after)]).toEqual(['retired', null]);
          return;
        }
        for (const { deadline, dueOn } of shown.deadlines)
          expect(after.context.deadlines[deadline]?.dueOn ?? null).toBe(dueOn);
        for (const [id, state] of Object.entries(after.context.deadlines))
          if (!shown.deadlines.some(({ deadline }) => deadline === id))
            expect([id, state.dueOn]).toEqual([id, snapshot.context.deadlines[id]?.dueOn ?? null]);
      }),
      { numRuns: 60 },
    );
  });

  it('nothing that was told of a deadline is told again', () => {
    fc.assert(
      fc.property(walk, versions, (choices, definition) => {
        const snapshot = reminded(travel(choices, () => undefined));
        const { snapshot: after } = adopt(snapshot, of, definition, 7);
        for (const [id, before] of Object.entries(snapshot.context.deadlines)) {
          const now = after.context.deadlines[id];
          if (!now || now.dueAt !== before.dueAt) continue;
          expect(now.generation).toBe(before.generation);
          expect(now.fired).toEqual(expect.arrayContaining(before.fired));
        }
        // It stands stored: what is read back wakes at the same instant.
        const stored = JSON.parse(JSON.stringify(after)) as MigrationSnapshot;
        expect(nextWake(definition, stored)).toBe(nextWake(definition, after));
      }),
      { numRuns: 40 },
    );
  });

  it('a version that comes back knows all that it knew', () => {
    fc.assert(
      fc.property(walk, versions, (choices, definition) => {
        const snapshot = travel(choices, () => undefined);
        const { snapshot: between } = adopt(snapshot, of, definition, 7);
        const back = again(definition);
        const { snapshot: after } = adopt(between, definition, back, 9);
        const [was, is] = [snapshot.context, after.context];
        expect(after.value.activity).toBe(snapshot.value.activity);
        expect(is.retired).toBeUndefined();
        for (const name of [
          'steps',
          'stepReasons',
          'budgets',
          'plan',
          'drafters',
          'milestones',
          'live',
        ] as const)
          expect([name, canonical(is[name] ?? null)]).toEqual([name, canonical(was[name] ?? null)]);
        for (const [phase, gates] of Object.entries(was.passed)) expect(is.passed[phase]).toEqual(gates);
        for (const [id, state] of Object.entries(was.deadlines)) {
          // An extension that fell with its rule has been told as fallen: it does not come back.
          if (state.extension === undefined) expect(is.deadlines[id]?.dueOn ?? null).toBe(state.dueOn);
          if (state.status === 'met' || state.status === 'metLate')
            expect(is.deadlines[id]?.metOn).toBe(state.metOn);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('a version without a counterpart for where it may stand is refused, naming what is missing', () => {
    const definition = { ...phases((all) => all.filter(({ id }) => id !== 'fit-gap'))(of), version: 2 };
    const snapshot = travel([], () => undefined);
    const shown = previewAdoption({ leaving: of, definition, snapshot, at: LATER });
    expect(shown.refusals).toEqual([{ code: 'definition.noCounterpart', facts: { phases: ['fit-gap'] } }]);
  });
});
