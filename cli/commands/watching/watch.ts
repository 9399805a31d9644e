// `watch`: says what moves in a programme as it moves: for a screen on the wall, and for scripts that wait.
import { setTimeout as pause } from 'node:timers/promises';
import { readCount } from '../../../machines/values/score.ts';
import { boardPage } from '../../../server/contract/migrations/board.ts';
import { type ChangeView, changesTold, endTold } from '../../../server/contract/telling/changes.ts';
import { createEventReader, type StreamEvent } from '../../../server/contract/telling/event-reader.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import type { Options } from '../../options.ts';
import { readPages } from '../../pages.ts';
import type { Answer } from '../../print/answer.ts';
import { instantWord } from '../../print/words.ts';

const AGAIN_MS = 2_000;
const ALL = 10_000;

interface Watch {
  context: Context;
  code: string;
  /** Systems by name. */
  names: ReadonlyMap<string, string>;
  /** How many more are said; null: until it is ended. */
  left: number | null;
  /** How far it has heard. */
  mark: string | null;
  /** Whether it has been told from where it hears: what a stream begins with is no gap, whatever else came before. */
  isUnderWay: boolean;
}

/** `watch 131121` and `watch --programme 131121` mean the same. */
async function watch(context: Context, given: string | undefined, options: Options): Promise<Answer> {
  const code = given === undefined ? await context.programme() : encodeURIComponent(given);
  const asked = options.text('count');
  const left = asked === undefined ? null : options.read(readCount, asked);
  const watching: Watch = {
    context,
    code,
    names: await namesOf(context, code),
    left,
    mark: null,
    isUnderWay: false,
  };
  while (watching.left === null || watching.left > 0) {
    await once(watching).catch(unlessCut(watching));
    if (watching.left !== 0) await pause(AGAIN_MS);
  }
  return { kind: 'said' };
}

/** One that was heard before is gone on with; the first must be reached. */
const unlessCut =
  ({ mark }: Watch) =>
  (error: unknown): void => {
    const isCut = error instanceof CommandFailure && error.kind === 'unreachable' && mark !== null;
    if (!isCut) throw error;
  };

async function namesOf({ client, language }: Context, code: string): Promise<ReadonlyMap<string, string>> {
  const { page } = await readPages(client, boardPage, `/programmes/${code}/systems`, {}, ALL);
  return new Map(page.items.map(({ system, name }) => [system, name[language]]));
}

async function once(watching: Watch): Promise<void> {
  const { context, code, mark } = watching;
  const read = createEventReader();
  const sent = mark === null ? {} : { 'Last-Event-ID': mark };
  for await (const piece of context.client.stream(`/programmes/${code}/changes`, sent)) {
    for (const event of read(piece)) hear(watching, event);
    if (watching.left === 0) return;
  }
}

/** @throws CommandFailure once the reader may be told nothing any more */
function hear(watching: Watch, { event, id, data }: StreamEvent): void {
  const { say } = watching.context;
  const { isUnderWay } = watching;
  watching.mark = id;
  watching.isUnderWay ||= event === 'all' || event === 'change';
  if (event === 'change') for (const one of changesTold.parse(data).items) emit(watching, one);
  if (event === 'all' && isUnderWay) emit(watching, null);
  if (event === 'ended') {
    const { code } = endTold.parse(data);
    throw new CommandFailure(code === 'notReady' ? 'unreachable' : 'refused', {
      ja: `知らせが終わりました（${say('理由', 'reason')}：${code}）。`,
      en: `No more is told (${code}).`,
    });
  }
}

function emit(watching: Watch, one: ChangeView | null): void {
  if (watching.left === 0) return;
  if (watching.left !== null) watching.left -= 1;
  const { context, names } = watching;
  const { say, language } = context;
  const at = new Date().toISOString();
  const of = one?.system ? (names.get(one.system) ?? one.system) : say('計画全体', 'the programme');
  const what =
    one === null
      ? say('途切れていたあいだに、変わったかもしれません。', 'There was a gap: anything may have moved.')
      : say(`${of}　${one.seq} 番が記録されました`, `${of}: entry ${one.seq} was recorded`);
  context.emit({ at, all: one === null, ...one }, `${instantWord(at, language)}  ${what}`);
}

export const watchCommand: CommandSpec = {
  usage: 'watch [code]',
  text: {
    ja: '変わったことを、そのたびに1行で知らせる（Ctrl-C で終わる）',
    en: 'says what moves, a line each as it moves (end it with Ctrl-C)',
  },
  options: [option('--count <count>', 'この件数を知らせたら終わる', 'ends once so many were said')],
  examples: [
    example('sekimori watch', '変わるたびに1行', 'a line whenever something moves'),
    example('sekimori watch 131121 --json', '1行に JSON の値を一つ', 'one JSON value a line'),
    example(
      'sekimori watch --count 1 && sekimori status',
      '何か変わるまで待つ',
      'waits until something moves',
    ),
  ],
  run: (context, args, options) => watch(context, args[0], options),
};
