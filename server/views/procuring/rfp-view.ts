// A procurement as its reader may see it: everything but sealed sheets for those with a duty; the published part for all others, once it
// is decided.

import { stageIds } from '../../../machines/definition/rfp-control.ts';
import { uncounted } from '../../../machines/migration/rfp/bidders.ts';
import { currentCandidate, runnerUp } from '../../../machines/migration/rfp/current.ts';
import type { Bidder, Rfp } from '../../../machines/migration/rfp/memory.ts';
import { toBeNotified } from '../../../machines/migration/rfp/rounds/notifying.ts';
import {
  closedRounds,
  roundNow,
  scoringIn,
  tiesToPart,
} from '../../../machines/migration/rfp/rounds/rounds.ts';
import { leavesOf } from '../../../machines/migration/rfp/scores/criteria.ts';
import { printed } from '../../../machines/migration/rfp/scores/points.ts';
import { rankedIn } from '../../../machines/migration/rfp/scores/ranking.ts';
import type { Round } from '../../../machines/migration/rfp/terms.ts';
import type { MigrationContext } from '../../../machines/migration/state.ts';
import { formText, stageText, tieRuleText, uncountedText } from '../../../texts/rfp/words.ts';
import { undisclosedText } from '../../../texts/undisclosed-texts.ts';
import type { RfpView } from '../../contract/procuring/rfp.ts';
import type { Setting } from '../../contract/values.ts';
import type { ScoredRound } from '../../procuring/at-hand.ts';

interface Shown {
  context: MigrationContext;
  setting: Setting;
  /** The reader has a duty in it, or audits. */
  inside: boolean;
  /** Its entries are hidden from them until it is decided, or again. */
  isHidden: boolean;
  account: string;
  /** Scorings whose sheets are opened; nobody else than who sees inside is shown them. */
  scored: readonly ScoredRound[];
}

export function rfpViewOf({ context, setting, inside, isHidden, account, scored }: Shown): RfpView {
  const { open, ended = [] } = context.rfp ?? {};
  const isShown = open !== undefined && (inside || (open.outcome !== null && !isHidden));
  return {
    setting,
    version: context.version,
    open: isShown ? openView(open, inside ? insideOf(open, account, scored) : null) : null,
    undisclosed: open && !isShown ? undisclosedText.procurement : null,
    ended: inside
      ? ended.map(({ number, form, title, on, reason }) => ({
          number,
          form: formText[form],
          title,
          on,
          reason,
        }))
      : [],
  };
}

const nameIn = ({ bidders }: Rfp, id: string): string => bidders[id]?.name ?? id;

function openView(open: Rfp, seen: Inside | null): RfpView['open'] {
  const inside = seen !== null;
  const { number, terms, on, stages, closedOn, bidders } = open;
  return {
    number,
    form: formText[terms.form],
    title: terms.title,
    on,
    stages: stageIds.flatMap((stage) => {
      const at = stages[stage];
      return at === undefined ? [] : [{ stage, label: stageText[stage], at }];
    }),
    applicants: Object.keys(bidders).length,
    closedOn,
    round: labelled(roundNow(open)),
    ranking: rankingOf(open, inside),
    rounds: roundsOver(open, inside),
    outcome: outcomeOf(open, inside),
    inside: seen,
  };
}

/** By the published rule: all names, or the candidate's alone. */
export function nameFor(open: Rfp, inside: boolean): (id: string) => string | null {
  const candidate = currentCandidate(open);
  const shows = (id: string) => inside || open.terms.publishes === 'all' || id === candidate;
  return (id) => (shows(id) ? nameIn(open, id) : null);
}

export function rankingOf(open: Rfp, inside: boolean): NonNullable<RfpView['open']>['ranking'] {
  const scoring = scoringIn(open);
  if (!scoring || open.closedOn === null) return [];
  const { order, open: ties } = rankedIn(open, scoring);
  // Equals whom nobody has parted yet share the place of the first of them.
  const placeOf = (id: string) => order.indexOf(ties.find((group) => group.includes(id))?.[0] ?? id) + 1;
  const rest = Object.keys(open.results).filter((id) => !order.includes(id));
  const named = nameFor(open, inside);
  return [...order, ...rest].flatMap((id) => {
    const result = open.results[id];
    if (!result) return [];
    const { technical, price, carried = null, total } = result;
    const name = named(id);
    const rank = order.includes(id) ? placeOf(id) : null;
    return [
      {
        rank,
        bidder: name === null ? null : id,
        name,
        technical,
        price,
        carried,
        total,
        printed: printed(total, scoring),
      },
    ];
  });
}

function outcomeOf(open: Rfp, inside: boolean): NonNullable<RfpView['open']>['outcome'] {
  const { outcome } = open;
  if (!outcome) return null;
  const named = nameFor(open, inside);
  const [candidate, next] = [currentCandidate(open), runnerUp(open)];
  return {
    on: outcome.on,
    candidate: candidate === null ? null : named(candidate),
    runnerUp: next === null ? null : named(next),
    reason: inside ? (outcome.reason ?? null) : null,
    failed: outcome.failed.map(({ bidder, reason, on }) => ({
      name: named(bidder),
      reason: inside ? reason : null,
      on,
    })),
  };
}

const labelled = (round: Round | null) => round && { id: round.id, label: round.label };

/** The rounds before the one that is scored now, each with its own order. */
function roundsOver(open: Rfp, inside: boolean): NonNullable<RfpView['open']>['rounds'] {
  const closed = closedRounds(open);
  return (open.over ?? []).flatMap(({ round, closedOn, notifiedOn, goesOn }, index) => {
    const stood = closed[index];
    if (!stood) return [];
    const ranking = rankingOf(stood, inside).map((line) => ({
      ...line,
      goesOn: line.bidder === null ? null : goesOn.includes(line.bidder),
    }));
    return [{ id: round, label: roundNow(stood)?.label ?? round, closedOn, notifiedOn, ranking }];
  });
}

type Inside = NonNullable<NonNullable<RfpView['open']>['inside']>;

function insideOf(open: Rfp, account: string, scored: readonly ScoredRound[]): Inside {
  const { terms, questions, answersPublishedOn, evaluators, sheets, scorers, closedOn, failing } = open;
  const scoring = scoringIn(open);
  const has = (id: string) => Object.hasOwn(sheets, id) || scorers.includes(id);
  return {
    basis: terms.basis,
    urgency: terms.urgency ?? null,
    ceilingYen: terms.ceilingYen ?? null,
    scoring: scoring ? { ...scoring } : null,
    criteria: scoring ? leavesOf(scoring).map(({ id, label, points }) => ({ id, label, points })) : [],
    questions: {
      count: questions.length,
      unanswered: questions.flatMap((isAnswered, index) => (isAnswered ? [] : [index + 1])),
      publishedOn: answersPublishedOn,
    },
    bidders: Object.entries(open.bidders).map(([id, bidder]) => bidderOf(id, bidder, open)),
    single: open.single ?? null,
    evaluators: Object.entries(evaluators).map(([id, { name, recused }]) => ({
      account: id,
      name,
      signed: has(id),
      recused: recused?.reason ?? null,
    })),
    own: Object.hasOwn(sheets, account) ? (sheets[account]?.points ?? null) : null,
    scored: [...scored],
    ties: scoring && closedOn !== null ? tiesToPart(open, scoring) : [],
    goesOn: toBeNotified(open)?.goesOn ?? null,
    parted: open.ties.map(({ order, how, reason }) => ({ order, how: tieRuleText[how], reason })),
    failing: failing && {
      by: failing.name,
      reason: failing.reason,
      votes: failing.votes.map(({ name }) => name),
    },
  };
}

function bidderOf(id: string, bidder: Bidder, { terms }: Rfp): Inside['bidders'][number] {
  const why = uncounted(bidder, terms);
  const { name, appliedOn, reason, withdrew, proposal } = bidder;
  return {
    id,
    name,
    appliedOn,
    uncounted: why === null ? null : uncountedText[why],
    reason: withdrew?.reason ?? reason ?? null,
    receivedAt: proposal?.receivedAt ?? null,
    late: proposal?.late === true,
    priceYen: proposal?.priceYen ?? null,
  };
}
