// What administrators do with people, put on record before it is done: in the chain of every programme it is about. Knows
// no table: whoever calls changes it afterwards, and only where everything was recorded.
import type { Context } from 'hono';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import type { AccountChange } from '../../machines/programme/people/acts.ts';
import { ADMINISTRATOR } from '../../machines/programme/people/offices.ts';
import { programmeNames } from '../../texts/names.ts';
import { recordedOf } from '../door/submitting.ts';
import { logged } from '../http/access/logged.ts';
import { callerOf, type RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import type { Grant } from './grants.ts';
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
  const fact = { type: 'account.changed' as const, ...named(person), change };
  await record(c, parts, await programmesOf(parts, person), fact);
  await log(c, parts, person, words);
}

/** @throws ProblemError where one programme refuses or does not answer */
export async function recordPostGiven(
  c: C,
  parts: ServerParts,
  person: Subject,
  grant: Grant,
): Promise<void> {
  const { post, system, from: fromOn, until: untilOn } = grant;
  const fact = { type: 'post.given' as const, ...named(person), post, system, fromOn, untilOn };
  await record(c, parts, await programmesOf(parts, person, grant), fact);
  await log(c, parts, person, { after: grantWord(grant) }, grant);
}

/** @throws ProblemError where one programme refuses or does not answer */
export async function recordPostEnded(
  c: C,
  parts: ServerParts,
  person: Subject,
  grant: Grant,
): Promise<void> {
  const { post, system, from: fromOn } = grant;
  const fact = { type: 'post.ended' as const, ...named(person), post, system, fromOn };
  await record(c, parts, await programmesOf(parts, person, grant), fact);
  await log(c, parts, person, { before: grantWord(grant) }, grant);
}

const grantWord = ({ post, programme, system, from, until }: Grant): string =>
  JSON.stringify({ post, programme, system, from, until });

/** What an account was before, and is after. */
const accountWords: Record<AccountChange, { before?: string; after?: string }> = {
  made: { after: 'enabled' },
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
  grant?: Grant,
): Promise<void> {
  const { programme = null, system = null } = grant ?? {};
  await logged(c, parts, { programme, system, subject, detail });
}

const named = ({ account, name }: Subject) => ({ account, name });

/** A post's programme; of an account, those it holds posts in; all where it holds none, or one over all. */
async function programmesOf(
  { ledger }: ServerParts,
  { rehearsal, grants }: Subject,
  about?: Grant,
): Promise<ProgrammeDefinition[]> {
  const all = (await ledger.programmes()).map(({ definition }) => definition);
  const held = (about ? [about] : grants).map(({ programme }) => programme ?? rehearsal);
  const codes = new Set(held.length === 0 ? [rehearsal] : held);
  return codes.has(null) ? all : all.filter(({ code }) => codes.has(code));
}

async function record(
  c: C,
  parts: ServerParts,
  programmes: ProgrammeDefinition[],
  fact: Fact,
): Promise<void> {
  const { door, clocks, log } = parts;
  const { account, name } = callerOf(c).person;
  const actor = { kind: 'person' as const, account, name, post: ADMINISTRATOR };
  const requestId = `people/${c.get('requestNumber')}`;
  for (const definition of programmes) {
    const { today } = await clocks.of(definition);
    const outcome = await door.submitToProgramme(definition.code, {
      fact,
      actor,
      occurredOn: today,
      requestId,
    });
    await recordedOf(outcome, () => namesIn(parts, definition), log);
  }
}

const namesIn = async ({ systemNames }: ServerParts, definition: ProgrammeDefinition) =>
  programmeNames(definition.bodies, await systemNames(definition));
