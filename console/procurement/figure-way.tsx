// The way from a figure to the entry in which it stands, where it is put right; whether it was already.
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { MoneyEntry } from '../../server/contract/ends/money.ts';
import { useWords } from '../words/language.tsx';
import { moneyEntriesQuery } from './queries.ts';
import { procurementWords } from './words.ts';

/** What names a figure among those of its kind. */
type Figure = Pick<MoneyEntry, 'type'> & Partial<Pick<MoneyEntry, 'no' | 'fiscalYear' | 'supplement'>>;

export function FigureWay({ figure, called }: { figure: Figure; called: string }) {
  const { t } = useWords(procurementWords);
  const { code, system } = useParams({ from: '/within/programmes/$code/procurement/$system' });
  const { data } = useQuery(moneyEntriesQuery(code, system));
  const found = data?.items.find((one) => isOf(one, figure));
  if (!found) return null;
  return (
    <span className="procurement-way">
      {found.corrected && <strong>{t('procurement.corrected')}</strong>}
      <Link
        className="no-print"
        to="/programmes/$code/systems/$system/entries/$seq"
        params={{ code, system, seq: String(found.entry) }}
        aria-label={t('procurement.correctOf', { what: called, seq: found.entry })}
      >
        {t('procurement.correct', { seq: found.entry })}
      </Link>
    </span>
  );
}

const isOf = (one: MoneyEntry, { type, no, fiscalYear = null, supplement = null }: Figure): boolean =>
  one.type === type &&
  (no === undefined ? one.fiscalYear === fiscalYear && one.supplement === supplement : one.no === no);
