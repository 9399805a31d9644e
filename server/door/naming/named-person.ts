// Who is named by somebody else, in a correction as having acted, in a procurement as scoring it: looked up in the programme's chain before it is sent.
import type { Ledger } from '../../../ledger/open.ts';
import type { Submission } from '../../../machines/migration/event.ts';
import { evaluatorObjections, type Scoring } from '../../../machines/migration/rfp/known-evaluators.ts';
import { type Acquaintance, namedObjections } from '../../../machines/programme/powers/named.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { requestKey } from '../../../machines/record/claim.ts';
import type { Refusal } from '../../../machines/record/refusal.ts';
import { same } from '../../../machines/record/same.ts';
import type { Day } from '../../../machines/values/date.ts';
import { keptPower } from '../../accounts/grants.ts';
import type { People } from '../../accounts/people.ts';

interface Looking {
  ledger: Pick<Ledger, 'powers' | 'entryByRequest' | 'state'>;
  people: Pick<People, 'keptGrants'>;
  /** The programme's. */
  today: Day;
}

/** Nothing is said against what is recorded already, nor against whom the entry itself names. */
export async function namedPersonObjections(
  looking: Looking,
  code: string,
  system: string,
  submission: Submission,
): Promise<Refusal[]> {
  const { fact } = submission;
  if (fact.type === 'rfp.evaluatorsAppointed') {
    const known = await peopleFor(looking.ledger, code, system, submission);
    return known === null
      ? []
      : evaluatorObjections(await scoringIn(looking, code, system, known), fact.evaluators);
  }
  if (!('should' in fact) || fact.should === null) return [];
  const { actor, occurredOn } = fact.should;
  if (actor.kind !== 'person' || same(actor, fact.was.actor)) return [];
  const { ledger, people } = looking;
  const known = await peopleFor(ledger, code, system, submission);
  if (known === null) return [];
  const { account, name, post } = actor;
  const grants = (await people.keptGrants(code, { posts: [post] })).map(keptPower);
  return namedObjections({ people: known, grants }, { account, name, post, system, occurredOn });
}

/** Whoever may score there, now or later. */
async function scoringIn(
  { ledger, people, today }: Looking,
  code: string,
  system: string,
  known: Acquaintance['people'],
): Promise<Scoring> {
  const state = await ledger.state(chainOf(code, system));
  const posts = state?.definition.path.procurement?.rfp?.evaluates ?? [];
  const grants = posts.length === 0 ? [] : await people.keptGrants(code, { posts });
  return { people: known, grants: grants.map(keptPower), system, posts, today };
}

/** Whom the programme's chain knows; null where it says nothing of people, and for what is recorded already. */
async function peopleFor(ledger: Looking['ledger'], code: string, system: string, submission: Submission) {
  const [powers, there] = await Promise.all([
    ledger.powers(code),
    ledger.entryByRequest(chainOf(code, system), requestKey(submission)),
  ]);
  return powers === null || there !== null ? null : powers.people;
}
