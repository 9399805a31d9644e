// The fields of a fact as words, where two facts of one kind are held against each other: which differ, and what each says.
import type { Text } from '../../machines/definition/definition.ts';
import { isVagueDay } from '../../machines/values/date.ts';
import { choicesOf } from '../choices.ts';
import { dayText, fiscalYearText, listed, yenText } from '../names.ts';
import { questionTextOf } from '../questions.ts';

export interface FieldPair {
  field: Text;
  wrong: Text;
  right: Text;
}

const OTHER: Text = { ja: 'そのほかの内容', en: 'other content' };
const NOTHING: Text = { ja: 'なし', en: 'none' };

/** In the order of the first; what only the second has comes last. */
export function differingFields(was: object, should: object): FieldPair[] {
  const [one, other] = [new Map(Object.entries(was)), new Map(Object.entries(should))];
  const names = [...new Set([...one.keys(), ...other.keys()])].filter((name) => name !== 'type');
  return names.flatMap((name) => {
    const [wrong, right] = [valueText(name, one.get(name)), valueText(name, other.get(name))];
    const same = JSON.stringify(one.get(name)) === JSON.stringify(other.get(name));
    return same ? [] : [{ field: questionTextOf(name) ?? OTHER, wrong, right }];
  });
}

function valueText(name: string, value: unknown): Text {
  if (value === undefined || value === null || value === '') return NOTHING;
  if (Array.isArray(value))
    return listed(
      value.map((one) => valueText(name, one)),
      NOTHING,
    );
  if (typeof value === 'object') {
    const parts = Object.entries(value).map(([part, one]) => valueText(part, one));
    return { ja: parts.map(({ ja }) => ja).join(' '), en: parts.map(({ en }) => en).join(' ') };
  }
  return leafText(name, value);
}

function leafText(name: string, value: unknown): Text {
  if (typeof value === 'number' && name.endsWith('Yen')) return yenText(value);
  if (typeof value === 'number' && name === 'fiscalYear') return fiscalYearText(value);
  const said = String(value);
  if (typeof value !== 'string') return { ja: said, en: said };
  return choicesOf(name)?.[said] ?? (isVagueDay(said) ? dayText(said) : { ja: said, en: said });
}
