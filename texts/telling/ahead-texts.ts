// What somebody should look to in time: who is lacking, what stops where nobody follows, calendars that are not fixed for long.
import type { Text } from '../../machines/definition/definition.ts';
import type { Ahead } from '../../machines/programme/ahead/ahead.ts';
import { dayText, type Names } from '../names.ts';
import { leftByTermText, termEndText } from '../refusals/term-texts.ts';
import { lackText } from '../sheets/people-sheet-texts.ts';
import { foreseenText } from '../sheets/transfer-texts.ts';

export function aheadText(one: Ahead, names: Names): Text {
  switch (one.code) {
    case 'lack':
      return lackText(one.lack, names);
    case 'ends': {
      const { ja, en } = foreseenText(one.found, one.on, names);
      return { ja: `職の期間が終わり、後任がいません。${ja}`, en: `Grants end and nobody follows. ${en}` };
    }
    case 'term': {
      const { ja, en } = termEndText(one.until, names.post(one.body));
      if (one.gates.length === 0) return { ja, en };
      const left = leftByTermText(one, names, (gate) => names.phase(`${gate.system}/${gate.phase}`));
      return {
        ja: `${left.ja}改定で任期を改めるか、ほかの会議体に決めさせてください。`,
        en: `${left.en} Amend its term, or let another body decide.`,
      };
    }
    case 'calendar': {
      const { calendar, version, fixedUntil } = one;
      const until = dayText(fixedUntil);
      return {
        ja: `暦「${calendar}」（${version}）の祝日が確定しているのは${until.ja}までです。新しい版を改定で加えてください。`,
        en: `Holidays of the calendar "${calendar}" (${version}) are fixed until ${until.en} only: amend it with a newer version.`,
      };
    }
  }
}
