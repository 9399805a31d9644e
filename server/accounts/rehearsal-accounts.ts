// The accounts a rehearsal brings, one for each role: who they are and what they hold, for its chain to say, and their generated
// passwords, told once. Making them again gives those of an unfinished loading new passwords and changes nothing else.
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import type { SeedAccount } from '../../machines/seed/expand/expand.ts';
import { addDays, PLANNED_FROM, PLANNED_UNTIL } from '../../machines/values/date.ts';
import type { NamedGrant, NamedPerson } from '../intake/first-powers.ts';
import type { People } from './people.ts';
import { type Authentication, givenOut } from './sign-in/authentication.ts';
import { generatePassword } from './sign-in/password.ts';

export interface NewAccount {
  account: string;
  name: string;
  password: string;
}

/** A rehearsal's clock is moved through years: its posts last as long. A real post ends with its fiscal year. */
const REHEARSAL_YEARS = 10;

export type RehearsalAccounts = ReturnType<typeof createRehearsalAccounts>;

export function createRehearsalAccounts(people: People, authentication: Authentication) {
  return {
    /** Whoever stands already and is not this rehearsal's is not its to give posts to. */
    named: async (
      code: string,
      seeds: readonly SeedAccount[],
      from: string,
    ): Promise<{ people: NamedPerson[]; grants: NamedGrant[] }> => {
      const known = await Promise.all(seeds.map(({ account }) => people.find(account)));
      const own = seeds.filter((_, index) => {
        const there = known[index];
        return !there || there.rehearsal === code;
      });
      return {
        people: own.map(({ account, name }) => ({ account, name, rehearsal: true as const })),
        grants: own.flatMap((seed) => grantsOf(seed, from)),
      };
    },
    /** Of those that the rehearsal's chain has named. */
    givePasswords: async (code: string, seeds: readonly SeedAccount[]): Promise<NewAccount[]> => {
      const made: NewAccount[] = [];
      for (const { account, name } of seeds) {
        const person = await people.find(account);
        if (person?.rehearsal !== code) continue;
        const password = generatePassword();
        await authentication.givePassword({ account, name }, password, givenOut(person));
        made.push({ account, name, password });
      }
      return made;
    },
  };
}

function grantsOf({ account, posts, administrator }: SeedAccount, from: string): NamedGrant[] {
  const end = endOf(from);
  // As old as what is played: a role may record what happened before the first day.
  const held = { account, givenBy: 'loading', fromOn: PLANNED_FROM };
  const inProgramme = posts.map(({ post, system, until }) => ({
    ...held,
    post,
    system,
    untilOn: until ?? end,
  }));
  // Of this rehearsal's own accounts alone.
  const over = { ...held, post: ADMINISTRATOR, system: null, untilOn: PLANNED_UNTIL };
  return administrator ? [...inProgramme, over] : inProgramme;
}

const endOf = (from: string): string => addDays(`${Number(from.slice(0, 4)) + REHEARSAL_YEARS}-04-01`, -1);
