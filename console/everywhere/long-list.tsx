// Tens of thousands of rows of which only those in sight are drawn, each read in the window of a hundred in which it lies.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { EverywhereRow } from '../../server/contract/day/everywhere.ts';
import { RegimeTag, StageTag, Tag } from '../ui/condition.tsx';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { type EverywhereFilters, everywhereQuery, WINDOW } from './queries.ts';
import { drawn, type Seen, windowsOf } from './window.ts';
import { everywhereWords } from './words.ts';

/** As everywhere.css has it. */
const ROW_PX = 36;

export function LongList({ filters, count }: { filters: EverywhereFilters; count: number }) {
  const { t } = useWords(everywhereWords);
  const box = useRef<HTMLElement>(null);
  const [seen, setSeen] = useState<Seen>({ top: 0, height: 600 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const look = () => setSeen({ top: element.scrollTop, height: element.clientHeight });
    look();
    element.addEventListener('scroll', look, { passive: true });
    const resized = new ResizeObserver(look);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', look);
      resized.disconnect();
    };
  }, []);
  // What scrolls by itself is reached by keyboard.
  const reachable = { tabIndex: 0, 'aria-label': t('everywhere.caption') };
  const { from, until } = drawn(seen, ROW_PX, count);
  const windows = windowsOf({ from, until }, WINDOW);
  const pages = useQueries({ queries: windows.map((offset) => everywhereQuery(filters, 'none', offset)) });
  const rowAt = (index: number): EverywhereRow | undefined => {
    const at = windows.findIndex((offset) => index >= offset && index < offset + WINDOW);
    const { data } = pages[at] ?? {};
    return data?.offset === windows[at] ? data?.items[index - data.offset] : undefined;
  };
  const indices = Array.from({ length: until - from }, (_, index) => from + index);
  return (
    <section ref={box} className="everywhere-list" {...reachable}>
      <table className="everywhere-table" aria-rowcount={count + 1}>
        <caption className="hidden">{t('everywhere.caption')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('everywhere.prefecture')}</th>
            <th scope="col">{t('everywhere.municipality')}</th>
            <th scope="col">{t('board.system')}</th>
            <th scope="col">{t('board.phase')}</th>
            <th scope="col">{t('everywhere.state')}</th>
            <th scope="col">{t('everywhere.due')}</th>
          </tr>
        </thead>
        <tbody>
          <Gap rows={from} />
          {indices.map((index) => (
            <OneRow key={index} index={index} row={rowAt(index)} />
          ))}
          <Gap rows={count - until} />
        </tbody>
      </table>
    </section>
  );
}

/** The place of those that are not drawn. */
function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    <tr>
      <td colSpan={6} className="everywhere-gap" style={{ height: rows * ROW_PX }} />
    </tr>
  );
}

function OneRow({ index, row }: { index: number; row: EverywhereRow | undefined }) {
  const { t, say } = useWords(everywhereWords);
  if (!row)
    return (
      <tr aria-rowindex={index + 2}>
        <td colSpan={6} className="soft">
          {t('everywhere.reading')}…
        </td>
      </tr>
    );
  return (
    <tr aria-rowindex={index + 2} className={row.overdue > 0 ? 'overdue' : undefined}>
      <td>{row.prefecture}</td>
      <td>{row.municipality}</td>
      <th scope="row">
        <Link
          to="/programmes/$code/systems/$system"
          params={{ code: row.programme, system: row.system }}
          search={{}}
        >
          {say(row.name)}
        </Link>
      </th>
      <td>{say(row.phaseLabel)}</td>
      <td>
        <StageTag row={row} /> <RegimeTag row={row} />{' '}
        {row.blockers > 0 && (
          <Tag tone="bad" icon="cross" text={t('everywhere.lacks', { count: row.blockers })} />
        )}
      </td>
      <td>
        {row.overdue > 0 && <Tag tone="full" icon="alert" text={t('board.overdue')} />}{' '}
        {row.dueOn && <Day value={row.dueOn} />}{' '}
        <span className="soft">{row.dueLabel && say(row.dueLabel)}</span>
      </td>
    </tr>
  );
}
