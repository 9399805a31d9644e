// Those with a seat as a reader knows them: by name, and whoever sits there for another with whose seat it is.
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { useWords } from '../words/language.tsx';
import { seatsOf } from './said.ts';
import { meetingsWords } from './words.ts';

type Seat = MeetingView['roll'][number];

export function useSeats(roll: readonly Seat[]) {
  const { t } = useWords(meetingsWords);
  const everyone = seatsOf([...roll]);
  const nameOf = (account: string): string => roll.find((seat) => seat.account === account)?.name ?? account;
  const forWhom = ({ deputy }: Seat): string | null => {
    if (!deputy) return null;
    return deputy.holder ? t('meeting.deputy', { holder: nameOf(deputy.holder) }) : t('meeting.vacant');
  };
  const saidOf = (account: string): string => {
    const seat = everyone.find((one) => one.account === account);
    const stead = seat && forWhom(seat);
    return stead ? t('meeting.standsFor', { name: nameOf(account), stead }) : nameOf(account);
  };
  return {
    everyone,
    nameOf,
    forWhom,
    /** With whose seat it is, where it is another's. */
    saidOf,
    names: (accounts: readonly string[]): string => accounts.map(saidOf).join(t('meeting.and')),
  };
}
