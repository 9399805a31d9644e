// Systems come, go, are moved and called otherwise by amendments, on Setagaya's own folder.
import { describe, expect, it } from 'vitest';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import { deciding } from '../../machines/definition/parts.ts';
import { previewAdoption } from '../../machines/migration/adoption/preview.ts';
import { start } from '../../machines/migration/migration.ts';
import { type Change, changed } from '../../machines/programme/amendment/changes.ts';
import { differing } from '../../machines/programme/amendment/differing.ts';
import { problemsOf, proposalOf, type Wanted } from '../../machines/programme/amendment/proposal.ts';
import { definitionDigest } from '../../machines/record/entry.ts';
import { differenceViews } from '../../server/views/settings/difference-view.ts';
import { calledIn } from '../../texts/amending/called.ts';
import { proposalProblemText } from '../../texts/proposal-texts.ts';
import { programmeCodes } from '../builders/programme.ts';
import { altered, setagayaFiles, soundSeed } from '../seeds/folder.ts';

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
const problemOf = (change: Change): string | undefined => {
  const found = changed(now, [change]);
  return 'problem' in found ? found.problem.code : undefined;
};
const against = (wanted: Wanted) => problemsOf(inForce, wanted, proposalOf(inForce, wanted));
const codes = (wanted: Wanted) => against(wanted).map(({ code }) => code);
const system = ({ migrations }: Wanted, id: string) =>
  migrations.find((one) => one.system.id === id) as MigrationDefinition;
const retire = (id: string, over: object = {}): Change => ({
  kind: 'retire',
  system: id,
  as: 'notApplicable',
  reason: '事務の廃止',
  ...over,
});

describe('retiring a system', () => {
  it('makes what it alone did 対象外 of the municipality, for the same reason', () => {
    const wanted = made(retire('senkyo'));
    expect(codes(wanted)).toEqual([]);
    expect(wanted.programme.businesses.find(({ name }) => name === '選挙人名簿管理')).toEqual({
      name: '選挙人名簿管理',
      applies: false,
      reason: '事務の廃止',
    });
    expect(proposalOf(inForce, wanted).concerned.map(({ definition }) => definition.system.id)).toEqual([
      'senkyo',
    ]);
  });

  it('leaves a business that another system has part of', () => {
    const wanted = made(retire('shougai-techou'));
    expect(codes(wanted)).toEqual([]);
    expect(wanted.programme.businesses).toEqual(now.programme.businesses);
  });

  it('as given up is refused while nobody would do what it did', () => {
    expect(codes(made(retire('senkyo', { as: 'withdrawn' })))).toEqual(['business.uncovered']);
    expect(codes(made(retire('shougai-techou', { as: 'withdrawn' })))).toEqual([]);
  });

  it('is refused while others wait for it, naming them; and with their release they wait no more', () => {
    const [problem] = against(made(retire('renkei')));
    expect(problem).toMatchObject({ code: 'system.awaited', facts: { system: 'renkei' } });
    expect(problem?.code === 'system.awaited' && problem.facts.by).toContain('juki');
    const wanted = made(retire('renkei', { release: true }));
    expect(codes(wanted)).toEqual([]);
    expect(system(wanted, 'renkei').dependents).toEqual([]);
    const waits = wanted.migrations.flatMap(({ path }) =>
      path.phases.flatMap(({ gate }) => gate?.conditions.filter(({ kind }) => kind === 'milestone') ?? []),
    );
    expect(waits).toEqual([]);
    expect(system(wanted, 'juki').path.version).toBe(system(now, 'juki').path.version + 1);
  });

  it('twice, or of one that is not there, is told as such', () => {
    const twice = changed(now, [retire('senkyo'), retire('senkyo')]);
    expect('problem' in twice && twice.problem.code).toBe('change.already');
    expect(problemOf(retire('sonzaishinai'))).toBe('change.unknown');
  });

  it('by the folder is the same as by the small change', () => {
    const marked = altered(
      'systems.yaml',
      '  - id: shougai-techou\n',
      '  - id: shougai-techou\n    retired: { as: notApplicable, reason: 事務の廃止 }\n',
      altered('programme.yaml', 'version: 1', 'version: 2'),
    );
    const wanted = soundSeed(marked);
    expect(proposalOf(inForce, wanted).digest).toBe(
      proposalOf(inForce, made(retire('shougai-techou'))).digest,
    );
  });
});

describe('moving a system', () => {
  it('takes the path, the deadlines and the plan of most there, and says where it lands', () => {
    const wanted = made({
      kind: 'move',
      system: 'shugaku',
      wave: 'wave-2',
    });
    expect(codes(wanted)).toEqual([]);
    const [before, after] = [system(now, 'shugaku'), system(wanted, 'shugaku')];
    const model = system(now, 'nenkin');
    expect(after.system.wave).toBe('wave-2');
    expect([after.deadlines, after.plan]).toEqual([model.deadlines, model.plan]);
    expect(after.path).toEqual(model.path);
    const snapshot = start(before, { on: '2022-04-01', at: '2022-04-01T09:00:00+09:00' });
    const shown = previewAdoption({
      leaving: before,
      definition: after,
      snapshot,
      at: '2023-11-16T09:00:00+09:00',
    });
    expect([shown.refusals, shown.to?.phase]).toEqual([[], 'fit-gap']);
  });

  it('is refused where a phase of the old path has no counterpart, naming it; unless it is said what stands for it', () => {
    const to = { kind: 'move' as const, system: 'shugaku', path: 'integration-platform' };
    const [problem] = against(made(to));
    expect(problem).toMatchObject({ code: 'path.noCounterpart', facts: { system: 'shugaku' } });
    const gone = problem?.code === 'path.noCounterpart' ? problem.facts.phases : [];
    const first = system(now, 'renkei').path.phases[0]?.id ?? '';
    const instead = Object.fromEntries(gone.map((phase) => [phase, first]));
    const wanted = made({ ...to, instead });
    expect([gone.length > 0, codes(wanted)]).toEqual([true, []]);
    // The command has a way of its own to say it; the folder's is not all there is.
    expect(problem && proposalProblemText(problem)).toMatchObject({
      ja: expect.stringContaining('--instead'),
      en: expect.stringContaining('--instead'),
    });
    const { path } = system(wanted, 'shugaku');
    expect([path.id, path.phases[0]?.replaces]).toEqual(['integration-platform-shugaku', gone]);
  });

  it('says what was not said, is not there, or is so already', () => {
    expect(problemOf({ kind: 'move', system: 'juki' })).toBe('change.nothingSaid');
    expect(problemOf({ kind: 'move', system: 'juki', wave: 'wave-1' })).toBe('change.already');
    expect(problemOf({ kind: 'move', system: 'juki', wave: 'wave-9' })).toBe('change.unknown');
    expect(problemOf({ kind: 'move', system: 'juki', path: 'wave-9' })).toBe('change.unknown');
    expect(problemOf({ kind: 'move', system: 'juki', wave: 'wave-2', instead: { nothing: 'fit-gap' } })).toBe(
      'change.unknown',
    );
  });

  it('of what others wait for is refused where the new path announces it no more', () => {
    const wanted = made({ kind: 'move', system: 'renkei', path: 'wave-2' });
    expect(codes(wanted)).toContain('system.awaited');
  });

  it('to a path that the same amendment changes walks the new version of it, as all do who are there', () => {
    const moved: Change = { kind: 'move', system: 'juki', wave: 'wave-2' };
    const wanted = made(moved, { kind: 'quorum', phase: 'fit-gap', body: 'working-group', quorum: 2 });
    expect(system(wanted, 'juki').path).toEqual(system(wanted, 'kokuho').path);
    expect(system(wanted, 'juki').path.version).toBe(system(now, 'kokuho').path.version + 1);
  });
});

describe('an id', () => {
  it('stays for ever: another in its place is refused with the way to call it otherwise', () => {
    const files = altered(
      'systems.yaml',
      '- id: shugaku\n',
      '- id: gakurei\n',
      altered('programme.yaml', 'version: 1', 'version: 2').map((file) =>
        file.path === 'systems.yaml' ? file : { ...file, text: file.text.replaceAll('shugaku', 'gakurei') },
      ),
    );
    const [problem] = against(soundSeed(files));
    expect(problem).toEqual({ code: 'system.gone', facts: { system: 'shugaku', like: ['gakurei'] } });
    const words = problem && proposalProblemText(problem);
    expect(words?.ja).toContain('amend label system');
    expect(words?.en).toContain('sekimori amend retire shugaku');
  });
});

it('closing a programme says so in each definition, and its chain takes nothing more', () => {
  const wanted = made({ kind: 'close', reason: '移行完了' });
  expect(codes(wanted)).toEqual([]);
  expect(proposalOf(inForce, wanted).concerned).toHaveLength(now.migrations.length);
  const move = { type: 'clock.moved', to: '2024-01-01T09:00:00+09:00' } as const;
  expect(programmeCodes(move, '2023-11-16')).toEqual([]);
  expect(programmeCodes(move, '2023-11-16', {}, { closed: '移行完了' })).toEqual(['programme.closed']);
});

describe('what an amendment changes, in words', () => {
  const words = (...changes: Change[]) => {
    const proposal = proposalOf(inForce, made(...changes));
    return differenceViews({ inForce, proposal, differences: differing(inForce, proposal) });
  };
  const ja = (...changes: Change[]) =>
    words(...changes).map(({ place, wasText, nowText }) => [place.ja, wasText?.ja, nowText?.ja]);
  const ids = [
    ...now.programme.bodies.map(({ id }) => id),
    ...now.programme.waves.map(({ id }) => id),
    ...now.migrations.flatMap(({ deadlines }) => deadlines.map(({ id }) => id)),
  ];

  it('names phases, bodies and deadlines as their labels do, and days by their era', () => {
    expect(ja({ kind: 'quorum', phase: 'rfi', body: 'promotion-committee', quorum: 3 })).toContainEqual([
      '工程表 › 工程 › ⑥RFI（情報提供依頼） › 関門 › 承認 › 標準化推進委員会 › 定足数',
      '2',
      '3',
    ]);
    expect(ja({ kind: 'deadline', deadline: 'budget-request-fy2024', on: '2023-12-08' })).toEqual([
      [
        '期限 › 令和6年度予算の要求 › 定め › 日',
        '令和5年10月31日（2023-10-31）',
        '令和5年12月8日（2023-12-08）',
      ],
    ]);
    expect(ja({ kind: 'closedDay', on: '2032-12-28', closed: true })).toContainEqual([
      '暦 › 閉庁日',
      undefined,
      '令和14年12月28日（2032-12-28）',
    ]);
    expect(ja({ kind: 'closedDay', on: '2032-12-28', closed: true })).toContainEqual([
      '暦 › 版',
      '2026-02',
      '2026-02-r1',
    ]);
  });

  it('says whose it is by name, and why a body’s own quorum follows a gate’s', () => {
    const found = words({ kind: 'quorum', phase: 'rfi', body: 'promotion-committee', quorum: 3 });
    for (const { systems, systemNames } of found) {
      expect(systemNames).toHaveLength(systems.length);
      expect(systemNames.map(({ ja: name }) => name)).not.toContain(systems[0]);
    }
    const why = found.flatMap(({ part, why: because }) => (because ? [`${part} ${because.ja}`] : []));
    expect(why).toEqual([expect.stringMatching(/^bodies 関門によらない決定/)]);
  });

  it('has no id where something has a name, in what is new too', () => {
    const said = [
      ...words(
        { kind: 'members', body: 'promotion-committee', members: 4 },
        { kind: 'plan', of: 'system', id: 'juki', phase: 'rfi', startOn: '2024-01', endOn: '2024-02' },
        { kind: 'move', system: 'shugaku', wave: 'wave-2' },
      ),
    ].flatMap(({ place, wasText, nowText }) => [place, wasText, nowText].flatMap((one) => one?.ja ?? []));
    expect(said.length).toBeGreaterThan(6);
    for (const one of said)
      for (const id of ids) expect(one).not.toMatch(new RegExp(`(^|[^a-z-])${id}($|[^a-z-])`));
  });

  it('is refused by the names of what it is about', () => {
    const { problem } = changed(now, [
      { kind: 'quorum', phase: 'rfi', body: 'promotion-committee', quorum: 9 },
    ]) as { problem: Parameters<typeof proposalProblemText>[0] };
    const called = calledIn(now.migrations, [now.programme]);
    expect(proposalProblemText(problem, called).ja).toBe(
      '標準化推進委員会は3名です。定足数 9 は満たせません。',
    );
  });
});

describe('adding a system', () => {
  const name = { ja: '法人住民税', en: 'Corporate inhabitant tax' };
  const houjin = (over: object = {}): Change => ({
    kind: 'add',
    id: 'houjin',
    name,
    businesses: ['法人住民税'],
    wave: 'wave-2',
    ...over,
  });

  it('has it walk as most of its wave do, and its business applies from then on', () => {
    const wanted = made(houjin());
    expect(codes(wanted)).toEqual([]);
    const { system: added, path, deadlines, plan } = system(wanted, 'houjin');
    const model = system(wanted, 'nenkin');
    expect([path, deadlines, plan]).toEqual([model.path, model.deadlines, model.plan]);
    expect(added).toEqual({ id: 'houjin', name, businesses: ['法人住民税'], wave: 'wave-2' });
    expect(wanted.programme.businesses).toContainEqual({ name: '法人住民税', applies: true });
    const { fresh, concerned } = proposalOf(inForce, wanted);
    expect(fresh.map((one) => one.system.id)).toEqual(['houjin']);
    // Whom it waits for announces to it too.
    expect(concerned.map(({ definition }) => definition.system.id)).toEqual(['renkei']);
  });

  it('or as the one that is named', () => {
    expect(system(made(houjin({ like: 'koseki' })), 'houjin').deadlines).toEqual(
      system(now, 'koseki').deadlines,
    );
  });

  it('is refused under an id that is taken, in no wave there is, for no business, or for one that another carries whole', () => {
    expect(problemOf(houjin({ id: 'juki' }))).toBe('change.heirThere');
    expect(problemOf(houjin({ wave: 'wave-9' }))).toBe('change.unknown');
    expect(problemOf(houjin({ businesses: ['宇宙'] }))).toBe('change.unknown');
    expect(problemOf(houjin({ like: 'uchuu' }))).toBe('change.unknown');
    expect(problemOf(houjin({ businesses: ['介護保険'] }))).toBe('change.carried');
  });
});

describe('adding a body', () => {
  const audit = (over: object = {}): Change => ({
    kind: 'body',
    id: 'audit-committee',
    label: { ja: '監査委員会', en: 'Audit committee' },
    members: 5,
    ...over,
  });
  const approvals = (wanted: Wanted, id: string, phase: string) =>
    system(wanted, id)
      .path.phases.find((one) => one.id === phase)
      ?.gate?.approvals.map(({ body }) => body);

  it('has it decide last at the gate that is named, on every path or on one', () => {
    const before = approvals(now, 'juki', 'fit-gap') ?? [];
    const everywhere = made(audit({ decides: { phase: 'fit-gap', quorum: 3 } }));
    expect(codes(everywhere)).toEqual([]);
    expect(approvals(everywhere, 'juki', 'fit-gap')).toEqual([...before, 'audit-committee']);
    const { id } = system(now, 'kokuho').path;
    const there = made(audit({ decides: { phase: 'fit-gap', quorum: 3, path: id } }));
    expect(approvals(there, 'kokuho', 'fit-gap')).toContain('audit-committee');
    expect(approvals(there, 'juki', 'fit-gap')).toEqual(before);
  });

  it('is refused where it is there already, for no gate, and with a quorum that it never has', () => {
    expect(problemOf(audit({ id: 'working-group' }))).toBe('change.bodyThere');
    expect(problemOf(audit({ decides: { phase: 'operation', quorum: 1 } }))).toBe('change.unknown');
    expect(problemOf(audit({ decides: { phase: 'fit-gap', quorum: 6 } }))).toBe('change.beyond');
  });
});
