// `rfp`: a procurement of one system from its announcement to the runner-up after a failed negotiation.
import { readCount } from '../../../machines/values/score.ts';
import { procurementList } from '../../../server/contract/procuring/rfp.ts';
import { act, actOptions } from '../../act.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { procurementLines, rfpLines } from '../../print/system/rfp-lines.ts';
import { document, outOption } from '../../written-document.ts';
import { scoringCommands } from './scoring.ts';
import { instantIn, maybeInstant, readRfp, rfpAct, rfpPath } from './sending.ts';
import { termsFrom } from './terms-file.ts';

async function show(context: Context, system: string): Promise<Answer> {
  const value = await readRfp(context, system);
  return { kind: 'value', value, rehearsal: value.setting.rehearsal, lines: rfpLines(value, context) };
}

async function open(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const terms = termsFrom(argument(args, 1), options);
  const system = argument(args, 0);
  const { ended } = await readRfp(context, system);
  const rfp = Math.max(0, ...ended.map(({ number }) => number)) + 1;
  return act(context, system, options, 'rfp.opened', () => ({ rfp, terms }));
}

const received = option('--received <instant>', '届いた日時（省略時は今）', 'when it came (default: now)');

async function list(context: Context): Promise<Answer> {
  const value = await context.client.get(
    procurementList,
    `/programmes/${await context.programme()}/procurements`,
  );
  return {
    kind: 'value',
    value,
    rehearsal: value.setting.rehearsal,
    lines: procurementLines(value, context),
  };
}

const opening: CommandSpec[] = [
  {
    usage: 'list',
    text: { ja: '各システムの調達手続を一覧する', en: 'how the procurement of each system stands' },
    run: list,
  },
  {
    usage: 'show <system>',
    text: { ja: '進行中の調達手続を見る', en: 'how the procurement stands' },
    run: (context, args) => show(context, argument(args, 0)),
  },
  {
    usage: 'open <system> <file>',
    sends: 'rfp.opened',
    text: { ja: '条件のファイル（YAML）で始める', en: 'open one with its terms (YAML)' },
    options: actOptions,
    examples: [
      example('sekimori rfp open juki proposal.yaml', '公募型プロポーザルを始める', 'open a public proposal'),
    ],
    run: open,
  },
  rfpAct({
    usage: 'stage <system> <stage> <instant>',
    sends: 'rfp.stageMoved',
    text: { ja: '過ぎていない段階の日時を変える', en: 'move a stage before it is over' },
    named: (args, options) => ({ stage: argument(args, 1), at: instantIn(options, argument(args, 2)) }),
  }),
  rfpAct({
    usage: 'end <system>',
    sends: 'rfp.ended',
    text: { ja: '調達手続を取りやめる', en: 'end it without a contract' },
  }),
];

const questions: CommandSpec[] = [
  rfpAct({
    usage: 'question <system>',
    sends: 'rfp.questionAsked',
    text: { ja: '質問を受け付ける', en: 'record a question' },
    options: [received],
    named: (_args, options, { open: shown }) => ({
      number: (shown?.inside?.questions.count ?? 0) + 1,
      ...maybeInstant(options, 'received'),
    }),
  }),
  rfpAct({
    usage: 'answer <system> <number>',
    sends: 'rfp.questionAnswered',
    text: {
      ja: '質問に回答する（公表まで書き直せる）',
      en: 'answer a question; written anew until published',
    },
    named: (args, options) => ({ number: options.read(readCount, argument(args, 1)) }),
  }),
  rfpAct({
    usage: 'publish <system>',
    sends: 'rfp.answersPublished',
    text: { ja: '回答をすべての者に一度に公表する', en: 'publish all answers, once and to all' },
  }),
  {
    usage: 'answers <system>',
    text: {
      ja: '公表した質問と回答（質問者の名は含まない）',
      en: 'the published answers, without who asked',
    },
    options: [outOption],
    run: async (context, args, options) =>
      document(context, `${await rfpPath(context, argument(args, 0))}/answers`, { format: 'md' }, options),
  },
];

const bidders: CommandSpec[] = [
  rfpAct({
    usage: 'applicant <system>',
    sends: 'rfp.bidderApplied',
    text: { ja: '参加表明を受け付ける（記号と名称）', en: 'record an application: an id and the name' },
    options: [received],
    named: (_args, options) => maybeInstant(options, 'received'),
  }),
  rfpAct({
    usage: 'qualify <system> <bidder>',
    sends: 'rfp.bidderQualified',
    text: {
      ja: '参加資格を認める（--reject で認めない・失格）',
      en: 'accept a bidder, or reject with --reject',
    },
    options: [option('--reject', '認めない（--reason が必要）', 'reject; needs --reason')],
    named: (args, options) => ({ bidder: argument(args, 1), accepted: !options.flag('reject') }),
  }),
  rfpAct({
    usage: 'withdraw <system> <bidder>',
    sends: 'rfp.bidderWithdrew',
    text: { ja: '辞退を記録する', en: 'record a withdrawal' },
    named: (args) => ({ bidder: argument(args, 1) }),
  }),
  rfpAct({
    usage: 'proposal <system> <bidder>',
    sends: 'rfp.proposalReceived',
    insteadBy: { flag: 'late', sends: 'rfp.proposalLate' },
    text: {
      ja: '提案書を受領する（--late は締切後の到着の記録）',
      en: 'receive a proposal, or record one that came late',
    },
    options: [
      option('--received <instant>', '届いた日時', 'when it came', 'required'),
      option(
        '--late',
        '締切後に届いたことを記録する（採点に入らない）',
        'record that it came late; it never counts',
      ),
    ],
    named: (args, options) => ({
      bidder: argument(args, 1),
      receivedAt: instantIn(options, options.required('received'), 'received'),
    }),
  }),
];

const outcome: CommandSpec[] = [
  rfpAct({
    usage: 'tie <system> <order>',
    sends: 'rfp.tieDecided',
    text: { ja: '同点の順位を決める（例：b,a）', en: 'decide a tie, such as b,a' },
    options: [option('--how <how>', 'committee 委員会の決定、lot くじ', 'committee or lot', 'required')],
    named: (args, options) => ({ order: argument(args, 1).split(/[,、]/u), how: options.required('how') }),
  }),
  rfpAct({
    usage: 'candidate <system> <bidder>',
    sends: 'rfp.candidateNamed',
    text: {
      ja: '候補者を特定する（第一順位でなければ --reason）',
      en: 'name the candidate; another than the first takes --reason',
    },
    named: (args) => ({ bidder: argument(args, 1) }),
  }),
  rfpAct({
    usage: 'negotiate-failed <system>',
    sends: 'rfp.negotiationFailed',
    text: { ja: '候補者との協議不調を申し出る', en: 'say that the negotiation with the candidate failed' },
  }),
  {
    usage: 'failure',
    text: { ja: '協議不調の申出を決める', en: 'decide whether the negotiation failed' },
    subcommands: [
      rfpAct({
        usage: 'approve <system>',
        sends: 'rfp.failureApproved',
        text: { ja: '承認する（定足数で次点へ）', en: 'approve: by the quorum the runner-up comes up' },
      }),
      rfpAct({
        usage: 'dismiss <system>',
        sends: 'rfp.failureDismissed',
        text: { ja: '却下する', en: 'dismiss it' },
      }),
    ],
  },
];

export const rfpCommand: CommandSpec = {
  usage: 'rfp',
  text: {
    ja: '一つのシステムの調達手続（公募型プロポーザル、RFI など）',
    en: 'a procurement of one system (public proposal, RFI and others)',
  },
  examples: [
    example('sekimori rfp open juki proposal.yaml', '条件のファイルで始める', 'open one with its terms'),
    example(
      'sekimori rfp proposal juki a --received "2024-02-05 16:20" --price 98000000',
      '提案書を受領する',
      'receive a proposal',
    ),
    example('sekimori rfp sheet juki --out sheet.xlsx', '採点表の様式を書き出す', 'write the score sheet'),
    example('sekimori rfp score juki sheet.xlsx', '採点表を提出する', 'sign it'),
    example(
      'sekimori rfp negotiate-failed juki --reason 仕様の不一致',
      '協議不調を申し出る',
      'say that it failed',
    ),
  ],
  subcommands: [...opening, ...questions, ...bidders, ...scoringCommands, ...outcome],
};
