// The words of the rehearsal's clock.
import type { Words } from '../../words/sentence.ts';

export const clockWords = {
  'clock.now': { ja: '今は', en: 'It is now' },
  'clock.real': {
    ja: 'これは実運用の計画です。実際の時計で動き、進めることはできません。',
    en: 'This is a real programme: it runs on the real clock, which nobody moves.',
  },
  'clock.what': {
    ja: '進めた時計は戻せません。先に、その間に何が起こるかを示します。',
    en: 'A clock that was moved does not come back. What comes on the way is shown first.',
  },
  'clock.day': { ja: '進める日', en: 'To the day' },
  'clock.time': { ja: '時刻', en: 'Time' },
  'clock.quick': { ja: '早く選ぶ', en: 'Quick' },
  'clock.plusDay': { ja: '翌日', en: 'Next day' },
  'clock.plusWeek': { ja: '1週間後', en: 'In a week' },
  'clock.plusMonth': { ja: '30日後', en: 'In 30 days' },
  'clock.fyEnd': { ja: '年度末の翌日', en: 'Next fiscal year' },
  'clock.look': { ja: '何が起こるかを見る', en: 'Show what comes' },
  'clock.comes': {
    ja: '{to} まで進めると、期限切れ {missed} 件、通知 {notices} 件、節目 {milestones} 件（{systems} システム）',
    en: 'Up to {to}: {missed} deadlines missed, {notices} notices, {milestones} milestones, in {systems} systems',
  },
  'clock.nothing': { ja: '{to} までに起こることはありません。', en: 'Nothing comes until {to}.' },
  'clock.missed': { ja: '期限切れ', en: 'missed' },
  'clock.told': { ja: '通知', en: 'notice' },
  'clock.other': { ja: '自動', en: 'by itself' },
  'clock.ofKind': { ja: '{kind} {count}', en: '{count} {kind}' },
  'clock.shuts': { ja: '関門が閉じる', en: 'shuts a gate' },
  'clock.to': { ja: '宛先：{who}', en: 'to {who}' },
  'clock.postOver': {
    ja: '{name} の職「{post}」が {day} に終わります',
    en: '{name}’s post “{post}” ends on {day}',
  },
  'clock.posts': { ja: '途中で終わる職（{count}）', en: 'Posts that end on the way ({count})' },
  'clock.amendment': {
    ja: '{day} に改定 {number} が適用され、その後は改定後の内容で進みます（{reason}）',
    en: 'Amendment {number} is adopted on {day} and decides from then on ({reason})',
  },
  'clock.more': { ja: '多いため、初めの500件だけを示しています。', en: 'Only the first 500 are listed.' },
  'clock.unfinished': { ja: 'すべては示せないシステム：{list}', en: 'Not all is told of: {list}' },
  'clock.move': { ja: '{to} まで進める', en: 'Move to {to}' },
  'clock.moving': { ja: '進めています', en: 'Moving' },
  'clock.moved': {
    ja: '進めました。到来した期限・通知は {fired} 件です。',
    en: 'Moved; {fired} points fell due.',
  },
  'clock.mayNot': { ja: '進められるのは {who} です。', en: 'It is moved by {who}.' },
  'clock.when': { ja: '日時', en: 'When' },
  'clock.event': { ja: '起こること', en: 'What comes' },
} as const satisfies Words;
