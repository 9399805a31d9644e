// Builders for reports' tests: a programme of small migrations, folded through the machines by imported events.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { migrationPlayable } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import { decide, decisionsOf } from '../../machines/play/decide.ts';
import { fold } from '../../machines/play/fold.ts';
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { programmePlayable } from '../../machines/programme/playable.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { Setting } from '../../server/contract/values.ts';
import { definition as small } from '../builders/migration.ts';

const AT = '2023-11-16T09:00:00+09:00';
const importer = { kind: 'import' as const, account: 'import', name: '取込', post: 'import' };

export const setting: Setting = {
  programme: '131121',
  municipality: '131121',
  programmeName: { ja: '世田谷区', en: 'Setagaya City' },
  rehearsal: true,
  now: AT,
  today: '2023-11-16',
  asOf: '2023-10-31',
  by: 'occurred',
};

export function system(over: Partial<MigrationDefinition['system']>): MigrationDefinition {
  const base = small();
  return { ...base, system: { ...base.system, ...over } };
}

/** Where a migration stands after imported facts, in their order. */
export function imported(definition: MigrationDefinition, facts: Fact[]): MigrationSnapshot {
  const machine = migrationPlayable(definition);
  const first = machine.start({ on: '2022-10', at: AT }).snapshot;
  const events = facts.map((fact, index) => ({
    fact,
    actor: importer,
    occurredOn: '2023-10',
    requestId: `import/${index}`,
  }));
  return decisionsOf(decide(machine, first, events, Date.parse(AT))).at(-1)?.snapshot ?? first;
}

export function programme(over: Partial<ProgrammeDefinition> = {}): ProgrammeDefinition {
  const text = (ja: string) => ({ ja, en: ja });
  return {
    version: 1,
    code: '131121',
    name: { ja: '世田谷区', en: 'Setagaya City' },
    rehearsal: true,
    startAt: AT,
    waves: [{ id: 'wave-1', label: text('第1期') }],
    businesses: [
      { name: '住民基本台帳', applies: true },
      { name: '共通機能', applies: true },
      { name: '印鑑登録', applies: true },
      { name: '固定資産税', applies: false, reason: '都税' },
    ],
    bodies: [{ id: 'promotion-committee', label: text('標準化推進委員会'), members: 7 }],
    control: ['dx-office'],
    systems: ['juki', 'renkei'],
    ...over,
  };
}

export function programmeAfter(
  definition: ProgrammeDefinition,
  facts: [on: string, ProgrammeFact][],
): ProgrammeSnapshot {
  const machine = programmePlayable(definition);
  const first = machine.start().snapshot;
  const deeds = facts.map(([occurredOn, fact], index) => ({
    machine,
    event: { fact, actor: importer, occurredOn, requestId: `import/${index}` },
    atMs: Date.parse(AT),
  }));
  return fold(first, deeds).at(-1)?.snapshot ?? first;
}
