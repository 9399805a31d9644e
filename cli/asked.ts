// What an act asks, as a command's options and as the fact that they make. Which questions there are, what they are called
// and what kind of answer each takes follow from the act; only a shorter name or a form of its own is written here.

import { readFiscalYear } from '../machines/values/calendar/fiscal-year.ts';
import { readAmounts, readCosts, readYen } from '../machines/values/money.ts';
import { readBusiness } from '../machines/values/names/business.ts';
import { readStep } from '../machines/values/national-step.ts';
import { isLeftOpen, readDay, readWholeDay } from '../machines/values/read-day.ts';
import { readCount, readScore } from '../machines/values/score.ts';
import { type ActType, type AskedQuestion, askedOf, isActType } from '../server/contract/asked.ts';
import { type OptionSpec, option } from './command-spec.ts';
import { CommandFailure } from './failure.ts';
import { flagOf, type Options, wordFrom } from './options.ts';
import { SHORTER } from './print/naming/option-names.ts';
import type { Text } from './print/speech.ts';
import { slipCauseWords, stepWords } from './print/words.ts';

/** How an answer of one kind is written, and what is read from it; undefined is left out of the fact. */
interface Form {
  value: string;
  hint?: Text;
  /** Given by repeating the option. `all`: where it is left out, every one is meant. */
  many?: true | 'all';
  read: (written: readonly string[], options: Options, key: string, question: AskedQuestion) => unknown;
}

type Kind = AskedQuestion['kind'];

const SEPARATOR = /[,，、・]/u;
const listed = (written: readonly string[]) => written.flatMap((item) => item.split(SEPARATOR));
const plannedDay = (written: string) => readDay(written, { within: 'planned' });
const plannedWholeDay = (written: string) => readWholeDay(written, { within: 'planned' });
const words: Form = { value: 'text', read: ([text]) => text };

/** Kinds without a form are answered by what the command names: a phase, a deadline, a file. */
const FORMS: Partial<Record<Kind, Form>> = {
  paragraph: words,
  line: words,
  score: { value: 'score', read: one((text, options, key) => options.read(readScore, text, key)) },
  count: { value: 'n', read: one((text, options, key) => options.read(readCount, text, key), null) },
  number: { value: 'n', read: one((text, options, key) => options.read(readCount, text, key)) },
  yen: { value: 'yen', read: one((text, options, key) => options.read(readYen, text, key)) },
  fiscalYear: {
    value: 'year',
    hint: { ja: '2024、R6', en: '2024, R6' },
    read: one((text, options, key) => options.read(readFiscalYear, text, key)),
  },
  fiscalYears: {
    value: 'years',
    hint: { ja: '例：R7', en: 'such as R7' },
    read: (written, options, key) => listed(written).map((year) => options.read(readFiscalYear, year, key)),
  },
  day: {
    value: 'date',
    read: ([text], options, key, { optional }) =>
      text === undefined || (optional && isLeftOpen(text)) ? null : options.read(plannedWholeDay, text, key),
  },
  exactDay: {
    value: 'date',
    read: one((text, options, key) => options.read(plannedWholeDay, text, key)),
  },
  vagueDay: {
    value: 'date',
    hint: { ja: '日または月', en: 'a day or a month' },
    read: one((text, options, key) => options.read(plannedDay, text, key)),
  },
  reasonTypes: {
    value: 'list',
    hint: {
      ja: '1 メインフレーム、2 個別開発、3 ベンダ撤退、4 事業者のリソースひっ迫（例：1,3）',
      en: '1 mainframe, 2 individual development, 3 vendor withdrawal, 4 vendor resources (1,3)',
    },
    read: reasonTypesIn,
  },
  cause: {
    value: 'word',
    hint: {
      ja: 'vendor 事業者、spec 仕様、budget 予算、staff 人員、other その他',
      en: 'vendor, spec, budget, staff or other',
    },
    read: ([word], _options, key) =>
      word === undefined ? undefined : wordFrom(word, slipCauseWords, flagOf(key)),
  },
  amounts: {
    value: 'year=yen',
    hint: { ja: '例：R5=131331519。繰り返し指定', en: 'such as R5=131331519; repeat it' },
    many: true,
    read: amountsIn,
  },
  costs: {
    value: 'year=migration/operation',
    hint: {
      ja: '例：R7=12000000/3400000（移行経費／運用経費）。繰り返し指定',
      en: 'such as R7=12000000/3400000 (migration/operation); repeat it',
    },
    many: true,
    read: (written, options, key) =>
      written.length === 0 ? undefined : options.read(() => readCosts(written), written.join(' '), key),
  },
  choice: {
    value: 'word',
    read: ([word], _options, key, { choices }) =>
      word === undefined ? undefined : wordFrom(word, choices ?? {}, flagOf(key)),
  },
  steps: {
    value: 'step=status',
    hint: { ja: '例：15-1=完了済み。繰り返し指定', en: 'such as 15-1=done; may be repeated' },
    many: true,
    read: statusesIn,
  },
  businesses: {
    value: 'name',
    hint: {
      ja: '名前か別名。省略時はすべて。繰り返し指定',
      en: 'a name or alias; all where left out; may be repeated',
    },
    many: 'all',
    read: (written, options, key) =>
      written.length === 0 ? undefined : written.map((name) => options.read(readBusiness, name, key)),
  },
};

/** An option, and the questions it answers: the parts of one value are given together, as `700/300`. */
interface Asked {
  /** Where the answer goes in the fact, and what commander calls it. */
  member: string;
  key: string;
  questions: [AskedQuestion, ...AskedQuestion[]];
  form: Form;
}

function asked(type: ActType): Asked[] {
  const found: Asked[] = [];
  for (const question of askedOf(type)) {
    const form = FORMS[question.kind];
    const [member = ''] = question.name.split('.');
    const whole = found.find((other) => other.member === member);
    if (whole) whole.questions.push(question);
    else if (form) found.push({ member, key: SHORTER[question.name] ?? member, questions: [question], form });
  }
  return found;
}

/** The options of an act's command: one for each value that is asked for. */
export function askedOptions(type: ActType): OptionSpec[] {
  return asked(type).map(({ key, questions, form }) => {
    const value = isWhole(questions) ? form.value : questions.map(partOf).join('/');
    const label = (language: 'ja' | 'en') => questions.map((question) => question.label[language]).join('／');
    const hint = form.hint ?? choiceHint(questions[0]);
    const [ja, en] = hint
      ? [`${label('ja')}（${hint.ja}）`, `${label('en')} (${hint.en})`]
      : [label('ja'), label('en')];
    return option(`${flagOf(key)} <${value}>`, ja, en, kindOf(form, questions[0].optional === true));
  });
}

/** Which words it takes, as help says them. */
function choiceHint({ choices }: AskedQuestion): Text | undefined {
  if (!choices) return undefined;
  const words = Object.entries(choices);
  return {
    ja: words.map(([code, { ja }]) => `${code} ${ja}`).join('、'),
    en: words.map(([code]) => code).join(', '),
  };
}

function kindOf({ many }: Form, optional: boolean): OptionSpec['kind'] {
  if (many) return optional || many === 'all' ? 'list' : 'requiredList';
  return optional ? undefined : 'required';
}

/** The answers that were given, each where it goes in the fact. @throws CommandFailure where one is missing or wrong */
export function answersOf(type: ActType, options: Options): Record<string, unknown> {
  const answers = asked(type).map((one) => {
    const written = one.form.many ? options.list(one.key) : [options.text(one.key) ?? []].flat();
    return [one.member, answerTo(one, written, options)];
  });
  return Object.fromEntries(answers.filter(([, answer]) => answer !== undefined));
}

function answerTo({ key, questions, form }: Asked, written: readonly string[], options: Options): unknown {
  if (isWhole(questions)) return form.read(written, options, key, questions[0]);
  const parts = (written[0] ?? '').split('/');
  if (parts.length !== questions.length) throw wrongParts(questions, key, written[0] ?? '');
  const read = (part: AskedQuestion, index: number) =>
    [partOf(part), form.read([parts[index] ?? ''], options, key, part)] as const;
  return Object.fromEntries(questions.map(read));
}

type Fact = { type: string } & Record<string, unknown>;

/** What `--set field=value` says of a fact that stands, by the names of the options that recorded it. @throws CommandFailure */
export function answersSet(fact: Fact, options: Options): Record<string, unknown> {
  const written = new Map<string, string[]>();
  for (const pair of options.list('set')) {
    const [, name = '', value = ''] = /^([^=＝]+)[=＝](.*)$/su.exec(pair) ?? [];
    written.set(name.trim(), [...(written.get(name.trim()) ?? []), value.trim()]);
  }
  const known = isActType(fact.type) ? asked(fact.type) : [];
  const answers = [...written].map(([name, values]) => {
    const one = known.find(({ key, member }) => name === key || name === member);
    if (one) return [one.member, merged(fact[one.member], answerTo(one, values, options))];
    return ownPart(fact, name, values[0] ?? '', options) ?? fail(unknownField(name, fact, known));
  });
  return Object.fromEntries(answers);
}

function fail(failure: CommandFailure): never {
  throw failure;
}

/** Steps and years that are not named stay as they were. */
function merged(was: unknown, now: unknown): unknown {
  if (Array.isArray(was) && Array.isArray(now) && [...was, ...now].every(isYearly)) {
    const years = new Set(now.map(({ fiscalYear }) => fiscalYear));
    return [...was.filter(({ fiscalYear }) => !years.has(fiscalYear)), ...now].sort(
      (a, b) => a.fiscalYear - b.fiscalYear,
    );
  }
  return isObject(was) && isObject(now) ? { ...was, ...now } : now;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isYearly = (value: unknown): value is { fiscalYear: number } =>
  isObject(value) && typeof value.fiscalYear === 'number';

/** A part of its paper, or what a command names by an argument: a phase, a deadline. */
function ownPart(fact: Fact, name: string, value: string, options: Options): [string, unknown] | null {
  const { evidence } = fact;
  if (isObject(evidence) && Object.hasOwn(evidence, name)) {
    const read = name === 'decidedOn' ? options.read((day) => readWholeDay(day), value, name) : value;
    return ['evidence', { ...evidence, [name]: read }];
  }
  return typeof fact[name] === 'string' && name !== 'type' ? [name, value] : null;
}

function unknownField(name: string, { evidence }: Fact, known: readonly Asked[]): CommandFailure {
  const names = [...known.map(({ key }) => key), ...(isObject(evidence) ? Object.keys(evidence) : [])];
  return new CommandFailure('wrongUse', {
    ja: `この記録に「${name}」という項目はありません（${names.join('、')}）。`,
    en: `This entry has no field "${name}" (${names.join(', ')}).`,
  });
}

const isWhole = ([{ name }]: Asked['questions']): boolean => !name.includes('.');
const partOf = ({ name }: AskedQuestion): string => name.split('.').slice(1).join('.');

/** A part too many would be dropped, one too few would be read as nothing. */
function wrongParts(questions: Asked['questions'], key: string, written: string): CommandFailure {
  const form = questions.map(partOf).join('/');
  return new CommandFailure('wrongUse', {
    ja: `${flagOf(key)} には ${form} の形で${questions.length}つの値を指定してください（「${written}」）。`,
    en: `${flagOf(key)} takes ${questions.length} values as ${form}, not "${written}".`,
  });
}

function one(read: (text: string, options: Options, key: string) => unknown, unknown?: null): Form['read'] {
  return ([text], options, key) => (text === undefined ? unknown : read(text, options, key));
}

function amountsIn(written: readonly string[], options: Options, key: string, { optional }: AskedQuestion) {
  if (optional && written.length === 0) return undefined;
  return options.read(() => readAmounts(written), written.join(' '), key);
}

function statusesIn(written: readonly string[], options: Options, key: string) {
  const pairs = listed(written).map((pair) => pair.split(/[=＝]/u));
  if (pairs.length === 0) return undefined;
  const statuses = new Map<string, string>();
  for (const [named = '', ...status] of pairs) {
    const step = options.read(readStep, named);
    if (statuses.has(step)) throw stepTwice(step, key);
    statuses.set(step, wordFrom(status.join('=').trim(), stepWords, flagOf(key)));
  }
  return Object.fromEntries(statuses);
}

const stepTwice = (step: string, key: string): CommandFailure =>
  new CommandFailure('wrongUse', {
    ja: `${flagOf(key)} に ${step} が二度あります。一つにしてください。`,
    en: `${flagOf(key)} names ${step} twice: say it once.`,
  });

function reasonTypesIn(written: readonly string[], options: Options, key: string): number[] {
  const numbers = listed(written).map((number) => options.read(readCount, number, key));
  if (numbers.every((number) => [1, 2, 3, 4].includes(number))) return numbers;
  throw new CommandFailure('wrongUse', {
    ja: `${flagOf(key)} には 1〜4 をコンマで区切って指定してください（「${written.join(' ')}」）。`,
    en: `${flagOf(key)} takes 1 to 4, separated by commas, not "${written.join(' ')}".`,
  });
}
