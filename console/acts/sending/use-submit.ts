// Sends an act to the door and tells its answer apart: recorded, refused, overtaken by another, or unclear. Given up
// means cut off: nothing waits in a queue to be sent later.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { EntryView, SubmitBody, Submitted } from '../../../server/contract/entries.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { ApiProblem, post as send } from '../../api.ts';
import { systemPath } from '../../asks.ts';
import { changedByAct } from '../../queries.ts';
import { useSpeech } from '../../words/language.tsx';
import { factOf } from '../form/fact.ts';
import type { ActView } from '../questions.ts';
import type { Delivery } from './delivery.ts';
import { useDesk } from './desk.ts';
import { afresh, type DraftHold, isAsSent, sending as sendingOf } from './draft.ts';
import { entriesSince } from './entries-since.ts';
import { isUnclear, NotSent, useDelivery } from './use-delivery.ts';
import { useVerdict } from './verdict.ts';

export type Answer =
  | { kind: 'offline' }
  | { kind: 'stale'; changes: EntryView[] }
  | { kind: 'unsure' }
  /** What was typed at another time stands in the record under this request. */
  | { kind: 'stands'; entry: EntryView }
  | { kind: 'refused'; error: Error };

type Body = Omit<SubmitBody, 'requestId'>;

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
  const { code, view, act, account, hold, onDone } = about;
  const { t, say } = useSpeech();
  const queries = useQueryClient();
  const { deliveries } = useDesk();
  const { deliver } = useDelivery();
  const [stands, setStands] = useState<Answer | null>(null);
  const { system } = view.row;
  const refresh = () =>
    Promise.all(changedByAct(code).map((queryKey) => queries.invalidateQueries({ queryKey })));

  const sending = useMutation({
    networkMode: 'always',
    onMutate: () => setStands(null),
    mutationFn: async (): Promise<Submitted | Answer> => {
      const { requestId: id } = hold.draft;
      const path = `${systemPath(code, system)}/events`;
      const within = (cut: AbortSignal) => {
        hold.change(sendingOf);
        return send<Submitted>(path, { ...bodyOf(about), requestId: id }, account, cut);
      };
      try {
        return await deliver({ id, act: deliveryOf(about), send: within });
      } catch (error) {
        return await answerTo(error);
      }
    },
    onSuccess: async (answer) => {
      if ('kind' in answer) return;
      if (answer.repeated && !isAsSent(hold.draft)) await tellStanding(answer.seq);
      else await done(answer);
    },
  });

  async function done({ repeated, seq, hash }: Pick<Submitted, 'repeated' | 'seq' | 'hash'>): Promise<void> {
    hold.drop();
    const facts = { act: say(act.label), seq, hash: hash.slice(0, 8) };
    onDone(repeated ? t('act.repeated', facts) : t('act.done', facts));
    await refresh();
  }

  /** Under one request id different things were typed: which of them stands is told, and what is typed now is kept. */
  async function tellStanding(seq: number): Promise<void> {
    const since = await entriesSince(code, system, seq - 1);
    const entry = since.find((each) => each.seq === seq);
    hold.change({ ...afresh(), seenVersion: since[0]?.seq ?? seq });
    if (entry) setStands({ kind: 'stands', entry });
    await refresh();
  }

  /** A clear answer ends the request id's use; an unclear one keeps it, so that asking again records nothing twice. */
  async function answerTo(error: unknown): Promise<Answer> {
    if (error instanceof NotSent) return { kind: 'offline' };
    if (isUnclear(error)) return { kind: 'unsure' };
    if (!(error instanceof ApiProblem) || error.status === 401 || error.ofAnother) throw error;
    hold.change(afresh());
    if (!error.stale) return { kind: 'refused', error };
    const changes = await entriesSince(code, system, hold.draft.seenVersion);
    hold.change({ seenVersion: changes[0]?.seq ?? hold.draft.seenVersion });
    await refresh();
    return { kind: 'stale', changes };
  }

  const { data, error } = sending;
  const own = useMemo((): Answer | null => (error ? { kind: 'refused', error } : null), [error]);
  const answer = stands ?? own ?? (data && 'kind' in data ? data : null);
  const { requestId: id } = hold.draft;
  const late = useVerdict(id, answer?.kind === 'unsure' ? (deliveries.get(id) ?? null) : null);
  const entry = late.kind === 'recorded' ? late.entry : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record answers once, whatever has been drawn since
  useEffect(() => {
    if (!entry) return;
    deliveries.drop(entry.requestId);
    void (isAsSent(hold.draft) ? done({ ...entry, repeated: false }) : tellStanding(entry.seq));
  }, [entry?.hash]);

  return { send: () => sending.mutate(), sending: sending.isPending, answer };
}

/** What is sent, but for the request id under which it goes. */
export function bodyOf({ act, hold: { draft }, post }: Pick<About, 'act' | 'hold' | 'post'>): Body {
  const { occurredOn, seenVersion } = draft;
  return { fact: factOf(act, draft), post, occurredOn, seenVersion };
}

function deliveryOf({ account, code, view, act, hold }: About): Omit<Delivery, 'state' | 'since'> {
  const { system, name } = view.row;
  const { seenVersion } = hold.draft;
  return { account, code, system, systemName: name, act: act.label, seenVersion, draft: hold.key };
}
