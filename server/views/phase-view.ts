// One phase of a path as the schedule and the chart's side panel show it.
import { votesAsked } from '../../machines/decision/quorum.ts';
import { rounds } from '../../machines/decision/tally.ts';
import type { MigrationDefinition, Phase } from '../../machines/definition/definition.ts';
import { asDecided } from '../../machines/migration/authority/power.ts';
import {
  type Decision,
  type MigrationSnapshot,
  type Person,
  standing,
} from '../../machines/migration/state.ts';
import { actingText } from '../../texts/deputy-texts.ts';
import type { Names } from '../../texts/names.ts';
import type { PhaseView } from '../contract/migrations/system.ts';

export function personView(person: Person, names: Names) {
  const { account, name, post } = person;
  return { account, name, post, postLabel: actingText(person, names) };
}

export function decisionView(decision: Decision, names: Names) {
  const { on, note, warnings, bundle } = decision;
  return { ...personView(decision, names), on, note: note ?? null, warnings, bundle: bundle ?? null };
}

export function phaseViews(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  names: Names,
  undisclosed: (phase: Phase) => PhaseView['undisclosed'],
): PhaseView[] {
  const { phases } = definition.path;
  const here = phases.findIndex(({ id }) => id === standing(snapshot).phase);
  return phases.map((phase, index) => ({
    id: phase.id,
    label: phase.label,
    position: index < here ? 'past' : index === here ? 'here' : 'ahead',
    gate: gateView(asDecided(definition, snapshot.context, phase), definition, names),
    owners: phase.owners.map((post) => ({ post, label: names.post(post) })),
    steps: phase.steps,
    announces: phase.announces ?? null,
    ...walked(phase.id, snapshot, names),
    undisclosed: undisclosed(phase),
  }));
}

function gateView(
  { gate }: Phase,
  { bodies }: Pick<MigrationDefinition, 'bodies'>,
  names: Names,
): PhaseView['gate'] {
  if (!gate) return null;
  const { id, label, assumed } = gate;
  const order = rounds(gate).rounds;
  const approvals = gate.approvals.map((asked) => ({
    post: asked.body,
    label: names.post(asked.body),
    quorum: votesAsked(asked, bodies),
    round: 1 + order.findIndex((round) => round.includes(asked.body)),
  }));
  return { id, label, approvals, assumed: assumed ?? null };
}

function walked(phase: string, { context }: MigrationSnapshot, names: Names) {
  const { entered, submitted, left } = context.days[phase] ?? {};
  const plan = context.plan[phase];
  const passed = context.passed[phase];
  return {
    days: { entered: entered ?? null, submitted: submitted ?? null, left: left ?? null },
    plan: plan
      ? {
          startOn: plan.startOn,
          endOn: plan.endOn,
          source: plan.source ?? null,
          assumed: plan.assumed ?? null,
        }
      : null,
    passed: passed
      ? {
          on: passed.on,
          approvals: passed.approvals.map((decision) => decisionView(decision, names)),
          source: passed.source ?? null,
        }
      : null,
    evidence: (context.evidence[phase] ?? []).map((paper) =>
      paper.from === undefined ? paper : { ...paper, fromName: names.system(paper.from) },
    ),
  };
}
