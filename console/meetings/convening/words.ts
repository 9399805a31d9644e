// The words of convening a meeting, and of the conditions on which something is approved.
import type { Words } from '../../words/sentence.ts';

export const conveningWords = {
  'convene.title': { ja: '会議・書面開催を招集する', en: 'Convene a meeting or a circulation' },
  'convene.open': { ja: '招集する', en: 'Convene' },
  'convene.none': {
    ja: 'あなたが事務局を務める会議体はありません。招集は、会議体の事務局が行います。',
    en: 'You are of no body’s secretariat: a meeting is convened by its secretariat.',
  },
  'convene.body': { ja: '会議体', en: 'Body' },
  'convene.form': { ja: '開き方', en: 'How it decides' },
  'convene.inPerson': { ja: '会議（集まって決める）', en: 'In person' },
  'convene.circulation': { ja: '書面開催（それぞれが回答する）', en: 'By circulation' },
  'convene.noCirculation': {
    ja: 'この会議体の決まりは、書面開催を認めていません。',
    en: 'The rules of this body know no circulation.',
  },
  'convene.day': { ja: '開催日', en: 'Day' },
  'convene.until': { ja: '回答期日', en: 'Answers until' },
  'convene.place': { ja: '場所・時刻', en: 'Place and hour' },
  'convene.placeHint': { ja: '例：第2会議室、14時から', en: 'Such as: room 2, from 14:00' },
  'convene.items': { ja: '議案', en: 'Agenda' },
  'convene.now': { ja: 'いま決められるもの（審査中・申出中）', en: 'Under decision now' },
  'convene.nothingNow': {
    ja: 'この会議体が決める審査・申出は、いまありません。',
    en: 'Nothing is under decision by this body now.',
  },
  'convene.later': {
    ja: 'まだ審査に出ていない関門（会議の議案にはできます） {count} 件',
    en: 'Gates not under review yet ({count}): for a meeting only',
  },
  'convene.item': { ja: '{system}：{what}', en: '{system}: {what}' },
  'convene.put': { ja: '議案{number}　{system}：{what}', en: 'Item {number}: {system}, {what}' },
  'convene.titleOf': { ja: '議案{number}の件名', en: 'Title of item {number}' },
  'convene.up': { ja: '議案{number}を一つ前へ', en: 'Move item {number} up' },
  'convene.upShort': { ja: '一つ前へ', en: 'Up' },
  'convene.how': { ja: '順位の決め方', en: 'How it is parted' },
  'convene.rank': { ja: '{place} 位', en: 'Place {place}' },
  'convene.invited': { ja: '招集される人', en: 'Who is invited' },
  'convene.invitedOn': {
    ja: '{day}に席のある {count} 名（{quorum}）',
    en: '{count} with a seat on {day} ({quorum})',
  },
  'convene.quorum': { ja: '定足数 {quorum} 名', en: 'quorum {quorum}' },
  'convene.nobody': {
    ja: 'その日に席のある人がいません。先に職を与えてください（設定・人）。',
    en: 'Nobody has a seat on that day. Give the post first (settings, people).',
  },
  'convene.and': { ja: '、', en: ', ' },
  'convene.will': {
    ja: '{body}の会議を{day}に招集',
    en: 'A meeting of {body} on {day}',
  },
  'convene.willUntil': {
    ja: '{body}の書面開催を招集。回答は{day}まで',
    en: 'A circulation of {body}; answers until {day}',
  },
  'convene.willPlace': { ja: '場所・時刻：{place}', en: 'Place and hour: {place}' },
  'convene.willOrder': { ja: '順位：{order}（{how}）', en: 'Order: {order} ({how})' },
  'convene.willInvite': { ja: '招集される人：{names}', en: 'Invited: {names}' },
  'convene.lacksItems': { ja: '議案を一つ以上選んでください。', en: 'Choose at least one item.' },
  'convene.lacksDay': { ja: '日を入れてください。', en: 'Give the day.' },
  'convene.stale': {
    ja: '選んでいた議案のうち {count} 件は、もう議案にできません（決まったか、取り下げられました）。',
    en: '{count} of the chosen items can be put no more: decided, or withdrawn.',
  },
  'conditions.title': { ja: '条件（条件付承認）', en: 'Conditions of the approval' },
  'conditions.note': {
    ja: '期日を過ぎて満たされない条件は、次の関門を閉じます。',
    en: 'One that is unmet past its day shuts the next gate.',
  },
  'conditions.add': { ja: '条件を加える', en: 'Add a condition' },
  'conditions.remove': { ja: 'この条件を除く', en: 'Remove this condition' },
  'conditions.one': { ja: '条件{number}', en: 'Condition {number}' },
  'conditions.text': { ja: '何を満たすか', en: 'What is asked' },
  'conditions.owner': { ja: '担当', en: 'Who sees to it' },
  'conditions.dueOn': { ja: '期日', en: 'By' },
  'conditions.reopens': { ja: '満たされないとき', en: 'Where it is unmet' },
  'conditions.nextGate': { ja: '次の関門が閉じる', en: 'the next gate is shut' },
  'conditions.approval': {
    ja: '次の関門が閉じ、審査中なら承認も数えない',
    en: 'the next gate is shut, and under review the approval counts no more',
  },
  'conditions.line': {
    ja: '条件：{text}（{owner}、{day}まで。満たされないとき{reopens}）',
    en: 'On condition: {text} ({owner}, by {day}; unmet, {reopens})',
  },
  'conditions.half': {
    ja: '条件には、何を・担当・期日のすべてが要ります。',
    en: 'A condition wants what, who and by when.',
  },
} as const satisfies Words;
