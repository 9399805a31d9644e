// Another migration's word: its milestone stands, or no longer does.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import { refusal } from '../../record/refusal.ts';
import { act, type Case, tell } from '../act.ts';

interface Named {
  system: string;
  milestone: string;
}
const keyOf = ({ system, milestone }: Named): string => `${system}/${milestone}`;

const isAwaited = ({ definition, fact }: Case<Named>): boolean =>
  definition.path.phases.some(({ gate }) =>
    gate?.conditions.some(
      (condition) =>
        condition.kind === 'milestone' &&
        condition.system === fact.system &&
        condition.milestone === fact.milestone,
    ),
  );

export const milestoneActs = {
  'milestone.reached': act({
    schema: z.strictObject({ type: z.literal('milestone.reached'), system: id, milestone: id }),
    from: ['migration'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections(given) {
      const { system, milestone } = given.fact;
      if (given.context.milestones[keyOf(given.fact)])
        return [refusal('milestone.alreadyKnown', { system, milestone })];
      return isAwaited(given) ? [] : [refusal('milestone.notAwaited', { system, milestone })];
    },
    change: ({ context, event, fact }) => ({
      ...context,
      milestones: { ...context.milestones, [keyOf(fact)]: event.occurredOn },
    }),
    tells: ({ here, fact: { system, milestone } }) =>
      tell(here.owners, { code: 'milestone.reached', system, milestone }),
  }),
  'milestone.withdrawn': act({
    schema: z.strictObject({ type: z.literal('milestone.withdrawn'), system: id, milestone: id }),
    from: ['migration'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections: ({ context, fact }) =>
      context.milestones[keyOf(fact)]
        ? []
        : [refusal('milestone.notKnown', { system: fact.system, milestone: fact.milestone })],
    change({ context, fact }) {
      const { [keyOf(fact)]: _gone, ...milestones } = context.milestones;
      return { ...context, milestones };
    },
    tells: ({ here, fact: { system, milestone } }) =>
      tell(here.owners, { code: 'milestone.withdrawn', system, milestone }),
  }),
};
