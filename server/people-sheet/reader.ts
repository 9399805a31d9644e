// The one reader of lists of people: a table as rows that name an account, a person, posts, systems and days, each as it is meant, or
// why it cannot be read. Knows no programme, and nobody who stands already. Pure.
import type { Text } from '../../machines/definition/definition.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import type { Day } from '../../machines/values/date.ts';
import { accountName, accountPattern } from '../../machines/values/names/account-name.ts';
import { readWholeDay } from '../../machines/values/read-day.ts';
import { writtenLine } from '../../machines/values/text.ts';
import { peopleTexts } from '../../texts/sheets/people-sheet-texts.ts';
import { remarkText, unreadText } from '../../texts/values.ts';
import { mailAddress } from '../contract/telling/contacts.ts';
import { addressOf, dayOfSerial, type Table } from '../sheet/workbook.ts';
import { type PeopleColumn, type PeopleColumns, placesOf } from './columns.ts';

/** What is to be said of a cell. */
export interface Said {
  /** The cell as the sheet calls it: `C5`. */
  at: string;
  code: string;
  written: string;
  message: Text;
}

export interface PeopleRow {
  /** As a sheet counts them, from 1. */
  row: number;
  /** Where it begins in the text of a CSV, from 1. */
  line: number | null;
  /** In small letters of one width; empty where there is none. */
  account: string;
  name: string;
  /** Ids or names, as they are written; of systems none means the whole programme. */
  posts: string[];
  systems: string[];
  from: Day | null;
  until: Day | null;
  /** Where they are told besides the inbox; null where the row says nothing of it. */
  mail: string | null;
  /** The municipality's code, where the row names one. */
  programme: string | null;
  /** Where each of its cells stands: `C5`. */
  cells: Record<PeopleColumn, string>;
  faults: Said[];
  /** What was read as something else than it looks like, or wants to be looked at. */
  remarks: Said[];
}

interface Reading {
  columns: PeopleColumns;
  today: Day;
  /** A day may come as its number, as from a workbook. */
  serials: boolean;
}

const SEPARATOR = /[、,，;；\n\r]/u;
const NAME = writtenLine(LENGTH.name);
/** 外字: which sign it is, each machine decides for itself. */
const OWN_SIGN = /\p{Co}/u;

/** Every row below the head in which something is written. */
export function peopleRows({ rows, lines }: Omit<Table, 'name'>, reading: Reading): PeopleRow[] {
  return rows.flatMap((cells, index) => {
    if (index <= reading.columns.head || cells.every((cell) => cell.trim() === '')) return [];
    return [rowIn(cells, { ...reading, index, line: lines?.[index] ?? null })];
  });
}

type At = Reading & { index: number; line: number | null };

function rowIn(written: readonly string[], at: At): PeopleRow {
  const cells = cellsIn(written, at);
  const identity = identityIn(cells);
  const [from, until] = [dayIn(cells, 'from', at), dayIn(cells, 'until', at)];
  const [posts, systems] = [listed(cells.text('posts')), listed(cells.text('systems'))];
  const mail = mailIn(cells);
  const faults = [...identity.faults, ...from.faults, ...until.faults, ...mail.faults];
  if (from.day !== null && until.day !== null && until.day < from.day)
    faults.push(cells.said('until', 'until.beforeFrom', peopleTexts.backward));
  const isOfPost = ['systems', 'from', 'until'] as const;
  if (posts.length === 0 && isOfPost.some((column) => cells.text(column) !== ''))
    faults.push(cells.said('posts', 'posts.missing', peopleTexts.postsMissing));
  return {
    ...{ row: at.index + 1, line: at.line, cells: cells.places },
    ...{ account: identity.account, name: identity.name, posts, systems, from: from.day, until: until.day },
    mail: mail.address,
    programme: codeIn(cells.text('programme')),
    faults,
    remarks: [...identity.remarks, ...from.remarks, ...until.remarks, ...mail.remarks],
  };
}

type Cells = ReturnType<typeof cellsIn>;

function cellsIn(written: readonly string[], { columns, index }: At) {
  const placeOf = (name: PeopleColumn) => addressOf(index, columns.by[name] ?? columns.by.account);
  const text = (name: PeopleColumn) => (written[columns.by[name] ?? -1] ?? '').trim();
  return {
    text,
    places: placesOf(placeOf),
    said: (name: PeopleColumn, code: string, message: Text): Said => ({
      at: placeOf(name),
      code,
      written: text(name),
      message,
    }),
  };
}

interface Told {
  faults: Said[];
  remarks: Said[];
}

function identityIn({ text, said }: Cells): Told & { account: string; name: string } {
  const faults: Said[] = [];
  const remarks: Said[] = [];
  const account = accountName(text('account').normalize('NFKC'));
  if (!accountPattern.test(account)) faults.push(said('account', 'account.form', peopleTexts.accountForm));
  else if (account !== text('account'))
    remarks.push(said('account', 'account.readAs', peopleTexts.accountReadAs(account)));
  const name = text('name');
  if (name !== '' && !NAME.safeParse(name).success)
    faults.push(said('name', 'name.form', peopleTexts.nameForm));
  else if (OWN_SIGN.test(name)) remarks.push(said('name', 'name.ownSign', peopleTexts.ownSign));
  return { account, name, faults, remarks };
}

function dayIn(
  { text, said }: Cells,
  name: 'from' | 'until',
  { serials, today }: At,
): Told & { day: Day | null } {
  const written = text(name);
  if (written === '') return { day: null, faults: [], remarks: [] };
  const given = serials ? (dayOfSerial(written) ?? written) : written;
  const found = readWholeDay(given, { today, within: 'planned' });
  if (found.status === 'refused') {
    const fault = said(name, found.reason.code, unreadText(written, found.reason));
    return { day: null, faults: [fault], remarks: [] };
  }
  const remarks = found.remarks.map((remark) => said(name, remark.code, remarkText(written, remark)));
  return { day: found.value, faults: [], remarks };
}

/** As it is typed, but for the width of its letters. */
function mailIn({ text, said }: Cells): Told & { address: string | null } {
  const written = text('mail');
  if (written === '') return { address: null, faults: [], remarks: [] };
  const address = written.normalize('NFKC');
  if (!mailAddress.safeParse(address).success)
    return { address: null, faults: [said('mail', 'mail.form', peopleTexts.mailForm)], remarks: [] };
  const remarks = address === written ? [] : [said('mail', 'mail.readAs', peopleTexts.mailReadAs(address))];
  return { address, faults: [], remarks };
}

/** Each once. */
const listed = (written: string): string[] => [
  ...new Set(
    written
      .split(SEPARATOR)
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  ),
];

/** Six digits; a sheet drops a zero in front. */
function codeIn(written: string): string | null {
  const plain = written.normalize('NFKC').trim();
  if (plain === '') return null;
  return /^\d{5}$/.test(plain) ? `0${plain}` : plain;
}
