// How large a body may be, by what its route takes and whether it is known who sends it; of the largest, few at once.
// Stands behind the gatekeeper: nothing is read for whoever may not ask.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BYTES } from '../../../machines/record/limits.ts';
import type { Guard } from '../guarded-route.ts';
import { ProblemError } from '../problem/problem.ts';
import type { RequestEnv } from '../request.ts';

/** A folder is in memory several times while it is read: as bytes, as text, as values. */
const FOLDERS_AT_ONCE = 2;
const AGAIN_SECONDS = 5;

const within = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new ProblemError('tooLarge', { issues: [tooManyBytes(maxSize)] });
    },
  });

const tooManyBytes = (most: number) => ({
  field: '',
  code: 'bytes',
  message: { ja: '全体が長すぎます。', en: 'The whole is too long.' },
  expected: { ja: `${most}バイト以下`, en: `at most ${most} bytes` },
});

/** @throws ProblemError tooLarge, tooMany */
export function limitedBody(
  guardOf: (method: string, path: string) => Guard | null,
): MiddlewareHandler<RequestEnv> {
  const unknown = within(BYTES.unknown);
  const ordinary = within(BYTES.request);
  const folder = fewAtATime(within(BYTES.load));
  return (c, next) => {
    const { method, path } = c.get('route');
    const guard = guardOf(method, path);
    if (guard?.takesFolder) return folder(c, next);
    return guard?.need === 'open' ? unknown(c, next) : ordinary(c, next);
  };
}

function fewAtATime(limited: MiddlewareHandler): MiddlewareHandler<RequestEnv> {
  let present = 0;
  return async (c, next) => {
    if (present >= FOLDERS_AT_ONCE) throw new ProblemError('tooMany', { retryAfter: AGAIN_SECONDS });
    present += 1;
    try {
      return await limited(c, next);
    } finally {
      present -= 1;
    }
  };
}
