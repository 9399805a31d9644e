// What a reader calls a field of what a command sent: its option as it is typed, or a word. Names of the API are nobody's words.
import { Option } from 'commander';
import type { Text } from '../speech.ts';
import { optionNameOf } from './option-names.ts';

/** Null: the sentence stands alone. */
export type Naming = (field: string) => Text | null;

const same = (word: string): Text => ({ ja: word, en: word });

/** Fields that an option of another name gives. */
const GIVEN_BY: Readonly<Record<string, string>> = {
  occurredOn: 'on',
  seenVersion: 'seen',
  files: 'folder',
  documents: 'kind',
};

/** Fields that an argument gives, or that several commands send by themselves. */
const WORDS: Readonly<Record<string, Text>> = {
  q: { ja: '探す言葉', en: 'what is looked for' },
  asOf: { ja: '基準日', en: 'the day' },
  account: { ja: 'アカウント', en: 'account' },
  name: { ja: '氏名', en: 'name' },
  post: { ja: '職', en: 'post' },
  password: { ja: 'パスワード', en: 'password' },
  next: { ja: '新しいパスワード', en: 'new password' },
  current: { ja: '今のパスワード', en: 'present password' },
  file: { ja: 'ファイル', en: 'file' },
  sheet: { ja: 'シート', en: 'sheet' },
  programme: { ja: '計画', en: 'programme' },
  changes: { ja: '変更', en: 'change' },
  files: { ja: 'フォルダ', en: 'folder' },
  system: { ja: 'システム', en: 'system' },
  id: { ja: '識別子', en: 'id' },
};

/** A system, a phase or a deadline by its id: what its owner wrote. */
const isId = (field: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(field);

/** @param flags of a command's options: `--as-of <date>` */
export function namingOf(flags: readonly string[]): Naming {
  const options = new Map(
    flags.map((one) => new Option(one)).map((one) => [one.attributeName(), one.long ?? '']),
  );
  return (field) => {
    const [name = '', index, ...within] = field.replace(/^(?:fact|wanted)\./, '').split('.');
    if (name === 'terms' && index !== undefined) return inFile(index, within);
    const flag = [name, GIVEN_BY[name] ?? name, optionNameOf(name)]
      .map((one) => options.get(one))
      .find((one) => one !== undefined);
    const word = flag === undefined ? WORDS[name] : same(flag);
    if (word === undefined) return isId(field) ? same(field) : null;
    return index !== undefined && /^\d+$/.test(index) ? nth(word, Number(index) + 1) : word;
  };
}

/** A field of a file that its owner wrote, by the names that stand there: `scoring.criteria（1つ目）.points`. */
const inFile = (first: string, within: readonly string[]): Text =>
  within
    .map((name) => (/^\d+$/.test(name) ? nth(same(''), Number(name) + 1) : same(`.${name}`)))
    .reduce((one, other) => ({ ja: one.ja + other.ja, en: one.en + other.en }), same(first));

const nth = ({ ja, en }: Text, place: number): Text => ({
  ja: `${ja}（${place}つ目）`,
  en: `${en} (no. ${place})`,
});

/** Where no command is known. */
export const plainNaming = namingOf([]);
