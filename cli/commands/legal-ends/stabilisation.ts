// 稼働後の安定化: its period and its incidents.
import { readCount } from '../../../machines/values/score.ts';
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example } from '../../command-spec.ts';

export const stabiliseCommand: CommandSpec = {
  usage: 'stabilise',
  text: { ja: '稼働後の安定化期間と障害', en: 'the time after going live, and its incidents' },
  examples: [
    example('sekimori stabilise begin juki --until 2025-03-31', '安定化期間を始める', 'it begins'),
    example(
      'sekimori stabilise incident juki --title 証明書の様式ずれ --severity low',
      '障害を登録する',
      'an incident',
    ),
    example('sekimori stabilise close juki 1 --remedy 様式を修正', '障害 第1号を解消', 'incident 1 is over'),
    example('sekimori stabilise end juki', '安定化期間を終える', 'it ends'),
  ],
  subcommands: [
    actCommand({
      usage: 'begin <system>',
      sends: 'stabilisation.begun',
      given: ['no'],
      text: { ja: '安定化期間の開始を登録する', en: 'record that it begins' },
    }),
    actCommand({
      usage: 'end <system>',
      sends: 'stabilisation.ended',
      given: ['no'],
      text: { ja: '安定化期間の終了を登録する', en: 'record that it ends' },
    }),
    actCommand({
      usage: 'incident <system>',
      sends: 'incident.recorded',
      given: ['no'],
      text: { ja: '障害を登録する', en: 'record an incident' },
    }),
    actCommand({
      usage: 'close <system> <no>',
      sends: 'incident.closed',
      text: { ja: '障害の解消を登録する', en: 'record that an incident is over' },
      named: (args, options) => {
        const no = options.read(readCount, argument(args, 1));
        return () => ({ no });
      },
    }),
  ],
};
