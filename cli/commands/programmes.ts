// The commands of a whole programme: it is read in; a rehearsal's clock is shown and moved.
import { randomUUID } from 'node:crypto';
import { instantOf } from '../../machines/values/date.ts';
import { readWholeDay } from '../../machines/values/read-day.ts';
import { readInstant } from '../../machines/values/read-instant.ts';
import { andThen, type Reading, readAs } from '../../machines/values/reading.ts';
import { clockMoved, type Me, programmeView } from '../../server/contract/programmes.ts';
import { withRequestId } from '../act.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { instantWord } from '../print/words.ts';
import { loadCommand } from './load.ts';
import { withoutPost } from './show.ts';

async function showClock(context: Context): Promise<Answer> {
  const { say, language } = context;
  const view = await context.client.get(programmeView, `/programmes/${await context.programme()}`);
  const { code, name, rehearsal, now, today } = view;
  return {
    kind: 'value',
    value: { code, name, rehearsal, now, today },
    rehearsal,
    lines: [
      `${name[language]}  ${instantWord(now, language)}`,
      rehearsal
        ? say(
            '演習の時計です。sekimori clock move で進められます。',
            'A rehearsal’s clock: sekimori clock move moves it forward.',
          )
        : say('実際の時計で動いています。', 'Runs on the real clock.'),
    ],
  };
}

/** A day means its 09:00, when the office opens. */
function readClock(written: string): Reading<string> {
  const instant = readInstant(written);
  if (instant.status === 'read' || instant.reason.code !== 'instant.form') return instant;
  return andThen(readWholeDay(written), (day) => readAs(instantOf(day, '09:00')));
}

async function moveClock(context: Context, written: string, options: Options): Promise<Answer> {
  const { say, client, language } = context;
  const to = options.read(readClock, written);
  const code = await context.programme();
  const post = options.text('post');
  const candidates = post === undefined ? programmePosts(await context.me(), code) : [post];
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const moved = await firstAccepted(candidates, (as) =>
    client
      .post(clockMoved, `/programmes/${code}/clock`, { to, requestId, post: as })
      .catch(withRequestId(requestId)),
  );
  return {
    kind: 'value',
    value: { ...moved, requestId },
    rehearsal: moved.setting.rehearsal,
    lines: [
      say(
        `演習の時計を ${instantWord(moved.setting.now, language)} に進めました。途中で到来した期限・通知は ${moved.fired} 件です。`,
        `The clock stands at ${instantWord(moved.setting.now, language)}; ${moved.fired} deadline points fell due on the way.`,
      ),
    ],
  };
}

export function programmePosts({ posts }: Me, code: string): string[] {
  const found = [
    ...new Set(
      posts.filter((post) => post.programme === code && post.system === null).map(({ post }) => post),
    ),
  ];
  if (found.length === 0) throw withoutPost();
  return found;
}

/** A refusal changes nothing, so each post may be tried until one is the right one. */
export async function firstAccepted<T>(
  posts: readonly string[],
  attempt: (post: string) => Promise<T>,
): Promise<T> {
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

export const programmeCommands: CommandSpec[] = [
  loadCommand,
  {
    usage: 'clock',
    text: { ja: '計画の時計（演習では進められる）', en: "the programme's clock; a rehearsal's can be moved" },
    examples: [
      example('sekimori clock', 'いまの日時', 'what time it is'),
      example('sekimori clock move 2024-03-31', '令和6年3月31日 9:00 に進める', 'move to 9:00 of that day'),
      example('sekimori clock move 2024-03-31T17:30', '時刻まで指定して進める', 'to a time of day'),
    ],
    subcommands: [
      {
        usage: 'show',
        text: { ja: 'いまの日時（既定）', en: 'what time it is (default)' },
        run: (context) => showClock(context),
      },
      {
        usage: 'move <to>',
        text: { ja: '演習の時計を進める', en: "move a rehearsal's clock forward" },
        options: [
          option('--post <post>', 'どの職として行うか', 'the post to act in'),
          option('--request-id <id>', '依頼番号', 'request id'),
        ],
        run: (context, args, options) => moveClock(context, argument(args, 0), options),
      },
    ],
  },
];
