// A system's money as it is shown: what is kept of it, by subject, with what follows from it.
import { coverOf } from '../../../machines/migration/budget/cover.ts';
import { changeOf } from '../../../machines/migration/budget/voted.ts';
import { contractNow, contractVersions, terminationOf } from '../../../machines/migration/contract/now.ts';
import { comparedWith, sumsOf, varianceBetween } from '../../../machines/migration/estimates/rules.ts';
import { NOTED, type Note, noteAt, notesOf } from '../../../machines/migration/noted/noted.ts';
import { amountOfMatter } from '../../../machines/migration/procurement/amount-of-matter.ts';
import type { MigrationContext } from '../../../machines/migration/state.ts';
import { choiceText } from '../../../texts/choices.ts';
import type { EstimateView, MoneyView } from '../../contract/ends/money.ts';

export function moneyView(context: MigrationContext): MoneyView {
  return {
    budgets: budgets(context),
    obligations: notesOf(context, NOTED.obligation).map(({ no, matter, startOn, endOn, limits, on }) => {
      return { no, matter, startOn, endOn, limits, on };
    }),
    estimates: estimateViews(context),
    requests: notesOf(context, NOTED.request).map(
      ({ phase: _phase, by: _by, limits = [], payments = null, note = null, ...request }) => {
        return { ...request, limits, payments, note };
      },
    ),
    votes: notesOf(context, NOTED.councilVote).map(({ no, bill, totalYen, vote, on }) => {
      return { no, bill, totalYen, rejected: vote === 'rejected', on };
    }),
    contract: contract(context),
    matterYen: amountOfMatter(context),
  };
}

const PARTS = {
  requested: NOTED.budgetRequested,
  assessed: NOTED.budgetAssessed,
  voted: NOTED.budgetVoted,
} as const;

function budgets(context: MigrationContext): MoneyView['budgets'] {
  const keys = Object.values(PARTS).flatMap((type) => Object.keys(context.noted?.[type] ?? {}));
  const part = (type: (typeof PARTS)[keyof typeof PARTS], key: string) => {
    const note = noteAt(context, type, key);
    return note ? { ...changeOf(note), on: note.on } : null;
  };
  return [...new Set(keys)]
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((key) => {
      const [year, supplement] = key.split('/').map(Number);
      return {
        fiscalYear: year ?? 0,
        supplement: supplement || null,
        requested: part(PARTS.requested, key),
        assessed: part(PARTS.assessed, key),
        voted: part(PARTS.voted, key),
      };
    });
}

export const paperOf = ({ evidence }: { evidence?: Note<typeof NOTED.estimate>['evidence'] }) =>
  evidence
    ? {
        title: evidence.title,
        sha256: evidence.sha256,
        documentNo: evidence.documentNo,
        decidedOn: evidence.decidedOn,
      }
    : null;

export const estimateViews = (context: Pick<MigrationContext, 'noted'>): EstimateView[] =>
  notesOf(context, NOTED.estimate).map((estimate) => {
    const before = comparedWith(context, estimate);
    return {
      no: estimate.no,
      kind: estimate.estimateKind,
      kindLabel: choiceText('estimateKind', estimate.estimateKind),
      vendor: estimate.vendor,
      costs: estimate.costs,
      ...sumsOf(estimate.costs),
      on: estimate.on,
      evidence: paperOf(estimate),
      reason: estimate.reason ?? null,
      against: before ? { no: before.no, variance: varianceBetween(before.costs, estimate.costs) } : null,
    };
  });

function contract(context: MigrationContext): MoneyView['contract'] {
  const now = contractNow(context);
  if (!now) return null;
  const ended = terminationOf(context);
  return {
    contractType: context.contract?.contractType ?? null,
    versions: contractVersions(context),
    terminated: ended ? { on: ended.on, paidYen: ended.paidYen ?? null, reason: ended.reason } : null,
    cover: now.amounts.map(({ fiscalYear, amountYen }) => {
      const { votedYen = null, limitYen = null } = coverOf(context, fiscalYear);
      return { fiscalYear, amountYen, votedYen, limitYen };
    }),
  };
}
