// The way to a system's page: now, or as of the day that is being looked at.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Past } from '../asks.ts';

interface Props {
  code: string;
  system: string;
  past: Past | null;
  children: ReactNode;
}

export function SystemLink({ code, system, past, children }: Props) {
  const params = { code, system };
  return past ? (
    <Link to="/programmes/$code/past/systems/$system" params={params} search={past}>
      {children}
    </Link>
  ) : (
    <Link to="/programmes/$code/systems/$system" params={params} search={{}}>
      {children}
    </Link>
  );
}
