// `transfer`: 人事異動（年度替わり）from a list of people, first looked at, then recorded as one act.
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { type TransferPreview, transferApplied, transferPreview } from '../../../server/contract/posts.ts';
import { withRequestId } from '../../act.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { readBytes } from '../../files.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, settingWord } from '../../print/words.ts';

const OTHERS = { stay: { ja: '留任', en: 'stay' }, end: { ja: '終了', en: 'end' } };

async function transfer(context: Context, file: string, options: Options): Promise<Answer> {
  const { client, say } = context;
  const bytes = readBytes(file);
  const [written, on] = [options.text('others'), options.maybe((given) => readWholeDay(given), 'on')];
  const body = {
    file: { name: basename(file), base64: bytes.toString('base64') },
    on,
    others: written === undefined ? undefined : wordFrom(written, OTHERS, '--others'),
  };
  const path = `/programmes/${await context.programme()}/transfers`;
  if (!options.flag('apply')) {
    const value = await client.post(transferPreview, `${path}/preview`, body);
    return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines: previewLines(value, context) };
  }
  // The same file again is the same request: it is recorded once.
  const sha256 = createHash('sha256')
    .update(bytes)
    .update(JSON.stringify([on, body.others]))
    .digest('hex');
  const requestId = options.text('requestId') ?? `transfer/${sha256}`;
  const sent = { ...body, reason: options.text('reason') ?? basename(file), requestId };
  const value = await client.post(transferApplied, path, sent).catch(withRequestId(requestId));
  const said = value.repeated
    ? say('記録済みです。', 'Recorded already.')
    : say('記録しました。', 'Recorded.');
  return {
    kind: 'value',
    value: { ...value, requestId },
    rehearsal: value.setting.rehearsal,
    lines: [`${said} #${value.number} ${value.summary[context.language]}`],
  };
}

function previewLines(value: TransferPreview, context: Context): string[] {
  const { say, language } = context;
  const heads = [
    say('変わること', 'What'),
    say('人', 'Who'),
    say('職', 'Post'),
    say('範囲', 'Scope'),
    say('日', 'Day'),
  ];
  const scope = (system: string | null) => system ?? say('全システム', 'every system');
  const ends = value.ends.map(({ account, name, postLabel, system, lastOn }) => [
    say('終わり', 'ends'),
    `${name}（${account}）`,
    postLabel[language],
    scope(system),
    lastOn === null
      ? say('始まらない', 'never begins')
      : say(`${dayWord(lastOn, language)}まで`, `until ${lastOn}`),
  ]);
  const gives = value.gives.map(({ account, name, postLabel, system, from, until }) => [
    say('始まり', 'begins'),
    `${name}（${account}）`,
    postLabel[language],
    scope(system),
    `${dayWord(from, language)}〜${dayWord(until, language)}`,
  ]);
  const people = value.people.map(({ account, name }) =>
    say(
      `新しいアカウント: ${name}（${account}）。記録の後、sekimori people reset ${account} でパスワードを渡します。`,
      `New account: ${name} (${account}). Afterwards, sekimori people reset ${account} gives out a password.`,
    ),
  );
  const seen = value.foreseen.map(({ message }) => `  ・${message[language]}`);
  const unread = value.unread.join('、');
  return [
    settingWord(value.setting, language),
    '',
    ...tableLines(
      heads.map((head) => ({ head })),
      [...ends, ...gives],
      say('変わる職はありません。', 'No post changes.'),
    ),
    ...people,
    ...(seen.length === 0
      ? [say('止まる仕事はありません。', 'Everything would go on.')]
      : [say('このままでは:', 'As it stands:'), ...seen]),
    ...(unread === '' ? [] : [say(`読まない列: ${unread}`, `Columns not read: ${unread}`)]),
    say('記録するには --apply を付けます。', 'Record it with --apply.'),
  ];
}

export const transferCommands: CommandSpec[] = [
  {
    usage: 'transfer <file>',
    sends: 'post.transferred',
    text: {
      ja: '人事異動・年度替わり: 一覧（.xlsx・CSV）を下見し、--apply で一つの行為として記録する（管理者）',
      en: 'posts change hands: look at a list (.xlsx, CSV); record it as one act with --apply (administrators)',
    },
    options: [
      option('--apply', '記録する（付けなければ何も記録しない）', 'record it (without: nothing is recorded)'),
      option(
        '--on <date>',
        '発令日（一覧に発令日の列がないとき）',
        'the first day, where the list does not say it',
      ),
      option(
        '--others <what>',
        '一覧にない人: stay（留任して次の年度末まで続ける）・end（既定。職は期限のとおり終わる）',
        'whoever is not listed: stay (goes on until the next fiscal year’s end) or end (default)',
      ),
      option('--reason <text>', '理由（既定: ファイル名）', 'the reason (default: the file’s name)'),
      option(
        '--request-id <id>',
        '依頼番号（既定: ファイルから決まる）',
        'request id (default: follows from the file)',
      ),
    ],
    examples: [
      example(
        'sekimori transfer 異動.csv --on 2027/4/1 --others stay',
        '何が変わり、何が止まるかを見る',
        'what changes, and what would stop',
      ),
      example('sekimori transfer 異動.csv --on 2027/4/1 --others stay --apply', '記録する', 'record it'),
    ],
    run: (context, args, options) => transfer(context, argument(args, 0), options),
  },
];
