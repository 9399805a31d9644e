// Sends an act to the door and tells its answer apart: recorded, refused, overtaken by another, or unclear.

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { EntryPage, EntryView, SubmitBody, Submitted } from '../../server/contract/entries.ts';
import { ApiProblem, get, requestId, post as send } from '../api.ts';
import { changedByAct, systemPath } from '../queries.ts';
import { useSpeech } from '../words/language.tsx';
import { factOf } from './act-fact.ts';
import type { ActView } from './act-fields.ts';
import type { DraftHold } from './draft.ts';

export type Answer =
  | { kind: 'stale'; changes: EntryView[] }
  | { kind: 'unsure' }
  | { kind: 'refused'; error: Error };

interface About {
  code: string;
  system: string;
  post: string;
  act: ActView;
  hold: DraftHold;
  onDone: (message: string) => void;
}

export function useSubmit({ code, system, post, act, hold, onDone }: About) {
  const { t, say } = useSpeech();
  const queries = useQueryClient();
  const path = systemPath(code, system);
  const refresh = () =>
    Promise.all(changedByAct(code).map((queryKey) => queries.invalidateQueries({ queryKey })));

  const sending = useMutation({
    mutationFn: async (): Promise<Submitted | Answer> => {
      const { draft } = hold;
      const { occurredOn, seenVersion } = draft;
      const fact = factOf(act.type, act.phase, draft);
      const body: SubmitBody = { fact, post, occurredOn, requestId: draft.requestId, seenVersion };
      try {
        return await send<Submitted>(`${path}/events`, body);
      } catch (error) {
        return await answerTo(error);
      }
    },
    onSuccess: async (answer) => {
      if ('kind' in answer) return;
      hold.drop();
      const { repeated, seq, hash } = answer;
      const facts = { act: say(act.label), seq, hash: hash.slice(0, 8) };
      onDone(repeated ? t('act.repeated', facts) : t('act.done', facts));
      await refresh();
    },
  });

  /** A clear answer ends the request id's use; an unclear one keeps it, so that asking again records nothing twice. */
  async function answerTo(error: unknown): Promise<Answer> {
    if (!(error instanceof ApiProblem) || error.status === 401) throw error;
    if (error.status === 0 || error.status >= 500) return { kind: 'unsure' };
    hold.change({ requestId: requestId() });
    if (!error.stale) return { kind: 'refused', error };
    const { items } = await get<EntryPage>(`${path}/entries`, { limit: 20 });
    const changes = items.filter((entry) => entry.seq > hold.draft.seenVersion);
    hold.change({ seenVersion: items[0]?.seq ?? hold.draft.seenVersion });
    await refresh();
    return { kind: 'stale', changes };
  }

  const { data } = sending;
  const own: Answer | null = sending.error ? { kind: 'refused', error: sending.error } : null;
  return {
    send: () => sending.mutate(),
    sending: sending.isPending,
    answer: own ?? (data && 'kind' in data ? data : null),
  };
}
