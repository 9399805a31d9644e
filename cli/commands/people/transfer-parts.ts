// A transfer over several programmes: one preview in each, then one entry in each. Nothing is recorded anywhere while one of them refuses
// the list; what fails while recording leaves the others right, and the same again finishes it.
import type { TransferPreview } from '../../../server/contract/posts.ts';
import type { Context } from '../../context.ts';
import { CommandFailure, failureLines, failureValue, orFailure } from '../../failure.ts';
import type { Answer } from '../../print/answer.ts';
import { type AskedTransfer, applied, appliedLine, previewed } from './transfer-asked.ts';
import { previewLines } from './transfer-lines.ts';

type Applied = Awaited<ReturnType<typeof applied>>;
interface Part {
  code: string;
  found: TransferPreview | Applied | CommandFailure;
}

export async function transferInParts(
  context: Context,
  asked: AskedTransfer,
  codes: readonly string[],
  applies: boolean,
): Promise<Answer> {
  const parts: Part[] = [];
  for (const code of codes) parts.push({ code, found: await lookedAt(context, asked, code, applies) });
  refuseUnnamed(parts, codes);
  const isSound = parts.every(({ found }) => !(found instanceof CommandFailure));
  if (!applies || !isSound) return answer(context, parts, asked, applies && !isSound);
  const done: Part[] = [];
  for (const part of parts) done.push(await recorded(context, asked, part));
  return answer(context, done, asked, false);
}

/** A list that is recorded already says nothing more: that it is, answers in the place of its preview. */
async function lookedAt(
  context: Context,
  asked: AskedTransfer,
  code: string,
  applies: boolean,
): Promise<Part['found']> {
  const preview = await orFailure(() => previewed(context, asked, code));
  if (!applies || !(preview instanceof CommandFailure)) return preview;
  // Only a list that is recorded is taken now: what its preview refuses, the recording refuses by the same rules.
  const before = await orFailure(() => applied(context, asked, code));
  return before instanceof CommandFailure ? preview : before;
}

async function recorded(context: Context, asked: AskedTransfer, { code, found }: Part): Promise<Part> {
  if (found instanceof CommandFailure || 'repeated' in found) return { code, found };
  return { code, found: await orFailure(() => applied(context, asked, code)) };
}

/** Each row of the list is of a programme that is named: none is passed over in silence. */
function refuseUnnamed(parts: readonly Part[], codes: readonly string[]): void {
  const others = parts.flatMap(({ found }) => ('elsewhere' in found ? found.elsewhere : []));
  const unnamed = [...new Set(others)].filter((other) => !codes.includes(other));
  if (unnamed.length === 0) return;
  throw new CommandFailure('refused', {
    ja: `一覧に、--in で指定していない計画の行があります（${unnamed.join('、')}）。何も記録していません。`,
    en: `The list has rows of programmes that --in does not name (${unnamed.join(', ')}). Nothing was recorded.`,
  });
}

function answer(context: Context, parts: readonly Part[], asked: AskedTransfer, stopped: boolean): Answer {
  const { say } = context;
  const failed = parts.flatMap(({ found }) => (found instanceof CommandFailure ? [found] : []));
  const [first] = failed;
  const recordedSome = parts.some(({ found }) => 'repeated' in found);
  const last = stopped
    ? [
        say(
          '直してから、もう一度実行してください。これより先は何も記録していません。',
          'Put it right and run it again. Nothing more was recorded.',
        ),
      ]
    : first && recordedSome
      ? [
          say(
            '残りは、同じものをもう一度実行すると記録されます。',
            'Run the same again to record what is left.',
          ),
        ]
      : [];
  return {
    kind: 'value',
    value: {
      requestId: asked.requestId,
      parts: parts.map(({ code, found }) => ({
        programme: code,
        ...(found instanceof CommandFailure ? { problem: failureValue(found) } : { answer: found }),
      })),
    },
    rehearsal: parts.some(({ found }) => 'setting' in found && found.setting.rehearsal),
    lines: [...parts.flatMap((part) => partLines(context, part)), ...last],
    ...(first ? { endsAs: first.kind } : {}),
  };
}

function partLines(context: Context, { code, found }: Part): string[] {
  if (found instanceof CommandFailure) return [`■ ${code}`, ...failureLines(found, context.language), ''];
  const lines = 'repeated' in found ? [appliedLine(found, context)] : previewLines(found, context);
  return [`■ ${code}`, ...lines, ''];
}
