// Words that people write, as one schema: whatever no database, no reader or no hash can take is refused with the field, and
// what only looks empty is empty. Knows no field.
import * as z from 'zod';

/** U+0000–U+001F and U+007F–U+009F but tab and line breaks; U+FFFD and U+FFFE/U+FFFF, which stand for bytes that were no text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNSTORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd-\uffff]/u;
/** With the flag `u`, a surrogate matches only where it stands alone. */
const LONE_SURROGATE = /\p{Surrogate}/u;
/** Spaces of all kinds, what joins or forbids breaks without being seen, and blanks that Unicode counts as letters. */
const UNSEEN = /[\s\p{Z}\p{Cf}\u115f\u1160\u2800\u3164\uffa0]|\p{Mn}/gu;

/** True for a text that can be stored, hashed and shown as it is. */
export function isStorable(text: string): boolean {
  return !LONE_SURROGATE.test(text) && !UNSTORABLE.test(text);
}

/** True where a reader would see nothing. */
export function looksEmpty(text: string): boolean {
  return text.replace(UNSEEN, '') === '';
}

/** Written words, without the space around them: something to see, storable, at most `most` characters. */
export function written(most: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine(isStorable, { message: 'unstorable' })
    .refine((text) => text === '' || !looksEmpty(text), { message: 'looksEmpty' });
}

/** Written words of one line: a name, a title, a number. A break would be a second row in a table, and a list beside it. */
export function writtenLine(most: number) {
  return written(most).refine((text) => !/[\n\r\v\f\u0085\u2028\u2029]/u.test(text), { message: 'oneLine' });
}

/** The same, and nothing at all as well. */
export function maybeWritten(most: number) {
  return z.string().trim().max(most).refine(isStorable, { message: 'unstorable' }).optional();
}

/** An id that a client chooses for its request: visible ASCII, so that it is the same in every log, header and key. */
export function chosenId(most: number) {
  return z
    .string()
    .min(1)
    .max(most)
    .regex(/^[\x21-\x7e]+$/, { message: 'chosenId' });
}

/** What data writes in both languages as `日本語 / English`; one alone serves for both. */
export function textOfBoth(given: string): { ja: string; en: string } {
  const at = given.indexOf(' / ');
  if (at < 0) return { ja: given, en: given };
  return { ja: given.slice(0, at).trim(), en: given.slice(at + 3).trim() };
}
