// A member of a body that decides a gate declares an interest: their act, with its reason. It is put right (訂正), not taken back.
import * as z from 'zod';
import { postsOf } from '../../decision/authority.ts';
import { tallies } from '../../decision/tally.ts';
import { id } from '../../definition/definition.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { act, asksReason, type Case, people, personOf, reason, type Told, tell, WORDS } from '../act.ts';
import { isPhase, phaseOf } from '../phases.ts';
import type { MigrationContext, Recusal } from '../state.ts';
import { matterOf, phaseNow } from './power.ts';
import { outOfReach, recusedAt } from './recusal.ts';

const recused = z.strictObject({
  type: z.literal('approver.recused'),
  phase: id,
  /** From every gate of the migration, and not from that of the phase alone. */
  everyGate: z.boolean().optional(),
  reason,
});
type Recused = z.infer<typeof recused>;

/** Whoever a gate of the path may ask: its bodies, and those of its matter's table. */
function deciders({ definition, fact }: Pick<Case<Recused>, 'definition' | 'fact'>): string[] {
  const { phases } = definition.path;
  const asked = fact.everyGate ? phases : phases.filter(({ id: one }) => one === fact.phase);
  return asked.flatMap(({ gate }) => {
    const matter = matterOf(definition, gate);
    return [...(gate?.approvals.map(({ body }) => body) ?? []), ...(matter ? postsOf(matter) : [])];
  });
}

function objections({ definition, context, event, fact }: Case<Recused>): Refusal[] {
  if (!isPhase(definition, fact.phase)) return [refusal('phase.unknown', { phase: fact.phase })];
  const { account, post, deputy } = event.actor;
  // An interest is one's own: nobody declares that of another.
  if (deputy?.kind === 'forAbsent') return [refusal('recusal.notOwn', { account })];
  const own = recusedAt(context, fact.phase).find(
    (one) => one.account === account && one.body === post && (one.phase === undefined || !fact.everyGate),
  );
  return own ? [refusal('recusal.already', { account, body: post, on: own.on })] : [];
}

const recusalOf = ({ event, fact }: Pick<Case<Recused>, 'event' | 'fact'>): Recusal => ({
  ...personOf(event),
  body: event.actor.post,
  on: event.occurredOn,
  reason: fact.reason,
  ...(fact.everyGate ? {} : { phase: fact.phase }),
});

/** A voice that they have given at the gate that is still decided falls with it. */
function change(given: Case<Recused>): MigrationContext {
  const { context, event, fact, here } = given;
  const { account } = event.actor;
  const isHere = fact.everyGate || fact.phase === here.id;
  const approvals = isHere
    ? context.approvals.filter((voice) => !answersFor(voice).includes(account))
    : context.approvals;
  return { ...context, approvals, recused: [...(context.recused ?? []), recusalOf(given)] };
}

function told({ definition, context, event, fact, after }: Told<Recused>) {
  const phase = phaseNow(definition, after, fact.phase);
  const { post } = event.actor;
  const own =
    phase.gate && tallies(phase.gate, definition.bodies, after.approvals).find(({ body }) => body === post);
  const short = own !== undefined && outOfReach(definition, after, phase.id, own) !== null;
  const fell = after.approvals.length < context.approvals.length;
  const to = [post, ...phase.owners, ...(short ? definition.path.control.plan : [])];
  return tell(to, {
    code: 'review.recused',
    phase: phaseOf(definition, fact.phase).label,
    by: event.actor.name,
    body: post,
    fell,
    short,
  });
}

export const recusingActs = {
  'approver.recused': act({
    schema: recused,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    sample: ({ here }) => (here.gate ? { phase: here.id, reason: WORDS } : null),
    who: deciders,
    objections,
    corrects: {
      before(given) {
        const { context, event, fact } = given;
        const same = (one: Recusal) =>
          one.account === event.actor.account &&
          one.body === event.actor.post &&
          one.phase === (fact.everyGate ? undefined : fact.phase);
        const { recused: all = [], ...rest } = context;
        if (!all.some(same)) return null;
        const left = all.filter((one) => !same(one));
        return { ...given, context: { ...rest, ...(left.length > 0 ? { recused: left } : {}) } };
      },
    },
    change,
    tells: told,
  }),
};
