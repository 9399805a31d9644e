// Acts that speak of another entry: what was recorded wrongly and is put right, and what a deputy decided and is seen afterwards.
import type { Text } from '../../machines/definition/definition.ts';
import { dayText, type Names } from '../names.ts';
import { changesText, differingFields } from './field-words.ts';
import { type ActTexts, because } from './said.ts';

/** How the other entry is said. */
interface Others {
  actText: (type: string) => Text;
  entryText: (fact: { type: string }, names: Names) => Text;
}

export const actsOnEntries = ({
  actText,
  entryText,
}: Others): ActTexts<
  | 'correction.proposed'
  | 'correction.approved'
  | 'correction.dismissed'
  | 'correction.withdrawn'
  | 'decision.seen'
> => ({
  'correction.proposed': {
    label: { ja: '記録の訂正・取消しの申出', en: 'propose to correct or void an entry' },
    said: ({ entry, was, should, reason }, names) => {
      const [old, right] = [entryText(was.fact, names), should && entryText(should.fact, names)];
      const moved = should && should.occurredOn !== was.occurredOn;
      const by = should && should.actor.account !== was.actor.account;
      const [from, to] = [dayText(was.occurredOn), dayText(should?.occurredOn ?? was.occurredOn)];
      const changes = changesText(should ? differingFields(was.fact, should.fact, names) : []);
      const says = changes.ja === '' ? changes : { ja: `（${changes.ja}）`, en: ` (${changes.en})` };
      const ja = right
        ? `訂正を申出: 正しくは「${right.ja}」${says.ja}${moved ? `、${from.ja}でなく${to.ja}` : ''}${by ? `、${was.actor.name}さんでなく${should.actor.name}さん` : ''}`
        : '取消しを申出';
      const en = right
        ? `proposed to correct: it should say "${right.en}"${says.en}${moved ? `, on ${to.en} and not ${from.en}` : ''}${by ? `, by ${should.actor.name} and not ${was.actor.name}` : ''}`
        : 'proposed to void';
      return {
        ja: `第${entry}件「${old.ja}」の${ja}${because(reason).ja}`,
        en: `entry ${entry} "${old.en}" ${en}${because(reason).en}`,
      };
    },
  },
  'correction.approved': {
    label: { ja: '記録の訂正・取消しの承認', en: 'approve correcting or voiding an entry' },
    said: ({ entry }) => ({
      ja: `第${entry}件の訂正（取消し）を承認`,
      en: `correcting (voiding) entry ${entry} approved`,
    }),
  },
  'correction.dismissed': {
    label: { ja: '記録の訂正・取消しの却下', en: 'dismiss correcting or voiding an entry' },
    said: ({ entry, reason }) => ({
      ja: `第${entry}件の訂正（取消し）を却下${because(reason).ja}`,
      en: `correcting (voiding) entry ${entry} dismissed${because(reason).en}`,
    }),
  },
  'correction.withdrawn': {
    label: {
      ja: '記録の訂正・取消しの申出の取下げ',
      en: 'withdraw the proposal to correct or void an entry',
    },
    said: ({ entry, reason }) => ({
      ja: `第${entry}件の訂正（取消し）の申出を取下げ${because(reason).ja}`,
      en: `proposal to correct (void) entry ${entry} withdrawn${because(reason).en}`,
    }),
  },
  'decision.seen': {
    label: { ja: '代決の後閲', en: 'look afterwards at what a deputy decided' },
    said: ({ entry, of, note }, names) => ({
      ja: `第${entry}件（${names.person(of.account)}が代決した「${actText(of.act).ja}」）を後閲${note ? `（${note}）` : ''}`,
      en: `entry ${entry} ("${actText(of.act).en}", decided by ${names.person(of.account)} as deputy) seen afterwards${note ? ` (${note})` : ''}`,
    }),
  },
});
