// Looking at what an occurrence would do, and recording it by one press.
import { useMutation } from '@tanstack/react-query';
import type { Submitted } from '../../../server/contract/entries.ts';
import type { ProgrammeView } from '../../../server/contract/programmes.ts';
import type { OccurrencePreview } from '../../../server/contract/settings/occurrences.ts';
import { useOnce } from '../../acts/sending/once.ts';
import { programmePath, post as send } from '../../api.ts';

export interface Acting {
  programme: ProgrammeView;
  /** In which it is recorded. */
  post: string;
  account: string;
}

export interface Said {
  fact: { type: string; [more: string]: unknown };
  occurredOn: string;
}

export function useOccurrence(
  { programme, post, account }: Acting,
  said: Said,
  onDone: (answer: Submitted) => void,
) {
  const { code, version } = programme;
  const look = useMutation({
    mutationFn: (asked: { id: string; on: string | null }) =>
      send<OccurrencePreview>(`${programmePath(code)}/occurrences/preview`, asked, account),
  });
  const record = useOnce<Submitted>({
    code,
    content: JSON.stringify(said),
    send: (requestId, signal) =>
      send(
        `${programmePath(code)}/events`,
        { ...said, seenVersion: version, post, requestId },
        account,
        signal,
      ),
    onDone,
  });
  return { look, record };
}
