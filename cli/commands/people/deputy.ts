// `deputy`: who stands in for whom (職務代理, 代決), appointed and ended by administrators.
import { randomUUID } from 'node:crypto';
import { readDay, readWholeDay } from '../../../machines/values/read-day.ts';
import { readCount } from '../../../machines/values/score.ts';
import { submitted } from '../../../server/contract/entries.ts';
import {
  type DeputyList,
  type DeputyView,
  deputyList,
  deputyRecorded,
} from '../../../server/contract/posts.ts';
import { act, actOptions, withRequestId } from '../../act.ts';
import { answersOf, askedOptions } from '../../asked.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { type Options, wordFrom } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, settingWord, termWord } from '../../print/words.ts';

const pathOf = async (context: Context): Promise<string> =>
  `/programmes/${await context.programme()}/deputies`;

async function list(context: Context): Promise<Answer> {
  const { client, say, language } = context;
  const found = await client.get(deputyList, await pathOf(context));
  const heads = [
    { head: '#', right: true },
    { head: say('状態', 'State') },
    { head: say('代理', 'Deputy') },
    { head: say('誰に代わる', 'For') },
    { head: say('職', 'Post') },
    { head: say('範囲', 'Scope') },
    { head: say('期間', 'Days') },
    { head: say('後閲の期限', 'To be seen by') },
    { head: say('理由', 'Reason') },
  ];
  const rows = found.items.map((one) => rowOf(one, context));
  const nothing = say('代理はありません。', 'There are no deputies.');
  const waiting = found.awaiting.length === 0 ? [] : awaitingLines(found, context);
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [settingWord(found.setting, language), '', ...tableLines(heads, rows, nothing), ...waiting],
  };
}

function awaitingLines(
  { awaiting, items }: Pick<DeputyList, 'awaiting' | 'items'>,
  { say, language }: Context,
): string[] {
  const named = (account: string) =>
    calledBy(account, items.find(({ holder }) => holder === account)?.holderName ?? null);
  const heads = [
    { head: say('後閲の期限', 'To be seen by') },
    { head: say('誰が後閲する', 'By whom') },
    { head: say('システム', 'System') },
    { head: '#', right: true },
    { head: say('代決したこと', 'What was decided') },
    { head: say('日', 'On') },
    { head: say('代決した人', 'Decided by') },
  ];
  const rows = awaiting.map(
    ({ seenBy, isLate, holder, postLabel, system, entry, summary, occurredOn, name, account }) => [
      `${seenBy === null ? say('なし', 'no day') : dayWord(seenBy, language)}${isLate ? say('（過ぎています）', ' (past)') : ''}`,
      `${named(holder)}（${postLabel[language]}）`,
      system,
      String(entry),
      summary[language],
      dayWord(occurredOn, language),
      `${name}（${account}）`,
    ],
  );
  const title = say(
    '後閲を待っているもの（sekimori deputy seen <システム> <#>）',
    'Still to be seen by its holder (sekimori deputy seen <system> <#>)',
  );
  return ['', title, ...tableLines(heads, rows, '')];
}

/** Sends what the entry says of itself, as the list has it. */
async function seen(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  const [system, entry] = [argument(args, 0), options.read(readCount, argument(args, 1))];
  const { awaiting, setting } = await context.client.get(deputyList, await pathOf(context));
  const found = awaiting.find((one) => one.system === system && one.entry === entry);
  if (!found?.of)
    throw new CommandFailure('refused', {
      ja: `${system} の第${entry}件は、後閲を待っていません（sekimori deputy list）。`,
      en: `Entry ${entry} of ${system} does not wait to be seen (sekimori deputy list).`,
    });
  const { of, post } = found;
  return system === setting.programme
    ? seenInProgramme(context, options, { entry, of, post, today: setting.today })
    : act(context, system, options, 'decision.seen', () => ({ entry, of }), { inPost: post });
}

interface Sight {
  entry: number;
  of: NonNullable<DeputyList['awaiting'][number]['of']>;
  post: string;
  today: string;
}

/** What was decided in the programme itself: its own door takes it. */
async function seenInProgramme(context: Context, options: Options, sight: Sight): Promise<Answer> {
  const { entry, of, post, today } = sight;
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const body = {
    fact: { type: 'decision.seen', ...answersOf('decision.seen', options), entry, of },
    post: options.text('post') ?? post,
    occurredOn: options.maybe((written) => readDay(written), 'on') ?? today,
    requestId,
    seenVersion: options.maybe(readCount, 'seen') ?? 0,
  };
  const path = `/programmes/${await context.programme()}/events`;
  const done = await context.client.post(submitted, path, body).catch(withRequestId(requestId));
  return {
    kind: 'value',
    value: { ...done, requestId, post: body.post },
    rehearsal: done.setting.rehearsal,
    lines: [context.say(`記録しました（第${done.seq}件）。`, `Recorded as entry ${done.seq}.`)],
  };
}

const calledBy = (account: string, name: string | null): string =>
  name === null ? account : `${name}（${account}）`;

function rowOf(one: DeputyView, { say, language }: Context): string[] {
  const {
    number,
    state,
    account,
    name,
    holder,
    holderName,
    postLabel,
    kindLabel,
    systems,
    from,
    until,
    seenBy,
    reason,
  } = one;
  const states = { coming: say('予定', 'coming'), now: say('代理中', 'now'), over: say('終了', 'over') };
  return [
    String(number),
    states[state],
    `${name}（${account}）`,
    holder === null ? say('欠員', 'vacant') : calledBy(holder, holderName),
    `${postLabel[language]}（${kindLabel[language]}）`,
    systems?.join('、') ?? say('全システム', 'every system'),
    termWord(from, until, language),
    seenBy === null ? '' : dayWord(seenBy, language),
    reason,
  ];
}

const KINDS: Record<DeputyView['kind'], { ja: string; en: string }> = {
  acting: { ja: '職務代理', en: 'acting' },
  forAbsent: { ja: '代決', en: 'for-absent' },
};

async function appoint(context: Context, account: string, options: Options): Promise<Answer> {
  const { client, say } = context;
  const kind = wordFrom(options.required('kind').normalize('NFKC'), KINDS, '--kind');
  const day = (name: string) => options.maybe((given) => readWholeDay(given), name);
  const systems = options.list('system');
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const body = {
    account,
    post: options.required('post'),
    kind,
    holder: options.text('for'),
    systems: systems.length === 0 ? undefined : systems,
    from: day('from'),
    until: options.read((given) => readWholeDay(given), options.required('until')),
    seenBy: day('seenBy'),
    reason: options.required('reason'),
    requestId,
  };
  const done = await client.post(deputyRecorded, await pathOf(context), body).catch(withRequestId(requestId));
  return recorded(done, requestId, say('代理を指定しました。', 'Appointed.'), context);
}

async function end(context: Context, number: string, options: Options): Promise<Answer> {
  const { client, say } = context;
  const seq = options.read(readCount, number);
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const on = options.maybe((given) => readWholeDay(given), 'on');
  const body = { on, reason: options.required('reason'), requestId };
  const path = `${await pathOf(context)}/${seq}/end`;
  const done = await client.post(deputyRecorded, path, body).catch(withRequestId(requestId));
  return recorded(done, requestId, say('代理を終えました。', 'Ended.'), context);
}

function recorded(
  done: { setting: { rehearsal: boolean }; deputy: DeputyView; repeated: boolean },
  requestId: string,
  word: string,
  context: Context,
): Answer {
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: done.setting.rehearsal,
    lines: [
      word,
      rowOf(done.deputy, context)
        .filter((cell) => cell !== '')
        .join('  '),
    ],
  };
}

const requestOption = option(
  '--request-id <id>',
  '同じ要求を二度記録しないための番号',
  'the same id twice is recorded once',
);

export const deputyCommands: CommandSpec[] = [
  {
    usage: 'deputy',
    text: { ja: '職務代理と代決（指定は管理者）', en: 'deputies (appointed by administrators)' },
    examples: [
      example('sekimori deputy list', '誰が誰に代わるか', 'who stands in for whom'),
      example(
        'sekimori deputy appoint dx-ito --for dx-tanaka --post dx-office --kind 代決 --until 2026-06-30 --seen-by 2026-07-10 --reason 入院のため',
        '不在の決裁者に代わって決める（後閲は7月10日まで）',
        'decide for an absent holder, who looks at it by 10 July',
      ),
      example(
        'sekimori deputy seen juki 12',
        '自分の名で代決された第12件を後閲する',
        'look at entry 12, decided in your name',
      ),
      example(
        'sekimori deputy appoint dx-ito --post dx-office --kind 職務代理 --until 2026-06-30 --reason 課長の欠員',
        '欠員の職を代わって行う',
        'act for a vacant office',
      ),
    ],
    subcommands: [
      {
        usage: 'list',
        text: {
          ja: '一覧と、後閲を待っているもの（既定）',
          en: 'list, and what is still to be seen by its holder (default)',
        },
        run: (context) => list(context),
      },
      {
        usage: 'appoint <account>',
        sends: 'post.deputyAppointed',
        text: { ja: '代理を指定する', en: 'appoint a deputy' },
        options: [
          option('--post <post>', '代わって行う職', 'the post', 'required'),
          option('--kind <kind>', '職務代理 か 代決', 'acting (職務代理) or for-absent (代決)', 'required'),
          option(
            '--for <account>',
            '誰に代わるか（代決では必須。欠員のときは書かない）',
            'in whose stead; needed for 代決, left out while the post is vacant',
          ),
          option(
            '--system <system>',
            'このシステムだけ（複数可）',
            'for this system only (repeatable)',
            'list',
          ),
          option('--from <date>', '初めの日（既定: 今日）', 'the first day (default: today)'),
          option('--until <date>', '終わりの日', 'the last day', 'required'),
          option('--seen-by <date>', '後閲の期限（代決）', 'the day by which its holder looks at it (代決)'),
          option('--reason <text>', '理由', 'the reason', 'required'),
          requestOption,
        ],
        run: (context, args, options) => appoint(context, argument(args, 0), options),
      },
      {
        usage: 'seen <system> <entry>',
        sends: 'decision.seen',
        text: {
          ja: '自分の名で代決されたことを後閲する（番号は一覧の #）',
          en: 'look at what was decided in your name (後閲), by its number in the list',
        },
        options: [...askedOptions('decision.seen'), ...actOptions],
        run: (context, args, options) => seen(context, args, options),
      },
      {
        usage: 'end <number>',
        sends: 'post.deputyEnded',
        text: {
          ja: '代理を途中で終える（番号は一覧の #）',
          en: 'end a deputyship early, by its number in the list',
        },
        options: [
          option('--on <date>', 'この日まで（既定: すぐに）', 'its last day (default: at once)'),
          option('--reason <text>', '理由', 'the reason', 'required'),
          requestOption,
        ],
        run: (context, args, options) => end(context, argument(args, 0), options),
      },
    ],
  },
];
