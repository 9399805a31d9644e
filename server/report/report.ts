// The ward's report as tables: a pure function of where the programme and its migrations stood on a day. Every figure
// comes from their snapshots. Knows neither the ledger that found them nor how the tables are printed.
import { contractNow } from '../../machines/migration/contract/now.ts';
import { slipLines } from '../../machines/migration/deadlines/slips.ts';
import { standing } from '../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { Report } from '../contract/reports/tables.ts';
import type { Setting } from '../contract/values.ts';
import { exceeds, sumByFiscalYear } from './figures.ts';
import { budgetRows, estimateRows, obligationRows, versionRows } from './money/rows.ts';
import { notesOf } from './notes.ts';
import { progressOf } from './progress.ts';
import type { ReportedMigration } from './reported-migration.ts';
import { hasYear, isWithin, type Period } from './tables/period.ts';

export interface ReportInput {
  definition: ProgrammeDefinition;
  snapshot: ProgrammeSnapshot;
  /** One per system of the programme, each as of the data day; the order of the definition is restored here. */
  migrations: readonly ReportedMigration[];
  setting: Setting;
  /** What happened within it is told; left out: all of it. */
  period?: Period | null;
}

/** The report made on the programme's today, of the data as of the setting's day (today where none was asked for). */
export function reportOf({ definition, snapshot, migrations, setting, period = null }: ReportInput): Report {
  const ordered = inProgrammeOrder(definition, migrations);
  const contracts = ordered.flatMap(contractRow);
  const counted = ordered.filter(({ definition: one }) => !isCountedElsewhere(one));
  return {
    setting,
    reportOn: setting.today,
    dataOn: setting.asOf ?? setting.today,
    period,
    occurrences: occurrences(snapshot, period),
    meetings: meetings(definition, snapshot).filter(({ fiscalYear }) => hasYear(period, fiscalYear)),
    progress: progressOf(definition, ordered),
    passed: period ? ordered.flatMap((migration) => passedIn(migration, period)) : [],
    selections: ordered.flatMap(selectionRow),
    contracts,
    contractSums: sumByFiscalYear(contracts),
    budgets: counted.flatMap(budgetRows),
    obligations: counted.flatMap(obligationRows),
    estimates: counted.flatMap(estimateRows),
    contractVersions: counted.flatMap(versionRows),
    special: ordered.flatMap(specialRow),
    slips: ordered.flatMap(slipRows),
    notes: notesOf(definition, ordered, setting),
  };
}

function inProgrammeOrder(
  { systems }: ProgrammeDefinition,
  migrations: readonly ReportedMigration[],
): ReportedMigration[] {
  const place = (migration: ReportedMigration) => systems.indexOf(migration.definition.system.id);
  return [...migrations].sort((a, b) => place(a) - place(b));
}

function occurrences({ context }: ProgrammeSnapshot, period: Period | null): Report['occurrences'] {
  return [...context.occurrences]
    .sort((a, b) => a.on.localeCompare(b.on))
    .filter(({ on, endedOn }) => isWithin(period, on, endedOn ?? null))
    .map(({ id, on, endedOn, title, kind, source }) => ({
      id: id ?? null,
      on,
      endedOn: endedOn ?? null,
      title,
      kind,
      source: source ?? null,
    }));
}

function meetings(definition: ProgrammeDefinition, { context }: ProgrammeSnapshot): Report['meetings'] {
  return Object.entries(context.meetings)
    .map(([key, { count, on }]) => {
      const [body = '', year = ''] = key.split('/');
      const label = definition.bodies.find(({ id }) => id === body)?.label ?? { ja: body, en: body };
      return { body, label, fiscalYear: Number(year), count, on };
    })
    .sort((a, b) => a.body.localeCompare(b.body) || a.fiscalYear - b.fiscalYear);
}

/** In the order of the path. */
const passedIn = ({ definition, snapshot }: ReportedMigration, period: Period): Report['passed'] =>
  definition.path.phases.flatMap(({ id: phase, label }) => {
    const on = snapshot.context.passed[phase]?.on;
    const { id: system, name } = definition.system;
    return on !== undefined && isWithin(period, on) ? [{ system, name, phase, label, on }] : [];
  });

/** What was split or merged has its figures counted by the one that has them now. */
const isCountedElsewhere = ({ system }: ReportedMigration['definition']): boolean =>
  system.retired?.figures !== undefined;

function selectionRow({ definition, snapshot }: ReportedMigration): Report['selections'] {
  const { selection } = snapshot.context;
  if (selection === null || isCountedElsewhere(definition)) return [];
  const { candidate, technical, price, total, printedTotal, outOf, method, applicants } = selection;
  const { id: system, name } = definition.system;
  const rounded = exceeds(total, printedTotal) || exceeds(printedTotal, total);
  return [
    { system, name, candidate, technical, price, total, printedTotal, rounded, outOf, method, applicants },
  ];
}

function contractRow({ definition, snapshot }: ReportedMigration): Report['contracts'] {
  const { contract } = snapshot.context;
  if (contract === null || isCountedElsewhere(definition)) return [];
  const { vendor } = contract;
  const { amounts, totalYen, continuesInto } = contractNow(snapshot.context) ?? contract;
  const { id: system, name } = definition.system;
  return [{ system, name, vendor, amounts, totalYen, continuesInto }];
}

const slipRows = ({ definition, snapshot }: ReportedMigration): Report['slips'] =>
  slipLines(definition, snapshot.context).map((slip) => {
    return { ...slip, system: definition.system.id, name: definition.system.name };
  });

function specialRow({ definition, snapshot }: ReportedMigration): Report['special'] {
  const { regime } = standing(snapshot);
  if (regime === 'standard') return [];
  const { special } = snapshot.context;
  const { id: system, name } = definition.system;
  return [
    {
      system,
      name,
      regime,
      scope: special?.scope ?? null,
      reasonTypes: special?.reasonTypes ?? [],
      completionOn: special?.completionOn ?? null,
      pendingOn: special?.pending?.on ?? null,
    },
  ];
}
