// What becomes of facts beside the path where it goes back, is renamed, hidden, or other systems go on with it.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../../machines/definition/definition.ts';
import type { Fact } from '../../../machines/migration/acts.ts';
import { contractNow } from '../../../machines/migration/contract/now.ts';
import { disclosed, hiddenFrom } from '../../../machines/migration/procurement/disclosure.ts';
import { standing } from '../../../machines/migration/state.ts';
import { adopt } from '../../builders/adopting.ts';
import { ended, ending, goneOn, heirOf } from '../../builders/heirs.ts';
import { definition } from '../../builders/migration.ts';
import { amendment, contract, estimate, obligation, vote } from '../../builders/money.ts';
import { people, Walk } from '../../builders/walk.ts';

const { contracts, owner, chair, member } = people;
const LATER = '2024-02-01T10:00:00+09:00';
const judged: Fact = { type: 'pia.judged', no: 1, evaluation: 'full' };
const request: Fact = {
  type: 'contract.requested',
  no: 1,
  subject: '構築委託',
  purpose: '標準化',
  plannedYen: 300,
  procedure: '随意契約',
  costBasis: '見積第1版',
  budgetItem: '2款',
};
const types = (walk: Pick<Walk, 'snapshot'> | undefined) =>
  Object.keys(walk?.snapshot.context.noted ?? {}).sort();

/** Everything once, in development. */
const filled = (of: MigrationDefinition = definition()) =>
  new Walk(of)
    .take(vote(2023, 300), contracts)
    .take(obligation({ 2024: 200 }), contracts)
    .take(estimate(1, 300), contracts)
    .take(judged, contracts)
    .toDevelopment()
    .take(request, contracts)
    .take(contract({ 2023: 100, 2024: 200 }, { decidedOn: '2023-11-16' }), contracts)
    .take(amendment(1, { 2023: 90, 2024: 200 }, { decidedOn: '2023-11-16' }), contracts);

describe('going back behind a contract', () => {
  it('lays down what was asked for it and its amendments; money, estimates and the PIA stay', () => {
    const walk = filled()
      .take({ type: 'goingBack.proposed', to: 'fit-gap', reason: '交渉の不調' }, owner)
      .take({ type: 'goingBack.approved', to: 'fit-gap' }, chair)
      .take({ type: 'goingBack.approved', to: 'fit-gap' }, member);
    expect(standing(walk.snapshot).phase).toBe('fit-gap');
    expect(contractNow(walk.snapshot.context)).toBeUndefined();
    expect(types(walk)).toEqual(['budget.voted', 'estimate.recorded', 'obligation.voted', 'pia.judged']);
    expect(walk.codes(amendment(2, { 2023: 1 }), contracts)).toEqual(['contract.none']);
  });
});

describe('a phase that is renamed', () => {
  it('takes what was recorded in it along', () => {
    const of = definition();
    const phases = of.path.phases.map((phase) =>
      phase.id === 'development' ? { ...phase, id: 'building', replaces: ['development'] } : phase,
    );
    const renamed = { ...of, version: 2, path: { ...of.path, version: 2, phases } };
    const deadlines = of.deadlines.filter(({ id }) => id !== 'contract-end');
    const walk = filled({ ...of, deadlines, plan: [] });
    const { snapshot } = adopt(
      walk.snapshot,
      { ...of, deadlines, plan: [] },
      { ...renamed, deadlines, plan: [] },
      7,
      LATER,
    );
    expect(snapshot.context.noted?.['contract.amended']?.['1']?.phase).toBe('building');
    expect(snapshot.context.noted?.['estimate.recorded']?.['1']?.phase).toBe('fit-gap');
  });
});

describe('a system that is split', () => {
  const heirs = ['a', 'b'];
  const of = definition();
  const under = ending(of, 'split', heirs, { figures: 'a' });
  const old = () => ended(filled().snapshot, of, under, LATER);

  it('leaves its money to the heir that has its figures, and to no other; its PIA to each', () => {
    const [a, b] = heirs.map((id) => goneOn(heirOf(of, id, ['juki']), [old()], LATER));
    expect(types(a)).toEqual([
      'budget.voted',
      'contract.amended',
      'contract.requested',
      'estimate.recorded',
      'obligation.voted',
      'pia.judged',
    ]);
    expect(types(b)).toEqual(['pia.judged']);
    expect([a, b].map((heir) => heir?.snapshot.context.budgets)).toEqual([
      { '2023': '2023-11-16' },
      { '2023': '2023-11-16' },
    ]);
    expect(a?.said.heritage.falls.filter(({ kind }) => kind === 'notes')).toEqual([]);
  });

  it('leaves nothing of it to one that walks already, which is said', () => {
    const heir = heirOf(of, 'b', ['juki']);
    const walking = { snapshot: new Walk({ ...heir, version: 1 }).snapshot, carried: ['印鑑登録'] };
    const gone = goneOn(heir, [old()], LATER, walking);
    expect(gone.refusals).toEqual([]);
    expect(gone.snapshot.context.noted).toBeUndefined();
    expect(gone.said.heritage.falls).toContainEqual({ kind: 'notes', of: 'juki', subject: 'pia', count: 1 });
  });
});

describe('systems that are merged', () => {
  it('leave only what all of them have the same of, which the others hear', () => {
    const of = definition();
    const one = ended(
      new Walk(of).take(judged, contracts).snapshot,
      of,
      ending(of, 'merged', ['c']),
      LATER,
      'juki',
    );
    const two = ended(
      new Walk(of).take({ ...judged, evaluation: 'basic' } as Fact, contracts).snapshot,
      of,
      ending(of, 'merged', ['c']),
      LATER,
      'other',
    );
    const same = goneOn(heirOf(of, 'c', ['juki', 'other']), [one, { ...one, system: 'other' }], LATER);
    expect(types(same)).toEqual(['pia.judged']);
    const differ = goneOn(heirOf(of, 'c', ['juki', 'other']), [one, two], LATER);
    expect(types(differ)).toEqual([]);
    expect(differ.said.heritage.falls.filter(({ kind }) => kind === 'notes')).toHaveLength(2);
  });
});

describe('a procurement that is not decided', () => {
  it('hides what was asked for it and estimates of it, and neither what came before nor the PIA', () => {
    const of = definition();
    const secret = { ...of, path: { ...of.path, procurement: { phases: ['development'] } } };
    const walk = filled(secret).take(estimate(2, 310), contracts);
    const hidden = hiddenFrom(new Set(['nobody']), secret, walk.snapshot);
    const shown = disclosed(walk.snapshot, hidden, '非開示');
    expect(types({ snapshot: shown })).toEqual([
      'budget.voted',
      'estimate.recorded',
      'obligation.voted',
      'pia.judged',
    ]);
    expect(Object.keys(shown.context.noted?.['estimate.recorded'] ?? {})).toEqual(['1']);
    expect(contractNow(shown.context)).toBeUndefined();
    const seen = disclosed(
      walk.snapshot,
      hiddenFrom(new Set(['contracts-division']), secret, walk.snapshot),
      '非開示',
    );
    expect(seen.context.noted).toEqual(walk.snapshot.context.noted);
  });
});
