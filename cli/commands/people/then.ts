// `people as-of`: who held which post on a past day, and what the bodies were then.
import { officesView } from '../../../server/contract/settings/paths.ts';
import { argument, type CommandSpec, example } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { underSetting } from '../../print/under-setting.ts';
import { termWord } from '../../print/words.ts';
import { byOption, pastFrom } from '../board.ts';

async function then(context: Context, written: string, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const path = `/programmes/${await context.programme()}/offices`;
  const found = await client.get(officesView, path, pastFrom(options, written));
  const heads = [say('職', 'Post'), say('システム', 'System'), say('氏名', 'Name'), say('期間', 'Period')];
  const rows = found.held.map(({ postLabel, systemName, name, deputy, from, until }) => [
    postLabel[language],
    systemName?.[language] ?? say('全システム', 'every system'),
    deputy ? `${name}（${deputy.kindLabel[language]}）` : name,
    termWord(from, until, language),
  ]);
  const bodies = found.bodies.map(({ label, members, quorums }) => [
    label[language],
    String(members),
    quorums.join(say('・', ', ')),
  ]);
  const nobody = found.known
    ? say('その日に職にあった人はいません。', 'Nobody held a post on that day.')
    : say('その日について、人と職の記録はありません。', 'Nothing of people is on record as of that day.');
  const columns = (of: string[]) => of.map((head) => ({ head }));
  return underSetting(found, language, [
    ...tableLines(columns(heads), rows, nobody),
    '',
    ...tableLines(
      columns([say('会議体・課', 'Body'), say('人数', 'Members'), say('関門の定足数', 'Voices at gates')]),
      bodies,
      '',
    ),
  ]);
}

export const peopleThen: CommandSpec = {
  usage: 'as-of <date>',
  text: {
    ja: 'ある日に誰がどの職にあり、会議体の人数と定足数がどうだったか',
    en: 'who held which post on a day, and the members and quorums of the bodies',
  },
  options: [byOption],
  examples: [
    example('sekimori people as-of R6.3.31', '令和6年3月31日の職', 'the posts of that day'),
    example(
      'sekimori people as-of 2024-03-31 --by recorded',
      'その日までに記録されていたこと',
      'what was known by then',
    ),
  ],
  run: (context, args, options) => then(context, argument(args, 0), options),
};
