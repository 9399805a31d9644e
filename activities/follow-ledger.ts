// What a workflow reads of the ledger to follow it: its chain's entries in pages, entries by request id, clock moves.
// Local activities: their answers are kept in histories, so snapshots go along only once a page.

import type { Ledger } from '../ledger/open.ts';
import { CLOCK_MOVED } from '../machines/programme/clock/acts.ts';
import { programmeOf } from '../machines/record/chain.ts';
import type { LedgerActivities, RecordedEntry } from '../workflows/activities-wanted.ts';
import { definitionRef } from '../workflows/messages.ts';

/** Answers stay far below the two megabytes that a history event may hold. */
const PAGE = 100;

const recorded = ({ body, hash, effects }: RecordedEntry): RecordedEntry => ({ body, hash, effects });

export function followLedger(
  ledger: Pick<Ledger, 'entries' | 'entriesByRequest' | 'entriesOfType' | 'unheardWords' | 'unadopted'>,
): Pick<LedgerActivities, 'entriesAfter' | 'recallEntries' | 'definitionOf' | 'clockMoves' | 'news'> {
  const clockMoves: LedgerActivities['clockMoves'] = async (chain, after) =>
    (await ledger.entriesOfType(chain, CLOCK_MOVED, after)).map(recorded);
  const entriesAfter: LedgerActivities['entriesAfter'] = async (chain, after, awaited) => {
    const page = await ledger.entries(chain, after, PAGE);
    const snapshot = page.at(-1)?.snapshot ?? null;
    const more = page.length === PAGE;
    const words = awaited.length === 0 || more ? [] : await ledger.unheardWords(chain, awaited);
    const unheard = words.length === 0 ? {} : { unheard: words.map((submission) => ({ submission })) };
    const adoptions = more ? [] : await ledger.unadopted(chain);
    const unadopted = adoptions.length === 0 ? {} : { unadopted: adoptions };
    return { entries: page.map(recorded), snapshot, more, ...unheard, ...unadopted };
  };
  return {
    clockMoves,
    entriesAfter,
    news: async ({ chain, after, awaited, revision }) => {
      const moves = await clockMoves(programmeOf(chain), revision);
      return { moves, page: await entriesAfter(chain, after, awaited), after };
    },
    recallEntries: async (chain, keys) => (await ledger.entriesByRequest(chain, keys)).map(recorded),
    // What is kept by a digest never changes: it is put in the place of its reference on the way, and kept in no history.
    definitionOf: async (digest) => definitionRef(digest),
  };
}
