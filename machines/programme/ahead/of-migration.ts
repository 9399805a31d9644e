// What ages in one migration: a decision that is awaited, a date that is 未定, papers that its gate will ask for. Of one that is held or
// over nothing does.
import { tallies } from '../../decision/tally.ts';
import type { MigrationDefinition, Phase } from '../../definition/definition.ts';
import { phaseNow } from '../../migration/authority/power.ts';
import { unmet } from '../../migration/gate/conditions.ts';
import { reviewersNext } from '../../migration/gate/reviewers.ts';
import { withoutRecused } from '../../migration/gate/work-ahead.ts';
import { unmetProvisos } from '../../migration/provisos/proviso.ts';
import { isOver, type MigrationContext, type MigrationSnapshot, standing } from '../../migration/state.ts';
import { latestDay } from '../../values/date.ts';
import type { Work } from '../transfer/foresee.ts';
import type { Matter } from './matter.ts';
import { stagesAhead } from './rfp-stages.ts';

interface Here {
  definition: MigrationDefinition;
  context: MigrationContext;
  here: Phase;
}

const goesOn = (definition: MigrationDefinition, snapshot: MigrationSnapshot): boolean => {
  const { activity } = standing(snapshot);
  return activity === 'active' && !isOver(definition, activity);
};

export function mattersOf(definition: MigrationDefinition, snapshot: MigrationSnapshot): Matter[] {
  if (!goesOn(definition, snapshot)) return [];
  const { phase, stage } = standing(snapshot);
  const { context } = snapshot;
  const at = { definition, context, here: phaseNow(definition, context, phase) };
  return [
    ...(stage === 'underReview' ? reviewed(at) : []),
    ...(stage === 'goingBack' ? goingBack(at) : []),
    ...(stage === 'working' ? supplies(at) : []),
    ...provisos(at),
    ...undated(at),
    ...measures(at),
    ...rfpStages(at),
  ];
}

/** Counted anew with each voice: whose turn it is has then been so since that day. */
function reviewed({ definition, context, here }: Here): Matter[] {
  const { submission, approvals } = context;
  if (!submission) return [];
  const days = [submission, ...approvals].map(({ on }) => latestDay(on)).sort();
  const bodies = reviewersNext(here, definition, context);
  const since = days.at(-1) ?? latestDay(submission.on);
  const { label: phase } = here;
  const of = { system: definition.system.id, phase, by: submission.account };
  return bodies.length === 0 ? [] : [{ code: 'review', stage: 'underReview', ...of, bodies, since }];
}

function goingBack({ definition, context, here }: Here): Matter[] {
  const { goingBack: proposed } = context;
  if (!proposed) return [];
  const days = [proposed, ...proposed.votes].map(({ on }) => latestDay(on)).sort();
  const since = days.at(-1) ?? latestDay(proposed.on);
  const bodies = definition.path.control.goBack.approve;
  const of = { system: definition.system.id, phase: here.label, by: proposed.account };
  return [{ code: 'review', stage: 'goingBack', ...of, bodies, since }];
}

/** A milestone is another system's to reach. */
function supplies({ definition, context, here }: Here): Matter[] {
  const planned = context.plan[here.id];
  if (!planned) return [];
  return (here.gate?.conditions ?? [])
    .filter(({ kind }) => kind !== 'milestone')
    .filter((condition) => unmet(condition, here.id, { definition, context }) !== null)
    .map(({ label, hard, who }) => {
      const of = { system: definition.system.id, phase: here.label, posts: who };
      return { code: 'supply', ...of, label, hard, on: latestDay(planned.endOn) };
    });
}

/** Until it is met, past its day too. */
const provisos = ({ definition, context }: Here): Matter[] =>
  unmetProvisos(context).map(({ voice, proviso: { id: proviso, text: words, owner, dueOn: on } }) => {
    const { id: system } = definition.system;
    return { code: 'proviso', system, proviso, words, owner, body: voice.body, on };
  });

function undated({ definition, context }: Here): Matter[] {
  const { special, live } = context;
  if (special === null || special.completionOn !== null || live !== null) return [];
  const { id: system } = definition.system;
  return [{ code: 'undated', system, posts: definition.path.control.regime, since: latestDay(special.on) }];
}

/** Functions that follow later, whether the system is live or not. */
function measures({ definition, context }: Here): Matter[] {
  const posts = definition.path.control.regime;
  const { id: system } = definition.system;
  return Object.entries(context.measures ?? {}).flatMap(([name, { until, endedOn }]) =>
    endedOn ? [] : [{ code: 'measure', system, function: name, posts, until }],
  );
}

const rfpStages = ({ definition, context }: Here): Matter[] =>
  stagesAhead(definition, context).map((ahead) => ({
    code: 'rfpStage',
    system: definition.system.id,
    ...ahead,
  }));

/** Whom it waits for today, and since when; null where it waits for nobody. */
export function waitingNow(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
): (Work & { since: string }) | null {
  if (!goesOn(definition, snapshot)) return null;
  const { phase, stage } = standing(snapshot);
  const { context } = snapshot;
  const here = phaseNow(definition, context, phase);
  // Whoever has decided is free for nothing more here.
  const decided = context.approvals.map(({ account }) => account);
  const of = { system: definition.system.id, phase, drafters: [...context.drafters, ...decided] };
  if (stage === 'working' && here.gate) {
    const since = latestDay(context.days[phase]?.entered ?? context.begunOn);
    return { ...of, owners: here.owners, approvals: [], since };
  }
  const [review] = stage === 'underReview' ? reviewed({ definition, context, here }) : [];
  if (review?.code !== 'review' || !here.gate) return null;
  const approvals = tallies(here.gate, definition.bodies, context.approvals)
    .filter(({ body }) => review.bodies.includes(body))
    .map(({ body, quorum, have }) => ({
      phase,
      body,
      quorum: quorum - have.length,
      ...withoutRecused(context, phase, body),
    }));
  return { ...of, owners: [], approvals, since: review.since };
}
