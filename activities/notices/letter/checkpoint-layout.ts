// A letter that brings a checkpoint, laid out: its digest to be kept beside the file that is attached.
import type { Text } from '../../../machines/definition/definition.ts';
import { checkpointFile, digestLines } from '../../../machines/values/checkpoint.ts';
import { exactInstantText } from '../../../texts/rfp/words.ts';
import { checkpointWords, sizeText } from '../../../texts/telling/checkpoint-texts.ts';
import { digestWords } from '../../../texts/telling/digest-texts.ts';
import type { Letter } from './letter.ts';

interface Link {
  name: string;
  url: string;
}

/** In the shape of any letter's sections (layout.ts). */
export function checkpointSections(
  { signed: { checkpoint, digest, signature } }: NonNullable<Letter['checkpoint']>,
  say: (text: Text) => string,
  publicUrl: string | null,
) {
  const words = checkpointWords;
  const fact = (name: Text, value: string) => `${say(name)}${say(digestWords.colon)}${value}`;
  const audit =
    publicUrl === null
      ? []
      : [{ name: say(words.audit), url: `${publicUrl}/programmes/${checkpoint.programme}/audit` }];
  return [
    section(say(words.digest), digestLines(digest)),
    section(say(words.attached), [
      checkpointFile(checkpoint),
      say(sizeText(checkpoint)),
      fact(words.at, say(exactInstantText(checkpoint.at))),
      fact(words.key, signature.key),
      say(words.keep),
    ]),
    section(say(words.compare), [say(words.how)], audit),
  ];
}

const section = (heading: string, sentences: readonly string[], links: Link[] = []) => ({
  heading,
  lines: sentences.map((sentence, index) => ({
    ...{ sentence, toDo: null, why: null },
    links: index === sentences.length - 1 ? links : [],
  })),
});
