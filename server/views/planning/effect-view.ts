// What an act would do to the days of its system and of those that wait for it: played on the state as it stands, recorded nowhere.
import type { PastState } from '../../../ledger/past/past.ts';
import { waitsAmong } from '../../../machines/definition/awaiting.ts';
import type { Text } from '../../../machines/definition/definition.ts';
import type { StampedEvent } from '../../../machines/migration/event.ts';
import { cautions } from '../../../machines/migration/migration.ts';
import { migrationPlayable } from '../../../machines/migration/playable.ts';
import { standing } from '../../../machines/migration/state.ts';
import { decideOne } from '../../../machines/play/decide.ts';
import type { Collision } from '../../../machines/programme/vendors/collisions.ts';
import type { Planned } from '../../../machines/programme/vendors/cut-over.ts';
import { latestDay } from '../../../machines/values/date.ts';
import { cautionText } from '../../../texts/acts/caution-texts.ts';
import { namesOf } from '../../../texts/names.ts';
import { refusalView } from '../../../texts/refusals/refusal-texts.ts';
import { collisionText } from '../../../texts/vendor-texts.ts';
import type { EffectView } from '../../contract/planning/schedule.ts';
import type { Setting } from '../../contract/values.ts';
import { hiddenPhases, seenBy, shownOf, shownRefusals } from '../../door/disclosing.ts';
import type { Viewer } from '../../http/request.ts';

export interface EffectInput {
  system: string;
  states: readonly PastState[];
  event: StampedEvent;
  systems: ReadonlyMap<string, Text>;
  setting: Setting;
  viewer: Viewer;
  /** Of a plan that is moved. */
  collisions: readonly Collision[];
}

/** The plan that it moves; null of any other act. */
export const planMoved = ({ fact }: StampedEvent): Planned | null =>
  fact.type === 'plan.changed' ? fact : null;

export function effectView(input: EffectInput): EffectView | null {
  const { system, states, event, systems, setting, viewer, collisions } = input;
  const own = states.find(({ definition }) => definition.system.id === system);
  if (!own) return null;
  const { definition, snapshot } = own;
  const { at, ...submission } = event;
  const decided = decideOne(migrationPlayable(definition), snapshot, submission, Date.parse(at));
  if (decided.status === 'failed') throw decided.error;
  // As the door tells them: a refusal quotes no file that its sender is not shown.
  const hidden = hiddenPhases(viewer, system, own);
  const refusals = shownRefusals(
    decided.status === 'refused' ? decided.refusals : [],
    hidden,
    seenBy(own, standing(snapshot).phase),
  );
  const after = decided.status === 'decided' ? decided.decision.snapshot : snapshot;
  const names = namesOf(definition, systems);
  const moved = definition.deadlines.flatMap(({ id, label }) => {
    const was = snapshot.context.deadlines[id]?.dueOn ?? null;
    const dueOn = after.context.deadlines[id]?.dueOn ?? null;
    return was === dueOn ? [] : [{ deadline: id, label, was, dueOn }];
  });
  const plan = planMoved(event);
  return {
    setting,
    refusals: refusals.map((refusal) => refusalView(refusal, names)),
    moved,
    cautions: cautions(definition, snapshot, event, shownOf(own, hidden).snapshot).map((caution) => ({
      code: caution.code,
      message: cautionText(caution),
    })),
    collisions: collisions.map((one) => collisionText(one, names)),
    dependents: plan ? dependents(states, { ...plan, system }) : [],
  };
}

function dependents(
  states: readonly PastState[],
  moved: { system: string; phase: string; endOn: string },
): EffectView['dependents'] {
  const paths = states.map(({ definition: { system, path } }) => ({ system: system.id, path }));
  const waiting = waitsAmong(paths).filter(
    ({ awaits, announcedBy }) => awaits === moved.system && announcedBy === moved.phase,
  );
  return waiting.flatMap(({ system, phase }) => {
    const state = states.find(({ definition }) => definition.system.id === system);
    const label = state?.definition.path.phases.find(({ id }) => id === phase)?.label;
    if (!state || !label || state.snapshot.context.passed[phase]) return [];
    const endOn = state.snapshot.context.plan[phase]?.endOn ?? null;
    const collides = endOn !== null && latestDay(endOn) < latestDay(moved.endOn);
    return [{ system, name: state.definition.system.name, phase, phaseLabel: label, endOn, collides }];
  });
}
