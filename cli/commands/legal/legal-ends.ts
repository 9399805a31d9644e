// `conformity` and `measure`: what a system conforms to before it is live, and functions that follow later (経過措置).
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example } from '../../command-spec.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';

const conformity = actCommand({
  usage: 'conformity <system> <file>',
  sends: 'conformity.recorded',
  text: {
    ja: 'データ要件・連携要件への適合を記録する（稼働前でもよい。文書はその SHA-256 だけを記録する）',
    en: 'record that a system conforms with the data or linkage requirements, live or not',
  },
  options: paperOptions,
  examples: [
    example(
      'sekimori conformity jidou 適合確認書.pdf --requirement データ要件 --document-no 7子第21号 --decided-on 2026-03-10',
      'データ要件への適合を記録する',
      'that it conforms with the data requirements',
    ),
  ],
  named: (args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options, 'other');
    return () => ({ evidence });
  },
});

const measure: CommandSpec = {
  usage: 'measure',
  text: {
    ja: '一部機能の経過措置（デジタル庁への届出。システムの期限とは別）',
    en: 'functions of a system that follow later, filed with the Digital Agency; not its own date',
  },
  examples: [
    example(
      'sekimori measure file juki --function 統合記載欄の印字 --until 2029-03-31 --basis 届出第3号',
      '経過措置を登録する',
      'record that a function follows',
    ),
    example(
      'sekimori measure end juki --function 統合記載欄の印字',
      'その機能が適合した',
      'that the function conforms',
    ),
  ],
  subcommands: [
    actCommand({
      usage: 'file <system>',
      sends: 'measure.filed',
      text: { ja: '経過措置の届出を登録する', en: 'record what was filed' },
    }),
    actCommand({
      usage: 'end <system>',
      sends: 'measure.ended',
      text: { ja: '経過措置の機能が適合したことを登録する', en: 'record that the function conforms' },
    }),
  ],
};

export const legalEndCommands: CommandSpec[] = [conformity, measure];
