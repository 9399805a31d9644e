// Meetings of the programme's bodies, the newest first, each the way to its page.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MeetingLine } from '../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../server/contract/meetings/words.ts';
import { meQuery } from '../queries.ts';
import { ChangeWay } from '../settings/change-way.tsx';
import { useTitle } from '../shell/title.ts';
import { Day } from '../ui/day.tsx';
import { Waiting } from '../ui/problem.tsx';
import { Scroll } from '../ui/scroll.tsx';
import { useWords } from '../words/language.tsx';
import { bodiesFor } from './convening/use-convened.ts';
import { conveningQuery, meetingsQuery } from './queries.ts';
import { meetingsWords } from './words.ts';
import './meetings.css';

export function MeetingsPage() {
  const { t } = useWords(meetingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/meetings' });
  const { data, error } = useQuery(meetingsQuery(code));
  const { data: me } = useQuery(meQuery);
  const { data: found } = useQuery(conveningQuery(code, null));
  useTitle(t('meetings.title'));
  return (
    <main className="page meeting" id="content" tabIndex={-1}>
      <p className="small no-print">
        <Link to="/programmes/$code/decide" params={{ code }} search={{}}>
          {t('meetings.toDecide')}
        </Link>
      </p>
      <h1>{t('meetings.title')}</h1>
      {me && found && bodiesFor(me, code, found).length > 0 && (
        <p className="no-print">
          <Link className="button solid" to="/programmes/$code/meetings/convene" params={{ code }}>
            {t('meetings.convene')}
          </Link>
        </p>
      )}
      <p>
        <ChangeWay code={code} asked={{ change: 'body' }}>
          {t('meetings.addBody')}
        </ChangeWay>{' '}
        <ChangeWay code={code} asked={{ change: 'quorum' }}>
          {t('meetings.quorum')}
        </ChangeWay>
      </p>
      {!data && <Waiting error={error} />}
      {data?.items.length === 0 && <p className="card">{t('meetings.none')}</p>}
      {data && data.items.length > 0 && <Table code={code} items={data.items} />}
    </main>
  );
}

function Table({ code, items }: { code: string; items: readonly MeetingLine[] }) {
  const { t, say } = useWords(meetingsWords);
  const heads = ['number', 'body', 'day', 'form', 'state', 'items', 'minutesNo'] as const;
  return (
    <Scroll label={t('meetings.title')}>
      <table className="grid-table">
        <caption className="hidden">{t('meetings.title')}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`meetings.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ number, bodyLabel, on, form, status, sat, items: count, minutes }) => (
            <tr key={number}>
              <td>{number}</td>
              <th scope="row">
                <Link to="/programmes/$code/meetings/$number" params={{ code, number: String(number) }}>
                  {say(bodyLabel)}
                </Link>
              </th>
              <td>
                <Day value={on} />
              </td>
              <td>{say(meetingWords.form[form])}</td>
              <td>{status === 'closed' && !sat ? t('meetings.unsat') : say(meetingWords.status[status])}</td>
              <td>{count}</td>
              <td>{minutes?.documentNo}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
