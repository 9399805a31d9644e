// From a request to an event and back: who acts is known from the session, the post must be held now, and every
// outcome of the door becomes an answer or a problem.
import type { Context } from 'hono';
import type { z } from 'zod';
import { acts, isFactType } from '../../machines/migration/acts.ts';
import { refusal } from '../../machines/record/refusal.ts';
import type { Actor } from '../../machines/record/submission.ts';
import type { Names } from '../../texts/names.ts';
import { refusalView } from '../../texts/refusals/refusal-texts.ts';
import { actingBy } from '../accounts/acting.ts';
import { auditsHere } from '../accounts/authority.ts';
import type { SubmitBody } from '../contract/entries.ts';
import { inputIssues } from '../http/problem/input-texts.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { refusalSaid } from '../http/problem/refused-by.ts';
import { callerOf, type RequestEnv } from '../http/request.ts';
import type { ServerParts } from '../parts.ts';
import { isOrdinaryWait, type Outcome, type Recorded } from './outcome.ts';
import { canBeProposed, tellingNow } from './put-right.ts';

/** The person behind the request in one of their posts. @throws ProblemError forbidden, postNotHeld, postNotHeldThen */
export function actorOf(
  c: Context<RequestEnv>,
  post: string,
  system: string | null,
  occurredOn: string | null = null,
): Actor {
  const { person } = callerOf(c);
  const { definition, days } = c.get('programme');
  c.set('about', { detail: { ...c.get('about')?.detail, post } });
  const { code } = definition;
  if (auditsHere(person, { code, system, days })) throw new ProblemError('forbidden');
  const claimed = occurredOn ?? days.programme;
  const acting = actingBy(person, { code, post, system, occurredOn: claimed, days });
  if ('grant' in acting)
    return { kind: 'person', account: person.account, name: person.name, post, ...acting };
  if (acting.missing === 'now') throw new ProblemError('postNotHeld', { facts: { post, system } });
  // Nobody can have held a post on a day that is still to come: the day is what is wrong.
  if (claimed > days.programme) throw laterThan(claimed, days.programme);
  throw new ProblemError('postNotHeldThen', { facts: { post, system, occurredOn: claimed } });
}

function laterThan(claimed: string, today: string): ProblemError {
  const { code, message } = refusalSaid(refusal('date.future', { occurredOn: claimed, today }));
  return new ProblemError('invalid', { issues: [{ field: 'occurredOn', code, message }] });
}

/** Reads what was sent by a schema. @throws ProblemError invalid, naming every field that is wrong */
export function readBy<T extends z.ZodType>(schema: T, given: unknown, under: string[] = []): z.output<T> {
  const read = schema.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  const issues = read.error.issues.map((issue) => ({ ...issue, path: [...under, ...issue.path] }));
  throw new ProblemError('invalid', { issues: inputIssues(issues) });
}

/** What the access log says of an act that is refused. */
export const aboutAct = ({ fact, requestId }: Pick<SubmitBody, 'fact' | 'requestId'>) => ({
  detail: { type: fact.type, requestId },
});

/** What a submission says besides its fact and actor. */
export const envelope = ({ occurredOn, requestId }: Pick<SubmitBody, 'occurredOn' | 'requestId'>) => ({
  occurredOn,
  requestId,
});

/** What is called how is asked only where a refusal has to say it. @throws ProblemError for every outcome but a recorded one */
export async function recordedOf(
  outcome: Outcome,
  namesOf: () => Promise<Names>,
  log: ServerParts['log'],
): Promise<{ recorded: Recorded; fired: number }> {
  switch (outcome.status) {
    case 'recorded':
      return outcome;
    case 'refused': {
      const names = await namesOf();
      const refusals = outcome.refusals.map((refusal) => refusalView(refusal, names));
      throw new ProblemError('refused', { refusals });
    }
    case 'malformed':
      throw new ProblemError('invalid', { issues: inputIssues(outcome.issues) });
    case 'unrecordable':
      throw new ProblemError('unrecordable', { facts: { code: outcome.code } });
    case 'unsignable':
      throw new ProblemError('keyMissing', { facts: { key: outcome.key } });
    case 'reused':
      throw new ProblemError('requestReused');
    case 'unanswered':
      log.warn({ err: outcome.cause, ordinary: isOrdinaryWait(outcome.cause) }, 'an update was not answered');
      throw new ProblemError('unanswered', { retryAfter: 5 }, outcome.cause);
  }
}

/** A score sheet has a route of its own, which seals it. @throws ProblemError forbidden */
function hasOwnDoor({ type }: { type: string }): void {
  const known: { ownDoor?: true } = isFactType(type) ? acts[type] : {};
  if (known.ownDoor) throw new ProblemError('forbidden');
}

/** An act read by its own schema, so that a mistake names its field; any other type is the whole schema's matter. */
function readFact(fact: { type: string }): unknown {
  const { type } = fact;
  return isFactType(type) ? readBy(acts[type].schema, fact, ['fact']) : fact;
}

/** What an act of a system says, as it is signed. @throws ProblemError forbidden, refused, invalid */
export function factSent(fact: { type: string }): unknown {
  hasOwnDoor(fact);
  canBeProposed(fact);
  return readFact(tellingNow(fact));
}
