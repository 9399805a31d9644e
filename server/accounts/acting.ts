// By which grant somebody acts in a post: what they hold in a programme, asked by the one rule of powers before anything is signed.
import type { Grant as Power } from '../../machines/programme/powers/grant.ts';
import { grantFor, type PowersClaim, powersFault } from '../../machines/programme/powers/lock.ts';
import type { Deputy } from '../../machines/record/deputy.ts';
import { OPERATOR } from '../../machines/record/grant-id.ts';
import { powerOf } from './grants.ts';
import type { Person } from './people.ts';

export type ActingClaim = Omit<PowersClaim, 'actor'> & { code: string; post: string };

/** `then`: it is held today, and was not on the day claimed. */
export type Acting = { grant: string; deputy?: Deputy } | { missing: 'now' | 'then' };

export function actingBy(person: Person, { code, post, ...where }: ActingClaim): Acting {
  const { account, grants } = person;
  const held = grants.filter(({ chain }) => chain === code).map((grant) => powerOf(account, grant));
  const powers = { people: {}, grants: held };
  const claim = { ...where, actor: { account, post } };
  const asOperator = { ...claim, actor: { account, post, grant: OPERATOR.grant } };
  if (powersFault(powers, asOperator) === null) return { grant: OPERATOR.grant };
  const grant = grantFor(powers, claim);
  if (grant) return { grant: grant.id, ...(grant.deputy ? { deputy: grant.deputy } : {}) };
  const fault = ({ id, deputy }: Power) =>
    powersFault(powers, { ...claim, actor: { account, post, grant: id, deputy } });
  return { missing: held.some((one) => fault(one) === 'notHeldThen') ? 'then' : 'now' };
}
