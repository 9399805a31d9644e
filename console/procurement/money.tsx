// The money of one system: budgets by year, estimates in versions with what they differ by, requests, votes, the contract's versions.
import { Fragment } from 'react';
import type { EstimateView, MoneyView } from '../../server/contract/ends/money.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { Contract } from './contract.tsx';
import { type FiguresOf, FigureWay, FigureWays } from './figure-way.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

interface Props {
  money: MoneyView;
  /** Of which system, where what stands now is shown: each figure leads to its entry. Null of a past day. */
  of: FiguresOf | null;
}

export function Money({ money, of }: Props) {
  const { t } = useWords(procurementWords);
  const { budgets, obligations, estimates, requests, votes, contract } = money;
  const isEmpty =
    [budgets, obligations, estimates, requests, votes].every((list) => list.length === 0) && !contract;
  if (isEmpty) return <p className="soft">{t('procurement.noMoney')}</p>;
  return (
    <FigureWays value={of}>
      {budgets.length > 0 && <Budgets budgets={budgets} />}
      {obligations.length > 0 && <Obligations obligations={obligations} />}
      {estimates.length > 0 && <Estimates estimates={estimates} />}
      {requests.length > 0 && <Requests requests={requests} />}
      {votes.length > 0 && <Votes votes={votes} />}
      {contract && <Contract contract={contract} />}
    </FigureWays>
  );
}

function Budgets({ budgets }: { budgets: MoneyView['budgets'] }) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  const parts = ['requested', 'assessed', 'voted'] as const;
  const cell = (row: MoneyView['budgets'][number], part: (typeof parts)[number]) => {
    const yen = row[part];
    if (yen === null) return '－';
    const { fiscalYear: year, supplement } = row;
    const called = `${fiscalYear(year)} ${t(`procurement.${part}`)}`;
    return (
      <Fragment key={part}>
        {`${money(yen.migrationYen)}＋${money(yen.operationYen)}`}
        <FigureWay figure={`${part}/${year}/${supplement ?? 0}`} called={called} />
      </Fragment>
    );
  };
  return (
    <FiguresTable
      title={`${t('procurement.budgets')}${t('mark.open')}${t('procurement.migrationCost')}＋${t('procurement.operationCost')}${t('mark.close')}`}
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
          ...parts.map((part) => cell(row, part)),
        ],
      }))}
    />
  );
}

function Obligations({ obligations }: { obligations: MoneyView['obligations'] }) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  return (
    <FiguresTable
      title={t('procurement.obligations')}
      columns={[
        { head: t('procurement.number') },
        { head: t('procurement.matter') },
        { head: t('procurement.period') },
        { head: t('procurement.votedOn') },
        { head: t('procurement.limits'), number: true },
      ]}
      rows={obligations.map((row) => ({
        key: String(row.no),
        cells: [
          row.no,
          row.matter,
          <Fragment key="period">
            <Day value={row.startOn} />
            {' – '}
            <Day value={row.endOn} />
          </Fragment>,
          <Day key="on" value={row.on} />,
          <Fragment key="limits">
            {row.limits.map(({ fiscalYear: year, amountYen }) => (
              <div key={year}>{`${fiscalYear(year)} ${money(amountYen)}`}</div>
            ))}
            <FigureWay figure={`obligation/${row.no}`} called={row.matter} />
          </Fragment>,
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
          <Fragment key="sum">
            <strong>{money(row.totalYen)}</strong>
            <FigureWay figure={`estimate/${row.no}`} called={`${t('procurement.estimates')} ${row.no}`} />
          </Fragment>,
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
        cells: [
          row.subject,
          <Day key="on" value={row.on} />,
          row.procedure,
          <Fragment key="planned">
            {money(row.plannedYen)}
            <FigureWay figure={`request/${row.no}`} called={row.subject} />
          </Fragment>,
        ],
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
          <Fragment key="amount">
            {money(row.totalYen)}
            <FigureWay figure={`vote/${row.no}`} called={row.bill} />
          </Fragment>,
        ],
      }))}
    />
  );
}
