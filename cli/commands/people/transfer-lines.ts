// What a transfer would do, in lines: posts that end and begin, new accounts, and what would no longer go on.
import type { TransferPreview } from '../../../server/contract/posts.ts';
import type { Context } from '../../context.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, settingWord, termWord } from '../../print/words.ts';

export function previewLines(value: TransferPreview, context: Context): string[] {
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
    termWord(from, until, language),
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
    ...(value.elsewhere.length === 0
      ? []
      : [
          say(
            `ほかの計画の行は読みません: ${value.elsewhere.join('、')}（--in で一度に扱えます）`,
            `Rows of other programmes are not read: ${value.elsewhere.join(', ')} (take them at once with --in)`,
          ),
        ]),
    ...(unread === '' ? [] : [say(`読まない列: ${unread}`, `Columns not read: ${unread}`)]),
    // What changes nothing is not taken.
    ...(ends.length + gives.length + people.length === 0
      ? []
      : [say('記録するには --apply を付けます。', 'Record it with --apply.')]),
  ];
}
