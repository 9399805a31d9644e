// The money of one system: budgets by year, estimates in versions with what they differ by, requests, votes, the contract's versions.
import type { EstimateView, MoneyView } from '../../server/contract/ends/money.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

export function Money({ money }: { money: MoneyView }) {
  const { t } = useWords(procurementWords);
  const { budgets, obligations, estimates, requests, votes, contract } = money;
  const isEmpty =
    [budgets, obligations, estimates, requests, votes].every((list) => list.length === 0) && !contract;
  if (isEmpty) return <p className="soft">{t('procurement.noMoney')}</p>;
  return (
    <>
      {budgets.length > 0 && <Budgets budgets={budgets} />}
      {estimates.length > 0 && <Estimates estimates={estimates} />}
      {requests.length > 0 && <Requests requests={requests} />}
      {votes.length > 0 && <Votes votes={votes} />}
      {contract && <Contract contract={contract} />}
    </>
  );
}

function Budgets({ budgets }: { budgets: MoneyView['budgets'] }) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  const parts = ['requested', 'assessed', 'voted'] as const;
  const cell = (part: MoneyView['budgets'][number]['voted']) =>
    part === null ? '－' : `${money(part.migrationYen)}＋${money(part.operationYen)}`;
  return (
    <FiguresTable
      title={`${t('procurement.budgets')}（${t('procurement.migrationCost')}＋${t('procurement.operationCost')}）`}
      columns={[
        { head: t('procurement.fiscalYear') },
        ...parts.map((word) => ({ head: t(`procurement.${word}`), number: true })),
      ]}
      rows={budgets.map((row) => ({
        key: `${row.fiscalYear}/${row.supplement}`,
        cells: [
          `${fiscalYear(row.fiscalYear)} ${
            row.supplement === null
              ? t('procurement.initial')
              : t('procurement.supplement', { no: row.supplement })
          }`,
          ...parts.map((part) => cell(row[part])),
        ],
      }))}
    />
  );
}

function Estimates({ estimates }: { estimates: readonly EstimateView[] }) {
  const { t, say, money } = useWords(procurementWords);
  return (
    <FiguresTable
      title={t('procurement.estimates')}
      columns={[
        { head: t('procurement.version') },
        { head: t('procurement.kind') },
        { head: t('procurement.vendor') },
        { head: t('procurement.day') },
        { head: t('procurement.migrationCost'), number: true },
        { head: t('procurement.operationCost'), number: true },
        { head: t('procurement.sum'), number: true },
        { head: t('procurement.difference'), number: true },
        { head: t('procurement.reason') },
      ]}
      rows={estimates.map((row) => ({
        key: String(row.no),
        cells: [
          row.no,
          say(row.kindLabel),
          row.vendor,
          <Day key="on" value={row.on} />,
          money(row.migrationYen),
          money(row.operationYen),
          <strong key="sum">{money(row.totalYen)}</strong>,
          <Difference key="difference" against={row.against} />,
          row.reason ?? '',
        ],
      }))}
    />
  );
}

function Difference({ against }: { against: EstimateView['against'] }) {
  const { t, money } = useWords(procurementWords);
  if (!against) return null;
  const { amountYen, percent, exact } = against.variance;
  return (
    <>
      {`${amountYen > 0 ? '+' : ''}${money(amountYen)}`}
      <br />
      <span className="soft">
        {percent !== null && `${exact ? '' : '≒'}${percent}% `}
        {t('procurement.against', { no: against.no })}
      </span>
    </>
  );
}

function Requests({ requests }: { requests: MoneyView['requests'] }) {
  const { t, money } = useWords(procurementWords);
  return (
    <FiguresTable
      title={t('procurement.requests')}
      columns={[
        { head: t('procurement.subject') },
        { head: t('procurement.day') },
        { head: t('procurement.method') },
        { head: t('procurement.planned'), number: true },
      ]}
      rows={requests.map((row) => ({
        key: String(row.no),
        cells: [row.subject, <Day key="on" value={row.on} />, row.procedure, money(row.plannedYen)],
      }))}
    />
  );
}

function Votes({ votes }: { votes: MoneyView['votes'] }) {
  const { t, money } = useWords(procurementWords);
  return (
    <FiguresTable
      title={t('procurement.votes')}
      columns={[
        { head: t('procurement.bill') },
        { head: t('procurement.day') },
        { head: t('procurement.vote') },
        { head: t('procurement.amount'), number: true },
      ]}
      rows={votes.map((row) => ({
        key: String(row.no),
        cells: [
          row.bill,
          <Day key="on" value={row.on} />,
          t(row.rejected ? 'procurement.voteRejected' : 'procurement.votePassed'),
          money(row.totalYen),
        ],
      }))}
    />
  );
}

function Contract({ contract }: { contract: NonNullable<MoneyView['contract']> }) {
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
            <strong key="sum">{money(row.totalYen)}</strong>,
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
