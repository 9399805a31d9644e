// The words of the inbox.
import type { Words } from '../../words/sentence.ts';

export const inboxWords = {
  'inbox.title': { ja: '受信箱', en: 'Inbox' },
  'inbox.tasks': { ja: 'あなたを待っている移行', en: 'Waiting for you' },
  'inbox.notices': { ja: 'お知らせ', en: 'Notices' },
  'inbox.noTasks': { ja: 'あなたを待っている移行はありません。', en: 'Nothing waits for you.' },
  'inbox.noNotices': { ja: 'お知らせはありません。', en: 'No notices.' },
  'inbox.unread': { ja: '未読', en: 'Unread' },
  'inbox.markAll': { ja: 'すべて既読にする', en: 'Mark all as read' },
  'inbox.as': { ja: '{post} として', en: 'as {post}' },
  'inbox.contact': { ja: 'メールなどでも受け取る（連絡先）', en: 'Be told by mail too (how I am told)' },
  'digest.title': { ja: 'お知らせのまとめ', en: 'The digest of' },
  'digest.deadlines': { ja: '近い期限・過ぎた期限', en: 'Deadlines' },
  'digest.tasks': { ja: 'あなたを待っていること', en: 'What waits for you' },
  'digest.told': { ja: 'あったこと', en: 'What happened' },
  'digest.act': { ja: 'すること：{act}', en: 'To do: {act}' },
  'digest.carried': { ja: '受信箱のほかへの届け方と結果', en: 'How it went besides the inbox' },
  'digest.why': { ja: '期日の根拠', en: 'Why that day' },
  'digest.programme': { ja: '計画の一覧を開く', en: 'Open the programme' },
  'digest.standing': { ja: '継続中', en: 'Still so' },
  'digest.markRead': { ja: '既読にする', en: 'Mark as read' },
  'digest.notMarked': { ja: '既読にできませんでした', en: 'This was not marked' },
  'digest.late': {
    ja: 'お知らせが遅れました。いまも当てはまることだけを載せています。',
    en: 'This comes late. It tells only what still holds.',
  },
} as const satisfies Words;
