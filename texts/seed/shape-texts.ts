// Sentences for what is wrong with a file's form, in Japanese and English: what is wrong, what would be right.
import type { Text } from '../../machines/definition/definition.ts';
import type { Format, ProblemFacts } from '../../machines/seed/problem.ts';
import { remarkText, unreadText } from '../values.ts';
import { writtenForms } from '../written-forms.ts';
import { yamlFaultText } from './yaml-texts.ts';

export interface ProblemText {
  message: Text;
  expected: Text;
}
export const both = (message: [ja: string, en: string], expected: [ja: string, en: string]): ProblemText => ({
  message: { ja: message[0], en: message[1] },
  expected: { ja: expected[0], en: expected[1] },
});

/** 「…」のことか / did you mean …, or what may stand there where nothing is near. */
export function suggestion(nearest: string | null, known: readonly string[]): [string, string] {
  if (nearest) return [`「${nearest}」ではありませんか`, `did you mean "${nearest}"?`];
  if (known.length === 0) return ['ここで使える名前は、まだ一つもありません', 'no name can stand here yet'];
  const some = known.slice(0, 12);
  const more = known.length > some.length;
  return [
    `使える名前: ${some.join('、')}${more ? ' ほか' : ''}`,
    `known: ${some.join(', ')}${more ? ' …' : ''}`,
  ];
}

const pairOf = ({ ja, en }: Text): [string, string] => [ja, en];
const formats: Record<Format, [string, string]> = {
  day: ['実在する日付 YYYY-MM-DD（例 2026-03-31）', 'a day that exists, YYYY-MM-DD (2026-03-31)'],
  vagueDay: [
    '実在する日付 YYYY-MM-DD、または月 YYYY-MM（例 2023-10）',
    'a day that exists, YYYY-MM-DD, or a month, YYYY-MM (2023-10)',
  ],
  plannedDay: [
    '1990年から2150年までの日付または月（例 2026-03）',
    'a day or month from 1990 to 2150 (2026-03)',
  ],
  id: ['英小文字・数字・ハイフンの名前（例 wave-1）', 'lower-case letters, digits and hyphens (wave-1)'],
  municipalityCode: ['6桁の団体コード（例 131121）', 'a 6-digit 団体コード (131121)'],
  rehearsalMark: [
    '実運用の計画と並べるときの印：英小文字と数字で8文字まで（例 r）',
    'a mark of up to 8 lower-case letters and digits (r)',
  ],
  unstorable: pairOf(writtenForms.unstorable),
  looksEmpty: pairOf(writtenForms.looksEmpty),
  oneLine: pairOf(writtenForms.oneLine),
  other: ['形式に合う値', 'a value of the right form'],
};

const kinds: Record<string, [string, string]> = {
  string: ['文字列', 'text'],
  number: ['数値', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true または false', 'true or false'],
  array: ['一覧（- で始まる行）', 'a list (lines that start with -)'],
  object: ['項目: 値 の組', 'a mapping (key: value)'],
  record: ['項目: 値 の組', 'a mapping (key: value)'],
};

type Texts<C extends keyof ProblemFacts> = { [K in C]: (facts: ProblemFacts[K]) => ProblemText };

export const shapeTexts: Texts<
  | 'file.unknown'
  | 'file.missing'
  | 'file.empty'
  | 'file.tooLarge'
  | 'file.tooMany'
  | 'yaml.syntax'
  | 'yaml.duplicateKey'
  | 'value.unread'
  | 'value.interpreted'
  | 'key.duplicate'
  | 'shape.missing'
  | 'shape.type'
  | 'shape.value'
  | 'shape.format'
  | 'shape.unknownKey'
  | 'shape.range'
  | 'shape.form'
> = {
  'file.unknown': ({ known, nearest }) =>
    both(
      ['このファイルは計画のどの部分でもありません', 'this file is no part of a programme'],
      suggestion(nearest, known),
    ),
  'file.missing': ({ name }) =>
    both(
      [`${name} がありません`, `${name} is missing`],
      [`フォルダーに ${name} を置く`, `put ${name} into the folder`],
    ),
  'file.empty': () =>
    both(['ファイルが空です', 'the file is empty'], ['中身を書くか、ファイルを消す', 'fill it or remove it']),
  'file.tooLarge': ({ limit }) =>
    both(
      [
        'ファイルが大きすぎるか、全部を合わせると大きすぎます',
        'the file is too large, or all of them together are',
      ],
      [`${limit} 文字まで（資料は別に保管する）`, `up to ${limit} characters; keep documents elsewhere`],
    ),
  'file.tooMany': ({ limit }) =>
    both(
      [
        '全部のファイルを合わせると、項目と記号が多すぎます',
        'all files together hold too many values and signs',
      ],
      [`合わせて ${limit} 個まで`, `up to ${limit} together`],
    ),
  'yaml.syntax': (fault) => {
    const { ja, en } = yamlFaultText(fault);
    return both(
      [`YAML として読めません（${ja}）`, `not readable as YAML: ${en}`],
      [
        '字下げ（空白のみ）・引用符・「: 」の後の空白を直す',
        'mend indentation (blanks only), quotes, and the blank after ":"',
      ],
    );
  },
  'yaml.duplicateKey': () =>
    both(
      ['同じ項目が二度書かれています', 'the same key is written twice'],
      ['どちらか一方だけを残す', 'keep one of the two'],
    ),
  'value.unread': ({ written, reason }) => {
    const { ja, en } = unreadText(written, reason);
    return both(
      [ja, en],
      ['書き方の一覧は手引きの「値の書き方」', 'docs/written-values.md lists what is read'],
    );
  },
  'value.interpreted': ({ written, remark }) => {
    const { ja, en } = remarkText(written, remark);
    return both([ja, en], ['そのとおりなら、このままでよい', 'nothing to do, if that is meant']);
  },
  'key.duplicate': ({ key }) =>
    both(
      [`「${key}」が、書き方を変えて二度書かれています`, `"${key}" is written twice, in two ways`],
      ['どちらか一方だけを残す', 'keep one of the two'],
    ),
  'shape.missing': ({ field }) =>
    both([`「${field}」がありません`, `"${field}" is missing`], [`「${field}:」を書く`, `write "${field}:"`]),
  'shape.type': ({ expected, got }) =>
    both(
      [`値の種類が違います: ${got}`, `wrong kind of value: ${got}`],
      kinds[expected] ?? [expected, expected],
    ),
  'shape.value': ({ values, got }) =>
    both(
      [`使えない値です: ${got}`, `not one of the values known here: ${got}`],
      [`次のどれか: ${values.join('、')}`, `one of: ${values.join(', ')}`],
    ),
  'shape.format': ({ format, got }) =>
    both([`書き方が違います: ${got}`, `not written as it should be: ${got}`], formats[format]),
  'shape.unknownKey': ({ key, nearest }) =>
    both(
      [`「${key}」という項目はここにはありません`, `there is no key "${key}" here`],
      nearest ? suggestion(nearest, []) : ['この項目を消す', 'remove it'],
    ),
  'shape.range': ({ minimum, maximum, of }) => {
    const what: [string, string] = of === 'length' ? ['件数・文字数', 'its length'] : ['値', 'the value'];
    return minimum !== null
      ? both(
          [`${what[0]}が小さすぎます`, `${what[1]} is too small`],
          [`${minimum} 以上`, `${minimum} or more`],
        )
      : both(
          [`${what[0]}が大きすぎます`, `${what[1]} is too large`],
          [`${maximum} 以下`, `${maximum} or less`],
        );
  },
  'shape.form': ({ got }) =>
    both(
      [`読み取れない形です: ${got}`, `not in any form known here: ${got}`],
      ['見本（seeds/template）と同じ形', 'the form shown in seeds/template'],
    ),
};
