// `search`: entries by the words of their reasons and notes, by who decided, by the day. `difference`: what was recorded of a day after it.
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { difference, foundPage } from '../../../server/contract/auditing/asked.ts';
import type { EntryView } from '../../../server/contract/entries.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { readPages } from '../../pages.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, instantWord, settingWord } from '../../print/words.ts';
import { limitOf, limitOption } from '../lists.ts';

function entryLines({ say, language }: Context, entries: readonly EntryView[]): string[] {
  const heads = [
    say('記録日時', 'Recorded'),
    say('発生日', 'Occurred'),
    say('対象', 'Of'),
    '#',
    say('内容', 'What'),
    say('誰が', 'By'),
  ];
  const rows = entries.map((entry) => [
    instantWord(entry.recordedAt, language),
    dayWord(entry.occurredOn, language),
    entry.systemName?.[language] ?? say('計画全体', 'programme'),
    String(entry.seq),
    entry.summary[language],
    entry.actor.name,
  ]);
  return tableLines(
    heads.map((head, index) => ({ head, right: index === 3 })),
    rows,
    say('ありません。', 'Nothing.'),
  );
}

async function search(context: Context, words: string | undefined, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const day = (name: string) => options.maybe((written) => readWholeDay(written), name);
  const query = {
    q: words,
    account: options.text('account'),
    post: options.text('post'),
    from: day('from'),
    to: day('to'),
    corrections: options.flag('corrections') ? 'true' : undefined,
  };
  const path = `/programmes/${await context.programme()}/search`;
  const { page, more } = await readPages(client, foundPage, path, query, limitOf(options));
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [settingWord(page.setting, language), '', ...entryLines(context, page.items)],
    asides: more ? [say('さらにあります（--limit で増やせます）。', 'There are more: raise --limit.')] : [],
  };
}

async function differenceOn(context: Context, written: string, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const day = options.read((text) => readWholeDay(text), written);
  const path = `/programmes/${await context.programme()}/difference`;
  const { page, more } = await readPages(client, difference, path, { day }, limitOf(options));
  const { begins, systems } = page;
  const none = say('まだ始まっていない', 'not begun');
  const rows = systems.map(({ name, known, was }) => [
    name[language],
    known ? (known.phaseLabel?.[language] ?? '') : none,
    was ? (was.phaseLabel?.[language] ?? '') : none,
  ]);
  const heads = [
    say('システム', 'System'),
    say('その日に知られていた', 'As known then'),
    say('その日に事実だった', 'As it was'),
  ];
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [
      settingWord(page.setting, language),
      '',
      ...tableLines(
        heads.map((head) => ({ head })),
        rows,
        say('状態の差はありません。', 'Every system stood as was known.'),
      ),
      '',
      say('後から記録されたこと', 'Recorded later'),
      ...entryLines(context, page.items),
    ],
    asides: [
      ...(begins && begins.recordedOn > day
        ? [
            say(
              `記録が書かれ始めたのは ${dayWord(begins.recordedOn, language)} です。`,
              `The record was first written on ${dayWord(begins.recordedOn, language)}.`,
            ),
          ]
        : []),
      ...(more ? [say('さらにあります（--limit で増やせます）。', 'There are more: raise --limit.')] : []),
    ],
  };
}

export const searchCommands: CommandSpec[] = [
  {
    usage: 'search [words]',
    text: {
      ja: '記録を探す（理由・備考の語、決めた人・職、日付、訂正）',
      en: 'search the record: words of reasons and notes, who decided, when; corrections',
    },
    options: [
      limitOption,
      option('--account <account>', 'この人が（氏名かアカウント）', 'by this person (name or account)'),
      option('--post <post>', 'この職・会議体として', 'in this post, or for this body'),
      option('--from <date>', 'この日から', 'from this day on'),
      option('--to <date>', 'この日まで', 'up to this day'),
      option('--corrections', '訂正だけ', 'corrections alone'),
    ],
    examples: [
      example('sekimori search 見積', '「見積」と書かれた記録', 'entries in which 見積 is written'),
      example(
        'sekimori search --account dx-ito --from 2023-10-01',
        'ある人が決めたこと',
        'what somebody decided',
      ),
    ],
    run: (context, args, options) => search(context, args[0], options),
  },
  {
    usage: 'difference <date>',
    text: {
      ja: 'その日に知られていたことと、その日に事実だったことの差',
      en: 'what was recorded of a day after it, and what stood otherwise than was known',
    },
    options: [limitOption],
    examples: [
      example(
        'sekimori difference 2023-10-31',
        '同日について後から分かったこと',
        'what was learned later of that day',
      ),
    ],
    run: (context, args, options) => differenceOn(context, argument(args, 0), options),
  },
];
