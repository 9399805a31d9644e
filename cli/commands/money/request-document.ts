// A 契約執行伺書 as a page to print: its fields as recorded, in Markdown.
import { readCount } from '../../../machines/values/score.ts';
import { argument, type CommandSpec } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { requestPage } from '../../print/system/money-lines.ts';
import { outOption, written } from '../../written-document.ts';
import { readSystem } from '../show.ts';

async function print(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const no = options.read(readCount, argument(args, 1));
  const view = await readSystem(context, argument(args, 0));
  const request = view.money.requests.find((one) => one.no === no);
  if (!request)
    throw new CommandFailure('refused', {
      ja: `契約執行伺書 第${no}号がありません（ある伺書：${view.money.requests.map((one) => one.no).join('、') || '－'}）。`,
      en: `There is no request ${no} (there are: ${view.money.requests.map((one) => one.no).join(', ') || '-'}).`,
    });
  const bytes = new TextEncoder().encode(requestPage(view, request));
  const file = options.text('out');
  if (file !== undefined) return written(context, file, bytes, view.setting.rehearsal);
  return { kind: 'document', value: request, bytes };
}

export const requestDocument: CommandSpec = {
  usage: 'print <system> <no>',
  text: { ja: '契約執行伺書を印刷用に出す', en: 'what was asked before a contract, to print' },
  options: [outOption],
  run: print,
};
