// `vendor`: who serves which system, what they have told, what that touches, and what is done about it.
import { readDay } from '../../../machines/values/read-day.ts';
import { readCount } from '../../../machines/values/score.ts';
import { type VendorList, vendorList } from '../../../server/contract/procuring/vendors.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { underSetting } from '../../print/under-setting.ts';
import { dayWord, noticeAnswerWords, regimeWord, settingWord, vendorNoticeWords } from '../../print/words.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';
import { programmeAct, programmeActOptions } from './programme-act.ts';

type Notice = VendorList['notices'][number];
type Touched = Notice['systems'][number];

const asked = async (context: Context): Promise<VendorList> =>
  context.client.get(vendorList, `/programmes/${await context.programme()}/vendors`);

async function list(context: Context): Promise<Answer> {
  const { say, language } = context;
  const found = await asked(context);
  const vendors = found.vendors.map(({ vendor, name, serves, aMonth }) => [
    vendor,
    name,
    serves.map((one) => `${one.name[language]}（${servingWords[one.as][language]}）`).join('、'),
    aMonth === null ? '' : String(aMonth),
  ]);
  const heads = [
    say('番号', 'Id'),
    say('事業者', 'Vendor'),
    say('担当', 'Serves'),
    say('月の上限', 'A month'),
  ];
  const noticeHeads = [
    '#',
    say('日', 'On'),
    say('事業者', 'Vendor'),
    say('種類', 'Kind'),
    say('時期', 'Until'),
  ];
  const notices = found.notices.map((one) => [
    String(one.notice),
    dayWord(one.on, language),
    one.name,
    one.label[language],
    dayWord(one.until, language) || say('未定', 'not given'),
    openWord(one, context),
  ]);
  return underSetting(found, language, [
    ...table(heads, vendors, say('事業者は登録されていません。', 'No vendor is registered.')),
    '',
    ...table(
      [...noticeHeads, say('対応', 'Answers')],
      notices,
      say('事業者の通知はありません。', 'There is no notice.'),
    ),
  ]);
}

const table = (heads: string[], rows: string[][], none: string): string[] =>
  tableLines(
    heads.map((head) => ({ head })),
    rows,
    none,
  );

const servingWords = {
  current: { ja: '現行', en: 'current' },
  next: { ja: '移行先', en: 'next' },
} as const;

function openWord({ systems }: Notice, { say }: Context): string {
  const open = systems.filter(({ is, answer }) => is === 'underWay' && answer === null).length;
  return open === 0 ? say('済み', 'done') : say(`${open}件 未定`, `${open} open`);
}

async function show(context: Context, written: string, options: Options): Promise<Answer> {
  const { say, language } = context;
  const number = options.read(readCount, written);
  const found = await asked(context);
  const notice = found.notices.find((one) => one.notice === number);
  if (!notice)
    throw new CommandFailure('refused', {
      ja: `第${number}件の通知はありません（sekimori vendor list で確かめてください）。`,
      en: `There is no notice ${number} (see sekimori vendor list).`,
    });
  const { letter } = notice;
  const until = dayWord(notice.until, language) || say('時期は未定', 'no date given');
  return {
    kind: 'value',
    value: { setting: found.setting, ...notice },
    rehearsal: found.setting.rehearsal,
    lines: [
      settingWord(found.setting, language),
      '',
      `${notice.name}  ${notice.label[language]}  ${dayWord(notice.on, language)}  ${until}`,
      `${letter.title}  ${letter.documentNo}  SHA-256 ${letter.sha256}`,
      ...(notice.note === null ? [] : [notice.note]),
      ...notice.systems.flatMap((one) => ['', ...touchedLines(one, context)]),
    ],
  };
}

function touchedLines(one: Touched, { say, language }: Context): string[] {
  const state = {
    underWay: '',
    live: say('（稼働済み）', ' (live)'),
    over: say('（終了）', ' (over)'),
  }[one.is];
  const { planned, told } = one.cutOver;
  const notPlanned = say('計画なし', 'not planned');
  const outcomes = {
    wouldMiss: say('間に合わない', 'would be missed'),
    open: say('見通せない', 'nobody can say'),
  };
  return [
    `${one.name[language]}${state}`,
    say(
      `  切替: ${dayWord(planned, language) || notPlanned} → ${dayWord(told, language) || '未定'}`,
      `  switch-over: ${planned ?? notPlanned} → ${told ?? 'not given'}`,
    ),
    ...one.deadlines.map(
      ({ label, dueOn, hard, outcome }) =>
        `  ${outcomes[outcome]}: ${label[language]}（${dayWord(dueOn, language)}${hard ? say('、過ぎると関門が閉じる', '; shuts its gate') : ''}）`,
    ),
    ...(one.dependents.length > 0
      ? [
          `  ${say('待つシステム', 'awaited by')}: ${one.dependents.map(({ name }) => name[language]).join('、')}`,
        ]
      : []),
    ...(one.reasonType !== null && one.regime === 'standard' && one.is === 'underWay'
      ? [
          say(
            `  特定移行支援の事由${one.reasonType}に当たり得ます（sekimori regime flag ${one.system} --types ${one.reasonType}）`,
            `  may be special transition, reason ${one.reasonType} (sekimori regime flag ${one.system} --types ${one.reasonType})`,
          ),
        ]
      : []),
    `  ${regimeWord(one)[language]}`,
    one.answer === null
      ? `  ${say('対応: まだ登録されていません', 'answer: none yet')}`
      : `  ${say('対応', 'answer')}: ${one.answer.label[language]}（${dayWord(one.answer.on, language)} ${one.answer.by}）`,
  ];
}

/** `juki` or `juki=current`; whoever is not said to run it today brings the next. */
function servesFrom(written: readonly string[]) {
  return written.map((one) => {
    const [system = '', as] = one.split('=');
    return { system, as: as === undefined ? ('next' as const) : wordFrom(as, servingWords, '--serves') };
  });
}

const register: CommandSpec = {
  usage: 'register <vendor> <name>',
  text: {
    ja: '事業者を登録する（同じ番号なら登録し直す）',
    en: 'register a vendor, or register it again under the same id',
  },
  options: [
    option(
      '--serves <system>',
      '担当するシステム（移行先。現行なら juki=current）。繰り返し指定',
      'a system that it serves (juki=current where it runs the present one); repeat it',
      'list',
    ),
    option('--a-month <n>', '一月に切り替えられる件数', 'how many systems it can switch over in a month'),
    ...programmeActOptions,
  ],
  examples: [
    example(
      'sekimori vendor register fujitsu-japan 富士通Japan --serves juki --serves zei --a-month 2',
      '二つのシステムの移行先として登録する',
      'as the next vendor of two systems',
    ),
  ],
  run: (context, args, options) => {
    const aMonth = options.maybe(readCount, 'aMonth');
    return programmeAct(context, options, {
      type: 'vendor.registered',
      vendor: argument(args, 0),
      name: argument(args, 1),
      serves: servesFrom(options.list('serves')),
      ...(aMonth === undefined ? {} : { aMonth }),
    });
  },
};

const notice: CommandSpec = {
  usage: 'notice <vendor> <file>',
  text: {
    ja: '事業者の通知（撤退・遅延など）を登録する（文書はその SHA-256 だけを記録する）',
    en: 'record a dated notice of a vendor: withdrawal, delay; of the letter its SHA-256 alone',
  },
  options: [
    option(
      '--kind <kind>',
      '撤退・遅延・要員のひっ迫・その他',
      'withdrawal, delay, capacity or other',
      'required',
    ),
    option(
      '--system <system>',
      '及ぶシステム。繰り返し指定',
      'a system that it touches; repeat it',
      'requiredList',
    ),
    option(
      '--until <date>',
      '事業者の示した切替の時期（日または月。省略時は未定）',
      "the vendor's day or month (left out: not given)",
    ),
    option('--note <text>', '備考', 'a note'),
    ...paperOptions,
    ...programmeActOptions,
  ],
  examples: [
    example(
      'sekimori vendor notice fujitsu-japan 通知.pdf --kind 遅延 --system juki --system zei --until 2026-10 --document-no 第5号 --decided-on 2024-09-20',
      '二つのシステムの遅れの通知',
      'that two systems are late',
    ),
  ],
  run: (context, args, options) => {
    const until = options.maybe((given) => readDay(given, { within: 'planned' }), 'until');
    const note = options.text('note');
    return programmeAct(context, options, {
      type: 'vendor.noticed',
      vendor: argument(args, 0),
      kind: wordFrom(options.required('kind'), vendorNoticeWords, '--kind'),
      systems: options.list('system').map((system) => ({ system })),
      until: until ?? null,
      evidence: evidenceFrom(argument(args, 1), options, 'other'),
      ...(note === undefined ? {} : { note }),
    });
  },
};

const answer: CommandSpec = {
  usage: 'answer <notice> <system>',
  text: {
    ja: '通知への対応を、システムごとに登録する',
    en: 'record what is done about a notice, for one system',
  },
  options: [
    option(
      '--answer <answer>',
      '計画を改めた・特定移行支援を申し出る・別の事業者による・影響なし・その他',
      'replanned, specialTransition, otherVendor, noEffect or other',
      'required',
    ),
    option('--reason <text>', '理由', 'why', 'required'),
    ...programmeActOptions,
  ],
  examples: [
    example(
      'sekimori vendor answer 12 juki --answer replanned --reason 推進委員会第4回で決定',
      '第12件の通知への住民記録の対応',
      'about notice 12, for one system',
    ),
  ],
  run: (context, args, options) =>
    programmeAct(context, options, {
      type: 'vendor.answered',
      notice: options.read(readCount, argument(args, 0)),
      system: argument(args, 1),
      answer: wordFrom(options.required('answer'), noticeAnswerWords, '--answer'),
      reason: options.required('reason'),
    }),
};

export const vendorCommands: CommandSpec[] = [
  {
    usage: 'vendor',
    text: {
      ja: '事業者と、その通知・影響・対応',
      en: 'vendors, their notices, what these touch and what is done',
    },
    examples: [
      example('sekimori vendor list', '事業者と通知', 'vendors and notices'),
      example('sekimori vendor show 12', '第12件の通知が及ぼすこと', 'what notice 12 touches'),
    ],
    subcommands: [
      {
        usage: 'list',
        text: { ja: '事業者と通知の一覧（既定）', en: 'vendors and notices (default)' },
        run: (context) => list(context),
      },
      {
        usage: 'show <notice>',
        text: { ja: '通知が各システムに及ぼすこと', en: 'what a notice does to each system' },
        run: (context, args, options) => show(context, argument(args, 0), options),
      },
      register,
      notice,
      answer,
    ],
  },
];
