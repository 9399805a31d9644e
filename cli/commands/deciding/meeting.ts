// `meeting`: bodies that meet. Convened, present, recused, voted, answered in writing, minuted, closed and carried to each system.
import { randomUUID } from 'node:crypto';
import { readWholeDay } from '../../../machines/values/read-day.ts';
import { readCount } from '../../../machines/values/score.ts';
import { submitted } from '../../../server/contract/entries.ts';
import {
  type MeetingView,
  meetingCarried,
  meetingList,
  meetingRecorded,
  meetingView,
} from '../../../server/contract/meetings/meetings.ts';
import { type Form, type Motion, resolvedTypes } from '../../../server/contract/meetings/words.ts';
import { withRequestId } from '../../act.ts';
import { argument, type CommandSpec, example, type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import type { Text } from '../../print/speech.ts';
import { settingWord } from '../../print/words.ts';
import { document, outOption } from '../../written-document.ts';
import { evidenceFrom, paperOptions } from '../gates.ts';
import { agendaFrom } from './agenda.ts';
import { conditionFrom } from './conditions.ts';
import { carriedLines, listLines, meetingLines } from './meeting-lines.ts';
import { votesFrom } from './voices.ts';

type Run = NonNullable<CommandSpec['run']>;

const programmePath = async (context: Context): Promise<string> => `/programmes/${await context.programme()}`;
const numberIn = (args: readonly string[], options: Options, index = 0): number =>
  options.read(readCount, argument(args, index));
const pathOf = async (context: Context, number: number) =>
  `${await programmePath(context)}/meetings/${number}`;
const viewOf = async (context: Context, number: number): Promise<MeetingView> =>
  context.client.get(meetingView, await pathOf(context, number));

const SEPARATOR = /[,，、・\s]+/u;
const accounts = (written: readonly string[]): string[] =>
  written.flatMap((one) => one.split(SEPARATOR)).filter((one) => one !== '');

/** One of these posts that the caller holds, or the one that is named; with none, the server's refusal says who may. */
async function postFor(context: Context, options: Options, may: readonly string[]): Promise<string> {
  const written = options.text('post');
  if (written !== undefined) return written;
  const code = await context.programme();
  const held = (await context.me()).posts
    .filter(({ programme }) => programme === code)
    .map(({ post }) => post);
  const found = held.find((post) => may.includes(post)) ?? held[0];
  if (found === undefined)
    throw new CommandFailure('refused', {
      ja: 'この計画に職がありません。',
      en: 'You hold no post in this programme.',
    });
  return found;
}

const bySecretariat = ({ secretariat }: MeetingView): string[] => secretariat.map(({ post }) => post);

/** Sends an act of the meeting, and says how the meeting stands after it. */
async function send(
  context: Context,
  options: Options,
  { fact, post, number }: { fact: Record<string, unknown> & { type: string }; post: string; number: number },
): Promise<Answer> {
  const view = await viewOf(context, number);
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  // A programme's acts rest on no sight of it: what was looked at stands in the fact.
  const body = { fact, post, occurredOn: view.setting.today, requestId, seenVersion: 0 };
  const path = `${await programmePath(context)}/events`;
  const done = await context.client.post(submitted, path, body).catch(withRequestId(requestId));
  const after = await viewOf(context, number);
  return {
    kind: 'value',
    value: { ...done, requestId, meeting: number },
    rehearsal: done.setting.rehearsal,
    lines: [
      context.say(`記録しました（第${done.seq}件）。`, `Recorded as entry ${done.seq}.`),
      '',
      ...meetingLines(after, context),
    ],
  };
}

const list: Run = async (context) => {
  const found = await context.client.get(meetingList, `${await programmePath(context)}/meetings`);
  const lines = [settingWord(found.setting, context.language), '', ...listLines(found.items, context)];
  return { kind: 'value', value: found, rehearsal: found.setting.rehearsal, lines };
};

const show: Run = async (context, args, options) => {
  const view = await viewOf(context, numberIn(args, options));
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: meetingLines(view, context),
  };
};

function conditionsIn(options: Options) {
  const conditions = options.list('condition').map((written) => conditionFrom(written, options));
  return conditions.length > 0 ? { conditions } : {};
}

const FORMS: Record<Form, Text> = {
  inPerson: { ja: '会議', en: 'in-person' },
  circulation: { ja: '書面', en: 'circulation' },
};

const convene: Run = async (context, args, options) => {
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const titles = options.list('title');
  const items = options.list('item');
  if (items.length > 1 && options.list('condition').length > 0)
    throw new CommandFailure('wrongUse', {
      ja: '条件（--condition）を付ける書面開催は、議案を一つにして招集してください。どの議案の条件か分かりません。',
      en: 'A circulation on conditions has one --item: it would not be clear which of them they stand with.',
    });
  const written = options.text('form');
  const form = written === undefined ? 'inPerson' : wordFrom(written.normalize('NFKC'), FORMS, '--form');
  const body = {
    post: await postFor(context, options, []),
    body: argument(args, 0),
    form,
    on: options.read((given) => readWholeDay(given), options.required('day')),
    place: options.text('place'),
    agenda: items.map((item, index) => ({
      ...agendaFrom(item, titles[index]),
      ...(index === 0 ? conditionsIn(options) : {}),
    })),
    requestId,
  };
  const path = `${await programmePath(context)}/meetings`;
  const done = await context.client.post(meetingRecorded, path, body).catch(withRequestId(requestId));
  const view = await viewOf(context, done.meeting);
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: done.setting.rehearsal,
    lines: [
      context.say(`招集しました（会議${done.meeting}）。`, `Convened as meeting ${done.meeting}.`),
      '',
      ...meetingLines(view, context),
    ],
  };
};

const present: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const away = accounts(options.list('away')).map((one) => {
    const [account = '', reason] = one.split('=');
    return { account, ...(reason ? { reason } : {}) };
  });
  const presides = options.text('presides');
  const fact = {
    type: 'meeting.attended',
    meeting: number,
    present: accounts([argument(args, 1), ...args.slice(2)]),
    ...(away.length > 0 ? { away } : {}),
    ...(presides ? { presides } : {}),
  };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

const recuse: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const item = numberIn(args, options, 1);
  const fact = {
    type: 'meeting.recused',
    meeting: number,
    item,
    account: argument(args, 2),
    reason: options.required('reason'),
  };
  const may = [...bySecretariat(view), view.body];
  return send(context, options, { fact, post: await postFor(context, options, may), number });
};

function itemOf(view: MeetingView, item: number) {
  const found = view.agenda.find(({ number }) => number === item);
  if (found) return found;
  throw new CommandFailure('refused', {
    ja: `議案${item}はありません（議案は${view.agenda.length}件です）。`,
    en: `There is no item ${item}: the agenda has ${view.agenda.length}.`,
  });
}

const MOTIONS: Record<Motion, Text> = {
  approve: { ja: '承認', en: 'approve' },
  return: { ja: '差戻し', en: 'return' },
  carryOver: { ja: '継続審議', en: 'carry-over' },
};
const VOICES = {
  for: { ja: '賛成', en: 'for' },
  against: { ja: '反対', en: 'against' },
  abstain: { ja: '棄権', en: 'abstain' },
} as const;

const vote: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const item = itemOf(view, numberIn(args, options, 1));
  if (item.now === null)
    throw new CommandFailure('refused', {
      ja: `議案${item.number}は、いま審査・申出の中にありません。採決は、決めるものが出てから行います。`,
      en: `Item ${item.number} is not under decision: there is nothing to vote on.`,
    });
  const word = (name: string) => options.text(name)?.normalize('NFKC');
  const [motion, casting, reason] = [word('motion'), word('casting'), options.text('reason')];
  const written = {
    for: options.text('for'),
    against: options.text('against'),
    abstain: options.text('abstain'),
  };
  const said = Object.fromEntries(Object.entries(written).filter(([, one]) => one !== undefined));
  const fact = {
    type: 'meeting.voted',
    meeting: number,
    item: item.number,
    motion: motion === undefined ? 'approve' : wordFrom(motion, MOTIONS, '--motion'),
    votes: votesFrom(said, item),
    ...(casting === undefined
      ? {}
      : { casting: wordFrom(casting, { for: VOICES.for, against: VOICES.against }, '--casting') }),
    ...(reason === undefined ? {} : { reason }),
    ...conditionsIn(options),
    of: item.now,
  };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

const answer: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const note = options.text('note');
  const voice = wordFrom(argument(args, 2).normalize('NFKC'), VOICES, '<voice>');
  const fact = {
    type: 'meeting.answered',
    meeting: number,
    item: numberIn(args, options, 1),
    voice,
    ...(note ? { note } : {}),
  };
  return send(context, options, { fact, post: await postFor(context, options, [view.body]), number });
};

const minutes: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const file = argument(args, 1);
  if (file === '') return document(context, `${await pathOf(context, number)}/minutes`, {}, options);
  const view = await viewOf(context, number);
  const { kind: _kind, ...paper } = evidenceFrom(file, options, 'other');
  const fact = { type: 'meeting.minuted', meeting: number, minutes: paper };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

const agenda: Run = async (context, args, options) =>
  document(context, `${await pathOf(context, numberIn(args, options))}/agenda`, {}, options);

const callOff: Run = async (context, args, options) => {
  const number = numberIn(args, options);
  const view = await viewOf(context, number);
  const fact = { type: 'meeting.calledOff', meeting: number, reason: options.required('reason') };
  return send(context, options, { fact, post: await postFor(context, options, bySecretariat(view)), number });
};

/** `2=費用の見通しがないため` */
function reasonFrom(written: string, options: Options): { item: number; reason: string } {
  const [item = '', ...reason] = written.split('=');
  return { item: options.read(readCount, item, 'reason'), reason: reason.join('=') };
}

const carry =
  (how: 'close' | 'resume'): Run =>
  async (context, args, options) => {
    const number = numberIn(args, options);
    const view = await viewOf(context, number);
    const post = await postFor(context, options, bySecretariat(view));
    const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
    const reasons = options.list('reason').map((one) => reasonFrom(one, options));
    const body =
      how === 'resume' ? { post } : { post, requestId, ...(reasons.length > 0 ? { reasons } : {}) };
    const path = `${await pathOf(context, number)}/${how}`;
    const done = await context.client.post(meetingCarried, path, body).catch(withRequestId(requestId));
    const isWhole = done.items.every(({ as }) => as !== 'refused' && as !== 'unanswered');
    return {
      kind: 'value',
      value: done,
      rehearsal: done.setting.rehearsal,
      lines: carriedLines(done.items, context),
      endsAs: isWhole ? undefined : 'refused',
    };
  };

const postOption = option(
  '--post <post>',
  'どの職として行うか（省略時は事務局の職）',
  'the post to act in (default: of the secretariat)',
);
const requestOption = option(
  '--request-id <id>',
  '依頼番号（同じ番号は一度だけ記録される）',
  'request id: the same one is recorded once only',
);
const common: OptionSpec[] = [postOption, requestOption];
const conditionOption = option(
  '--condition <what|post|day>',
  '承認の条件：内容|担当の職|期日（繰り返し指定。書面開催では招集のとき、--item を一つにして）',
  'a condition of the approval: what|post|day, repeatable; of a circulation when it is convened, with one --item',
  'list',
);
const reasonOption = option('--reason <text>', '理由', 'the reason', 'required');
// A paper's own options, of which none is needed where the draft is asked for.
const minutesOptions = paperOptions.map(({ kind: _kind, ...given }) => given);

export const meetingCommands: CommandSpec[] = [
  {
    usage: 'meeting',
    text: {
      ja: '会議・書面開催（招集・出席・除斥・採決・議事録・議決の反映）',
      en: 'meetings of bodies: convene, vote, minutes, and what is resolved',
    },
    examples: [
      example(
        'sekimori meeting convene promotion-committee --day R6.5.20 --item juki --item kokuho --place 第2会議室',
        '2システムを議案にして招集する',
        'convene it with two systems on the agenda',
      ),
      example(
        'sekimori meeting present 41 iinchou,bucho-a,kacho-b --away kacho-c=出張',
        '出席を登録する',
        'record who is present',
      ),
      example(
        'sekimori meeting recuse 41 1 kacho-b --reason 起案者のため',
        '議案1から除斥する',
        'recuse a member of item 1',
      ),
      example('sekimori meeting vote 41 1 --for 全員', '議案1は全員賛成', 'item 1: all for it'),
      example(
        'sekimori meeting vote 41 2 --for bucho-a --against kacho-b --casting 反対 --reason 費用の見通しがないため',
        '可否同数を議長が決する',
        'a tie, decided by the chair',
      ),
      example(
        'sekimori meeting close 41',
        '閉会し、議決を各システムに反映する',
        'close it and carry what was resolved',
      ),
      example(
        'sekimori meeting resume 41',
        '反映の残りを続ける（二重にはならない）',
        'go on with what is left; nothing twice',
      ),
      example(
        'sekimori meeting minutes 41 --out 議事録案.md',
        '議事録案を書き出す',
        'write a draft of the minutes',
      ),
      example(
        'sekimori meeting answer 52 1 賛成',
        '書面開催の議案1に賛成と回答する',
        'answer item 1 of a circulation',
      ),
    ],
    subcommands: [
      { usage: 'list', text: { ja: '一覧（既定）', en: 'list (default)' }, run: list },
      {
        usage: 'show <meeting>',
        text: { ja: '一つの会議：議案・出席・採決・議決', en: 'one meeting' },
        run: show,
      },
      {
        usage: 'convene <body>',
        sends: 'meeting.convened',
        text: { ja: '招集する', en: 'convene a meeting or a circulation' },
        options: [
          option(
            '--day <date>',
            '開催日（書面開催では回答期日）',
            'its day; of a circulation the day by which all answer',
            'required',
          ),
          option('--form <form>', '会議（既定）か 書面', 'in-person (default) or circulation'),
          option('--place <text>', '場所', 'the place'),
          option(
            '--item <item>',
            '議案（複数可）: juki、juki=関門:rfp、juki=手戻り:fit-gap、juki=中止、juki=待たない:renkei/test-1、juki=延長:期限',
            'an item, repeatable: juki, juki=gate:rfp, juki=go-back:fit-gap, juki=cancel, juki=waive:renkei/test-1, juki=extend:deadline',
            'requiredList',
          ),
          option(
            '--title <text>',
            '議案の件名（--item の順に）',
            'titles of the items, in their order',
            'list',
          ),
          conditionOption,
          ...common,
        ],
        run: convene,
      },
      {
        usage: 'present <meeting> <accounts>',
        sends: 'meeting.attended',
        text: {
          ja: '出席を登録する（登録し直すと置き換わる）',
          en: 'record who is present; again in place of before',
        },
        options: [
          option(
            '--away <account=reason>',
            '欠席と理由（複数可）',
            'who is away and why (repeatable)',
            'list',
          ),
          option(
            '--presides <account>',
            '議長・副議長がいないときに出席者が選んだ人',
            'whom the members chose to preside',
          ),
          ...common,
        ],
        run: present,
      },
      {
        usage: 'recuse <meeting> <item> <account>',
        sends: 'meeting.recused',
        text: {
          ja: '議案から除斥する（本人も行える）',
          en: 'recuse a member of an item (by the member too)',
        },
        options: [reasonOption, ...common],
        run: recuse,
      },
      {
        usage: 'vote <meeting> <item>',
        sends: 'meeting.voted',
        text: { ja: '採決を登録する', en: 'record a vote' },
        options: [
          option(
            '--motion <motion>',
            '承認（既定）・差戻し・継続審議',
            'approve (default), return or carry-over',
          ),
          option('--for <accounts>', '賛成した人（「全員」も可）', 'who is for it (or "all")'),
          option('--against <accounts>', '反対した人', 'who is against it'),
          option('--abstain <accounts>', '棄権した人', 'who abstains'),
          option(
            '--casting <voice>',
            '可否同数のときの議長の決定（賛成・反対）',
            "the chair's decision of a tie",
          ),
          option('--reason <text>', '差戻し・否決の理由', 'why it is returned or not carried'),
          conditionOption,
          ...common,
        ],
        run: vote,
      },
      {
        usage: 'answer <meeting> <item> <voice>',
        sends: 'meeting.answered',
        text: {
          ja: '書面開催に回答する（委員本人か代理。賛成・反対・棄権）',
          en: 'answer a circulation, as a member or a deputy: for, against, abstain',
        },
        options: [option('--note <text>', '備考', 'a note'), ...common],
        run: answer,
      },
      {
        usage: 'close <meeting>',
        sends: 'meeting.closed',
        text: {
          ja: '閉会し、議決を各システムに反映する',
          en: 'close it, and carry what it resolved to each system',
        },
        options: [
          option(
            '--reason <item=text>',
            '書面開催で承認されない議案の理由（複数可）',
            'why a circulation does not carry an item (repeatable)',
            'list',
          ),
          ...common,
        ],
        run: carry('close'),
      },
      {
        usage: 'resume <meeting>',
        sends: resolvedTypes,
        text: { ja: '反映の残りを続ける', en: 'carry what is left of what it resolved' },
        options: [postOption],
        run: carry('resume'),
      },
      {
        usage: 'agenda <meeting>',
        text: { ja: '次第（Markdown）', en: 'the agenda as a document' },
        options: [outOption],
        run: agenda,
      },
      {
        usage: 'minutes <meeting> [file]',
        sends: 'meeting.minuted',
        text: {
          ja: '議事録案を出す。ファイルを書けば、それを議事録として登録する（SHA-256）',
          en: 'a draft of the minutes; with a file, records it as the minutes (by its SHA-256)',
        },
        options: [outOption, ...minutesOptions, ...common],
        run: minutes,
      },
      {
        usage: 'call-off <meeting>',
        sends: 'meeting.calledOff',
        text: { ja: '取りやめる', en: 'call it off' },
        options: [reasonOption, ...common],
        run: callOff,
      },
    ],
  },
];
