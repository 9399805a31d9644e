// `contact feed`: the address of one's own calendar of deadlines, for a calendar program to read without signing in.
import { feedView, issuedFeed } from '../../../server/contract/telling/feeds.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { instantWord } from '../../print/words.ts';
import { contraryOptions } from '../../wrong-use.ts';

const PATH = '/calendar-feed';

async function feed(context: Context, options: Options): Promise<Answer> {
  const [renews, revokes] = [options.flag('renew'), options.flag('revoke')];
  if (renews && revokes) throw contraryOptions(['--renew', '--revoke']);
  if (renews) return renew(context);
  return revokes ? revoke(context) : state(context);
}

async function state({ client, say, language }: Context): Promise<Answer> {
  const found = await client.get(feedView, PATH);
  const { feed: there } = found;
  const lastRead = there?.lastReadAt ?? null;
  const lines =
    there === null
      ? [
          say(
            'カレンダーのアドレスはありません（sekimori contact feed --renew で作れます）。',
            'Your calendar has no address (sekimori contact feed --renew makes one).',
          ),
        ]
      : [
          say(
            `カレンダーのアドレスがあります（${instantWord(there.madeAt, language)} 作成）。アドレスは作ったときにだけ表示されます。`,
            `Your calendar has an address, made ${instantWord(there.madeAt, language)}. It was shown then and never again.`,
          ),
          lastRead === null
            ? say('まだ読まれていません。', 'Nobody has read it yet.')
            : say(
                `最後に読まれたのは ${instantWord(lastRead, language)}。`,
                `Last read ${instantWord(lastRead, language)}.`,
              ),
        ];
  return { kind: 'value', value: found, rehearsal: false, lines };
}

async function renew({ client, say }: Context): Promise<Answer> {
  const made = await client.post(issuedFeed, PATH, undefined);
  const url = `${client.access.url}${made.path}`;
  return {
    kind: 'value',
    value: { ...made, url },
    rehearsal: false,
    lines: [
      url,
      say(
        'このアドレスをカレンダーのソフトに「URL で購読」として登録してください。表示は今回だけです。前のアドレスは使えなくなりました。',
        'Subscribe to this address in your calendar program. It is shown this once; an address made before is none any more.',
      ),
      say(
        '知っている人は誰でもサインインせずに読めます。漏れたと思ったら --renew か --revoke で終わらせてください。',
        'Whoever knows it reads it without signing in: where it may have leaked, end it with --renew or --revoke.',
      ),
    ],
  };
}

async function revoke({ client, say }: Context): Promise<Answer> {
  await client.send('DELETE', PATH);
  return {
    kind: 'value',
    value: { revoked: true },
    rehearsal: false,
    lines: [say('カレンダーのアドレスを終わらせました。', 'The address of your calendar is none any more.')],
  };
}

export const feedCommand: CommandSpec = {
  usage: 'feed',
  text: {
    ja: '自分の期限をカレンダーのソフトで読むためのアドレス（表示・作り直し・終了）',
    en: 'the address at which a calendar program reads your deadlines: shown, made anew, ended',
  },
  options: [
    option(
      '--renew',
      '作る、または作り直す（前のものは使えなくなる）',
      'make it, or make it anew (the one before ends)',
    ),
    option('--revoke', '終わらせる', 'end it'),
  ],
  examples: [
    example(
      'sekimori contact feed --renew',
      'アドレスを作り、カレンダーのソフトに登録する',
      'make an address, and subscribe to it in a calendar program',
    ),
  ],
  run: (context, _args, options) => feed(context, options),
};
