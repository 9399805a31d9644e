// `contact`: where one is told of what is due.
import { type CommandSpec, example } from '../../command-spec.ts';
import { feedCommand } from './feed.ts';

export const contactCommand: CommandSpec = {
  usage: 'contact',
  text: { ja: '自分への知らせの受け取り方', en: 'where you are told of what is due' },
  examples: [
    example(
      'sekimori contact feed',
      '自分のカレンダーのアドレスの有無',
      'whether your calendar has an address',
    ),
  ],
  subcommands: [feedCommand],
};
