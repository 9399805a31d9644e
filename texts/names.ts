// What ids are called in both languages, and how lists and days are written in a sentence. Knows no sentence.
import type { MigrationDefinition, Text } from '../machines/definition/definition.ts';
import { evidenceAsked, OTHER_EVIDENCE } from '../machines/migration/gate/asked-papers.ts';
import { ADMINISTRATOR, AUDITOR } from '../machines/programme/people/offices.ts';
import { formatEra, formatFiscalYear } from '../machines/values/era.ts';
import { boundsOf } from '../machines/values/term.ts';

/** Looks up what a definition calls its parts; an id nobody names is shown as it is. */
export interface Names {
  post: (id: string) => Text;
  phase: (id: string) => Text;
  deadline: (id: string) => Text;
  system: (id: string) => Text;
  /** What a kind of document is: as the gate that asks for it calls it. */
  document: (kind: string) => Text;
  /** A person by account. */
  person: (account: string) => string;
  /** An applicant of a system's procurement, by its number and their id in it. */
  bidder: (rfp: number, id: string) => string;
}

/** Whom a sentence names beside what a definition calls its parts. */
export interface Called {
  people?: ReadonlyMap<string, string>;
  /** By the procurement's number and their id: `1/a`. */
  bidders?: ReadonlyMap<string, string>;
}

export const calledBy = (names: Names, { people, bidders }: Called): Names => ({
  ...names,
  person: (account) => people?.get(account) ?? names.person(account),
  bidder: (rfp, id) => bidders?.get(`${rfp}/${id}`) ?? names.bidder(rfp, id),
});

const plain = (id: string): Text => ({ ja: id, en: id });

/** Posts that are no body of a programme. */
const plainPosts: Record<string, Text> = {
  [ADMINISTRATOR]: { ja: 'システム管理者', en: 'administrator' },
  [AUDITOR]: { ja: '監査', en: 'auditor' },
  timer: { ja: '期限監視', en: 'deadline timer' },
  import: { ja: '履歴の取込み', en: 'import of the history' },
  migration: { ja: '他システムの移行', en: 'another migration' },
  programme: { ja: '計画', en: 'the programme' },
};

const unnamed: Pick<Names, 'person' | 'bidder'> = { person: (account) => account, bidder: (_rfp, id) => id };

interface Labelled {
  id: string;
  label: Text;
}
const among = (items: readonly Labelled[], id: string): Text =>
  items.find((item) => item.id === id)?.label ?? plainPosts[id] ?? plain(id);

export function namesOf(
  definition: Pick<MigrationDefinition, 'bodies' | 'deadlines' | 'path'>,
  systems: ReadonlyMap<string, Text>,
): Names {
  return {
    post: (id) => among(definition.bodies, id),
    phase: (id) => among(definition.path.phases, id),
    deadline: (id) => among(definition.deadlines, id),
    document: (kind) => documentText(kind, definition.path.phases.flatMap(evidenceAsked)),
    system: (id) => systems.get(id) ?? plain(id),
    ...unnamed,
  };
}

/** @param asked those that gates ask for */
export function documentText(kind: string, asked: readonly { kind: string; label: Text }[]): Text {
  if (kind === OTHER_EVIDENCE) return { ja: 'そのほかの文書', en: 'any other document' };
  return asked.find((one) => one.kind === kind)?.label ?? plain(kind);
}

/** Names of a programme without any one migration: only its bodies and systems are known. */
export function programmeNames(bodies: readonly Labelled[], systems: ReadonlyMap<string, Text>): Names {
  return {
    post: (id) => among(bodies, id),
    phase: plain,
    deadline: plain,
    document: (kind) => documentText(kind, []),
    system: (id) => systems.get(id) ?? plain(id),
    ...unnamed,
  };
}

/** Several names in one sentence; `none` where there is nobody. */
export function listed(items: readonly Text[], none: Text = { ja: '該当なし', en: 'nobody' }): Text {
  if (items.length === 0) return none;
  return { ja: items.map(({ ja }) => ja).join('、'), en: items.map(({ en }) => en).join(', ') };
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A day or month as each language writes it: `令和5年11月16日`, `16 November 2023`. */
export function dayText(vague: string): Text {
  const [year, month, day] = vague.split('-').map(Number) as [number, number, number | undefined];
  const name = MONTHS[month - 1];
  if (name === undefined) return plain(vague);
  return { ja: formatEra(vague), en: [day, name, year].filter((part) => part !== undefined).join(' ') };
}

/** From when to when something is held: a bound that there is none of is not made up. */
export function termText(begins: string, ends: string): Text {
  const { from, until } = boundsOf(begins, ends);
  if (from === null && until === null) return { ja: '期間の定めなし', en: 'without a term' };
  const [first, last] = [from, until].map((bound) => (bound === null ? null : dayText(bound)));
  if (!last) return { ja: `${first?.ja}〜（終わりの定めなし）`, en: `from ${first?.en}, without an end` };
  return first
    ? { ja: `${first.ja}〜${last.ja}`, en: `${first.en} – ${last.en}` }
    : { ja: `〜${last.ja}`, en: `until ${last.en}` };
}

export function fiscalYearText(year: number): Text {
  return { ja: formatFiscalYear(year), en: `FY ${year}` };
}

export const yenText = (yen: number): Text => ({
  ja: `${yen.toLocaleString('en-US')}円`,
  en: `JPY ${yen.toLocaleString('en-US')}`,
});
