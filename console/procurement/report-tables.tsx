// The report's tables on selections, contracts and money, each line leading to its system. A table without rows is left out.
import { Link } from '@tanstack/react-router';
import type { Report } from '../../server/contract/reports/tables.ts';
import { Day } from '../ui/day.tsx';
import { useWords } from '../words/language.tsx';
import { FiguresTable } from './table.tsx';
import { procurementWords } from './words.ts';

interface Props {
  code: string;
  report: Report;
}

export function ReportTables({ code, report }: Props) {
  return (
    <>
      <Selections code={code} report={report} />
      <Contracts code={code} report={report} />
      <Budgets code={code} report={report} />
      <Obligations code={code} report={report} />
      <Versions code={code} report={report} />
    </>
  );
}

interface Named {
  system: string;
  name: { ja: string; en: string };
}

function Way({ code, row }: { code: string; row: Named }) {
  const { say } = useWords(procurementWords);
  return (
    <Link to="/programmes/$code/procurement/$system" params={{ code, system: row.system }}>
      {say(row.name)}
    </Link>
  );
}

function Selections({ code, report: { selections } }: Props) {
  const { t } = useWords(procurementWords);
  if (selections.length === 0) return null;
  return (
    <FiguresTable
      title={t('procurement.selections')}
      columns={[
        { head: t('procurement.system') },
        { head: t('procurement.candidate') },
        { head: t('procurement.technical'), number: true },
        { head: t('procurement.price'), number: true },
        { head: t('procurement.total'), number: true },
        { head: t('procurement.method') },
        { head: t('procurement.applicants'), number: true },
      ]}
      rows={selections.map((row) => ({
        key: row.system,
        cells: [
          <Way key="way" code={code} row={row} />,
          row.candidate,
          <Score key="technical" score={row.technical} most={row.outOf.technical} />,
          <Score key="price" score={row.price} most={row.outOf.price} />,
          <span key="total">
            {row.total}
            {row.rounded && (
              <span className="soft">{t('procurement.printed', { total: row.printedTotal })}</span>
            )}
          </span>,
          row.method,
          row.applicants ?? '',
        ],
      }))}
    />
  );
}

function Score({ score, most }: { score: string; most: string }) {
  const { t } = useWords(procurementWords);
  return (
    <>
      {score}
      <span className="soft">{t('procurement.outOf', { most })}</span>
    </>
  );
}

function Contracts({ code, report: { contracts, contractSums } }: Props) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  if (contracts.length === 0) return null;
  const years = contractSums.amounts.map(({ fiscalYear: year }) => year);
  const inYear = (amounts: Report['contractSums']['amounts'], year: number) =>
    amounts.find((one) => one.fiscalYear === year)?.amountYen;
  const cell = (yen: number | undefined) => (yen === undefined ? '' : money(yen));
  return (
    <FiguresTable
      title={t('procurement.contracts')}
      columns={[
        { head: t('procurement.system') },
        { head: t('procurement.vendor') },
        ...years.map((year) => ({ head: fiscalYear(year), number: true })),
        { head: t('procurement.sum'), number: true },
      ]}
      rows={contracts.map((row) => ({
        key: row.system,
        cells: [
          <Way key="way" code={code} row={row} />,
          <span key="vendor">
            {row.vendor}
            {row.continuesInto.length > 0 && (
              <span className="soft">
                {' '}
                {t('procurement.continues', { years: row.continuesInto.map(fiscalYear).join(t('mark.and')) })}
              </span>
            )}
          </span>,
          ...years.map((year) => cell(inYear(row.amounts, year))),
          <strong key="sum">{money(row.totalYen)}</strong>,
        ],
      }))}
      foot={[
        t('procurement.sum'),
        '',
        ...years.map((year) => cell(inYear(contractSums.amounts, year))),
        <strong key="sum">{money(contractSums.totalYen)}</strong>,
      ]}
    />
  );
}

function Budgets({ code, report: { budgets } }: Props) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  if (budgets.length === 0) return null;
  const cell = (yen: number | null) => (yen === null ? '－' : money(yen));
  return (
    <FiguresTable
      title={t('procurement.budgets')}
      columns={[
        { head: t('procurement.system') },
        { head: t('procurement.fiscalYear') },
        ...(['requested', 'assessed', 'voted', 'limit', 'contracted'] as const).map((word) => ({
          head: t(`procurement.${word}`),
          number: true,
        })),
      ]}
      rows={budgets.map((row) => ({
        key: `${row.system}/${row.fiscalYear}`,
        cells: [
          <Way key="way" code={code} row={row} />,
          fiscalYear(row.fiscalYear),
          ...[row.requestedYen, row.assessedYen, row.votedYen, row.limitYen, row.contractYen].map(cell),
        ],
      }))}
    />
  );
}

function Obligations({ code, report: { obligations } }: Props) {
  const { t, money, fiscalYear } = useWords(procurementWords);
  if (obligations.length === 0) return null;
  return (
    <FiguresTable
      title={t('procurement.obligations')}
      columns={[
        { head: t('procurement.system') },
        { head: t('procurement.number') },
        { head: t('procurement.matter') },
        { head: t('procurement.votedOn') },
        { head: t('procurement.fiscalYear') },
        { head: t('procurement.limits'), number: true },
      ]}
      rows={obligations.map((row) => ({
        key: `${row.system}/${row.no}/${row.fiscalYear}`,
        cells: [
          <Way key="way" code={code} row={row} />,
          row.no,
          row.matter,
          <Day key="on" value={row.on} />,
          fiscalYear(row.fiscalYear),
          money(row.limitYen),
        ],
      }))}
    />
  );
}

function Versions({ code, report: { contractVersions } }: Props) {
  const { t, money } = useWords(procurementWords);
  if (contractVersions.length === 0) return null;
  return (
    <FiguresTable
      title={t('procurement.versions')}
      columns={[
        { head: t('procurement.system') },
        { head: t('procurement.version') },
        { head: t('procurement.day') },
        { head: t('procurement.decidedOn') },
        { head: t('procurement.sum'), number: true },
        { head: t('procurement.difference'), number: true },
        { head: t('procurement.reason') },
      ]}
      rows={contractVersions.map((row) => ({
        key: `${row.system}/${row.no}`,
        cells: [
          <Way key="way" code={code} row={row} />,
          row.no === 0 ? t('procurement.asMade') : t('procurement.amendment', { no: row.no }),
          <Day key="on" value={row.on} />,
          row.decidedOn && <Day key="decided" value={row.decidedOn} />,
          money(row.totalYen),
          row.no === 0 ? '' : money(row.changeYen),
          row.reason ?? '',
        ],
      }))}
    />
  );
}
