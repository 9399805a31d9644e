// A score sheet as a file: what is written out is read back the same, from .xlsx and from CSV, and a wrong cell is named.
import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../machines/migration/rfp/scores/criteria.ts';
import { pointsIn, sheetRowsOf } from '../../server/procuring/sheet-file.ts';
import { workbookOf } from '../../server/procuring/workbook-of.ts';
import { csvOf } from '../../server/report/csv.ts';
import { readWorkbook } from '../../server/sheet/workbook.ts';
import { closed, evenly, terms } from '../builders/rfp.ts';

const { scoring } = terms();
const open = closed(evenly({ a: '1', b: '2', c: '3' })).snapshot.context.rfp?.open;
const own = evenly({ a: '300.5', b: '0', c: '12.25' });

async function readBack(bytes: Uint8Array) {
  const workbook = await readWorkbook(bytes);
  return workbook.status === 'read' ? pointsIn(workbook.tables[0]?.rows ?? []) : workbook;
}

describe('a score sheet', () => {
  const rows = open && scoring ? sheetRowsOf(open, null, ['a', 'b', 'c'], leavesOf(scoring), own) : [];

  it('is read back from a workbook and from CSV as it was written', async () => {
    const read = { status: 'read', points: own, remarks: {} };
    expect(await readBack(await workbookOf('採点表', rows))).toEqual(read);
    expect(await readBack(new TextEncoder().encode(csvOf(rows)))).toEqual(read);
  });

  it('reads points of every width, leaves out what is blank, and gathers remarks by bidder', () => {
    const head = ['応募者', '項目', '点', '所見'];
    const read = pointsIn([head, ['a', 'plan', '３００．５点', 'よい'], ['a', 'team', '', '体制が薄い']]);
    expect(read).toEqual({
      status: 'read',
      points: { a: { plan: '300.5' } },
      remarks: { a: 'よい\n体制が薄い' },
    });
  });

  it('says above its head which round it is of, and is read back with it', async () => {
    const round = { id: 'documents', label: '一次審査（書類審査）' };
    const named =
      open && scoring ? sheetRowsOf(open, round, ['a'], leavesOf(scoring), { a: own.a ?? {} }) : [];
    expect(named[0]).toEqual(['審査', 'documents', '一次審査（書類審査）']);
    const read = { status: 'read', points: { a: own.a }, remarks: {}, round: 'documents' };
    expect(await readBack(await workbookOf('採点表', named))).toEqual(read);
  });

  it('names the cell of what is no score, and of a row that stands twice', () => {
    const head = ['応募者', '項目', '点'];
    const read = pointsIn([head, ['a', 'plan', '多い'], ['a', 'team', '1'], ['a', 'team', '2']]);
    expect(read.status === 'refused' && read.faults.map(({ at }) => at)).toEqual(['C2', 'C4']);
    expect(pointsIn([['名称', '得点']])).toMatchObject({ status: 'refused', faults: [{ at: '1' }] });
  });
});
