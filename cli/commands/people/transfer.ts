// `transfer`: 人事異動（年度替わり）from a list of people, first looked at, then recorded as one act.
import { withRequestId } from '../../act.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { applied, appliedLine, askedTransfer, previewed } from './transfer-asked.ts';
import { previewLines } from './transfer-lines.ts';
import { transferInParts } from './transfer-parts.ts';

async function transfer(context: Context, file: string, options: Options): Promise<Answer> {
  const parts = [...new Set(options.list('in').map(codeIn))];
  const asked = askedTransfer(file, options);
  if (parts.length > 0) return transferInParts(context, asked, parts, options.flag('apply'));
  const code = await context.programme();
  if (!options.flag('apply')) {
    const value = await previewed(context, asked, code);
    return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines: previewLines(value, context) };
  }
  const { requestId } = asked;
  const value = await applied(context, asked, code).catch(withRequestId(requestId));
  return {
    kind: 'value',
    value: { ...value, requestId },
    rehearsal: value.setting.rehearsal,
    lines: [appliedLine(value, context)],
  };
}

/** A municipality's, and of a rehearsal beside its programme the mark; whether there is one the server says. */
const CODE = /^\d{6}(-[a-z0-9]+)?$/;

/** @throws CommandFailure wrongUse */
function codeIn(written: string): string {
  const code = written.normalize('NFKC').trim();
  if (CODE.test(code)) return code;
  throw new CommandFailure('wrongUse', {
    ja: `--in には計画のコード（団体コード6桁など）を指定してください（「${written}」）。`,
    en: `--in takes a programme's code, of 6 digits or so, not "${written}".`,
  });
}

export const transferCommands: CommandSpec[] = [
  {
    usage: 'transfer <file>',
    sends: 'post.transferred',
    text: {
      ja: '人事異動・年度替わり: 一覧（.xlsx・CSV）を下見し、--apply で一つの行為として記録する（管理者）',
      en: 'posts change hands: look at a list (.xlsx, CSV); record it as one act with --apply (administrators)',
    },
    options: [
      option(
        '--in <code>',
        'この計画で。繰り返し指定すると、計画ごとに下見し、計画ごとに記録する（一覧の「計画」の列が、どの計画の行かを示す）',
        'in this programme; repeat it: one preview, and one entry, in each (the column 計画 says whose a row is)',
        'list',
      ),
      option('--apply', '記録する（付けなければ何も記録しない）', 'record it (without: nothing is recorded)'),
      option(
        '--on <date>',
        '発令日（一覧に発令日の列がないとき）',
        'the first day, where the list does not say it',
      ),
      option(
        '--others <what>',
        '一覧にない人: stay（留任して次の年度末まで続ける）・end（既定。職は期限のとおり終わる）',
        'whoever is not listed: stay (goes on until the next fiscal year’s end) or end (default)',
      ),
      option('--reason <text>', '理由（既定: ファイル名）', 'the reason (default: the file’s name)'),
      option(
        '--request-id <id>',
        '依頼番号（既定: ファイルから決まる）',
        'request id (default: follows from the file)',
      ),
    ],
    examples: [
      example(
        'sekimori transfer 異動.csv --on 2027/4/1 --others stay',
        '何が変わり、何が止まるかを見る',
        'what changes, and what would stop',
      ),
      example('sekimori transfer 異動.csv --on 2027/4/1 --others stay --apply', '記録する', 'record it'),
      example(
        'sekimori transfer 異動.csv --in 131121 --in 131130 --apply',
        '二つの計画の異動を一度に記録する。途中で止まったら、同じものをもう一度',
        'of two programmes at once; where it stops in the middle, the same again',
      ),
    ],
    run: (context, args, options) => transfer(context, argument(args, 0), options),
  },
];
