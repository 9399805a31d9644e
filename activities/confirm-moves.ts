// Whether a programme's clock was moved as a sender says: the record's word, asked for once for all of its migrations. A move that stands
// never changes, so what was found is kept; what was not is looked for again.
import type { Ledger } from '../ledger/open.ts';
import { CLOCK_MOVED } from '../machines/programme/clock/acts.ts';
import { programmeOf } from '../machines/record/chain.ts';
import { bodyOf } from '../machines/record/reader.ts';
import type { LedgerActivities } from '../workflows/activities-wanted.ts';
import type { SaidMove } from '../workflows/messages.ts';

/** Programmes whose clocks are moved at once. */
const HELD = 50;

type Moving = Pick<Ledger, 'entriesOfType'>;

/** The first move after another (0: none) of a programme's chain, as it is told; null where there is none. */
async function moveAfter(ledger: Moving, programme: string, after: number): Promise<SaidMove | null> {
  const [first] = await ledger.entriesOfType(programme, CLOCK_MOVED, after);
  return first ? { after, entry: { body: first.body, hash: first.hash, effects: first.effects } } : null;
}

/** The move that an entry is, as it is told; null where it is none. */
export async function moveAt(ledger: Moving, programme: string, seq: number): Promise<SaidMove | null> {
  const moves = (await ledger.entriesOfType(programme, CLOCK_MOVED, 0)).map((entry) => bodyOf(entry).seq);
  const place = moves.indexOf(seq);
  return place < 0 ? null : moveAfter(ledger, programme, moves[place - 1] ?? 0);
}

export function confirmMoves(
  ledger: Moving,
  { appendEntries }: Pick<LedgerActivities, 'appendEntries'>,
): Pick<LedgerActivities, 'wasMoved' | 'appendMoved'> {
  const known = new Map<string, SaidMove>();
  const wasMoved = async (programme: string, said: SaidMove): Promise<boolean> => {
    const key = `${programme}@${said.after}`;
    const move = known.get(key) ?? (await moveAfter(ledger, programme, said.after));
    if (move === null) return false;
    known.set(key, move);
    const [eldest] = known.keys();
    if (known.size > HELD && eldest !== undefined) known.delete(eldest);
    const { body, hash, effects } = said.entry;
    return move.entry.body === body && move.entry.hash === hash && move.entry.effects === effects;
  };
  return {
    wasMoved,
    appendMoved: async (entries, wallMs, said) => {
      const [first] = entries;
      if (!first || !(await wasMoved(programmeOf(bodyOf(first).chain), said)))
        return { status: 'unmoved', isConfirmed: false };
      return { ...(await appendEntries(entries, wallMs)), isConfirmed: true };
    },
  };
}
