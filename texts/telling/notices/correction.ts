// Notices of what was recorded wrongly.
import type { Text } from '../../../machines/definition/definition.ts';
import { actText } from '../../acts/act-texts.ts';
import { changesText, differingFields } from '../../acts/field-words.ts';
import type { Names } from '../../names.ts';
import { datesText } from './dates.ts';
import { type Asks, choose, type NoticeSentences } from './notice-sentences.ts';

/** What stood and what stands, each field that differs; nothing where it is not told. */
function changesIn(facts: { was: object; should: object } | undefined, names: Names): Text {
  const { ja, en } = changesText(facts ? differingFields(facts.was, facts.should, names) : []);
  return ja === '' ? { ja, en } : { ja: `${ja}。`, en: `${en}. ` };
}

export const correctionNotices: NoticeSentences<
  'correction.proposed' | 'correction.decided' | 'correction.withdrawn'
> = {
  'correction.proposed': ({ entry, act, voids, by, reason, facts }, names) => {
    const says = changesIn(facts, names);
    return {
      ja: `第${entry}件（${actText(act).ja}）の${voids ? '取消し' : '訂正'}を${by}さんが申し出ました。${says.ja}理由: ${reason}`,
      en: `${by} proposes to ${voids ? 'void' : 'correct'} entry ${entry} (${actText(act).en}). ${says.en}Reason: ${reason}`,
    };
  },
  'correction.decided': ({ entry, act, voids, approved, by, moved, facts }, names) => {
    const what = voids ? '取消し' : '訂正';
    const says = changesIn(facts, names);
    const dates = approved ? datesText(moved) : { ja: '', en: '' };
    return {
      ja: `第${entry}件（${actText(act).ja}）の${what}を${by}さんが${approved ? '承認' : '却下'}しました。${says.ja}${dates.ja}`,
      en: `${by} ${approved ? 'approved' : 'dismissed'} ${voids ? 'voiding' : 'correcting'} entry ${entry} (${actText(act).en}). ${says.en}${dates.en}`.trimEnd(),
    };
  },
  'correction.withdrawn': ({ entry, act, by, reason }) => ({
    ja: `第${entry}件（${actText(act).ja}）の訂正の申出を${by}さんが取り下げました。理由: ${reason}`,
    en: `${by} withdrew the proposal to put entry ${entry} (${actText(act).en}) right. Reason: ${reason}`,
  }),
};

export const correctionAsks: Asks = {
  'correction.proposed': choose,
};
