// What a sheet says, cell by cell: of which business, which step, that it stands how, since when and why. What cannot be read is kept
// with its cell and what is wrong with it; nothing is guessed.
import type { StepStatus, Text } from '../../machines/definition/definition.ts';
import { municipalityCode } from '../../machines/record/chain.ts';
import { LENGTH } from '../../machines/record/limits.ts';
import { readBusiness } from '../../machines/values/names/business.ts';
import { sameName, searchKey } from '../../machines/values/names/name.ts';
import { readStep, readStepStatus, statusWords } from '../../machines/values/national-step.ts';
import { readDay } from '../../machines/values/read-day.ts';
import type { Reading } from '../../machines/values/reading.ts';
import { written as words } from '../../machines/values/text.ts';
import {
  claimTwice,
  foreignSystem,
  mixedRehearsal,
  reasonUnreadable,
} from '../../texts/sheets/sheet-texts.ts';
import { unreadText } from '../../texts/values.ts';
import type { Setting } from '../contract/values.ts';
import { placeOf, REHEARSAL_MARK } from '../report/national-sheet-rows.ts';
import type { Columns } from './columns.ts';
import { grouped } from './grouped.ts';
import { addressOf, dayOfSerial } from './workbook.ts';

export interface Claim {
  at: string;
  /** As the sheet counts: from 1. */
  row: number;
  business: string;
  step: string;
  status: StepStatus;
  /** When it happened, and of when the sheet's data are: a day or a month. */
  on: string | null;
  dataOn: string | null;
  reason: string | null;
  /** The system it is about, where the row names one. */
  system: string | null;
}

export interface Unread {
  at: string;
  row: number;
  code: string;
  written: string;
  message: Text;
}

export interface Claims {
  claims: Claim[];
  unread: Unread[];
  /** Rows with something of the programme's in them, by what stands for the business. */
  rows: { row: number; written: string; business: string | null; blank: number }[];
  /** Rows of other municipalities. */
  elsewhere: number;
}

export interface Known {
  setting: Setting;
  systems: readonly { id: string; name: Text }[];
  /** A day may stand as its number. */
  serials: boolean;
}

interface Line {
  index: number;
  cells: readonly string[];
  columns: Columns;
  known: Known;
  unread: Unread[];
}

export function claimsIn(rows: readonly (readonly string[])[], columns: Columns, known: Known): Claims {
  const found: Claims = { claims: [], unread: [], rows: [], elsewhere: 0 };
  for (const [index, cells] of rows.entries()) {
    if (index <= columns.head || cells.every((cell) => cell.trim() === '')) continue;
    const line: Line = { index, cells, columns, known, unread: found.unread };
    if (isElsewhere(line)) found.elsewhere += 1;
    else readLine(line, found);
  }
  return { ...found, ...withoutContradictions(found.claims, found.unread) };
}

const cellAt = ({ cells }: Line, column: number | undefined): string =>
  column === undefined ? '' : (cells[column] ?? '').trim();

/** A place that a row leaves open is the programme's own: cells are merged over many rows. */
function isElsewhere(line: Line): boolean {
  const { prefecture, municipality, code } = line.columns.by;
  const { setting } = line.known;
  const [ownPrefecture, own] = placeOf(setting);
  const isOther = (written: string, names: readonly string[]): boolean =>
    written !== '' && names.every((name) => !sameName(written, name));
  const figures = searchKey(cellAt(line, code));
  const ownCode = municipalityCode(setting.programme);
  return (
    (figures !== '' && figures !== ownCode && figures !== ownCode.slice(0, 5)) ||
    (ownPrefecture !== '' && isOther(cellAt(line, prefecture), [ownPrefecture])) ||
    isOther(cellAt(line, municipality), [own, `${ownPrefecture}${own}`, setting.programmeName.ja])
  );
}

function read<T>(line: Line, column: number, reader: (written: string) => Reading<T>): T | null {
  const written = cellAt(line, column);
  const found = reader(written);
  if (found.status === 'read') return found.value;
  refuse(line, column, found.reason.code, unreadText(written, found.reason));
  return null;
}

function refuse({ index, cells, unread }: Line, column: number, code: string, message: Text): void {
  unread.push({
    at: addressOf(index, column),
    row: index + 1,
    code,
    written: (cells[column] ?? '').slice(0, LENGTH.line),
    message,
  });
}

function readLine(line: Line, found: Claims): void {
  const { by, steps } = line.columns;
  const cells = stepCells(line);
  const blank = steps.length - cells.length;
  const row = line.index + 1;
  const written = cellAt(line, by.business).slice(0, LENGTH.line);
  if (cells.length === 0 && written === '') return;
  const business = read(line, by.business, readBusiness);
  found.rows.push({ row, written, business, blank: Math.max(0, blank) });
  const about = business === null ? null : aboutOf(line);
  if (business === null || about === null) return;
  for (const { column, id } of cells) {
    const status = read(line, column, readStepStatus);
    if (status === null) continue;
    found.claims.push({ at: addressOf(line.index, column), row, business, step: id, status, ...about });
  }
}

/** Cells with a status in them: an empty one says nothing. */
function stepCells(line: Line): { column: number; id: string }[] {
  const { by, steps } = line.columns;
  const written = steps.filter(({ column }) => cellAt(line, column) !== '');
  if (by.step === undefined || by.status === undefined || cellAt(line, by.status) === '') return written;
  const id = read(line, by.step, readStep);
  return id === null ? written : [...written, { column: by.status, id }];
}

/** What a row says of all its cells; null where something of it cannot be read. */
function aboutOf(line: Line): Pick<Claim, 'on' | 'dataOn' | 'reason' | 'system'> | null {
  const { by } = line.columns;
  const before = line.unread.length;
  const remarks = cellAt(line, by.remarks);
  if (by.remarks !== undefined && remarks.includes(REHEARSAL_MARK) && !line.known.setting.rehearsal)
    refuse(line, by.remarks, 'row.rehearsal', mixedRehearsal);
  const on = dayOf(line, by.on);
  const dataOn = dayOf(line, by.dataOn);
  const reason = reasonOf(line, by.reason);
  const system = systemOf(line, by.system);
  return line.unread.length > before ? null : { on, dataOn, reason, system };
}

function dayOf(line: Line, column: number | undefined): string | null {
  const written = cellAt(line, column);
  if (column === undefined || written === '') return null;
  const { serials, setting } = line.known;
  const counted = serials ? dayOfSerial(written) : null;
  return counted ?? read(line, column, (given) => readDay(given, { today: setting.today }));
}

const reasonShape = words(LENGTH.stepReason);

function reasonOf(line: Line, column: number | undefined): string | null {
  const written = cellAt(line, column);
  if (column === undefined || written === '') return null;
  const found = reasonShape.safeParse(written);
  if (found.success) return found.data;
  refuse(line, column, 'row.reason', reasonUnreadable(LENGTH.stepReason));
  return null;
}

function systemOf(line: Line, column: number | undefined): string | null {
  const written = cellAt(line, column);
  if (column === undefined || written === '') return null;
  const { systems } = line.known;
  const meant = systems.find(
    ({ id, name }) => id === written || sameName(name.ja, written) || sameName(name.en, written),
  );
  if (meant) return meant.id;
  refuse(line, column, 'row.system', foreignSystem(systems.map(({ id }) => id)));
  return null;
}

/** The same cell with two answers is none; said twice alike it is said once. */
function withoutContradictions(
  claims: readonly Claim[],
  unread: readonly Unread[],
): Pick<Claims, 'claims' | 'unread'> {
  const subjects = [
    ...grouped(claims, ({ business, step, system }) => `${business}|${step}|${system ?? ''}`).values(),
  ];
  const isContrary = (same: readonly Claim[]): boolean =>
    same.some(({ status }) => status !== same[0]?.status);
  const contrary = subjects.filter(isContrary).flatMap((same) =>
    same.map(({ at, row, status }) => {
      const others = same.flatMap((other) => (other.at === at ? [] : [other.at]));
      return { at, row, code: 'claim.twice', written: statusWords[status], message: claimTwice(others) };
    }),
  );
  return {
    claims: subjects.flatMap((same) => (isContrary(same) ? [] : [same[0]])),
    unread: [...unread, ...contrary],
  };
}
