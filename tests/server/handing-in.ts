// Cases of a national sheet handed in over HTTP, for a town that others use too.
import { expect, it } from 'vitest';
import { entryPage } from '../../server/contract/entries.ts';
import { sheetApplied, sheetPreview } from '../../server/contract/sheets.ts';
import type { Town } from './town.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const as = 'dx-ito';

const fileOf = (bytes: Uint8Array | string, name = '進捗表.csv') => ({
  name,
  base64: Buffer.from(bytes).toString('base64'),
});

export function sheetCases(townOf: () => Town): void {
  const at = (rest: string) => `/programmes/${townOf().code}${rest}`;
  const sheet = (what: string) => at(`/national-sheet${what}`);
  const preview = (body: unknown, who = as) =>
    townOf().answered(sheetPreview, 'POST', sheet('/preview'), { as: who, body });
  const apply = (body: unknown, who = as) =>
    townOf().answered(sheetApplied, 'POST', sheet('/apply'), { as: who, body });
  const entriesOf = async (system: string) =>
    (await townOf().answered(entryPage, 'GET', at(`/systems/${system}/entries`), { as })).items;

  it('is taken out as .xlsx, logged, and taken in again without changing anything', async () => {
    const response = await townOf().ask('GET', sheet('?format=xlsx'), { as });
    expect(response.headers.get('content-type')).toBe(XLSX);
    expect(response.headers.get('content-disposition')).toMatch(
      /filename="sekimori-\d+-rehearsal-steps-2023-11-16\.xlsx"/,
    );
    const found = await preview({
      file: fileOf(new Uint8Array(await response.arrayBuffer()), '進捗表.xlsx'),
    });
    expect(found.counts).toMatchObject({ changes: 0, conflicts: 0, unread: 0, elsewhere: 0, outOfSight: 0 });
    expect(found.rows).toHaveLength(21);
    expect(found.file).toMatchObject({ kind: 'xlsx', sheet: '業務別ステップ別進捗一覧' });
  });

  it('changes nothing before it is applied, and then once, in one act a system', async () => {
    const rows =
      '業務名,⑫-1,⑬-1,理由\n生活保護,作業中,作業中,\n健康管理,対象外,,該当なし\n固定資産税,完了,,\n';
    const file = fileOf(rows);
    const before = await entriesOf('seiho');
    const looked = await preview({ file });
    expect(looked.counts).toMatchObject({ changes: 3, conflicts: 1, unread: 0, withoutDay: 3 });
    expect(await entriesOf('seiho')).toEqual(before);
    const undated = await townOf().refused('POST', sheet('/apply'), { as, body: { file } });
    expect(undated.issues).toMatchObject([{ field: 'on', code: 'sheet.dayMissing' }]);

    const done = await apply({ file, on: '2023-11-15' });
    expect(done.outcomes.map(({ system, status }) => [system, status])).toEqual([
      ['seiho', 'recorded'],
      ['kenkou', 'recorded'],
    ]);
    const [entry, ...earlier] = await entriesOf('seiho');
    expect(earlier).toEqual(before.slice(0, earlier.length));
    expect(entry).toMatchObject({
      type: 'steps.recorded',
      occurredOn: '2023-11-15',
      actor: { kind: 'person', account: as, post: 'dx-office' },
      fact: { businesses: ['生活保護'], statuses: { '⑫-1': 'inProgress', '⑬-1': 'inProgress' } },
      source: expect.stringContaining(done.file.sha256),
    });
    const again = await apply({ file, on: '2023-11-15' });
    expect(again.outcomes).toEqual([]);
    expect(again.counts).toMatchObject({ changes: 0, conflicts: 1 });
    expect((await entriesOf('seiho'))[0]?.seq).toBe(entry?.seq);
  });

  it('records an act of the same file no second time, even where it was changed since', async () => {
    const file = fileOf('業務名,①-1,実施日\n国民年金,作業中,R5.11.14\n');
    const first = await apply({ file });
    expect(first.outcomes).toMatchObject([{ system: 'nenkin', status: 'recorded' }]);
    const other = fileOf('業務名,①-1,実施日\n国民年金,未着手,R5.11.14\n');
    expect((await apply({ file: other })).outcomes).toMatchObject([{ status: 'recorded' }]);
    expect((await apply({ file })).outcomes).toMatchObject([
      { status: 'repeated', seq: first.outcomes[0]?.seq },
    ]);
  });

  it('is recorded as far as it is taken, in the posts that somebody holds there', async () => {
    const file = fileOf('業務名,①-1\n住民記録,作業中\n印鑑登録,◎\n戸籍,作業中\n');
    const own = await preview({ file, on: '2023-11-15' }, 'juki-sato');
    expect(own.counts).toMatchObject({ changes: 1, unread: 1, outOfSight: 1 });
    expect(own.acts).toMatchObject([{ system: 'juki', post: 'business-division' }]);
    const without = await preview({ file, on: '2023-11-15' }, 'iin-yoshida');
    expect(without.rows[0]?.conflicts[0]?.reasons).toMatchObject([{ code: 'actor.wrongPost' }]);
    const early = await preview({ file, on: '2023-11-15', post: 'finance' });
    expect(early.rows[0]?.conflicts[0]?.reasons).toMatchObject([{ code: 'postNotHeld' }]);
  });

  it.each([
    ['file', 'sheet.none', { file: fileOf('a,b\n1,2\n') }],
    ['file', 'sheet.nothingOfYours', { file: fileOf('市区町村名,業務名,①-1\n大田区,介護,済\n') }],
    ['file', 'sheet.columnTwice', { file: fileOf('業務名,①-1,1-1\n介護,済,済\n') }],
    ['file', 'file.empty', { file: fileOf('') }],
    ['file', 'file.broken', { file: fileOf('PK never a ZIP') }],
    ['file', 'file.encoding', { file: fileOf(Uint8Array.of(0xff, 0xfe, 0x2c, 0)) }],
    ['sheet', 'sheet.unknown', { file: fileOf('業務名,①-1\n介護,済\n'), sheet: 'Sheet9' }],
    ['file.base64', 'file.base64', { file: { name: 'a.csv', base64: 'あ' } }],
    ['file.name', 'too_small', { file: { name: ' ', base64: '' } }],
    ['on', 'invalid_format', { file: fileOf('a'), on: '2023-02-30x' }],
  ])('is refused with its %s where that is wrong (%s)', async (field, code, body) => {
    const problem = await townOf().refused('POST', sheet('/preview'), { as, body });
    expect(problem).toMatchObject({ status: 422, code: 'invalid' });
    expect(problem.issues).toMatchObject([{ field, code }]);
  });

  it('is asked of nobody who only audits, and not of more bytes than it may have', async () => {
    const body = { file: fileOf('業務名,①-1\n') };
    expect(await townOf().refused('POST', sheet('/preview'), { as: 'kansa-mori', body })).toMatchObject({
      status: 403,
    });
    const large = { file: fileOf(new Uint8Array(750 * 1024)) };
    const problem = await townOf().refused('POST', sheet('/preview'), { as, body: large });
    expect(problem.issues).toMatchObject([{ field: 'file.base64', code: 'too_big' }]);
  });
}
