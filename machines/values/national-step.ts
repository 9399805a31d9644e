// The 40 national work steps by their ids (総務省 手順書) and their four statuses: which there are, and how they may be written.
import { oneHyphen, withoutLooseBlanks } from './figures.ts';
import { searchKey } from './names/name.ts';
import { type Reading, readAs, refused } from './reading.ts';

const COUNTS = [3, 4, 2, 4, 3, 2, 2, 2, 3, 2, 2, 1, 1, 3, 2, 2, 1, 1];
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱';

/** ①-1 … ⑱-1 in their official order. */
export const nationalSteps: readonly string[] = COUNTS.flatMap((count, item) =>
  Array.from({ length: count }, (_, index) => `${CIRCLED[item]}-${index + 1}`),
);

const known: ReadonlySet<string> = new Set(nationalSteps);

/** `①-4` has the form of a step and is none. */
export const isNationalStep = (id: string): boolean => known.has(id);

/** The steps of one item: ①-1, ①-2, ①-3. */
export const stepsOfItem = (item: string): string[] =>
  nationalSteps.filter((step) => step.startsWith(`${item}-`));

/** Item and number and nothing besides: several steps, or a range of them, are no step. */
const FORM = /^(?:(?<circled>[①-⑱])|\(?(?<figures>\d{1,2})\)?)-(?<number>\d{1,2})$/u;

/** `①-1`, `①－１`, `(1)-1`, `1-1`, `⑱ー1`. */
export function readStep(written: string): Reading<string> {
  const plain = oneHyphen(withoutLooseBlanks(written.trim()));
  if (plain === '') return refused('empty', {});
  // Circled numbers stay what they are: one width would make ①1-1 an item of two figures.
  const narrow = plain.replace(/[^①-⑱]+/gu, (part) => part.normalize('NFKC'));
  const { circled, figures, number } = FORM.exec(narrow)?.groups ?? {};
  const item = circled ?? CIRCLED[Number(figures) - 1];
  if (item === undefined || number === undefined) return refused('step.form', {});
  const id = `${item}-${Number(number)}`;
  return isNationalStep(id) ? readAs(id) : refused('step.unknown', { item, known: stepsOfItem(item) });
}

/** In the words of the national sheet. */
export const statusWords = {
  done: '完了済み',
  inProgress: '作業中',
  notStarted: '未着手',
  notApplicable: '対象外',
} as const;
type StepStatus = keyof typeof statusWords;
/** In the order in which they are offered. */
export const stepStatuses = [
  'done',
  'inProgress',
  'notStarted',
  'notApplicable',
] as const satisfies readonly StepStatus[];

const SHORTER: Record<StepStatus, readonly string[]> = {
  done: ['完了', '済', '済み'],
  inProgress: ['着手中', '実施中'],
  notStarted: ['未'],
  notApplicable: [],
};

const isStatus = (word: string): word is StepStatus => Object.hasOwn(statusWords, word);
const statuses = new Map(
  Object.entries(statusWords).flatMap(([status, word]) =>
    isStatus(status) ? [word, ...SHORTER[status]].map((one) => [searchKey(one), status] as const) : [],
  ),
);

/** `完了済み`, `完了`, `作業中`, `未着手`, `対象外`; widths and blanks do not matter. */
export function readStepStatus(written: string): Reading<StepStatus> {
  if (written.trim() === '') return refused('empty', {});
  const status = statuses.get(searchKey(written));
  return status === undefined ? refused('status.unknown', {}) : readAs(status);
}
