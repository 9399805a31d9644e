// Definitions for the national load: one path of three phases as the 40 steps group them, one calendar, and a deadline
// that differs by what is left. All of it is derived for the bench and marked so; no municipality planned it.

import type { MigrationDefinition, Path } from '../../machines/definition/definition.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { addDays } from '../../machines/values/date.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { type NationalMunicipality, type NationalSystem, systemId } from './data.ts';

/** The day the counts are of. */
export const dataDay = '2026-01-31';
export const derived =
  '件数からの導出（先頭から順に完了と仮定） / derived from the counts: the first n steps in order are taken as done';

const text = (ja: string, en: string) => ({ ja, en });
const gate = (id: string, ja: string) => ({
  id,
  label: text(ja, id),
  approvals: [{ body: 'promotion-committee', quorum: 1 }],
  conditions: [],
  assumed: derived,
});

const owners = ['dx-office'];
const phases: Path['phases'] = [
  {
    id: 'planning',
    label: text('計画立案', 'Planning'),
    owners,
    steps: nationalSteps.slice(0, 13),

    gate: gate('plan', '計画の決定'),
  },
  {
    id: 'selection',
    label: text('システム選定', 'Selection'),
    owners,
    steps: nationalSteps.slice(13, 27),

    gate: gate('select', '選定の決定'),
  },
  {
    id: 'migration',
    label: text('移行', 'Migration'),
    owners,
    steps: nationalSteps.slice(27, 39),

    gate: gate('go-live', '移行判定'),
  },
  { id: 'operation', label: text('運用', 'Operation'), owners, steps: ['⑱-1'] },
];

/** The gates in order, each with the count of steps that lets it be taken as passed. */
export const gatesByCount = [
  { phase: 'planning', steps: 13 },
  { phase: 'selection', steps: 27 },
  { phase: 'migration', steps: 40 },
] as const;

const path: Path = {
  id: 'national',
  version: 1,
  label: text('40ステップの三つのフェーズ', 'The three phases of the 40 steps'),
  phases,
  goLive: 'operation',
  control: {
    hold: owners,
    cancel: owners,
    plan: owners,
    goBack: { propose: owners, approve: ['promotion-committee'] },
    steps: owners,
    facts: owners,
    regime: owners,
  },
};

const bodies = [
  { id: 'dx-office', label: text('DX推進担当', 'DX office'), members: 3, assumed: derived },
  {
    id: 'promotion-committee',
    label: text('標準化推進委員会', 'Promotion committee'),
    members: 7,
    assumed: derived,
  },
];

const calendar = {
  id: 'weekends',
  version: '1',
  source: '土日のみ（計測用） / weekends only, for the bench',
  closed: [],
  provisionalFrom: '2099-01-01',
};

const metBy = { phase: 'operation', edge: 'entered' } as const;
const reminders = { roll: 'none', at: '17:15', reminders: [-90, -30, 0, 30], to: ['dx-office'] } as const;
const deadlines: MigrationDefinition['deadlines'] = [
  {
    id: 'legal-limit',
    label: text('令和7年度末', 'End of FY2025'),
    basis: '地方公共団体情報システム標準化基本方針',
    rule: { kind: 'fixed', on: '2026-03-31' },
    ...{ ...reminders, reminders: [...reminders.reminders], to: [...reminders.to] },
    metBy,
    hard: false,
    extendableBy: [],
    followsRegime: true,
  },
  {
    id: 'planned-go-live',
    label: text('移行の予定日', 'Planned go-live'),
    basis: derived,
    rule: { kind: 'plan', phase: 'migration', edge: 'end' },
    ...{ ...reminders, reminders: [...reminders.reminders], to: [...reminders.to] },
    metBy,
    hard: false,
    extendableBy: ['promotion-committee'],
    followsRegime: false,
    assumed: derived,
  },
];

/** Two weeks per step that is left, plus the municipality's own days: derived, so that dates spread over years. */
export function plannedGoLive({ count }: NationalSystem, offset: number): string {
  return addDays(dataDay, (40 - count) * 14 + offset);
}

export function migrationDefinition(
  municipality: NationalMunicipality,
  system: NationalSystem,
  offset: number,
): MigrationDefinition {
  const planned = { startOn: '2024-04', endOn: plannedGoLive(system, offset), assumed: derived };
  return {
    version: 1,
    programme: { code: municipality.code, name: nameOf(municipality), rehearsal: true },
    system: {
      id: systemId(system.business),
      name: text(system.business, systemId(system.business)),
      businesses: [system.business],
      wave: 'national',
      assumed: '業務ごとに一つのシステムとみなす / one system per business',
    },
    path,
    bodies,
    deadlines,
    plan: [{ phase: 'migration', ...planned }],
    calendar,
    dependents: [],
  };
}

export function programmeDefinition(municipality: NationalMunicipality): ProgrammeDefinition {
  return {
    version: 1,
    code: municipality.code,
    name: nameOf(municipality),
    rehearsal: true,
    startAt: '2022-09-01T09:00:00+09:00',
    waves: [{ id: 'national', label: text('全国', 'National') }],
    businesses: municipality.systems.map(({ business, notApplicable }) => ({
      name: business,
      applies: !notApplicable,
      ...(notApplicable ? { reason: '都税 / a tax of the metropolis' } : {}),
    })),
    bodies,
    control: ['dx-office'],
    systems: municipality.systems.map(({ business }) => systemId(business)),
  };
}

const nameOf = ({ prefecture, name, codeIsDerived }: NationalMunicipality) =>
  text(`${prefecture}${name}`, `${prefecture}${name}${codeIsDerived ? ' (code made up)' : ''}`);
