// A definition that changes while migrations run: from wherever one stands, what is shown is what is done, nothing that was told is told
// again, and a version that comes back knows what it knew.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMet } from '../../machines/deadline/status.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { nextWake } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { canonical } from '../../machines/record/entry.ts';
import { adopt } from '../builders/adopting.ts';
import { AFTER_ALL, of, position } from '../builders/positions.ts';
import { again, type Kind, versions } from '../builders/versions.ts';

const names = (voices: readonly { name: string }[] = []) => voices.map(({ name }) => name);
const gone = (before: string[], after: string[]) => before.filter((name) => !after.includes(name));

/** Kinds that leave where it stands, and by whom it is decided, as they were. */
const BESIDE: readonly Kind[] = ['closed', 'moved', 'without', 'fewer', 'replanned', 'retired'];

/** Counted from the plan. */
const PLANNED = new Set(of.deadlines.flatMap(({ id, rule }) => (rule.kind === 'plan' ? [id] : [])));

describe('from wherever a migration stands', () => {
  it('adopting a version does what was shown beforehand', () => {
    fc.assert(
      fc.property(position, versions, (snapshot, { definition }) => {
        const shown = previewAdoption({ leaving: of, definition, snapshot, at: AFTER_ALL });
        const { snapshot: after, effects } = adopt(snapshot, of, definition, 7, AFTER_ALL);
        const [was, is] = [snapshot.context, after.context];
        expect(shown.refusals).toEqual([]);
        expect(shown.to?.phase).toBe(standing(after).phase);
        expect(shown.to?.stage).toBe(standing(after).stage);
        expect(shown.ends === null).toBe(definition.system.retired === undefined);
        if (shown.ends !== null) {
          expect([standing(after).activity, nextWake(definition, after)]).toEqual(['retired', null]);
          return;
        }
        expect(after.value.activity).toBe(snapshot.value.activity);
        expect(after.value.regime).toBe(snapshot.value.regime);
        for (const { deadline, dueOn } of shown.deadlines)
          expect([deadline, is.deadlines[deadline]?.dueOn ?? null]).toEqual([deadline, dueOn]);
        for (const [id, state] of Object.entries(is.deadlines))
          if (!shown.deadlines.some(({ deadline }) => deadline === id))
            expect([id, state.dueOn]).toEqual([id, was.deadlines[id]?.dueOn ?? null]);
        expect(shown.approvals).toEqual(gone(names(was.approvals), names(is.approvals)));
        expect(shown.voices).toEqual([
          ...gone(names(was.goingBack?.votes), names(is.goingBack?.votes)),
          ...gone(names(was.cancellation?.votes), names(is.cancellation?.votes)),
        ]);
        // Whoever is concerned is told of the same.
        const told = effects.flatMap((one) =>
          one.kind === 'notify' && one.notice.code === 'definition.adopted' ? [one.notice] : [],
        );
        const fell = shown.falls.filter(({ kind }) => kind !== 'asking');
        const isGone = !is.submission && was.submission !== null;
        expect(fell.some(({ kind }) => kind === 'review')).toBe(isGone);
        if (fell.length > 0) expect(told.length).toBeGreaterThan(0);
        for (const { approvals, moved, falls = [] } of told) {
          expect(falls.filter(({ kind }) => kind !== 'voices')).toEqual(fell);
          expect(approvals).toEqual(shown.approvals);
          expect(moved.map(({ dueOn }) => dueOn)).toEqual(shown.deadlines.map(({ dueOn }) => dueOn));
        }
      }),
      { numRuns: 150 },
    );
  });

  it('nothing that was told of a deadline is told again', () => {
    fc.assert(
      fc.property(position, versions, (snapshot, { definition }) => {
        const { snapshot: after } = adopt(snapshot, of, definition, 7, AFTER_ALL);
        for (const [id, before] of Object.entries(snapshot.context.deadlines)) {
          const now = after.context.deadlines[id];
          if (!now || now.dueAt !== before.dueAt) continue;
          expect([id, now.generation]).toEqual([id, before.generation]);
          expect(now.fired).toEqual(expect.arrayContaining(before.fired));
        }
        // It stands stored: what is read back wakes at the same instant.
        const stored = JSON.parse(JSON.stringify(after)) as MigrationSnapshot;
        expect(nextWake(definition, stored)).toBe(nextWake(definition, after));
      }),
      { numRuns: 100 },
    );
  });

  it('a version that comes back knows all that it knew', () => {
    fc.assert(
      fc.property(position, versions, (snapshot, { definition, kinds }) => {
        const { snapshot: between } = adopt(snapshot, of, definition, 7, AFTER_ALL);
        const { snapshot: after } = adopt(between, definition, again(definition), 9, AFTER_ALL);
        const [was, is] = [snapshot.context, after.context];
        expect([after.value.activity, after.value.regime]).toEqual([
          snapshot.value.activity,
          snapshot.value.regime,
        ]);
        expect(is.retired).toBeUndefined();
        for (const name of [
          'steps',
          'stepReasons',
          'budgets',
          'drafters',
          'milestones',
          'forsaken',
          'live',
          'selection',
          'contract',
          'special',
          'pause',
          'holds',
          'slips',
          'corrections',
          'seen',
          'movedOn',
        ] as const)
          expect([name, canonical(is[name] ?? null)]).toEqual([name, canonical(was[name] ?? null)]);
        // What an amendment plans otherwise is decided; what was planned before by an act is not.
        const isPlanned = kinds.includes('replanned');
        if (!isPlanned) expect(is.plan).toEqual(was.plan);
        for (const [phase, gates] of Object.entries(was.passed)) expect(is.passed[phase]).toEqual(gates);
        for (const [phase, papers] of Object.entries(was.evidence))
          expect(is.evidence[phase]).toEqual(papers);
        for (const [id, state] of Object.entries(was.deadlines)) {
          const back = is.deadlines[id];
          // An extension that fell with its rule has been told as fallen: it does not come back.
          if (state.extension === undefined && !(isPlanned && PLANNED.has(id)))
            expect([id, back?.dueOn ?? null]).toEqual([id, state.dueOn]);
          if (isMet(state)) expect([id, back?.metOn]).toEqual([id, state.metOn]);
          if (state.set) expect([id, back?.set]).toEqual([id, state.set]);
        }
        if (!kinds.every((kind) => BESIDE.includes(kind)) || after.value.activity === 'cancelled') return;
        // What it did not move is as it was, with all that was told, asked and acknowledged of it.
        for (const [id, state] of Object.entries(was.deadlines)) {
          const day = (between.context.deadlines[id] ?? between.context.aside?.deadlines?.[id])?.dueAt;
          if (day === state.dueAt)
            expect([id, canonical(is.deadlines[id] ?? null)]).toEqual([id, canonical(state)]);
        }
        expect(after.value).toEqual(snapshot.value);
        for (const name of [
          'days',
          'reach',
          'submission',
          'approvals',
          'goingBack',
          'cancellation',
          'waived',
        ] as const)
          expect([name, canonical(is[name])]).toEqual([name, canonical(was[name])]);
      }),
      { numRuns: 150 },
    );
  });

  it('a version without a counterpart for where it may stand is refused, naming what is missing', () => {
    fc.assert(
      fc.property(position, (snapshot) => {
        const phases = of.path.phases.filter(({ id }) => id !== 'fit-gap');
        const definition = { ...of, path: { ...of.path, phases }, version: 2 };
        const shown = previewAdoption({ leaving: of, definition, snapshot, at: AFTER_ALL });
        expect(shown.refusals).toEqual([
          { code: 'definition.noCounterpart', facts: { phases: ['fit-gap'] } },
        ]);
      }),
      { numRuns: 20 },
    );
  });
});
