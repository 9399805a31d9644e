// `sekimori today`: what is mine to decide and to supply, what is near, whom the rest waits for, and what moved since I looked.
import {
  type TodayBeside,
  type TodayLine,
  type TodayNews,
  type TodayView,
  todayView,
} from '../../../server/contract/telling/today.ts';
import { type CommandSpec, example, option } from '../../command-spec.ts';
import type { Context } from '../../context.ts';
import type { Options } from '../../options.ts';
import type { Answer } from '../../print/answer.ts';
import type { Language } from '../../print/speech.ts';
import { visible } from '../../print/visible.ts';
import { dayWord, instantWord, settingWord } from '../../print/words.ts';

async function today(context: Context, options: Options): Promise<Answer> {
  const { client, say, language } = context;
  const programme = `/programmes/${await context.programme()}`;
  const view = await client.get(todayView, `${programme}/today`);
  const isMarking = options.flag('read') && view.movedUntil !== null;
  if (isMarking) await client.send('POST', `${programme}/inbox/read-until`, { id: view.movedUntil });
  return {
    kind: 'value',
    value: view,
    rehearsal: view.setting.rehearsal,
    lines: todayLines(view, language, say).map(visible),
    asides: isMarking ? [say('動きを見たものとしました。', 'What moved was marked as seen.')] : [],
  };
}

export function todayLines(view: TodayView, language: Language, say: Context['say']): string[] {
  const part = (title: string, lines: string[]) => [
    '',
    title,
    ...(lines.length === 0 ? [say('  ありません。', '  Nothing.')] : lines),
  ];
  const each = (lines: readonly TodayLine[]) => lines.flatMap((line) => lineOf(line, language, say));
  const until = dayWord(view.dueUntil, language);
  return [
    settingWord(view.setting, language),
    ...part(say('決める', 'To decide'), each(view.decide)),
    ...part(say('そろえる', 'To supply'), each(view.supply)),
    ...part(
      say('計画・会議・代決・事業者', 'The programme: amendments, meetings, deputies, vendors'),
      view.beside.map((one) => besideOf(one, language, say)),
    ),
    ...part(
      say(`期限超過と、開庁日14日以内（${until}まで）の期限`, `Overdue, and due in 14 open days (${until})`),
      each(view.due),
    ),
    ...part(say('ほかを待っているもの', 'Waiting for others'), each(view.waits)),
    ...part(
      say('前に見てからの動き', 'What moved since you looked'),
      view.moved.map((one) => newsOf(one, language, say)),
    ),
  ];
}

/** With the command that does it. */
function besideOf(
  { text, systems, late, code, number, made, post }: TodayBeside,
  language: Language,
  say: Context['say'],
): string {
  const commands = {
    amendment: `amendments show ${number}`,
    seeing: `deputy seen ${made?.system ?? say('<計画>', '<programme>')} ${number}`,
    vendorNotice: `vendor show ${number}`,
    meeting: `meeting show ${number}`,
  };
  const where = systems.length === 0 ? '' : ` — ${together(systems, language, say)}`;
  const as = post === null ? '' : say(`（${post.label.ja}として）`, ` (as ${post.label.en})`);
  return `  ${late ? say('（期日を過ぎています）', '(past) ') : ''}${text[language]}${where}  [sekimori ${commands[code]}]${as}`;
}

const pastWord = ({ past, daysLeft }: NonNullable<TodayLine['due']>, say: Context['say']): string =>
  daysLeft === 0 ? say('（本日が期限）', ' (due today)') : past ? say('（超過）', ' (past)') : '';

function lineOf(
  { text, systems, acts, due, holder, post }: TodayLine,
  language: Language,
  say: Context['say'],
): string[] {
  const when = due === null ? '' : `${dayWord(due.on, language)}${pastWord(due, say)}  `;
  const ids = systems.map(({ system }) => system).join(', ');
  const does = acts.map(({ label }) => label[language]).join(say('・', ', '));
  return [
    `  ${when}${text[language]} — ${together(systems, language, say)}`,
    ...(holder
      ? [
          `    → ${holder.in === null ? holder.text[language] : `${holder.in.systemName[language]}${holder.text[language]}  [${holder.in.system}]`}`,
        ]
      : []),
    `    [${ids}]${does === '' ? '' : `  ${does}`}${post && does !== '' ? say(`（${post.label.ja}として）`, ` (as ${post.label.en})`) : ''}`,
  ];
}

const newsOf = ({ text, recordedAt, systems }: TodayNews, language: Language, say: Context['say']): string =>
  `  ${instantWord(recordedAt, language)}  ${text[language]} — ${together(systems, language, say)}`;

/** Their names, and how many where there are several. */
function together(systems: TodayLine['systems'], language: Language, say: Context['say']): string {
  const names = systems.map(({ systemName }) => systemName[language]).join(say('・', ', '));
  return systems.length > 1 ? say(`${names}の${systems.length}件`, `${names} (${systems.length})`) : names;
}

export const todayCommand: CommandSpec = {
  usage: 'today',
  text: {
    ja: '本日：決める、そろえる、期限、待っている相手、前に見てからの動き',
    en: 'today: to decide, to supply, due, whom you wait for, what moved since you looked',
  },
  options: [option('--read', '動きを見たものとする', 'mark what moved as seen')],
  examples: [
    example('sekimori today', '自分の今日の仕事', 'what is yours today'),
    example(
      'sekimori today --as ACCOUNT',
      '演習で、ほかのアカウントの本日',
      'in a rehearsal, of another account',
    ),
  ],
  run: (context, _args, options) => today(context, options),
};
