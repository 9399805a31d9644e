// What somebody should look to in time: who is lacking, what stops where nobody follows, calendars that are not fixed for long.
import type { Text } from '../machines/definition/definition.ts';
import type { Ahead } from '../machines/programme/ahead/ahead.ts';
import { dayText, type Names } from './names.ts';
import { lackText } from './sheets/people-sheet-texts.ts';
import { foreseenText } from './sheets/transfer-texts.ts';

export function aheadText(one: Ahead, names: Names): Text {
  switch (one.code) {
    case 'lack':
      return lackText(one.lack, names);
    case 'ends': {
      const { ja, en } = foreseenText(one.found, one.on, names);
      return { ja: `職の期間が終わり、後任がいません。${ja}`, en: `Grants end and nobody follows. ${en}` };
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
