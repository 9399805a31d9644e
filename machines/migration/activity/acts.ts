// A migration is held, goes on, or is cancelled for good.
import * as z from 'zod';
import { act, asksReason, type Case, people, personOf, reason, tell, WORDS } from '../act.ts';
import type { MigrationContext } from '../state.ts';

const paused = ({ context, event, fact }: Case<{ reason: string }>): MigrationContext => ({
  ...context,
  pause: { on: event.occurredOn, reason: fact.reason, by: personOf(event) },
});

export const activityActs = {
  'migration.held': act({
    schema: z.strictObject({ type: z.literal('migration.held'), reason }),
    from: people,
    taken: { region: 'activity', from: { active: 'onHold' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.hold,
    change: paused,
    tells: ({ event, fact, here }) =>
      tell(here.owners, { code: 'migration.held', by: event.actor.name, reason: fact.reason }),
  }),
  'migration.resumed': act({
    schema: z.strictObject({ type: z.literal('migration.resumed'), reason }),
    from: people,
    taken: { region: 'activity', from: { onHold: 'active' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.hold,
    change: ({ context }) => ({ ...context, pause: null }),
    tells: ({ event, fact, here }) =>
      tell(here.owners, { code: 'migration.resumed', by: event.actor.name, reason: fact.reason }),
  }),
  'migration.cancelled': act({
    schema: z.strictObject({ type: z.literal('migration.cancelled'), reason }),
    from: people,
    taken: { region: 'activity', from: { active: 'cancelled', onHold: 'cancelled' } },
    asks: [asksReason],
    sample: () => ({ reason: WORDS }),
    who: ({ definition }) => definition.path.control.cancel,
    change: paused,
    tells: ({ definition, event, fact, here }) =>
      tell([...here.owners, ...definition.path.control.plan], {
        code: 'migration.cancelled',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
};
