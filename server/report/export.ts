// Every entry of a programme as JSON Lines, chain by chain in order: each line is the very bytes that are hashed.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { dayOf, reachOn } from '../../machines/values/date.ts';

const PAGE = 200;

/** Read as it is sent, a page at a time: the memory it needs does not grow with the record. */
export function exportedLines(ledger: Ledger, code: string, asOf: AsOf): ReadableStream<Uint8Array> {
  const lines = linesOf(ledger, code, asOf);
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await lines.return(undefined);
    },
  });
}

async function* linesOf(ledger: Ledger, code: string, asOf: AsOf): AsyncGenerator<string, undefined> {
  for (const { chain, seq: last } of await ledger.heads(code)) {
    let after = 0;
    while (after < last) {
      const page = await ledger.entries(chain, after, PAGE);
      const lines = page.filter((entry) => isBy(bodyOf(entry), asOf)).map(({ body }) => `${body}\n`);
      if (lines.length > 0) yield lines.join('');
      const newest = page.at(-1);
      if (!newest) break;
      after = bodyOf(newest).seq;
    }
  }
  return undefined;
}

function isBy({ occurredOn, recordedAt }: EntryBody, asOf: AsOf): boolean {
  if (asOf === null) return true;
  return (asOf.by === 'occurred' ? reachOn(occurredOn, recordedAt) : dayOf(recordedAt)) <= asOf.day;
}
