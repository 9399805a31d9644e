// The day of a deadline that has none (未定) is set, once: from then on it is extended, or its entry put right.
import * as z from 'zod';
import { isMet } from '../../deadline/status.ts';
import { day, id } from '../../definition/definition.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, asksReason, type Case, people, personOf, reason, tell, WORDS } from '../act.ts';
import type { MigrationContext } from '../state.ts';
import { deadlineOf, namedIn, withState } from './named.ts';

const set = z.strictObject({ type: z.literal('deadline.set'), deadline: id, dueOn: day, reason });
type Set = z.infer<typeof set>;

const setters = ({ definition, fact }: Case<Set>): string[] => {
  const { rule } = deadlineOf(definition, fact.deadline) ?? {};
  return rule?.kind === 'undecided' ? rule.setBy : [];
};

function settingObjections(given: Case<Set>): Refusal[] {
  const { fact, event } = given;
  const named = namedIn(given);
  if (!named) return [refusal('deadline.unknown', { deadline: fact.deadline })];
  const { deadline, state } = named;
  if (deadline.rule.kind !== 'undecided') return [refusal('deadline.ruled', { deadline: deadline.id })];
  if (state.set) return [refusal('deadline.alreadySet', { deadline: deadline.id, dueOn: state.set.dueOn })];
  if (isMet(state)) return [refusal('deadline.notPending', { deadline: deadline.id, status: state.status })];
  const today = dayOf(event.at);
  return fact.dueOn < today
    ? [refusal('deadline.setPast', { deadline: deadline.id, dueOn: fact.dueOn, today })]
    : [];
}

function setDay({ definition, context, event, fact }: Case<Set>): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named) return context;
  const { dueOn, reason: why } = fact;
  const said = { dueOn, reason: why, by: personOf(event), on: event.occurredOn };
  return withState(context, fact.deadline, { ...named.state, set: said });
}

export const settingActs = {
  'deadline.set': act({
    open: true,
    schema: set,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'undecidedDeadline' }, { name: 'dueOn', kind: 'day' }, asksReason],
    sample({ definition, context, post }) {
      const open = definition.deadlines.filter(({ id: deadline, rule }) => {
        const state = context.deadlines[deadline];
        return rule.kind === 'undecided' && state !== undefined && !state.set && !isMet(state);
      });
      const own = open.find(({ rule }) => rule.kind === 'undecided' && rule.setBy.includes(post)) ?? open[0];
      return own ? { deadline: own.id, dueOn: '2150-12-31', reason: WORDS } : null;
    },
    who: setters,
    objections: settingObjections,
    corrects: {
      before(given) {
        const named = namedIn(given);
        if (!named?.state.set || named.state.set.dueOn !== given.fact.dueOn) return null;
        const { set: _set, ...state } = named.state;
        return { ...given, context: withState(given.context, given.fact.deadline, state) };
      },
    },
    change: setDay,
    tells: ({ definition, event, fact }) => {
      const deadline = deadlineOf(definition, fact.deadline);
      const { dueOn, reason: why } = fact;
      return deadline
        ? tell(deadline.to, {
            code: 'deadline.set',
            deadline: deadline.label,
            dueOn,
            by: event.actor.name,
            reason: why,
          })
        : [];
    },
  }),
};
