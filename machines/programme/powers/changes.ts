// What an entry of a programme's chain changes of people and powers, from the entry alone, and powers after such changes. The
// machine's memory, the tables that the server reads and the proof of the record all follow from these.
import type { Deputy } from '../../record/deputy.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import type { Ended, Grant, KnownPerson, Powers } from './grant.ts';
import type { HeldFacts } from './shapes.ts';

export type PowersChange =
  | { kind: 'person'; account: string; name: string; rehearsal?: true | undefined }
  | { kind: 'shut'; account: string; at: string }
  | { kind: 'opened'; account: string; at: string }
  | ({ kind: 'given'; ended?: Ended | undefined; deputy?: Deputy | undefined } & HeldFacts &
      Pick<Grant, 'id' | 'account' | 'at' | 'by'>)
  | { kind: 'ended'; id: string; ended: Ended }
  | { kind: 'begun'; incomplete: boolean };

/** The entry in which a fact stands: its place, its instant by whichever clock is asked, and who acted. */
export interface Said {
  seq: number;
  at: string;
  by: string;
}

const nothing: Powers = { people: {}, grants: [] };

/** Before they are begun a chain says nothing of powers: what 0.2.0 wrote was a trace of tables. */
export function powersAfter(
  powers: Powers | undefined,
  changes: readonly PowersChange[],
): Powers | undefined {
  return changes.reduce<Powers | undefined>(
    (known, change) => (known || change.kind === 'begun' ? applied(known ?? nothing, change) : known),
    powers,
  );
}

function applied(powers: Powers, change: PowersChange): Powers {
  const { people, grants } = powers;
  switch (change.kind) {
    case 'begun': {
      const { incomplete: _before, ...known } = powers;
      return change.incomplete ? { ...known, incomplete: true } : known;
    }
    case 'person': {
      const { account, name, rehearsal } = change;
      const person = { ...people[account], name, ...(rehearsal ? { rehearsal } : {}) };
      return { ...powers, people: { ...people, [account]: person } };
    }
    case 'shut':
      return withPerson(powers, change.account, (shut) =>
        isShut(shut) ? shut : [...shut, { from: change.at, until: null }],
      );
    case 'opened':
      return withPerson(powers, change.account, (shut) =>
        shut.map((period) => (period.until === null ? { ...period, until: change.at } : period)),
      );
    case 'given':
      return { ...powers, grants: [...grants, grantIn(change)] };
    case 'ended':
      return {
        ...powers,
        grants: grants.map((grant) => (grant.id === change.id ? { ...grant, ended: change.ended } : grant)),
      };
  }
}

function grantIn(given: Extract<PowersChange, { kind: 'given' }>): Grant {
  const { id, account, post, system, overAll, fromOn, untilOn, at, by, ended, deputy } = given;
  const scope = overAll ? { system: null, overAll } : { system };
  const origin = { ...(deputy ? { deputy } : {}), at, by, ...(ended ? { ended } : {}) };
  return { id, account, post, ...scope, from: fromOn, until: untilOn, ...origin };
}

type Periods = NonNullable<KnownPerson['shut']>;

export const isShut = (periods: Periods = []): boolean => periods.some(({ until }) => until === null);

function withPerson(powers: Powers, account: string, change: (shut: Periods) => Periods): Powers {
  const person = powers.people[account];
  if (!person) return powers;
  const shut = change(person.shut ?? []);
  return { ...powers, people: { ...powers.people, [account]: { ...person, shut } } };
}

/**
 * What may still be acted by: a grant that is over by the programme's day is remembered by the chain alone. Whoever
 * administers or audits over all does so by the real calendar, which a programme's clock does not tell.
 */
export function stillHeld(powers: Powers, today: string): Powers {
  const people = Object.entries(powers.people).map(([account, { shut = [], ...person }]) => {
    const open = shut.filter(({ until }) => until === null);
    return [account, open.length > 0 ? { ...person, shut: open } : person] as const;
  });
  const grants = powers.grants.filter(({ ended, until, ...grant }) => {
    if (ended && ended.on === undefined) return false;
    const last = ended?.on !== undefined && ended.on < until ? ended.on : until;
    return isByRealDay(grant) || last >= today;
  });
  return { ...powers, people: Object.fromEntries(people), grants };
}

/** Whoever administers or audits over all programmes does so by the real calendar, and so does a rehearsal's administrator. */
export const isByRealDay = ({ post, overAll }: Pick<Grant, 'post' | 'overAll'>): boolean =>
  overAll === true || post === ADMINISTRATOR;
