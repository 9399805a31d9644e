// The order that one scoring came to, as a table: exact and printed totals, what was carried into it, and of a round who went on.
import type { ReactNode } from 'react';
import { useWords } from '../words/language.tsx';
import type { Open } from './shown.ts';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

type Line = Open['ranking'][number] & { goesOn?: boolean | null };

interface OrderProps {
  title: string;
  ranking: readonly Line[];
  /** Of a round that is over: whether each went on. */
  tellsWhoGoesOn?: boolean;
  below: ReactNode;
}

export function Order({ title, ranking, tellsWhoGoesOn = false, below }: OrderProps) {
  const { t } = useWords(procurementWords);
  const isCarried = ranking.some(({ carried }) => carried !== null);
  return (
    <FiguresTable
      title={title}
      columns={[
        { head: t('procurement.rank') },
        { head: t('procurement.vendor') },
        { head: t('procurement.technical'), number: true },
        { head: t('procurement.price'), number: true },
        ...(isCarried ? [{ head: t('procurement.carried'), number: true }] : []),
        { head: t('procurement.total'), number: true },
        ...(tellsWhoGoesOn ? [{ head: t('procurement.goesOn') }] : []),
      ]}
      rows={ranking.map((row, index) => ({
        key: row.bidder ?? String(index),
        cells: [
          row.rank ?? t('procurement.unranked'),
          row.name ?? t('procurement.unnamed'),
          row.technical,
          row.price,
          ...(isCarried ? [row.carried ? `${row.carried.technical}＋${row.carried.price}` : '0'] : []),
          <Total key="total" row={row} />,
          ...(tellsWhoGoesOn ? [<GoesOn key="on" goesOn={row.goesOn ?? null} />] : []),
        ],
      }))}
      below={below}
    />
  );
}

function Total({ row: { total, printed } }: { row: Line }) {
  const { t } = useWords(procurementWords);
  return (
    <>
      {total}
      {printed !== total && <span className="soft">{t('procurement.printed', { total: printed })}</span>}
    </>
  );
}

function GoesOn({ goesOn }: { goesOn: boolean | null }) {
  const { t } = useWords(procurementWords);
  if (goesOn === null) return <span className="soft">{t('procurement.unnamed')}</span>;
  return <>{t(goesOn ? 'procurement.wentOn' : 'procurement.wentOut')}</>;
}
