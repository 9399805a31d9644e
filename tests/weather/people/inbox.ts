// The notices of an account, all of them, as its inbox lists them.
import { type Api, ask, listOf, member, wordOf } from './http.ts';

export interface Notice {
  id: string;
  system: string;
  code: string;
  recordedMs: number;
}

const ANSWER_MS = 30_000;
const PAGE = 200;

/** @throws where they are not given */
export async function noticesOf(api: Api, account: string): Promise<Notice[]> {
  const notices: Notice[] = [];
  for (let cursor = ''; ; ) {
    const after = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const path = `/api/v1/programmes/${api.code}/inbox?limit=${PAGE}${after}`;
    const { status, body } = await ask(api, path, { as: account, limitMs: ANSWER_MS });
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    notices.push(...listOf(member(body, 'notices')).map(noticeIn));
    cursor = wordOf(member(body, 'nextCursor'));
    if (cursor === '') return notices;
  }
}

const noticeIn = (one: unknown): Notice => ({
  id: wordOf(member(one, 'id')),
  system: wordOf(member(one, 'system')),
  code: wordOf(member(one, 'code')),
  recordedMs: Date.parse(wordOf(member(one, 'recordedAt'))),
});
