// The accounts a rehearsal brings, one for each role, with generated passwords that are told once. Making them again
// gives those of an unfinished loading new passwords and changes nothing else.

import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import type { SeedAccount } from '../../machines/seed/expand/expand.ts';
import { addDays, PLANNED_FROM, PLANNED_UNTIL } from '../../machines/values/date.ts';
import { type Authentication, givenOut } from './authentication.ts';
import { generatePassword } from './password.ts';
import type { People } from './people.ts';

export interface NewAccount {
  account: string;
  name: string;
  password: string;
}

/** A rehearsal's clock is moved through years: its posts last as long. A real post ends with its fiscal year. */
const REHEARSAL_YEARS = 10;

export type RehearsalAccounts = ReturnType<typeof createRehearsalAccounts>;

export function createRehearsalAccounts(people: People, authentication: Authentication) {
  const makeOne = async (code: string, seed: SeedAccount): Promise<NewAccount | null> => {
    const { account, name } = seed;
    await people.add({ account, name, rehearsal: code });
    const person = await people.find(account);
    if (person?.rehearsal !== code) return null;
    const password = generatePassword();
    await authentication.givePassword(seed, password, givenOut(person));
    return { account, name, password };
  };
  return {
    make: async (code: string, seeds: readonly SeedAccount[], from: string): Promise<NewAccount[]> => {
      const made: NewAccount[] = [];
      for (const seed of seeds) {
        const account = await makeOne(code, seed);
        if (account === null) continue; // it stands already, and is not this rehearsal's to give posts to
        made.push(account);
        for (const grant of grantsOf(code, seed, from)) await people.grant(grant);
      }
      return made;
    },
  };
}

function grantsOf(code: string, { account, posts, administrator }: SeedAccount, from: string) {
  const end = endOf(from);
  // As old as what is played: a role may record what happened before the first day.
  const held = { account, by: 'loading', from: PLANNED_FROM };
  const inProgramme = posts.map(({ post, system, until }) => {
    return { ...held, post, system, programme: code, until: until ?? end };
  });
  // Of this rehearsal's own accounts alone: `programme` says so.
  const over = { ...held, post: ADMINISTRATOR, programme: code, system: null, until: PLANNED_UNTIL };
  return administrator ? [...inProgramme, over] : inProgramme;
}

const endOf = (from: string): string => addDays(`${Number(from.slice(0, 4)) + REHEARSAL_YEARS}-04-01`, -1);
