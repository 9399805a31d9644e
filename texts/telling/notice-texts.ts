// The sentence of every notice in the inbox, and what it asks. One closed table, parted by subject; a notice without its sentence does
// not compile.

import type { Text } from '../../machines/definition/definition.ts';
import type { Notice } from '../../machines/record/effect.ts';
import { deadlineNoticeTexts } from '../deadline/notice-texts.ts';
import type { Names } from '../names.ts';
import { rfpAsks, rfpNotices } from '../rfp/notice-texts.ts';
import { saidUnder } from '../under-code.ts';
import { changeAsks, changeNotices } from './notices/change.ts';
import { correctionAsks, correctionNotices } from './notices/correction.ts';
import { decidingAsks, decidingNotices } from './notices/deciding.ts';
import { endingAsks, endingNotices } from './notices/ending.ts';
import { gateAsks, gateNotices } from './notices/gate.ts';
import { legalEndNotices } from './notices/legal-ends.ts';
import { type Asks, choose, type NoticeSentences } from './notices/notice-sentences.ts';

const sentences: NoticeSentences<Notice['code']> = {
  ...deadlineNoticeTexts,
  ...gateNotices,
  ...decidingNotices,
  ...correctionNotices,
  ...endingNotices,
  ...changeNotices,
  ...legalEndNotices,
  ...rfpNotices,
};

const asked: Asks = {
  ...gateAsks,
  ...decidingAsks,
  ...correctionAsks,
  ...endingAsks,
  ...changeAsks,
  'extension.asked': {
    ja: '理由と資料を確かめ、延長するか、認めないかを決めてください（sekimori extend / sekimori extension refuse）。',
    en: 'Look at the reason and the papers, then extend it or refuse (sekimori extend, sekimori extension refuse).',
  },
  'deadline.undecided': {
    ja: '日が決まっていれば登録してください（sekimori set-day）。',
    en: 'Set the day where it is known (sekimori set-day).',
  },
  ...rfpAsks,
  'deadline.extensionFell': {
    ja: '新しい期日に間に合うかを確かめてください（sekimori show）。',
    en: 'See whether the new day can be met (sekimori show).',
  },
};

export function noticeText(notice: Notice, names: Names): Text {
  return saidUnder(sentences, notice.code, notice, names);
}

/** Null where nothing is to be done. */
export function askedOf(notice: Notice): Text | null {
  if (notice.code === 'milestone.waived') return notice.complete ? null : choose;
  return asked[notice.code] ?? null;
}

/** Accounts of people whom its sentence calls by name. */
export const namedIn = (notice: Notice): string[] =>
  notice.code === 'decision.inName' ? [notice.holder] : [];
