// `warned`: who was warned of a system's deadlines, by which channel, and what came of it.
import { type WarningView, warningList } from '../../server/contract/telling/contacts.ts';
import { argument, type CommandSpec, example } from '../command-spec.ts';
import type { Context } from '../context.ts';
import type { Answer } from '../print/answer.ts';
import { carriedLine } from '../print/carried-line.ts';
import { tableLines } from '../print/table.ts';
import { instantWord } from '../print/words.ts';
import { systemPath } from './show.ts';

async function warned(context: Context, args: readonly string[]): Promise<Answer> {
  const [system, deadline] = [argument(args, 0), args[1]];
  const under = deadline === undefined ? '' : `/deadlines/${encodeURIComponent(deadline)}`;
  const path = `${await systemPath(context, system)}${under}/warnings`;
  const found = await context.client.get(warningList, path);
  return {
    kind: 'value',
    value: found,
    rehearsal: await context.rehearsal(await context.programme()),
    lines: warnedLines(found.items, context),
  };
}

function warnedLines(items: readonly WarningView[], { say, language }: Context): string[] {
  const heads = [
    say('日', 'Day'),
    say('期限', 'Deadline'),
    say('期日', 'Due'),
    say('誰に', 'Whom'),
    say('職', 'Post'),
    say('受信箱で既読', 'Read in the inbox'),
    say('経路と結果', 'Channel and result'),
  ];
  const late = say('（遅れて）', ' (late)');
  const rows = items.map((one) => [
    `${one.day}${one.late ? late : ''}`,
    one.deadline,
    one.dueOn,
    `${one.name} (${one.account})`,
    one.posts.join('、'),
    one.readAt === null ? '−' : instantWord(one.readAt, language),
    one.channels.map((channel) => carriedLine(channel, language)).join(' / '),
  ]);
  return tableLines(
    heads.map((head) => ({ head })),
    rows,
    say('まだ誰にも知らせていません。', 'Nobody has been warned yet.'),
  );
}

export const warnedCommand: CommandSpec = {
  usage: 'warned <system> [deadline]',
  text: {
    ja: '期限を誰に・いつ・どの経路で知らせ、届いたか・読まれたか',
    en: 'who was warned of a deadline, when, by which channel, and what came of it',
  },
  examples: [example('sekimori warned juki', '住民記録のすべての期限', 'every deadline of one system')],
  run: (context, args) => warned(context, args),
};
