// The words of posts and bodies on a past day.
import type { Words } from '../words/sentence.ts';

export const officeWords = {
  'offices.title': { ja: 'その日の人と職・会議体', en: 'People, posts and bodies on that day' },
  'offices.held': { ja: '誰がどの職にあったか', en: 'Who held which post' },
  'offices.bodies': { ja: '会議体・課の人数と定足数', en: 'Members and quorums' },
  'offices.nobody': { ja: 'その日に職にあった人はいません。', en: 'Nobody held a post on that day.' },
  'offices.unknown': {
    ja: 'その日について、人と職の記録はありません。',
    en: 'Nothing of people is on record as of that day.',
  },
  'offices.post': { ja: '職', en: 'Post' },
  'offices.name': { ja: '氏名', en: 'Name' },
  'offices.system': { ja: 'システム', en: 'System' },
  'offices.everywhere': { ja: '全システム', en: 'every system' },
  'offices.period': { ja: '期間', en: 'Period' },
  'offices.body': { ja: '会議体・課', en: 'Body' },
  'offices.members': { ja: '人数', en: 'Members' },
  'offices.quorums': { ja: '関門の承認に要る人数', en: 'Voices that gates ask for' },
  'offices.noGate': { ja: '関門の承認はない', en: 'decides no gate' },
} as const satisfies Words;
