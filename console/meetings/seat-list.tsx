// Seats, each once: who presides, and who sits there for whom.
import type { ReactNode } from 'react';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { useWords } from '../words/language.tsx';
import { useSeats } from './use-seats.ts';
import { meetingsWords } from './words.ts';

interface Props extends Pick<MeetingView, 'roll' | 'chair' | 'deputyChair'> {
  beside?: (seat: MeetingView['roll'][number]) => ReactNode;
}

export function SeatList({ roll, chair, deputyChair, beside }: Props) {
  const { t } = useWords(meetingsWords);
  const { everyone, nameOf, forWhom } = useSeats(roll);
  const roleOf = (account: string) =>
    account === chair ? t('meeting.isChair') : account === deputyChair ? t('meeting.isDeputyChair') : null;
  return (
    <ul className="meeting-seats">
      {everyone.map((seat) => (
        <li key={seat.account}>
          {nameOf(seat.account)}
          {[roleOf(seat.account), forWhom(seat)].map(
            (said) =>
              said && (
                <span key={said} className="soft">
                  {t('meeting.beside', { said })}
                </span>
              ),
          )}{' '}
          {beside?.(seat)}
        </li>
      ))}
    </ul>
  );
}
