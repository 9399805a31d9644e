// 条例・規則の改正: 議案, 議決, 公布 and from when it is in force.
import { actCommand } from '../../act-command.ts';
import { type CommandSpec, example } from '../../command-spec.ts';

export const ordinanceCommand: CommandSpec = {
  ...actCommand({
    usage: 'ordinance <system>',
    sends: 'ordinance.advanced',
    text: {
      ja: '条例・規則の改正がどこまで進んだかを登録する（議案提出、議決、公布と施行日）',
      en: 'record how far an ordinance has come: bill, vote, promulgation',
    },
  }),
  examples: [
    example(
      'sekimori ordinance juki --ordinance seal-ordinance --passage promulgated --number 条例第12号 --in-force-on 2025-01-06 --on 2024-12-10',
      '公布を施行日とともに登録する',
      'its promulgation, with the day from which it is in force',
    ),
  ],
};
