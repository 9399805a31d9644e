// Somebody's day: what is theirs to decide and to supply, and who really holds what of theirs waits.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { Line } from '../../machines/programme/today/line.ts';
import { todayOf } from '../../machines/programme/today/today.ts';
import type { Mine } from '../../machines/programme/today/whose.ts';
import { namesOf } from '../../texts/names.ts';
import { todayText } from '../../texts/telling/today-texts.ts';
import { asking, deadline, definition, gate } from '../builders/migration.ts';
import { pairOf, Recording } from '../builders/recording.ts';
import { people, Walk } from '../builders/walk.ts';

const label = (ja: string) => ({ ja, en: ja });
const at = '2023-12-01T10:00:00+09:00';
const mine = (actor: Mine['actor'], system: string | null = null): Mine => ({ system, actor });

function named(id: string, of: MigrationDefinition = definition()): MigrationDefinition {
  return { ...of, system: { ...of.system, id, name: label(id) } };
}

/** The platform, whose first phase announces what development waits for. */
function platform(): MigrationDefinition {
  const of = named('renkei');
  const phases = of.path.phases.map((phase) =>
    phase.id === 'fit-gap' ? { ...phase, owners: ['dx-office'], announces: 'integration-test-1' } : phase,
  );
  return { ...of, path: { ...of.path, phases } };
}

const planned = (id: string) =>
  deadline(id, {
    kind: 'planned',
    rule: { kind: 'plan', phase: 'development', edge: 'end' },
    metBy: { phase: 'development', edge: 'left' },
    to: ['dx-office', 'contracts-division'],
  });

const day = (walks: readonly Walk[], whose: readonly Mine[], today = '2023-12-01') =>
  todayOf({
    migrations: new Map(
      walks.map(({ of, snapshot }) => [of.system.id, { definition: of, snapshot }] as const),
    ),
    mine: whose,
    at,
    today,
  });
const codes = (lines: readonly Line[]) =>
  lines.map(({ subject, systems, acts }) => [subject.code, systems, acts] as const);

const submitted = (walk: Walk) =>
  walk.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.owner);
const paper = {
  kind: 'readiness-report',
  title: '移行判定資料',
  sha256: 'a'.repeat(64),
  documentNo: '1',
  decidedOn: '2023-11-16',
};

describe('what is to be decided', () => {
  it('is one line for all systems whose gate waits for my body, with the acts that decide it', () => {
    const walks = ['juki', 'zei'].map((id) => submitted(new Walk(named(id))));
    const { decide } = day(walks, [mine(people.group)]);
    expect(codes(decide)).toEqual([['review', ['juki', 'zei'], ['gate.approved', 'gate.returned']]]);
  });

  it('is not told to a body that has spoken, nor to one whose turn has not come, nor to who drafted', () => {
    const walk = new Walk(named('juki')).toReview();
    expect(codes(day([walk], [mine(people.chair)]).decide)).toEqual([]);
    expect(
      codes(
        day([submitted(new Walk(named('zei')))], [mine({ ...people.owner, post: 'working-group' })]).decide,
      ),
    ).toEqual([]);
    walk.take({ type: 'gate.approved', phase: 'development' }, people.group);
    expect(codes(day([walk], [mine(people.group)]).decide)).toEqual([]);
  });

  it('is each correction that is proposed, the later ones too where the first is one’s own', () => {
    const walk = new Recording(named('juki'));
    const propose = (fact: Fact, by: Mine['actor']) => {
      walk.record(fact, people.contracts, { at });
      const of = walk.last();
      const proposal = {
        type: 'correction.proposed',
        entry: of.seq,
        ...pairOf(of, null),
        reason: '重複',
      } as const;
      walk.record(proposal, by, { at });
    };
    const other = { ...people.contracts, account: 'other' };
    propose({ type: 'budget.voted', fiscalYear: 2023 }, other);
    propose({ type: 'budget.voted', fiscalYear: 2024 }, { ...other, account: 'another' });
    const { decide } = day([walk], [mine(other)]);
    expect(decide.map(({ subject, acts }) => [subject, acts])).toEqual([
      [
        { code: 'correction', entry: 3, act: 'budget.voted', voids: true },
        ['correction.approved', 'correction.dismissed'],
      ],
    ]);
    const text = todayText(
      { code: 'correction', entry: 3, act: 'budget.voted', voids: true },
      namesOf(walk.of, new Map()),
    );
    expect(text.ja).toBe('第3件（予算議決の登録）の取消しを決める');
  });

  it('is each extension that is asked for, by its deadline, and not one’s own asking', () => {
    const of = { ...named('juki'), deadlines: ['first', 'second', 'third'].map((id) => planned(id)) };
    const ask = (deadline: string): Fact => ({
      type: 'deadline.extensionAsked',
      deadline,
      dueOn: '2025-03-31',
      reason: '部品の遅れ',
      cause: 'vendor',
      evidence: [],
    });
    const walk = new Walk(of)
      .take(ask('first'), people.contracts)
      .take(ask('second'), people.owner)
      .take(ask('third'), people.owner);
    const { decide } = day([walk], [mine(people.contracts)]);
    const acts = ['deadline.extensionRefused', 'deadline.extended'];
    expect(codes(decide)).toEqual([
      ['extension', ['juki'], acts],
      ['extension', ['juki'], acts],
    ]);
    expect(decide.map(({ subject }) => subject.code === 'extension' && subject.id)).toEqual([
      'second',
      'third',
    ]);
  });

  it('is not a gate that lacks what it must have: who really holds it is named, through every system in between', () => {
    const walk = new Walk(named('juki'))
      .toDevelopment()
      .take({ type: 'phase.submitted', phase: 'development', evidence: [paper] }, people.owner);
    const renkei = new Walk(platform());
    const { decide, waits } = day([walk, renkei], [mine(people.group)]);
    expect(decide).toEqual([]);
    expect(waits.map(({ subject }) => subject.code === 'waits' && subject.holder)).toEqual([
      { system: 'renkei', phase: label('Fit&Gap分析'), posts: ['dx-office'], by: { code: 'work' } },
    ]);
    renkei.take({ type: 'phase.submitted', phase: 'fit-gap', evidence: [] }, people.office);
    const then = day([walk, renkei], [mine(people.chair), mine(people.group)]);
    expect(then.waits.map(({ subject }) => subject.code === 'waits' && subject.holder)).toEqual([
      { system: 'renkei', phase: label('Fit&Gap分析'), posts: ['working-group'], by: { code: 'review' } },
    ]);
    expect(codes(then.decide)).toEqual([['review', ['renkei'], ['gate.approved', 'gate.returned']]]);
  });
});

describe('what is to be supplied', () => {
  it('is every condition that names me, though the phase is another’s', () => {
    const steps = {
      kind: 'steps',
      steps: ['⑰-1'],
      label: label('条例の公布'),
      hard: true,
      who: ['contracts-division'],
    } as const;
    const of = asking('fit-gap', { ...steps, steps: ['⑰-1'], who: ['contracts-division'] });
    const path = { ...of.path, control: { ...of.path.control, steps: ['contracts-division'] } };
    const walks = ['juki', 'zei'].map((id) => new Walk(named(id, { ...of, path })));
    const { supply } = day(walks, [mine(people.contracts)]);
    expect(codes(supply)).toEqual([['steps', ['juki', 'zei'], ['steps.recorded']]]);
    expect(day(walks, [mine(people.chair)]).supply).toEqual([]);
  });

  it('is shown without an act to who cannot do it themselves, and only in the systems in which the post is held', () => {
    const of = asking('fit-gap', {
      kind: 'evidence',
      evidence: 'readiness-report',
      label: label('判定資料'),
      hard: true,
      who: ['contracts-division'],
    });
    const walks = ['juki', 'zei'].map((id) => new Walk(named(id, of)));
    const { supply } = day(walks, [mine(people.contracts, 'zei')]);
    expect(codes(supply)).toEqual([['paper', ['zei'], []]]);
  });

  it('is a phase of mine that lacks nothing, and not one whose gate still lacks something', () => {
    const ready = new Walk(named('juki'));
    const lacking = new Walk(named('zei')).toDevelopment();
    const { supply } = day([ready, lacking], [mine(people.owner)]);
    expect(codes(supply)).toEqual([
      ['submit', ['juki'], ['phase.submitted']],
      ['steps', ['zei'], ['steps.recorded']],
    ]);
  });

  it('is nothing of a system that is held', () => {
    const walk = new Walk(named('juki')).take({ type: 'migration.held', reason: '予算' }, people.office);
    expect(day([walk], [mine(people.owner)]).supply).toEqual([]);
  });
});

describe('what is due', () => {
  const with_ = (on: string) =>
    named('juki', {
      ...definition(),
      deadlines: definition().deadlines.map((one) => ({ ...one, rule: { kind: 'fixed', on } as const })),
    });

  it('is what concerns me and lies within 14 open days or is past, the longest past first', () => {
    // 14 open days from Friday 1 December 2023: Thursday the 21st.
    expect(codes(day([new Walk(with_('2023-12-21'))], [mine(people.office)]).due)).toEqual([
      ['due', ['juki'], ['deadline.acknowledged']],
      ['due', ['juki'], ['deadline.acknowledged']],
    ]);
    expect(day([new Walk(with_('2023-12-22'))], [mine(people.office)]).due).toEqual([]);
    const missed = new Walk(with_('2023-11-30'));
    missed.wake('2023-12-01T00:00:00+09:00');
    const { due } = day([missed], [mine(people.office)]);
    expect(due.map(({ subject, acts }) => subject.code === 'due' && [subject.past, acts])).toEqual([
      [true, []],
      [true, []],
    ]);
  });

  it('is offered to be known once: not again to the post that has said so', () => {
    const walk = new Walk(with_('2023-12-21')).take(
      { type: 'deadline.acknowledged', deadline: 'go-live-r6' },
      people.office,
    );
    expect(codes(day([walk], [mine(people.office)]).due).map(([, , acts]) => acts)).toEqual([
      [],
      ['deadline.acknowledged'],
    ]);
  });
});

describe('a gate', () => {
  it('is called by its phase, and ends no chain of systems that wait for each other', () => {
    const waitsFor = (system: string): MigrationDefinition['path']['phases'][number]['gate'] =>
      gate('fit-gap', {
        conditions: [
          { kind: 'milestone', system, milestone: 'm', label: label('m'), hard: true, who: ['dx-office'] },
        ],
      });
    const circle = (id: string, other: string) => {
      const of = named(id);
      const phases = of.path.phases.map((phase) =>
        phase.id === 'fit-gap' ? { ...phase, gate: waitsFor(other) ?? gate('fit-gap') } : phase,
      );
      return new Walk({ ...of, path: { ...of.path, phases } });
    };
    const { waits } = day([circle('a', 'b'), circle('b', 'a')], [mine(people.owner, 'a')]);
    expect(waits.map(({ subject }) => subject.code === 'waits' && subject.holder.system)).toEqual(['b']);
  });
});
