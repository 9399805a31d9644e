// Evaluators and their sheets: appointed, recused, written out, signed, opened.
import { randomUUID } from 'node:crypto';
import { basename, extname } from 'node:path';
import { readDay } from '../../../machines/values/read-day.ts';
import { readScore } from '../../../machines/values/score.ts';
import { submitted } from '../../../server/contract/entries.ts';
import type { RfpView } from '../../../server/contract/procuring/rfp.ts';
import { actOptions, withRequestId } from '../../act.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { readBytes } from '../../files.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { document, outOption } from '../../written-document.ts';
import { readRfp, rfpAct, rfpPath } from './sending.ts';

/** `account=name`, as a person writes it. */
function pairs(options: Options, name: string): [string, string][] {
  return options.list(name).map((written) => {
    const at = written.indexOf('=');
    return at < 0 ? [written, written] : [written.slice(0, at).trim(), written.slice(at + 1).trim()];
  });
}

async function score(context: Context, system: string, file: string, options: Options): Promise<Answer> {
  const { posts } = await context.me();
  const code = await context.programme();
  const held = posts.filter(
    (post) => post.programme === code && (post.system === null || post.system === system),
  );
  const post =
    options.text('post') ?? (new Set(held.map((one) => one.post)).size === 1 ? held[0]?.post : undefined);
  if (post === undefined)
    throw new CommandFailure('wrongUse', {
      ja: `どの職として採点するかを --post で選んでください（${held.map((one) => one.post).join('、')}）。`,
      en: `Say with --post in which post you score (${held.map((one) => one.post).join(', ')}).`,
    });
  const view = await readRfp(context, system);
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const body = {
    post,
    requestId,
    seenVersion: view.version,
    occurredOn: options.maybe((written) => readDay(written), 'on'),
    file: { name: basename(file), base64: readBytes(file).toString('base64') },
  };
  const done = await context.client
    .post(submitted, `${await rfpPath(context, system)}/sheet`, body)
    .catch(withRequestId(requestId));
  return {
    kind: 'value',
    value: { ...done, requestId, post },
    rehearsal: done.setting.rehearsal,
    lines: [
      context.say(
        `採点表を提出しました（第${done.seq}件）。締め切られるまで、ほかの誰にも見えません。`,
        `Sheet signed as entry ${done.seq}. Nobody else sees it until scoring is closed.`,
      ),
      `SHA-256 ${done.hash}`,
    ],
  };
}

const formatOf = (options: Options, known: readonly string[]): string => {
  const [first = ''] = known;
  const asked = options.text('format') ?? (extname(options.text('out') ?? '').slice(1) || first);
  if (known.includes(asked)) return asked;
  throw new CommandFailure('wrongUse', {
    ja: `--format は ${known.join('、')} のいずれかです（「${asked}」）。`,
    en: `--format takes ${known.join(', ')}, not "${asked}".`,
  });
};

const sheet = async (context: Context, args: readonly string[], options: Options): Promise<Answer> => {
  const format = formatOf(options, ['csv', 'xlsx']);
  return document(context, `${await rfpPath(context, argument(args, 0))}/sheet`, { format }, options);
};
const table = async (context: Context, args: readonly string[], options: Options): Promise<Answer> => {
  const format = formatOf(options, ['md', 'csv', 'xlsx']);
  const asked = { format, ...roundAsked(options) };
  return document(context, `${await rfpPath(context, argument(args, 0))}/table`, asked, options);
};

const roundOption = option(
  '--round <round>',
  '審査の名前（一つずつ採点するとき。評価表で省けばすべて）',
  'which round, where there are several; of a table all where left out',
);

function roundAsked(options: Options): { round?: string } {
  const round = options.text('round');
  return round === undefined ? {} : { round };
}

/** As an act about the round that is scored now names it. */
const roundIn = ({ open }: RfpView): { round?: string } => (open?.round ? { round: open.round.id } : {});

export const scoringCommands: CommandSpec[] = [
  rfpAct({
    usage: 'evaluators <system>',
    sends: 'rfp.evaluatorsAppointed',
    text: { ja: '評価者を指名する', en: 'appoint evaluators' },
    options: [
      option(
        '--evaluator <account=name>',
        'アカウント=氏名。繰り返し指定',
        'account=name; repeat it',
        'requiredList',
      ),
    ],
    named: (_args, options) => ({
      evaluators: pairs(options, 'evaluator').map(([account, name]) => ({ account, name })),
    }),
  }),
  rfpAct({
    usage: 'recuse <system> <account>',
    sends: 'rfp.evaluatorRecused',
    text: { ja: '評価者を除斥する（採点表も除く）', en: 'recuse an evaluator, whose sheet goes with them' },
    named: (args) => ({ account: argument(args, 1) }),
  }),
  rfpAct({
    usage: 'single <system>',
    sends: 'rfp.singleAccepted',
    text: { ja: '一者のまま審査を続ける理由を記録する', en: 'record why a single bidder is scored' },
  }),
  {
    usage: 'sheet <system>',
    text: { ja: '採点表の様式を書き出す（自分の採点入り）', en: 'write the score sheet to fill in' },
    options: [option('--format <format>', 'csv、xlsx', 'csv or xlsx'), outOption],
    run: sheet,
  },
  {
    usage: 'score <system> <file>',
    sends: 'rfp.sheetSigned',
    text: {
      ja: '採点表（.xlsx・CSV）を提出する。締切まで本人のほかには見えない',
      en: 'sign a filled-in sheet (.xlsx, CSV): sealed until scoring is closed',
    },
    options: actOptions,
    run: (context, args, options) => score(context, argument(args, 0), argument(args, 1), options),
  },
  rfpAct({
    usage: 'prices <system>',
    sends: 'rfp.pricesEntered',
    text: {
      ja: '価格点を入力する（計算式が manual のとき）',
      en: 'enter price points, where the formula is manual',
    },
    options: [
      option('--points <bidder=score>', '応募者=点。繰り返し指定', 'bidder=score; repeat it', 'requiredList'),
    ],
    named: (_args, options, view) => ({
      ...roundIn(view),
      points: Object.fromEntries(
        pairs(options, 'points').map(([bidder, written]) => [
          bidder,
          options.read(readScore, written, 'points'),
        ]),
      ),
    }),
  }),
  rfpAct({
    usage: 'close-scoring <system>',
    sends: 'rfp.scoringClosed',
    text: { ja: '採点を締め切り、採点表を一度に開く', en: 'close scoring and open all sheets at once' },
    named: (_args, _options, view) => roundIn(view),
  }),
  rfpAct({
    usage: 'notify <system>',
    sends: 'rfp.roundNotified',
    text: {
      ja: '審査の結果を通知し、次の審査に進む（通過する者は規則で決まる）',
      en: 'tell the result of a round: who goes on follows from its rules',
    },
    named: (_args, _options, view) => ({ ...roundIn(view), goesOn: view.open?.inside?.goesOn ?? [] }),
  }),
  {
    usage: 'notice <system> <bidder>',
    text: { ja: '審査結果の通知書を出す', en: 'what a bidder is told of a round, as a document' },
    options: [roundOption, outOption],
    run: async (context, args, options) =>
      document(
        context,
        `${await rfpPath(context, argument(args, 0))}/notice`,
        { bidder: argument(args, 1), ...roundAsked(options) },
        options,
      ),
  },
  {
    usage: 'table <system>',
    text: { ja: '評価表を出す（締切後）', en: 'the evaluation table, once scoring is closed' },
    options: [option('--format <format>', 'md、csv、xlsx', 'md, csv or xlsx'), roundOption, outOption],
    examples: [
      example('sekimori rfp table juki --out 評価表.xlsx', '評価表を Excel に書き出す', 'as a workbook'),
    ],
    run: table,
  },
];
