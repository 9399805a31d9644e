// Who is invited: everyone who has a seat in the body on that day, whoever presides, and who sits there for whom.
import type { MeetingBodyView } from '../../../server/contract/meetings/convening.ts';
import { useWords } from '../../words/language.tsx';
import { seatsOf } from '../said.ts';
import { SeatList } from '../seat-list.tsx';
import { conveningWords } from './words.ts';

interface Props {
  body: MeetingBodyView;
  on: string;
  form: 'inPerson' | 'circulation';
}

export function Invited({ body, on, form }: Props) {
  const { t, day } = useWords(conveningWords);
  const { seats, chair, deputyChair, quorum, circulationQuorum } = body;
  const needed = form === 'inPerson' ? quorum : (circulationQuorum ?? quorum);
  const facts = {
    day: day(on),
    count: seatsOf(seats).length,
    quorum: t('convene.quorum', { quorum: needed }),
  };
  return (
    <section aria-labelledby="convene-invited">
      <h2 id="convene-invited">{t('convene.invited')}</h2>
      {seats.length === 0 && <p className="notice warn">{t('convene.nobody')}</p>}
      {seats.length > 0 && <p className="small">{t('convene.invitedOn', facts)}</p>}
      <SeatList roll={seats} chair={chair} deputyChair={deputyChair} />
    </section>
  );
}
