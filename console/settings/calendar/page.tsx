// 暦: a year with its closed days, each with where it comes from.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { lengthOfMonth, two, weekday } from '../../../machines/values/date.ts';
import type { CalendarList } from '../../../server/contract/settings/paths.ts';
import { Day } from '../../ui/day.tsx';
import { Waiting } from '../../ui/problem.tsx';
import { useWords } from '../../words/language.tsx';
import { ChangeWay } from '../change-way.tsx';
import { Frame } from '../frame.tsx';
import { calendarsQuery } from '../queries.ts';
import { settingsWords } from '../words.ts';

type Calendar = CalendarList['items'][number];
const months = Array.from({ length: 12 }, (_none, at) => at + 1);
const weeks = {
  ja: ['日', '月', '火', '水', '木', '金', '土'],
  en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
};

export function CalendarPage() {
  const { t, era, language } = useWords(settingsWords);
  const { code } = useParams({ from: '/within/programmes/$code/settings/calendar' });
  const { year } = useSearch({ from: '/within/programmes/$code/settings/calendar' });
  const { data, error } = useQuery(calendarsQuery(code, year));
  const to = (other: number) => ({
    to: '/programmes/$code/settings/calendar' as const,
    params: { code },
    search: { year: String(other) },
  });
  return (
    <Frame title="settings.calendar">
      {!data && <Waiting error={error} withheld={t('settings.for')} />}
      {data && (
        <>
          <p className="settings-row">
            <Link {...to(data.year - 1)}>{t('calendar.before')}</Link>
            <strong>
              {t('calendar.year', { year: data.year })}
              {language === 'ja' && `（${era(`${data.year}-12-31`)?.split('年')[0]}年）`}
            </strong>
            <Link {...to(data.year + 1)}>{t('calendar.after')}</Link>
            <ChangeWay code={code} asked={{ change: 'closedDay' }}>
              {t('calendar.close')}
            </ChangeWay>
          </p>
          {data.items.map((one) => (
            <Year key={`${one.id}@${one.version}`} code={code} calendar={one} year={data.year} />
          ))}
          <p className="small soft">
            {t('calendar.change')}{' '}
            <Link to="/programmes/$code/settings" params={{ code }}>
              {t('settings.amendments')}
            </Link>
          </p>
        </>
      )}
    </Frame>
  );
}

function Year({ code, calendar, year }: { code: string; calendar: Calendar; year: number }) {
  const { t, say, day } = useWords(settingsWords);
  const { id, version, source, systems, provisionalFrom, closed, halfDays } = calendar;
  return (
    <section className="card" aria-labelledby={`calendar-${id}`}>
      <h2 id={`calendar-${id}`}>
        {t('settings.calendar')} <span className="tag">{t('calendar.version', { version })}</span>
      </h2>
      <p className="small">
        {t('calendar.systems', { count: systems.length })}　{source}
      </p>
      {provisionalFrom.slice(0, 4) <= String(year) && (
        <p className="notice warn">{t('calendar.provisional', { day: day(provisionalFrom) })}</p>
      )}
      <div className="settings-months">
        {months.map((month) => (
          <Month key={month} calendar={calendar} year={year} month={month} />
        ))}
      </div>
      <table className="grid-table">
        <caption className="hidden">{t('calendar.closedDays', { year })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('calendar.day')}</th>
            <th scope="col">{t('calendar.why')}</th>
            <th scope="col">{t('calendar.from')}</th>
          </tr>
        </thead>
        <tbody>
          {closed.map(({ on, why, from, weekend }) => (
            <tr key={on}>
              <td>
                <Day value={on} form="long" />{' '}
                {weekend && <span className="soft">{t('calendar.weekend')}</span>}
              </td>
              <td>{say(why)}</td>
              <td>
                <span className={from === 'programme' ? 'tag key' : 'tag'}>{t(`calendar.${from}`)}</span>{' '}
                {from === 'programme' && (
                  <ChangeWay
                    code={code}
                    asked={{ change: 'closedDay', on, closed: 'false' }}
                    called={t('calendar.openOf', { day: day(on, 'long') })}
                  >
                    {t('calendar.open')}
                  </ChangeWay>
                )}
              </td>
            </tr>
          ))}
          {halfDays.map(({ on, closesAt, name }) => (
            <tr key={on}>
              <td>
                <Day value={on} form="long" />
              </td>
              <td>
                {t('calendar.half', { time: closesAt })} {name}
              </td>
              <td>{t('calendar.programme')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Month({ calendar, year, month }: { calendar: Calendar; year: number; month: number }) {
  const { language } = useWords(settingsWords);
  const first = weekday(`${year}-${two(month)}-01`);
  const length = lengthOfMonth(year, month);
  const rows = Array.from({ length: Math.ceil((first + length) / 7) }, (_none, week) =>
    Array.from({ length: 7 }, (_same, at) => week * 7 + at - first + 1),
  );
  const closed = new Map(calendar.closed.map((one) => [one.on, one]));
  return (
    <div className="settings-month">
      <table>
        <caption>{language === 'ja' ? `${month}月` : `${year}-${two(month)}`}</caption>
        <thead>
          <tr>
            {weeks[language].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]}>
              {row.map((date, at) => {
                const one = closed.get(`${year}-${two(month)}-${two(date)}`);
                const style = one
                  ? `closed ${one.from === 'programme' ? 'own' : ''}`
                  : at % 6 === 0
                    ? 'weekend'
                    : '';
                return (
                  <td key={date} className={style}>
                    {date > 0 && date <= length ? date : ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
