// Everyone with a seat in a meeting, and what a holder has yet to look at (後閲) of what was done in their name.
import { useQuery } from '@tanstack/react-query';
import type { MeetingView } from '../../server/contract/meetings/meetings.ts';
import { Tag } from '../ui/condition.tsx';
import { useWords } from '../words/language.tsx';
import { deputiesQuery } from './queries.ts';
import { SeatList } from './seat-list.tsx';
import { meetingsWords } from './words.ts';

interface Props {
  code: string;
  view: MeetingView;
}

type Seat = MeetingView['roll'][number];

export function Seats({ code, view }: Props) {
  const { t } = useWords(meetingsWords);
  const { roll, chair, deputyChair } = view;
  return (
    <section className="card" aria-labelledby="seats">
      <h2 id="seats">{t('meeting.seats')}</h2>
      <SeatList
        {...{ roll, chair, deputyChair }}
        beside={(seat) => seat.deputy?.kind === 'forAbsent' && <Seen {...{ code, view, seat }} />}
      />
    </section>
  );
}

/** Of a 代決: by when its holder looks at it; once something stands in their name, only until they have. */
function Seen({ code, view, seat }: Props & { seat: Seat }) {
  const { t, day } = useWords(meetingsWords);
  const { data } = useQuery(deputiesQuery(code));
  if (!data) return null;
  const awaited = data.awaiting.find(
    ({ account, holder, meeting }) =>
      meeting === view.number && account === seat.account && holder === seat.deputy?.holder,
  );
  const by = awaited ? awaited.seenBy : seat.deputy?.seenBy;
  if (!by || (view.status !== 'open' && !awaited)) return null;
  return awaited?.isLate ? (
    <Tag tone="bad" icon="alert" text={t('meeting.awaitsLate', { day: day(by, 'short') })} />
  ) : (
    <Tag tone="" icon="clock" text={t('meeting.awaits', { day: day(by, 'short') })} />
  );
}
