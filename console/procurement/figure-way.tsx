// The way from a figure to the entry in which it stands, where it is put right; whether it was already.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { createContext, useContext } from 'react';
import { useWords } from '../words/language.tsx';
import { moneyEntriesQuery } from './queries.ts';
import { procurementWords } from './words.ts';

export interface FiguresOf {
  code: string;
  system: string;
}
const Of = createContext<FiguresOf | null>(null);
/** Around figures of a system as they stand now. */
export const FigureWays = Of.Provider;

interface Props {
  /** `estimate/2`, as the server names it. */
  figure: string;
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
  const found = data?.items.find((one) => one.figure === figure);
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
