// Whether those who are appointed to score are people of the programme, by the names under which it knows them. Pure.
import { type Acquaintance, nearTo } from '../../programme/powers/named.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';

export const evaluatorObjections = (
  people: Acquaintance['people'],
  evaluators: readonly { account: string; name: string }[],
): Refusal[] =>
  evaluators.flatMap(({ account, name }): Refusal[] => {
    const known = Object.hasOwn(people, account) ? people[account] : undefined;
    if (!known)
      return [refusal('rfp.evaluatorUnknown', { account, near: nearTo(people, { account, name }) })];
    return known.name === name
      ? []
      : [refusal('rfp.evaluatorOtherName', { account, name, known: known.name })];
  });
