// What stands in an entry, as a correction of it has to say that it stood.
import { queryOptions } from '@tanstack/react-query';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import { get } from '../api.ts';
import { systemPath } from '../asks.ts';

export const correctionQuery = (code: string, system: string, seq: string) =>
  queryOptions({
    queryKey: ['correction', code, system, seq],
    queryFn: () =>
      get<CorrectionDraft>(`${systemPath(code, system)}/entries/${encodeURIComponent(seq)}/correction`),
    meta: { system },
  });
