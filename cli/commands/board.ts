// `status` and `as-of`: the board now, and board or system on a past day.
import { readWholeDay } from '../../machines/values/read-day.ts';
import { type BoardPage, boardPage } from '../../server/contract/migrations/board.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import { flagsGiven } from '../commander-options.ts';
import type { Context } from '../context.ts';
import { type Options, wordFrom } from '../options.ts';
import { readPages } from '../pages.ts';
import type { Answer } from '../print/answer.ts';
import { boardLines } from '../print/board-lines.ts';
import { activityWords, regimeWords } from '../print/words.ts';
import type { Query } from '../session/client.ts';
import { idleOptions } from '../wrong-use.ts';
import { systemAnswer } from './show.ts';

const filters = [
  option('--wave <wave>', '期で絞る（id か名前）', 'only this wave, by id or name'),
  option('--phase <phase>', '工程で絞る（id か名前）', 'only this phase, by id or name'),
  option(
    '--activity <word>',
    '進行で絞る（active / onHold / cancelled / retired）',
    'active, onHold, cancelled or retired',
  ),
  option('--regime <word>', '移行期限の区分で絞る', 'standard, candidate, applied or designated'),
  option('--overdue', '期限を過ぎたものだけ', 'only what is overdue'),
  option(
    '--waiting-for <post>',
    'この職の対応を待つものだけ（id か名前）',
    'only what waits for this post, by id or name',
  ),
  option('--find <words>', '名称・業務から探す', 'search in names and businesses'),
];

function boardQueryOf(options: Options): Query {
  const activity = options.text('activity');
  const regime = options.text('regime');
  return {
    wave: options.text('wave'),
    phase: options.text('phase'),
    activity: activity === undefined ? undefined : wordFrom(activity, activityWords, '--activity'),
    regime: regime === undefined ? undefined : wordFrom(regime, regimeWords, '--regime'),
    overdue: options.flag('overdue') ? 'true' : undefined,
    waitingFor: options.text('waitingFor'),
    q: options.text('find'),
  };
}

async function board(context: Context, query: Query): Promise<Answer> {
  const { client, language } = context;
  const path = `/programmes/${await context.programme()}/systems`;
  const { page }: { page: BoardPage } = await readPages(client, boardPage, path, query);
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: boardLines(page, language),
  };
}

/** `occurred` unless asked otherwise. */
export function pastFrom(options: Options, written: string | undefined): Query {
  if (written === undefined) {
    if (options.has('by'))
      throw idleOptions(['--by'], { ja: '--as-of がありません。', en: 'there is no --as-of.' });
    return {};
  }
  const by = options.text('by') ?? 'occurred';
  const words = {
    occurred: { ja: '発生', en: 'occurred' },
    recorded: { ja: '記録', en: 'recorded' },
  };
  return { asOf: options.read((day) => readWholeDay(day), written), by: wordFrom(by, words, '--by') };
}

export const byOption = option(
  '--by <which>',
  'どちらの日付で見るか：occurred（その日に実際にそうだったこと。月だけの日付は、その月の末日（記録した日が先ならその日）で数える。既定）／ recorded（その日までに記録されていたこと）',
  'occurred: what was true on that day, a month counting from its last day or from the day within it on which it was recorded (default); recorded: what was known on that day',
);

export const boardCommands: CommandSpec[] = [
  {
    usage: 'status',
    text: { ja: '全システムの進捗一覧', en: 'the board: where every system stands' },
    options: filters,
    examples: [
      example('sekimori status', '全システムの一覧', 'every system'),
      example('sekimori status --overdue', '期限を過ぎたシステム', 'what is overdue'),
    ],
    run: (context, _args, options) => board(context, boardQueryOf(options)),
  },
  {
    usage: 'as-of <date> [system]',
    text: {
      ja: '過去のある日の一覧（絞込みは一覧だけ）、または1システムの状況',
      en: 'the board (filters are its own), or one system, on a past day',
    },
    options: [...filters, byOption],
    examples: [
      example('sekimori as-of 2023-10-31', '令和5年10月31日の一覧', 'the board of that day'),
      example('sekimori as-of 令和5年10月末 juki', '同日の1システム', 'one system on that day'),
      example(
        'sekimori as-of R5.10.31 --by recorded',
        'その日までに記録されていた内容',
        'what was known by then',
      ),
    ],
    run: (context, args, options) => {
      const past = pastFrom(options, argument(args, 0));
      const system = args[1];
      if (system === undefined) return board(context, { ...boardQueryOf(options), ...past });
      const idle = flagsGiven(filters, options);
      if (idle.length > 0)
        throw idleOptions(idle, { ja: '1システムだけを見ています。', en: 'one system is asked for.' });
      return systemAnswer(context, system, past);
    },
  },
];
