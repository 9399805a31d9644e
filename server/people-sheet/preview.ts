// A plan of a list of people as it is told: row by row, with the cells' own addresses.
import type { PeoplePreview, PeoplePreviewRow } from '../contract/people-sheets.ts';
import type { Setting } from '../contract/values.ts';
import type { PeopleColumns } from './columns.ts';
import type { PlannedRow } from './plan.ts';

export interface PlannedPeople {
  setting: Setting;
  file: PeoplePreview['file'];
  columns: PeopleColumns;
  rows: readonly PlannedRow[];
}

export function previewOf({ setting, file, columns, rows }: PlannedPeople): PeoplePreview {
  const count = (status: PlannedRow['status']) => rows.filter((row) => row.status === status).length;
  const sum = (what: 'gives' | 'held') => rows.reduce((total, row) => total + row[what].length, 0);
  const counts = {
    new: new Set(rows.filter(({ status }) => status === 'new').map(({ row }) => row.account)).size,
    renamed: count('renamed'),
    known: count('known'),
    refused: count('refused'),
    elsewhere: count('elsewhere'),
    mail: rows.filter(({ mail }) => mail !== null).length,
    gives: sum('gives'),
    held: sum('held'),
  };
  return { setting, file, rows: rows.map(toldRow), counts, unreadColumns: columns.unread };
}

export function toldRow({ row, ...planned }: PlannedRow): PeoplePreviewRow {
  const { row: number, line, account, name } = row;
  const { status, before, password, mail, gives, held, faults, remarks } = planned;
  return { row: number, line, account, name, status, before, password, mail, gives, held, faults, remarks };
}
