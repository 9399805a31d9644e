// A meeting as its sub-commands have it at hand: where it stands, in which post the caller records, and how an act of it is sent.
import { randomUUID } from 'node:crypto';
import { readCount } from '../../../../machines/values/score.ts';
import { submitted } from '../../../../server/contract/entries.ts';
import { type MeetingView, meetingView } from '../../../../server/contract/meetings/meetings.ts';
import { withRequestId } from '../../../act.ts';
import { argument, type CommandSpec } from '../../../command-spec.ts';
import type { Context } from '../../../context.ts';
import { CommandFailure } from '../../../failure.ts';
import type { Options } from '../../../options.ts';
import type { Answer } from '../../../print/answer.ts';
import { meetingLines } from '../meeting-lines.ts';

export type Run = NonNullable<CommandSpec['run']>;

export const programmePath = async (context: Context): Promise<string> =>
  `/programmes/${await context.programme()}`;
export const numberIn = (args: readonly string[], options: Options, index = 0): number =>
  options.read(readCount, argument(args, index));
export const pathOf = async (context: Context, number: number) =>
  `${await programmePath(context)}/meetings/${number}`;
export const viewOf = async (context: Context, number: number): Promise<MeetingView> =>
  context.client.get(meetingView, await pathOf(context, number));

/** One of these posts that the caller holds, or the one that is named; with none, the server's refusal says who may. */
export async function postFor(context: Context, options: Options, may: readonly string[]): Promise<string> {
  const written = options.text('post');
  if (written !== undefined) return written;
  const code = await context.programme();
  const held = (await context.me()).posts
    .filter(({ programme }) => programme === code)
    .map(({ post }) => post);
  const found = held.find((post) => may.includes(post)) ?? held[0];
  if (found === undefined)
    throw new CommandFailure('refused', {
      ja: 'この計画に職がありません。',
      en: 'You hold no post in this programme.',
    });
  return found;
}

export const bySecretariat = ({ secretariat }: MeetingView): string[] => secretariat.map(({ post }) => post);

/** Sends an act of the meeting, and says how the meeting stands after it. */
export async function send(
  context: Context,
  options: Options,
  { fact, post, number }: { fact: Record<string, unknown> & { type: string }; post: string; number: number },
): Promise<Answer> {
  const view = await viewOf(context, number);
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  // A programme's acts rest on no sight of it: what was looked at stands in the fact.
  const body = { fact, post, occurredOn: view.setting.today, requestId, seenVersion: 0 };
  const path = `${await programmePath(context)}/events`;
  const done = await context.client.post(submitted, path, body).catch(withRequestId(requestId));
  const after = await viewOf(context, number);
  return {
    kind: 'value',
    value: { ...done, requestId, meeting: number },
    rehearsal: done.setting.rehearsal,
    lines: [
      context.say(`記録しました（第${done.seq}件）。`, `Recorded as entry ${done.seq}.`),
      '',
      ...meetingLines(after, context),
    ],
  };
}
