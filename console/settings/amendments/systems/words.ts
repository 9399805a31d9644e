// The words of systems that come, are divided, united, moved and go.
import type { Words } from '../../../words/sentence.ts';

export const systemChangeWords = {
  'amend.system.kind': { ja: '何をするか', en: 'What is done' },
  'amend.system.add': { ja: 'システムを加える', en: 'Add a system' },
  'amend.system.split': { ja: 'システムを分割する', en: 'Split a system' },
  'amend.system.merge': { ja: 'システムを統合する', en: 'Merge systems' },
  'amend.system.move': { ja: '期・工程表を移す', en: 'Move to a wave or path' },
  'amend.system.retire': { ja: '対象外・廃止にする', en: 'Retire a system' },
  'amend.system.close': { ja: '計画を終える', en: 'Close the programme' },
  'amend.system.addWhat': {
    ja: '工程・期限・予定は、選んだ期の多くのシステムと同じになります。個別の違いは、フォルダで書きます。',
    en: 'It walks, is due and is planned as most systems of its wave. What it alone has otherwise is written in the folder.',
  },
  'amend.system.splitWhat': {
    ja: 'ステップの状況・文書・期限の経過・予定は、新しいシステムのそれぞれに引き継がれます。元のシステムの記録はそのまま残り、いつでも読めます。審議中のものは失効し、下見に出ます。',
    en: 'Each new system goes on with the steps, documents, deadlines and plan. The record of the old one stays and is read as before. What is under review falls, as the preview says.',
  },
  'amend.system.mergeWhat': {
    ja: 'ステップの状況は、最も進んでいないものに合わせます。文書と理由はすべて引き継がれます。選定と契約は元のシステムに残ります。',
    en: 'Steps stand where the least advanced does; documents and reasons all go on. Selection and contract stay with the old systems.',
  },
  'amend.system.moveWhat': {
    ja: '工程・期限・予定は、移る先の多くのシステムと同じになります。',
    en: 'Its path, deadlines and plan become those of most systems there.',
  },
  'amend.system.retireWhat': {
    ja: '移行は適用の日に終わります。記録・文書は残ります。いつからかは、提案の「適用日」で決めます。',
    en: 'Its migration ends on the day of adoption; record and documents stay. From when is said with the proposal.',
  },
  'amend.system.closeWhat': {
    ja: 'すべてのシステムが稼働・終了しているときに終えられます。以後は何も記録されません。',
    en: 'Once every system is live or has ended. Nothing more is recorded from then on.',
  },
  'amend.system.which': { ja: 'どのシステムを', en: 'Which system' },
  'amend.system.whichAll': { ja: '統合するシステム（2つ以上）', en: 'Systems to merge (two or more)' },
  'amend.system.heir': { ja: '新しいシステム {number}', en: 'New system {number}' },
  'amend.system.moreHeirs': { ja: '新しいシステムをもう一つ', en: 'One more new system' },
  'amend.system.lessHeirs': { ja: '新しいシステム {number} を外す', en: 'Without new system {number}' },
  'amend.system.nameJa': { ja: '名称（日本語）', en: 'Name in Japanese' },
  'amend.system.nameEn': { ja: '名称（英語）', en: 'Name in English' },
  'amend.system.businesses': { ja: '担う業務', en: 'Businesses' },
  'amend.system.part': { ja: '{business}のうち担う範囲', en: 'Which part of {business}' },
  'amend.system.partHint': {
    ja: 'ほかのシステムと分けるときに書きます。',
    en: 'Where it is divided with another system.',
  },
  'amend.system.begins': { ja: '始まる工程', en: 'Phase in which it begins' },
  'amend.system.sameBegins': { ja: '元のシステムのある工程', en: 'where the old one stands' },
  'amend.system.awaits': { ja: '{who} は、何を待つか', en: 'What {who} wait for' },
  'amend.system.awaitsNone': { ja: '待たないようにする', en: 'nothing any more' },
  'amend.system.figures': { ja: '選定・契約（金額）', en: 'Selection and contract' },
  'amend.system.figuresStay': { ja: '元のシステムに残す', en: 'stay with the old one' },
  'amend.system.into': { ja: '統合した後のシステム', en: 'Who goes on' },
  'amend.system.intoNew': { ja: '新しいシステム', en: 'a new system' },
  'amend.system.release': {
    ja: '{who} が待っている節目を、待たないようにする',
    en: '{who} wait for it: let them wait no more',
  },
  'amend.system.wave': { ja: '期', en: 'Wave' },
  'amend.system.path': { ja: '工程表', en: 'Path' },
  'amend.system.sameWave': { ja: '今のまま', en: 'as it is' },
  'amend.system.why': { ja: 'この変更だけの理由', en: 'Why, of this change alone' },
  'amend.system.whyHint': {
    ja: '計画に残ります。空なら、提案の理由が残ります。',
    en: 'It stands in the programme. Left empty, the reason of the proposal does.',
  },
  'amend.as': { ja: '終わり方', en: 'How it ends' },
  'amend.notApplicable': {
    ja: '対象外（この団体にない事務）',
    en: 'not applicable: the municipality does not have it',
  },
  'amend.withdrawn': { ja: '廃止', en: 'given up' },
} as const satisfies Words;
