// Whether a person whom somebody else names as having acted could have: known to the programme by that name, and holding that post on
// that day. Who acts themselves is asked by lock.ts. Pure.
import { type Refusal, refusal } from '../../record/refusal.ts';
import { nearest } from '../../values/names/nearest.ts';
import type { Grant } from './grant.ts';
import { covers, periodOf, reaches } from './lock.ts';

/** `people`: everybody the programme's chain knows, by account. `grants`: everything ever given for that post there. */
export interface Acquaintance {
  people: Readonly<Record<string, { name: string }>>;
  grants: readonly Pick<Grant, 'account' | 'post' | 'system' | 'from' | 'until' | 'ended'>[];
}

export interface NamedActor {
  account: string;
  name: string;
  post: string;
  system: string;
  occurredOn: string;
}

export function namedObjections({ people, grants }: Acquaintance, named: NamedActor): Refusal[] {
  const { account, name, post, system, occurredOn } = named;
  const known = Object.hasOwn(people, account) ? people[account] : undefined;
  if (!known) return [refusal('correction.unknownPerson', { account, near: nearTo(people, named) })];
  if (known.name !== name) return [refusal('correction.otherName', { account, name, known: known.name })];
  const held = grants.some(
    (grant) =>
      grant.account === account &&
      grant.post === post &&
      reaches(grant, system) &&
      covers(periodOf(grant), occurredOn),
  );
  return held ? [] : [refusal('correction.postNotHeldThen', { account, post, occurredOn })];
}

/** Who goes by an account much like it, then those of that very name. */
export function nearTo(
  people: Acquaintance['people'],
  { account, name }: Pick<NamedActor, 'account' | 'name'>,
): { account: string; name: string }[] {
  const alike = nearest(account, Object.keys(people));
  const namesakes = Object.keys(people).filter((one) => people[one]?.name === name);
  const found = new Set([...(alike === null ? [] : [alike]), ...namesakes]);
  return [...found].map((one) => ({ account: one, name: people[one]?.name ?? one }));
}
