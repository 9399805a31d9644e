// A day that another amendment, still waiting, closes or opens already: to propose it once more would have one of the two overtake the other.
import type { Ledger } from '../../../ledger/open.ts';
import { amendmentsOf } from '../../../machines/programme/amendment/acts.ts';
import type { Change } from '../../../machines/programme/amendment/changes.ts';
import { wrong } from '../../../machines/programme/amendment/changing.ts';
import { type Amendment, waits } from '../../../machines/programme/amendment/state.ts';
import { type Amending, unchangeable, wantedOf } from '../amending.ts';
import { editionNamed } from '../editions.ts';

/**
 * @param by who proposes it: the same of their own may be theirs sent again
 * @throws ProblemError invalid
 */
export async function refuseProposedAlready(
  ledger: Ledger,
  { inForce, proposal }: Amending,
  changes: readonly Change[] = [],
  by: string | null = null,
): Promise<void> {
  const days = changes.flatMap((one) => (one.kind === 'closedDay' ? [one] : []));
  const state = days.length > 0 ? await ledger.programme(inForce.programme.definition.code) : null;
  if (!state) return;
  const isAgain = ({ edition, by: whose }: Amendment) => edition === proposal.digest && whose.account === by;
  for (const amendment of amendmentsOf(state.snapshot.context)) {
    if (!waits(amendment) || isAgain(amendment)) continue;
    const { migrations } = await editionNamed(ledger, amendment.edition);
    const known = days.find(({ on, closed }) =>
      migrations.every(({ definition: { calendar } }) => calendar.closed.includes(on) === closed),
    );
    if (!known) continue;
    const facts = { on: known.on, closed: known.closed, amendment: amendment.seq };
    throw unchangeable(wrong('change.proposed', facts), wantedOf(inForce));
  }
}
