// `approve`, on conditions and on the very bundle that was seen; `condition`, which says that one is met; `recuse`.
import { currentPhase } from '../../act.ts';
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';
import { conditionFrom } from './conditions.ts';

const phaseOption = option(
  '--phase <phase>',
  '工程（省略時は現在の工程）',
  'the phase (default: the current one)',
);

const approve = actCommand({
  usage: 'approve <system>',
  sends: 'gate.approved',
  text: {
    ja: '承認する（条件を付けることもできる）',
    en: 'approve the gate, on conditions where there are any',
  },
  options: [
    phaseOption,
    option(
      '--condition <what|post|day>',
      '承認の条件：内容|担当の職|期日（期日を過ぎて満たされなければ次の関門が閉じる。|承認 を加えると、審査中ならこの承認も数えない）。繰り返し指定',
      'a condition: what|post|day; unmet past its day it shuts the next gate, and with |approval the approval counts no more while under review. May be repeated',
      'list',
    ),
    option(
      '--bundle <sha256>',
      'explain で見た決裁の対象（今の対象と違えば受け付けられない。省略時は最新）',
      'what you saw to decide on, from explain; refused if it is another now (default: the current one)',
    ),
  ],
  examples: [
    example(
      'sekimori approve juki --on R5.11.20',
      '令和5年11月20日付けで承認する',
      'approve, decided on that day',
    ),
    example(
      "sekimori approve juki --condition '操作手順書を添える|dx-office|R5.12.10'",
      '条件を付けて承認する',
      'approve on a condition',
    ),
  ],
  named: (_args, options) => {
    const conditions = options.list('condition').map((written) => conditionFrom(written, options));
    return (explanation) => {
      const bundle = options.text('bundle') ?? explanation.gate?.bundle?.sha256;
      return {
        phase: options.text('phase') ?? currentPhase(explanation),
        ...(conditions.length > 0 ? { conditions } : {}),
        ...(bundle === undefined ? {} : { bundle }),
      };
    };
  },
});

export const decidingCommands: CommandSpec[] = [
  approve,
  {
    usage: 'condition',
    text: { ja: '承認に付けられた条件', en: 'conditions of approvals' },
    examples: [
      example(
        'sekimori condition met juki 12-1 操作手順書.pdf --document-no 5世DX第200号 --decided-on R5.12.8',
        '条件を満たしたことを、文書とともに記録する',
        'record that a condition is met, with the document',
      ),
    ],
    subcommands: [
      actCommand({
        usage: 'met <system> <condition> <file>',
        sends: 'proviso.met',
        text: {
          ja: '条件が満たされたことを記録する（条件の番号は show と explain に出る）',
          en: 'record that one is met (show and explain number them)',
        },
        options: paperOptions,
        named: (args, options) => {
          const evidence = evidenceFrom(argument(args, 2), options, 'other');
          return () => ({ proviso: argument(args, 1), evidence });
        },
      }),
    ],
  },
  actCommand({
    usage: 'recuse <system>',
    sends: 'approver.recused',
    text: {
      ja: '利害関係を申し出て、決定から外れる（除斥）',
      en: 'declare an interest and take no part in deciding',
    },
    options: [
      phaseOption,
      option('--every-gate', 'この移行のすべての関門から', 'from every gate of the migration'),
    ],
    examples: [
      example(
        'sekimori recuse juki --reason 配偶者が応募事業者に勤務',
        '現在の工程の決定から外れる',
        'take no part in deciding on the current phase',
      ),
    ],
    named: (_args, options) => (explanation) => ({
      phase: options.text('phase') ?? currentPhase(explanation),
      ...(options.flag('everyGate') ? { everyGate: true } : {}),
    }),
  }),
];
