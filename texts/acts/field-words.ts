// The fields of a fact as words, where two facts of one kind are held against each other: which differ, and what each says.
import type { Text } from '../../machines/definition/definition.ts';
import { type Evidence, evidence } from '../../machines/migration/gate/papers.ts';
import { isVagueDay } from '../../machines/values/date.ts';
import { businessText } from '../../machines/values/names/business.ts';
import { statusWords } from '../../machines/values/national-step.ts';
import { choicesOf } from '../choices.ts';
import { slipCauseText } from '../deadline/words.ts';
import { dayText, fiscalYearText, listed, type Names, yenText } from '../names.ts';
import { questionTextOf } from '../questions.ts';
import { differingPapers } from './paper-words.ts';

export interface FieldPair {
  field: Text;
  wrong: Text;
  right: Text;
}

const OTHER: Text = { ja: 'そのほかの内容', en: 'other content' };
const NOTHING: Text = { ja: 'なし', en: 'none' };

/** In the order of the first; what only the second has comes last. Of amounts by fiscal year, each year that differs. */
export function differingFields(was: object, should: object, names: Names): FieldPair[] {
  const [one, other] = [new Map(Object.entries(was)), new Map(Object.entries(should))];
  const fields = [...new Set([...one.keys(), ...other.keys()])].filter((name) => name !== 'type');
  return fields.flatMap((name): FieldPair[] => {
    const [before, now] = [one.get(name), other.get(name)];
    if (isSame(before, now)) return [];
    const field = questionTextOf(name) ?? OTHER;
    const papers = [papersIn(before), papersIn(now)] as const;
    if (papers[0] && papers[1])
      return differingPapers([papers[0], papers[1]], names).map(({ field: of, wrong, right }) => ({
        field: of,
        wrong: wrong ?? NOTHING,
        right: right ?? NOTHING,
      }));
    return isYearly(before) && isYearly(now)
      ? differingYears(field, [before, now], names)
      : [{ field, wrong: valueText(name, before, names), right: valueText(name, now, names) }];
  });
}

/** 総額（円）：449,547,000円 → 448,547,000円 */
export function changesText(pairs: readonly FieldPair[]): Text {
  const said = (language: 'ja' | 'en', colon: string) =>
    pairs
      .map(({ field, wrong, right }) => `${field[language]}${colon}${wrong[language]} → ${right[language]}`)
      .join(language === 'ja' ? '、' : '; ');
  return { ja: said('ja', '：'), en: said('en', ': ') };
}

/** The documents that a field holds; null where it holds anything else. */
function papersIn(value: unknown): Evidence[] | null {
  const found = evidence.or(evidence.array().min(1)).safeParse(value);
  return found.success ? [found.data].flat() : null;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

interface OfYear {
  fiscalYear: number;
}

const isYearly = (value: unknown): value is readonly OfYear[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one?.fiscalYear === 'number');

function differingYears(
  field: Text,
  [was, should]: readonly [readonly OfYear[], readonly OfYear[]],
  names: Names,
): FieldPair[] {
  const amountIn = (list: readonly OfYear[], year: number): Text => {
    const found = list.find(({ fiscalYear }) => fiscalYear === year);
    if (!found) return NOTHING;
    const { fiscalYear: _year, ...amounts } = found;
    return membersText(amounts, names);
  };
  const years = [...new Set([...was, ...should].map(({ fiscalYear }) => fiscalYear))];
  return years.flatMap((year) => {
    const [wrong, right, of] = [amountIn(was, year), amountIn(should, year), yearText(year)];
    const named = { ja: `${field.ja} ${of.ja}`, en: `${field.en}, ${of.en}` };
    return isSame(wrong, right) ? [] : [{ field: named, wrong, right }];
  });
}

/** 令和5年度（2023）: by both calendars, since somebody decides on it. */
function yearText(year: number): Text {
  const { ja, en } = fiscalYearText(year);
  return { ja: `${ja}（${year}）`, en };
}

function valueText(name: string, value: unknown, names: Names): Text {
  if (value === undefined || value === null || value === '') return NOTHING;
  if (Array.isArray(value))
    return listed(
      value.map((one) => valueText(name, one, names)),
      NOTHING,
    );
  return typeof value === 'object' ? membersText(value, names) : leafText(name, value, names);
}

/** A single one by itself; of several, those that have a name say it: 移行経費 100円、運用経費 30円. */
function membersText(of: object, names: Names): Text {
  const members = Object.entries(of).map(([name, value]) => ({ name, said: valueText(name, value, names) }));
  const [only, ...more] = members;
  if (only && more.length === 0 && questionTextOf(only.name)) return only.said;
  return listed(
    members.map(({ name, said }) => {
      const { ja, en } = memberText(name);
      return { ja: `${ja}${said.ja}`, en: `${en}${said.en}` };
    }),
    NOTHING,
  );
}

/** What has no name of its own is in a row with others that say what it is. */
function memberText(name: string): Text {
  if (isStep(name)) return { ja: `${name} `, en: `${name} ` };
  const called = questionTextOf(name);
  if (!called) return { ja: '', en: '' };
  return { ja: `${called.ja.replace(/（円）$/u, '')} `, en: `${called.en.replace(/ \(yen\)$/u, '')} ` };
}

function leafText(name: string, value: unknown, names: Names): Text {
  if (typeof value === 'number' && name.endsWith('Yen')) return yenText(value);
  if (typeof value === 'number' && name === 'fiscalYear') return yearText(value);
  const said = String(value);
  if (typeof value !== 'string') return { ja: said, en: said };
  return codeText(name, said, names) ?? (isVagueDay(said) ? dayText(said) : { ja: said, en: said });
}

const causes: ReadonlyMap<string, Text> = new Map(Object.entries(slipCauseText));
const statuses: ReadonlyMap<string, Text> = new Map(
  Object.entries({
    done: { ja: statusWords.done, en: 'done' },
    inProgress: { ja: statusWords.inProgress, en: 'in progress' },
    notStarted: { ja: statusWords.notStarted, en: 'not started' },
    notApplicable: { ja: statusWords.notApplicable, en: 'not applicable' },
  }),
);
/** National steps go by their numbers, which everybody uses. */
const isStep = (name: string): boolean => /^[①-⑳]/u.test(name);

/** What stands for a word in the record; null of what is words itself. */
function codeText(name: string, code: string, names: Names): Text | null {
  switch (name) {
    case 'phase':
    case 'to':
      return names.phase(code);
    case 'deadline':
      return names.deadline(code);
    case 'businesses':
      return businessText(code);
    case 'cause':
      return causes.get(code) ?? null;
    default:
      return (isStep(name) ? statuses.get(code) : choicesOf(name)?.[code]) ?? null;
  }
}
