// What the console sends besides a question, and how it reads what comes back: a word of the server's, or nothing clear.
import { afterEach, expect, it, vi } from 'vitest';
import { ApiProblem, get, post, remove } from '../../console/api.ts';
import { attendance, createAttendance } from '../../console/attendance.ts';
import { problemBody } from '../../server/http/problem/problem.ts';

afterEach(() => vi.unstubAllGlobals());

/** The headers of what was sent, answered by this. */
function answering(answer: () => Response | Promise<Response>) {
  const sent: Headers[] = [];
  vi.stubGlobal('fetch', async (_url: string, { headers }: RequestInit) => {
    sent.push(new Headers(headers));
    return answer();
  });
  return sent;
}
const problemOf = (promise: Promise<unknown>): Promise<ApiProblem> =>
  promise.then(
    () => expect.fail('was answered'),
    (error: unknown) => (error instanceof ApiProblem ? error : expect.fail(String(error))),
  );
const problem = (code: Parameters<typeof problemBody>[0]) => {
  const body = problemBody(code, {}, 'request-1');
  const headers = { 'content-type': 'application/problem+json; charset=UTF-8' };
  return new Response(JSON.stringify(body), { status: body.status, headers });
};

it('every change names the account it is sent as', async () => {
  const sent = answering(() => new Response(null, { status: 204 }));
  await post('/a', {}, 'dx-tanaka');
  await remove('/b', 'dx-ito');
  await post('/session', {}, null);
  expect(sent.map((headers) => headers.get('x-sekimori-account'))).toEqual(['dx-tanaka', 'dx-ito', null]);
});

it('a connection that breaks within an answer leaves it unclear', async () => {
  for (const [status, type] of [
    [200, 'application/json'],
    [409, 'application/problem+json'],
  ] as const) {
    answering(() => {
      const broken = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{"seq":'));
          controller.error(new TypeError('network error'));
        },
      });
      return new Response(broken, { status, headers: { 'content-type': type } });
    });
    const error = await problemOf(post('/events', {}, 'dx-tanaka'));
    expect([status, error.status, error.unclear]).toEqual([status, 0, true]);
  }
});

it('only the server’s own word is a clear no', async () => {
  answering(() => new Response('<html>', { status: 200 }));
  expect((await problemOf(post('/events', {}, 'a'))).unclear).toBe(true);
  answering(() => new Response('<html>', { status: 408 }));
  expect((await problemOf(post('/events', {}, 'a'))).unclear).toBe(true);
  answering(() => problem('unanswered'));
  expect((await problemOf(post('/events', {}, 'a'))).unclear).toBe(true);
  answering(() => problem('refused'));
  expect((await problemOf(post('/events', {}, 'a'))).unclear).toBe(false);
  answering(() => problem('otherAccount'));
  expect(await problemOf(post('/events', {}, 'a'))).toMatchObject({ unclear: false, ofAnother: true });
});

it('somebody is at the page for a minute after a key, a press or a turn of the wheel', () => {
  let nowMs = 0;
  const page = new EventTarget();
  const { watch, isAttended } = createAttendance(() => nowMs);
  watch(page);
  const after = (ms: number, sign?: string) => {
    nowMs += ms;
    if (sign) page.dispatchEvent(new Event(sign));
    return isAttended();
  };
  expect([after(59_000), after(2_000)]).toEqual([true, false]);
  expect([after(60_000, 'keydown'), after(59_000), after(2_000)]).toEqual([true, true, false]);
  expect([after(1_000, 'pointermove'), after(0, 'wheel')]).toEqual([false, true]);
});

it('a page that nobody is at says so when it asks, never when it changes something', async () => {
  const sent = answering(() => new Response('{}'));
  // The page was loaded whenever this process first needed it.
  const page = new EventTarget();
  attendance.watch(page);
  page.dispatchEvent(new Event('keydown'));
  await get('/me');
  vi.useFakeTimers({ now: Date.now() + 3_600_000 });
  await get('/me');
  await post('/a', {}, 'dx-ito');
  vi.useRealTimers();
  expect(sent.map((headers) => headers.get('x-sekimori-unattended'))).toEqual([null, '1', null]);
});
