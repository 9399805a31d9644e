// `correct`: an entry says something wrong, or should not have been. Proposed with what should have stood, and decided by another.
import { readDay } from '../../machines/values/read-day.ts';
import { readCount } from '../../machines/values/score.ts';
import { type CorrectionDraft, correctionDraft } from '../../server/contract/corrections.ts';
import { act, actOptions } from '../act.ts';
import { actCommand } from '../act-command.ts';
import { answersSet, askedOptions } from '../asked.ts';
import { argument, type CommandSpec, example, option } from '../command-spec.ts';
import type { Context } from '../context.ts';
import { CommandFailure } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Answer } from '../print/answer.ts';
import { decidedLines, proposalLines } from '../print/correction-lines.ts';
import { systemPath } from './show.ts';

const entryNumber = (args: readonly string[], options: Options): number =>
  options.read(readCount, argument(args, 1));

/** Who is said to have done it: `account=name`, and another post where it was one. */
function actorFrom({ was: { actor } }: CorrectionDraft, options: Options): CorrectionDraft['was']['actor'] {
  const [written, post] = [options.text('by'), options.text('byPost') ?? actor.post];
  if (written === undefined) return { ...actor, post };
  const [account = '', name = '', ...more] = written.split(/[=＝]/u).map((part) => part.trim());
  // By which grant another acted, and in whose stead, nobody says here.
  const { grant: _theirs, deputy: _stead, ...rest } = actor;
  if (account !== '' && name !== '' && more.length === 0) return { ...rest, account, name, post };
  throw new CommandFailure('wrongUse', {
    ja: `--by には「アカウント=氏名」の形で指定してください（「${written}」）。`,
    en: `--by takes account=name, not "${written}".`,
  });
}

function shouldFrom(draft: CorrectionDraft, options: Options) {
  if (options.flag('void')) return null;
  const { fact, occurredOn } = draft.was;
  const day = options.maybe((written) => readDay(written), 'day');
  return {
    fact: { ...fact, ...answersSet(fact, options) },
    occurredOn: day ?? occurredOn,
    actor: actorFrom(draft, options),
  };
}

/** One or the other: what should have stood, or that it should not have been. */
function refuseUnclear(options: Options): void {
  const says = ['set', 'day', 'by', 'byPost'].some((name) => options.has(name));
  if (says !== options.flag('void')) return;
  throw new CommandFailure('wrongUse', {
    ja: '正しい内容（--set・--day・--by）か、取消し（--void）の、どちらか一方を指定してください。',
    en: 'Say what should have stood (--set, --day, --by), or --void: one of the two.',
  });
}

async function correct(context: Context, args: readonly string[], options: Options): Promise<Answer> {
  refuseUnclear(options);
  const [system, entry] = [argument(args, 0), entryNumber(args, options)];
  const code = await context.programme();
  // The programme's own chain goes by its code: the answer says what is the way there.
  const base = system === code ? `/programmes/${code}` : await systemPath(context, system);
  const path = `${base}/entries/${entry}/correction`;
  const draft = await context.client.get(correctionDraft, path);
  const pair = { entry, was: draft.was, should: shouldFrom(draft, options) };
  return act(context, system, options, 'correction.proposed', () => pair);
}

async function draftAt(
  context: Context,
  args: readonly string[],
  options: Options,
): Promise<CorrectionDraft> {
  const path = `${await systemPath(context, argument(args, 0))}/entries/${entryNumber(args, options)}/correction`;
  return context.client.get(correctionDraft, path);
}

type Decision = 'correction.approved' | 'correction.dismissed' | 'correction.withdrawn';

/** Both sides and the reason are printed before it is recorded, and it rests on the version in which they stood so. */
function decision(name: string, sends: Decision, text: CommandSpec['text']): CommandSpec {
  const entry = (args: readonly string[], options: Options) => ({ entry: entryNumber(args, options) });
  return {
    ...actCommand({ usage: `${name} <system> <entry>`, sends, text }),
    async run(context, args, options) {
      const draft = await draftAt(context, args, options);
      if (!context.json) for (const line of proposalLines(draft, context.language)) context.emit(line, line);
      const answer = await act(context, argument(args, 0), options, sends, () => entry(args, options), {
        seen: draft.version,
      });
      return answer.kind === 'value' && draft.open
        ? { ...answer, value: { ...Object(answer.value), stands: draft.stands, open: draft.open } }
        : answer;
    },
  };
}

const shown: CommandSpec = {
  usage: 'show <system> <entry>',
  text: {
    ja: '記録の訂正の内容（今の内容、申出中の訂正、これまでの訂正）を見る',
    en: 'what stands in an entry, what is proposed for it, and what was decided: nothing is recorded',
  },
  examples: [example('sekimori correct show juki 9', '決める前に見る', 'look before deciding')],
  async run(context, args, options) {
    const draft = await draftAt(context, args, options);
    return {
      kind: 'value',
      value: draft,
      rehearsal: draft.setting.rehearsal,
      lines: [...decidedLines(draft, context.language), ...proposalLines(draft, context.language)],
    };
  },
};

export const correctCommands: CommandSpec[] = [
  {
    usage: 'correct <system> <entry>',
    sends: 'correction.proposed',
    text: {
      ja: '記録の訂正・取消しを申し出る（別の人の承認で有効になる。元の記録も残る）',
      en: 'propose to correct or void an entry: it counts once another person approves; both stay visible',
    },
    options: [
      option(
        '--set <field=value>',
        '正しい内容（登録のときのオプション名=値。例：total=1000、amount=R5=1000。繰り返し指定）',
        'what should have stood, by the option that recorded it (total=1000, amount=R5=1000); may be repeated',
        'list',
      ),
      option('--day <date>', '正しい発生日', 'the day on which it really happened'),
      option('--by <account=name>', '実際に行った人', 'who really did it'),
      option('--by-post <post>', '実際に行った人の職', 'the post in which they did it'),
      option('--void', '取り消す（あるべきでなかった記録）', 'void it: it should not have been at all'),
      ...askedOptions('correction.proposed'),
      ...actOptions,
    ],
    examples: [
      example(
        'sekimori correct shougai 12 --set amount=R6=164115710 --set total=295447229 --reason 桁の誤り',
        '契約の金額を訂正する（番号は log で分かる）',
        "correct a contract's amounts; log shows the numbers",
      ),
      example(
        'sekimori correct juki 9 --day R5.11.20 --reason 決裁日の誤り',
        '発生日を訂正する',
        'correct the day',
      ),
      example(
        'sekimori correct juki 9 --void --reason 別のシステムの記録',
        '記録を取り消す',
        'void an entry',
      ),
      example(
        'sekimori correct approve juki 9',
        '両方の内容を示したうえで、申し出を承認する',
        'approve the proposal; both sides are printed first',
      ),
    ],
    run: correct,
    subcommands: [
      shown,
      decision('approve', 'correction.approved', {
        ja: '訂正・取消しの申し出を承認する',
        en: 'approve the proposal',
      }),
      decision('dismiss', 'correction.dismissed', {
        ja: '訂正・取消しの申し出を却下する',
        en: 'dismiss the proposal',
      }),
      decision('withdraw', 'correction.withdrawn', {
        ja: '自分の申し出を取り下げる',
        en: 'take your own proposal back',
      }),
    ],
  },
];
