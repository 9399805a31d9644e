// The words of a meeting's documents: the agenda, the draft of the minutes, the minutes as they are recorded.
import type { Words } from '../../words/sentence.ts';

export const papersWords = {
  'minutes.title': { ja: '次第・議事録', en: 'Agenda and minutes' },
  'minutes.agenda': { ja: '次第', en: 'Agenda' },
  'minutes.draft': { ja: '議事録案', en: 'Draft of the minutes' },
  'minutes.print': { ja: '「{title}」を印刷', en: 'Print: {title}' },
  'minutes.none': { ja: '議事録はまだ登録されていません。', en: 'No minutes are recorded yet.' },
  'minutes.wanted': {
    ja: 'この会議体は、議事録を登録してから閉会します。',
    en: 'This body closes its meetings with their minutes only.',
  },
  'minutes.record': { ja: '議事録を登録', en: 'Record the minutes' },
  'minutes.note': {
    ja: '議事録案は記録から作られます。印刷し、確かめて確定した文書のファイルを選ぶと、その SHA-256 が登録されます。ファイルはどこにも送らないので、庁内で保管してください。あとから「ファイルと照合」で同じ文書か確かめられます。',
    en: 'The draft is written from the record. Choose the file of the final document: its SHA-256 is recorded. The file itself is sent nowhere; keep it, and check it here against the record later.',
  },
  'minutes.will': {
    ja: '議事録：{title}（{documentNo}、{day}決裁）',
    en: 'Minutes: {title} ({documentNo}, decided on {day})',
  },
  'minutes.willDigest': { ja: 'SHA-256：{sha256}', en: 'SHA-256: {sha256}' },
} as const satisfies Words;
