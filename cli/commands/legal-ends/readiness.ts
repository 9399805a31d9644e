// 移行判定: criteria of going and of 切戻し, what was found of each, the judgement; and rehearsals of the data's migration.
import { readCount } from '../../../machines/values/score.ts';
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example } from '../../command-spec.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';

const judge: CommandSpec = {
  usage: 'judge',
  text: {
    ja: '移行判定（判定基準・切戻し基準、その確認、判定）',
    en: 'going live judged: criteria, what was found of them, go or no-go',
  },
  examples: [
    example(
      'sekimori judge criterion juki --title 移行件数が現行と一致 --kind go',
      '判定基準を登録する（切戻し基準は --kind rollback）',
      'a criterion; of rolling back: --kind rollback',
    ),
    example(
      'sekimori judge find juki 1 照合結果.xlsx --finding met --document-no 6世住第90号 --decided-on 2024-12-20',
      '基準 第1号を満たすと、文書とともに登録する',
      'criterion 1 is met, by this document',
    ),
    example('sekimori judge decide juki --judgement go', '移行可と判定する', 'judge go'),
  ],
  subcommands: [
    actCommand({
      usage: 'criterion <system>',
      sends: 'criterion.set',
      given: ['no'],
      text: { ja: '判定基準・切戻し基準を登録する', en: 'record a criterion' },
    }),
    actCommand({
      usage: 'find <system> <no> <file>',
      sends: 'criterion.found',
      given: ['no'],
      text: { ja: '基準を満たすかどうかを文書とともに登録する', en: 'record whether a criterion is met' },
      options: paperOptions,
      named: (args, options) => {
        const criterion = options.read(readCount, argument(args, 1));
        const evidence = evidenceFrom(argument(args, 2), options, 'other');
        return () => ({ criterion, evidence });
      },
    }),
    actCommand({
      usage: 'decide <system>',
      sends: 'readiness.judged',
      given: ['no'],
      text: { ja: '移行可・移行不可の判定を登録する', en: 'record go or no-go' },
    }),
  ],
};

const rehearsal = actCommand({
  usage: 'rehearsal <system> <file>',
  sends: 'rehearsal.recorded',
  given: ['no'],
  text: {
    ja: 'データ移行リハーサルの結果を文書とともに登録する',
    en: "record a rehearsal of the data's migration",
  },
  options: paperOptions,
  examples: [
    example(
      'sekimori rehearsal juki 結果報告.pdf --records 918234 --errors 0 --result passed --document-no 6世情第77号 --decided-on 2024-11-15',
      '第1回リハーサル（番号は自動）',
      'a rehearsal; its number follows by itself',
    ),
  ],
  named: (args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options, 'other');
    return () => ({ evidence });
  },
});

export const readinessCommands: CommandSpec[] = [judge, rehearsal];
