// `log`, `entry`: what was recorded; one entry with what it rests on, for auditors.
import { readCount } from '../../../machines/values/score.ts';
import { entryEvidence, entryPage } from '../../../server/contract/entries.ts';
import { argument, type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import { readPages } from '../../pages.ts';
import type { Answer } from '../../print/answer.ts';
import { correctionWord } from '../../print/correction-word.ts';
import { evidenceLines } from '../../print/evidence-lines.ts';
import { seeingWord } from '../../print/seeing-word.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord, instantWord, settingWord } from '../../print/words.ts';
import { byOption, pastFrom } from '../board.ts';
import { limitOf, limitOption } from '../lists.ts';
import { systemPath } from '../show.ts';

async function log(context: Context, system: string | undefined, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const limit = limitOf(options);
  const past = pastFrom(options, options.text('asOf'));
  const base =
    system === undefined ? `/programmes/${await context.programme()}` : await systemPath(context, system);
  const query = { type: options.text('type'), ...past };
  const { page, more } = await readPages(client, entryPage, `${base}/entries`, query, limit);
  const columns = [
    say('記録日時', 'Recorded'),
    say('発生日', 'Occurred'),
    say('対象', 'Of'),
    '#',
    say('内容', 'What'),
    say('誰が', 'By'),
    say('見た版', 'Saw'),
  ];
  const rows = page.items.map((entry) => [
    instantWord(entry.recordedAt, language),
    dayWord(entry.occurredOn, language),
    entry.systemName?.[language] ?? say('計画全体', 'programme'),
    String(entry.seq),
    `${entry.summary[language]}${entry.assumed === null ? '' : say('（仮定）', ' (assumed)')}${correctionWord(entry, say)}${seeingWord(entry, say, language)}`,
    `${entry.actor.name}${entry.actor.kind === 'person' ? `（${entry.actor.postLabel[language]}）` : ''}`,
    entry.seenVersion === null ? '' : String(entry.seenVersion),
  ]);
  return {
    kind: 'value',
    value: page,
    rehearsal: page.setting.rehearsal,
    lines: [
      settingWord(page.setting, language),
      '',
      ...tableLines(
        columns.map((head, index) => ({ head, right: index === 3 || index === 6 })),
        rows,
        say('記録はありません。', 'No entries.'),
      ),
    ],
    asides: more
      ? [say('さらに古い記録があります（--limit で増やせます）。', 'There are older entries: raise --limit.')]
      : [],
  };
}

/** Of a system's chain; of the programme's own where its code stands in the system's place. */
async function entry(context: Context, chain: string, number: string, options: Options): Promise<Answer> {
  const { client, language } = context;
  const seq = options.read(readCount, number);
  const code = await context.programme();
  const base = chain === code ? `/programmes/${code}` : await systemPath(context, chain);
  const evidence = await client.get(entryEvidence, `${base}/entries/${seq}`);
  return {
    kind: 'value',
    value: evidence,
    rehearsal: evidence.setting.rehearsal,
    lines: [settingWord(evidence.setting, language), '', ...evidenceLines(evidence, language)],
  };
}

export const entryCommands: CommandSpec[] = [
  {
    usage: 'log [system]',
    text: { ja: '記録（新しい順）', en: 'the record, newest first' },
    options: [
      limitOption,
      option('--type <type>', '種類で絞る（例：gate.approved）', 'only this kind, such as gate.approved'),
      option(
        '--as-of <date>',
        'この日までの記録だけ（省略時はすべて）',
        'the record as of this day (default: all of it)',
      ),
      byOption,
    ],
    examples: [
      example('sekimori log', '計画全体の最近の記録', 'the latest entries of the programme'),
      example('sekimori log juki --limit 100', '1システムの記録', 'entries of one system'),
      example('sekimori log juki --as-of 2023-10-31', '同日までの記録', 'its record as of that day'),
    ],
    run: (context, args, options) => log(context, args[0], options),
  },
  {
    usage: 'entry <system> <seq>',
    text: {
      ja: '記録1件の根拠: 職の期間、見た版、定義、署名、知らせた相手と既読（監査・管理者）',
      en: 'one entry and what it rests on: the post’s period, version seen, definition, key, who was told and has read it (auditors, administrators)',
    },
    examples: [
      example('sekimori entry juki 12', '第12件の根拠', 'what entry 12 rests on'),
      example(
        'sekimori entry 131121 3',
        '計画の記録（職の付与など）は、団体コードで指定する',
        'of the programme’s own chain, by its code',
      ),
    ],
    run: (context, args, options) => entry(context, argument(args, 0), argument(args, 1), options),
  },
];
