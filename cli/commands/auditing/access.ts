// `access`: who read, exported, signed in or was refused, for auditors and administrators.
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { readCount } from '../../../machines/values/score.ts';
import { accessPage } from '../../../server/contract/accounts.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { readPages } from '../../pages.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { instantWord } from '../../print/words.ts';

/** Also what `--account` is asked by. */
const named = (account: string, name: string | null): string =>
  name === null ? account : `${name} ${account}`;

async function access(context: Context, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const code = await context.programme();
  const limit = Math.max(1, options.maybe(readCount, 'limit') ?? 50);
  const day = (name: string) => options.maybe((written) => readWholeDay(written), name);
  const query = {
    account: options.text('account'),
    subject: options.text('subject'),
    system: options.text('system'),
    what: options.text('route'),
    refused: options.flag('refused') ? 'true' : undefined,
    from: day('from'),
    to: day('to'),
  };
  const { page, more } = await readPages(client, accessPage, `/programmes/${code}/access-log`, query, limit);
  const heads = [
    say('日時', 'When'),
    say('誰が', 'Who'),
    say('どこから', 'From'),
    say('何を', 'What'),
    say('対象', 'Of'),
    say('結果', 'Came to'),
    say('詳細', 'Detail'),
  ];
  const rows = page.items.map((row) => [
    instantWord(row.at, language),
    row.account === '' ? '−' : named(row.account, row.name),
    row.address,
    row.what,
    (row.subject === null ? null : named(row.subject, row.subjectName)) ??
      row.system ??
      (row.ofEverySystem ? say('全システム', 'every system') : row.programme) ??
      '',
    row.problem === null ? '' : say(`拒否 ${row.problem}`, `refused ${row.problem}`),
    Object.entries(row.detail)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  ]);
  return {
    kind: 'value',
    value: page,
    rehearsal: await context.rehearsal(code),
    lines: tableLines(
      heads.map((head) => ({ head })),
      rows,
      say('ありません。', 'Nothing.'),
    ),
    asides: more
      ? [say('さらに古いものがあります（--limit で増やせます）。', 'There are older ones: raise --limit.')]
      : [],
  };
}

export const accessCommands: CommandSpec[] = [
  {
    usage: 'access',
    text: {
      ja: '閲覧・出力・サインイン・拒否の記録（監査・管理者）',
      en: 'who read, exported, signed in or was refused (auditors, administrators)',
    },
    options: [
      option('--account <account>', 'この人が', 'by this account'),
      option('--subject <account>', 'この人のアカウントについて', 'about this account'),
      option(
        '--system <system>',
        'このシステムについて（出力・報告・国の表・検証・計画全体の記録など、全システムを含むものも）',
        'of this system, with what holds every system: exports, reports, the national sheet, verification, the whole record',
      ),
      option(
        '--route <part>',
        '経路の一部（例：export、report）',
        'a part of the route, such as export or report',
      ),
      option('--refused', '断られたものだけ', 'only what was refused'),
      option('--from <date>', 'この日から', 'from this day on'),
      option('--to <date>', 'この日まで', 'up to this day'),
      option('--limit <n>', '表示する件数（既定 50）', 'how many (default 50)'),
    ],
    examples: [
      example(
        'sekimori access --system juki --from 2026-04-01 --to 2026-04-30',
        '誰がこのシステムを見たか',
        'who read this system',
      ),
      example('sekimori access --route export', '誰が記録を出力したか', 'who exported the record'),
      example('sekimori access --refused', '断られた操作とサインイン', 'acts and sign-ins that were refused'),
    ],
    run: (context, _args, options) => access(context, options),
  },
];
