// 協議不調: one says with a reason that the negotiation with the candidate has failed, a body decides it by its quorum, and the next in
// the order comes up (次点). Nobody left: the path goes back, or the procurement is ended and opened anew.
import * as z from 'zod';
import { carries } from '../../decision/quorum.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import {
  act,
  asksNote,
  asksReason,
  type Case,
  note,
  people,
  reason,
  type Told,
  tell,
  voteOf,
  WORDS,
} from '../act.ts';
import { proposalOf, voiceObjections } from '../proposals.ts';
import type { MigrationContext } from '../state.ts';
import { currentCandidate } from './current.ts';
import type { Rfp } from './memory.ts';
import { selectionOf } from './outcome.ts';
import { changing, controlOf, inRoom, offered, openIn, posts, rfp, running, withOpen } from './room.ts';

const failed = z.strictObject({ type: z.literal('rfp.negotiationFailed'), rfp, reason });
const approved = z.strictObject({ type: z.literal('rfp.failureApproved'), rfp, note });
const dismissed = z.strictObject({ type: z.literal('rfp.failureDismissed'), rfp, reason });

function failingObjections({ context }: Pick<Case, 'context'>, open: Rfp): Refusal[] {
  if (currentCandidate(open) === null) return [refusal('rfp.noOutcome', {})];
  return [
    ...(open.failing ? [refusal('rfp.failingAlready', { by: open.failing.name })] : []),
    ...(context.contract ? [refusal('rfp.contractStands', { vendor: context.contract.vendor })] : []),
  ];
}

export const proposed = ({ failing }: Rfp): Refusal[] => (failing ? [] : [refusal('rfp.notFailing', {})]);

const isLastVoice = ({
  definition,
  context,
  event,
}: Pick<Case, 'definition' | 'context' | 'event'>): boolean =>
  carries(definition, openIn(context)?.failing?.votes ?? [], event.actor.post);

/** The candidate has failed; the selection is the next one's, by their own points. */
export function fall(given: Pick<Case, 'context' | 'event' | 'here'>, open: Rfp): MigrationContext {
  const { context, event, here } = given;
  const bidder = currentCandidate(open);
  const { failing, outcome } = open;
  if (!outcome || !failing || bidder === null) return context;
  const gone = [...outcome.failed, { bidder, reason: failing.reason, on: event.occurredOn }];
  const next: Rfp = { ...open, failing: null, outcome: { ...outcome, failed: gone } };
  return { ...withOpen(context, next), selection: selectionOf(next, here.id, event.occurredOn) };
}

function voiced(given: Case): MigrationContext {
  const { context, event } = given;
  const open = openIn(context);
  if (!open?.failing) return context;
  if (isLastVoice(given)) return fall(given, open);
  return withOpen(context, {
    ...open,
    failing: { ...open.failing, votes: [...open.failing.votes, voteOf(event)] },
  });
}

const nameOf = (open: Rfp | undefined, bidder: string | null): string | null =>
  open && bidder !== null ? (open.bidders[bidder]?.name ?? bidder) : null;

const candidateIn = (context: MigrationContext): string | null => {
  const open = openIn(context);
  return open ? nameOf(open, currentCandidate(open)) : null;
};

export function toldOfFailure(
  { definition, context, after, here }: Pick<Told, 'definition' | 'context' | 'after' | 'here'>,
  stands: boolean,
  by: string,
): Effect[] {
  const { runs, decides } = controlOf(definition);
  const told = { candidate: candidateIn(context) ?? '-', next: candidateIn(after), stands, by };
  return tell([...runs, ...decides, ...here.owners], { code: 'rfp.failureDecided', ...told });
}

export const negotiationActs = {
  'rfp.negotiationFailed': act({
    inside: true,
    schema: failed,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    sample: (outlook) =>
      offered('runs', outlook, (open) =>
        currentCandidate(open) !== null && !open.failing ? { reason: WORDS } : null,
      ),
    who: posts('runs'),
    objections: inRoom('runs', failingObjections),
    change: running((given, open) => ({ ...open, failing: proposalOf(given, given.fact.reason) })),
    tells: ({ definition, context, event, fact }) =>
      tell(controlOf(definition).decides, {
        code: 'rfp.negotiationFailed',
        candidate: candidateIn(context) ?? '-',
        by: event.actor.name,
        reason: fact.reason,
      }),
  }),
  'rfp.failureApproved': act({
    inside: true,
    voice: true,
    schema: approved,
    from: people,
    taken: 'anywhere',
    asks: [asksNote],
    sample: (outlook) => offered('decides', outlook, ({ failing }) => (failing ? {} : null)),
    who: posts('decides'),
    objections: inRoom('decides', (given, open) => [
      ...proposed(open),
      ...voiceObjections(given, open.failing),
    ]),
    change: voiced,
    tells: (told) => (isLastVoice(told) ? toldOfFailure(told, false, told.event.actor.name) : []),
  }),
  'rfp.failureDismissed': act({
    inside: true,
    voice: true,
    schema: dismissed,
    from: people,
    taken: 'anywhere',
    asks: [asksReason],
    sample: (outlook) => offered('decides', outlook, ({ failing }) => (failing ? { reason: WORDS } : null)),
    who: posts('decides'),
    objections: inRoom('decides', (_, open) => proposed(open)),
    change: changing((_, open) => ({ ...open, failing: null })),
    tells: (told) => toldOfFailure(told, true, told.event.actor.name),
  }),
};
