// 特定個人情報保護評価: しきい値判断, 意見聴取, then 第三者点検, 委員会提出 and 公表 with their documents.
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example } from '../../command-spec.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';

export const piaCommand: CommandSpec = {
  usage: 'pia',
  text: { ja: '特定個人情報保護評価（PIA）', en: 'the privacy impact assessment (PIA)' },
  examples: [
    example(
      'sekimori pia judge juki --evaluation full --subjects 920000',
      'しきい値判断（全項目評価）',
      'the threshold: all items are assessed',
    ),
    example(
      'sekimori pia comment juki --opened-on 2024-06-03 --closed-on 2024-07-03 --opinions 12 --on 2024-07-04',
      '意見聴取（30日以上、初日不算入）',
      'the public comment: 30 days at least, the first not counted',
    ),
    example(
      'sekimori pia advance juki 点検報告.pdf --reached reviewed --document-no 6世情第20号 --decided-on 2024-07-20',
      '第三者点検（submitted 委員会提出、published 公表も同じ）',
      'the third-party review; so also submitted and published',
    ),
  ],
  subcommands: [
    actCommand({
      usage: 'judge <system>',
      sends: 'pia.judged',
      given: ['no'],
      text: { ja: 'しきい値判断を登録する', en: 'record the threshold judgement' },
    }),
    actCommand({
      usage: 'comment <system>',
      sends: 'pia.commented',
      given: ['no'],
      text: { ja: '終わった意見聴取を登録する', en: 'record a public comment that is over' },
    }),
    actCommand({
      usage: 'advance <system> <file>',
      sends: 'pia.advanced',
      given: ['no'],
      text: { ja: '点検・提出・公表を文書とともに登録する', en: 'record review, submission or publication' },
      options: paperOptions,
      named: (args, options) => {
        const evidence = evidenceFrom(argument(args, 1), options, 'other');
        return () => ({ evidence });
      },
    }),
  ],
};
