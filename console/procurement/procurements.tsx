// How the procurement of each system stands, a line each, with the way to its own page.
import { Link } from '@tanstack/react-router';
import type { ProcurementList } from '../../server/contract/procuring/rfp.ts';
import { Tag } from '../ui/condition.tsx';
import { Moment } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

type Item = ProcurementList['items'][number];

export function Procurements({ code, list }: { code: string; list: ProcurementList }) {
  const { t, say } = useWords(procurementWords);
  const hasAny = ({ rfp, undisclosed, ended }: Item) => rfp !== null || undisclosed !== null || ended > 0;
  const without = list.items.filter((item) => !hasAny(item));
  const way = (item: Item) => (
    <Link key={item.system} to="/programmes/$code/procurement/$system" params={{ code, system: item.system }}>
      {say(item.name)}
    </Link>
  );
  const columns = [
    { head: t('procurement.system') },
    { head: t('procurement.phase') },
    { head: t('procurement.form') },
    { head: t('procurement.next') },
    { head: t('procurement.applicants'), number: true },
    { head: t('procurement.candidate') },
  ];
  const rows = list.items.filter(hasAny).map((item) => ({
    key: item.system,
    cells: [
      way(item),
      say(item.phaseLabel),
      <What key="what" item={item} />,
      <Next key="next" item={item} />,
      item.rfp?.applicants ?? '',
      item.rfp?.candidate ?? '',
    ],
  }));
  const others = without.length > 0 && (
    <details open={rows.length === 0}>
      <summary className="small">{t('procurement.without', { count: without.length })}</summary>
      <ul className="procurement-serves small">
        {without.map((item) => (
          <li key={item.system}>{way(item)}</li>
        ))}
      </ul>
    </details>
  );
  if (rows.length > 0)
    return <FiguresTable title={t('procurement.systems')} columns={columns} rows={rows} below={others} />;
  return (
    <section className="card" aria-labelledby="procurement-systems">
      <h2 id="procurement-systems">{t('procurement.systems')}</h2>
      {others}
    </section>
  );
}

function What({ item: { rfp, undisclosed, ended } }: { item: Item }) {
  const { t, say } = useWords(procurementWords);
  if (undisclosed) return <span className="soft">{say(undisclosed)}</span>;
  const past = ended > 0 ? ` ${t('procurement.ended', { count: ended })}` : '';
  if (!rfp) return <span className="soft">{`${t('procurement.none')}${past}`}</span>;
  return (
    <>
      {say(rfp.form)}
      {t('mark.colon')}
      {rfp.title}
      <span className="soft">{past}</span>
      {rfp.awaitsSheet && (
        <>
          {' '}
          <Tag tone="key" icon="alert" text={t('procurement.awaitsSheet')} />
        </>
      )}
    </>
  );
}

function Next({ item: { rfp } }: { item: Item }) {
  const { t, say } = useWords(procurementWords);
  if (!rfp) return null;
  if (!rfp.next) return <span className="soft">{t('procurement.allOver')}</span>;
  return (
    <>
      {say(rfp.next.label)} <Moment value={rfp.next.at} />
    </>
  );
}
