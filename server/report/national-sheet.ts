// The national sheet: the 20 businesses (and 共通機能 beside them) × the 40 steps with their four statuses and the
// official rates. 対象外 counts as completed and is never live. Pure; knows no file format.
import { partOfBusiness, type StepStatus } from '../../machines/definition/definition.ts';
import {
  countsFor,
  mergeSteps,
  permille,
  tallySteps,
} from '../../machines/migration/steps/national-steps.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import type { NationalSheet } from '../contract/planning/national-sheet.ts';
import type { Setting } from '../contract/values.ts';
import { namedNationalSteps } from './national-step-names.ts';
import type { ReportedMigration } from './reported-migration.ts';

type Row = NationalSheet['rows'][number];

/** Listed by デジタル庁 beside the 20 businesses of the law, and outside every national figure. */
const BESIDE_THE_TWENTY = '共通機能';

export interface SheetInput {
  definition: ProgrammeDefinition;
  migrations: readonly Pick<ReportedMigration, 'definition' | 'snapshot'>[];
  setting: Setting;
}

export function nationalSheetOf({ definition, migrations, setting }: SheetInput): NationalSheet {
  const rows = [...definition.businesses]
    .sort((a, b) => Number(a.name === BESIDE_THE_TWENTY) - Number(b.name === BESIDE_THE_TWENTY))
    .map((business) => rowOf(business, migrations));
  return {
    setting,
    steps: [...namedNationalSteps],
    rows,
    total: totalOf(rows),
  };
}

function rowOf(
  { name: business, applies, reason }: ProgrammeDefinition['businesses'][number],
  migrations: SheetInput['migrations'],
): Row {
  const carriers = migrations.filter(({ definition }) => countsFor(business, definition));
  const parts = carriers.map(({ snapshot }) => snapshot.context.steps[business] ?? {});
  const statuses = applies ? mergeSteps(parts.length > 0 ? parts : [{}]) : notApplicable();
  const tally = tallySteps(statuses);
  return {
    business,
    applies,
    reason: reason ?? null,
    systems: applies ? carriers.map(({ definition }) => definition.system.id) : [],
    parts: Object.fromEntries(
      carriers.flatMap(({ definition: { system } }) => {
        const part = partOfBusiness(system, business);
        return applies && part !== null ? [[system.id, part]] : [];
      }),
    ),
    statuses,
    completedPermille: permille(tally.completed),
    inProgressPermille: permille(tally.inProgress),
    notStartedPermille: permille(tally.notStarted),
    denominator: nationalSteps.length,
    counted: business !== BESIDE_THE_TWENTY,
    live: applies && tally.live,
  };
}

function notApplicable(): Record<string, StepStatus> {
  return Object.fromEntries(nationalSteps.map((step) => [step, 'notApplicable' as const]));
}

function totalOf(rows: readonly Row[]): NationalSheet['total'] {
  const counted = rows.filter((row) => row.counted);
  const tallies = counted.map((row) => tallySteps(row.statuses));
  const sum = (pick: (tally: (typeof tallies)[number]) => number) =>
    tallies.reduce((all, tally) => all + pick(tally), 0);
  return {
    businesses: counted.length,
    denominator: counted.reduce((all, row) => all + row.denominator, 0),
    completed: sum((tally) => tally.completed),
    inProgress: sum((tally) => tally.inProgress),
    notStarted: sum((tally) => tally.notStarted),
    live: counted.filter((row) => row.live).length,
  };
}
