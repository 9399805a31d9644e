// Setagaya's seed says what the report of 2023-11-16 says: its orders of work, its positions, its every figure.
import Decimal from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { migrationDefinition } from '../../machines/definition/definition.ts';
import { submission } from '../../machines/migration/event.ts';
import { standing } from '../../machines/migration/state.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import { programmeDefinition } from '../../machines/programme/definition.ts';
import { programmeSubmission } from '../../machines/programme/event.ts';
import { programmePlayable } from '../../machines/programme/playable.ts';
import { walked } from '../../machines/seed/walk.ts';
import { readSeed } from '../../server/intake/read-seed.ts';
import { setagayaFiles, soundSeed } from './folder.ts';

const seed = soundSeed(setagayaFiles);
const definitionOf = (system: string) => {
  const found = seed.migrations.find((candidate) => candidate.system.id === system);
  if (!found) throw new Error(`no ${system}`);
  return found;
};
const snapshotOf = (system: string) =>
  walked(
    definitionOf(system),
    seed.starts[system] ?? '',
    seed.programme.startAt,
    seed.history.migrations[system] ?? [],
  );
const orderOf = (system: string) => definitionOf(system).path.phases.map((phase) => phase.label.ja);

/** A yen amount as the report prints it, in whatever width: `1億1226万17０円`. */
function yen(printed: string): number {
  const plain = printed.normalize('NFKC').replace('円', '');
  const [, oku = '0', man = '0', rest = '0'] = /^(?:(\d+)億)?(?:(\d+)万)?(\d*)$/.exec(plain) ?? [];
  return Number(oku) * 100_000_000 + Number(man) * 10_000 + Number(rest || '0');
}

describe('the seed', () => {
  it('loads without a problem, and only the rounded 628 is remarked on', () => {
    const outcome = readSeed(setagayaFiles);
    expect(outcome.status).toBe('sound');
    expect(outcome.warnings.map(({ code, facts }) => ({ code, facts }))).toEqual([
      { code: 'score.rounded', facts: { printed: '628', exact: '627.9' } },
    ]);
  });

  it('gives definitions and events in the shapes that the machines take', () => {
    expect(programmeDefinition.parse(seed.programme)).toEqual(seed.programme);
    for (const definition of seed.migrations)
      expect(migrationDefinition.parse(definition)).toEqual(definition);
    for (const event of seed.history.programme) expect(programmeSubmission.parse(event)).toEqual(event);
    for (const event of Object.values(seed.history.migrations).flat())
      expect(submission.parse(event)).toEqual(event);
  });

  it('is the same each time it is read', () => {
    expect(JSON.stringify(soundSeed(setagayaFiles))).toBe(JSON.stringify(seed));
    expect(JSON.stringify(soundSeed(setagayaFiles.toReversed()))).toBe(JSON.stringify(seed));
  });

  it('gives every imported event a request id of its own', () => {
    const ids = [...seed.history.programme, ...Object.values(seed.history.migrations).flat()].map(
      ({ requestId }) => requestId,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(seed.history.migrations.juki?.[0]?.requestId).toBe('import/juki/1');
  });

  it('has 18 businesses that apply and 共通機能, and two that are 都税', () => {
    const out = seed.programme.businesses.filter(({ applies }) => !applies);
    expect(out.map(({ name }) => name)).toEqual(['固定資産税', '法人住民税']);
    expect(out.every(({ reason }) => reason?.includes('都税'))).toBe(true);
    expect(seed.programme.businesses).toHaveLength(21);
  });

  it('marks every procurement unit of wave 2 as assumed, and none of the report', () => {
    for (const { system } of seed.migrations)
      expect(system.assumed === undefined, system.id).toBe(system.wave !== 'wave-2');
  });
});

describe('the orders of work', () => {
  it('are those of wave 1', () => {
    for (const system of ['juki', 'zei', 'kaigo', 'shugaku']) {
      expect(orderOf(system)).toEqual([
        '①Fit＆Gap分析（Gap抽出・整理）',
        '②見積要求準備',
        '③概算見積依頼',
        '④移行計画精緻化',
        '⑤残課題及び確認事項の整理',
        '⑥RFI（情報提供依頼）',
        '⑦RFP（プロポーザル）',
        '開発・テスト・研修等',
        '標準準拠システム稼働',
        '運用',
      ]);
    }
  });

  it('are those of wave 2', () => {
    expect(orderOf('kokuho')).toEqual([
      '①Fit＆Gap分析（Gap抽出・整理）',
      '②見積要求準備',
      '③概算見積依頼',
      '④残課題及び確認事項の整理',
      '⑤RFI（情報提供依頼）',
      '⑥移行計画精緻化',
      '⑦RFP（プロポーザル）',
      '⑧開発・テスト・研修等',
      '標準準拠システム稼働',
      '運用',
    ]);
  });

  it('are those of 連携基盤, built once for each wave', () => {
    const build = ['要件定義', '設計', '連携構築', '連携仕様調整', '連携テスト', '結合テスト'];
    expect(orderOf('renkei')).toEqual([
      '要求機能整理',
      '概算見積依頼',
      '導入計画書策定',
      '実装機能の検討',
      '調達仕様の調整',
      'RFP（プロポーザル）',
      ...build.map((label) => `第1期 ${label}`),
      ...build.map((label) => `第2期 ${label}`),
      '運用',
    ]);
  });

  it('make each wave wait for the integration tests of its own', () => {
    const waits = (system: string) =>
      definitionOf(system).path.phases.flatMap((phase) =>
        (phase.gate?.conditions ?? []).flatMap((condition) =>
          condition.kind === 'milestone'
            ? [[phase.id, condition.system, condition.milestone, condition.hard]]
            : [],
        ),
      );
    expect(waits('juki')).toEqual([['development', 'renkei', 'integration-test-1', true]]);
    expect(waits('kokuho')).toEqual([['development', 'renkei', 'integration-test-2', true]]);
    const others = seed.programme.systems.filter((system) => system !== 'renkei');
    expect(definitionOf('renkei').dependents).toEqual(others);
  });
});

describe('the history up to 2023-10-31', () => {
  const phases = Object.fromEntries(
    seed.programme.systems.map((system) => [system, standing(snapshotOf(system))]),
  );

  it('leaves wave 1 in development, the platform building, wave 2 in its early phases', () => {
    for (const system of ['juki', 'zei', 'kaigo', 'shugaku'])
      expect(phases[system]?.phase, system).toBe('development');
    expect(phases.renkei?.phase).toBe('w1-requirements');
    for (const { system } of seed.migrations.filter((migration) => migration.system.wave === 'wave-2'))
      expect(['estimate-preparation', 'rough-estimate', 'open-issues']).toContain(phases[system.id]?.phase);
  });

  it('flags the two candidates of the report and nothing else', () => {
    const flagged = seed.programme.systems.filter((system) => phases[system]?.regime === 'candidate');
    expect(flagged).toEqual(['shougai-techou', 'jidou']);
    expect(snapshotOf('shougai-techou').context.special?.scope).toBe('身障手帳・療育手帳・国手当');
  });

  it('counts the steps of a wave 1 business: 28 done, 11 in progress, not live', () => {
    const statuses = Object.values(snapshotOf('juki').context.steps.住民基本台帳 ?? {});
    const count = (status: string) => statuses.filter((candidate) => candidate === status).length;
    expect({ done: count('done'), inProgress: count('inProgress') }).toEqual({ done: 28, inProgress: 11 });
  });

  it('lies before the rehearsal, and every event of it has a source or says that it is assumed', () => {
    const events = [...seed.history.programme, ...Object.values(seed.history.migrations).flat()];
    for (const event of events) {
      expect(event.source ?? event.assumed).toBeTruthy();
      expect(event.occurredOn <= '2023-10-31', event.requestId).toBe(true);
    }
  });

  it('misses no deadline before the rehearsal begins', () => {
    for (const system of seed.programme.systems)
      for (const [id, { status, dueOn }] of Object.entries(snapshotOf(system).context.deadlines))
        expect(
          status === 'metLate' || (status === 'pending' && (dueOn ?? '') < '2023-11-16'),
          `${system}/${id}`,
        ).toBe(false);
  });

  it('keeps the programme’s own events: 7 and 5 meetings, the dated ones on their days', () => {
    const { startAt: at } = seed.programme;
    const machine = programmePlayable(seed.programme);
    const decided = decide(machine, machine.start().snapshot, seed.history.programme, Date.parse(at));
    const { context } = decisionsOf(decided).at(-1)?.snapshot ?? machine.start().snapshot;
    expect(context.meetings['promotion-committee/2022']?.count).toBe(7);
    expect(context.meetings['promotion-committee/2023']?.count).toBe(5);
    expect(context.occurrences.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      '2022-10-07 cabinetDecision',
      '2022-10-07 standard',
      '2023-01 rfi',
      '2023-04 notice',
      '2023-05-08 application',
      '2023-06-09 adoption',
      '2023-06-30 notice',
      '2023-09-08 cabinetDecision',
    ]);
  });
});

describe('the figures', () => {
  const printed = [
    [
      'juki',
      '富士通Japan株式会社',
      '574.9',
      '53',
      '628',
      '１億６４１１万５７１０円',
      '１億３１３３万１５１９円',
      '２億９５４４万７２２９円',
    ],
    [
      'zei',
      '富士通Japan株式会社',
      '606',
      '33',
      '639',
      '５億７４３２万６５００円',
      '４億９４３７万９８３１円',
      '１０億６８７０万６３３１円',
    ],
    [
      'kaigo',
      '富士通Japan株式会社',
      '551',
      '84',
      '635',
      '4億4854万7000円',
      '2億9876万3124円',
      '7億4731万124円',
    ],
    [
      'shugaku',
      '富士通Japan株式会社',
      '522.9',
      '225.22',
      '748.12',
      '5675万7470円',
      '5550万2700円',
      '1億1226万17０円',
    ],
    [
      'renkei',
      '日立システムズ株式会社',
      '574.65',
      '256.50',
      '831.15',
      '1億869万1000円',
      '1億742万500円',
      '2億1611万1500円',
    ],
  ] as const;

  it.each(printed)('of %s are the report’s', (system, vendor, technical, price, total, r5, r6, sum) => {
    const { selection, contract } = snapshotOf(system).context;
    expect(selection).toMatchObject({ candidate: vendor, technical, price, printedTotal: total });
    expect(new Decimal(selection?.total ?? 0).eq(new Decimal(technical).plus(price))).toBe(true);
    expect(contract).toMatchObject({
      vendor,
      totalYen: yen(sum),
      amounts: [
        { fiscalYear: 2023, amountYen: yen(r5) },
        { fiscalYear: 2024, amountYen: yen(r6) },
      ],
    });
    expect(yen(r5) + yen(r6)).toBe(yen(sum));
  });

  it('keep 627.9 where 628 is printed', () => {
    expect(snapshotOf('juki').context.selection).toMatchObject({ total: '627.9', printedTotal: '628' });
  });

  it('sum to 2,439,835,354 yen over the five contracts', () => {
    const totals = printed.map(([system]) => snapshotOf(system).context.contract?.totalYen ?? 0);
    expect(totals.reduce((sum, total) => sum + total, 0)).toBe(2_439_835_354);
    expect(snapshotOf('renkei').context.contract?.continuesInto).toEqual([2025]);
  });

  it('stand in the past as assumed where the report gives no day', () => {
    const contract = seed.history.migrations.juki?.find(({ fact }) => fact.type === 'contract.recorded');
    expect(contract?.occurredOn).toBe('2023-10');
    expect(contract?.assumed).toContain('令和5年度・令和6年度');
    expect(contract?.source).toContain('p. 7');
  });
});
