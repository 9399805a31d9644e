// Entries that no person sent, from the chains alone: a timer's by the deadline that was due in the state before it, a milestone's
// by the entry of the other chain that announced it to this one, an adoption by what its programme has approved and adopted.
import { wordsOf } from '../../../machines/migration/announced.ts';
import { MACHINE_VERSION } from '../../../machines/migration/migration.ts';
import { TOLD } from '../../../machines/migration/occurrences/acts.ts';
import { migrationPlayable } from '../../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../../machines/migration/state.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import type { Effect } from '../../../machines/record/effect.ts';
import { effectsIn, snapshotIn } from '../../../machines/record/reader.ts';
import type { Kept } from '../../definitions/definitions.ts';
import { checkWake, claimed } from '../../lock/evidence-of-entries.ts';
import type { Findings } from '../findings.ts';
import type { KeptDefinitions } from '../kept-definitions.ts';
import { adoptionsProven } from './adoptions.ts';
import { occurrencesProven } from './occurrences.ts';
import type { Visited, Visitor } from './visitors.ts';

interface Claim {
  chain: string;
  seq: number;
  recordedAt: string;
  requestId: string;
  word: string;
}

export function automaticEntries(definitions: KeptDefinitions, findings: Findings): Visitor {
  const spoken = new Set<string>();
  const claims: Claim[] = [];
  const adoptions = adoptionsProven(definitions, findings);
  const occurrences = occurrencesProven(findings);
  const speak = async (visited: Visited) => {
    for (const word of await wordsIn(definitions, visited)) spoken.add(word);
  };
  return {
    visit: (visited) => {
      const { row, body } = visited;
      const { chain, seq } = row;
      const { recordedAt, requestId } = body;
      const { kind } = body.actor;
      occurrences.visit(body);
      const said = speaks(row.effects) ? speak(visited) : undefined;
      if (kind !== 'timer' && kind !== 'migration' && kind !== 'programme') return said;
      findings.looked('automatic', 1);
      if (body.fact.type === TOLD) return said;
      if (kind === 'programme') return adoptions.visit(visited).then(() => said);
      if (kind === 'migration') claims.push({ chain, seq, recordedAt, requestId, word: wordTo(chain, body) });
      else return timer(definitions, findings, visited).then(() => said);
      return said;
    },
    done: () => {
      for (const { chain, seq, recordedAt, requestId, word } of claims) {
        if (!spoken.has(word)) {
          findings.found({ chain, seq, what: 'milestone', recordedAt, detail: requestId });
        }
      }
      return adoptions.done();
    },
  };
}

async function timer(definitions: KeptDefinitions, findings: Findings, visited: Visited): Promise<void> {
  const { row, body } = visited;
  const { chain, seq } = row;
  if (body.versions.machine !== MACHINE_VERSION) return;
  const found = await definitions.version(row.chain, body.versions.definition);
  if (!found) return; // named by the check of definitions
  if (isUnproven(found, visited)) findings.found({ chain, seq, what: 'timer', recordedAt: body.recordedAt });
}

/** No timer wakes a programme. */
function isUnproven(kept: Kept, { body, rowBefore }: Visited): boolean {
  if (kept.kind !== 'migration') return true;
  const { definition, begin } = kept;
  const before =
    rowBefore === null
      ? migrationPlayable(definition).start(begin).snapshot
      : snapshotIn<MigrationSnapshot>(rowBefore);
  return checkWake(body, { definition, before }) !== null;
}

/** Canonical JSON: no text of a person holds an unescaped quotation mark. */
const speaks = (effects: string): boolean => /"kind":"(?!notify")/.test(effects);

/** What an entry's effects say to other chains. */
async function wordsIn(definitions: KeptDefinitions, { row, body }: Visited): Promise<string[]> {
  const found = await definitions.version(row.chain, body.versions.definition);
  if (found?.kind !== 'migration') return []; // named by the check of definitions
  const { definition } = found;
  const words = wordsOf(definition, effectsIn<Effect>(row), row.seq);
  return words.map(({ to, submission }) => wordTo(chainOf(definition.programme.code, to), submission));
}

const wordTo = (chain: string, said: Parameters<typeof claimed>[0]): string => `${chain} ${claimed(said)}`;
