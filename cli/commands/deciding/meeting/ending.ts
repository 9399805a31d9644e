// `meeting close`, `resume` and `minutes`: what was resolved is carried to each system, and the minutes are a document.
import { randomUUID } from 'node:crypto';
import { readCount } from '../../../../machines/values/score.ts';
import { meetingCarried } from '../../../../server/contract/meetings/meetings.ts';
import { RESOLVED } from '../../../../server/contract/meetings/resolved.ts';
import { withRequestId } from '../../../act.ts';
import { argument, type CommandSpec, option } from '../../../command-spec.ts';
import type { Options } from '../../../options.ts';
import { document, outOption } from '../../../written-document.ts';
import { evidenceFrom, paperOptions } from '../../gates.ts';
import { carriedLines } from '../meeting-lines.ts';
import { bySecretariat, numberIn, pathOf, postFor, type Run, send, viewOf } from './at-hand.ts';
import { common, postOption } from './options.ts';

/** `2=費用の見通しがないため` */
function reasonFrom(written: string, options: Options): { item: number; reason: string } {
  const [item = '', ...reason] = written.split('=');
  return { item: options.read(readCount, item, 'reason'), reason: reason.join('=') };
}

const carry =
  (how: 'close' | 'resume'): Run =>
  async (context, args, options) => {
    const number = numberIn(args, options);
    const view = await viewOf(context, number);
    const post = await postFor(context, options, bySecretariat(view));
    const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
    const reasons = options.list('reason').map((one) => reasonFrom(one, options));
    const body =
      how === 'resume' ? { post } : { post, requestId, ...(reasons.length > 0 ? { reasons } : {}) };
    const path = `${await pathOf(context, number)}/${how}`;
    const done = await context.client.post(meetingCarried, path, body).catch(withRequestId(requestId));
    const isWhole = done.items.every(({ as }) => as !== 'refused' && as !== 'unanswered');
    return {
      kind: 'value',
      value: done,
      rehearsal: done.setting.rehearsal,
      lines: carriedLines(done.items, context),
      endsAs: isWhole ? undefined : 'refused',
    };
  };

const minutes: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const file = argument(args, 1);
  if (file === '') return document(context, `${await pathOf(context, number)}/minutes`, {}, options);
  const view = await viewOf(context, number);
  const { kind: _kind, ...paper } = evidenceFrom(file, options, 'other');
  const fact = { type: 'meeting.minuted', meeting: number, minutes: paper };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

// A paper's own options, of which none is needed where the draft is asked for.
const minutesOptions = paperOptions.map(({ kind: _kind, ...given }) => given);

export const closeCommand: CommandSpec = {
  usage: 'close <meeting>',
  sends: 'meeting.closed',
  text: {
    ja: '閉会し、議決を各システムに反映する',
    en: 'close it, and carry what it resolved to each system',
  },
  options: [
    option(
      '--reason <item=text>',
      '書面開催で承認されない議案の理由（複数可）',
      'why a circulation does not carry an item (repeatable)',
      'list',
    ),
    ...common,
  ],
  run: carry('close'),
};

export const resumeCommand: CommandSpec = {
  usage: 'resume <meeting>',
  sends: RESOLVED,
  text: { ja: '反映の残りを続ける', en: 'carry what is left of what it resolved' },
  options: [postOption],
  run: carry('resume'),
};

export const minutesCommand: CommandSpec = {
  usage: 'minutes <meeting> [file]',
  sends: 'meeting.minuted',
  text: {
    ja: '議事録案を出す。ファイルを書けば、それを議事録として登録する（SHA-256）',
    en: 'a draft of the minutes; with a file, records it as the minutes (by its SHA-256)',
  },
  options: [outOption, ...minutesOptions, ...common],
  run: minutes,
};
