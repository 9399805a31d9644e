// What an edition may not say of systems that are split or merged: what could never come true, and what would count figures twice or nowhere.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition, Retirement } from '../../../machines/definition/definition.ts';
import { awaitedBy } from '../../../machines/definition/dependents.ts';
import { type Change, changed } from '../../../machines/programme/amendment/changes.ts';
import { heirProblems } from '../../../machines/programme/amendment/heirs.ts';
import type { Wanted } from '../../../machines/programme/amendment/proposal.ts';
import { setagayaFiles, soundSeed } from '../../seeds/folder.ts';

const now: Wanted = soundSeed(setagayaFiles);
const system = (id: string, { migrations }: Wanted = now) =>
  migrations.find((one) => one.system.id === id) as MigrationDefinition;
const made = (...changes: Change[]): Wanted => {
  const found = changed(now, changes);
  if (!('wanted' in found)) throw new Error(JSON.stringify(found.problem));
  return found.wanted;
};
const altered = (wanted: Wanted, id: string, over: Partial<MigrationDefinition['system']>): Wanted => ({
  ...wanted,
  migrations: wanted.migrations.map((one) =>
    one.system.id === id ? { ...one, system: { ...one.system, ...over } } : one,
  ),
});
const problems = (wanted: Wanted, before: Wanted = now) =>
  heirProblems(before.migrations, wanted).map(({ code, facts }) => [code, 'system' in facts && facts.system]);

const split: Change = {
  kind: 'split',
  system: 'juki',
  into: ['a', 'b'].map((id) => ({
    id,
    businesses: system('juki').system.businesses,
    parts: Object.fromEntries(system('juki').system.businesses.map((name) => [name, id])),
  })),
  reason: '調達単位の見直し',
  release: true,
};
const merge = (into: string): Change => ({
  kind: 'merge',
  systems: ['kokuho', 'kouki'],
  into: { id: into },
  reason: '共同調達',
  release: true,
});

it('a system that comes with the edition is not split by it, nor one that had ended otherwise', () => {
  const both = made(split, {
    ...split,
    system: 'a',
    into: split.into.map((one) => ({ ...one, id: `a${one.id}` })),
  });
  expect(problems(both)).toEqual([['heir.notWalking', 'a']]);
  const given = made({ kind: 'retire', system: 'juki', as: 'withdrawn', reason: '-', release: true });
  const later = altered(made(split), 'juki', {});
  expect(problems(later, given)).toContainEqual(['heir.notWalking', 'juki']);
});

it('by whom a system was gone on with stays as it was adopted', () => {
  const done = made(split);
  const retired = (over: Partial<Retirement>) =>
    altered(done, 'juki', { retired: { ...(system('juki', done).system.retired as Retirement), ...over } });
  expect(problems(retired({ reason: '誤字を改める' }), done)).toEqual([]);
  expect(problems(retired({ figures: 'a' }), done)).toEqual([['heir.fixed', 'juki']]);
  const { continues: _from, ...alone } = system('a', done).system;
  const left = {
    ...done,
    migrations: done.migrations.map((one) => (one.system.id === 'a' ? { ...one, system: alone } : one)),
  };
  expect(problems(left, done)).toContainEqual(['heir.fixed', 'a']);
  // Both sides at once, so that nothing would seem amiss.
  const { retired: _gone, ...back } = system('juki', done).system;
  const undone = {
    ...left,
    migrations: left.migrations.map((one) => (one.system.id === 'juki' ? { ...one, system: back } : one)),
  };
  expect(problems(undone, done)).toContainEqual(['heir.fixed', 'juki']);
});

describe('the figures', () => {
  const withFigures = (wanted: Wanted, id: string, figures: string) =>
    altered(wanted, id, { retired: { ...(system(id, wanted).system.retired as Retirement), figures } });

  it('go to no system that walks already: it would not have them, and nobody would count them', () => {
    expect(problems(withFigures(made(merge('kokuho')), 'kouki', 'kokuho'))).toEqual([
      ['heir.figures', 'kouki'],
    ]);
  });

  it('of two go to two, or one of them is lost', () => {
    const fresh = made(merge('iryou'));
    expect(problems(withFigures(fresh, 'kouki', 'iryou'))).toEqual([]);
    expect(problems(withFigures(withFigures(fresh, 'kouki', 'iryou'), 'kokuho', 'iryou'))).toHaveLength(1);
  });
});

it('those that become one wait for nothing of each other', () => {
  for (const into of ['juki', 'renkei', 'both']) {
    const wanted = changed(now, [
      { kind: 'merge', systems: ['juki', 'renkei'], into: { id: into }, reason: '-' },
    ]);
    if (!('wanted' in wanted)) throw new Error(JSON.stringify(wanted.problem));
    expect(awaitedBy(system('juki')).some((one) => one.system === 'renkei')).toBe(true);
    const named = ['juki', 'renkei', 'both'];
    expect(awaitedBy(system(into, wanted.wanted)).filter((one) => named.includes(one.system))).toEqual([]);
  }
});

it('one that walks already and becomes more by a merger begins nowhere: a phase is said of a new one alone', () => {
  const said = (into: string, phase: string) =>
    made({ ...merge(into), into: { id: into, phase } } as Extract<Change, { kind: 'merge' }>);
  const codes = (wanted: Wanted, before: Wanted = now) => problems(wanted, before).map(([code]) => code);
  expect(codes(said('kokuho', 'fit-gap'))).toEqual(['heir.ownWay']);
  expect(codes(said('iryou', 'fit-gap'))).toEqual([]);
  // What it said as it began stays said.
  expect(codes(said('iryou', 'fit-gap'), said('iryou', 'fit-gap'))).toEqual([]);
});

it('one alone is not merged', () => {
  for (const systems of [
    ['juki', 'juki'],
    ['kokuho', 'kokuho'],
  ]) {
    const found = changed(now, [{ kind: 'merge', systems, into: { id: systems[0] ?? '' }, reason: '-' }]);
    expect('problem' in found && found.problem.code).toBe('change.mergesOne');
  }
});
