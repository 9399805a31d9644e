// Sends one act to a system: picks the post to act in, rests on a fresh sight of the system, and says what came of it.
import { randomUUID } from 'node:crypto';
import { sameName } from '../machines/values/names/name.ts';
import { readDay } from '../machines/values/read-day.ts';
import { readCount } from '../machines/values/score.ts';
import type { ActType } from '../server/contract/asked.ts';
import { submitted } from '../server/contract/entries.ts';
import type { ExplanationView } from '../server/contract/migrations/explanation.ts';
import type { SystemView } from '../server/contract/migrations/system.ts';
import { type EffectView, effectView } from '../server/contract/planning/schedule.ts';
import type { Me } from '../server/contract/programmes.ts';
import { answersOf } from './asked.ts';
import { type OptionSpec, option } from './command-spec.ts';
import { readExplanation, readSystem, systemPath, withoutPost } from './commands/show.ts';
import type { Context } from './context.ts';
import { CommandFailure, orFailure } from './failure.ts';
import type { Options } from './options.ts';
import type { Answer } from './print/answer.ts';
import { stateWord } from './print/board-lines.ts';

export const actOptions: OptionSpec[] = [
  option(
    '--post <post>',
    'どの職として行うか（省略時は、行える職が一つならそれ）',
    'the post to act in (found when only one fits)',
  ),
  option('--on <date>', '決裁日など、実際に行われた日（省略時は今日）', 'when it happened (default: today)'),
  option(
    '--seen <n>',
    '見ていた版（古ければ受け付けられない。省略時は最新）',
    'the version you saw (default: the current one)',
  ),
  option(
    '--request-id <id>',
    '依頼番号（同じ番号は一度だけ記録される）',
    'request id: the same one is recorded once only',
  ),
];

/** What a fact has besides its answers: what the command names by an argument. Made from a fresh sight of the system. */
export type Named = (explanation: ExplanationView) => Record<string, unknown>;

type Post = Me['posts'][number];

interface Besides {
  inPost?: string | undefined;
  /** The version that was shown, where none is said. */
  seen?: number;
}

export async function act(
  context: Context,
  system: string,
  options: Options,
  type: ActType,
  named: Named = () => ({}),
  { inPost, seen: shown }: Besides = {},
): Promise<Answer> {
  const answers = answersOf(type, options);
  const seen = options.maybe(readCount, 'seen') ?? shown;
  const on = options.maybe((written) => readDay(written), 'on');
  const held = await postsHeld(context, system);
  const written = options.text('post');
  const asked = written === undefined ? inPost : postNamed(held, written);
  const explanation = await readExplanation(context, system, asked ?? held[0]?.post);
  const post = asked ?? (await choosePost(context, system, held, explanation, type));
  const requestId = options.text('requestId') ?? `cli/${randomUUID()}`;
  const body = {
    fact: { type, ...answers, ...named(explanation) },
    post,
    occurredOn: on ?? explanation.setting.today,
    requestId,
    seenVersion: seen ?? explanation.version,
  };
  const path = await systemPath(context, system);
  const against = await cautionsOf(context, path, body);
  const result = await context.client.post(submitted, `${path}/events`, body).catch(withRequestId(requestId));
  const cautions = result.repeated ? [] : against;
  const after = context.json ? null : await orFailure(() => readSystem(context, system));
  return {
    kind: 'value',
    value: { ...result, requestId, post, cautions },
    rehearsal: result.setting.rehearsal,
    lines: [
      ...cautions.map(({ message }) => context.say(`ご注意: ${message.ja}`, `Mind: ${message.en}`)),
      ...outcomeLines(context, result, requestId, after instanceof CommandFailure ? null : after),
    ],
    asides: after instanceof CommandFailure ? [unknownSince(after, context)] : [],
  };
}

/** What speaks against it and does not stop it, as it stands before it is recorded. Why it may not be done at all, the act itself is told. */
async function cautionsOf(context: Context, path: string, body: object): Promise<EffectView['cautions']> {
  const effect = await orFailure(() => context.client.post(effectView, `${path}/effect`, body));
  return effect instanceof CommandFailure ? [] : effect.cautions;
}

const unknownSince = ({ text }: CommandFailure, { say }: Context): string =>
  say(
    `記録は済んでいます。そのあとの状況は読めませんでした（${text.ja}）`,
    `It is recorded; how the system stands since then could not be read (${text.en})`,
  );

/** A post held, by its id or what it is called; anything else is the server's to refuse. */
const postNamed = (held: readonly Post[], written: string): string =>
  held.find(
    ({ post, label }) => post === written || sameName(label.ja, written) || sameName(label.en, written),
  )?.post ?? written;

async function postsHeld(context: Context, system: string): Promise<Post[]> {
  const code = await context.programme();
  const { posts } = await context.me();
  const held = posts.filter(
    (post) => post.programme === code && (post.system === null || post.system === system),
  );
  if (held.length === 0) throw withoutPost();
  return held;
}

/** The one post held that may do this; where several may, the one in which it would be accepted now. */
async function choosePost(
  context: Context,
  system: string,
  held: readonly Post[],
  explanation: ExplanationView,
  type: string,
): Promise<string> {
  const [only] = held;
  if (only && new Set(held.map(({ post }) => post)).size === 1) return only.post;
  const described = explanation.acts.find((candidate) => candidate.type === type);
  const fitting = held.filter(({ post }) => described?.who.some((who) => who.post === post));
  // With no post that fits, the machine's own refusal says who may: any post held is as good to ask in.
  if (described && fitting.length === 0 && only) return only.post;
  const candidates = described ? fitting : held;
  const allowed: Post[] = [];
  for (const candidate of candidates.length > 1 ? candidates : []) {
    const { acts } = await readExplanation(context, system, candidate.post);
    if (acts.some((shown) => shown.type === type && shown.allowed)) allowed.push(candidate);
  }
  const choice = allowed.length === 1 ? allowed : candidates;
  if (choice.length === 1 && choice[0]) return choice[0].post;
  throw severalPosts(choice);
}

function severalPosts(posts: readonly Post[]): CommandFailure {
  return new CommandFailure('wrongUse', {
    ja: `行える職が複数あります。--post で選んでください：${posts.map(({ post, label }) => `${post}（${label.ja}）`).join('、')}`,
    en: `Several of your posts may do this. Choose one with --post: ${posts.map(({ post, label }) => `${post} (${label.en})`).join(', ')}`,
  });
}

/** An act that may or may not have been recorded is asked for again under the same id. */
export const withRequestId =
  (requestId: string) =>
  (error: unknown): never => {
    if (!(error instanceof CommandFailure) || error.kind !== 'unreachable') throw error;
    throw new CommandFailure(
      'unreachable',
      {
        ja: `${error.text.ja}\n記録されたかどうかは分かりません。同じ内容に --request-id ${requestId} を付けて、もう一度実行してください（二重には記録されません）。`,
        en: `${error.text.en}\nWhether it was recorded is not known. Run it again with --request-id ${requestId}: it is never recorded twice.`,
      },
      error.problem,
    );
  };

function outcomeLines(
  context: Context,
  result: { seq: number; hash: string; repeated: boolean },
  requestId: string,
  after: SystemView | null,
): string[] {
  const { say } = context;
  const said = result.repeated
    ? say(
        `この依頼番号は既に第${result.seq}件として記録されています（新しくは記録していません）。`,
        `This request id is already recorded as entry ${result.seq}; nothing was added.`,
      )
    : say(`記録しました（第${result.seq}件）。`, `Recorded as entry ${result.seq}.`);
  return [
    said,
    ...(after === null ? [] : [situationLine(after, context)]),
    say(`依頼番号 ${requestId}`, `request id ${requestId}`),
    `SHA-256 ${result.hash}`,
  ];
}

function situationLine({ row }: SystemView, { say, language }: Context): string {
  const waiting = row.waitingFor.map(({ label }) => label[language]).join(say('、', ', '));
  return `${row.name[language]}  ${row.phaseLabel[language]} ${row.phaseIndex + 1}/${row.phaseCount}  ${stateWord(row, language)}${waiting === '' ? '' : say(`  対応待ち：${waiting}`, `  waits for: ${waiting}`)}`;
}

/** The phase the path stands in, as the explanation names it. */
export function currentPhase({ acts }: ExplanationView): string {
  return acts.find(({ type }) => type === 'phase.submitted')?.phase ?? '';
}
