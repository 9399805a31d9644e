// An act of a whole programme, in the post that may do it: the one that is named, or the first of those held that is let.
import { randomUUID } from 'node:crypto';
import type { Me } from '../../server/contract/programmes.ts';
import { withRequestId } from '../act.ts';
import { withoutPost } from '../commands/show.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';

/** What of it is sent besides: the same request whichever post it is tried in. */
interface Sent {
  post: string;
  requestId: string;
}

export async function inFittingPost<T>(
  context: Context,
  options: Options,
  code: string,
  send: (sent: Sent) => Promise<T>,
): Promise<{ answer: T; requestId: string }> {
  const post = options.text('post');
  const candidates = post === undefined ? programmePosts(await context.me(), code) : [post];
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const answer = await firstAccepted(candidates, (as) =>
    send({ post: as, requestId }).catch(withRequestId(requestId)),
  );
  return { answer, requestId };
}

function programmePosts({ posts }: Me, code: string): string[] {
  const found = [
    ...new Set(
      posts.filter((post) => post.programme === code && post.system === null).map(({ post }) => post),
    ),
  ];
  if (found.length === 0) throw withoutPost();
  return found;
}

/** A refusal changes nothing, so each post may be tried until one is the right one. */
async function firstAccepted<T>(posts: readonly string[], attempt: (post: string) => Promise<T>): Promise<T> {
  const [first, ...others] = posts;
  try {
    return await attempt(first ?? '');
  } catch (error) {
    const wrongPost =
      error instanceof CommandFailure &&
      error.problem?.refusals?.some(({ code }) => code === 'actor.wrongPost');
    if (!wrongPost || others.length === 0) throw error;
    return firstAccepted(others, attempt);
  }
}
