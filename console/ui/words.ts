// The words of signs that stand on several pages: errors, stages, regimes, days left.
import type { Words } from '../words/sentence.ts';

export const uiWords = {
  'error.title': { ja: '表示できませんでした', en: 'This could not be shown' },
  'error.page': {
    ja: 'この画面を読み込めませんでした。サーバに届いているかを確かめて、読み込み直してください。',
    en: 'This page could not be loaded. See whether the server is reached, and load it again.',
  },
  'error.network': {
    ja: 'サーバーにつながりません。接続を確かめて、もう一度お試しください。',
    en: 'The server does not answer. Check the connection and try again.',
  },
  'error.unknown': {
    ja: '予期しない答えが返りました（{status}）。',
    en: 'An unexpected answer came back ({status}).',
  },
  'error.notFound': { ja: '見つかりません。', en: 'Not found.' },
  'error.field': { ja: '{field}：', en: '{field}: ' },
  'error.number': { ja: '番号（instance）：{number}', en: 'Number (instance): {number}' },
  'channel.mail': { ja: 'メール', en: 'Mail' },
  'channel.webhook': { ja: 'Webhook', en: 'Webhook' },
  'stage.working': { ja: '作業中', en: 'Working' },
  'stage.underReview': { ja: '審査中', en: 'Under review' },
  'stage.goingBack': { ja: '手戻り協議中', en: 'Going back proposed' },
  'stage.final': { ja: '最終工程', en: 'Reached' },
  'activity.active': { ja: '進行中', en: 'Active' },
  'activity.onHold': { ja: '中断中', en: 'On hold' },
  'activity.cancelled': { ja: '中止', en: 'Cancelled' },
  'activity.retired': { ja: '終了（改定）', en: 'Retired' },
  'regime.standard': { ja: '通常の移行期限', en: 'Standard' },
  'regime.candidate': { ja: '特定移行支援の候補', en: 'Special transition: candidate' },
  'regime.applied': { ja: '特定移行支援を申出中', en: 'Special transition: applied for' },
  'regime.designated': { ja: '特定移行支援システム', en: 'Special transition' },
  'reason.1': { ja: '事由1 メインフレーム', en: 'Type 1: mainframe' },
  'reason.2': { ja: '事由2 個別開発', en: 'Type 2: individual development' },
  'reason.3': { ja: '事由3 事業者の撤退', en: 'Type 3: vendor withdrawal' },
  'reason.4': { ja: '事由4 事業者の人員不足', en: 'Type 4: vendor resources' },
  'deadline.left': { ja: 'あと {days} 日', en: '{days} days left' },
  'deadline.today': { ja: '本日が期限', en: 'due today' },
  'deadline.over': { ja: '{days} 日超過', en: '{days} days over' },
} as const satisfies Words;
