// A system is split in two and two become one: whoever goes on begins where those stood, with their steps, documents and days, and
// is told nothing twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { type Ended, mayBeginIn } from '../../machines/migration/adoption/beginning.ts';
import { continuationOf } from '../../machines/migration/adoption/continuing.ts';
import { previewHeir } from '../../machines/migration/adoption/preview-heir.ts';
import { explain } from '../../machines/migration/explain.ts';
import { accepts, nextWake, start, take } from '../../machines/migration/migration.ts';
import { type MigrationSnapshot, standing } from '../../machines/migration/state.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import { problemsOf, proposalOf, type Wanted } from '../../machines/programme/amendment/proposal.ts';
import { definitionDigest } from '../../machines/record/entry.ts';
import { adopt } from '../builders/adopting.ts';
import { definition, readinessReport } from '../builders/migration.ts';
import { people, Walk } from '../builders/walk.ts';
import { setagayaFiles, soundSeed } from '../seeds/folder.ts';

const ON = '2024-04-01T10:00:00+09:00';
const of = definition();
const [business = ''] = of.system.businesses;
const retired = (as: 'split' | 'merged', heirs: string[], over: object = {}): MigrationDefinition => ({
  ...of,
  version: 2,
  system: { ...of.system, retired: { as, reason: '分割', heirs, ...over } },
});
const heir = (id: string, over: object = {}, from = [of.system.id]): MigrationDefinition => ({
  ...of,
  version: 2,
  system: { ...of.system, id, continues: { from, ...over } },
});

function endedBy(walk: Walk, under: MigrationDefinition, system = of.system.id): Ended {
  const { snapshot } = adopt(walk.snapshot, of, under, 7, ON);
  return { system, seq: snapshot.context.version, hash: 'a'.repeat(64), definition: under, snapshot };
}
function continued(
  one: MigrationDefinition,
  ended: Ended[],
  before?: MigrationSnapshot,
  carried = of.system.businesses,
) {
  const said = continuationOf(one, ended, {
    amendment: 7,
    carried: before === undefined ? null : carried,
    actor: { kind: 'programme', account: '131121', name: '計画', post: 'programme' },
    occurredOn: '2024-04-01',
    at: ON,
    reason: '分割',
  });
  const from = before ?? start(one, { on: '2024-04-01', at: ON, continues: true });
  const event = { ...said, at: ON };
  return { refusals: accepts(one, from, event), again: event, ...take(one, from, event) };
}
const begins = { on: '2024-04-01', at: ON };

it('has nothing due before it has heard of those it goes on with', () => {
  const late = { ...heir('after'), deadlines: of.deadlines };
  expect(nextWake(late, start(late, begins))).not.toBeNull();
  expect(nextWake(late, start(late, { ...begins, continues: true }))).toBeNull();
});

const codesOf = ({ effects }: { effects: readonly { kind: string }[] }) => effects.map(({ kind }) => kind);

describe('an heir of a system that is split', () => {
  const walk = new Walk(of).toReview();
  walk.take({ type: 'submission.withdrawn', phase: 'development', reason: '-' }, people.owner);
  walk.take(
    {
      type: 'contract.recorded',
      vendor: '甲社',
      amounts: [{ fiscalYear: 2023, amountYen: 300 }],
      totalYen: 300,
      continuesInto: [],
    },
    people.contracts,
  );
  walk.take({ type: 'steps.recorded', statuses: { '①-1': 'done' }, reason: '-' }, people.office);
  const ended = endedBy(walk, retired('split', ['a', 'b'], { figures: 'a' }));
  const memory = ended.snapshot.context;

  it('begins where the old one stood, with its days, passed gates, steps and documents, naming whose they are', () => {
    const { snapshot, refusals, effects } = continued(heir('a'), [ended]);
    expect(refusals).toEqual([]);
    expect(standing(snapshot)).toEqual({
      phase: 'development',
      stage: 'working',
      activity: 'active',
      regime: 'standard',
    });
    const { context } = snapshot;
    expect([context.version, context.days, context.passed]).toEqual([1, memory.days, memory.passed]);
    expect(context.steps[business]).toEqual(memory.steps[business]);
    const papers = Object.values(context.evidence).flat();
    expect(papers.map(({ sha256 }) => sha256)).toEqual([readinessReport.sha256]);
    expect(new Set(papers.map(({ from }) => from))).toEqual(new Set([of.system.id]));
    expect(context.continues).toEqual([{ system: of.system.id, seq: ended.seq, hash: ended.hash }]);
    expect(codesOf({ effects }).filter((kind) => kind === 'notify')).toHaveLength(1);
  });

  it('has the contract only where it is the one that is named, and every other has none', () => {
    expect(memory.contract).not.toBeNull();
    const [one, other] = [heir('a'), heir('b')].map((each) => continued(each, [ended]).snapshot.context);
    expect([one?.contract, other?.contract]).toEqual([memory.contract, null]);
  });

  it('has the old one’s steps to itself: there no act stands open any more', () => {
    const open = Object.values(people).flatMap((actor) =>
      explain(ended.definition, ended.snapshot, actor, '2024-04-02T10:00:00+09:00').acts.flatMap(
        ({ type, allowed }) => (allowed ? [type] : []),
      ),
    );
    expect(open).toEqual([]);
    const given = explain(ended.definition, ended.snapshot, people.office, '2024-04-02T10:00:00+09:00').acts;
    const steps = given.find(({ type }) => type === 'steps.recorded');
    expect(steps?.refusals.map(({ code }) => code)).toContain('migration.retired');
  });

  it('is not told again what the old one was told, and its own deadlines go on', () => {
    const { snapshot } = continued(heir('a'), [ended]);
    for (const [id, state] of Object.entries(memory.deadlines))
      expect([id, snapshot.context.deadlines[id]?.fired]).toEqual([id, expect.arrayContaining(state.fired)]);
    expect(nextWake(heir('a'), snapshot)).not.toBeNull();
    expect(nextWake(ended.definition, ended.snapshot)).toBeNull();
  });

  it('lets nobody who supplied its papers approve on them', () => {
    const { snapshot } = continued(heir('a'), [ended]);
    expect(snapshot.context.drafters).toEqual(expect.arrayContaining(memory.drafters));
  });

  it('begins earlier where it says so, with what lies ahead not walked; later than the old one it never begins', () => {
    const early = continued(heir('a', { phase: 'fit-gap' }), [ended]).snapshot;
    expect(standing(early).phase).toBe('fit-gap');
    expect([Object.keys(early.context.passed), early.context.days.development]).toEqual([[], undefined]);
    const last = of.path.phases.at(-1)?.id ?? '';
    const late = heir('a', { phase: last });
    expect(standing(continued(late, [ended]).snapshot).phase).toBe('development');
    expect(previewHeir(late, [ended], null, ON).refusals.map(({ code }) => code)).toEqual([
      'migration.laterPhase',
    ]);
    // What may be chosen is what is not refused.
    const refused = (phase: string) =>
      previewHeir(heir('a', { phase }), [ended], null, ON).refusals.length > 0;
    expect(mayBeginIn(of, 'development')).toEqual(
      of.path.phases.map(({ id }) => id).filter((id) => !refused(id)),
    );
  });

  it('goes on once: the same word again is refused', () => {
    const { snapshot, again } = continued(heir('a'), [ended]);
    expect(accepts(heir('a'), snapshot, again).map(({ code }) => code)).toEqual([
      'definition.alreadyAdopted',
    ]);
  });

  it('is shown beforehand with what it takes', () => {
    expect(previewHeir(heir('a'), [ended], null, ON)).toMatchObject({
      from: [of.system.id],
      businesses: of.system.businesses,
      begins: { phase: 'development' },
      steps: 2,
      papers: 1,
      hasFigures: true,
      refusals: [],
    });
  });
});

describe('what two systems become', () => {
  const far = endedBy(new Walk(of).toDevelopment(), retired('merged', ['c']));
  const near = endedBy(new Walk(of), retired('merged', ['c']), 'other');

  it('begins with the one that is least far', () => {
    const { snapshot } = continued(heir('c', {}, [of.system.id, 'other']), [far, near]);
    expect(standing(snapshot).phase).toBe('fit-gap');
    expect(snapshot.context.passed).toEqual({});
  });

  it('goes on its own way where it is one of them, taking documents and steps', () => {
    const own = new Walk(of).snapshot;
    const one = heir('c');
    const { snapshot, refusals } = continued(one, [far], own);
    expect([refusals, snapshot.value]).toEqual([[], own.value]);
    expect(Object.values(snapshot.context.evidence).flat()).toHaveLength(
      Object.values(far.snapshot.context.evidence).flat().length,
    );
    expect([snapshot.context.contract, snapshot.context.days]).toEqual([null, own.context.days]);
  });
});

it('wherever the old one stands, an heir stands where it is shown, and no deadline of it is told twice', () => {
  const walks = [
    () => new Walk(of),
    () => new Walk(of).toReview(),
    () => new Walk(of).toDevelopment(),
    () => new Walk(of).toGoLive(),
  ];
  const phases = of.path.phases.map(({ id }) => id);
  fc.assert(
    fc.property(fc.constantFrom(...walks), fc.option(fc.constantFrom(...phases)), (walk, phase) => {
      const ended = endedBy(walk(), retired('split', ['a', 'b']));
      const one = heir('a', phase === null ? {} : { phase });
      const shown = previewHeir(one, [ended], null, ON);
      const { snapshot, refusals } = continued(one, [ended]);
      expect(refusals).toEqual([]);
      expect(shown.begins?.phase).toBe(standing(snapshot).phase);
      expect(phases.indexOf(standing(snapshot).phase)).toBeLessThanOrEqual(
        phases.indexOf(standing(ended.snapshot).phase),
      );
      for (const [id, { dueOn, fired }] of Object.entries(ended.snapshot.context.deadlines)) {
        const now = snapshot.context.deadlines[id];
        if (now?.dueOn === dueOn) expect(now.fired).toEqual(expect.arrayContaining(fired));
      }
      expect(snapshot.context.submission).toBeNull();
      expect(snapshot.context.approvals).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

describe('splitting and merging in a programme', () => {
  const seed = soundSeed(setagayaFiles);
  const inForce = {
    programme: { definition: seed.programme, digest: definitionDigest(seed.programme) },
    migrations: seed.migrations.map(deciding),
  };
  const now: Wanted = seed;
  const made = (...changes: Change[]): Wanted => {
    const found = changed(now, changes);
    if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
    return found.wanted;
  };
  const codes = (wanted: Wanted) =>
    problemsOf(inForce, wanted, proposalOf(inForce, wanted)).map(({ code }) => code);
  const juki = seed.migrations.find(({ system }) => system.id === 'juki') as MigrationDefinition;
  const all = juki.system.businesses;
  const split = (
    into: { id: string; businesses: string[]; parts?: Record<string, string> }[],
    over = {},
  ): Change => ({
    kind: 'split',
    system: 'juki',
    into,
    reason: '調達単位の見直し',
    ...over,
  });
  const halves = ['窓口', '証明'].map((part, index) => ({
    id: `juki-${index + 1}`,
    businesses: all,
    parts: Object.fromEntries(all.map((name) => [name, part])),
  }));
  const problemOf = (change: Change) => {
    const found = changed(now, [change]);
    return 'problem' in found ? found.problem.code : undefined;
  };

  it('ends the one, begins those that go on with it beside it, and lets who waited wait for the one that is named', () => {
    const wanted = made(split(halves, { awaits: 'juki-1' }));
    expect(codes(wanted)).toEqual([]);
    const { fresh } = proposalOf(inForce, wanted);
    expect(fresh.map(({ system }) => system.id)).toEqual(['juki-1', 'juki-2']);
    const { systems } = wanted.programme;
    expect(systems.slice(systems.indexOf('juki'), systems.indexOf('juki') + 3)).toEqual([
      'juki',
      'juki-1',
      'juki-2',
    ]);
  });

  it('are called by what each of them carries, its part included, unless a name is given', () => {
    const named = (wanted: Wanted) =>
      wanted.migrations.flatMap(({ system }) => (system.continues ? [system.name.ja] : []));
    const carried = (part: string) => all.map((name) => `${name} ${part}`).join('・');
    expect(named(made(split(halves)))).toEqual([
      `${juki.system.name.ja}（${carried('窓口')}）`,
      `${juki.system.name.ja}（${carried('証明')}）`,
    ]);
  });

  it('is refused where a business is left, carried twice, given to a system that is there, or to one that does not say so', () => {
    const whole = halves.map(({ id, businesses }) => ({ id, businesses }));
    expect(codes(made(split(whole)))).toContain('heir.twice');
    expect(problemOf(split([{ id: 'renkei', businesses: all }, ...halves]))).toBe('change.heirThere');
    expect(problemOf(split([{ id: 'x', businesses: ['国民健康保険'] }, ...halves]))).toBe('change.unknown');
    expect(problemOf(split([...halves, ...halves]))).toBe('change.heirTwice');
    const wanted = made(split(halves));
    const alter = (to: (one: MigrationDefinition) => MigrationDefinition) =>
      codes({ ...wanted, migrations: wanted.migrations.map(to) });
    expect(
      alter((one) =>
        one.system.id.startsWith('juki-')
          ? { ...one, system: { ...one.system, businesses: ['国民年金'] } }
          : one,
      ),
    ).toContain('heir.leaves');
    expect(
      alter((one) => {
        const { continues: _continues, ...system } = one.system;
        return one.system.id === 'juki-1' ? { ...one, system } : one;
      }),
    ).toContain('heir.unknown');
    expect(
      alter((one) => {
        const { retired: _retired, ...system } = one.system;
        return one.system.id === 'juki' ? { ...one, system } : one;
      }),
    ).toContain('heir.unknown');
  });

  it('asks whom those wait for who waited for it', () => {
    const renkei: Change = {
      kind: 'split',
      system: 'renkei',
      into: ['r-1', 'r-2'].map((id, index) => ({
        id,
        businesses: seed.migrations.find(({ system }) => system.id === 'renkei')?.system.businesses ?? [],
        parts: Object.fromEntries(
          (seed.migrations.find(({ system }) => system.id === 'renkei')?.system.businesses ?? []).map(
            (name) => [name, String(index)],
          ),
        ),
      })),
      reason: '-',
    };
    expect(codes(made(renkei))).toEqual(['system.awaited']);
    expect(codes(made({ ...renkei, awaits: 'r-1' }))).toEqual([]);
    expect(codes(made({ ...renkei, release: true }))).toEqual([]);
    const wanted = made({ ...renkei, awaits: 'r-1' });
    expect(wanted.migrations.find(({ system }) => system.id === 'r-1')?.dependents).toContain('juki');
  });

  it('is refused where two would carry the same part of a business', () => {
    const halves = (second: string): Change => ({
      kind: 'split',
      system: 'shugaku',
      into: ['a', 'b'].map((id, index) => ({
        id,
        businesses: ['就学'],
        parts: { 就学: index === 0 ? '小学校' : second },
      })),
      reason: '分割',
    });
    expect(codes(made(halves('中学校')))).toEqual([]);
    expect(codes(made(halves('小学校')))).toEqual(['heir.twice']);
  });

  it('merges two into a new one, or into one of them, which then carries what both did', () => {
    const merge = (into: string): Change => ({
      kind: 'merge',
      systems: ['shougai', 'shougai-techou'],
      into: { id: into },
      reason: '統合',
    });
    const fresh = made(merge('shougai-all'));
    expect(codes(fresh)).toEqual([]);
    const named = (id: string, { migrations }: Wanted) =>
      migrations.find(({ system }) => system.id === id)?.system.name;
    // A new one is called by all that become it; one of them that goes on keeps its name.
    expect(named('shougai-all', fresh)?.ja).toBe(
      `${named('shougai', fresh)?.ja}・${named('shougai-techou', fresh)?.ja}`,
    );
    expect(named('shougai', made(merge('shougai')))).toEqual(named('shougai', fresh));
    const united = fresh.migrations.find(({ system }) => system.id === 'shougai-all')?.system;
    expect([united?.continues, united?.part, united?.parts]).toEqual([
      { from: ['shougai', 'shougai-techou'] },
      undefined,
      undefined,
    ]);
    const into = made(merge('shougai'));
    expect(codes(into)).toEqual([]);
    expect(proposalOf(inForce, into).fresh).toEqual([]);
    expect(into.migrations.find(({ system }) => system.id === 'shougai')?.system.continues?.from).toEqual([
      'shougai-techou',
    ]);
  });
});

describe('an heir that is given no name', () => {
  const split = (system: string, into: { id: string; businesses: string[] }[]) => {
    const found = changed(soundSeed(setagayaFiles), [
      { kind: 'split', system, into, reason: '分割', awaits: into[0]?.id ?? '' },
    ]);
    if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
    const heirs = found.wanted.migrations.filter((one) => into.some(({ id }) => id === one.system.id));
    return heirs.map((one) => one.system.name);
  };
  const all = soundSeed(setagayaFiles).migrations.map((one) => one.system);

  it('is called by its businesses where the name before listed them', () => {
    const both = all.find(({ name }) => name.ja === '児童手当/児童扶養手当');
    const into = (both?.businesses ?? []).map((one, index) => ({ id: `jido-${index}`, businesses: [one] }));
    expect(split(both?.id ?? '', into)).toEqual([
      { ja: '児童手当', en: 'Child allowance' },
      { ja: '児童扶養手当', en: 'Child-rearing allowance' },
    ]);
  });

  it('is called by the name before and its businesses where those say no more', () => {
    const one = all.find(({ businesses }) => businesses.length === 1);
    const [business = ''] = one?.businesses ?? [];
    const into = ['half-a', 'half-b'].map((id) => ({ id, businesses: [business] }));
    // Two of one name are told apart by their ids.
    expect(split(one?.id ?? '', into).map(({ ja }) => ja)).toEqual(
      into.map(({ id }) => `${one?.name.ja}（${business}）${id}`),
    );
  });
});
