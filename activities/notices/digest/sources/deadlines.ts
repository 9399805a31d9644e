// Reminders: points of deadlines that came up, of those that are open and still have that day. Each says how that day comes about.

import type { Line } from '../../../../ledger/models/digests/line.ts';
import type { Ledger } from '../../../../ledger/open.ts';
import type { PastState } from '../../../../ledger/past/past.ts';
import { derivationOf } from '../../../../machines/deadline/derivation.ts';
import { isOpen } from '../../../../machines/deadline/status.ts';
import type { Text } from '../../../../machines/definition/definition.ts';
import { standing } from '../../../../machines/migration/state.ts';
import type { Notice } from '../../../../machines/record/effect.ts';
import { dateReason } from '../../../../texts/deadline/derivation-texts.ts';
import { inPlaceOf, reminderAct, reminderText } from '../../../../texts/telling/digest-texts.ts';
import { noticeText } from '../../../../texts/telling/notice-texts.ts';
import { type Addressed, addressing } from '../addressing.ts';
import { pageOf, type Round, type Source } from '../source.ts';
import type { StillTrue } from '../still-true.ts';

const codes = [
  'deadline.near',
  'deadline.today',
  'deadline.overdue',
  'deadline.missed',
  'deadline.escalated',
] as const;
type Reminder = Extract<Notice, { code: (typeof codes)[number] }>;

export const isReminder = (notice: Notice): notice is Reminder => codes.some((code) => code === notice.code);

type Told = StillTrue & { notice: Reminder; deadlineId: string };
const isOfDeadline = (told: StillTrue): told is Told => told.deadlineId !== null && isReminder(told.notice);

export const deadlineLines: Source = async (ledger, round) => {
  const reminders = round.told.filter(isOfDeadline);
  const named = reminders.map(({ chain, deadlineId }) => ({ chain, deadline: deadlineId }));
  const found = await ledger.telling.deadlinesNamed(named);
  const open = new Map(found.filter(isOpen).map((one) => [`${one.chain}/${one.deadline}`, one.dueOn]));
  const holds = ({ chain, deadlineId, notice }: Told) => open.get(`${chain}/${deadlineId}`) === notice.dueOn;
  const current = reminders.filter(holds);
  const states = await statesOf(ledger, current);
  const each = current.map((told) => ({
    ...{ told, why: dateReasonOf(states, round, told), addressed: addressing(round, told) },
    held: isHeld(states.get(told.chain)),
  }));
  return (reader) =>
    each
      .filter(({ told }) => Date.parse(told.wallAt) >= Date.parse(reader.sinceWall))
      .flatMap(({ told, why, held, addressed }) => {
        const to = addressed(reader);
        return to === null ? [] : [lineOf(round, told, { to, why, held })];
      });
};

type States = ReadonlyMap<string, PastState>;

/** Of the migrations that something is told of, in one reading. */
async function statesOf(ledger: Ledger, reminders: readonly Told[]): Promise<States> {
  const chains = [...new Set(reminders.map(({ chain }) => chain))];
  const found = chains.length === 0 ? [] : await ledger.statesOn(chains, null);
  return new Map(found.map((state) => [state.chain, state]));
}

const isHeld = (state: PastState | undefined): boolean =>
  state !== undefined && standing(state.snapshot).activity === 'onHold';

/** Null of a deadline that is no longer in its definition. */
function dateReasonOf(states: States, { names }: Round, { chain, deadlineId }: Told): Text | null {
  const state = states.get(chain);
  const deadline = state?.definition.deadlines.find(({ id }) => id === deadlineId);
  if (!state || !deadline) return null;
  const { definition, snapshot } = state;
  return dateReason(derivationOf(definition, deadline, snapshot.context), deadline.kind, names.system);
}

interface Sent {
  to: Addressed;
  why: Text | null;
  held: boolean;
}

/** What was missed is told as it was; whether the migration is on hold, as it is now. */
function sentenceOf({ names, today }: Round, { notice }: Told, held: boolean): Text {
  const { deadline, dueOn } = notice;
  if (notice.code !== 'deadline.missed' && notice.code !== 'deadline.escalated')
    return reminderText(deadline, dueOn, { today, held });
  const { held: _then, ...missed } = notice;
  return noticeText(held ? { ...missed, held } : missed, names);
}

function lineOf(round: Round, told: Told, { to, why, held }: Sent): Line {
  const { key, notice, deadlineId, system, name, recordedAt } = told;
  const { dueOn } = notice;
  const isMissed = notice.code === 'deadline.missed' || notice.code === 'deadline.escalated';
  return {
    key,
    kind: 'deadline',
    at: recordedAt,
    system: { id: system, name },
    text: inPlaceOf(to.vacant, round.names, sentenceOf(round, told, held)),
    act: reminderAct({ isOver: dueOn < round.today || isMissed, held }),
    path: pageOf(round, system, to.posts[0]),
    warns: { deadline: deadlineId, dueOn, posts: to.posts },
    ...(why === null ? {} : { derivation: why }),
  };
}
