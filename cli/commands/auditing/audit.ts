// `audit`: which questions of an audit are yours, where the record begins, what you may take away. `corrections`: what was put right, as pairs.
import { auditView } from '../../../server/contract/auditing/audit.ts';
import { type CorrectionPairView, correctionPairs } from '../../../server/contract/auditing/pairs.ts';
import { type CommandSpec, example } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { readPages } from '../../pages.ts';
import type { Answer } from '../../print/answer.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, instantWord, settingWord } from '../../print/words.ts';
import { limitOf, limitOption } from '../lists.ts';

async function audit(context: Context): Promise<Answer> {
  const { client, say, language } = context;
  const view = await client.get(auditView, `/programmes/${await context.programme()}/audit`);
  const { begins, chains, entries, papers } = view;
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: [
      settingWord(view.setting, language),
      '',
      say(
        `見られる記録は ${chains}本の連鎖、${entries}件です。`,
        `You see ${chains} chains, ${entries} entries.`,
      ),
      ...(begins
        ? [
            say(
              `記録が伝える最初の日は ${dayWord(begins.occurredOn, language)}、最初に書かれたのは ${dayWord(begins.recordedOn, language)} です。`,
              `The record tells of ${dayWord(begins.occurredOn, language)} at the earliest, and was first written on ${dayWord(begins.recordedOn, language)}.`,
            ),
          ]
        : []),
      '',
      ...tableLines(
        [
          { head: say('持ち出せるもの', 'What you may take away') },
          { head: say('コマンド', 'Command') },
          { head: say('含まれるもの', 'What it contains') },
        ],
        papers.map(({ name, holds, command }) => [name[language], command, holds[language]]),
        say('ありません。', 'Nothing.'),
      ),
    ],
  };
}

const statusWord = ({ say }: Context, status: CorrectionPairView['status']): string =>
  ({
    waits: say('決定待ち', 'awaits a decision'),
    approved: say('承認', 'approved'),
    dismissed: say('却下', 'dismissed'),
    withdrawn: say('取下げ', 'withdrawn'),
  })[status];

function pairRow(context: Context, pair: CorrectionPairView): string[] {
  const { language, say } = context;
  const { systemName, entry, wrong, right, differs, status, proposed, decided } = pair;
  const on = (said: CorrectionPairView['wrong']) =>
    `${said.summary[language]}（${dayWord(said.occurredOn, language)}、${said.name}）`;
  const values = (side: 'wrong' | 'right') =>
    differs.map((one) => ` ${one.field[language]}: ${one[side][language]}`).join('');
  const by = decided ? `、${decided.name} ${instantWord(decided.recordedAt, language)}` : '';
  return [
    systemName[language],
    String(entry),
    `${on(wrong)}${values('wrong')}`,
    right ? `${on(right)}${values('right')}` : say('取消し', 'void'),
    `${proposed.name} ${instantWord(proposed.recordedAt, language)}${proposed.reason === null ? '' : `「${proposed.reason}」`}`,
    `${statusWord(context, status)}${by}`,
  ];
}

async function corrections(context: Context, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const path = `/programmes/${await context.programme()}/corrections`;
  const { page, more } = await readPages(client, correctionPairs, path, {}, limitOf(options));
  const heads = [
    say('対象', 'Of'),
    '#',
    say('誤り', 'Wrong'),
    say('正しい内容', 'Right'),
    say('申出', 'Proposed'),
    say('決定', 'Decided'),
  ];
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [
      settingWord(page.setting, language),
      '',
      ...tableLines(
        heads.map((head, index) => ({ head, right: index === 1 })),
        page.items.map((pair) => pairRow(context, pair)),
        say('訂正の申出はありません。', 'No correction was proposed.'),
      ),
    ],
    asides: more ? [say('さらにあります（--limit で増やせます）。', 'There are more: raise --limit.')] : [],
  };
}

export const auditCommands: CommandSpec[] = [
  {
    usage: 'audit',
    text: {
      ja: '監査の入口（自分が見られる記録の範囲と始まり、持ち出せるもの）',
      en: 'what of the record is yours to see, where it begins, what you may take away',
    },
    examples: [example('sekimori audit', '何を持ち出せるか', 'what you may take away')],
    run: (context) => audit(context),
  },
  {
    usage: 'corrections',
    text: {
      ja: '訂正を、誤りと正しい内容を並べて示す',
      en: 'corrections as pairs: what stood wrongly, and what is right',
    },
    options: [limitOption],
    examples: [example('sekimori corrections', '何が訂正されたか', 'what was put right')],
    run: (context, _args, options) => corrections(context, options),
  },
];
