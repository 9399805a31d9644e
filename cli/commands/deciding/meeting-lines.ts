// A meeting, a list of them, and what came of its items, as lines for people.

import type {
  CarriedView,
  MeetingItemView,
  MeetingLine,
  MeetingView,
} from '../../../server/contract/meetings/meetings.ts';
import { meetingWords } from '../../../server/contract/meetings/words.ts';
import type { Context } from '../../context.ts';
import { tableLines } from '../../print/table.ts';
import { dayWord } from '../../print/words.ts';

type Speech = Pick<Context, 'say' | 'language'>;

export function listLines(items: readonly MeetingLine[], { say, language }: Speech): string[] {
  const heads = [
    { head: '#', right: true },
    { head: say('会議体', 'Body') },
    { head: say('日', 'Day') },
    { head: say('形', 'Form') },
    { head: say('状態', 'State') },
    { head: say('議案', 'Items'), right: true },
    { head: say('議事録', 'Minutes') },
  ];
  const rows = items.map((one) => [
    String(one.number),
    one.bodyLabel[language],
    dayWord(one.on, language),
    meetingWords.form[one.form][language],
    one.status === 'closed' && !one.sat
      ? say('閉会（議決なし）', 'closed, nothing decided')
      : meetingWords.status[one.status][language],
    String(one.items),
    one.minutes?.documentNo ?? '',
  ]);
  return tableLines(heads, rows, say('会議はありません。', 'There are no meetings.'));
}

export function meetingLines(view: MeetingView, speech: Speech): string[] {
  const { say, language } = speech;
  const name = nameIn(view);
  const chair = view.chair ? name(view.chair) : say('出席者が選ぶ', 'chosen by the members');
  return [
    `${view.bodyLabel[language]}  ${dayWord(view.on, language)}  ${meetingWords.form[view.form][language]}  ${meetingWords.status[view.status][language]}`,
    say(
      `委員${view.members}名、定足数${view.quorum}名、議長 ${chair}、事務局 ${view.secretariat.map(({ label }) => label.ja).join('、')}`,
      `${view.members} members, quorum ${view.quorum}, chair ${chair}, secretariat ${view.secretariat.map(({ label }) => label.en).join(', ')}`,
    ),
    say(
      `席のある人: ${view.roll.map(({ account }) => name(account)).join('、')}`,
      `Seats: ${view.roll.map(({ account }) => name(account)).join(', ')}`,
    ),
    ...(view.present === null
      ? []
      : [say(`出席: ${view.present.map(name).join('、')}`, `Present: ${view.present.map(name).join(', ')}`)]),
    ...(view.minutes
      ? [
          say(
            `議事録: ${view.minutes.title}（${view.minutes.documentNo}）`,
            `Minutes: ${view.minutes.title} (${view.minutes.documentNo})`,
          ),
        ]
      : []),
    '',
    ...view.agenda.flatMap((item) => [...itemLines(item, name, speech), '']),
  ];
}

/** With the day by which a 代決 is to be looked at, and whether that is over. */
function deputyWord({ seenBy }: { seenBy?: string | undefined }, today: string): string {
  if (seenBy === undefined) return '・代理';
  return `・代理、後閲 ${dayWord(seenBy, 'ja')}${seenBy < today ? ' 期限超過' : ''}`;
}

const nameIn =
  ({ roll, setting }: MeetingView) =>
  (account: string): string => {
    const seat = roll.find((one) => one.account === account);
    if (!seat) return account;
    return `${seat.name}（${account}${seat.deputy ? deputyWord(seat.deputy, setting.today) : ''}）`;
  };

function itemLines(
  item: MeetingItemView,
  name: (account: string) => string,
  { say, language }: Speech,
): string[] {
  if (item.undisclosed) return [`${item.number}. ${item.undisclosed[language]}`];
  const { count, motion, votes, voters } = item;
  const by = (voice: 'for' | 'against' | 'abstain') =>
    votes
      .filter((vote) => vote.voice === voice && voters.includes(vote.account))
      .map(({ account }) => name(account));
  // In writing the chair answers without a vote: that says what a tie comes to.
  const casting = votes.find(({ account }) => !voters.includes(account));
  const list = (accounts: readonly string[]) => accounts.join(say('、', ', '));
  const state = item.outcome
    ? `${meetingWords.outcome[item.outcome][language]}${item.taken ? say('（反映済み）', ' (taken)') : say('（まだ反映されていない: sekimori meeting resume）', ' (not taken yet: sekimori meeting resume)')}`
    : motion === null
      ? say('議決なし', 'nothing resolved')
      : item.out.length > 0
        ? say('回答を集めている', 'answers are being gathered')
        : say('採決済み（閉会すると議決になる）', 'voted; resolved once it is closed');
  return [
    `${item.number}. ${item.systemName?.[language] ?? ''} — ${item.what?.[language] ?? ''}${item.title ? `  ${item.title}` : ''}`,
    ...(item.of
      ? [say(`   審議の対象 第${item.of.version}版`, `   looked at version ${item.of.version}`)]
      : []),
    ...item.recused.map(({ account, reason }) =>
      say(`   除斥 ${name(account)}: ${reason}`, `   recused ${name(account)}: ${reason}`),
    ),
    ...(item.mustRecuse.length > 0
      ? [
          say(
            `   起案・申出をした委員、利害関係を申し出た委員（除斥が要る）: ${list(item.mustRecuse.map(name))}`,
            `   drafted, proposed or declared an interest, to be recused: ${list(item.mustRecuse.map(name))}`,
          ),
        ]
      : []),
    ...(item.out.length > 0 && item.outcome === null
      ? [say(`   未回答: ${list(item.out.map(name))}`, `   still out: ${list(item.out.map(name))}`)]
      : []),
    ...(count && votes.length > 0
      ? [
          `   ${motion ? meetingWords.motion[motion][language] : ''}: ${(['for', 'against', 'abstain'] as const).map((voice) => `${meetingWords.voice[voice][language]} ${by(voice).length}${by(voice).length > 0 ? `（${list(by(voice))}）` : ''}`).join(say('、', ', '))}`,
          ...(casting
            ? [
                say(
                  `   議長（採決には加わらず、可否同数のときに決する） ${name(casting.account)}: ${meetingWords.voice[casting.voice].ja}`,
                  `   the chair, without a vote, should there be a tie: ${name(casting.account)}, ${meetingWords.voice[casting.voice].en}`,
                ),
              ]
            : []),
          say(
            `   出席${count.present}名／定足数${count.quorum}名`,
            `   ${count.present} present, quorum ${count.quorum}`,
          ),
        ]
      : []),
    `   ${state}`,
  ];
}

export function carriedLines(items: readonly CarriedView[], { say, language }: Speech): string[] {
  const words: Record<CarriedView['as'], string> = {
    taken: say('反映しました', 'taken'),
    already: say('反映済み', 'taken before'),
    refused: say('反映できません', 'refused'),
    unanswered: say(
      '応答なし（sekimori meeting resume で続けられます）',
      'no answer (sekimori meeting resume goes on)',
    ),
    undecided: say('議決なし', 'nothing resolved'),
  };
  return items.flatMap(({ number, systemName, as, entry, refusals }) => [
    `${number}. ${systemName[language]}: ${words[as]}${entry === null ? '' : say(`（第${entry}件）`, ` (entry ${entry})`)}`,
    ...refusals.map(({ message }) => `   ${message[language]}`),
  ]);
}
