// What stands in the place of what is not shown, and who may see it.
import type { Text } from '../machines/definition/definition.ts';
import { listed, type Names } from './names.ts';

/**
 * procurement: until the selection is decided. inside: of a procurement beyond what is published. sealed: an evaluator's sheet until all
 * are opened. otherSystem: it concerns a system outside the reader's posts.
 */
export type Undisclosed = 'procurement' | 'inside' | 'sealed' | 'otherSystem';

export const undisclosedText: Record<Undisclosed, Text> = {
  procurement: {
    ja: '選定が決まるまで非開示',
    en: 'Not disclosed until the selection is decided',
  },
  inside: {
    ja: '調達手続に当たる職と監査のほかには非開示',
    en: 'Not disclosed beyond the posts of this procurement and auditors',
  },
  sealed: {
    ja: '採点が締め切られるまで、本人のほかには非開示',
    en: 'Not disclosed to anyone but its author until scoring is closed',
  },
  otherSystem: {
    ja: '担当外のシステムに関わるため非開示',
    en: 'Not disclosed: it concerns a system outside your posts',
  },
};

/** Stands where the name and the post of whoever scores would. */
export const unnamedText: Text = { ja: '非開示', en: 'not disclosed' };

/** With the posts that see it meanwhile. */
export function undisclosedUntil(posts: readonly string[], names: Names): Text {
  const who = listed(posts.map(names.post), { ja: '', en: '' });
  const { ja, en } = undisclosedText.procurement;
  return {
    ja: `${ja}（見られるのは${who.ja}と、監査する職です）`,
    en: `${en} (seen by ${who.en}, and by auditors)`,
  };
}
