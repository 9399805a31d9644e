// Acts beside the path: hold, resume, cancel, plan, extend, and the regime of the deadline.
import { readDay, readWholeDay } from '../../machines/values/read-day.ts';
import { act, actOptions, currentPhase } from '../act.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import { CommandFailure } from '../failure.ts';

import type { Options } from '../options.ts';
import { evidenceFrom, paperOptions, reasonOption } from './gates.ts';

const plannedDay = (written: string) => readDay(written, { within: 'planned' });
const wholePlannedDay = (written: string) => readWholeDay(written, { within: 'planned' });

function reasonedAct(usage: string, type: string, text: CommandSpec['text'], line: string): CommandSpec {
  return {
    usage,
    text,
    sends: type,
    options: [reasonOption, ...actOptions],
    examples: [example(line, text.ja, text.en)],
    run: (context, args, options) =>
      act(context, argument(args, 0), options, type, () => ({ type, reason: options.required('reason') })),
  };
}

const noteOption = option('--note <text>', '備考', 'a note');
const noteOf = (options: Options) =>
  options.text('note') === undefined ? {} : { note: options.required('note') };

const plan: CommandSpec = {
  usage: 'plan <system>',
  sends: 'plan.changed',
  text: { ja: '工程の計画日程を変える', en: "change a phase's planned dates" },
  options: [
    option('--phase <phase>', '工程（省略時は現在の工程）', 'the phase (default: the current one)'),
    option('--start <date>', '開始（日または月）', 'start: a day or a month', 'required'),
    option('--end <date>', '終了（日または月）', 'end: a day or a month', 'required'),
    reasonOption,
    ...actOptions,
  ],
  examples: [
    example(
      'sekimori plan juki --start 2023-11 --end 2024-12 --reason 委員会決定',
      '現在の工程の計画を変える',
      'change the plan of the current phase',
    ),
  ],
  run: (context, args, options) => {
    const dates = {
      startOn: options.read(plannedDay, options.required('start')),
      endOn: options.read(plannedDay, options.required('end')),
    };
    return act(context, argument(args, 0), options, 'plan.changed', (explanation) => ({
      type: 'plan.changed',
      phase: options.text('phase') ?? currentPhase(explanation),
      ...dates,
      reason: options.required('reason'),
    }));
  },
};

const cancel: CommandSpec = {
  usage: 'cancel',
  text: {
    ja: '移行を中止する（申出と、会議体の定足数による承認。元に戻せません）',
    en: "cancel the migration for good: proposed, then approved by the body's quorum",
  },
  examples: [
    example('sekimori cancel propose juki --reason 業務の廃止', '中止を申し出る', 'propose to cancel'),
    example('sekimori cancel approve juki', '申出を承認する', 'approve what was proposed'),
  ],
  subcommands: [
    reasonedAct(
      'propose <system>',
      'cancellation.proposed',
      { ja: '中止を申し出る', en: 'propose it' },
      'sekimori cancel propose juki --reason 業務の廃止',
    ),
    {
      usage: 'approve <system>',
      sends: 'cancellation.approved',
      text: { ja: '申し出を承認する', en: 'approve the proposal' },
      options: [noteOption, ...actOptions],
      run: (context, args, options) =>
        act(context, argument(args, 0), options, 'cancellation.approved', () => ({
          type: 'cancellation.approved',
          ...noteOf(options),
        })),
    },
    reasonedAct(
      'dismiss <system>',
      'cancellation.dismissed',
      { ja: '申し出を却下する', en: 'dismiss the proposal' },
      'sekimori cancel dismiss juki --reason 存続と決定',
    ),
    reasonedAct(
      'withdraw <system>',
      'cancellation.withdrawn',
      { ja: '自分の申し出を取り下げる', en: 'take your own proposal back' },
      'sekimori cancel withdraw juki --reason 申出の誤り',
    ),
  ],
};

const live: CommandSpec = {
  usage: 'live <system> <file>',
  sends: 'system.wentLive',
  text: {
    ja: '稼働を記録する（稼働した日は --on、根拠の文書はその SHA-256 だけを記録する）',
    en: 'record that the system went live: the day by --on, the document by its SHA-256',
  },
  options: [...paperOptions, ...actOptions],
  examples: [
    example(
      'sekimori live juki 稼働報告.pdf --on 2025-01-06 --document-no 6世住第8号 --decided-on 2025-01-06',
      '令和7年1月6日の稼働を記録する',
      'record that it went live on that day',
    ),
  ],
  run: (context, args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options, 'other');
    return act(context, argument(args, 0), options, 'system.wentLive', () => ({
      type: 'system.wentLive',
      evidence,
    }));
  },
};

const waive: CommandSpec = {
  usage: 'waive <system> <of> <milestone>',
  sends: 'milestone.waived',
  text: {
    ja: '中止された移行の節目なしで進めると決定する（会議体の定足数で有効になる）',
    en: "decide to go on without a cancelled migration's milestone (by the body's quorum)",
  },
  options: [reasonOption, ...actOptions],
  examples: [
    example(
      'sekimori waive juki renkei integration-test-1 --reason 個別連携で代替',
      '連携基盤の節目なしで進める',
      "go on without the platform's milestone",
    ),
  ],
  run: (context, args, options) =>
    act(context, argument(args, 0), options, 'milestone.waived', () => ({
      type: 'milestone.waived',
      system: argument(args, 1),
      milestone: argument(args, 2),
      reason: options.required('reason'),
    })),
};

const extend: CommandSpec = {
  usage: 'extend <system> <deadline>',
  sends: 'deadline.extended',
  text: { ja: '期限を延長する', en: 'extend a deadline' },
  options: [option('--to <date>', '新しい期日', 'the new due day', 'required'), reasonOption, ...actOptions],
  examples: [
    example(
      'sekimori extend juki wave-1-go-live --to 2025-05-31 --reason 委員会決定',
      '期限を延長する（期限のIDは show で分かる）',
      'extend it; show lists the ids',
    ),
  ],
  run: (context, args, options) => {
    const dueOn = options.read(wholePlannedDay, options.required('to'));
    return act(context, argument(args, 0), options, 'deadline.extended', () => ({
      type: 'deadline.extended',
      deadline: argument(args, 1),
      dueOn,
      reason: options.required('reason'),
    }));
  },
};

const reasonTypesOption = (kind?: 'required') =>
  option(
    '--types <list>',
    '事由：1 メインフレーム、2 個別開発、3 ベンダ撤退、4 事業者のリソースひっ迫（例：1,3）',
    '1 mainframe, 2 individual development, 3 vendor withdrawal, 4 vendor resources (1,3)',
    kind,
  );

function reasonTypes(options: Options): number[] {
  const written = options.text('types');
  if (written === undefined) return [];
  const numbers = written
    .normalize('NFKC')
    .split(/[,、・]/u)
    .map(Number);
  if (numbers.every((number) => [1, 2, 3, 4].includes(number))) return numbers;
  throw new CommandFailure('wrongUse', {
    ja: `--types には 1〜4 をコンマで区切って指定してください（「${written}」）。`,
    en: `--types takes 1 to 4, separated by commas, not "${written}".`,
  });
}

const regime: CommandSpec = {
  usage: 'regime',
  text: { ja: '特定移行支援（旧 移行困難システム）', en: 'special transition' },
  examples: [
    example('sekimori regime flag jidou --types 3', '候補とする', 'flag it as a candidate'),
    example(
      'sekimori regime designate jidou --completion 2029-03-31 --basis 主務省令',
      '指定された移行完了期限を登録する',
      'record the date that was set',
    ),
  ],
  subcommands: [
    {
      usage: 'flag <system>',
      sends: 'regime.flagged',
      text: { ja: '該当の候補とする', en: 'flag as a candidate' },
      options: [
        reasonTypesOption(),
        option('--scope <text>', '範囲（一部の場合）', 'the part it is about'),
        noteOption,
        ...actOptions,
      ],
      run: (context, args, options) => {
        const types = reasonTypes(options);
        return act(context, argument(args, 0), options, 'regime.flagged', () => ({
          type: 'regime.flagged',
          reasonTypes: types,
          ...(options.text('scope') === undefined ? {} : { scope: options.required('scope') }),
          ...noteOf(options),
        }));
      },
    },
    {
      usage: 'apply <system>',
      sends: 'regime.applied',
      text: { ja: '申し出る', en: 'apply for it' },
      options: [reasonTypesOption('required'), noteOption, ...actOptions],
      run: (context, args, options) => {
        const types = reasonTypes(options);
        return act(context, argument(args, 0), options, 'regime.applied', () => ({
          type: 'regime.applied',
          reasonTypes: types,
          ...noteOf(options),
        }));
      },
    },
    {
      usage: 'designate <system>',
      sends: 'regime.designated',
      text: { ja: '指定を登録する', en: 'record the designation' },
      options: [
        option('--completion <date>', '移行完了期限（省略時は未定）', 'the date set (left out: not set yet)'),
        option('--basis <text>', '根拠', 'what it rests on', 'required'),
        ...actOptions,
      ],
      run: (context, args, options) => {
        const completionOn = options.maybe(wholePlannedDay, 'completion') ?? null;
        return act(context, argument(args, 0), options, 'regime.designated', () => ({
          type: 'regime.designated',
          completionOn,
          basis: options.required('basis'),
        }));
      },
    },
    {
      usage: 'withdraw <system>',
      sends: 'regime.withdrawn',
      text: { ja: '取り下げる', en: 'withdraw it' },
      options: [reasonOption, ...actOptions],
      run: (context, args, options) =>
        act(context, argument(args, 0), options, 'regime.withdrawn', () => ({
          type: 'regime.withdrawn',
          reason: options.required('reason'),
        })),
    },
  ],
};

export const controlCommands: CommandSpec[] = [
  reasonedAct(
    'hold <system>',
    'migration.held',
    { ja: '移行を中断する', en: 'put the migration on hold' },
    'sekimori hold juki --reason 仕様の確定待ち',
  ),
  reasonedAct(
    'resume <system>',
    'migration.resumed',
    { ja: '移行を再開する', en: 'resume the migration' },
    'sekimori resume juki --reason 仕様が確定したため',
  ),
  cancel,
  live,
  reasonedAct(
    'roll-back <system>',
    'system.rolledBack',
    { ja: '切戻しを記録する', en: 'record that the system was rolled back' },
    'sekimori roll-back juki --reason データ不整合',
  ),
  waive,
  plan,
  extend,
  regime,
];
