// A round is over: those who go on and those who do not are told so, on one day, by the points alone. The next round begins.
import * as z from 'zod';
import { id } from '../../../definition/words.ts';
import { type Refusal, refusal } from '../../../record/refusal.ts';
import { act, type Case, people, type Told, tell } from '../../act.ts';
import type { Bidder, Rfp } from '../memory.ts';
import { controlOf, inRoom, offered, openIn, posts, rfp, roundObjections, running } from '../room.ts';
import { MOST, type Round } from '../terms.ts';
import { goingOn, nextRound, roundNow } from './rounds.ts';

const notified = z.strictObject({
  type: z.literal('rfp.roundNotified'),
  rfp,
  round: id,
  /** In the order of their points. */
  goesOn: z.array(id).max(MOST.bidders),
});
type Notified = z.infer<typeof notified>;

const namesIn = ({ bidders }: Rfp, ids: readonly string[]): string[] =>
  ids.map((one) => bidders[one]?.name ?? one);

function notifyingObjections({ definition, fact }: Case<Notified>, open: Rfp): Refusal[] {
  const other = roundObjections(fact, open);
  const round = roundNow(open);
  if (other.length > 0 || !round) return other;
  if (nextRound(open) === null) return [refusal('rfp.roundIsLast', { round: round.label })];
  if (open.closedOn === null) return [refusal('rfp.scoringNotClosed', {})];
  const { goesOn, open: groups } = goingOn(open, round);
  if (groups.length > 0) return [refusal('rfp.tieOpen', { groups, who: [...controlOf(definition).decides] })];
  if (goesOn.join() === fact.goesOn.join()) return [];
  const [said, rule] = [namesIn(open, fact.goesOn), namesIn(open, goesOn)];
  return [refusal('rfp.goesOnOther', { round: round.label, said, rule })];
}

/** Scored in this round, and neither withdrawn nor going on. */
export const outOfRound = ({ bidders, results }: Rfp, goesOn: readonly string[]): string[] =>
  Object.keys(results).filter((one) => !goesOn.includes(one) && bidders[one]?.withdrew === undefined);

function nextBegun({ event, fact }: Case<Notified>, { prices, ...open }: Rfp): Rfp {
  const { closedOn, scorers, results, ties, over = [] } = open;
  const on = event.occurredOn;
  const { round, goesOn } = fact;
  const ended = {
    round,
    closedOn: closedOn ?? on,
    notifiedOn: on,
    scorers,
    results,
    ties,
    goesOn,
    ...(prices ? { prices } : {}),
  };
  const out = new Set(outOfRound(open, goesOn));
  const marked = Object.entries(open.bidders).map(([one, bidder]): [string, Bidder] => [
    one,
    out.has(one) ? { ...bidder, out: { round, on } } : bidder,
  ]);
  return {
    ...open,
    bidders: Object.fromEntries(marked),
    over: [...over, ended],
    closedOn: null,
    scorers: [],
    results: {},
    ties: [],
  };
}

function toldOfRound({ definition, context, event, fact }: Told<Notified>) {
  const open = openIn(context);
  const { runs, evaluates, decides } = controlOf(definition);
  if (!open) return [];
  return tell([...runs, ...evaluates, ...decides], {
    code: 'rfp.roundNotified',
    round: roundNow(open)?.label ?? fact.round,
    goesOn: namesIn(open, fact.goesOn),
    out: namesIn(open, outOfRound(open, fact.goesOn)),
    by: event.actor.name,
  });
}

/** Who would go on; null where that is not to be told now. */
export function toBeNotified(open: Rfp): { round: Round; goesOn: string[] } | null {
  const round = roundNow(open);
  if (!round || open.closedOn === null || nextRound(open) === null) return null;
  const { goesOn, open: groups } = goingOn(open, round);
  return groups.length > 0 ? null : { round, goesOn };
}

export const roundActs = {
  'rfp.roundNotified': act({
    inside: true,
    schema: notified,
    from: people,
    taken: 'anywhere',
    asks: [],
    sample: (outlook) =>
      offered('runs', outlook, (open) => {
        const next = toBeNotified(open);
        return next && { round: next.round.id, goesOn: next.goesOn };
      }),
    who: posts('runs'),
    objections: inRoom('runs', notifyingObjections),
    change: running((given: Case<Notified>, open) => nextBegun(given, open)),
    tells: toldOfRound,
  }),
};
