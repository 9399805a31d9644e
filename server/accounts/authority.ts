// Who may read, act and administer, from the grants a person holds on a day. Pure; the machines decide what a post
// may do, this decides whether it is held.
import type { Grant, Person } from './people.ts';

/** Null: the whole programme. */
export type Scope = ReadonlySet<string> | null;

/** Days by which grants are measured: the programme's own, and the real one for what is over all programmes. */
export interface Days {
  programme: string;
  real: string;
}

const heldOn = (grant: Grant, days: Days): boolean => {
  const today = grant.programme === null ? days.real : days.programme;
  return grant.from <= today && today <= grant.until;
};

const inProgramme = (person: Person, code: string, days: Days): Grant[] =>
  person.grants.filter(
    (grant) => (grant.programme === null || grant.programme === code) && heldOn(grant, days),
  );

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
  const [first, last] = where.on.length === 7 ? [`${where.on}-01`, `${where.on}-31`] : [where.on, where.on];
  return person.grants.filter(isFor(post, where)).some(({ from, until }) => from <= last && first <= until);
}

const isFor =
  (post: string, { code, system }: { code: string; system: string | null }) =>
  (grant: Grant) =>
    grant.post === post && grant.programme === code && (grant.system === null || grant.system === system);

/** The post over all programmes, and the body that a programme names so (監査委員・監査事務局). */
const AUDITING: ReadonlySet<string> = new Set(['auditor', 'audit']);

/** Whoever audits a programme never acts in it. */
export function audits(person: Person, code: string, days: Days): boolean {
  return inProgramme(person, code, days).some(({ post, system }) => AUDITING.has(post) && system === null);
}

/** Looks after the machine: its administrator, or the auditor over all programmes. */
export function oversees(person: Person, realToday: string): boolean {
  const isAuditor = person.grants.some(
    ({ post, programme, from, until }) =>
      post === 'auditor' && programme === null && from <= realToday && realToday <= until,
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
      grant.post === 'administrator' &&
      grant.programme === person.rehearsal &&
      grant.from <= realToday &&
      realToday <= grant.until,
  );
}

/** The posts held now in a programme, without those that are no post of it. */
export function postsHeld(person: Person, code: string, days: Days): Grant[] {
  return inProgramme(person, code, days).filter(
    ({ post, programme }) => programme === code && post !== 'administrator',
  );
}
