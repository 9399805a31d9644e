// A meeting's agenda (次第) and a draft of its minutes (議事録案), as Markdown in Japanese: what offices file. Of what its reader is not shown it
// says so, and no more.

import type { Voice } from '../../machines/decision/ballot.ts';
import type { Minutes, Outcome } from '../../machines/decision/resolution.ts';
import type { Text } from '../../machines/definition/definition.ts';
import type { Motion } from '../../machines/programme/meetings/meeting.ts';
import type { Deputy } from '../../machines/record/deputy.ts';
import { deputyKindText } from '../deputy-texts.ts';
import { dayText } from '../names.ts';
import { formText, motionText, outcomeText, voiceText } from './words.ts';

interface ItemAsShown {
  number: number;
  undisclosed: Text | null;
  systemName: Text | null;
  what: Text | null;
  title: string | null;
  of: { version: number } | null;
  now: { version: number } | null;
  mustRecuse: string[];
  recused: { account: string; reason: string }[];
  presider: string | null;
  motion: Motion | null;
  casting: 'for' | 'against' | null;
  reason: string | null;
  conditions: { text: string; ownerLabel: Text; dueOn: string }[];
  votes: { account: string; voice: Voice }[];
  count: {
    present: number;
    quorum: number;
    for: number;
    against: number;
    abstain: number;
    result: string;
  } | null;
  outcome: Outcome | null;
}

interface MeetingAsShown {
  number: number;
  setting: { rehearsal: boolean; programmeName: Text };
  bodyLabel: Text;
  form: 'inPerson' | 'circulation';
  on: string;
  at: string | null;
  place: string | null;
  members: number;
  quorum: number;
  roll: { account: string; name: string; deputy: Deputy | null }[];
  chair: string | null;
  deputyChair: string | null;
  present: string[] | null;
  away: { account: string; reason: string }[];
  minutes: Minutes | null;
  agenda: ItemAsShown[];
}

/** What stands in a document was written by people: no mark of theirs is one of the document's. */
const plain = (written: string): string => written.replace(/[\\`*_{}[\]<>#|]/gu, (mark) => `\\${mark}`);

const nameOf = ({ roll }: MeetingAsShown, account: string): string => {
  const seat = roll.find((one) => one.account === account);
  if (!seat) return plain(account);
  const stands = seat.deputy ? `（${deputyKindText[seat.deputy.kind].ja}）` : '';
  return `${plain(seat.name)}${stands}`;
};

const named = (meeting: MeetingAsShown, accounts: readonly string[]): string =>
  accounts.length === 0 ? 'なし' : accounts.map((account) => nameOf(meeting, account)).join('、');

function head(meeting: MeetingAsShown, title: string): string[] {
  const { setting, bodyLabel, form, on, at, place, members, quorum, chair, deputyChair } = meeting;
  return [
    `# ${setting.rehearsal ? '【演習】' : ''}${plain(bodyLabel.ja)} ${title}`,
    '',
    `- 団体: ${plain(setting.programmeName.ja)}`,
    `- 会議番号: ${meeting.number}`,
    `- ${form === 'circulation' ? '回答期日' : '開催日'}: ${dayText(on).ja}${at ? ` ${at}` : ''}（${formText[form].ja}）`,
    ...(place ? [`- 場所: ${plain(place)}`] : []),
    `- 委員 ${members}名、定足数 ${quorum}名`,
    `- 議長: ${chair ? nameOf(meeting, chair) : '出席者が選ぶ'}${deputyChair ? `、副議長: ${nameOf(meeting, deputyChair)}` : ''}`,
    '',
  ];
}

const awayWords = (meeting: MeetingAsShown, accounts: readonly string[]): string => {
  const whyOf = (account: string) => meeting.away.find((one) => one.account === account)?.reason;
  const said = accounts.map((account) => {
    const why = whyOf(account);
    return why === undefined ? nameOf(meeting, account) : `${nameOf(meeting, account)}（${plain(why)}）`;
  });
  return said.length === 0 ? 'なし' : said.join('、');
};

const conditionLine = ({ text, ownerLabel, dueOn }: ItemAsShown['conditions'][number]): string =>
  `- 条件: ${plain(text)}（${plain(ownerLabel.ja)}、${dayText(dueOn).ja}まで）`;

const itemTitle = ({ number, undisclosed, systemName, what }: ItemAsShown): string =>
  undisclosed
    ? `## 議案${number}（${undisclosed.ja}）`
    : `## 議案${number} ${plain(systemName?.ja ?? '')} — ${plain(what?.ja ?? '')}`;

export function agendaDocument(meeting: MeetingAsShown): string {
  const items = meeting.agenda.flatMap((item) => [
    itemTitle(item),
    '',
    ...(item.undisclosed ? [] : agendaLines(meeting, item)),
    '',
  ]);
  return `${[...head(meeting, '次第'), ...items].join('\n').trimEnd()}\n`;
}

function agendaLines(meeting: MeetingAsShown, item: ItemAsShown): string[] {
  const { title, now, of, mustRecuse, conditions } = item;
  const version = of ?? now;
  return [
    ...(title ? [`- 件名: ${plain(title)}`] : []),
    version ? `- 審議の対象: 第${version.version}版の記録` : '- 審議の対象: まだ審査・申出の中にありません',
    ...conditions.map(conditionLine),
    ...(mustRecuse.length > 0
      ? [`- 除斥となる委員（起案・申出をした人、利害関係を申し出た人）: ${named(meeting, mustRecuse)}`]
      : []),
  ];
}

export function minutesDraft(meeting: MeetingAsShown): string {
  const { present, roll, form } = meeting;
  const away = roll
    .filter(({ account, deputy }) => deputy === null && !present?.includes(account))
    .map(({ account }) => account);
  const attendance =
    form === 'circulation'
      ? ['書面により各委員が回答した。回答は議案ごとに記す。']
      : [`- 出席: ${named(meeting, present ?? [])}`, `- 欠席: ${awayWords(meeting, present ? away : [])}`];
  const items = meeting.agenda.flatMap((item) => [
    itemTitle(item),
    '',
    ...(item.undisclosed ? [] : minutesLines(meeting, item)),
    '',
  ]);
  const filed = meeting.minutes
    ? [
        `議事録は「${plain(meeting.minutes.title)}」（${plain(meeting.minutes.documentNo)}、SHA-256 ${meeting.minutes.sha256}）として登録されている。`,
      ]
    : ['この案を確認・修正して議事録とし、決裁の後に登録してください（sekimori meeting minutes）。'];
  return `${[...head(meeting, '議事録（案）'), '## 出席', '', ...attendance, '', ...items, '---', '', ...filed].join('\n').trimEnd()}\n`;
}

function minutesLines(meeting: MeetingAsShown, item: ItemAsShown): string[] {
  const { title, of, recused, presider, motion, votes, count, outcome, casting, reason, conditions } = item;
  const by = (voice: Voice) => votes.filter((vote) => vote.voice === voice).map(({ account }) => account);
  return [
    ...(title ? [`- 件名: ${plain(title)}`] : []),
    ...(of ? [`- 審議の対象: 第${of.version}版の記録`] : []),
    ...recused.map(({ account, reason }) => `- 除斥: ${nameOf(meeting, account)}（${plain(reason)}）`),
    ...(presider ? [`- 議長: ${nameOf(meeting, presider)}`] : []),
    ...(motion && count
      ? [
          `- 「${motionText[motion].ja}」ことについて採決（${count.present}名、定足数${count.quorum}名）`,
          ...(['for', 'against', 'abstain'] as const).map(
            (voice) => `- ${voiceText[voice].ja} ${by(voice).length}名: ${named(meeting, by(voice))}`,
          ),
        ]
      : ['- 採決していない']),
    ...(casting ? [`- 可否同数につき、議長が${voiceText[casting].ja}と決定`] : []),
    ...(reason ? [`- 理由: ${plain(reason)}`] : []),
    ...conditions.map(conditionLine),
    ...(outcome ? [`- 議決: **${outcomeText[outcome].ja}**`] : []),
  ];
}
