// Whether the people who act in entries may: each names a grant of the programme's chain that holds on the day claimed and on the day
// of recording. The rule itself is machines/programme/powers/lock.ts.
import { powersSaidBy } from '../../machines/programme/acts.ts';
import { type PowersChange, powersAfter } from '../../machines/programme/powers/changes.ts';
import type { Powers } from '../../machines/programme/powers/grant.ts';
import { type PowersClaim, type PowersFault, powersFault } from '../../machines/programme/powers/lock.ts';
import { isMigration, programmeOf, systemOf } from '../../machines/record/chain.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { dayOf } from '../../machines/values/date.ts';
import { LedgerRefusal } from '../chain/failure.ts';
import type { KnownPowersOf } from './known-powers.ts';

const isPersons = ({ actor }: EntryBody): boolean => actor.kind === 'person';

/**
 * How far powers were read for that: the append asks whether that is still so. Null where no person acts.
 * @param stands whether these very entries are recorded already: then they are only given back
 * @throws LedgerRefusal `entry.powers`
 */
export async function requireEmpowered(
  known: KnownPowersOf,
  bodies: readonly EntryBody[],
  stands: () => Promise<boolean>,
): Promise<number | null> {
  const [first] = bodies;
  if (!first || !bodies.some(isPersons)) return null;
  const programme = programmeOf(first.chain);
  const before = await known.of(programme);
  if (faultIn(before.powers, bodies) === null) return before.seq;
  // What was given a moment ago is not known everywhere yet.
  const { powers, seq } = await known.of(programme, true);
  const fault = faultIn(powers, bodies);
  if (!fault || (await stands())) return seq;
  const { body, why } = fault;
  throw new LedgerRefusal('entry.powers', {
    chain: body.chain,
    seq: body.seq,
    account: body.actor.account,
    post: body.actor.post,
    grant: body.actor.grant ?? '',
    why,
  });
}

function faultIn(
  known: Powers | null,
  bodies: readonly EntryBody[],
): { body: EntryBody; why: PowersFault } | null {
  let powers = known ?? undefined;
  for (const body of bodies) {
    const why = powers && isPersons(body) ? powersFault(powers, claimOf(body)) : null;
    if (why) return { body, why };
    const changes = powersIn(body);
    if (changes) powers = powersAfter(powers, changes);
  }
  return null;
}

/** What an entry claims of its actor's powers. */
export function claimOf({ actor, chain, occurredOn, recordedAt, wallAt }: EntryBody): PowersClaim {
  const days = { programme: dayOf(recordedAt), real: dayOf(wallAt) };
  return { actor, system: systemOf(chain), occurredOn, days };
}

/** What an entry says of powers, by the wall's instants, which order the entries of all chains; null where it says nothing of them. */
export const powersIn = ({ chain, fact, seq, wallAt, actor }: EntryBody): PowersChange[] | null =>
  isMigration(chain) ? null : powersSaidBy(fact, { seq, at: wallAt, by: actor.account });
