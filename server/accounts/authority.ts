// Who may read, act and administer, from the grants a person holds on a day. Pure; the machines decide what a post
// may do, this decides whether it is held.
import { ADMINISTRATOR, AUDITOR } from '../../machines/programme/people/offices.ts';
import { type HeldPost, isAuditing, seesAll, systemsSeen } from '../../machines/programme/people/sight.ts';
import { isByRealDay } from '../../machines/programme/powers/changes.ts';
import { covers, type Days, isHeldOn, periodOf } from '../../machines/programme/powers/lock.ts';
import { compareInstants } from '../../machines/values/date.ts';
import { type Grant, type KeptGrant, keptPower, powerOf } from './grants.ts';
import type { Person } from './people.ts';

/** Null: the whole programme. */
export type Scope = ReadonlySet<string> | null;

/** When something was done: by the wall, and on which days. */
export interface Then {
  at: string;
  days: Days;
}

const heldOn = (grant: Grant, days: Days): boolean => {
  const power = powerOf('', grant);
  return isHeldOn(power, power, days);
};

const inProgramme = (person: Person, code: string, days: Days): Grant[] =>
  person.grants.filter(
    (grant) => (grant.programme === null || grant.programme === code) && heldOn(grant, days),
  );

/** Whether anything of the programme is theirs on some day: where nobody can tell which day it is there. */
export const isOf = ({ grants }: Person, code: string): boolean =>
  grants.some(({ programme }) => programme === null || programme === code);

/** What a person holds there on those days: what they may see follows from it (people/sight.ts). */
export const heldBy = (person: Person, code: string, days: Days): HeldPost[] =>
  inProgramme(person, code, days).map(({ post, system }) => ({ post, system }));

/** The systems a person may look at; undefined where nothing of the programme is theirs to see. */
export const readingScope = (person: Person, code: string, days: Days): Scope | undefined =>
  systemsSeen(inProgramme(person, code, days));

/** Whether a grant gives the post there, whenever that may be. */
export function gives(grant: Grant, post: string, where: { code: string; system: string | null }): boolean {
  const overAll = post === ADMINISTRATOR && grant.post === post && grant.programme === null;
  return overAll || isFor(post, where)(grant);
}

/** Its period as it stood then; null where it was not given yet, had ended at once, or its account was shut. */
function stoodThen(kept: KeptGrant, at: string): { from: string; until: string } | null {
  const isShut = kept.disabledAt !== null && compareInstants(kept.disabledAt, at) <= 0;
  return isShut || compareInstants(kept.grantedAt, at) > 0 ? null : periodOf(keptPower(kept), at);
}

/** Whether it was held then, by what the record knew at that moment. */
export const wasHeld = (kept: KeptGrant, { at, days }: Then): boolean =>
  isHeldOn(keptPower(kept), stoodThen(kept, at), days);

/** Whether, as it stood then, it was held on the day claimed. */
export const wasHeldOn = (kept: KeptGrant, { at, days }: Then, on: string): boolean => {
  const period = stoodThen(kept, at);
  return period !== null && touches({ ...kept, ...period }, days, on);
};

/** Whether its period touches the day claimed, ended or not; a month claimed ends with the day of the act itself. */
export function touches(grant: Grant, days: Days, on: string): boolean {
  const power = powerOf('', grant);
  return isByRealDay(power) ? heldOn(grant, days) : covers(power, on) && grant.from <= days.programme;
}

const isFor =
  (post: string, { code, system }: { code: string; system: string | null }) =>
  (grant: Grant) =>
    grant.post === post && grant.programme === code && (grant.system === null || grant.system === system);

/** Whoever audits a programme never acts in it. */
export function audits(person: Person, code: string, days: Days): boolean {
  return inProgramme(person, code, days).some((grant) => isAuditing(grant) && grant.system === null);
}

/** Looks after the machine: its administrator, or the auditor over all programmes. */
export function oversees(person: Person, realToday: string): boolean {
  const isAuditor = person.grants.some(
    (grant) => grant.post === AUDITOR && grant.programme === null && covers(grant, realToday),
  );
  return isAuditor || administers(person, realToday);
}

/** Whether what is done here is theirs to audit: a system of theirs, or the programme that theirs is a part of. */
export function auditsHere(
  person: Person,
  where: { code: string; system: string | null; days: Days },
): boolean {
  const held = inProgramme(person, where.code, where.days);
  return where.system === null ? held.some(isAuditing) : seesAll(held, where);
}

/** The machine, or for an account of a rehearsal that rehearsal's own accounts: the routes tell the two apart. */
export function administers(person: Person, realToday: string): boolean {
  return person.grants.some(
    (grant) =>
      grant.post === ADMINISTRATOR && grant.programme === person.rehearsal && covers(grant, realToday),
  );
}

/** Whether that is over this programme too: a rehearsal's administrator has a say in that one alone. */
export const administersHere = (person: Person, code: string, realToday: string): boolean =>
  administers(person, realToday) && (person.rehearsal === null || person.rehearsal === code);

/** The posts held now in a programme, without those that are no post of it. */
export function postsHeld(person: Person, code: string, days: Days): Grant[] {
  return inProgramme(person, code, days).filter(
    ({ post, programme }) => programme === code && post !== ADMINISTRATOR,
  );
}
