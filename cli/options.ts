// A command's options and arguments as checked values: read by the one reader of each kind of value, never here.
import type { Reading } from '../machines/values/reading.ts';
import { remarkText, unreadText } from '../texts/values.ts';
import { CommandFailure } from './failure.ts';
import type { Text } from './print/speech.ts';

export interface Options {
  text(name: string): string | undefined;
  /** An option without which the command is refused before it runs. */
  required(name: string): string;
  list(name: string): string[];
  /** Whether it was written at all. */
  has(name: string): boolean;
  flag(name: string): boolean;
  /** True or false where `--name` or `--no-name` was written. */
  either(name: string): boolean | undefined;
  /** What was written, as its reader takes it. @throws CommandFailure where it is no such value */
  read<T>(reader: (written: string) => Reading<T>, written: string, name?: string): T;
  /** An option that may be left out. @throws CommandFailure */
  maybe<T>(reader: (written: string) => Reading<T>, name: string): T | undefined;
  /** What the readers took to mean something, told beside the answer. */
  readonly remarks: readonly Text[];
}

/** `documentNo` is given as `--document-no`. */
export const flagOf = (name: string) =>
  `--${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

export function optionsOf(given: Readonly<Record<string, unknown>>): Options {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  const remarks: Text[] = [];
  const read = <T>(reader: (written: string) => Reading<T>, written: string, name?: string): T => {
    const found = reader(written);
    if (found.status === 'refused') {
      const { ja, en } = unreadText(written, found.reason);
      const of = name === undefined ? '' : `${flagOf(name)} `;
      throw new CommandFailure('wrongUse', { ja: `${of}${ja}`, en: `${of}${en}` });
    }
    remarks.push(...found.remarks.map((remark) => remarkText(written, remark)));
    return found.value;
  };
  return {
    text,
    read,
    maybe: (reader, name) => {
      const written = text(name);
      return written === undefined ? undefined : read(reader, written, name);
    },
    remarks,
    required: (name) => text(name) ?? '',
    list: (name) => {
      const value = given[name];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    has: (name) => given[name] !== undefined,
    flag: (name) => given[name] === true,
    either: (name) => {
      const value = given[name];
      return typeof value === 'boolean' ? value : undefined;
    },
  };
}

/** One of the words of a table, by its code or either language's word. */
export function wordFrom<C extends string>(
  written: string,
  words: Readonly<Record<C, { ja: string; en: string }>>,
  option: string,
): C {
  const codes = Object.keys(words) as C[];
  const found = codes.find((code) => [code, words[code].ja, words[code].en].includes(written));
  if (found) return found;
  throw new CommandFailure('wrongUse', {
    ja: `${option} には ${codes.map((code) => `${words[code].ja}（${code}）`).join('、')} のいずれかを指定してください（「${written}」）。`,
    en: `${option} takes one of ${codes.join(', ')}, not "${written}".`,
  });
}
