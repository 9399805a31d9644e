// Text of others as a terminal may show it: nothing in it moves the cursor, colours, rings, hides or turns round. Every
// printed line passes here.

/** Control characters but the line break, and what changes direction or is not seen (U+200B, U+2028, U+FEFF, tags). */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0001}-\u{e007f}\p{Surrogate}]/gu;

/** `ESC` as ␛, bidi overrides and others as `<U+202E>`; a tab as a blank. Line breaks stay. */
export function visible(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(UNSEEN, mark);
}

/** The same on one line of its own: what follows a break is set in, so that it is not taken for a line of ours. */
export const visibleLine = (text: string): string => visible(text).replaceAll('\n', '\n      ');

function mark(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (sign === '\t') return ' ';
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** JSON for a terminal or a pipe: the same value, with what a terminal would obey written as escapes. */
export const visibleJson = (json: string): string =>
  json.replace(UNSEEN, (sign) =>
    [...Array(sign.length).keys()]
      .map((index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
