// 見積: its versions, each with its paper, and by how much two of them differ.
import { readCount } from '../../../machines/values/score.ts';
import { varianceOf } from '../../../machines/values/variance.ts';
import type { SystemView } from '../../../server/contract/migrations/system.ts';
import { actCommand } from '../../act-command.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { varianceWord } from '../../print/system/money-lines.ts';
import { yenWord } from '../../print/words.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';
import { readSystem } from '../show.ts';

type Estimate = SystemView['money']['estimates'][number];

const record = actCommand({
  usage: 'record <system> <file>',
  sends: 'estimate.recorded',
  given: ['no'],
  text: {
    ja: '見積の版を登録する（ファイルは送らず、SHA-256 だけを記録する）',
    en: "record a version of an estimate: its paper's SHA-256 is recorded, the file is not sent",
  },
  options: paperOptions,
  named: (args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options, 'other');
    return () => ({ evidence });
  },
});

function versionOf({ money }: SystemView, no: number): Estimate {
  const found = money.estimates.find((estimate) => estimate.no === no);
  if (found) return found;
  const known = money.estimates.map((estimate) => estimate.no).join('、') || '－';
  throw new CommandFailure('refused', {
    ja: `見積 第${no}版がありません（ある版：${known}）。`,
    en: `There is no estimate ${no} (there are: ${known}).`,
  });
}

async function compare(context: Context, system: string, options: Options): Promise<Answer> {
  const [from, to] = ['from', 'to'].map((name) => options.read(readCount, options.required(name), name));
  const view = await readSystem(context, system);
  const [a, b] = [versionOf(view, from ?? 0), versionOf(view, to ?? 0)];
  const parts = (['totalYen', 'migrationYen', 'operationYen'] as const).map((part) => ({
    part,
    ...varianceOf(a[part], b[part]),
  }));
  const { language, say } = context;
  const words = {
    totalYen: say('総額', 'total'),
    migrationYen: say('移行経費', 'migration'),
    operationYen: say('運用経費', 'operation'),
  };
  return {
    kind: 'value',
    value: { from: a.no, to: b.no, variance: parts },
    rehearsal: view.setting.rehearsal,
    lines: parts.map(
      (one) =>
        `${words[one.part]}  ${yenWord(one.fromYen, language)} → ${yenWord(one.toYen, language)}  ${varianceWord(one, language)}`,
    ),
  };
}

export const estimateCommand: CommandSpec = {
  usage: 'estimate',
  text: { ja: '見積の版と、版の間の増減', en: 'versions of estimates, and by how much they differ' },
  examples: [
    example(
      'sekimori estimate record shougai 概算見積書.pdf --kind rough --vendor A社 --cost R7=120000000/3400000 --cost R8=0/6800000 --document-no A-1 --decided-on 2024-05-20',
      '概算見積（年度ごとの移行経費／運用経費）',
      'a rough estimate: migration and operation by fiscal year',
    ),
    example(
      'sekimori estimate compare shougai --from 1 --to 2',
      '第1版と第2版の増減（金額と%）',
      'by how much version 2 differs from version 1',
    ),
  ],
  subcommands: [
    record,
    {
      usage: 'compare <system>',
      text: { ja: '二つの版の増減を出す', en: 'how two versions differ' },
      options: [
        option('--from <n>', '元の版', 'the version to start from', 'required'),
        option('--to <n>', '比べる版', 'the version compared with it', 'required'),
      ],
      run: (context, args, options) => compare(context, argument(args, 0), options),
    },
  ],
};
