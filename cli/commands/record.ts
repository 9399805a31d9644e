// Facts a gate may ask for: the voted budget, the result of a selection, the contract.
import { actCommand } from '../act-command.ts';
import { type CommandSpec, example } from '../command-spec.ts';

export const recordCommands: CommandSpec[] = [
  {
    usage: 'record',
    text: { ja: '予算・選定・契約を登録する', en: 'record a budget, a selection or a contract' },
    examples: [
      example(
        'sekimori record budget shougai --fiscal-year R6',
        '令和6年度予算の議決',
        'the budget of FY2024',
      ),
      example(
        'sekimori record selection shougai --candidate A社 --technical 574.9 --price 53 --printed-total 628 --out-of 700/300 --method プロポーザル方式',
        '選定結果',
        'a selection; the exact sum is always computed',
      ),
      example(
        'sekimori record contract shougai --vendor A社 --amount R5=131331519 --amount R6=164115710 --total 295447229',
        '契約（総額は合計と照合する）',
        'a contract; its total must be the sum',
      ),
    ],
    subcommands: [
      actCommand({
        usage: 'budget <system>',
        sends: 'budget.voted',
        text: { ja: '予算の議決を登録する', en: 'record that the budget was voted' },
      }),
      actCommand({
        usage: 'selection <system>',
        sends: 'selection.recorded',
        text: { ja: '選定結果を登録する', en: 'record the result of a selection' },
      }),
      actCommand({
        usage: 'contract <system>',
        sends: 'contract.recorded',
        text: { ja: '契約を登録する', en: 'record the contract' },
      }),
    ],
  },
];
