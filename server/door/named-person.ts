// Who is named by somebody else, in a correction, as having acted: looked up in the programme's chain before it is sent.
import type { Ledger } from '../../ledger/open.ts';
import type { Submission } from '../../machines/migration/event.ts';
import { namedObjections } from '../../machines/programme/powers/named.ts';
import { chainOf } from '../../machines/record/chain.ts';
import { requestKey } from '../../machines/record/claim.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import { keptPower } from '../accounts/grants.ts';
import type { People } from '../accounts/people.ts';

interface Looking {
  ledger: Pick<Ledger, 'powers' | 'entryByRequest'>;
  people: Pick<People, 'keptGrants'>;
}

/** Nothing is said against what is recorded already, nor against whom the entry itself names. */
export async function namedPersonObjections(
  { ledger, people }: Looking,
  code: string,
  system: string,
  submission: Submission,
): Promise<Refusal[]> {
  const { fact } = submission;
  if (!('should' in fact) || fact.should === null) return [];
  const { actor, occurredOn } = fact.should;
  if (actor.kind !== 'person' || canonical(actor) === canonical(fact.was.actor)) return [];
  const [powers, there] = await Promise.all([
    ledger.powers(code),
    ledger.entryByRequest(chainOf(code, system), requestKey(submission)),
  ]);
  if (powers === null || there !== null) return [];
  const { account, name, post } = actor;
  const grants = (await people.keptGrants(code, { posts: [post] })).map(keptPower);
  return namedObjections({ people: powers.people, grants }, { account, name, post, system, occurredOn });
}
