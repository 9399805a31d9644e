// What is decided on is one digest, named by submission and voices; under review nobody takes anything from it.
import { describe, expect, it } from 'vitest';
import type { Condition, MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { previewAdoption } from '../../../machines/migration/adoption/preview.ts';
import { bundleOf, changesBetween } from '../../../machines/migration/bundle/bundle.ts';
import { explain } from '../../../machines/migration/explain.ts';
import { caseOf } from '../../../machines/migration/migration.ts';
import { readinessReport, stamped } from '../../builders/migration.ts';
import { people, renkei, Walk } from '../../builders/walk.ts';
import { approve, city, contractOf, heads, submit, TABLE } from './deciding.ts';

const AT = '2023-11-17T09:00:00+09:00';
const label = { ja: '条件', en: 'condition' };
const NEWS = { system: 'renkei', milestone: 'integration-test-1' };
const who = ['dx-office'];
const asks: Condition[] = [
  { kind: 'evidence', evidence: 'readiness-report', label, hard: true, who },
  { kind: 'milestone', ...NEWS, label, hard: true, who },
  { kind: 'steps', steps: ['③-1'], label, hard: false, who },
  { kind: 'fact', fact: 'budgetVoted', label, hard: true, who },
];
const of = city(TABLE, {
  conditions: asks,
  matter: 'contract',
  approvals: [
    { body: 'working-group', quorum: 1 },
    { body: 'promotion-committee', quorum: 1 },
  ],
});
const submitted: Fact = { type: 'phase.submitted', phase: 'fit-gap', evidence: [readinessReport] };
const steps = (status: 'done' | 'inProgress'): Fact => ({
  type: 'steps.recorded',
  statuses: { '③-1': status },
});

/** Everything that the gate asks is there, the contract's amount too. */
function ready(definition: MigrationDefinition = of, withSteps = true): Walk {
  const walk = new Walk(definition)
    .take({ type: 'milestone.reached', ...NEWS }, renkei)
    .take({ type: 'budget.voted', fiscalYear: 2023 }, people.contracts)
    .take(contractOf(400_000), people.contracts);
  if (withSteps) walk.take(steps('done'), people.office);
  return walk.take(submitted, people.owner);
}
const seen = ({ of: definition, snapshot }: Walk) =>
  explain(definition, snapshot, people.group, AT).gate?.bundle;
const bundle = ({ of: definition, snapshot }: Walk) =>
  bundleOf(caseOf(definition, snapshot, stamped(approve, people.group)));

describe('what is decided on', () => {
  it('is named by its submission, by each voice, and where it is explained', () => {
    const walk = ready().take(approve, people.group);
    const { submission, approvals } = walk.snapshot.context;
    expect(submission?.bundle).toMatch(/^[0-9a-f]{64}$/);
    expect(approvals[0]?.bundle).toBe(submission?.bundle);
    expect(seen(walk)).toBe(submission?.bundle);
  });

  it('holds papers, facts, steps, milestones and the amount, and nothing else', () => {
    const places = Object.keys(bundle(ready())).map((place) => place.split('/')[0]);
    expect([...new Set(places)].sort()).toEqual(['amount', 'fact', 'gate', 'milestone', 'paper', 'step']);
  });

  it('refuses a voice that has seen another', () => {
    const walk = ready();
    const saw = (digest: string): Fact => ({ ...approve, bundle: digest });
    expect(walk.codes(saw('0'.repeat(64)), people.group)).toEqual(['gate.otherBundle']);
    expect(walk.codes(saw(seen(walk) ?? ''), people.group)).toEqual([]);
  });

  it('is what a form sends without being asked', () => {
    const walk = ready();
    const { acts } = explain(of, walk.snapshot, people.group, AT);
    expect(acts.find(({ type }) => type === 'gate.approved')?.given).toMatchObject({ bundle: seen(walk) });
  });

  it('is not kept by a programme that does not say how it decides', () => {
    const { decisions: _none, ...plain } = city(TABLE);
    const walk = new Walk(plain).take(submit, people.owner);
    expect(walk.snapshot.context.submission).not.toHaveProperty('bundle');
    expect(explain(plain, walk.snapshot, people.group, AT).gate?.bundle).toBeNull();
  });
});

describe('under review', () => {
  it.each<[string, Fact, (typeof people)[keyof typeof people]]>([
    [
      'a paper',
      { type: 'evidence.attached', evidence: { ...readinessReport, kind: 'other' } },
      people.office,
    ],
    ['a step', steps('inProgress'), people.office],
    ['a second contract', contractOf(9), people.other],
  ])('%s is not put in its place', (_what, fact, actor) => {
    expect(ready().codes(fact, actor)).not.toEqual([]);
  });

  it('whatever changes the amount is refused, though no rule of its own says so', () => {
    // Without a contract there is no amount: its coming adds one, and takes nothing.
    const walk = new Walk(city(TABLE, { matter: 'contract' })).take(submit, people.owner);
    expect(walk.codes(contractOf(400_000), people.contracts)).toEqual([]);
  });

  it('a milestone that is withdrawn takes the voices with it', () => {
    const walk = ready()
      .take(approve, people.group)
      .take({ type: 'milestone.withdrawn', ...NEWS }, renkei);
    expect(walk.snapshot.context.approvals).toEqual([]);
  });

  it('what was missing may come, and takes no voice', () => {
    const walk = ready(of, false).take(approve, people.group).take(steps('done'), people.office);
    expect(walk.snapshot.context.approvals).toHaveLength(1);
    expect(Object.keys(bundle(walk)).some((place) => place.startsWith('step/'))).toBe(true);
  });

  it('voices fall with an amendment by which another decides alone', () => {
    const [matter] = TABLE.matters ?? [];
    if (!matter) throw new Error('no matter');
    const powers = [{ post: 'division-head', upToYen: 1 }, { post: 'deputy-mayor' }];
    const wanted = { ...of, version: 2, decisions: { matters: [{ ...matter, powers }] } };
    const { snapshot } = ready().take(approve, people.group);
    expect(previewAdoption({ leaving: of, definition: wanted, snapshot, at: AT }).approvals).toEqual([
      'group',
    ]);
    const same = { ...of, version: 2 };
    expect(previewAdoption({ leaving: of, definition: same, snapshot, at: AT }).approvals).toEqual([]);
  });
});

it('names what was added, changed and taken away between two', () => {
  const before = ready(of, false);
  const after = bundle(ready());
  const changes = changesBetween(bundle(before), { ...after, amount: '1' });
  expect(changes.map(({ place, was, now }) => [place.split('/')[0], was === null, now === null])).toEqual([
    ['amount', false, false],
    ['step', true, false],
    ['step', true, false],
  ]);
});

it('keeps whoever decides alone waiting for all the others', () => {
  const walk = ready().take(approve, people.group).take(approve, people.chair);
  expect(walk.codes(approve, heads.division)).toEqual([]);
});
