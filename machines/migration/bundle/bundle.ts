// 決裁の対象: everything that a decider of a gate decides on, part by part; decided.ts makes it one digest. What the gate does not rest on is not of it, and what is
// missing adds nothing: so it only grows while nobody takes anything away.

import type { Condition } from '../../definition/definition.ts';
import { canonical } from '../../record/entry.ts';
import type { Case } from '../act.ts';
import { amountIn, matterOf } from '../authority/power.ts';
import { type AskedFact, closes } from '../gate/basis.ts';
import { NOTED, type NotedType } from '../noted/noted.ts';
import { phaseOf } from '../phases.ts';
import type { MigrationContext } from '../state.ts';

/** What it is made of, by place: `paper/<sha256>`, `fact/contractRecorded`, `step/⑮-2/住民基本台帳`; each value is canonical JSON. */
export type Bundle = Readonly<Record<string, string>>;

type Seen = Pick<Case, 'definition' | 'context' | 'here'>;
type Parts = [place: string, value: unknown][];

function paperParts({ context, here }: Seen): Parts {
  return (context.evidence[here.id] ?? []).map(({ by: _by, on: _on, ...paper }) => [
    ['paper', paper.sha256, paper.kind, paper.documentNo, paper.title].join('/'),
    paper,
  ]);
}

/** Every fact of some kinds that stands beside the path. */
const noted =
  (...types: NotedType[]) =>
  (context: MigrationContext): [string, unknown][] =>
    types.flatMap((type) =>
      Object.entries(context.noted?.[type] ?? {}).map(([key, note]): [string, unknown] => [
        `/${type}/${key}`,
        note,
      ]),
    );

const facts: Record<AskedFact, (context: MigrationContext) => [string, unknown][]> = {
  budgetVoted: (context) => [
    ...Object.entries(context.budgets).map(([year, on]): [string, unknown] => [`/${year}`, on]),
    ...noted(NOTED.budgetVoted)(context),
  ],
  selectionRecorded: ({ selection }) => (selection ? [['', selection]] : []),
  contractRecorded: (context) => [
    ...(context.contract ? [['', context.contract] as [string, unknown]] : []),
    ...noted(NOTED.amendment, NOTED.termination)(context),
  ],
  wentLive: ({ live }) => (live ? [['', live]] : []),
  dataConforms: ({ conforms }) => (conforms?.data ? [['', conforms.data]] : []),
  linkageConforms: ({ conforms }) => (conforms?.linkage ? [['', conforms.linkage]] : []),
  obligationVoted: noted(NOTED.obligation),
  estimateRecorded: noted(NOTED.estimate),
  contractRequested: noted(NOTED.request),
  piaDone: noted(NOTED.piaJudged, NOTED.piaCommented, NOTED.piaAdvanced),
  ordinancesPromulgated: noted(NOTED.ordinance),
  ordinancesInForce: noted(NOTED.ordinance),
  rehearsalPassed: noted(NOTED.rehearsal),
  readinessJudged: noted(NOTED.criterion, NOTED.finding, NOTED.judgement),
  stabilised: noted(NOTED.stabilisation, NOTED.stabilised, NOTED.incident, NOTED.incidentClosed),
};

function stepParts({ context }: Seen, steps: readonly string[]): Parts {
  return Object.entries(context.steps).flatMap(([business, statuses]) =>
    steps.flatMap((step): Parts => {
      const status = statuses[step];
      const reason = context.stepReasons[business]?.[step] ?? null;
      return closes(status) ? [[`step/${step}/${business}`, { status, reason }]] : [];
    }),
  );
}

function conditionParts(seen: Seen, condition: Condition): Parts {
  const { context } = seen;
  switch (condition.kind) {
    case 'evidence':
      return [];
    case 'milestone': {
      const key = `${condition.system}/${condition.milestone}`;
      const on = context.milestones[key];
      const waived = context.waived[key]?.complete === true ? context.waived[key] : undefined;
      return (on ?? waived) ? [[`milestone/${key}`, on ?? waived]] : [];
    }
    case 'steps':
      return stepParts(seen, condition.steps);
    case 'fact':
      return facts[condition.fact](context).map(([part, value]) => [`fact/${condition.fact}${part}`, value]);
  }
}

/** Who decides alone follows from the amount, so that it is of what they decide on. */
function amountParts({ definition, context, here }: Seen): Parts {
  const amount = matterOf(definition, here.gate) ? amountIn(context) : null;
  return amount ? [['amount', amount]] : [];
}

/** What the gate asks as it is written, its table with it; its words and who supplies may be put otherwise. */
function gateParts({ definition, here }: Seen): Parts {
  const { gate } = phaseOf(definition, here.id);
  if (!gate) return [];
  const asked = gate.conditions.map(({ label: _label, who: _who, ...condition }) => condition);
  const powers = matterOf(definition, gate)?.powers ?? null;
  return [['gate', { id: gate.id, approvals: gate.approvals, order: gate.order ?? null, asked, powers }]];
}

export function bundleOf(seen: Seen): Bundle {
  const conditions = seen.here.gate?.conditions ?? [];
  const parts = [
    ...gateParts(seen),
    ...paperParts(seen),
    ...conditions.flatMap((condition) => conditionParts(seen, condition)),
    ...amountParts(seen),
  ];
  return Object.fromEntries(parts.map(([place, value]) => [place, canonical(value)]));
}

/** Places of one that are not in another, or otherwise. */
export const goneFrom = (before: Bundle, after: Bundle): string[] =>
  Object.keys(before).filter((place) => after[place] !== before[place]);

export interface BundleChange {
  place: string;
  was: string | null;
  now: string | null;
}

/** What is otherwise in a later one. */
export function changesBetween(before: Bundle, after: Bundle): BundleChange[] {
  const places = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return places
    .map((place) => ({ place, was: before[place] ?? null, now: after[place] ?? null }))
    .filter(({ was, now }) => was !== now);
}
