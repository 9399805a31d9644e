// `amend add`, `amend body`: a system begins; a body or a division comes.
import { argument, type CommandSpec, type OptionSpec, option } from '../../command-spec.ts';
import { CommandFailure } from '../../failure.ts';
import { fromOne } from '../../from-one.ts';
import type { Options } from '../../options.ts';
import { small } from './small-change.ts';

export const bilingual: OptionSpec[] = [
  option('--ja <text>', '日本語の名称', 'the name in Japanese', 'required'),
  option('--en <text>', '英語の名称', 'the name in English', 'required'),
];

export const nameIn = (options: Options) => ({ ja: options.required('ja'), en: options.required('en') });

export const peopleFrom = (written: string, options: Options): number =>
  fromOne(written, options, { ja: '人数', en: 'A number of people' });

/** `業務:範囲`. */
function businessesIn(options: Options) {
  const taken = options.list('business').map((written) => {
    const [business = '', part] = written.split(/[:：]/).map((one) => one.trim());
    return { business, part };
  });
  if (taken.length === 0)
    throw new CommandFailure('wrongUse', {
      ja: '担う業務が要ります（--business 業務）。',
      en: 'It needs the businesses that it carries (--business BUSINESS).',
    });
  const parts = taken.flatMap(({ business, part }) => (part ? [[business, part]] : []));
  return {
    businesses: taken.map(({ business }) => business),
    ...(parts.length > 0 ? { parts: Object.fromEntries(parts) } : {}),
  };
}

/** The gate at which a body decides, where one is named. */
function gateIn(options: Options) {
  const [phase, quorum, path] = ['at', 'quorum', 'path'].map((name) => options.text(name));
  if (phase !== undefined && quorum !== undefined)
    return { decides: { phase, quorum: peopleFrom(quorum, options), ...(path ? { path } : {}) } };
  if (phase === undefined && quorum === undefined && path === undefined) return {};
  throw new CommandFailure('wrongUse', {
    ja: '関門で決めるには、--at 工程 と --quorum 人数 の両方が要ります。',
    en: 'To decide at a gate it needs both --at PHASE and --quorum COUNT.',
  });
}

export const comingCommands: CommandSpec[] = [
  small(
    'add <system>',
    {
      ja: 'システムを加える（工程・期限・予定は、その期の多くと同じか、--like のシステムと同じ）',
      en: 'add a system: path, deadlines and plan as most of its wave have them, or as --like has them',
    },
    'sekimori amend add anzen --ja 安全管理 --en Safety --business 選挙人名簿管理:在外 --wave wave-2',
    (args, options) => {
      const like = options.text('like');
      return {
        kind: 'add',
        id: argument(args, 0),
        name: nameIn(options),
        ...businessesIn(options),
        wave: options.required('wave'),
        ...(like === undefined ? {} : { like }),
      };
    },
    [
      ...bilingual,
      option(
        '--business <business>',
        '担う業務（業務か、業務:範囲。繰り返せる）',
        'a business that it carries (BUSINESS or BUSINESS:PART, may be repeated)',
        'list',
      ),
      option('--wave <wave>', '期', 'the wave', 'required'),
      option(
        '--like <system>',
        '工程・期限・予定を同じにするシステム',
        'whose path, deadlines and plan it takes',
      ),
    ],
  ),
  small(
    'body <body>',
    {
      ja: '会議体・部署を加える（--at と --quorum で、その工程の関門で決めるものとする）',
      en: 'add a body or a division; with --at and --quorum it decides at that phase’s gate',
    },
    'sekimori amend body kansa-iinkai --ja 監査委員会 --en "Audit committee" --members 5 --at go-live --quorum 3',
    (args, options) => ({
      kind: 'body',
      id: argument(args, 0),
      label: nameIn(options),
      members: peopleFrom(options.required('members'), options),
      ...gateIn(options),
    }),
    [
      ...bilingual,
      option('--members <count>', '人数', 'how many members it has', 'required'),
      option('--at <phase>', '関門で決める工程', 'the phase at whose gate it decides'),
      option('--quorum <count>', 'その関門で要る承認の数', 'how many of it approve there'),
      option('--path <path>', 'この工程表だけ', 'on this path only'),
    ],
  ),
];
