// `amend retire`, `amend move`, `amend close`: a system goes, is moved, and a programme is closed.
import { argument, type CommandSpec, option } from '../../command-spec.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import { retirementWords } from '../../print/words.ts';
import { postsStay, small, whyInside } from './small-change.ts';

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

/** `id=business,business:part`. */
function heirsOf(options: Options) {
  const pairs = options.list('into').map((written) => {
    const [, heir, list] = /^([^=\s]+)=(.+)$/.exec(written) ?? [];
    if (heir === undefined || list === undefined)
      throw new CommandFailure('wrongUse', {
        ja: `--into は「id=業務,業務:範囲」の形です（「${written}」）。`,
        en: `--into is written as ID=BUSINESS,BUSINESS:PART, not "${written}".`,
      });
    return { heir, list };
  });
  const called = calledAmong(
    options,
    pairs.map(({ heir }) => heir),
  );
  return pairs.map(({ heir, list }) => {
    const taken = list.split(/[,、，]/).map((one) => {
      const [business = '', part] = one.split(/[:：]/);
      return { business: business.trim(), part: part?.trim() };
    });
    const parts = taken.flatMap(({ business, part }) => (part ? [[business, part]] : []));
    return {
      id: heir,
      businesses: taken.map(({ business }) => business),
      ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}),
      ...called(heir),
    };
  });
}

/** `--name id=名前` and `--begins id=phase`: by heir. What is said of nobody, or twice of one, would be dropped without a word. */
function pairsOf(options: Options, name: 'name' | 'begins', heirs: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const written of options.list(name)) {
    const [, heir = '', said = ''] = /^([^=\s]+)=(.+)$/.exec(written) ?? [];
    if (!heirs.includes(heir))
      throw new CommandFailure('wrongUse', {
        ja: `--${name} は「新しいシステムの id=${name === 'name' ? '名前' : '工程'}」の形です（「${written}」。--into にある id: ${heirs.join('、')}）。`,
        en: `--${name} is written as ID=${name === 'name' ? 'NAME' : 'PHASE'}, of one that --into names (${heirs.join(', ')}), not "${written}".`,
      });
    if (found.has(heir))
      throw new CommandFailure('wrongUse', {
        ja: `--${name} は、一つのシステムに一度だけ書けます（「${heir}」に二度あります）。`,
        en: `--${name} is written once of a system; "${heir}" has it twice.`,
      });
    found.set(heir, said);
  }
  return found;
}

/** What is said of each heir beside what it carries. */
function calledAmong(options: Options, heirs: readonly string[]) {
  const [names, phases] = [pairsOf(options, 'name', heirs), pairsOf(options, 'begins', heirs)];
  return (heir: string) => {
    const [name, phase] = [names.get(heir), phases.get(heir)];
    return { ...(name ? { name: { ja: name, en: name } } : {}), ...(phase ? { phase } : {}) };
  };
}

const release = option(
  '--release',
  '元のシステムの節目を待つ関門から、その条件を外す',
  'whoever waits for milestones of the old one does not wait any more',
);
const heirOptions = [
  option(
    '--name <pair>',
    '新しいシステムの名前（id=名前、繰り返せる）',
    'its name (ID=NAME, may be repeated)',
    'list',
  ),
  option(
    '--begins <pair>',
    '始まる工程（id=工程、繰り返せる。元のある工程か、それより前。省略すると元のある工程）',
    'the phase it begins in (ID=PHASE, may be repeated; where the old one stands, which is the default, or earlier)',
    'list',
  ),
  release,
  postsStay,
];

export const systemCommands: CommandSpec[] = [
  small(
    'retire <system>',
    {
      ja: 'システムを対象外・廃止とし、その移行を終える',
      en: 'retire a system: its migration ends',
    },
    'sekimori amend retire juki --reason 共同利用に移行 --ends withdrawn --from 2026-04-01',
    (args, options) => ({
      kind: 'retire',
      system: argument(args, 0),
      as: wordFrom(options.text('ends') ?? 'notApplicable', retirementWords, '--ends'),
      reason: whyOf(options),
      ...(options.flag('release') ? { release: true } : {}),
    }),
    [
      option('--ends <word>', '対象外（既定）か廃止', 'notApplicable (default) or withdrawn'),
      option(
        '--release',
        'このシステムの節目を待つ関門から、その条件を外す',
        'whoever waits for its milestones does not wait any more',
      ),
    ],
    whyInside,
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
    'split <system>',
    {
      ja: 'システムを分割し、業務・ステップ・文書を新しいシステムに引き継ぐ',
      en: 'split a system: new ones go on with its businesses, steps and documents',
    },
    'sekimori amend split juki --into juki-a=住民基本台帳 --into juki-b=印鑑登録 --reason 調達単位の見直し',
    (args, options) => ({
      kind: 'split',
      system: argument(args, 0),
      into: heirsOf(options),
      reason: whyOf(options),
      awaits: options.text('awaits'),
      figures: options.text('figures'),
      ...(options.flag('release') ? { release: true } : {}),
    }),
    [
      option(
        '--into <heir>',
        '引き継ぐシステム（id=業務,業務:範囲、2つ以上、繰り返す）',
        'who goes on with it (ID=BUSINESS,BUSINESS:PART; two or more, repeated)',
        'list',
      ),
      option(
        '--awaits <id>',
        '元の節目を待つシステムが、代わりに待つシステム',
        'whom those who wait for the old one wait for',
      ),
      option('--figures <id>', '選定と契約を引き継ぐシステム', 'who has its selection and contract'),
      ...heirOptions,
    ],
    whyInside,
  ),
  small(
    'merge <systems...>',
    {
      ja: 'システムを統合する（--into は新しい id か、そのうちの一つ）',
      en: 'merge systems into a new one, or into one of them (--into)',
    },
    'sekimori amend merge kokuho kouki --into hoken --reason 共同調達',
    (args, options) => {
      const into = options.required('into');
      return {
        kind: 'merge',
        systems: [...args],
        into: { id: into, ...calledAmong(options, [into])(into) },
        reason: whyOf(options),
        ...(options.flag('release') ? { release: true } : {}),
      };
    },
    [option('--into <id>', '引き継ぐシステム', 'who goes on with them', 'required'), ...heirOptions],
    whyInside,
  ),
  small(
    'close',
    {
      ja: '計画を終える（すべてのシステムが稼働、対象外・廃止、中止のいずれかのとき）',
      en: 'close the programme, once each of its systems is live, retired or cancelled',
    },
    'sekimori amend close --reason 全システムの移行完了 --propose',
    (_args, options) => ({ kind: 'close', reason: whyOf(options) }),
    [],
    whyInside,
  ),
];
