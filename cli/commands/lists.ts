// `inbox`, `deadlines`: what waits for me, what is due.
import type { z } from 'zod';
import { readWholeDay } from '../../machines/values/read-day.ts';
import { readCount } from '../../machines/values/score.ts';
import { textOfBoth } from '../../machines/values/text.ts';
import type { DeadlineView } from '../../server/contract/migrations/deadline.ts';
import { deadlinePage } from '../../server/contract/migrations/deadline.ts';
import { type InboxView, inboxView } from '../../server/contract/telling/inbox.ts';
import { type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { type Options, wordFrom } from '../options.ts';
import { readPages } from '../pages.ts';
import type { Answer } from '../print/answer.ts';
import { deadlineWord } from '../print/board-lines.ts';
import { digestLines } from '../print/digest-lines.ts';
import type { Language } from '../print/speech.ts';
import { tableLines } from '../print/table.ts';
import { visible } from '../print/visible.ts';
import {
  cautionWord,
  daysLeftWord,
  dayWord,
  deadlineWords,
  instantWord,
  settingWord,
} from '../print/words.ts';
import type { Client, Query } from '../session/client.ts';
import { document, outOption } from '../written-document.ts';
import { contraryOptions, idleOptions } from '../wrong-use.ts';

export const limitOption = option('--limit <n>', '表示する件数（既定 20）', 'how many (default 20)');

export function limitOf(options: Options): number {
  return Math.max(1, options.maybe(readCount, 'limit') ?? 20);
}

async function inbox(context: Context, options: Options): Promise<Answer> {
  const { client, say } = context;
  const path = `/programmes/${await context.programme()}/inbox`;
  const view = await readInbox(client, path, limitOf(options));
  const unread = view.notices.filter((notice) => !notice.read);
  const isMarking = options.flag('read');
  const newDigest = isMarking && view.digest?.readAt === null ? view.digest : null;
  if (isMarking)
    await markRead(
      client,
      path,
      unread.map(({ id }) => id),
    );
  if (newDigest) await client.send('POST', `${path}/digests/read`, { day: newDigest.day });
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: inboxLines(view, context),
    asides: isMarking ? markedWords(unread.length, newDigest !== null, say) : [],
  };
}

function markedWords(notices: number, digest: boolean, say: Context['say']): string[] {
  return [
    ...(digest ? [say('お知らせを既読にしました。', 'The digest was marked as read.')] : []),
    ...(notices > 0 ? [say(`${notices}件を既読にしました。`, `${notices} marked as read.`)] : []),
  ];
}

/** What the server takes at a time. */
const AT_ONCE = 200;

const noticePage = inboxView.transform(({ notices, ...view }) => ({ ...view, items: notices }));

/** Tasks come whole with every page; the notices of several pages are put together. */
async function readInbox(client: Client, path: string, most: number): Promise<InboxView> {
  const { page } = await readPages(client, noticePage, path, {}, most);
  const { items: notices, ...view } = page;
  return { ...view, notices };
}

async function markRead(client: Client, path: string, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    await client.send('POST', `${path}/read`, { ids: ids.slice(at, at + AT_ONCE) });
  }
}

function inboxLines(
  { setting, digest, tasks, notices, unread, nextCursor }: InboxView,
  { say, language }: Context,
): string[] {
  const taskRows = tasks.map((task) => [
    task.system,
    task.systemName[language],
    task.phaseLabel[language],
    task.postLabel[language],
    task.nextDeadline === null ? '' : deadlineWord(task.nextDeadline, language),
  ]);
  const noticeRows = notices.map((notice) => [
    notice.read ? '' : '●',
    instantWord(notice.recordedAt, language),
    notice.systemName[language],
    notice.message[language],
    notice.postLabel[language],
  ]);
  const heads = (...words: string[]) => words.map((head) => ({ head }));
  const told = digest === null ? [] : digestLines(digest, language);
  const [first, last] = digest?.readAt === null ? [told, []] : [[], told];
  return [
    settingWord(setting, language),
    ...first,
    '',
    say('対応待ち', 'Waiting for you'),
    ...tableLines(
      heads(
        say('システム', 'System'),
        say('名称', 'Name'),
        say('工程', 'Phase'),
        say('職', 'Post'),
        say('次の期限', 'Next deadline'),
      ),
      taskRows,
      say('ありません。', 'Nothing.'),
    ),
    '',
    say(`通知（未読 ${unread}件）`, `Notices (${unread} unread)`),
    ...tableLines(
      heads('', say('日時', 'When'), say('システム', 'System'), say('内容', 'What'), say('職', 'Post')),
      noticeRows,
      say('ありません。', 'Nothing.'),
    ),
    ...(nextCursor === null
      ? []
      : [say('続きがあります（--limit で増やせます）。', 'There are more: raise --limit.')]),
    ...last,
  ];
}

const deadlineFilter = {
  open: { ja: '未達成', en: 'open' },
  missed: { ja: '期限超過', en: 'missed' },
  all: { ja: 'すべて', en: 'all' },
};

async function deadlines(context: Context, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const day = (written: string) => readWholeDay(written);
  const query = {
    from: options.maybe(day, 'from'),
    to: options.maybe(day, 'to'),
    status: wordFrom(options.text('status') ?? 'open', deadlineFilter, '--status'),
    system: options.text('system'),
  };
  const path = `/programmes/${await context.programme()}/deadlines`;
  if (options.flag('ics') && options.flag('explain')) throw contraryOptions(['--ics', '--explain']);
  if (options.flag('ics')) return calendarFile(context, path, query, options);
  if (options.has('out'))
    throw idleOptions(['--out'], { ja: '--ics と一緒に指定します。', en: 'it goes with --ics.' });
  const { page } = await readPages(client, deadlinePage, path, query);
  if (options.flag('explain')) return explained(page, context);
  const columns = [
    say('期日', 'Due'),
    say('残り', 'Left'),
    say('状態', 'State'),
    say('システム', 'System'),
    say('期限', 'Deadline'),
    say('根拠', 'Basis'),
  ];
  const rows = page.items.map((row) => [
    [dayWord(row.dueOn, language), cautionWord(row, language)].filter((part) => part !== '').join(' '),
    daysLeftWord(row, language),
    deadlineWords[row.status][language],
    row.systemName[language],
    `${row.label[language]}${row.hard ? say('（厳守）', ' (hard)') : ''}${row.assumed === null ? '' : say('（仮定）', ' (assumed)')}`,
    row.basis,
  ]);
  const table = tableLines(
    columns.map((head) => ({ head })),
    rows,
    say('該当する期限はありません。', 'No deadline matches.'),
  );
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [settingWord(page.setting, language), '', ...table],
  };
}

const assumedLine = ({ ja, en }: ReturnType<typeof textOfBoth>, say: Context['say']): string =>
  say(`  ・仮定：${ja}`, `  ・assumed: ${en}`);

/** Each deadline with how its date comes about. */
function explained(page: z.infer<typeof deadlinePage>, { say, language }: Context): Answer {
  const lines = page.items.flatMap((row) => [
    '',
    `${row.systemName[language]}  ${row.label[language]}  [${row.system} ${row.deadline}]`,
    say(`  期日  ${dueWord(row, language)}`, `  due    ${dueWord(row, language)}`),
    say(`  根拠  ${row.basis}`, `  basis  ${row.basis}`),
    ...row.derivation.map((part) => `  ・${part[language]}`),
    ...(row.assumed === null ? [] : [assumedLine(textOfBoth(row.assumed), say)]),
  ]);
  const nothing = ['', say('該当する期限はありません。', 'No deadline matches.')];
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [settingWord(page.setting, language), ...(lines.length === 0 ? nothing : lines)].map(visible),
  };
}

const dueWord = (row: DeadlineView, language: Language): string =>
  [
    row.dueAt === null ? '' : instantWord(row.dueAt, language),
    daysLeftWord(row, language),
    deadlineWords[row.status][language],
  ]
    .filter((part) => part !== '')
    .join('  ');

async function calendarFile(context: Context, path: string, query: Query, options: Options): Promise<Answer> {
  if (context.json && !options.has('out')) throw contraryOptions(['--ics', '--json']);
  return document(context, `${path}.ics`, { ...query, lang: context.language }, options);
}

export const listCommands: CommandSpec[] = [
  {
    usage: 'inbox',
    text: { ja: '自分の対応待ちと通知', en: 'what waits for you, and notices' },
    options: [
      limitOption,
      option('--read', '表示したお知らせと通知を既読にする', 'mark what is shown as read'),
    ],
    examples: [
      example(
        'sekimori inbox --as ACCOUNT',
        '演習で、ほかのアカウントの受信箱を見る',
        'in a rehearsal, of another account',
      ),
    ],
    run: (context, _args, options) => inbox(context, options),
  },
  {
    usage: 'deadlines',
    text: { ja: '期限の一覧', en: 'deadlines' },
    options: [
      option('--from <date>', 'この日以後', 'from this day on'),
      option('--to <date>', 'この日以前', 'up to this day'),
      option('--status <word>', 'open（未達成。既定）／ missed ／ all', 'open (default), missed or all'),
      option('--system <system>', 'このシステムだけ', 'only this system'),
      option(
        '--explain',
        '一件ずつ、期日の数え方と条文を示す',
        'each with how its date is counted, and the articles',
      ),
      option('--ics', 'カレンダーのファイル（iCalendar）で', 'as a calendar file (iCalendar)'),
      outOption,
    ],
    examples: [
      example(
        'sekimori deadlines --to 令和6年3月末',
        '年度末までの期限',
        'due by the end of the fiscal year',
      ),
      example(
        'sekimori deadlines --system juki --explain',
        'そのシステムの期日がどう数えられたか',
        'how the dates of that system are counted',
      ),
      example('sekimori deadlines --status missed', '期限を過ぎたもの', 'what was missed'),
      example(
        'sekimori deadlines --ics --out 期限.ics',
        'カレンダーで開けるファイルに書き出す',
        'a file that a calendar opens',
      ),
    ],
    run: (context, _args, options) => deadlines(context, options),
  },
];
