// What scoring came to: the order with exact and printed totals, ties, candidate and runner-up, negotiations that failed.
import { useWords } from '../words/language.tsx';
import { rfpPath } from './queries.ts';
import type { Open } from './shown.ts';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  system: string;
  open: Open;
}

export function Ranking({ code, system, open }: Props) {
  const { t } = useWords(procurementWords);
  if (open.ranking.length === 0)
    return open.inside && open.inside.criteria.length > 0 ? (
      <p className="soft">{t('procurement.notClosed')}</p>
    ) : null;
  return (
    <FiguresTable
      title={t('procurement.ranking')}
      columns={[
        { head: t('procurement.rank') },
        { head: t('procurement.vendor') },
        { head: t('procurement.technical'), number: true },
        { head: t('procurement.price'), number: true },
        { head: t('procurement.total'), number: true },
      ]}
      rows={open.ranking.map((row, index) => ({
        key: row.bidder ?? String(index),
        cells: [
          row.rank ?? t('procurement.unranked'),
          row.name ?? t('procurement.unnamed'),
          row.technical,
          row.price,
          <span key="total">
            {row.total}
            {row.printed !== row.total && (
              <span className="soft">{t('procurement.printed', { total: row.printed })}</span>
            )}
          </span>,
        ],
      }))}
      below={<Below {...{ code, system, open }} />}
    />
  );
}

function Below({ code, system, open }: Props) {
  const { t, say, day } = useWords(procurementWords);
  const { outcome, inside } = open;
  const names = new Map(inside?.bidders.map(({ id, name }) => [id, name]));
  const file = (format: string) => `/api/v1${rfpPath(code, system)}/table?format=${format}`;
  return (
    <>
      {inside?.ties.map((tie) => (
        <p key={tie.join()} className="notice warn">
          {t('procurement.tie', { bidders: tie.map((id) => names.get(id) ?? id).join('、') })}
        </p>
      ))}
      {inside?.parted.map(({ order, how, reason }) => (
        <p key={order.join()} className="small">
          {t('procurement.parted', {
            order: order.map((id) => names.get(id) ?? id).join(t('procurement.then')),
            how: say(how),
            reason,
          })}
        </p>
      ))}
      {outcome && (
        <dl className="facts">
          <div>
            <dt>{t('procurement.candidate')}</dt>
            <dd>
              {outcome.candidate ?? t('app.none')}{' '}
              <span className="soft small">{t('procurement.candidateNote')}</span>
            </dd>
          </div>
          <div>
            <dt>{t('procurement.runnerUp')}</dt>
            <dd>{outcome.runnerUp ?? t('app.none')}</dd>
          </div>
          {outcome.reason && (
            <div>
              <dt>{t('procurement.reason')}</dt>
              <dd>{outcome.reason}</dd>
            </div>
          )}
        </dl>
      )}
      {outcome?.failed.map(({ name, on, reason }) => (
        <p key={`${name}/${on}`} className="small">
          {t('procurement.failed', {
            name: name ?? t('procurement.unnamed'),
            day: day(on),
            reason: reason ?? '',
          })}
        </p>
      ))}
      {inside && (
        <p className="small">
          {t('procurement.table')}：<a href={file('xlsx')}>.xlsx</a> ・ <a href={file('csv')}>CSV</a>
        </p>
      )}
    </>
  );
}
