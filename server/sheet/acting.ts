// In which of their posts somebody acts on a system, where a whole sheet is sent at once: the one asked for, or the only one that may.
import type { Context } from 'hono';
import { actOf } from '../../machines/migration/acts.ts';
import { caseOf } from '../../machines/migration/migration.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { programmeNames } from '../../texts/names.ts';
import { postMissing, severalPosts } from '../../texts/sheets/sheet-texts.ts';
import { postsHeld } from '../accounts/authority.ts';
import { actorOf } from '../door/submitting.ts';
import { ProblemError } from '../http/problem/problem.ts';
import { problems } from '../http/problem/problem-texts.ts';
import { callerOf, type RequestEnv } from '../http/request.ts';
import type { Asked, Reason, SystemNow } from './planned.ts';

export function actingIn(c: Context<RequestEnv>, asked: string | undefined): Asked['actorFor'] {
  const { person } = callerOf(c);
  const { definition: programme, days, now } = c.get('programme');
  const held = postsHeld(person, programme.code, days);
  const names = programmeNames(programme.bodies, new Map());
  return (where, on, fact) => {
    const theirs = held.filter(({ system }) => system === null || system === where.system);
    const posts = asked === undefined ? [...new Set(theirs.map(({ post }) => post))] : [asked];
    const found = posts.map((post) => inPost(c, post, where, on));
    const able = found.filter((one): one is Actor => !Array.isArray(one));
    const event = { fact, at: now, occurredOn: on, requestId: 'sheet' };
    const fitting = able.filter((actor) => {
      const given = caseOf(where.definition, where.snapshot, { ...event, actor });
      return [...actOf(fact).who(given)].includes(actor.post);
    });
    if (fitting.length > 1)
      return [severalPosts(fitting.map(({ post }) => ({ id: post, label: names.post(post) })))];
    // With none that may, the machine says who does.
    return fitting[0] ?? able[0] ?? found.find(Array.isArray) ?? [postMissing];
  };
}

function inPost(c: Context<RequestEnv>, post: string, { system }: SystemNow, on: string): Actor | Reason[] {
  try {
    return actorOf(c, post, system, on);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [{ code: error.code, message: problems[error.code].detail }];
  }
}
