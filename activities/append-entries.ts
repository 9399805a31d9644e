// Compare-and-append for workflows. A no of the ledger that will stand ends the retries. What time can cure is tried again,
// and so is anything unclear: a second try finds out what the first one did.

import { ApplicationFailure } from '@temporalio/common';
import { LedgerRefusal, ledgerRefusals } from '../ledger/chain/failure.ts';
import type { Ledger } from '../ledger/open.ts';
import { requestKey } from '../machines/record/claim.ts';
import { type Entry, shortHash } from '../machines/record/entry.ts';
import { bodyOf } from '../machines/record/reader.ts';
import type { Appended, LedgerActivities } from '../workflows/activities-wanted.ts';

export function appendEntries(ledger: Pick<Ledger, 'append'>): Pick<LedgerActivities, 'appendEntries'> {
  return {
    async appendEntries(entries, wallMs, notAfter) {
      const outcome = await ledger.append(entries, notAfter ?? null).catch(lateOrRefused);
      if (outcome.status === 'late') return outcome;
      if (outcome.status === 'appended') return { status: 'appended', last: shortHash(entries), wallMs };
      const asked = new Set(entries.map(keyOf));
      const ours = outcome.entries.filter((entry) => asked.has(keyOf(entry)));
      return {
        status: 'occupied',
        ours: ours.map(({ body, hash, effects }) => ({ body, hash, effects })),
      };
    },
  };
}

/** Late is no failure of whoever waited for a record that could not be reached. */
function lateOrRefused(error: unknown): Extract<Appended, { status: 'late' }> {
  if (!(error instanceof LedgerRefusal)) throw error;
  if (error.code === 'entry.late') return { status: 'late', wallMs: Number(error.facts.wallMs) };
  const { code, facts, message } = error;
  throw ApplicationFailure.create({
    type: code,
    message,
    nonRetryable: !ledgerRefusals[code].curedByTime,
    details: [facts],
    cause: error,
  });
}

const keyOf = (entry: Pick<Entry, 'body'>) => requestKey(bodyOf(entry));
