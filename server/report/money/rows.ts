// A report's rows on money: budgets with what contracts take of them, versions of estimates, versions of contracts. From snapshots alone.
import { coverOf } from '../../../machines/migration/budget/cover.ts';
import { changeYen } from '../../../machines/migration/budget/voted.ts';
import { contractNow, contractVersions, terminationOf } from '../../../machines/migration/contract/now.ts';
import { NOTED, notesOf } from '../../../machines/migration/noted/noted.ts';
import type { Report } from '../../contract/reports/tables.ts';
import { estimateViews } from '../../views/ends/money-view.ts';
import type { ReportedMigration } from '../reported-migration.ts';

const named = ({ definition }: ReportedMigration) => ({
  system: definition.system.id,
  name: definition.system.name,
});

/** Years of which an amount is recorded: asked for, assessed, voted, or limited by a 債務負担行為. */
export function budgetRows(migration: ReportedMigration): Report['budgets'] {
  const { context } = migration.snapshot;
  const sum = (type: typeof NOTED.budgetRequested | typeof NOTED.budgetAssessed, year: number) => {
    const notes = notesOf(context, type).filter(({ fiscalYear }) => fiscalYear === year);
    return notes.length === 0 ? null : notes.reduce((all, note) => all + changeYen(note), 0);
  };
  const years = [
    ...[NOTED.budgetRequested, NOTED.budgetAssessed, NOTED.budgetVoted].flatMap((type) =>
      notesOf(context, type).map(({ fiscalYear }) => fiscalYear),
    ),
    ...notesOf(context, NOTED.obligation).flatMap(({ limits }) => limits.map(({ fiscalYear }) => fiscalYear)),
  ];
  const contract = contractNow(context);
  return [...new Set(years)]
    .sort((a, b) => a - b)
    .map((fiscalYear) => {
      const { votedYen = null, limitYen = null } = coverOf(context, fiscalYear);
      return {
        ...named(migration),
        fiscalYear,
        requestedYen: sum(NOTED.budgetRequested, fiscalYear),
        assessedYen: sum(NOTED.budgetAssessed, fiscalYear),
        votedYen,
        limitYen,
        contractYen: contract?.amounts.find((one) => one.fiscalYear === fiscalYear)?.amountYen ?? null,
      };
    });
}

export const obligationRows = (migration: ReportedMigration): Report['obligations'] =>
  notesOf(migration.snapshot.context, NOTED.obligation).flatMap(
    ({ no, matter, startOn, endOn, on, limits }) =>
      limits.map(({ fiscalYear, amountYen: limitYen }) => {
        return { ...named(migration), no, matter, startOn, endOn, on, fiscalYear, limitYen };
      }),
  );

export const estimateRows = (migration: ReportedMigration): Report['estimates'] =>
  estimateViews(migration.snapshot.context).map((estimate) => ({ ...named(migration), ...estimate }));

/** One that says no more than it was made is in the table of contracts. */
export function versionRows(migration: ReportedMigration): Report['contractVersions'] {
  const { context } = migration.snapshot;
  const versions = contractVersions(context);
  const terminatedOn = terminationOf(context)?.on ?? null;
  const isPlain = versions.length < 2 && terminatedOn === null && !versions[0]?.decidedOn;
  return isPlain ? [] : versions.map((version) => ({ ...named(migration), ...version, terminatedOn }));
}
