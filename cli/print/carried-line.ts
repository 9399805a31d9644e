// By which channel a digest went to somebody, and what came of it, on one line.
import type { z } from 'zod';
import type { carriedBy } from '../../server/contract/telling/contacts.ts';
import { type Language, speak } from './speech.ts';
import { instantWord } from './words.ts';

type Carried = z.infer<typeof carriedBy>;

export function carriedLine(
  { channel, state, attempts, at, receipt, error }: Carried,
  language: Language,
): string {
  const say = speak(language);
  const when = at === null ? '' : ` ${instantWord(at, language)}`;
  const words = {
    waiting: say(`まだ届いていません（${attempts}回試行）`, `not arrived yet (${attempts} attempts)`),
    arrived: say('届きました', 'arrived'),
    givenUp: say('届けられませんでした', 'given up'),
    carriedOver: say('後のお知らせに含めました', 'taken up by a later digest'),
    moot: say('送る前に当てはまらなくなりました', 'held no longer when it was to be sent'),
  };
  return [`${channel}: ${words[state]}${when}`, receipt ?? error ?? '']
    .filter((part) => part !== '')
    .join('  ');
}
