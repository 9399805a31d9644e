// The order of a PIA. Hard for a 全項目評価: 意見聴取 of as many days as the path says, 第三者点検, 委員会提出, 公表 (評価規則7条, 指針第5); of the
// others only the publication after the submission.
import { type Refusal, refusal } from '../../record/refusal.ts';
import { countPeriod } from '../../values/calendar/period.ts';
import { type Day, daysBetween } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { NOTED, noteAt } from '../noted/noted.ts';
import { notBefore } from '../order.ts';
import { reachOf } from '../reach.ts';
import { markKey, type PiaMark, roundOf } from './rounds.ts';
import { type PiaAdvanced, type PiaCommented, type PiaJudged, piaMarks } from './shapes.ts';

/** 「30日以上」: the day on which it begins does not count (民法140条). */
const COMMENT = { commentDays: 30, basis: '特定個人情報保護評価に関する規則7条・指針第5の3' };

export const lastCommentDay = ({ definition }: Pick<Case, 'definition'>, openedOn: Day): Day => {
  const { commentDays } = definition.path.legal?.pia ?? COMMENT;
  const period = { length: commentDays, unit: 'days' } as const;
  return countPeriod(definition.calendar, openedOn, period, 1).lastOn;
};

function needed(given: Case<{ no: number }>): Refusal[] {
  const round = roundOf(given.context, given.fact.no);
  if (!round) return [refusal('pia.notJudged', { no: given.fact.no })];
  return round.judged.evaluation === 'none' ? [refusal('pia.notNeeded', { on: round.judged.on })] : [];
}

export function commentedObjections(given: Case<PiaCommented>): Refusal[] {
  const { definition, context, event, fact } = given;
  const lacks = needed(given);
  if (lacks.length > 0) return lacks;
  const { openedOn, closedOn } = fact;
  const judged = roundOf(context, fact.no)?.judged;
  const leastUntil = lastCommentDay(given, openedOn);
  const { commentDays: least, basis } = definition.path.legal?.pia ?? COMMENT;
  const days = daysBetween(openedOn, closedOn);
  const tooShort = judged?.evaluation === 'full' && closedOn < leastUntil;
  return [
    ...notBefore({ ...event, occurredOn: openedOn }, NOTED.piaJudged, judged?.on),
    ...(closedOn < openedOn
      ? [refusal('plan.reversed', { startOn: openedOn, endOn: closedOn })]
      : closedOn > reachOf(event)
        ? [refusal('pia.commentOpen', { closedOn, occurredOn: event.occurredOn })]
        : tooShort
          ? [refusal('pia.commentTooShort', { openedOn, closedOn, days, least, leastUntil, basis })]
          : []),
  ];
}

/** What comes right before each mark of a 全項目評価, and of the others. */
const BEFORE: Record<PiaMark, { full: 'commented' | PiaMark; other: PiaMark | null }> = {
  reviewed: { full: 'commented', other: null },
  submitted: { full: 'reviewed', other: null },
  published: { full: 'submitted', other: 'submitted' },
};

export function advancedObjections(given: Case<PiaAdvanced>): Refusal[] {
  const { context, event, fact } = given;
  const lacks = needed(given);
  const round = roundOf(context, fact.no);
  if (!round || lacks.length > 0) return lacks;
  const { evaluation, on } = round.judged;
  const before = BEFORE[fact.reached][evaluation === 'full' ? 'full' : 'other'];
  if (before === null) return notBefore(event, NOTED.piaJudged, on);
  if (before === 'commented') {
    const closed = round.commented?.closedOn;
    return closed === undefined
      ? [refusal('pia.before', { reached: fact.reached, before })]
      : notBefore(event, NOTED.piaCommented, closed);
  }
  const there = round.marks[before];
  return there
    ? notBefore(event, NOTED.piaAdvanced, there.on)
    : [refusal('pia.before', { reached: fact.reached, before })];
}

/** Of a round whose judgement is put right: what has come of it is in order for the new one too. */
export function judgedObjections(given: Case<PiaJudged>): Refusal[] {
  const { context, fact } = given;
  if (fact.evaluation !== 'full') return [];
  const { no } = fact;
  const commented = noteAt(context, NOTED.piaCommented, no);
  return piaMarks.flatMap((reached) => {
    const before = BEFORE[reached].full;
    const there =
      before === 'commented' ? commented : noteAt(context, NOTED.piaAdvanced, markKey(no, before));
    return noteAt(context, NOTED.piaAdvanced, markKey(no, reached)) && !there
      ? [refusal('pia.before', { reached, before })]
      : [];
  });
}
