// Reminders: points of deadlines that came up, of those that are open and still have that day.

import type { Line } from '../../../../ledger/models/digests/line.ts';
import { isOpen } from '../../../../machines/deadline/status.ts';
import type { Notice } from '../../../../machines/record/effect.ts';
import { reminderAct, reminderText } from '../../../../texts/digest-texts.ts';
import { noticeText } from '../../../../texts/notice-texts.ts';
import { holdsOne, pageOf, type Round, type Source } from '../source.ts';
import type { Standing } from '../standing.ts';

type Reminder = Extract<
  Notice,
  { code: 'deadline.near' | 'deadline.today' | 'deadline.overdue' | 'deadline.missed' }
>;
const codes = ['deadline.near', 'deadline.today', 'deadline.overdue', 'deadline.missed'] as const;

export const isReminder = (notice: Notice): notice is Reminder => codes.some((code) => code === notice.code);

type Told = Standing & { notice: Reminder; deadlineId: string };
const isOfDeadline = (told: Standing): told is Told => told.deadlineId !== null && isReminder(told.notice);

export const deadlineLines: Source = async (ledger, round) => {
  const reminders = round.told.filter(isOfDeadline);
  const named = reminders.map(({ chain, deadlineId }) => ({ chain, deadline: deadlineId }));
  const found = await ledger.telling.deadlinesNamed(named);
  const open = new Map(found.filter(isOpen).map((one) => [`${one.chain}/${one.deadline}`, one.dueOn]));
  const holds = ({ chain, deadlineId, notice }: Told) => open.get(`${chain}/${deadlineId}`) === notice.dueOn;
  const lines = reminders.filter(holds).map((told) => ({ told, line: lineOf(round, told) }));
  return ({ holdings, sinceWall }) =>
    lines
      .filter(({ told }) => Date.parse(told.wallAt) >= Date.parse(sinceWall))
      .filter(({ told }) => holdsOne(holdings, told.posts, told.system))
      .map(({ line }) => line);
};

function lineOf(round: Round, { key, notice, deadlineId, system, name, recordedAt }: Told): Line {
  const { deadline, dueOn } = notice;
  const isMissed = notice.code === 'deadline.missed';
  return {
    key,
    kind: 'deadline',
    at: recordedAt,
    system: { id: system, name },
    text: isMissed ? noticeText(notice, round.names) : reminderText(deadline, dueOn, round.today),
    act: reminderAct(dueOn < round.today || isMissed),
    path: pageOf(round, system),
    warns: { deadline: deadlineId, dueOn },
  };
}
