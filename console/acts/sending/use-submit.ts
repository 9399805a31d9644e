// Sends an act to the door and tells its answer apart: recorded, refused, overtaken by another, or unclear. Given up
// means cut off: nothing waits in a queue to be sent later.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { EntryPage, EntryView, SubmitBody, Submitted } from '../../../server/contract/entries.ts';
import type { SystemView } from '../../../server/contract/migrations.ts';
import { ApiProblem, get, requestId, post as send } from '../../api.ts';
import { changedByAct, systemPath } from '../../queries.ts';
import { useSpeech } from '../../words/language.tsx';
import { factOf } from '../form/fact.ts';
import type { ActView } from '../questions.ts';
import { useDesk } from './desk.ts';
import type { DraftHold } from './draft.ts';
import { useVerdict } from './verdict.ts';

export type Answer =
  | { kind: 'offline' }
  | { kind: 'stale'; changes: EntryView[] }
  | { kind: 'unsure' }
  | { kind: 'refused'; error: Error };

interface About {
  code: string;
  view: SystemView;
  post: string;
  account: string;
  act: ActView;
  hold: DraftHold;
  onDone: (message: string) => void;
}

export function useSubmit(about: About) {
  const { code, view, act, hold, onDone } = about;
  const { t, say } = useSpeech();
  const queries = useQueryClient();
  const { deliveries } = useDesk();
  const underWay = useRef<AbortController | null>(null);
  useEffect(() => () => underWay.current?.abort(), []);
  const { system } = view.row;
  const path = systemPath(code, system);
  const refresh = () =>
    Promise.all(changedByAct(code).map((queryKey) => queries.invalidateQueries({ queryKey })));

  const sending = useMutation({
    networkMode: 'always',
    mutationFn: async (): Promise<Submitted | Answer> => {
      if (!navigator.onLine) return { kind: 'offline' };
      const cut = new AbortController();
      underWay.current = cut;
      const { requestId: id } = hold.draft;
      deliveries.set(id, deliveryOf(about, 'sending'));
      try {
        const recorded = await send<Submitted>(`${path}/events`, bodyOf(about), cut.signal);
        deliveries.drop(id);
        return recorded;
      } catch (error) {
        return await answerTo(error, id);
      }
    },
    onSuccess: async (answer) => {
      if ('kind' in answer) return;
      await done(answer);
    },
  });

  async function done({ repeated, seq, hash }: Pick<Submitted, 'repeated' | 'seq' | 'hash'>): Promise<void> {
    hold.drop();
    const facts = { act: say(act.label), seq, hash: hash.slice(0, 8) };
    onDone(repeated ? t('act.repeated', facts) : t('act.done', facts));
    await refresh();
  }

  /** A clear answer ends the request id's use; an unclear one keeps it, so that asking again records nothing twice. */
  async function answerTo(error: unknown, id: string): Promise<Answer> {
    const unclear = error instanceof ApiProblem && (error.status === 0 || error.status >= 500);
    if (unclear) {
      deliveries.set(id, deliveryOf(about, 'asking'));
      return { kind: 'unsure' };
    }
    deliveries.drop(id);
    if (!(error instanceof ApiProblem) || error.status === 401) throw error;
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
  const answer = own ?? (data && 'kind' in data ? data : null);
  const late = useVerdict(hold.draft.requestId, deliveryOf(about, 'asking'), answer?.kind === 'unsure');
  const entry = late.kind === 'recorded' ? late.entry : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record answers once, whatever has been drawn since
  useEffect(() => {
    if (!entry) return;
    deliveries.drop(entry.requestId);
    void done({ ...entry, repeated: false });
  }, [entry?.hash]);

  return { send: () => sending.mutate(), sending: sending.isPending, answer };
}

function bodyOf({ act, hold: { draft }, post }: About): SubmitBody {
  const { occurredOn, seenVersion, requestId: id } = draft;
  return { fact: factOf(act, draft), post, occurredOn, requestId: id, seenVersion };
}

function deliveryOf({ account, code, view, act, hold }: About, state: 'sending' | 'asking') {
  const { system, name } = view.row;
  const { seenVersion } = hold.draft;
  return { account, code, system, systemName: name, act: act.label, seenVersion, draft: hold.key, state };
}
