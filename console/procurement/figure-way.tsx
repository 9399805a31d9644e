// The way from a figure to the entry in which it stands, where it is put right; whether it was already.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import type { MoneyEntry } from '../../server/contract/ends/money.ts';
import { useWords } from '../words/language.tsx';
import { moneyEntriesQuery } from './queries.ts';
import { procurementWords } from './words.ts';

/** What names a figure among those of its kind. */
type Figure = Pick<MoneyEntry, 'type'> & Partial<Pick<MoneyEntry, 'no' | 'fiscalYear' | 'supplement'>>;

export interface FiguresOf {
  code: string;
  system: string;
}
const Of = createContext<FiguresOf | null>(null);
/** Around figures of a system as they stand now. */
export const FigureWays = Of.Provider;

interface Props {
  figure: Figure;
  /** For who reads the link alone. */
  called: string;
}

export function FigureWay(props: Props) {
  const of = useContext(Of);
  return of && <Way {...props} of={of} />;
}

function Way({ figure, called, of: { code, system } }: Props & { of: FiguresOf }) {
  const { t } = useWords(procurementWords);
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
