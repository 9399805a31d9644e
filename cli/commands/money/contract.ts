// Around a contract: 契約執行伺書, the council's vote, 変更契約, 解除. `record contract` says the contract itself.
import { actCommand } from '../../act-command.ts';
import { type CommandSpec, example } from '../../command-spec.ts';
import { requestDocument } from './request-document.ts';

export const contractCommand: CommandSpec = {
  usage: 'contract',
  text: {
    ja: '契約執行伺書、議会の議決、変更契約、解除（契約は record contract）',
    en: 'what is asked before a contract, the vote on it, amendments, its end (the contract: record contract)',
  },
  examples: [
    example(
      'sekimori contract request shougai --subject 障害者福祉システム構築委託 --purpose 標準化対応 --planned 1億3000万円 --procedure 随意契約（公募型プロポーザル） --cost-basis 見積第3版 --budget-item 2款1項5目12節 --limit R7=120000000',
      '契約執行伺書を登録する',
      'record what is asked before the contract',
    ),
    example(
      'sekimori contract amend shougai --amount R6=10000000 --amount R7=125000000 --total 135000000 --decided-on 2025-06-02 --on 2025-06-05 --reason 連携方式の変更',
      '変更契約（変更後の金額を年度ごとに）',
      'an amendment: all amounts as they are from then on',
    ),
    example(
      'sekimori contract print shougai 1',
      '契約執行伺書を Markdown で出す',
      'print what was asked as Markdown',
    ),
  ],
  subcommands: [
    actCommand({
      usage: 'request <system>',
      sends: 'contract.requested',
      given: ['no'],
      text: { ja: '契約執行伺書を登録する', en: 'record what is asked before a contract' },
    }),
    actCommand({
      usage: 'council <system>',
      sends: 'contract.councilVoted',
      given: ['no'],
      text: { ja: '契約についての議会の議決を登録する', en: "record the council's vote on a contract" },
    }),
    actCommand({
      usage: 'amend <system>',
      sends: 'contract.amended',
      given: ['no'],
      text: { ja: '変更契約を登録する', en: 'record an amendment' },
    }),
    actCommand({
      usage: 'terminate <system>',
      sends: 'contract.terminated',
      text: { ja: '契約の解除を登録する', en: 'record that it was terminated' },
    }),
    requestDocument,
  ],
};
