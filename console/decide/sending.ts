// Sends one of several decisions. What is not known to have arrived keeps its request id, so that pressing again records nothing twice.
import type { Submitted } from '../../server/contract/entries.ts';
import type { ExplanationView } from '../../server/contract/migrations/explanation.ts';
import type { ActView } from '../acts/questions.ts';
import { ApiProblem, post, requestId } from '../api.ts';
import { systemPath } from '../asks.ts';
import type { Sentence } from '../words/sentence.ts';
import { type Item, keyOf } from './items.ts';

export interface Sent {
  item: Item;
  act: ActView;
  explanation: ExplanationView;
  note: string;
}

export type Came =
  | { kind: 'recorded'; seq: number }
  | { kind: 'refused'; why: Sentence }
  | { kind: 'unsure' };

const SEND_MS = 60_000;

export function createSending(code: string, account: string) {
  /** What was sent and not answered, as it was sent. */
  const unanswered = new Map<string, unknown>();
  return async ({ item, act, explanation, note }: Sent): Promise<Came> => {
    const { setting, version } = explanation;
    const body = unanswered.get(keyOf(item)) ?? {
      fact: { ...act.given, type: act.type, ...(note.trim() === '' ? {} : { note: note.trim() }) },
      post: item.post,
      occurredOn: setting.today,
      requestId: requestId(),
      seenVersion: version,
    };
    unanswered.set(keyOf(item), body);
    try {
      const path = `${systemPath(code, item.system)}/events`;
      const { seq } = await post<Submitted>(path, body, account, AbortSignal.timeout(SEND_MS));
      unanswered.delete(keyOf(item));
      return { kind: 'recorded', seq };
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.unclear || !error.problem) return { kind: 'unsure' };
      unanswered.delete(keyOf(item));
      const [refusal] = error.problem.refusals ?? [];
      return { kind: 'refused', why: refusal?.message ?? error.problem.detail };
    }
  };
}
