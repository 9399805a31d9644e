// Who really holds up a migration: through everything it waits for in others, to those whose turn it is. Pure.
import type { Condition } from '../../definition/definition.ts';
import { phaseNow } from '../../migration/authority/power.ts';
import { blockers, unmet } from '../../migration/gate/conditions.ts';
import { reviewersNext } from '../../migration/gate/reviewers.ts';
import { isOver, standing } from '../../migration/state.ts';
import type { Holder } from './line.ts';
import type { Migration, Migrations } from './whose.ts';

/** What a gate's last voice waits for, each with whoever holds it; empty where nothing keeps it. */
export function holdersOf(all: Migrations, { definition, snapshot }: Migration): Holder[] {
  return once(hindrances(all, { definition, snapshot }, [definition.system.id]));
}

function hindrances(all: Migrations, one: Migration, seen: readonly string[]): Holder[] {
  const { definition, snapshot } = one;
  const { phase } = standing(snapshot);
  const here = phaseNow(definition, snapshot.context, phase);
  const at = { system: definition.system.id, phase: here.label };
  const hard = (here.gate?.conditions ?? []).filter((condition) => condition.hard);
  const asked = hard.flatMap((condition): Holder[] => {
    const missing = unmet(condition, phase, { definition, context: snapshot.context });
    if (missing === null) return [];
    const who = 'who' in missing.facts ? missing.facts.who : condition.who;
    const own = { ...at, posts: who, by: { code: 'condition', label: condition.label } } as const;
    return condition.kind === 'milestone' ? behind(all, condition, own, seen) : [own];
  });
  return [...asked, ...closedBy(one, at)];
}

/** A milestone that will come is held by whoever keeps the one that announces it; one that cannot come, by whoever may do without it. */
function behind(
  all: Migrations,
  { system }: Extract<Condition, { kind: 'milestone' }>,
  own: Holder,
  seen: readonly string[],
): Holder[] {
  const other = all.get(system);
  if (!other || seen.includes(system) || isGone(other)) return [own];
  return whoHas(all, other, [...seen, system]);
}

const isGone = ({ definition, snapshot }: Migration): boolean =>
  isOver(definition, standing(snapshot).activity);

/** Whose turn it is in a migration that another waits for. */
function whoHas(all: Migrations, one: Migration, seen: readonly string[]): Holder[] {
  const { definition, snapshot } = one;
  const { phase, stage, activity } = standing(snapshot);
  const { control } = definition.path;
  const here = phaseNow(definition, snapshot.context, phase);
  const at = { system: definition.system.id, phase: here.label };
  if (activity === 'onHold') return [{ ...at, posts: control.hold, by: { code: 'paused' } }];
  if (stage === 'goingBack') return [{ ...at, posts: control.goBack.approve, by: { code: 'goingBack' } }];
  const kept = hindrances(all, one, seen);
  if (kept.length > 0) return kept;
  return stage === 'underReview'
    ? [{ ...at, posts: reviewersNext(here, definition, snapshot.context), by: { code: 'review' } }]
    : [{ ...at, posts: here.owners, by: { code: 'work' } }];
}

/** Deadlines that shut the gate, and conditions of approvals that do. */
function closedBy({ definition, snapshot }: Migration, at: Pick<Holder, 'system' | 'phase'>): Holder[] {
  const { phase } = standing(snapshot);
  return blockers(definition, phase, snapshot.context).flatMap((blocker): Holder[] => {
    if (blocker.code === 'deadline.passed') {
      const { label, who: posts } = blocker.facts;
      return [{ ...at, posts, by: { code: 'deadline', label } }];
    }
    if (blocker.code !== 'proviso.unmet') return [];
    return [{ ...at, posts: [blocker.facts.owner], by: { code: 'proviso' } }];
  });
}

const once = (holders: readonly Holder[]): Holder[] => [
  ...new Map(holders.map((holder) => [JSON.stringify(holder), holder])).values(),
];
