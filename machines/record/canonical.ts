// A JSON value as the one text that it has (RFC 8785): keys in the order of their UTF-16 units, no blanks, numbers and texts as
// ECMAScript writes them. Every entry and every state is written so, several times an event: it is written to be fast.

/** Names come again and again. */
const quoted = new Map<string, string>();
const MOST_QUOTED = 20_000;

function nameOf(key: string): string {
  const known = quoted.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (quoted.size < MOST_QUOTED) quoted.set(key, name);
  return name;
}

/** Of an object what has no value is left out; in a list it is null. @throws Error for what is no JSON value */
export function canonical(value: unknown): string {
  const text = written(value);
  if (text === undefined) throw new Error('not a JSON value');
  return text;
}

function written(value: unknown): string | undefined {
  if (typeof value === 'object' && value !== null)
    return Array.isArray(value) ? listWritten(value) : objectWritten(value as Record<string, unknown>);
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('not a JSON value');
  return JSON.stringify(value);
}

/** A text of which every sign is written as it is: no quotation mark, no backslash, no control, no half of a pair. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

function listWritten(list: readonly unknown[]): string {
  let text = '[';
  for (let index = 0; index < list.length; index += 1)
    text += `${index === 0 ? '' : ','}${written(list[index]) ?? 'null'}`;
  return `${text}]`;
}

function objectWritten(object: Record<string, unknown>): string {
  let text = '';
  for (const key of inOrder(Object.keys(object))) {
    const member = written(object[key]);
    if (member !== undefined) text += `${text === '' ? '' : ','}${nameOf(key)}${member}`;
  }
  return `{${text}}`;
}

/** Most come in order: they were read from such a text. */
function inOrder(keys: string[]): string[] {
  for (let index = 1; index < keys.length; index += 1)
    if ((keys[index - 1] as string) > (keys[index] as string)) return keys.sort();
  return keys;
}
