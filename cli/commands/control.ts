// Acts beside the path: hold, resume, cancel, plan, extend, and the regime of the deadline.
import type { ActType } from '../../server/contract/asked.ts';
import { actCommand, phaseCommand } from '../act-command.ts';
import { argument, type CommandSpec, example } from '../command-spec.ts';
import { CommandFailure, orFailure } from '../failure.ts';
import type { Answer } from '../print/answer.ts';
import { evidenceFrom, paperOptions } from './gates.ts';
import { collidingNow, collisionLines } from './vendors/collisions.ts';

function worded(usage: string, sends: ActType, text: CommandSpec['text'], line: string): CommandSpec {
  return actCommand({ usage, sends, text, examples: [example(line, text.ja, text.en)] });
}

const changed = phaseCommand({
  usage: 'plan <system>',
  sends: 'plan.changed',
  text: { ja: '工程の計画日程を変える', en: "change a phase's planned dates" },
  examples: [
    example(
      'sekimori plan juki --start 2023-11 --end 2024-12 --reason 委員会決定',
      '現在の工程の計画を変える',
      'change the plan of the current phase',
    ),
  ],
});

/** Whoever has planned is told what the new plan collides with; the plan stands all the same. */
const plan: CommandSpec = {
  ...changed,
  async run(context, args, options) {
    const answer = await changed.run?.(context, args, options);
    if (answer?.kind !== 'value' || context.json) return answer as Answer;
    const found = await orFailure(() => collidingNow(context, argument(args, 0)));
    const warned = found instanceof CommandFailure ? [] : collisionLines(found, context.language);
    if (warned.length === 0) return answer;
    const title = context.say('ご注意（切替の重なり）', 'Mind what its switch-over collides with:');
    return { ...answer, lines: [...answer.lines, '', title, ...warned] };
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
    worded(
      'propose <system>',
      'cancellation.proposed',
      { ja: '中止を申し出る', en: 'propose it' },
      'sekimori cancel propose juki --reason 業務の廃止',
    ),
    actCommand({
      usage: 'approve <system>',
      sends: 'cancellation.approved',
      text: { ja: '申し出を承認する', en: 'approve the proposal' },
    }),
    worded(
      'dismiss <system>',
      'cancellation.dismissed',
      { ja: '申し出を却下する', en: 'dismiss the proposal' },
      'sekimori cancel dismiss juki --reason 存続と決定',
    ),
    worded(
      'withdraw <system>',
      'cancellation.withdrawn',
      { ja: '自分の申し出を取り下げる', en: 'take your own proposal back' },
      'sekimori cancel withdraw juki --reason 申出の誤り',
    ),
  ],
};

const live = actCommand({
  usage: 'live <system> <file>',
  sends: 'system.wentLive',
  text: {
    ja: '稼働を記録する（稼働した日は --on、根拠の文書はその SHA-256 だけを記録する）',
    en: 'record that the system went live: the day by --on, the document by its SHA-256',
  },
  options: paperOptions,
  examples: [
    example(
      'sekimori live juki 稼働報告.pdf --on 2025-01-06 --document-no 6世住第8号 --decided-on 2025-01-06',
      '令和7年1月6日の稼働を記録する',
      'record that it went live on that day',
    ),
  ],
  named: (args, options) => {
    const evidence = evidenceFrom(argument(args, 1), options, 'other');
    return () => ({ evidence });
  },
});

const waive = actCommand({
  usage: 'waive <system> <other-system> <milestone>',
  sends: 'milestone.waived',
  text: {
    ja: '中止された移行の節目なしで進めると決定する（会議体の定足数で有効になる）',
    en: "decide to go on without a cancelled migration's milestone (by the body's quorum)",
  },
  examples: [
    example(
      'sekimori waive juki renkei integration-test-1 --reason 個別連携で代替',
      '連携基盤の節目なしで進める',
      "go on without the platform's milestone",
    ),
  ],
  named: (args) => () => ({ system: argument(args, 1), milestone: argument(args, 2) }),
});

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
    actCommand({
      usage: 'flag <system>',
      sends: 'regime.flagged',
      text: { ja: '該当の候補とする', en: 'flag as a candidate' },
    }),
    actCommand({
      usage: 'apply <system>',
      sends: 'regime.applied',
      text: { ja: '申し出る', en: 'apply for it' },
    }),
    actCommand({
      usage: 'pending <system>',
      sends: 'regime.leftPending',
      text: { ja: '国の判断保留を登録する', en: 'record that the State leaves it pending' },
    }),
    actCommand({
      usage: 'designate <system>',
      sends: 'regime.designated',
      text: { ja: '指定を登録する', en: 'record the designation' },
    }),
    actCommand({
      usage: 'withdraw <system>',
      sends: 'regime.withdrawn',
      text: { ja: '取り下げる', en: 'withdraw it' },
    }),
  ],
};

export const controlCommands: CommandSpec[] = [
  worded(
    'hold <system>',
    'migration.held',
    { ja: '移行を中断する', en: 'put the migration on hold' },
    'sekimori hold juki --reason 仕様の確定待ち',
  ),
  worded(
    'resume <system>',
    'migration.resumed',
    { ja: '移行を再開する', en: 'resume the migration' },
    'sekimori resume juki --reason 仕様が確定したため',
  ),
  cancel,
  live,
  worded(
    'roll-back <system>',
    'system.rolledBack',
    { ja: '切戻しを記録する', en: 'record that the system was rolled back' },
    'sekimori roll-back juki --reason データ不整合',
  ),
  waive,
  plan,
  regime,
];
