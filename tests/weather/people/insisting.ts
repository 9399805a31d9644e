// Sends one act until a definite word comes, always the same body with the same request id; or gives up, as people do.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, type Api, ask, listOf, member, wordOf } from './http.ts';
import type { Sent, Told, Word } from './told.ts';

export interface Act {
  requestId: string;
  /** The record it goes to: the town's code, or code/system. */
  chain: string;
  type: string;
  account: string;
  path: string;
  body: unknown;
  /** What the body says, in the words of the record. */
  sent: Sent;
}

export interface Patience {
  /** For one answer. */
  answerMs: number;
  /** How long it is sent again. */
  insistMs: number;
}

export interface Heard {
  told: Told;
  /** The last answer, where one came. */
  answer: Answer | null;
}

const AGAIN_MS = 500;

export async function insist(api: Api, act: Act, { answerMs, insistMs }: Patience): Promise<Heard> {
  const { requestId, chain, type, account, sent } = act;
  const sentAt = performance.now();
  const told: Told = {
    requestId,
    chain,
    type,
    account,
    sent,
    sentAt,
    heardAt: sentAt,
    words: [],
    later: null,
    laterAt: null,
  };
  for (;;) {
    const { word, answer } = await sendOnce(api, act, answerMs);
    told.words.push(word);
    told.heardAt = performance.now();
    if (word.kind !== 'unclear' || told.heardAt - sentAt >= insistMs) return { told, answer };
    await sleep(AGAIN_MS);
  }
}

export async function sendOnce(
  api: Api,
  { path, body, account }: Act,
  limitMs: number,
): Promise<{ word: Word; answer: Answer | null }> {
  try {
    const answer = await ask(api, path, { method: 'POST', body, as: account, limitMs });
    return { word: wordIn(answer), answer };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
    return {
      word: { kind: 'unclear', why: `${error instanceof Error ? error.name : error}${cause}` },
      answer: null,
    };
  }
}

/** 401: the server's token changed under us. 429: later. 5xx: nobody knows. None of them says that it is not recorded. */
function wordIn({ status, body }: Answer): Word {
  if (status === 200) {
    const [seq, hash] = [member(body, 'seq'), member(body, 'hash')];
    const repeated = member(body, 'repeated') === true;
    return {
      kind: 'acknowledged',
      seq: typeof seq === 'number' ? seq : null,
      hash: typeof hash === 'string' ? hash : null,
      repeated,
    };
  }
  const code = wordOf(member(body, 'code'));
  if (status >= 500 || status === 401 || status === 429)
    return { kind: 'unclear', why: `${status} ${code}`.trim() };
  const codes = listOf(member(body, 'refusals')).map((refusal) => wordOf(member(refusal, 'code')));
  return { kind: 'refused', codes: codes.length > 0 ? codes : [`${status} ${code}`] };
}
