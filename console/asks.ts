// Where the answers are that a page begins with, by name: for who asks for them, and for who asks before the page's code is there
// (`early.ts`). Knows no query and no page.
import { type Asked, programmePath } from './api.ts';

/** A day that is past, by one of its two dates; null is now. */
export interface Past {
  asOf: string;
  by: 'occurred' | 'recorded';
}

export interface BoardFilters {
  wave?: string;
  phase?: string;
  activity?: string;
  regime?: string;
  overdue?: string;
  stage?: string;
  blocked?: string;
  live?: string;
  business?: string;
  waitingFor?: string;
  q?: string;
}

export const day = (past: Past | null) => (past ? { asOf: past.asOf, by: past.by } : {});

export const systemPath = (code: string, system: string) =>
  `${programmePath(code)}/systems/${encodeURIComponent(system)}`;

export const asks = {
  me: ['/me'],
  programme: (code: string): Asked => [programmePath(code)],
  today: (code: string): Asked => [`${programmePath(code)}/today`],
  board: (code: string, filters: BoardFilters, past: Past | null, cursor?: string): Asked => [
    `${programmePath(code)}/systems`,
    { ...filters, ...day(past), order: 'worst', limit: 200, cursor },
  ],
  system: (code: string, system: string, past: Past | null): Asked => [systemPath(code, system), day(past)],
  explanation: (code: string, system: string, post: string): Asked => [
    `${systemPath(code, system)}/explanation`,
    { post },
  ],
  schedule: (code: string, past: Past | null): Asked => [`${programmePath(code)}/schedule`, day(past)],
  inbox: (code: string): Asked => [`${programmePath(code)}/inbox`, { limit: 50 }],
  procurements: (code: string): Asked => [`${programmePath(code)}/procurements`],
  tables: (code: string): Asked => [`${programmePath(code)}/report`],
} as const;
