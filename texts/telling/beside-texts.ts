// The sentence of each line of somebody's day that is about the programme itself; the systems stand beside it.
import type { Text } from '../../machines/definition/definition.ts';
import type { Beside } from '../../machines/programme/today/beside.ts';
import { actText } from '../acts/act-texts.ts';
import { formText } from '../meetings/words.ts';
import { dayText, listed, type Names } from '../names.ts';
import { vendorNoticeText } from '../vendor-texts.ts';

const until = (day: string | null, ja: string, en: string): Text =>
  day === null
    ? { ja: '', en: '' }
    : { ja: `（${dayText(day).ja}${ja}）`, en: ` (${en} ${dayText(day).en})` };

export function besideText(one: Beside, names: Names): Text {
  switch (one.code) {
    case 'amendment': {
      const from = until(one.fromOn, 'から', 'from');
      return {
        ja: `定義の改定（第${one.version}版）を承認するか決める${from.ja}`,
        en: `Decide the amendment to version ${one.version}${from.en}`,
      };
    }
    case 'seeing': {
      const { of, name, seenBy } = one.made;
      const [what, by] = [actText(of.act), until(seenBy, 'まで', 'by')];
      return {
        ja: `${name}さんが代決した「${what.ja}」を後閲する${by.ja}`,
        en: `Look at what ${name} decided in your name: ${what.en}${by.en}`,
      };
    }
    case 'vendorNotice': {
      const kind = vendorNoticeText[one.kind];
      return one.post === null
        ? {
            ja: `${one.vendor}の通知（${kind.ja}）が届いている`,
            en: `A notice of ${one.vendor} (${kind.en})`,
          }
        : {
            ja: `${one.vendor}の通知（${kind.ja}）に対応を決める`,
            en: `Answer a notice of ${one.vendor} (${kind.en})`,
          };
    }
    case 'meeting':
      return meetingText(one, names);
  }
}

function meetingText({ body, form, on, out }: Extract<Beside, { code: 'meeting' }>, names: Names): Text {
  const [label, day] = [names.post(body), dayText(on)];
  if (form === 'inPerson')
    return {
      ja: `${label.ja}の${formText[form].ja}（${day.ja}）`,
      en: `Meeting of ${label.en} on ${day.en}`,
    };
  const items = listed(out.map((item) => ({ ja: `${item}`, en: `${item}` })));
  return {
    ja: `${label.ja}の${formText[form].ja}に回答する（議案${items.ja}、${day.ja}まで）`,
    en: `Answer the circulation of ${label.en} (item ${items.en}, by ${day.en})`,
  };
}
