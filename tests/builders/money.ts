// Budgets, estimates, contracts and papers for tests: one builder per noun.
import type { MigrationDefinition, Path } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import { definition } from './migration.ts';

/** The small path with these rules of money and law. */
export function ruled(rules: Pick<Path, 'money' | 'legal'>): MigrationDefinition {
  const of = definition();
  return { ...of, path: { ...of.path, ...rules } };
}

export const paper = {
  kind: 'other',
  title: '書類',
  sha256: 'c'.repeat(64),
  documentNo: '第1号',
  decidedOn: '2023-11-01',
};

export const vote = (fiscalYear: number, migrationYen: number, over: object = {}): Fact => ({
  type: 'budget.voted',
  fiscalYear,
  migrationYen,
  operationYen: 0,
  ...over,
});

export const obligation = (limits: Record<number, number>, over: object = {}): Fact => ({
  type: 'obligation.voted',
  no: 1,
  matter: '標準準拠システム構築委託',
  startOn: '2023-11',
  endOn: '2026-03',
  limits: yearly(limits),
  ...over,
});

export const yearly = (amounts: Record<number, number>) =>
  Object.entries(amounts).map(([year, amountYen]) => ({ fiscalYear: Number(year), amountYen }));

const sum = (amounts: Record<number, number>) => Object.values(amounts).reduce((all, yen) => all + yen, 0);

export const contract = (amounts: Record<number, number>, over: object = {}): Fact => ({
  type: 'contract.recorded',
  vendor: '甲社',
  amounts: yearly(amounts),
  totalYen: sum(amounts),
  continuesInto: [],
  ...over,
});

export const amendment = (no: number, amounts: Record<number, number>, over: object = {}): Fact => ({
  type: 'contract.amended',
  no,
  amounts: yearly(amounts),
  totalYen: sum(amounts),
  continuesInto: [],
  reason: '連携方式の変更',
  ...over,
});

export const estimate = (no: number, migrationYen: number, over: object = {}): Fact => ({
  type: 'estimate.recorded',
  no,
  estimateKind: 'rough',
  vendor: '甲社',
  costs: [{ fiscalYear: 2024, migrationYen, operationYen: 0 }],
  evidence: paper,
  ...over,
});
