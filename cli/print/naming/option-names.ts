// What an act's question is called as an option, where that is shorter.
import type { AskedQuestion } from '../../../server/contract/asked.ts';

/** Options that are not called like their question. */
export const SHORTER: Partial<Record<AskedQuestion['name'], string>> = {
  amounts: 'amount',
  costs: 'cost',
  estimateKind: 'kind',
  criterionKind: 'kind',
  limits: 'limit',
  migrationYen: 'migration',
  operationYen: 'operation',
  paidYen: 'paid',
  plannedYen: 'planned',
  priceYen: 'price',
  businesses: 'business',
  completionOn: 'completion',
  continuesInto: 'continues',
  dueOn: 'to',
  endOn: 'end',
  reasonTypes: 'types',
  startOn: 'start',
  statuses: 'set',
  totalYen: 'total',
};

/** Of a field that is no question, or is called alike, its own name. */
export const optionNameOf = (field: string): string =>
  Object.entries(SHORTER).find(([name]) => name === field)?.[1] ?? field;
