// Every entry of a programme as JSON Lines, chain by chain in order: each line is the very bytes that are hashed.

import type { Ledger } from '../../ledger/open.ts';
import type { AsOf } from '../../ledger/past/by.ts';
import { chainOf } from '../../machines/record/chain.ts';
import type { Entry, EntryBody } from '../../machines/record/entry.ts';
import { bodyOf } from '../../machines/record/reader.ts';
import { dayOf, reachOn } from '../../machines/values/date.ts';
import { type Hides, hidingIn } from '../door/disclosing.ts';
import type { ProgrammeAtHand } from '../http/request.ts';

/** Whose record, and who takes it out. */
type Taking = Pick<ProgrammeAtHand, 'definition' | 'scope' | 'viewer'>;

const PAGE = 200;

/** Read as it is sent, a page at a time: the memory it needs does not grow with the record. */
export function exportedLines(ledger: Ledger, at: Taking, asOf: AsOf): ReadableStream<Uint8Array> {
  const lines = linesOf(ledger, at, asOf);
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

/** The chains that the reader sees, the programme's own among them; undefined where it is all of them. */
export const chainsSeen = ({
  definition: { code },
  scope,
}: Pick<Taking, 'definition' | 'scope'>): string[] | undefined =>
  scope === null ? undefined : [chainOf(code), ...[...scope].map((system) => chainOf(code, system))];

/** What is not shown is said in its place, with what it is proven by once it is shown. */
function lineOf(entry: Entry, hides: Hides): string {
  const body = bodyOf(entry);
  const undisclosed = hides(body);
  if (undisclosed === null) return entry.body;
  const { chain, seq, prev } = body;
  return JSON.stringify({ chain, seq, prev, hash: entry.hash, undisclosed });
}

async function* linesOf(ledger: Ledger, at: Taking, asOf: AsOf): AsyncGenerator<string, undefined> {
  const seen = chainsSeen(at);
  for (const { chain, seq: last } of await ledger.heads(at.definition.code)) {
    if (seen && !seen.includes(chain)) continue;
    const hides = await hidingIn(ledger, at.viewer, [chain]);
    let after = 0;
    while (after < last) {
      const page = await ledger.entries(chain, after, PAGE);
      const lines = page
        .filter((entry) => isBy(bodyOf(entry), asOf))
        .map((entry) => `${lineOf(entry, hides)}\n`);
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
