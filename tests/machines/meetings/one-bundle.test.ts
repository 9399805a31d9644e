// What a gate's decider sees is one digest: on the page, in the submission, in what a meeting looked at, and in the voices it resolved.
import { describe, expect, it } from 'vitest';
import type { Resolution } from '../../../machines/decision/resolution.ts';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import { lookedAtOf } from '../../../machines/migration/bundle/decided.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { standing } from '../../../machines/migration/state.ts';
import { canonical, digest } from '../../../machines/record/entry.ts';
import {
  close,
  convene,
  DAY,
  decidedByMeetings,
  present,
  resolvedAt,
  Sitting,
  vote,
} from '../../builders/meeting.ts';
import { person, readinessReport } from '../../builders/migration.ts';
import { people, renkei, Walk } from '../../builders/walk.ts';
import { TABLE } from '../decisions/deciding.ts';

const office = person('office', 'dx-office');
const AT = { at: `${DAY}T16:00:00+09:00` };
const GATE = { kind: 'gate', phase: 'development' } as const;
const five = ['chair', 'deputy-chair', 'm3', 'm4', 'm5'];
const NEWS = { system: 'renkei', milestone: 'integration-test-1' };

const plain = decidedByMeetings();
/** The committee alone decides in development. */
const alone: MigrationDefinition['path'] = {
  ...plain.path,
  phases: plain.path.phases.map((phase) => {
    const approvals = phase.gate?.approvals.filter(({ body }) => body === 'promotion-committee') ?? [];
    return phase.id === 'development' && phase.gate
      ? { ...phase, gate: { ...phase.gate, approvals } }
      : phase;
  }),
};
const of = { ...plain, path: alone, decisions: TABLE };

const submitted = {
  type: 'phase.submitted' as const,
  phase: 'development',
  evidence: [readinessReport],
};
/** Under review in development; the milestone that its gate asks for comes when it comes. */
const reviewed = (definition: MigrationDefinition = of) =>
  new Walk(definition).toDevelopment().take(submitted, people.owner);
const looked = (walk: Walk) => {
  const found = lookedAtOf(walk.of, walk.snapshot, GATE);
  if (!found) throw new Error('nothing is under review');
  return found;
};
const seen = ({ of: definition, snapshot }: Walk) =>
  explain(definition, snapshot, people.chair, AT.at).gate?.bundle;
const resolved = (at: Resolution['of']) =>
  resolvedAt(
    'development',
    new Sitting()
      .take(convene({ agenda: [{ system: 'juki', decides: GATE }] }))
      .take(present(...five))
      .take(vote('+deputy-chair +m3 +m4 -m5', { of: at }))
      .take(close)
      .resolution(),
  );

describe('a gate that a meeting decides', () => {
  it('is decided on the very digest that its page shows, its submission names and its voices name', () => {
    const walk = reviewed().take({ type: 'milestone.reached', ...NEWS }, renkei);
    const { bundle } = looked(walk);
    expect(seen(walk)).toBe(bundle);
    walk.take(resolved(looked(walk)), office, AT);
    expect(standing(walk.snapshot).phase).toBe('go-live');
    const named = walk.snapshot.context.passed.development?.approvals.map((one) => one.bundle);
    expect(named).toEqual([bundle, bundle, bundle]);
    const unmoved = new Walk(of).toDevelopment().take({ type: 'milestone.reached', ...NEWS }, renkei);
    unmoved.take(submitted, people.owner);
    expect(unmoved.snapshot.context.submission?.bundle).toBe(seen(unmoved));
  });

  it('is still that where it grew by what another did while the meeting sat, and not where it was handed in anew', () => {
    const walk = reviewed();
    const before = looked(walk);
    walk.take({ type: 'milestone.reached', ...NEWS }, renkei);
    expect(looked(walk).bundle).not.toBe(before.bundle);
    expect(walk.codes(resolved(before), office, AT)).toEqual([]);
    walk.take({ type: 'submission.withdrawn', phase: 'development', reason: '差替え' }, people.owner, AT);
    walk.take({ ...submitted, note: '差替え後' }, people.owner, AT);
    expect(walk.codes(resolved(before), office, AT)).toEqual(['meeting.otherBundle']);
  });

  it('is not decided on a digest of another bundle at the very version that was looked at', () => {
    const walk = reviewed().take({ type: 'milestone.reached', ...NEWS }, renkei);
    const forged = { ...looked(walk), bundle: 'f'.repeat(64) };
    expect(walk.codes(resolved(forged), office, AT)).toEqual(['meeting.otherBundle']);
    const other = { ...looked(walk), rests: 'f'.repeat(64) };
    expect(walk.codes(resolved(other), office, AT)).toEqual(['meeting.otherBundle']);
  });

  it.each([
    ['of a programme that does not say how it decides', { ...plain, path: alone }],
    ['looked at before gates had one digest', of],
  ])('goes by the digest it always had: %s', (_which, definition) => {
    const walk = reviewed(definition).take({ type: 'milestone.reached', ...NEWS }, renkei);
    const { submission, evidence, version } = walk.snapshot.context;
    const papers = evidence.development ?? [];
    const bundle = digest(canonical({ decides: GATE, submission, papers }));
    if (!definition.decisions) expect(looked(walk)).toEqual({ version, bundle });
    walk.take(resolved({ version, bundle }), office, AT);
    expect(standing(walk.snapshot).phase).toBe('go-live');
    const named = walk.snapshot.context.passed.development?.approvals.map((one) => 'bundle' in one);
    expect(named).toEqual([false, false, false]);
  });
});
