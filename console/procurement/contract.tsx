// A contract in its versions, as made and as each amendment left it, and what its years have in budgets.
import { Fragment } from 'react';
import type { MoneyView } from '../../server/contract/ends/money.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { FigureWay } from './figure-way.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

export function Contract({ contract }: { contract: NonNullable<MoneyView['contract']> }) {
  const { t, day, money, fiscalYear } = useWords(procurementWords);
  const { versions, terminated, cover } = contract;
  return (
    <>
      <FiguresTable
        title={t('procurement.versions')}
        columns={[
          { head: t('procurement.version') },
          { head: t('procurement.day') },
          { head: t('procurement.decidedOn') },
          { head: t('procurement.sum'), number: true },
          { head: t('procurement.difference'), number: true },
          { head: t('procurement.until') },
          { head: t('procurement.reason') },
        ]}
        rows={versions.map((row) => ({
          key: String(row.no),
          cells: [
            row.no === 0 ? t('procurement.asMade') : t('procurement.amendment', { no: row.no }),
            <Day key="on" value={row.on} />,
            row.decidedOn && <Day key="decided" value={row.decidedOn} />,
            <Fragment key="sum">
              <strong>{money(row.totalYen)}</strong>
              <FigureWay
                figure={`version/${row.no}`}
                called={row.no === 0 ? t('procurement.asMade') : t('procurement.amendment', { no: row.no })}
              />
            </Fragment>,
            row.no === 0 ? '' : `${row.changeYen > 0 ? '+' : ''}${money(row.changeYen)}`,
            row.until && <Day key="until" value={row.until} />,
            row.reason ?? '',
          ],
        }))}
        below={
          terminated && (
            <p className="notice warn">
              {t('procurement.terminated', { day: day(terminated.on), reason: terminated.reason })}
            </p>
          )
        }
      />
      {cover.some(({ votedYen, limitYen }) => votedYen !== null || limitYen !== null) && (
        <FiguresTable
          title={t('procurement.budgets')}
          columns={[
            { head: t('procurement.fiscalYear') },
            { head: t('procurement.contracted'), number: true },
            { head: t('procurement.voted'), number: true },
            { head: t('procurement.limit'), number: true },
          ]}
          rows={cover.map((row) => ({
            key: String(row.fiscalYear),
            cells: [
              fiscalYear(row.fiscalYear),
              <Contracted key="contracted" row={row} />,
              row.votedYen === null ? '－' : money(row.votedYen),
              row.limitYen === null ? '－' : money(row.limitYen),
            ],
          }))}
        />
      )}
    </>
  );
}

/** What a contract takes of a year, and by how much that is more than there is: a budget may have been made less since. */
function Contracted({ row }: { row: NonNullable<MoneyView['contract']>['cover'][number] }) {
  const { t, money } = useWords(procurementWords);
  const { amountYen, votedYen, limitYen } = row;
  const lacking = amountYen - Math.max(votedYen ?? 0, limitYen ?? 0);
  const isKnown = votedYen !== null || limitYen !== null;
  return (
    <>
      {money(amountYen)}
      {isKnown && lacking > 0 && (
        <>
          <br />
          <span className="soft">{t('procurement.lacking', { amount: money(lacking) })}</span>
        </>
      )}
    </>
  );
}
