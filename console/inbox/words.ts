// The words of the inbox.
import type { Words } from '../words/sentence.ts';

export const inboxWords = {
  'inbox.title': { ja: '受信箱', en: 'Inbox' },
  'inbox.tasks': { ja: 'あなたを待っている移行', en: 'Waiting for you' },
  'inbox.notices': { ja: 'お知らせ', en: 'Notices' },
  'inbox.noTasks': { ja: 'あなたを待っている移行はありません。', en: 'Nothing waits for you.' },
  'inbox.noNotices': { ja: 'お知らせはありません。', en: 'No notices.' },
  'inbox.unread': { ja: '未読', en: 'Unread' },
  'inbox.markAll': { ja: 'すべて既読にする', en: 'Mark all as read' },
  'inbox.as': { ja: '{post} として', en: 'as {post}' },
} as const satisfies Words;
