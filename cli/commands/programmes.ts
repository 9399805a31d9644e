// The commands of a whole programme: it is read in; a rehearsal's clock is shown and moved.
import { instantOf } from '../../machines/values/date.ts';
import { readWholeDay } from '../../machines/values/read-day.ts';
import { readInstant } from '../../machines/values/read-instant.ts';
import { andThen, type Reading, readAs } from '../../machines/values/reading.ts';
import { programmeView } from '../../server/contract/programmes.ts';
import { clockMoved, clockPreview } from '../../server/contract/settings/clock.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { clockPreviewLines } from '../print/system/clock-lines.ts';
import { instantWord } from '../print/words.ts';
import { inFittingPost } from '../session/fitting-post.ts';
import { loadCommand } from './starting/load.ts';

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

async function previewMove(context: Context, written: string, options: Options): Promise<Answer> {
  const to = options.read(readClock, written);
  const path = `/programmes/${await context.programme()}/clock/preview`;
  const found = await context.client.post(clockPreview, path, { to });
  const { rehearsal } = found.setting;
  const endsAs = found.refusals.length > 0 ? 'refused' : undefined;
  return { kind: 'value', value: found, rehearsal, lines: clockPreviewLines(found, context), endsAs };
}

async function moveClock(context: Context, written: string, options: Options): Promise<Answer> {
  if (options.flag('preview')) return previewMove(context, written, options);
  const { say, client, language } = context;
  const to = options.read(readClock, written);
  const code = await context.programme();
  const { answer: moved, requestId } = await inFittingPost(context, options, code, (sent) =>
    client.post(clockMoved, `/programmes/${code}/clock`, { to, ...sent }),
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

export const programmeCommands: CommandSpec[] = [
  loadCommand,
  {
    usage: 'clock',
    text: { ja: '計画の時計（演習では進められる）', en: "the programme's clock; a rehearsal's can be moved" },
    examples: [
      example('sekimori clock', 'いまの日時', 'what time it is'),
      example('sekimori clock move 2024-03-31', '令和6年3月31日 9:00 に進める', 'move to 9:00 of that day'),
      example(
        'sekimori clock move 2024-03-31 --preview',
        '進めると何が起こるかだけを示す',
        'say what the move would cause, and move nothing',
      ),
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
          option(
            '--preview',
            '進めずに、進めると来る期限・通知・節目だけを示す',
            'move nothing; say which deadlines, reminders and milestones would come',
          ),
          option('--post <post>', 'どの職として行うか', 'the post to act in'),
          option('--request-id <id>', '依頼番号', 'request id'),
        ],
        run: (context, args, options) => moveClock(context, argument(args, 0), options),
      },
    ],
  },
];
