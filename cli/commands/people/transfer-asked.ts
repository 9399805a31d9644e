// A transfer as a command asks for it: the list with what is said beside it, and a request id that follows from both.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { type TransferPreview, transferApplied, transferPreview } from '../../../server/contract/posts.ts';
import type { Context } from '../../context.ts';
import { readBytes } from '../../files.ts';
import { type Options, wordFrom } from '../../options.ts';

const OTHERS = { stay: { ja: '留任', en: 'stay' }, end: { ja: '終了', en: 'end' } };

export interface AskedTransfer {
  body: {
    file: { name: string; base64: string };
    on: string | undefined;
    others: string | undefined;
  };
  reason: string;
  /** The same file again is the same request: it is recorded once in each programme. */
  requestId: string;
}

export function askedTransfer(file: string, options: Options): AskedTransfer {
  const bytes = readBytes(file);
  const [written, on] = [options.text('others'), options.maybe((given) => readWholeDay(given), 'on')];
  const others = written === undefined ? undefined : wordFrom(written, OTHERS, '--others');
  const sha256 = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([on, others]))
    .digest('hex');
  return {
    body: { file: { name: basename(file), base64: bytes.toString('base64') }, on, others },
    reason: options.text('reason') ?? basename(file),
    requestId: options.text('requestId') ?? `transfer/${sha256}`,
  };
}

export const previewed = (
  { client }: Pick<Context, 'client'>,
  { body }: AskedTransfer,
  code: string,
): Promise<TransferPreview> => client.post(transferPreview, `/programmes/${code}/transfers/preview`, body);

export const applied = (
  { client }: Pick<Context, 'client'>,
  { body, reason, requestId }: AskedTransfer,
  code: string,
) => client.post(transferApplied, `/programmes/${code}/transfers`, { ...body, reason, requestId });

export function appliedLine(
  { repeated, number, summary }: Awaited<ReturnType<typeof applied>>,
  { say, language }: Pick<Context, 'say' | 'language'>,
): string {
  const said = repeated ? say('記録済みです。', 'Recorded already.') : say('記録しました。', 'Recorded.');
  return `${said} #${number} ${summary[language]}`;
}
