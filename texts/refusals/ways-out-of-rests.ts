// What helps where an entry cannot be put right since something rests on it: by what rests there, since going back undoes gates alone.
import type { Text } from '../../machines/definition/definition.ts';
import { canBePutRight } from '../../machines/migration/acts.ts';
import type { RefusalFacts } from '../../machines/record/refusal.ts';
import { actText } from '../acts/act-texts.ts';
import { listed } from '../names.ts';
import { wayInSystem } from './ways-in-a-system.ts';

type Rests = RefusalFacts['correction.restedOn'];

const goBack: Text = {
  ja: '先に手戻り（sekimori go-back）で、その関門の前まで戻してください。',
  en: 'Go back behind that gate first (sekimori go-back).',
};
const met: Text = {
  ja: '日付や内容の誤りなら、取消しではなく訂正を申し出てください。その事実がなくなったのなら、手戻り（sekimori go-back）か切戻し（sekimori roll-back）を記録します。',
  en: 'Where only its day or content is wrong, correct it and do not void it. Where it is so no longer, go back (sekimori go-back) or record that it was rolled back (sekimori roll-back).',
};
const bidderStays: Text = {
  ja: '名前や日の誤りなら、取消しではなく、記号をそのままにした訂正を申し出てください。応募者を外すには、辞退を記録するか（sekimori rfp withdraw）、開封の前なら失格にします（sekimori rfp qualify --reject）。辞退した者は採点にも順位にも入らないので、何も要りません。',
  en: 'Where a name or a day is wrong, correct that and leave the id. A bidder is taken out by recording that they withdrew (sekimori rfp withdraw), or by rejecting them until the sheets are opened (sekimori rfp qualify --reject). Who withdrew is neither scored nor ranked: nothing is to be done.',
};
/** Facts that are put right themselves come first; of others, how that kind is undone. */
function ofFacts(facts: readonly string[]): Text[] {
  const [own, others] = [facts.filter(canBePutRight), facts.filter((type) => !canBePutRight(type))];
  const first = listed(own.map(actText));
  const putRight: Text = {
    ja: `先に「${first.ja}」の記録を訂正するか取り消してください（sekimori correct）。`,
    en: `Correct or void "${first.en}" first (sekimori correct).`,
  };
  // Of a procurement, what rests on an entry is what was told of a bidder since they applied.
  const way = (type: string) => (type.startsWith('rfp.') ? bidderStays : wayInSystem(type));
  return [...(own.length > 0 ? [putRight] : []), ...new Set(others.map(way))];
}

export function wayOutOf({ gates, conditions, beyond, deadlines, facts }: Rests): Text {
  const isGate = gates.length + conditions.length + beyond.length > 0;
  const ways = [...(isGate ? [goBack] : []), ...ofFacts(facts), ...(deadlines.length > 0 ? [met] : [])];
  return { ja: ways.map(({ ja }) => ja).join(''), en: ways.map(({ en }) => en).join(' ') };
}
