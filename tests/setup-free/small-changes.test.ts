// The form of small changes, by the paths in force: what is chosen among, and what a preview says of a migration of which nothing moves.
import { describe, expect, it } from 'vitest';
import { alike, ownDifferences } from '../../console/settings/amendments/alike.ts';
import { choicesFor } from '../../console/settings/amendments/change-choices.ts';
import { changeOf, emptyChange, missingIn } from '../../console/settings/amendments/change-form.ts';
import { hardlyMeant } from '../../console/settings/amendments/far-day.tsx';
import { begunWith } from '../../console/settings/amendments/proposing/asked.ts';
import {
  adoptedOn,
  begin,
  reasonStands,
  wantedOf,
} from '../../console/settings/amendments/proposing/draft.ts';
import type { PathList } from '../../server/contract/settings/paths.ts';
import { pathViews, systemViews } from '../../server/views/settings/paths-view.ts';
import { programmeNames } from '../../texts/names.ts';
import { setagayaFiles, soundSeed } from '../seeds/folder.ts';

const { programme, migrations } = soundSeed(setagayaFiles);
const systems = new Map(migrations.map(({ system }) => [system.id, system.name]));
/** Where each stands, by its chain. */
const phases = new Map(migrations.map(({ system }) => [`${programme.code}/${system.id}`, 'rfi']));
const paths: PathList = {
  // Of no choice's concern.
  setting: {} as PathList['setting'],
  version: programme.version,
  items: pathViews(migrations, systems),
  bodies: programme.bodies.map(({ id, label, members }) => ({ body: id, label, members, until: null })),
  waves: programme.waves.map(({ id, label }) => ({ wave: id, label })),
  systems: systemViews(migrations, programme.systems, programmeNames(programme.bodies, systems), phases),
  businesses: programme.businesses,
};

describe('a change that another page leads to', () => {
  const begun = { ...begin(), changes: [{ ...emptyChange, on: '2026-05-07' }] };

  it('opens its form with what is known, beside what was gathered before', () => {
    const quorum = begunWith(
      begun,
      { change: 'quorum', phase: 'wave-2/rfi', body: 'promotion-committee' },
      paths,
    );
    expect(quorum).toMatchObject({
      how: 'changes',
      changes: begun.changes,
      typed: { kind: 'quorum', phase: 'wave-2/rfi', body: 'promotion-committee', count: '' },
    });
    const split = begunWith(begun, { change: 'split', system: 'jidou' }, paths);
    expect(split).toMatchObject({ how: 'systems', changes: begun.changes, system: { system: 'jidou' } });
    expect(split?.system.heirs.map(({ id, businesses }) => [id, businesses])).toEqual([
      ['jidou-a', ['児童手当']],
      ['jidou-b', ['児童扶養手当']],
    ]);
  });

  it('is none where its address names nothing that there is', () => {
    expect(begunWith(begun, { change: 'nothing' }, paths)).toBeNull();
    expect(begunWith(begun, { change: 'split', system: 'gone' }, paths)?.system.system).toBe('');
  });
});

describe('a proposal as it is written', () => {
  const made = { kind: 'close' as const, reason: '' };
  it('is meant for 1 April in March, until another day is said', () => {
    expect(['2026-03-25', '2026-04-01', '2026-02-28'].map((today) => adoptedOn(begin(), today))).toEqual([
      '2026-04-01',
      '',
      '',
    ]);
    expect(adoptedOn({ fromOn: '' }, '2026-03-25')).toBe('');
    expect(adoptedOn({ fromOn: '2026-06-01' }, '2026-03-25')).toBe('2026-06-01');
  });

  it('asks for its reason once: a change without one of its own has that of the proposal', () => {
    const draft = {
      ...begin(),
      reason: '見直し',
      changes: [{ made }, { made: { ...made, reason: '廃止' } }],
    };
    expect(reasonStands(draft)).toBe(true);
    expect(wantedOf(draft).changes).toEqual([
      { kind: 'close', reason: '見直し' },
      { kind: 'close', reason: '廃止' },
    ]);
    expect(reasonStands({ ...draft, changes: [{ made: { ...made, reason: '廃止' } }] })).toBe(false);
  });
});

it('an heir may begin where the old system stands, or earlier', () => {
  const jidou = paths.systems.find(({ system }) => system === 'jidou');
  expect(jidou?.begins.at(-1)).toBe('rfi');
  expect(jidou?.begins[0]).toBe('fit-gap');
});

describe('what a small change chooses among', () => {
  it('has the phases of each path in its order, and of a gate who approves it with what holds now', () => {
    const phases = choicesFor(paths, { ...emptyChange, kind: 'quorum' }, 'phase');
    const of = (path: string) =>
      phases.filter(({ group }) => group?.ja === path).map(({ label }) => label.ja[0]);
    expect(of('第1期の工程').slice(0, 7).join('')).toBe('①②③④⑤⑥⑦');
    expect(of('第2期の工程').slice(0, 7).join('')).toBe('①②③④⑤⑥⑦');
    const typed = {
      ...emptyChange,
      kind: 'quorum',
      phase: 'wave-2/rfi',
      body: 'promotion-committee',
      count: '3',
    } as const;
    expect(choicesFor(paths, typed, 'body').map(({ label, now }) => [label.ja, now])).toContainEqual([
      '標準化推進委員会',
      { kind: 'votes', votes: 2, members: 3, majority: false },
    ]);
    expect(changeOf(typed)).toEqual({
      kind: 'quorum',
      path: 'wave-2',
      phase: 'rfi',
      body: 'promotion-committee',
      quorum: 3,
    });
  });

  it('has each deadline once, under the paths that it stands on, with its day', () => {
    const found = choicesFor(paths, { ...emptyChange, kind: 'deadline' }, 'id');
    expect(new Set(found.map(({ value }) => value)).size).toBe(found.length);
    expect(found.find(({ value }) => value === 'budget-request-fy2024')?.now).toEqual({
      kind: 'day',
      on: '2023-10-31',
    });
  });

  it('asks for no English name', () => {
    const typed = {
      ...emptyChange,
      kind: 'label',
      of: 'body',
      id: 'promotion-committee',
      ja: '推進会議',
    } as const;
    expect(missingIn(typed)).toEqual([]);
    expect(changeOf(typed)).toMatchObject({ label: { ja: '推進会議', en: '推進会議' } });
  });
});

it('a day gone by or years away draws a remark, one that can be meant does not', () => {
  const of = (on: string) => hardlyMeant(on, '2023-11-16');
  expect(['2023-11-15', '2023-11-16', '2026-11-16', '2026-11-17', '2032-12-28', ''].map(of)).toEqual([
    'past',
    null,
    null,
    'far',
    'far',
    null,
  ]);
});

it('migrations of which different things change stand apart though nothing of them moves', () => {
  const place = (ja: string) => ({ ja });
  const differences = [
    { systems: ['juki', 'zei'], place: place('工程表 › 版') },
    { systems: ['juki'], place: place('期限 › 予算 › 定め › 日') },
  ];
  const effects = ['juki', 'zei'].map((system) => ({
    system,
    name: system,
    changes: ownDifferences(differences, system),
  }));
  expect(effects.map(({ changes }) => changes.length)).toEqual([1, 0]);
  expect(alike(effects)).toHaveLength(2);
});
