// What a field's value looks like, in words. Knows no field.
import type { Shape } from '../../machines/seed/fields.ts';
import type { Said } from './said.ts';

const forms: Readonly<Record<string, Said>> = {
  both: ['`{ ja, en }`', '`{ ja, en }`'],
  id: ['名前（小文字・数字・`-`）', 'id (a-z, 0-9, `-`)'],
  oneLine: ['一行', 'a line'],
  words: ['文', 'words'],
  day: ['日', 'day'],
  vagueDay: ['日か月', 'day or month'],
  plannedDay: ['日か月', 'day or month'],
  monthDay: ['月日 `MM-DD`', 'month and day `MM-DD`'],
  nthWeekday: ['第3月曜日、最終金曜日 など', 'third Monday, last Friday …'],
  timeOfDay: ['時刻 `HH:MM`', 'time `HH:MM`'],
  instant: ['日時', 'date and time'],
  municipalityCode: ['6桁', 'six digits'],
  rehearsalMark: ['英小文字と数字で8文字まで', 'up to 8 of a-z and 0-9'],
  stepId: ['ステップの番号', 'national step'],
  nationalStep: ['ステップの番号', 'national step'],
  score: ['点数', 'score'],
  sha256: ['16進64桁', '64 hex digits'],
};

/** `title` gives a part's name. */
export function shapeWords(shape: Shape, title: (part: string) => Said): Said {
  const inner = (of: Shape) => shapeWords(of, title);
  switch (shape.kind) {
    case 'text':
      return text(shape);
    case 'number':
      return number(shape);
    case 'flag':
      return ['`true`／`false`', '`true` or `false`'];
    case 'words':
      return [
        shape.words.map((word) => `\`${word}\``).join('／'),
        shape.words.map((word) => `\`${word}\``).join(' or '),
      ];
    case 'list':
      return list(inner(shape.of), shape.least);
    case 'record': {
      const [key, value] = [inner(shape.key), inner(shape.of)];
      return [`${key[0]}: ${value[0]} の組`, `${key[1]}: ${value[1]}`];
    }
    case 'either': {
      const each = shape.of.map(inner);
      return [each.map(([ja]) => ja).join('、または '), each.map(([, en]) => en).join(', or ')];
    }
    case 'orNull': {
      const [ja, en] = inner(shape.of);
      return [`${ja}、または \`null\``, `${en}, or \`null\``];
    }
    case 'part': {
      const [ja, en] = title(shape.part);
      return [`[${ja}](#${ja}-${shape.part.replaceAll(' ', '-')})`, en];
    }
    case 'fields':
      return ['下の項目', 'the fields below'];
  }
}

function text({ form, most }: Extract<Shape, { kind: 'text' }>): Said {
  const said = forms[form];
  if (!said) throw new Error(`no words for the form ${form}`);
  const bounded = most !== null && (form === 'oneLine' || form === 'words');
  return bounded ? [`${said[0]}（${most}文字まで）`, `${said[1]} (up to ${most})`] : said;
}

/** Beyond what anybody writes, a bound says nothing. */
const TELLING = 1_000_000;

function number({ least, most }: Extract<Shape, { kind: 'number' }>): Said {
  const to = most !== null && most < TELLING ? String(most) : '';
  const range = least === null && to === '' ? '' : ` ${least ?? ''}〜${to}`;
  return [`整数${range}`, `integer${range.replace('〜', '–')}`];
}

const list = ([ja, en]: Said, least: number): Said => [
  least > 0 ? `一覧（${least}つ以上）: ${ja}` : `一覧: ${ja}`,
  least > 0 ? `list of at least ${least}: ${en}` : `list: ${en}`,
];

/** Both languages in one cell, with what holds where the field is left out. */
export function both([ja, en]: Said, otherwise?: unknown): string {
  const said = ja === en ? ja : `${ja}<br>*${en}*`;
  return otherwise === undefined ? said : `${said}<br>既定 *default* \`${JSON.stringify(otherwise)}\``;
}
