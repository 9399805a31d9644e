// One migration whole: where it stands, its schedule, chart, deadlines, decisions and what was recorded of it.

import { boardRow } from '../../ledger/models/rows.ts';
import type { Text } from '../../machines/definition/definition.ts';
import { requirement } from '../../machines/migration/conformity/shape.ts';
import { contractNow } from '../../machines/migration/contract/now.ts';
import { reportsSteps } from '../../machines/migration/phases.ts';
import type { Hidden } from '../../machines/migration/procurement/disclosure.ts';
import type { MigrationContext } from '../../machines/migration/state.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import { type Names, namesOf } from '../../texts/names.ts';
import { undisclosedUntil } from '../../texts/undisclosed-texts.ts';
import type { SystemView } from '../contract/migrations/system.ts';
import type { Setting } from '../contract/values.ts';
import { seenBy, shownOf, undisclosedWords } from '../door/disclosing.ts';
import type { Lineage } from '../door/lineage.ts';
import type { Returned } from '../door/returned.ts';
import type { State } from '../door/state.ts';
import { namedNationalSteps } from '../report/national-step-names.ts';
import { boardRowView } from './board-row-view.ts';
import { chartView } from './chart-view.ts';
import { explained, explainedView } from './deadline-view.ts';
import { provisosShown, recusalsShown } from './decisions-view.ts';
import { legalView } from './ends/legal-view.ts';
import { moneyView } from './ends/money-view.ts';
import { lineageView } from './lineage-view.ts';
import { decisionView, personView, phaseViews } from './phase-view.ts';

export interface SystemInput {
  state: State;
  programme: ProgrammeDefinition;
  systems: ReadonlyMap<string, Text>;
  setting: Setting;
  returned: Returned | null;
  /** Phases whose files are not shown to the reader. */
  hidden: Hidden;
  lineage: Lineage;
}

export function systemView(input: SystemInput): SystemView {
  const { state, programme, systems, setting, returned, hidden, lineage } = input;
  const { definition, snapshot, head } = state;
  const shown = shownOf(state, hidden).snapshot;
  const { context } = shown;
  const today = setting.asOf ?? setting.today;
  const names = namesOf(definition, systems);
  const row = boardRow(definition, snapshot, head);
  return {
    setting,
    row: boardRowView({ row, definition, programme, systems, today }),
    lineage: lineageView(state, lineage, names),
    phases: phaseViews(definition, shown, names, ({ id }) =>
      hidden.has(id) ? undisclosedUntil(seenBy(state, id), names) : null,
    ),
    chart: chartView(definition, snapshot),
    deadlines: row.summary.deadlines.map((deadline) =>
      explainedView(deadline, today, explained(state, deadline.deadline, systems)),
    ),
    ...decisions(context, names),
    provisos: provisosShown(shown, names, hidden),
    recused: recusalsShown(shown, names, hidden),
    returned: returned && {
      ...personView(returned, names),
      reason: hidden.has(row.summary.phase) ? undisclosedWords : returned.reason,
      on: returned.on,
    },
    ...agreements(context),
    money: moneyView(context),
    ends: legalView({ definition, context }),
    steps: context.steps,
    stepReasons: context.stepReasons,
    nationalSteps: reportsSteps(definition.path) ? [...namedNationalSteps] : [],
    head,
    assumptions: assumptions(state),
  };
}

function decisions(context: MigrationContext, names: Names) {
  const { submission, approvals, goingBack, cancellation, pause } = context;
  return {
    submission: submission && {
      ...personView(submission, names),
      on: submission.on,
      note: submission.note ?? null,
    },
    approvals: approvals.map((approval) => ({ ...decisionView(approval, names), body: approval.body })),
    goingBack: goingBack && {
      ...personView(goingBack, names),
      to: goingBack.to,
      toLabel: names.phase(goingBack.to),
      reason: goingBack.reason,
      on: goingBack.on,
    },
    cancellation: cancellation && {
      ...personView(cancellation, names),
      reason: cancellation.reason,
      on: cancellation.on,
    },
    pause: pause && { on: pause.on, reason: pause.reason, by: personView(pause.by, names) },
  };
}

function agreements(context: MigrationContext) {
  const { special, conforms = {}, measures = {}, selection, contract } = context;
  const now = contractNow(context);
  return {
    conforms: requirement.options.flatMap((one) => {
      const shown = conforms[one];
      if (!shown) return [];
      const { title, documentNo } = shown.evidence;
      return [{ requirement: one, on: shown.on, title, documentNo }];
    }),
    measures: Object.entries(measures).map(([name, { until, basis, on, endedOn }]) => ({
      function: name,
      until,
      basis,
      on,
      endedOn: endedOn ?? null,
    })),
    special: special && {
      reasonTypes: special.reasonTypes,
      scope: special.scope ?? null,
      completionOn: special.completionOn,
      basis: special.basis ?? null,
      pending: special.pending ?? null,
      on: special.on,
    },
    selection: selection && {
      candidate: selection.candidate,
      technical: selection.technical,
      price: selection.price,
      total: selection.total,
      printedTotal: selection.printedTotal,
      method: selection.method,
      applicants: selection.applicants,
      on: selection.on,
    },
    // As it is now: `money` has every version.
    contract: contract && {
      vendor: contract.vendor,
      amounts: now?.amounts ?? contract.amounts,
      totalYen: now?.totalYen ?? contract.totalYen,
      continuesInto: now?.continuesInto ?? contract.continuesInto,
      on: contract.on,
    },
  };
}

/** What stands here although no source says it, each once. */
function assumptions({ definition, snapshot }: State): string[] {
  const { path, deadlines, bodies } = definition;
  const named = [
    ...path.phases.map(({ gate }) => gate),
    ...deadlines,
    ...bodies,
    ...Object.values(snapshot.context.plan),
  ];
  return [...new Set(named.flatMap((part) => part?.assumed ?? []))];
}
