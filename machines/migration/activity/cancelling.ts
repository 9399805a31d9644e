// What cancelling for good comes to once it is decided, by the last voice or in a meeting: the memory, and whom it is told to.
import type { Effect } from '../../record/effect.ts';
import { type Case, personOf, type Told, tell } from '../act.ts';
import { fallenWith } from '../adoption/ending.ts';
import { reviewersAsked } from '../gate/reviewers.ts';
import type { MigrationContext } from '../state.ts';

export const cancelledBy = ({ context, event }: Pick<Case, 'context' | 'event'>): MigrationContext => ({
  ...context,
  pause: { on: event.occurredOn, reason: context.cancellation?.reason ?? '', by: personOf(event) },
});

/** Milestones that others wait for and that will not come from here any more. */
function forsakings({ definition, context, event }: Told): Effect[] {
  const { dependents: to, path } = definition;
  if (to.length === 0) return [];
  return path.phases.flatMap(({ id, announces }) =>
    announces && !context.passed[id]
      ? [{ kind: 'forsake' as const, to, milestone: announces, occurredOn: event.occurredOn }]
      : [],
  );
}

export function toldOfCancelled(told: Told): Effect[] {
  const { definition, context, event, here } = told;
  // Those with reminders were never told that they fall.
  const fallen = fallenWith(definition, context).filter(({ ladder }) => ladder !== undefined);
  const concerned = fallen.flatMap(({ to }) => to);
  const posts = [...here.owners, ...definition.path.control.plan, ...reviewersAsked(told), ...concerned];
  const by = event.actor.name;
  const why = context.cancellation?.reason ?? '';
  const deadlines = fallen.length > 0 ? { deadlines: fallen.map(({ label }) => label) } : {};
  return [
    ...tell(posts, { code: 'migration.cancelled', by, reason: why, ...deadlines }),
    ...forsakings(told),
  ];
}
