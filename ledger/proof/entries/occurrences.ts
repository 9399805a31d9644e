// What a programme tells its migrations of what happened around it: by the entry of its own chain that says so. A programme's chain
// comes before those of its migrations.
import { TOLD, type ToldFact } from '../../../machines/migration/occurrences/acts.ts';
import { occurrenceWordOf, saysOccurrence } from '../../../machines/programme/occurrences/word.ts';
import { isMigration, programmeOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { eventIn } from '../../../machines/record/reader.ts';
import { claimed } from '../../lock/evidence-of-entries.ts';
import type { Findings } from '../findings.ts';

export function occurrencesProven(findings: Findings) {
  /** `{programme} {seq}` → what it says. */
  const said = new Map<string, string>();
  return {
    visit(body: EntryBody): void {
      const { chain, seq, recordedAt, fact } = body;
      if (!isMigration(chain)) {
        const word = saysOccurrence(fact) ? occurrenceWordOf(body) : null;
        if (word) said.set(`${chain} ${seq}`, claimed(word));
        return;
      }
      if (fact.type !== TOLD) return;
      const { entry } = eventIn<{ fact: ToldFact }>(body).fact;
      if (said.get(`${programmeOf(chain)} ${entry}`) !== claimed(body))
        findings.found({ chain, seq, what: 'occurrence', recordedAt });
    },
  };
}
