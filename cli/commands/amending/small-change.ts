// What every form of `amend` does: shows what it would change and do to each migration, or files it; and the commands of small changes.
import type { z } from 'zod';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { amendmentPreview, type Change, proposed } from '../../../server/contract/amendments.ts';
import { type CommandSpec, example, type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { previewLines } from '../../print/amendment-lines.ts';
import type { Answer } from '../../print/answer.ts';
import type { readSeedFolder } from '../../seed-folder.ts';
import { inFittingPost } from '../../session/fitting-post.ts';

type Asked = { files: ReturnType<typeof readSeedFolder> } | { changes: Change[] };
type Wanted = Asked & { postsStay?: string[] };

export async function amend(context: Context, asked: Asked, options: Options): Promise<Answer> {
  const postsStay = options.list('postsStay');
  const wanted = postsStay.length > 0 ? { ...asked, postsStay } : asked;
  if (options.flag('propose')) return propose(context, wanted, options);
  const found = await looked(context, wanted, options.maybe(readWholeDay, 'from'));
  const { say } = context;
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [
      ...previewLines(found, context),
      say(
        '何も変わっていません。提案するには --propose --reason 理由 を付けてください。',
        'Nothing is changed. Add --propose --reason WHY to file it.',
      ),
    ],
    endsAs: isRefused(found) ? 'refused' : undefined,
  };
}

async function looked(
  context: Context,
  wanted: Wanted,
  from: string | undefined,
): Promise<z.infer<typeof amendmentPreview>> {
  const code = await context.programme();
  const path = `/programmes/${code}/amendments/preview${from === undefined ? '' : `?from=${from}`}`;
  return differing(context.client.post(amendmentPreview, path, wanted));
}

/** What is handed in and says what holds already is no fault: it ends with an exit code of its own. */
export async function differing<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const issues = error instanceof CommandFailure ? (error.problem?.issues ?? []) : [];
    if (issues.length !== 1 || issues[0]?.code !== 'nothing') throw error;
    throw new CommandFailure('unchanged', issues[0].message);
  }
}

const isRefused = ({ migrations, heirs }: z.infer<typeof amendmentPreview>): boolean =>
  [...migrations, ...heirs].some(({ refusals }) => refusals.length > 0);

async function propose(context: Context, wanted: Wanted, options: Options): Promise<Answer> {
  const { say, client } = context;
  const reason = options.text('reason');
  if (reason === undefined)
    throw new CommandFailure('wrongUse', {
      ja: '提案には理由が要ります（--reason 理由）。',
      en: 'A proposal needs its reason (--reason WHY).',
    });
  const fromOn = options.maybe(readWholeDay, 'from');
  // Sent again by its number, it may be on record; anything else is looked at first.
  if (options.text('requestId') === undefined) await looked(context, wanted, fromOn);
  const code = await context.programme();
  const body = { wanted, reason, ...(fromOn === undefined ? {} : { fromOn }) };
  const { answer: done, requestId } = await inFittingPost(context, options, code, (sent) =>
    client.post(proposed, `/programmes/${code}/amendments`, { ...body, ...sent }),
  );
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: done.setting.rehearsal,
    lines: [
      ...previewLines(done.preview, context),
      say(
        `改定 ${done.number} として提案しました。承認を待ちます（sekimori amendments show ${done.number}）。`,
        `Filed as amendment ${done.number}; it waits for approval (sekimori amendments show ${done.number}).`,
      ),
    ],
  };
}

/** Of a split, a merger, and a folder that has either. */
export const postsStay = option(
  '--posts-stay <id>',
  '元のシステムの職を引き継がないシステム（繰り返せる。省略時はすべて引き継ぐ）',
  'a new system to which no post of the old one goes on (may be repeated; default: they go on to all)',
  'list',
);

const why = option('--reason <text>', '理由（--propose に必要）', 'why (needed with --propose)');
/** Of a change whose reason stands in the programme itself. */
export const whyInside = option(
  '--reason <text>',
  '理由（計画に残るため、見るだけでも必要）',
  'why (it stands in the programme: needed also where you only look)',
);

const filingWith = (reason: OptionSpec): OptionSpec[] => [
  option('--propose', '提案する（付けなければ、見るだけ）', 'file it (without it: look only)'),
  reason,
  option(
    '--from <day>',
    '適用する日（省略時は承認され次第）',
    'the day it is adopted (default: once approved)',
  ),
  option('--post <post>', 'どの職として行うか', 'the post to act in'),
  option('--request-id <id>', '依頼番号', 'request id'),
];
export const filing: OptionSpec[] = filingWith(why);

type Made = (args: readonly string[], options: Options) => Change;

export const small = (
  usage: string,
  text: CommandSpec['text'],
  line: string,
  made: Made,
  own: OptionSpec[] = [],
  reason: OptionSpec = why,
): CommandSpec => ({
  usage,
  text,
  options: [...own, ...filingWith(reason)],
  examples: [example(line, text.ja, text.en)],
  run: (context, args, options) => amend(context, { changes: [made(args, options)] }, options),
});
