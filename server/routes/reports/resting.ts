// The entries that a row of a report rests on, newest first: those that its reader is shown, and whether there are more of them. What is
// hidden is not counted either.
import { lastOf, type UpTo } from '../../../ledger/past/by.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import { hidingIn } from '../../door/disclosing.ts';
import { besideEntries } from '../../door/entries-beside.ts';
import { namedEntries } from '../../door/naming/system-names.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import type { ServerParts } from '../../parts.ts';
import { type Known, type Rests, restsOf } from '../../report/pages/rests.ts';
import type { Row } from '../../report/section.ts';
import { entryView } from '../../views/entry-view.ts';
import { shownEntries } from '../auditing/shown.ts';

interface Looked {
  row: Row;
  section: string;
  made: { setting: { asOf: string | null; by: 'occurred' | 'recorded' | null } };
  upTo: UpTo | null;
}

const MOST = 200;

/** @throws ProblemError notFound for a table that no report has */
export async function entriesUnder(parts: ServerParts, at: ProgrammeAtHand, looked: Looked) {
  const { ledger, systemNames } = parts;
  const { row, section, made, upTo } = looked;
  const { code } = at.definition;
  const rests = restsOf(section);
  if (!rests) throw new ProblemError('notFound');
  const chains =
    row.systems.length > 0
      ? row.systems.map((system) => chainOf(code, system))
      : programmeChain(section, code);
  if (chains.length === 0) return { entries: [], more: false };
  const { asOf: day, by } = made.setting;
  const asOf = day === null ? null : { day, by: by ?? 'occurred' };
  const filter = { programme: code, chains, types: rests.types, asOf };
  const isWanted = wantedOf(rests, { row, upTo, known: await knownFor(parts, rests, chains) });
  const page = await shownEntries(
    ledger,
    at.viewer,
    filter,
    { cursor: undefined, limit: MOST },
    { isWanted },
  );
  const [hides, beside, systems] = await Promise.all([
    hidingIn(ledger, at.viewer, chains),
    besideEntries(ledger, page.items.map(bodyOf), asOf, upTo),
    systemNames(at.definition),
  ]);
  const named = await namedEntries(ledger, page.items, at.definition, systems);
  const entries = named.map(({ entry, names }) => entryView(entry, names, systems, beside, hides));
  return { entries, more: page.nextCursor !== null };
}

/** Asked of entries newest first. */
function wantedOf(
  { isOf, newest }: Rests,
  { row, upTo, known }: { row: Row; upTo: UpTo | null; known: Known },
): (body: EntryBody) => boolean {
  const said = new Set<string>();
  return (body) => {
    if (body.seq > lastOf(upTo, body.chain) || !(isOf?.(body, row, known) ?? true)) return false;
    const isFirst = !said.has(body.chain);
    said.add(body.chain);
    return newest === undefined || isFirst;
  };
}

/** What else tells of which row an entry is. */
async function knownFor(
  { ledger }: ServerParts,
  { convenings }: Rests,
  chains: readonly string[],
): Promise<Known> {
  const [stood, convened] = await Promise.all([
    ledger.phasesStood(chains),
    convenings ? Promise.all(chains.map((chain) => ledger.entriesOfType(chain, convenings, 0))) : [],
  ]);
  const phases = new Map(stood.map(({ chain, seq, phase }) => [`${chain}#${seq}`, phase]));
  return {
    convened: convened.flat().map(bodyOf),
    phaseOf: ({ chain, seq }) => phases.get(`${chain}#${seq}`) ?? null,
  };
}

/** A row of no system rests on the programme's own chain, where its table does at all. */
const programmeChain = (section: string, code: string): string[] =>
  section === 'movements' || section === 'meetings' ? [chainOf(code)] : [];
