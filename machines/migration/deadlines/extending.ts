// An extension: granted by who may extend, of themselves or on somebody's asking; asked for with a reason and papers; refused or
// taken back. Who asks does not decide.
import * as z from 'zod';
import type { AskedExtension, DeadlineState } from '../../deadline/deadline-state.ts';
import { day, id } from '../../definition/definition.ts';
import { slipCause } from '../../definition/ladder.ts';
import { answersFor } from '../../record/deputy.ts';
import type { Effect } from '../../record/effect.ts';
import { PAPERS } from '../../record/limits.ts';
import type { Person } from '../../record/person.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { dayOf } from '../../values/date.ts';
import { act, asksReason, type Case, people, personOf, reason, type Told, tell, WORDS } from '../act.ts';
import { decidedObjections, evidence, kindObjections } from '../gate/papers.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import { extensionCorrects, extensionOverwritten } from './correcting.ts';
import { deadlineOf, type Named, namedIn, openFor, whileOpen, withState } from './named.ts';
import { causeObjections, phaseOfDeadline, withSlip } from './slips.ts';

const wished = { deadline: id, dueOn: day, reason, cause: slipCause.optional() };
const extended = z.strictObject({ type: z.literal('deadline.extended'), ...wished });
const asked = z.strictObject({
  type: z.literal('deadline.extensionAsked'),
  ...wished,
  evidence: z.array(evidence).max(PAPERS.asking).default([]),
});
const refused = z.strictObject({ type: z.literal('deadline.extensionRefused'), deadline: id, reason });
const withdrawn = z.strictObject({ type: z.literal('deadline.extensionWithdrawn'), deadline: id, reason });

export type Extended = z.infer<typeof extended>;
type Asked = z.infer<typeof asked>;
type Refused = z.infer<typeof refused>;
type Wished = Pick<Extended, 'deadline' | 'dueOn'>;

const asksCause = { name: 'cause', kind: 'cause', optional: true } as const;
const wish = { dueOn: '2150-12-31', reason: WORDS, cause: 'other' } as const;

/** It can be extended by somebody, to a day that is later and not over. */
export const laterObjections = (
  { event, fact: { dueOn } }: Case<Wished>,
  { deadline, state }: Named,
): Refusal[] => {
  if (deadline.extendableBy.length === 0)
    return [refusal('deadline.notExtendable', { deadline: deadline.id })];
  const current = state.dueOn ?? '';
  if (dueOn <= current) return [refusal('deadline.notLater', { deadline: deadline.id, dueOn, current })];
  const today = dayOf(event.at);
  return dueOn < today ? [refusal('deadline.extendedPast', { deadline: deadline.id, dueOn, today })] : [];
};

/** Who asked for it does not decide on it, nor whoever acts in their name. */
function fourEyes({ event }: Pick<Case, 'event'>, { deadline, state }: Named): Refusal[] {
  if (!state.asked) return [];
  const { by, on } = state.asked;
  const own = answersFor(event.actor).includes(by.account)
    ? [refusal('extension.ownAsking', { deadline: deadline.id, by: by.name })]
    : [];
  return [...own, ...notBefore(event, 'deadline.extensionAsked', on)];
}

const extensionObjections = (given: Case<Extended>): Refusal[] =>
  whileOpen(given, (named) => {
    const later = laterObjections(given, named);
    const { cause = named.state.asked?.cause } = given.fact;
    return later.length > 0
      ? later
      : [...fourEyes(given, named), ...causeObjections(given.definition, given.event, cause)];
  });

const extend = (given: Case<Extended>): MigrationContext => extendedBy(given, personOf(given.event));

/** What was asked, granted as it is. */
export const grantOf = (deadline: string, { dueOn, reason: why, cause }: AskedExtension): Extended => ({
  type: 'deadline.extended',
  deadline,
  dueOn,
  reason: why,
  cause,
});

/** @param by who decided it */
export function extendedBy({ definition, context, fact }: Case<Extended>, by: Person): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named?.state.nominalOn || !named.state.dueOn) return context;
  const { asked: asking, ...state } = named.state;
  const { cause = asking?.cause } = fact;
  const extension: NonNullable<DeadlineState['extension']> = {
    nominalOn: named.state.nominalOn,
    dueOn: fact.dueOn,
    was: named.state.dueOn,
    reason: fact.reason,
    by,
    ...(cause ? { cause } : {}),
    ...(asking ? { asked: asking } : {}),
  };
  const phase = phaseOfDeadline(definition, named.deadline);
  const move = { of: 'deadline', phase, cause, was: extension.was, now: fact.dueOn } as const;
  return withState(withSlip(definition, context, move), fact.deadline, { ...state, extension });
}

export function toldOfExtension({
  definition,
  context,
  fact,
}: Pick<Told<Extended>, 'definition' | 'context' | 'fact'>): Effect[] {
  const deadline = deadlineOf(definition, fact.deadline);
  if (!deadline) return [];
  const state = context.deadlines[fact.deadline];
  const { dueOn, reason: why } = fact;
  const to = [...deadline.to, ...(state?.asked ? [state.asked.by.post] : [])];
  return tell(to, {
    code: 'deadline.extended',
    deadline: deadline.label,
    dueOn,
    was: state?.dueOn ?? '',
    reason: why,
  });
}

const askers = ({ definition, context, here, fact }: Case<Pick<Asked, 'deadline'>>): string[] => {
  const named = namedIn({ definition, context, fact });
  return named ? [...new Set([...here.owners, ...named.deadline.to])] : here.owners;
};

const askingObjections = (given: Case<Asked>): Refusal[] =>
  whileOpen(given, (named) => [
    ...(named.state.asked
      ? [refusal('extension.alreadyAsked', { deadline: named.deadline.id, by: named.state.asked.by.name })]
      : []),
    ...laterObjections(given, named),
    ...causeObjections(given.definition, given.event, given.fact.cause),
    ...kindObjections(given.fact.evidence, given.here),
    ...decidedObjections(given.fact.evidence, given.event),
  ]);

function ask({ definition, context, event, fact }: Case<Asked>): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named?.state.dueOn) return context;
  const { dueOn, reason: why, cause, evidence: papers } = fact;
  const asking: AskedExtension = {
    was: named.state.dueOn,
    dueOn,
    reason: why,
    ...(cause ? { cause } : {}),
    evidence: papers,
    by: personOf(event),
    on: event.occurredOn,
  };
  return withState(context, fact.deadline, { ...named.state, asked: asking });
}

function toldOfAsking({ definition, context, event, fact }: Told<Asked>): Effect[] {
  const named = namedIn({ definition, context, fact });
  if (!named) return [];
  return tell(named.deadline.extendableBy, {
    code: 'extension.asked',
    deadline: named.deadline.label,
    was: named.state.dueOn ?? '',
    dueOn: fact.dueOn,
    by: event.actor.name,
    reason: fact.reason,
    papers: fact.evidence.map(({ title }) => title),
  });
}

/** Of one that is asked for. */
const whileAsked = (
  given: Case<Pick<Refused, 'deadline'>>,
  further: (named: Named, asking: AskedExtension) => Refusal[],
): Refusal[] =>
  whileOpen(given, (named) => {
    const { deadline, state } = named;
    return state.asked
      ? further(named, state.asked)
      : [refusal('extension.notAsked', { deadline: deadline.id })];
  });

export function notAsked({ definition, context, fact }: Case<Pick<Refused, 'deadline'>>): MigrationContext {
  const named = namedIn({ definition, context, fact });
  if (!named) return context;
  const { asked: _gone, ...state } = named.state;
  return withState(context, fact.deadline, state);
}

export function toldOfEnding(
  {
    definition,
    context,
    event,
    fact,
  }: Pick<Told<Pick<Refused, 'deadline' | 'reason'>>, 'definition' | 'context' | 'event' | 'fact'>,
  code: 'extension.refused' | 'extension.withdrawn',
  by = event.actor.name,
): Effect[] {
  const named = namedIn({ definition, context, fact });
  if (!named?.state.asked) return [];
  const { by: asking, dueOn } = named.state.asked;
  const { label, to, extendableBy } = named.deadline;
  const told = code === 'extension.refused' ? [asking.post, ...to] : extendableBy;
  return tell(told, { code, deadline: label, dueOn, by, reason: fact.reason });
}

const askedFor = (given: Pick<Case, 'definition' | 'context'>, post: string) =>
  openFor(given, post, ({ extendableBy }, { asked: asking }) => (asking ? extendableBy : []));

const extenders = ({ definition, fact }: Case<Pick<Refused, 'deadline'>>): string[] =>
  deadlineOf(definition, fact.deadline)?.extendableBy ?? [];

export const extendingActs = {
  'deadline.extended': act({
    open: true,
    schema: extended,
    voice: true,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'deadline' }, { name: 'dueOn', kind: 'day' }, asksCause, asksReason],
    sample(given) {
      const own = openFor(given, given.post, ({ extendableBy }) => extendableBy);
      return own ? { deadline: own.id, ...wish } : null;
    },
    who: extenders,
    objections: extensionObjections,
    overwrites: extensionOverwritten,
    corrects: extensionCorrects,
    change: extend,
    tells: toldOfExtension,
  }),
  'deadline.extensionAsked': act({
    schema: asked,
    from: people,
    taken: 'anywhere',
    asks: [
      { name: 'deadline', kind: 'deadline' },
      { name: 'dueOn', kind: 'day' },
      asksCause,
      asksReason,
      { name: 'evidence', kind: 'papers', optional: true },
    ],
    sample(given) {
      const extendable = openFor(given, given.post, ({ to, extendableBy }, { asked: asking }) =>
        extendableBy.length === 0 || asking ? [] : [...to, ...given.here.owners],
      );
      return extendable ? { deadline: extendable.id, ...wish, evidence: [] } : null;
    },
    who: askers,
    objections: askingObjections,
    change: ask,
    tells: toldOfAsking,
  }),
  'deadline.extensionRefused': act({
    open: true,
    schema: refused,
    voice: true,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'deadline' }, asksReason],
    sample(given) {
      const own = askedFor(given, given.post);
      return own ? { deadline: own.id, reason: WORDS } : null;
    },
    who: extenders,
    objections: (given) => whileAsked(given, (named) => fourEyes(given, named)),
    change: notAsked,
    tells: (told) => toldOfEnding(told, 'extension.refused'),
  }),
  'deadline.extensionWithdrawn': act({
    open: true,
    schema: withdrawn,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'deadline', kind: 'deadline' }, asksReason],
    sample(given) {
      const own = openFor(given, given.post, (_deadline, { asked: asking }) =>
        asking ? [asking.by.post] : [],
      );
      return own ? { deadline: own.id, reason: WORDS } : null;
    },
    who: askers,
    objections: (given) =>
      whileAsked(given, (_named, { by, on }) => [
        ...(by.account === given.event.actor.account
          ? []
          : [refusal('proposal.notOwn', { account: given.event.actor.account, by: by.name })]),
        ...notBefore(given.event, 'deadline.extensionAsked', on),
      ]),
    change: notAsked,
    tells: (told) => toldOfEnding(told, 'extension.withdrawn'),
  }),
};
