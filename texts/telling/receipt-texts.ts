// The words of a list of who was warned, how and with what result: its columns, the channels and what came of each.
import type { Text } from '../../machines/definition/definition.ts';

export const receiptColumns = [
  { ja: 'お知らせの日', en: 'Day' },
  { ja: '作成日時(計画の時計)', en: 'Made at (programme’s clock)' },
  { ja: '遅れ', en: 'Late' },
  { ja: 'システムID', en: 'System id' },
  { ja: 'システム', en: 'System' },
  { ja: '期限ID', en: 'Deadline id' },
  { ja: '知らせた期日', en: 'Due on' },
  { ja: '文', en: 'Sentence' },
  { ja: 'アカウント', en: 'Account' },
  { ja: '氏名', en: 'Name' },
  { ja: '職', en: 'Posts' },
  { ja: '経路', en: 'Channel' },
  { ja: '届けたお知らせの日', en: 'Carried by the digest of' },
  { ja: '結果', en: 'Result' },
  { ja: '結果の日時(実際)', en: 'Ended at (wall clock)' },
  { ja: '試行', en: 'Attempts' },
  { ja: '相手の応答', en: 'Answer' },
  { ja: '番号(Message-ID)', en: 'Message-ID' },
  { ja: '演習', en: 'Rehearsal' },
] as const satisfies readonly Text[];

export const inboxWord = { ja: '受信箱', en: 'inbox' };

const channels: Record<string, Text> = {
  mail: { ja: 'メール', en: 'mail' },
  webhook: { ja: 'Webhook', en: 'webhook' },
};
/** One that we have no word for is called as it is. */
export const channelWord = (channel: string): Text => channels[channel] ?? { ja: channel, en: channel };

export const readWords = {
  read: { ja: '既読', en: 'read' },
  unread: { ja: '未読', en: 'unread' },
};

export const carriedWords = {
  waiting: { ja: 'まだ届いていない', en: 'not arrived yet' },
  arrived: { ja: '届いた', en: 'arrived' },
  givenUp: { ja: '届けられなかった', en: 'given up' },
  carriedOver: { ja: '後のお知らせに含めた', en: 'taken up by a later digest' },
  moot: { ja: '送る前に当てはまらなくなった', en: 'held no longer when it was to be sent' },
} as const satisfies Record<string, Text>;
