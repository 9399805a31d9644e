// 予算: requested, assessed and voted with its amounts, and 債務負担行為. `record budget` says the vote as well.
import { actCommand } from '../../act-command.ts';
import { type CommandSpec, example } from '../../command-spec.ts';

export const budgetCommand: CommandSpec = {
  usage: 'budget',
  text: {
    ja: '予算の要求・査定・議決（移行経費と運用経費）と債務負担行為を登録する',
    en: 'record a budget as requested, assessed and voted, and debt obligations',
  },
  examples: [
    example(
      'sekimori budget request shougai --fiscal-year R7 --migration 1億2000万円 --operation 340万円',
      '令和7年度当初予算の要求',
      'what is asked for in the initial budget of FY2025',
    ),
    example(
      'sekimori budget vote shougai --fiscal-year R6 --supplement 3 --migration 8000万円 --operation 0 --on 2024-09-27',
      '令和6年度補正予算（第3号）の議決',
      'the third supplementary budget of FY2024',
    ),
    example(
      'sekimori budget obligation shougai --matter 標準準拠システム構築委託 --start 2024-10 --end 2026-03 --limit R7=120000000',
      '債務負担行為（事項、期間、各年度の限度額）',
      'a debt obligation: matter, period, limits by year',
    ),
  ],
  subcommands: [
    actCommand({
      usage: 'request <system>',
      sends: 'budget.requested',
      text: { ja: '予算要求を登録する', en: 'record what was asked for' },
    }),
    actCommand({
      usage: 'assess <system>',
      sends: 'budget.assessed',
      text: { ja: '査定の結果を登録する', en: 'record what was assessed' },
    }),
    actCommand({
      usage: 'vote <system>',
      sends: 'budget.voted',
      text: { ja: '予算の議決を金額とともに登録する', en: 'record the vote with its amounts' },
    }),
    actCommand({
      usage: 'obligation <system>',
      sends: 'obligation.voted',
      given: ['no'],
      text: { ja: '債務負担行為の議決を登録する', en: 'record a voted debt obligation' },
    }),
  ],
};
