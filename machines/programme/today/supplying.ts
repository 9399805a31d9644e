// What I may supply: everything that the gate of a system's phase asks for and whose `who` I am, whether or not the phase is mine;
// what approvals ask of me; days that are mine to set; and a phase of mine that lacks nothing any more. Pure.
import { undecidedOf } from '../../deadline/undecided.ts';
import type { Condition, Text } from '../../definition/definition.ts';
import { type FactType, isFactType } from '../../migration/acts.ts';
import { phaseNow } from '../../migration/authority/power.ts';
import { explainOne } from '../../migration/explain.ts';
import { unmet } from '../../migration/gate/conditions.ts';
import { groundOf } from '../../migration/gate/facts.ts';
import { unmetProvisos } from '../../migration/provisos/proviso.ts';
import { isOver, standing } from '../../migration/state.ts';
import type { Actor } from '../../record/submission.ts';
import { canBegin } from './beginning.ts';
import type { Found, Subject } from './line.ts';
import type { Looked, Migration } from './whose.ts';

export function supplies(looked: Looked, migration: Migration, actor: Actor): Found[] {
  const { definition, snapshot } = migration;
  const { activity } = standing(snapshot);
  if (activity !== 'active' || isOver(definition, activity)) return [];
  return [
    ...asked(looked, migration, actor),
    ...ready(looked, migration, actor),
    ...provisos(looked, migration, actor),
    ...days(looked, migration, actor),
  ];
}

/** The act that meets a condition; null where another migration does. */
function meeting(condition: Condition, { definition, snapshot }: Migration): FactType | null {
  switch (condition.kind) {
    case 'evidence':
      return 'evidence.attached';
    case 'steps':
      return 'steps.recorded';
    case 'milestone':
      return null;
    case 'fact': {
      const { cause } = groundOf(condition.fact, { definition, context: snapshot.context });
      return isFactType(cause) ? cause : null;
    }
  }
}

const about = (condition: Condition, phase: Text): Subject => {
  const { label, hard } = condition;
  switch (condition.kind) {
    case 'evidence':
      return { code: 'paper', phase, label, hard, evidence: condition.evidence };
    case 'steps':
      return { code: 'steps', phase, label, hard, steps: condition.steps };
    default:
      return { code: 'fact', phase, label, hard };
  }
};

function asked(looked: Looked, migration: Migration, actor: Actor): Found[] {
  const { definition, snapshot } = migration;
  const { context } = snapshot;
  const { phase } = standing(snapshot);
  const here = phaseNow(definition, context, phase);
  return (here.gate?.conditions ?? []).flatMap((condition): Found[] => {
    if (condition.kind === 'milestone' || !condition.who.includes(actor.post)) return [];
    if (unmet(condition, phase, { definition, context }) === null) return [];
    const type = meeting(condition, migration);
    return [found(looked, migration, actor, { subject: about(condition, here.label), type })];
  });
}

interface Wanted {
  subject: Subject;
  type: FactType | null;
  as?: Readonly<Record<string, unknown>>;
}

function found({ at }: Looked, migration: Migration, actor: Actor, { subject, type, as }: Wanted): Found {
  const { definition, snapshot } = migration;
  const act = type && explainOne(definition, snapshot, { actor, at }, type, as);
  const acts = act && canBegin(act) ? [act.type] : [];
  return { section: 'supply', subject, system: definition.system.id, post: actor.post, acts };
}

/** A phase of mine that lacks nothing of what its gate must have, and is not submitted. */
function ready(looked: Looked, migration: Migration, actor: Actor): Found[] {
  const { definition, snapshot } = migration;
  const { context } = snapshot;
  const { phase, stage } = standing(snapshot);
  const here = phaseNow(definition, context, phase);
  if (stage !== 'working' || !here.owners.includes(actor.post)) return [];
  const lacks = (here.gate?.conditions ?? []).some(
    (condition) => condition.hard && unmet(condition, phase, { definition, context }) !== null,
  );
  if (lacks) return [];
  const made = found(looked, migration, actor, {
    subject: { code: 'submit', phase: here.label },
    type: 'phase.submitted',
  });
  return made.acts.length > 0 ? [made] : [];
}

function provisos(looked: Looked, migration: Migration, actor: Actor): Found[] {
  return unmetProvisos(migration.snapshot.context)
    .filter(({ proviso }) => proviso.owner === actor.post)
    .map(({ proviso: { id, text: words, dueOn } }) =>
      found(looked, migration, actor, {
        subject: { code: 'proviso', proviso: id, words, dueOn },
        type: 'proviso.met',
        as: { proviso: id },
      }),
    );
}

/** Days that nobody has set, and that are mine to set. */
function days(looked: Looked, migration: Migration, actor: Actor): Found[] {
  const { definition, snapshot } = migration;
  return definition.deadlines.flatMap((deadline) => {
    const open = undecidedOf(definition, deadline, snapshot.context);
    if (!open?.setBy.includes(actor.post)) return [];
    const { id, label } = deadline;
    const subject: Subject = { code: 'undecided', deadline: label, id };
    const wanted =
      open.by === 'rule'
        ? { type: 'deadline.set' as const, as: { deadline: id } }
        : { type: 'regime.designated' as const };
    return [found(looked, migration, actor, { subject, ...wanted })];
  });
}
