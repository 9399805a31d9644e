// Wherever a system stands when it is split or merged: whoever goes on has each thing that it had, or it is named as not going on.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ended } from '../../../machines/migration/adoption/beginning.ts';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { previewHeir } from '../../../machines/migration/adoption/preview-heir.ts';
import { nextWake, take, wakeEvent } from '../../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../../machines/migration/state.ts';
import { mergeSteps } from '../../../machines/migration/steps/national-steps.ts';
import { canonical } from '../../../machines/record/entry.ts';
import type { Fallen } from '../../../machines/record/fallen.ts';
import { ended, ending, goneOn, heirOf } from '../../builders/heirs.ts';
import { stamped } from '../../builders/migration.ts';
import { AFTER_ALL, of, position } from '../../builders/positions.ts';
import { people } from '../../builders/walk.ts';

const phases = of.path.phases.map(({ id }) => id);

const has = (falls: readonly Fallen[], kind: Fallen['kind'], over: object = {}): boolean =>
  falls.some((one) =>
    Object.entries({ kind, ...over }).every(([key, value]) => (one as never)[key] === value),
  );

/** Each thing is there, or named; nothing is both. */
function nothingIsLost(
  old: MigrationSnapshot,
  system: string,
  heir: MigrationSnapshot,
  falls: readonly Fallen[],
): void {
  const [was, is] = [old.context, heir.context];
  const named = (kind: Fallen['kind'], over: object = {}) => has(falls, kind, { of: system, ...over });
  const either = (isThere: boolean, kind: Fallen['kind'], over: object = {}) =>
    expect([kind, over, named(kind, over)]).toEqual([kind, over, !isThere]);
  if (old.value.activity === 'onHold')
    either(heir.value.activity === 'onHold' && canonical(is.pause) === canonical(was.pause), 'hold');
  if (old.value.regime !== 'standard')
    either(
      heir.value.regime === old.value.regime && canonical(is.special) === canonical(was.special),
      'regime',
    );
  for (const key of Object.keys(was.waived)) {
    const [one, milestone] = key.split('/');
    either(canonical(is.waived[key] ?? null) === canonical(was.waived[key]), 'waiver', {
      system: one,
      milestone,
    });
  }
  for (const [id, { extension }] of Object.entries(was.deadlines))
    if (extension)
      either(canonical(is.deadlines[id]?.extension ?? null) === canonical(extension), 'extension', {
        dueOn: extension.dueOn,
      });
  for (const year of Object.keys(was.budgets))
    either(is.budgets[year] !== undefined, 'budget', { fiscalYear: Number(year) });
  if (was.live) either(is.live !== null, 'live');
  for (const [key, on] of Object.entries(was.milestones))
    expect([key, is.milestones[key]]).toEqual([key, on]);
  for (const key of Object.keys(was.forsaken)) expect(is.forsaken[key] ?? is.milestones[key]).toBeDefined();
  expect(is.drafters).toEqual(expect.arrayContaining(was.drafters));
}

/** Nothing that was told of a deadline is told again, and what is told next was told nobody. */
function toldOnce(old: MigrationSnapshot, heir: MigrationSnapshot): void {
  for (const [id, before] of Object.entries(old.context.deadlines)) {
    const now = heir.context.deadlines[id];
    if (now?.dueAt !== before.dueAt) continue;
    expect([id, now.generation]).toEqual([id, before.generation]);
    expect([id, now.fired]).toEqual([id, expect.arrayContaining(before.fired)]);
  }
}

describe('from wherever a system is split', () => {
  it('an heir has each thing that it had, or it is named as not going on; and begins as it is shown', () => {
    fc.assert(
      fc.property(position, fc.option(fc.constantFrom(...phases)), fc.boolean(), (from, phase, figures) => {
        const under = ending(of, 'split', ['a', 'b'], figures ? { figures: 'a' } : {});
        const old = ended(from, of, under, AFTER_ALL);
        for (const id of ['a', 'b']) {
          const wish = phase === null ? {} : { continues: { from: ['juki'], phase } };
          const heir = heirOf(of, id, ['juki'], wish);
          const { snapshot, refusals, effects, said } = goneOn(heir, [old], AFTER_ALL);
          expect(refusals).toEqual([]);
          const shown = previewHeir(heir, [old], null, AFTER_ALL);
          const { stage, activity } = standing(snapshot);
          expect([shown.begins?.phase, shown.isHeld]).toEqual([
            standing(snapshot).phase,
            activity === 'onHold',
          ]);
          expect(activity).toBe(from.value.activity);
          if (activity === 'cancelled') continue;
          nothingIsLost(from, 'juki', snapshot, shown.falls);
          toldOnce(from, snapshot);
          const { days, steps, submission, selection, contract } = snapshot.context;
          if (stage === 'working') expect(days[standing(snapshot).phase]?.submitted).toBeUndefined();
          expect([submission, steps]).toEqual([null, { ...steps, ...from.context.steps }]);
          const isCounted = figures && id === 'a';
          expect([selection, contract]).toEqual(
            isCounted ? [from.context.selection, from.context.contract] : [null, null],
          );
          // Whoever plans is told of all that falls and of nothing else.
          const told = effects.flatMap((one) =>
            one.kind === 'notify' && one.notice.code === 'migration.continued'
              ? (one.notice.falls ?? [])
              : [],
          );
          expect(told).toEqual(said.heritage.falls);
          expect(
            take(heir, JSON.parse(JSON.stringify(snapshot)) as MigrationSnapshot, wake(heir, snapshot)),
          ).toEqual(take(heir, snapshot, wake(heir, snapshot)));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('what was being decided of it is named; one that was cancelled is refused', () => {
    fc.assert(
      fc.property(position, (from) => {
        const definition = ending(of, 'split', ['a', 'b']);
        const shown = previewAdoption({ leaving: of, definition, snapshot: from, at: AFTER_ALL });
        const { submission, goingBack, cancellation } = from.context;
        for (const [open, kind] of [
          [submission, 'review'],
          [goingBack, 'goingBack'],
          [cancellation, 'cancelling'],
        ] as const)
          if (from.value.activity !== 'cancelled')
            expect([kind, has(shown.falls, kind)]).toEqual([kind, open !== null]);
        expect(shown.refusals.map(({ code }) => code)).toEqual(
          from.value.activity === 'cancelled' ? ['migration.cancelledHasNoHeir'] : [],
        );
      }),
      { numRuns: 40 },
    );
  });
});

/** The next word of its timer; where it has none, one that is refused. */
const wake = (heir: typeof of, snapshot: MigrationSnapshot) => {
  const [at, event] = [nextWake(heir, snapshot), wakeEvent(heir, snapshot)];
  return at && event ? { ...event, at } : stamped({ type: 'gate.approved', phase: 'none' }, people.group);
};

describe('from wherever two are merged', () => {
  const olds = (a: MigrationSnapshot, b: MigrationSnapshot): [Ended, Ended] => {
    const under = (id: string) => ({ ...of, system: { ...of.system, id } });
    const end = (from: MigrationSnapshot, id: string) =>
      ended(from, under(id), ending(under(id), 'merged', ['c']), AFTER_ALL, id);
    return [end(a, 'juki'), end(b, 'zei')];
  };

  it('a new one has what both have, and what one alone had is named', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const both = olds(a, b);
        const heir = heirOf(of, 'c', ['juki', 'zei']);
        const { snapshot, refusals } = goneOn(heir, both, AFTER_ALL);
        const { falls } = previewHeir(heir, both, null, AFTER_ALL);
        expect(refusals).toEqual([]);
        if ([a, b].some(({ value }) => value.activity === 'cancelled')) return;
        for (const business of of.system.businesses)
          expect(mergeSteps([snapshot.context.steps[business] ?? {}])).toEqual(
            mergeSteps([a, b].map(({ context }) => context.steps[business] ?? {})),
          );
        const least = Math.min(...[a, b].map((one) => phases.indexOf(standing(one).phase)));
        expect(standing(snapshot).phase).toBe(phases[least]);
        if (snapshot.value.activity === 'onHold')
          expect([a.value.activity, b.value.activity]).toEqual(['onHold', 'onHold']);
        if (snapshot.context.live) expect([a.context.live, b.context.live]).not.toContain(null);
        for (const year of Object.keys(snapshot.context.budgets))
          expect([a, b].every(({ context }) => context.budgets[year] !== undefined)).toBe(true);
        for (const [old, id] of [
          [a, 'juki'],
          [b, 'zei'],
        ] as const)
          for (const [key, waiver] of Object.entries(old.context.waived))
            expect(
              has(falls, 'waiver', { of: id }) ||
                canonical(snapshot.context.waived[key]) === canonical(waiver) ||
                snapshot.context.waived[key]?.complete === true,
            ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('one of them goes on its own way, with the steps of both and the approvals of neither', () => {
    fc.assert(
      fc.property(position, position, (own, other) => {
        const [, old] = olds(own, other);
        const heir = heirOf(of, 'juki', ['zei']);
        const walking = { snapshot: own, carried: of.system.businesses };
        const { snapshot, refusals } = goneOn(heir, [old], AFTER_ALL, walking);
        const shown = previewHeir(heir, [old], walking, AFTER_ALL);
        expect(refusals).toEqual([]);
        expect(snapshot.value).toEqual(own.value);
        for (const business of of.system.businesses)
          expect(mergeSteps([snapshot.context.steps[business] ?? {}])).toEqual(
            mergeSteps([own, other].map(({ context }) => context.steps[business] ?? {})),
          );
        for (const name of [
          'days',
          'passed',
          'deadlines',
          'budgets',
          'live',
          'contract',
          'special',
          'pause',
        ] as const)
          expect([name, canonical(snapshot.context[name] ?? null)]).toEqual([
            name,
            canonical(own.context[name] ?? null),
          ]);
        const isReviewed = own.context.submission !== null && own.value.activity !== 'cancelled';
        const fell = isReviewed ? own.context.approvals.map(({ name }) => name) : [];
        expect(shown.falls.flatMap((one) => (one.kind === 'approvals' ? one.names : []))).toEqual(fell);
        const isWrong = own.value.activity === 'cancelled' || (own.context.live && !other.context.live);
        expect(shown.refusals.length > 0).toBe(Boolean(isWrong));
        if (other.value.activity === 'onHold') expect(has(shown.falls, 'hold', { of: 'zei' })).toBe(true);
        expect(shown.falls.filter(({ kind }) => kind === 'waiver' || kind === 'budget').length).toBe(
          Object.keys(other.context.waived).length + Object.keys(other.context.budgets).length,
        );
      }),
      { numRuns: 40 },
    );
  });
});
