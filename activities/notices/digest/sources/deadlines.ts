// Reminders: points of deadlines that came up, of those that are open and still have that day.

import type { Line } from '../../../../ledger/models/digests/line.ts';
import { isOpen } from '../../../../machines/deadline/status.ts';
import type { Notice } from '../../../../machines/record/effect.ts';
import { reminderAct, reminderText } from '../../../../texts/telling/digest-texts.ts';
import { noticeText } from '../../../../texts/telling/notice-texts.ts';
import { heldAmong, pageOf, type Round, type Source } from '../source.ts';
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
  return ({ holdings, sinceWall }) =>
    current
      .filter(({ wallAt }) => Date.parse(wallAt) >= Date.parse(sinceWall))
      .flatMap((told) => {
        const posts = heldAmong(holdings, told.posts, told.system);
        return posts.length > 0 ? [lineOf(round, told, posts)] : [];
      });
};

function lineOf(round: Round, told: Told, posts: string[]): Line {
  const { key, notice, deadlineId, system, name, recordedAt } = told;
  const { deadline, dueOn } = notice;
  const isMissed = notice.code === 'deadline.missed' || notice.code === 'deadline.escalated';
  return {
    key,
    kind: 'deadline',
    at: recordedAt,
    system: { id: system, name },
    text: isMissed ? noticeText(notice, round.names) : reminderText(deadline, dueOn, round.today),
    act: reminderAct(dueOn < round.today || isMissed),
    path: pageOf(round, system),
    warns: { deadline: deadlineId, dueOn, posts },
  };
}
