// Who may read, act and administer, from the grants a person holds on a day. Pure; the machines decide what a post
// may do, this decides whether it is held.
import { ADMINISTRATOR, AUDITOR } from '../../machines/programme/people/offices.ts';
import { compareInstants, earliestDay, latestDay } from '../../machines/values/date.ts';
import type { Grant, KeptGrant } from './grants.ts';
import type { Person } from './people.ts';

/** Null: the whole programme. */
export type Scope = ReadonlySet<string> | null;

/** Days by which grants are measured: the programme's own, and the real one for what is over all programmes. */
export interface Days {
  programme: string;
  real: string;
}

/** When something was done: by the wall, and on which days. */
export interface Then {
  at: string;
  days: Days;
}

/** Of a month: on any day of it. */
const covers = ({ from, until }: Grant, on: string): boolean =>
  from <= latestDay(on) && earliestDay(on) <= until;

/** Whoever administers or audits over all programmes does so by the real calendar, and so does a rehearsal's administrator. */
const isByRealDay = ({ post, programme }: Grant): boolean => programme === null || post === ADMINISTRATOR;

const heldOn = (grant: Grant, days: Days): boolean =>
  covers(grant, isByRealDay(grant) ? days.real : days.programme);

const inProgramme = (person: Person, code: string, days: Days): Grant[] =>
  person.grants.filter(
    (grant) => (grant.programme === null || grant.programme === code) && heldOn(grant, days),
  );

/** Whether anything of the programme is theirs on some day: where nobody can tell which day it is there. */
export const isOf = ({ grants }: Person, code: string): boolean =>
  grants.some(({ programme }) => programme === null || programme === code);

/** The systems a person may look at; undefined where nothing of the programme is theirs to see. */
export function readingScope(person: Person, code: string, days: Days): Scope | undefined {
  const held = inProgramme(person, code, days);
  if (held.length === 0) return undefined;
  if (held.some(({ system }) => system === null)) return null;
  return new Set(held.flatMap(({ system }) => system ?? []));
}

/** Whether a post is held now for a system, or for the programme itself (`system` null). */
export function holdsPost(
  person: Person,
  post: string,
  where: { code: string; system: string | null; days: Days },
): boolean {
  return inProgramme(person, where.code, where.days).some(isFor(post, where));
}

/** Whether it was held on a day claimed; of a month, on any day of it. */
export function heldPost(
  person: Person,
  post: string,
  where: { code: string; system: string | null; on: string },
): boolean {
  return person.grants.filter(isFor(post, where)).some((grant) => covers(grant, where.on));
}

/** Whether a grant gives the post there, whenever that may be. */
export function gives(grant: Grant, post: string, where: { code: string; system: string | null }): boolean {
  const overAll = post === ADMINISTRATOR && grant.post === post && grant.programme === null;
  return overAll || isFor(post, where)(grant);
}

const isBy = (instant: string | null, at: string): boolean =>
  instant !== null && compareInstants(instant, at) <= 0;

/** Whether it was standing: given by then, not yet ended, its account not shut. */
const stood = ({ grantedAt, endedAt, disabledAt }: KeptGrant, at: string): boolean =>
  isBy(grantedAt, at) && !isBy(endedAt, at) && !isBy(disabledAt, at);

/** Whether it was held then: what `holdsPost` said at that moment. */
export const wasHeld = (grant: KeptGrant, { at, days }: Then): boolean =>
  stood(grant, at) && heldOn(grant, days);

/** Whether, as it stood then, it was held on the day claimed: what `heldPost` said at that moment. */
export const wasHeldOn = (grant: KeptGrant, { at, days }: Then, on: string): boolean =>
  stood(grant, at) && touches(grant, days, on);

/** Whether its period touches the day claimed, ended or not; a month claimed ends with the day of the act itself. */
export const touches = (grant: Grant, days: Days, on: string): boolean =>
  isByRealDay(grant) ? heldOn(grant, days) : covers(grant, on) && grant.from <= days.programme;

const isFor =
  (post: string, { code, system }: { code: string; system: string | null }) =>
  (grant: Grant) =>
    grant.post === post && grant.programme === code && (grant.system === null || grant.system === system);

/** The post over all programmes, and the body that a programme names so (監査委員・監査事務局). */
const AUDITING: ReadonlySet<string> = new Set([AUDITOR, 'audit']);

/** Whoever audits a programme never acts in it. */
export function audits(person: Person, code: string, days: Days): boolean {
  return inProgramme(person, code, days).some(({ post, system }) => AUDITING.has(post) && system === null);
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
  return inProgramme(person, where.code, where.days).some(
    ({ post, system }) =>
      AUDITING.has(post) && (system === null || where.system === null || system === where.system),
  );
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
