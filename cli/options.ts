// A command's options and arguments as checked values: days however they are written, whole numbers, yen, lists.
import { parseJapaneseDate } from '../server/contract/dates.ts';
import { CommandFailure } from './failure.ts';

export interface Options {
  text(name: string): string | undefined;
  /** An option that commander has made sure of. */
  required(name: string): string;
  list(name: string): string[];
  flag(name: string): boolean;
}

export function optionsOf(given: Readonly<Record<string, unknown>>): Options {
  const text = (name: string) => {
    const value = given[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    text,
    required: (name) => text(name) ?? '',
    list: (name) => {
      const value = given[name];
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
    },
    flag: (name) => given[name] === true,
  };
}

const wrong = (ja: string, en: string) => new CommandFailure('wrongUse', { ja, en });

/** A whole day: `2023-11-16`, `R5.11.16`, `令和5年11月16日`, `令和5年10月末`. */
export function dayFrom(written: string): string {
  const found = parseJapaneseDate(written);
  if (found !== null && found.length === 10) return found;
  throw wrong(
    `「${written}」を日付として読み取れません。例：2023-11-16、R5.11.16、令和5年11月16日、令和5年10月末`,
    `"${written}" is no day. Write it as 2023-11-16, R5.11.16 or 令和5年11月16日.`,
  );
}

/** A day, or a month where no more is known: `2023-10`, `令和5年10月`. */
export function vagueDayFrom(written: string): string {
  const found = parseJapaneseDate(written);
  if (found !== null) return found;
  throw wrong(
    `「${written}」を日付や年月として読み取れません。例：2023-11-16、2023-11、R5.11.16、令和5年11月`,
    `"${written}" is neither a day nor a month. Write it as 2023-11-16, 2023-11 or R5.11.16.`,
  );
}

export function countFrom(written: string, option: string): number {
  const plain = written.normalize('NFKC').replaceAll(',', '');
  if (/^\d{1,15}$/.test(plain)) return Number(plain);
  throw wrong(
    `${option} には 0 以上の整数を指定してください（「${written}」）。`,
    `${option} takes a whole number of 0 or more, not "${written}".`,
  );
}

/** A fiscal year: `2023`, `R5`, `令和5年度`. */
export function fiscalYearFrom(written: string): number {
  const plain = written.normalize('NFKC').replace(/年度?$/u, '');
  if (/^(19|20)\d{2}$/.test(plain)) return Number(plain);
  const found =
    /^(?:[RHSrhs]|令和|平成|昭和)(?:元|\d{1,2})$/u.test(plain) && parseJapaneseDate(`${plain}年5月1日`);
  if (found) return Number(found.slice(0, 4));
  throw wrong(
    `「${written}」を年度として読み取れません。例：2023、R5、令和5年度`,
    `"${written}" is no fiscal year. Write it as 2023 or R5.`,
  );
}

/** An exact decimal as the record keeps it: `574.9`, full-width digits and 点 allowed. */
export function scoreFrom(written: string, option: string): string {
  const plain = written.normalize('NFKC').replace(/点$/u, '');
  if (/^\d{1,6}(\.\d{1,4})?$/.test(plain)) return plain;
  throw wrong(
    `${option} には点数を指定してください（例：574.9。「${written}」は読み取れません）。`,
    `${option} takes a score such as 574.9, not "${written}".`,
  );
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
  throw wrong(
    `${option} には ${codes.map((code) => `${words[code].ja}（${code}）`).join('、')} のいずれかを指定してください（「${written}」）。`,
    `${option} takes one of ${codes.join(', ')}, not "${written}".`,
  );
}
