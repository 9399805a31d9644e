// `amendments`: those of the programme, one with what it would do now, and how it is decided.
import { formatEraShort } from '../../../machines/values/era.ts';
import {
  type AmendmentView,
  amendmentList,
  type OneAmendment,
  oneAmendment,
} from '../../../server/contract/amendments.ts';
import { submitted } from '../../../server/contract/entries.ts';
import { argument, type CommandSpec, example, type OptionSpec, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import { fromOne } from '../../from-one.ts';
import type { Options } from '../../options.ts';
import { adoptionLines } from '../../print/adoption-lines.ts';
import { differenceLines } from '../../print/amending/difference-lines.ts';
import { previewLines } from '../../print/amendment-lines.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { inFittingPost } from '../../session/fitting-post.ts';

async function list(context: Context): Promise<Answer> {
  const { say, language, client } = context;
  const code = await context.programme();
  const found = await client.get(amendmentList, `/programmes/${code}/amendments`);
  const rows = found.items.map(({ number, statusText, version, by, on, reason }) => [
    String(number),
    statusText[language],
    String(version),
    language === 'ja' ? formatEraShort(on) : on,
    by.name,
    reason,
  ]);
  const heads = [
    { head: say('番号', 'No.'), right: true },
    { head: say('状況', 'Status') },
    { head: say('版', 'Version'), right: true },
    { head: say('提案日', 'Proposed') },
    { head: say('提案者', 'By') },
    { head: say('理由', 'Reason') },
  ];
  const nothing = say('改定はまだありません。', 'There are no amendments yet.');
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [
      say(`今の計画は第${found.version}版です。`, `Version ${found.version} is in force.`),
      ...tableLines(heads, rows, nothing),
    ],
  };
}

async function show(context: Context, number: number): Promise<Answer> {
  const code = await context.programme();
  const found = await context.client.get(oneAmendment, `/programmes/${code}/amendments/${number}`);
  return {
    kind: 'value',
    value: found,
    rehearsal: found.setting.rehearsal,
    lines: [
      ...amendmentLines(found.amendment, context),
      ...(found.preview ? previewLines(found.preview, context) : changedLines(found, context)),
      ...(found.adoption ? adoptionLines(found.adoption, context) : []),
    ],
  };
}

function changedLines({ differences }: OneAmendment, context: Context): string[] {
  if (differences.length === 0) return [];
  const lines = differences.flatMap((one) => differenceLines(one, { migrations: [] }, context));
  return [context.say('変わるところ：', 'What it changes:'), ...lines];
}

function amendmentLines(amendment: AmendmentView, { say, language }: Context): string[] {
  const { number, statusText, version, reason, by, on, fromOn, votes, missing, approvers, ended } = amendment;
  const day = (given: string) => (language === 'ja' ? formatEraShort(given) : given);
  const who = approvers.map(({ label }) => label[language]).join('、');
  return [
    say(
      `改定 ${number}（第${version}版）  ${statusText.ja}`,
      `Amendment ${number} (version ${version})  ${statusText.en}`,
    ),
    say(
      `提案: ${by.name}（${by.postLabel.ja}） ${day(on)}`,
      `Proposed by ${by.name} (${by.postLabel.en}) on ${day(on)}`,
    ),
    say(`理由: ${reason}`, `Reason: ${reason}`),
    ...(fromOn === null ? [] : [say(`適用日: ${day(fromOn)}`, `To be adopted on ${day(fromOn)}`)]),
    ...votes.map((vote) =>
      say(
        `承認: ${vote.name}（${vote.postLabel.ja}） ${day(vote.on)}`,
        `Approved by ${vote.name} (${vote.postLabel.en}) on ${day(vote.on)}`,
      ),
    ),
    ...(missing > 0
      ? [say(`あと${missing}名の承認が要ります（${who}）。`, `${missing} more must approve (${who}).`)]
      : []),
    ...(ended
      ? [
          say(
            `${statusText.ja}: ${ended.by.name} ${day(ended.on)}（${ended.reason}）`,
            `${statusText.en} by ${ended.by.name} on ${day(ended.on)} (${ended.reason})`,
          ),
        ]
      : []),
  ];
}

type Deciding = 'approved' | 'returned' | 'withdrawn';

async function decide(context: Context, number: number, options: Options, how: Deciding): Promise<Answer> {
  const { say, client } = context;
  const code = await context.programme();
  const { setting } = await client.get(amendmentList, `/programmes/${code}/amendments`);
  const [reason, note] = [options.text('reason'), options.text('note')];
  const said = how === 'approved' ? (note === undefined ? {} : { note }) : { reason };
  const fact = { type: `amendment.${how}`, amendment: number, ...said };
  const body = { fact, occurredOn: setting.today, seenVersion: 0 };
  const { answer: done, requestId } = await inFittingPost(context, options, code, (sent) =>
    client.post(submitted, `/programmes/${code}/events`, { ...body, ...sent }),
  );
  const words = {
    approved: say('承認しました。', 'Approved.'),
    returned: say('差し戻しました。', 'Returned.'),
    withdrawn: say('取り下げました。', 'Withdrawn.'),
  };
  const after = await show(context, number);
  const lines = after.kind === 'value' ? after.lines.slice(0, 1) : [];
  return {
    kind: 'value',
    value: { ...done, requestId },
    rehearsal: setting.rehearsal,
    lines: [words[how], ...lines],
  };
}

const numberFrom = (args: readonly string[], options: Options): number =>
  fromOne(argument(args, 0), options, { ja: '改定の番号', en: 'The number of an amendment' });

const sending: OptionSpec[] = [
  option('--post <post>', 'どの職として行うか', 'the post to act in'),
  option('--request-id <id>', '依頼番号', 'request id'),
];
const why = option('--reason <text>', '理由', 'why', 'required');

export const amendmentsCommand: CommandSpec = {
  usage: 'amendments',
  text: { ja: '計画の改定の一覧、承認、差戻し', en: 'amendments: list, look at, approve, return' },
  examples: [
    example('sekimori amendments', '改定の一覧', 'the list'),
    example(
      'sekimori amendments show 12',
      '何がどう変わるか、誰の承認が要るか',
      'what it does and who must approve it',
    ),
    example('sekimori amendments approve 12', '承認する', 'approve it'),
  ],
  subcommands: [
    {
      usage: 'list',
      text: { ja: '一覧（既定）', en: 'the list (default)' },
      run: (context) => list(context),
    },
    {
      usage: 'show <number>',
      text: { ja: '一件とその影響', en: 'one, and what it would do' },
      run: (context, args, options) => show(context, numberFrom(args, options)),
    },
    {
      usage: 'approve <number>',
      text: { ja: '承認する（提案した本人はできません）', en: 'approve it (not who proposed it)' },
      options: [option('--note <text>', '備考', 'a note'), ...sending],
      run: (context, args, options) => decide(context, numberFrom(args, options), options, 'approved'),
    },
    {
      usage: 'return <number>',
      text: { ja: '差し戻す', en: 'return it' },
      options: [why, ...sending],
      run: (context, args, options) => decide(context, numberFrom(args, options), options, 'returned'),
    },
    {
      usage: 'withdraw <number>',
      text: { ja: '自分の提案を取り下げる', en: 'withdraw your own' },
      options: [why, ...sending],
      run: (context, args, options) => decide(context, numberFrom(args, options), options, 'withdrawn'),
    },
  ],
};
