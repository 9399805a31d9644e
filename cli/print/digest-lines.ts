// A person's digest of a day, as the inbox prints it: each line with its systems, what is to be done, and why that date.
import type { InboxView } from '../../server/contract/telling/inbox.ts';
import { carriedLine } from './carried-line.ts';
import { type Language, speak } from './speech.ts';
import { visible } from './visible.ts';
import { dayWord, instantWord } from './words.ts';

type Digest = NonNullable<InboxView['digest']>;

export function digestLines({ day, late, readAt, channels, lines }: Digest, language: Language): string[] {
  const say = speak(language);
  const read =
    readAt === null
      ? say('● 未読', '● unread')
      : say(`${instantWord(readAt, language)} に既読`, `read ${instantWord(readAt, language)}`);
  const wasLate = late ? say('、遅れて', ', late') : '';
  const on = dayWord(day, language);
  const head = say(`${on}のお知らせ（${read}${wasLate}）`, `Digest of ${on} (${read}${wasLate})`);
  const carried = channels.map((channel) => `  ${carriedLine(channel, language)}`);
  return ['', head, ...carried, ...lines.flatMap((line) => lineOf(line, language))].map(visible);
}

function lineOf(
  { text, act, derivation, late, standing, systems }: Digest['lines'][number],
  language: Language,
): string[] {
  const say = speak(language);
  const whose = systems.map(({ systemName }) => systemName[language]).join(say('、', ', '));
  const marks = [
    ...(late ? [say('[遅れて] ', '[late] ')] : []),
    ...(standing ? [say('[ひきつづき] ', '[still] ')] : []),
  ].join('');
  return [
    `・${marks}${whose === '' ? '' : `${whose}${say('：', ': ')}`}${text[language]}`,
    ...(act === null ? [] : [`    ${say('すること：', 'To do: ')}${act[language]}`]),
    ...(derivation === null ? [] : [`    ${say('期日の根拠：', 'Why that day: ')}${derivation[language]}`]),
  ];
}
