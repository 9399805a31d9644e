// `amend retire`, `amend move`, `amend close`: a system goes, is moved, and a programme is closed.
import { argument, type CommandSpec, option } from '../../command-spec.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import { retirementWords } from '../../print/words.ts';
import { small } from './small-change.ts';

/** Told whether it is filed or looked at: it stands in the definition. */
function whyOf(options: Options): string {
  const reason = options.text('reason');
  if (reason !== undefined) return reason;
  throw new CommandFailure('wrongUse', {
    ja: '理由が要ります（--reason 理由）。',
    en: 'It needs its reason (--reason WHY).',
  });
}

/** `old=new`. */
function insteadOf(options: Options): Record<string, string> | undefined {
  const written = options.list('instead');
  if (written.length === 0) return undefined;
  return Object.fromEntries(
    written.map((pair) => {
      const [, left, taken] = /^([^=\s]+)=([^=\s]+)$/.exec(pair) ?? [];
      if (left !== undefined && taken !== undefined) return [left, taken];
      throw new CommandFailure('wrongUse', {
        ja: `--instead は「今の工程=代わりの工程」の形です（「${pair}」）。`,
        en: `--instead is written as PHASE=PHASE (left=taken), not "${pair}".`,
      });
    }),
  );
}

export const systemCommands: CommandSpec[] = [
  small(
    'retire <system>',
    {
      ja: 'システムを対象外・廃止とし、その移行を終える',
      en: 'retire a system: its migration ends',
    },
    'sekimori amend retire juki --reason 共同利用に移行 --as withdrawn --from 2026-04-01',
    (args, options) => ({
      kind: 'retire',
      system: argument(args, 0),
      as: wordFrom(options.text('as') ?? 'notApplicable', retirementWords, '--as'),
      reason: whyOf(options),
      ...(options.flag('release') ? { release: true } : {}),
    }),
    [
      option('--as <word>', '対象外（既定）か廃止', 'notApplicable (default) or withdrawn'),
      option(
        '--release',
        'このシステムの節目を待つ関門から、その条件を外す',
        'whoever waits for its milestones does not wait any more',
      ),
    ],
  ),
  small(
    'move <system>',
    {
      ja: 'システムを別の期か工程表に移す（工程・期限・予定は移る先の多数に合わせる）',
      en: 'move a system to another wave or path (path, deadlines and plan as most there have them)',
    },
    'sekimori amend move juki --wave wave-2',
    (args, options) => ({
      kind: 'move',
      system: argument(args, 0),
      wave: options.text('wave'),
      path: options.text('path'),
      instead: insteadOf(options),
    }),
    [
      option('--wave <wave>', '移る先の期', 'the wave'),
      option('--path <path>', '移る先の工程表', 'the path'),
      option(
        '--instead <pair>',
        '移る先にない工程に代わる工程（今の工程=代わりの工程、繰り返せる）',
        'which phase stands for one that is not there (left=taken, may be repeated)',
        'list',
      ),
    ],
  ),
  small(
    'close',
    {
      ja: '計画を終える（すべてのシステムが稼働、対象外・廃止、中止のいずれかのとき）',
      en: 'close the programme, once each of its systems is live, retired or cancelled',
    },
    'sekimori amend close --reason 全システムの移行完了 --propose',
    (_args, options) => ({ kind: 'close', reason: whyOf(options) }),
  ),
];
