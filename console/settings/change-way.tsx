// The way from where a thing is seen into the form by which it is changed, for whoever may propose; what is known of it is filled in.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { programmeQuery } from '../queries.ts';
import { usePostAmong } from './acting.ts';
import type { Asked } from './amendments/proposing/asked-parts.ts';

/** Whether the reader may propose an amendment of that programme. */
export function useMayPropose(code: string): boolean {
  const { data: programme } = useQuery(programmeQuery(code));
  const proposers = programme?.proposers.map(({ post }) => post) ?? [];
  return usePostAmong(code, proposers).post !== null;
}

interface Props {
  code: string;
  asked: Asked;
  /** What it is about, for who reads the link alone. */
  called?: string;
  children: ReactNode;
}

export function ChangeWay({ code, asked, called, children }: Props) {
  const mayPropose = useMayPropose(code);
  if (!mayPropose) return null;
  return (
    <Link
      className="small no-print"
      to="/programmes/$code/settings"
      params={{ code }}
      search={asked}
      {...(called === undefined ? {} : { 'aria-label': called })}
    >
      {children}
    </Link>
  );
}
