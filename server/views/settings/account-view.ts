// Accounts as administrators see them: each post with what its programme calls it.
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import { type Names, programmeNames } from '../../../texts/names.ts';
import { distinct } from '../../accounts/grants.ts';
import type { Person } from '../../accounts/people.ts';
import type { AccountView } from '../../contract/accounts.ts';
import type { ServerParts } from '../../parts.ts';

type Parts = Pick<ServerParts, 'ledger' | 'systemNames'>;

/** In the order given. */
export async function accountViews(parts: Parts, people: readonly Person[]): Promise<AccountView[]> {
  const codes = new Set(people.flatMap(({ grants }) => grants.map(({ programme }) => programme)));
  const asked = (await parts.ledger.programmes()).filter(({ definition }) => codes.has(definition.code));
  const named = await Promise.all(asked.map(({ definition }) => calledIn(parts, definition)));
  const byCode = new Map(named.map((one) => [one.code, one]));
  return people.map((person) => viewOf(person, byCode));
}

export async function accountViewOf(parts: Parts, person: Person): Promise<AccountView> {
  const [view] = await accountViews(parts, [person]);
  if (!view) throw new Error(`${person.account}: an account has a view`);
  return view;
}

interface Called extends Pick<ProgrammeDefinition, 'code' | 'name'> {
  names: Names;
}

async function calledIn({ systemNames }: Parts, definition: ProgrammeDefinition): Promise<Called> {
  const { code, name, bodies } = definition;
  return { code, name, names: programmeNames(bodies, await systemNames(definition)) };
}

/** What is held over all programmes is called alike in each. */
const everywhere = programmeNames([], new Map());

function viewOf({ grants, ...person }: Person, named: ReadonlyMap<string, Called>): AccountView {
  const { account, name, rehearsal, disabled, hasSecondFactor: secondFactor, subjects } = person;
  const posts = distinct(grants).map(({ chain: _chain, id: _id, deputy, ...post }) => {
    const called = post.programme === null ? undefined : named.get(post.programme);
    const names = called?.names ?? everywhere;
    return {
      ...post,
      label: names.post(post.post),
      programmeName: called?.name ?? null,
      systemName: post.system === null ? null : names.system(post.system),
      ...(deputy === null ? {} : { deputy }),
    };
  });
  return { account, name, rehearsal, disabled, secondFactor, subjects, posts };
}
