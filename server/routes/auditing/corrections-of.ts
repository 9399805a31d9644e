// What was decided on proposals to put entries right, and all of them that are about one entry.
import { PROPOSAL } from '../../../ledger/chain/corrections.ts';
import type { Ledger } from '../../../ledger/open.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { bodyOf } from '../../../machines/record/reader.ts';
import type { CorrectionPairView } from '../../contract/auditing/pairs.ts';
import type { Hides } from '../../door/disclosing.ts';
import { namedEntries, type SystemNames } from '../../door/naming/system-names.ts';
import type { ProgrammeAtHand } from '../../http/request.ts';
import { correctionPairView, decisionTypes } from '../../views/auditing/correction-pair-view.ts';

/** What was decided on a proposal: the first decision on the same entry after it. A chain's are read once. */
export function decisionsIn(ledger: Ledger) {
  const known = new Map<string, Promise<EntryBody[]>>();
  const read = async (chain: string): Promise<EntryBody[]> => {
    const found = await Promise.all(decisionTypes.map((type) => ledger.entriesOfType(chain, type, 0)));
    return found
      .flat()
      .map(bodyOf)
      .sort((one, other) => one.seq - other.seq);
  };
  return async ({ chain, seq, fact }: EntryBody): Promise<EntryBody | null> => {
    const all = known.get(chain) ?? read(chain);
    known.set(chain, all);
    return (await all).find((one) => one.seq > seq && one.fact.entry === fact.entry) ?? null;
  };
}

interface About {
  chain: string;
  /** The entry that was to be put right. */
  entry: number;
}

/** In the order in which they were proposed: those that the reader is shown whole. */
export async function correctionsOf(
  ledger: Ledger,
  at: ProgrammeAtHand,
  { chain, entry }: About,
  { hides, systems }: { hides: Hides; systems: SystemNames },
): Promise<CorrectionPairView[]> {
  const decisions = decisionsIn(ledger);
  const proposals = (await ledger.entriesOfType(chain, PROPOSAL, 0)).filter(
    (one) => bodyOf(one).fact.entry === entry && hides(bodyOf(one)) === null,
  );
  const named = await namedEntries(ledger, proposals, at.definition, systems);
  const pairs = named.map(async ({ entry: proposal, names }): Promise<CorrectionPairView[]> => {
    const decided = await decisions(bodyOf(proposal));
    if (decided && hides(decided) !== null) return [];
    const view = correctionPairView(bodyOf(proposal), decided, names);
    return view ? [view] : [];
  });
  return (await Promise.all(pairs)).flat();
}
