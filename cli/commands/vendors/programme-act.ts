// Sends one act of the programme itself, in the post that fits.
import { readDay } from '../../../machines/values/read-day.ts';
import { submitted } from '../../../server/contract/entries.ts';
import { programmeView } from '../../../server/contract/programmes.ts';
import { type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { inFittingPost } from '../../session/fitting-post.ts';

export const programmeActOptions: OptionSpec[] = [
  option('--post <post>', 'どの職として行うか', 'the post to act in'),
  option('--on <date>', '実際に行われた日（省略時は今日）', 'when it happened (default: today)'),
  option(
    '--request-id <id>',
    '依頼番号（同じ番号は一度だけ記録される）',
    'request id: the same one is recorded once only',
  ),
];

export async function programmeAct(
  context: Context,
  options: Options,
  fact: Record<string, unknown>,
): Promise<Answer> {
  const { client, say } = context;
  const code = await context.programme();
  const on = options.maybe((written) => readDay(written), 'on');
  const { today, version } = await client.get(programmeView, `/programmes/${code}`);
  const { answer, requestId } = await inFittingPost(context, options, code, (sent) =>
    client.post(submitted, `/programmes/${code}/events`, {
      fact,
      occurredOn: on ?? today,
      seenVersion: version,
      ...sent,
    }),
  );
  const { seq, hash, repeated } = answer;
  return {
    kind: 'value',
    value: { ...answer, requestId },
    rehearsal: answer.setting.rehearsal,
    lines: [
      repeated
        ? say(
            `この依頼番号は既に第${seq}件として記録されています（新しくは記録していません）。`,
            `This request id is already recorded as entry ${seq}; nothing was added.`,
          )
        : say(`記録しました（計画の第${seq}件）。`, `Recorded as entry ${seq} of the programme.`),
      say(`依頼番号 ${requestId}`, `request id ${requestId}`),
      `SHA-256 ${hash}`,
    ],
  };
}
