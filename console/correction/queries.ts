// What stands in an entry, as a correction of it has to say that it stood.
import { queryOptions } from '@tanstack/react-query';
import type { CorrectionDraft } from '../../server/contract/corrections.ts';
import { get, programmePath } from '../api.ts';

export const systemOf = (code: string, system: string): string =>
  `${programmePath(code)}/systems/${encodeURIComponent(system)}`;

export const correctionQuery = (code: string, system: string, seq: string) =>
  queryOptions({
    queryKey: ['correction', code, system, seq],
    queryFn: () =>
      get<CorrectionDraft>(`${systemOf(code, system)}/entries/${encodeURIComponent(seq)}/correction`),
    meta: { system },
  });
