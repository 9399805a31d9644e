// What administrators do with people: an entry of the chain of every programme it is about, from which the tables of people follow. Each
// names the grant by which its administrator acts in that programme.
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { goingOnHere } from '../../ledger/past/programmes.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import type { AccountChange } from '../../machines/programme/people/acts.ts';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { canonical } from '../../machines/record/entry.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { programmeNames } from '../../texts/names.ts';
import { recordedOf } from '../door/submitting.ts';
import { logged } from '../http/access/logged.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { callerOf, type RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { actingBy } from './acting.ts';
import { type GivenGrant, type Grant, isAlike } from './grants.ts';
import type { Person } from './people.ts';

type C = Context<RequestEnv>;
type Fact = Extract<ProgrammeSubmission['fact'], { type: 'account.changed' | 'post.given' | 'post.ended' }>;
type Subject = Pick<Person, 'account' | 'name' | 'rehearsal' | 'grants'>;

/** @throws ProblemError where one programme refuses or does not answer */
export async function recordAccountChange(
  c: C,
  parts: ServerParts,
  person: Subject,
  change: AccountChange,
  words: { before?: string; after?: string } = accountWords[change],
): Promise<void> {
  for (const definition of await programmesOf(parts, person)) {
    const fact = { type: 'account.changed' as const, ...named(person, definition), change };
    await record(c, parts, definition, fact);
  }
  await log(c, parts, person, words);
}

/**
 * Where a chain says so already, it is not said again: what was cut off in the middle is completed by asking again.
 * @throws ProblemError where one programme refuses or does not answer
 */
export async function recordPostGiven(
  c: C,
  parts: ServerParts,
  person: Subject,
  grant: GivenGrant,
): Promise<void> {
  const { post, programme, system, from: fromOn, until: untilOn } = grant;
  const held = { post, system, ...(programme === null ? { overAll: true as const } : {}), fromOn, untilOn };
  for (const definition of await programmesOf(parts, person, grant)) {
    const stands = person.grants.some(
      (one) => one.chain === definition.code && one.deputy === null && isAlike(one, grant),
    );
    const fact = { type: 'post.given' as const, ...named(person, definition), ...held };
    if (!stands) await record(c, parts, definition, fact);
  }
  await log(c, parts, person, { after: grantWord(grant) }, grant);
}

/** `ended`: the one grant, as each chain that says so has it. @throws ProblemError where one programme refuses or does not answer */
export async function recordPostEnded(
  c: C,
  parts: ServerParts,
  person: Subject,
  ended: readonly [Grant, ...Grant[]],
  lastOn: string | undefined,
): Promise<void> {
  const [grant] = ended;
  const { post, system, from: fromOn } = grant;
  for (const definition of await programmesOf(parts, person, grant)) {
    const there = ended.find(({ chain }) => chain === definition.code);
    if (!there) continue;
    const which = { grant: there.id, ...(lastOn === undefined ? {} : { lastOn }) };
    const fact = {
      type: 'post.ended' as const,
      ...named(person, definition),
      post,
      system,
      fromOn,
      ...which,
    };
    await record(c, parts, definition, fact);
  }
  await log(c, parts, person, { before: grantWord(grant) }, grant);
}

/** Of one programme's list: made known to it alone. @throws ProblemError as above */
export async function recordListed(
  c: C,
  parts: ServerParts,
  definition: ProgrammeDefinition,
  { account, name, rehearsal }: Pick<Person, 'account' | 'name' | 'rehearsal'>,
): Promise<void> {
  const person = { account, name, rehearsal, grants: [] };
  const fact = { type: 'account.changed' as const, ...named(person, definition), change: 'made' as const };
  await record(c, parts, definition, fact, `people-list/made/${account}`);
  await log(c, parts, person, accountWords.made);
}

/**
 * @param nth how often the chain gave just this before: what ended may be given again, and nothing is given twice
 * @throws ProblemError as above
 */
export async function recordListedPost(
  c: C,
  parts: ServerParts,
  definition: ProgrammeDefinition,
  { person, grant, nth }: { person: Subject; grant: GivenGrant; nth: number },
): Promise<void> {
  const { post, system, from: fromOn, until: untilOn } = grant;
  const held = { post, system, fromOn, untilOn };
  const fact = { type: 'post.given' as const, ...named(person, definition), ...held };
  const id = shortDigest({ account: person.account, ...held, nth });
  await record(c, parts, definition, fact, `people-list/given/${id}`);
  await log(c, parts, person, { after: grantWord(grant) }, grant);
}

const shortDigest = (said: unknown): string =>
  createHash('sha256').update(canonical(said)).digest('hex').slice(0, 20);

const grantWord = ({ post, programme, system, from, until }: GivenGrant): string =>
  JSON.stringify({ post, programme, system, from, until });

/** What an account was before, and is after. */
const accountWords: Record<AccountChange, { before?: string; after?: string }> = {
  made: { after: 'enabled' },
  renamed: {},
  disabled: { before: 'enabled', after: 'disabled' },
  enabled: { before: 'disabled', after: 'enabled' },
  passwordReset: { before: 'its password', after: 'a new password' },
  subjectTied: { after: 'a subject' },
  subjectUntied: { before: 'a subject' },
  secondFactorReset: { before: 'a second factor', after: 'none' },
};

/** @throws ProblemError unlogged: then nothing is changed */
async function log(
  c: C,
  parts: ServerParts,
  { account: subject }: Subject,
  detail: Record<string, string>,
  grant?: GivenGrant,
): Promise<void> {
  const { programme = null, system = null } = grant ?? {};
  await logged(c, parts, { programme, system, subject, detail });
}

/** To whom a chain belongs that speaks of them. */
const named = ({ account, name, rehearsal }: Subject, { code }: ProgrammeDefinition) => ({
  account,
  name,
  ...(rehearsal === code ? { rehearsal: true as const } : {}),
});

/** A post's programme; of an account, those it holds posts in; all where it holds none, or one over all. */
async function programmesOf(
  { ledger }: ServerParts,
  { rehearsal, grants }: Subject,
  about?: GivenGrant,
): Promise<ProgrammeDefinition[]> {
  const all = goingOnHere(await ledger.programmes()).map(({ definition }) => definition);
  const held = (about ? [about] : grants).map(({ programme }) => programme ?? rehearsal);
  const codes = new Set(held.length === 0 ? [rehearsal] : held);
  return codes.has(null) ? all : all.filter(({ code }) => codes.has(code));
}

/** @param requestId the same act again is the same entry. @throws ProblemError where the programme refuses or does not answer */
async function record(
  c: C,
  parts: ServerParts,
  definition: ProgrammeDefinition,
  fact: Fact,
  requestId = `people/${c.get('requestNumber')}/${shortDigest(fact)}`,
): Promise<void> {
  const { door, clocks, log } = parts;
  const { today } = await clocks.of(definition);
  const outcome = await door.submitToProgramme(definition.code, {
    fact,
    actor: administratorIn(parts, callerOf(c).person, definition, today),
    occurredOn: today,
    requestId,
  });
  await recordedOf(outcome, () => namesIn(parts, definition), log);
}

/** Whoever administers, as an actor of one programme. @throws ProblemError postNotHeld where its chain knows nothing of it */
export function administratorIn(
  { clocks }: Pick<ServerParts, 'clocks'>,
  person: Person,
  { code }: ProgrammeDefinition,
  today: string,
): Actor {
  const { account, name } = person;
  const days = { programme: today, real: clocks.realToday() };
  const acting = actingBy(person, { code, post: ADMINISTRATOR, system: null, occurredOn: today, days });
  if (!('grant' in acting))
    throw new ProblemError('postNotHeld', { facts: { post: ADMINISTRATOR, system: null } });
  return { kind: 'person', account, name, post: ADMINISTRATOR, grant: acting.grant };
}

const namesIn = async ({ systemNames }: ServerParts, definition: ProgrammeDefinition) =>
  programmeNames(definition.bodies, await systemNames(definition));
