// A gate whose bodies decide side by side: each once, in any order but for what is written, with a number of people or the
// majority of their members.
import { describe, expect, it } from 'vitest';
import { rounds } from '../../machines/decision/tally.ts';
import type { Approval, Gate, MigrationDefinition } from '../../machines/definition/definition.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { explain } from '../../machines/migration/explain.ts';
import { standing } from '../../machines/migration/state.ts';
import { definition, gate, person } from '../builders/migration.ts';
import { people, told, Walk } from '../builders/walk.ts';

const WARDS = Array.from({ length: 8 }, (_, index) => `ward-${index + 1}`);
const label = { ja: '区', en: 'ward' };
const approve = { type: 'gate.approved', phase: 'fit-gap' } as const;
const AT = '2023-11-20T09:00:00+09:00';

/** The small path; its first gate is decided by eight wards, and by a committee after them. */
function city(over: Partial<Gate> = {}, committee: Partial<Approval> = {}): MigrationDefinition {
  const of = definition();
  const approvals: Approval[] = [
    ...WARDS.map((body) => ({ body, quorum: 1 })),
    { body: 'promotion-committee', quorum: 'majority', after: WARDS, ...committee },
  ];
  const phases = of.path.phases.map((phase) =>
    phase.id === 'fit-gap' ? { ...phase, gate: gate('wards', { order: 'any', approvals, ...over }) } : phase,
  );
  return {
    ...of,
    path: { ...of.path, phases },
    bodies: [...of.bodies, ...WARDS.map((id) => ({ id, label, members: 3 }))],
  };
}

const submitted = (of: MigrationDefinition) =>
  new Walk(of).take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner);
const ward = (number: number) => person(`ward-${number}-head`, `ward-${number}`);
const committee = (seat: number) => person(`seat-${seat}`, 'promotion-committee');
const phaseOf = ({ snapshot }: Walk) => standing(snapshot).phase;

describe('a gate in any order', () => {
  it('asks all who wait for nobody at once', () => {
    const walk = submitted(city());
    expect(told(walk)).toEqual([['review.requested', WARDS]]);
  });

  it('takes them as they come, and each once', () => {
    const walk = submitted(city());
    for (const number of [5, 1, 8]) walk.take(approve, ward(number));
    expect(walk.codes(approve, ward(5))).toEqual(['gate.alreadyApproved']);
    expect(walk.codes(approve, person('another', 'ward-5'))).toEqual(['gate.bodyComplete']);
    expect(walk.codes(approve, ward(2))).toEqual([]);
  });

  it('keeps whoever waits for others waiting, names them, and asks them by the last of those', () => {
    const walk = submitted(city());
    for (const number of [3, 1, 2, 4, 6, 5, 8]) walk.take(approve, ward(number));
    expect(told(walk)).toEqual([]);
    expect(walk.codes(approve, committee(1))).toEqual(['gate.earlierBodyPending']);
    const seen = explain(walk.of, walk.snapshot, committee(1), AT).gate?.approvals.at(-1);
    expect(seen).toMatchObject({ quorum: 4, waitsFor: ['ward-7'], complete: false });
    walk.take(approve, ward(7));
    expect(told(walk)).toEqual([['review.continued', ['promotion-committee']]]);
    expect(walk.codes(approve, committee(1))).toEqual([]);
  });

  it('is passed by the majority of its members, not by one fewer', () => {
    const walk = submitted(city());
    for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) walk.take(approve, ward(number));
    for (const seat of [1, 2, 3]) walk.take(approve, committee(seat));
    expect(phaseOf(walk)).toBe('fit-gap');
    expect(phaseOf(walk.take(approve, committee(4)))).toBe('development');
  });

  it('is passed by whoever comes last, also a ward', () => {
    const walk = submitted(city({ approvals: WARDS.map((body) => ({ body, quorum: 1 })) }));
    for (const number of [8, 7, 6, 5, 4, 3, 1]) walk.take(approve, ward(number));
    expect(phaseOf(walk)).toBe('fit-gap');
    expect(phaseOf(walk.take(approve, ward(2)))).toBe('development');
  });

  it('has rounds: those side by side, then those who wait', () => {
    const { approvals, order } = city().path.phases[0]?.gate ?? gate('none');
    expect(rounds({ ...gate('wards'), approvals, ...(order ? { order } : {}) })).toEqual({
      rounds: [WARDS, ['promotion-committee']],
      never: [],
    });
  });
});

describe('an amendment', () => {
  const preview = (walk: Walk, wanted: MigrationDefinition) =>
    previewAdoption({ leaving: walk.of, definition: wanted, snapshot: walk.snapshot, at: AT });
  const voiced = () => submitted(city()).take(approve, ward(1));
  const withMembers = (of: MigrationDefinition, members: number): MigrationDefinition => ({
    ...of,
    version: 2,
    bodies: of.bodies.map((body) => (body.id === 'promotion-committee' ? { ...body, members } : body)),
  });

  it('of the members that a majority is counted of lets the approvals of that gate fall', () => {
    expect(preview(voiced(), withMembers(city(), 9)).approvals).toEqual(['ward-1-head']);
  });

  it('of members that leave the majority as it was lets none fall', () => {
    const walk = new Walk(city());
    walk
      .take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner)
      .take(approve, ward(1));
    expect(preview(walk, withMembers(city(), 6)).approvals).toEqual([]);
  });

  it('of the order lets the approvals fall', () => {
    const { order: _any, ...inOrder } = city({}, {}).path.phases[0]?.gate ?? gate('none');
    const of = city();
    const approvals = inOrder.approvals.map(({ after: _after, ...asked }) => asked);
    const phases = of.path.phases.map((phase) =>
      phase.id === 'fit-gap' ? { ...phase, gate: { ...inOrder, approvals } } : phase,
    );
    const wanted = { ...of, version: 2, path: { ...of.path, phases } };
    expect(preview(voiced(), wanted).approvals).toEqual(['ward-1-head']);
  });
});
