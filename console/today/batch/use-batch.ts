// Sends an act to several systems one after the other, each under a request id of its own: what was not answered clearly can be sent
// again under the same id, and is never recorded twice. Given up, nothing more is sent.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { SubmitBody, Submitted } from '../../../server/contract/entries.ts';
import { useDesk } from '../../acts/sending/desk.ts';
import { ApiProblem, requestId, post as send } from '../../api.ts';
import { systemPath } from '../../asks.ts';
import { changedByAct } from '../../queries.ts';
import type { Sentence } from '../../words/sentence.ts';

/** What is sent to one system. */
export interface Parcel {
  system: string;
  systemName: Sentence;
  act: Sentence;
  body: Omit<SubmitBody, 'requestId'>;
}

export type Fate =
  | { kind: 'waiting' | 'sending' | 'unsure' | 'stale' }
  | { kind: 'recorded'; seq: number; hash: string }
  | { kind: 'refused'; error: Error };

export function useBatch({ code, account, draft }: { code: string; account: string; draft: string }) {
  const queries = useQueryClient();
  const { deliveries } = useDesk();
  const [fates, setFates] = useState<ReadonlyMap<string, Fate>>(new Map());
  const [isSending, setIsSending] = useState(false);
  const ids = useRef(new Map<string, string>());
  const cut = useRef<AbortController | null>(null);
  useEffect(() => () => cut.current?.abort(), []);
  const put = (system: string, fate: Fate) => setFates((was) => new Map(was).set(system, fate));
  const idOf = (system: string): string => {
    const id = ids.current.get(system) ?? requestId();
    ids.current.set(system, id);
    return id;
  };

  async function one(parcel: Parcel, signal: AbortSignal): Promise<Fate> {
    const { system, systemName, act, body } = parcel;
    const id = idOf(system);
    const delivery = { account, code, system, systemName, act, seenVersion: body.seenVersion, draft };
    deliveries.set(id, { ...delivery, state: 'sending', since: performance.now() });
    try {
      const path = `${systemPath(code, system)}/events`;
      const { seq, hash } = await send<Submitted>(path, { ...body, requestId: id }, account, signal);
      deliveries.drop(id);
      return { kind: 'recorded', seq, hash };
    } catch (error) {
      if (error instanceof ApiProblem && error.unclear) {
        deliveries.set(id, { ...delivery, state: 'asking', since: performance.now() });
        return { kind: 'unsure' };
      }
      deliveries.drop(id);
      // Nothing is recorded under it: what is put right is another request.
      ids.current.delete(system);
      if (error instanceof ApiProblem && error.stale) return { kind: 'stale' };
      return { kind: 'refused', error: error instanceof Error ? error : new Error(String(error)) };
    }
  }

  /** Whether nothing of it is left to be put right. */
  async function sendAll(parcels: readonly Parcel[]): Promise<boolean> {
    const controller = new AbortController();
    cut.current = controller;
    setIsSending(true);
    for (const { system } of parcels) put(system, { kind: 'waiting' });
    const came: Fate['kind'][] = [];
    for (const parcel of parcels) {
      if (controller.signal.aborted) break;
      put(parcel.system, { kind: 'sending' });
      const fate = await one(parcel, controller.signal);
      came.push(fate.kind);
      put(parcel.system, fate);
    }
    setIsSending(false);
    await Promise.all(changedByAct(code).map((queryKey) => queries.invalidateQueries({ queryKey })));
    return came.length === parcels.length && !came.some((kind) => kind === 'refused' || kind === 'stale');
  }

  return { fates, isSending, send: sendAll };
}
