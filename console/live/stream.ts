// Reads the stream of changes of one programme until it ends. By fetch, since its headers say whose page asks and how far it has heard; that
// also works on plain http.

import { createEventReader, type StreamEvent } from '../../server/contract/telling/event-reader.ts';
import { ApiProblem, problemOf, programmePath } from '../api.ts';

/** Longer than the server is ever silent: then the connection is dead. */
const SILENT_MS = 25_000;

interface Opening {
  code: string;
  account: string;
  /** How far this page has heard; null where it has heard nothing yet. */
  mark: string | null;
  signal: AbortSignal;
  hear: (event: StreamEvent) => void;
}

/** @throws ApiProblem where it is refused or was cut; AbortError once the signal ends it */
export async function readChanges({ code, account, mark, signal, hear }: Opening): Promise<void> {
  const silence = new AbortController();
  const ending = AbortSignal.any([signal, silence.signal]);
  let watch = setTimeout(() => silence.abort(), SILENT_MS);
  const heard = () => {
    clearTimeout(watch);
    watch = setTimeout(() => silence.abort(), SILENT_MS);
  };
  try {
    const body = await opened(code, headersOf(account, mark), ending);
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    const read = createEventReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      heard();
      read(value).forEach(hear);
    }
  } catch (error) {
    throw error instanceof ApiProblem ? error : new ApiProblem(0, null, error);
  } finally {
    clearTimeout(watch);
  }
}

/** Asked by a page, not by a person: it keeps no session alive. */
const headersOf = (account: string, mark: string | null): Record<string, string> => ({
  accept: 'text/event-stream',
  'x-sekimori-request': '1',
  'x-sekimori-unattended': '1',
  'x-sekimori-account': account,
  ...(mark === null ? {} : { 'last-event-id': mark }),
});

async function opened(code: string, headers: Record<string, string>, signal: AbortSignal) {
  const address = `/api/v1${programmePath(code)}/changes`;
  const answer = await fetch(address, { headers, signal, credentials: 'same-origin', cache: 'no-store' });
  if (!answer.ok || !answer.body) throw new ApiProblem(answer.status, await problemOf(answer));
  return answer.body;
}
