// A list of people as somebody hands it in: what each row means, and what it would do to those who stand already. No row is lost, none
// does what it does not say.
import { describe, expect, it } from 'vitest';
import { peopleColumnsOf } from '../../server/people-sheet/columns.ts';
import { type KnownPerson, type PeopleNow, planPeople } from '../../server/people-sheet/plan.ts';
import { peopleRows } from '../../server/people-sheet/reader.ts';
import { readWorkbook } from '../../server/sheet/workbook.ts';
import { cp932 } from './cp932.ts';

const label = (ja: string, en: string) => ({ ja, en });
const now: PeopleNow = {
  programme: {
    code: '131121',
    bodies: [
      { id: 'dx-office', label: label('DX推進担当', 'DX office'), members: 3 },
      { id: 'iinkai', label: label('推進・検討委員会', 'committee'), members: 7, quorum: 4 },
    ],
    systems: ['juki', 'zei'],
  },
  systemNames: new Map([
    ['juki', label('住民記録システム', 'residents')],
    ['zei', label('税務システム', 'tax')],
  ]),
  people: new Map(),
  today: '2026-11-27',
  rename: false,
};
const grant = (more: object = {}) => ({
  ...{ post: 'dx-office', programme: '131121', system: null, from: '2026-04-01', until: '2027-03-31' },
  ...more,
});
const known = (more: Partial<KnownPerson> = {}): KnownPerson => ({
  ...{
    account: 'kato.h',
    name: '加藤 花子',
    rehearsal: null,
    disabled: false,
    isUnfinished: false,
    mail: null,
  },
  ...{ grants: [], ...more },
});
const standing = (...people: KnownPerson[]): Partial<PeopleNow> => ({
  people: new Map(people.map((person) => [person.account, person])),
});

async function planned(file: string | Uint8Array, over: Partial<PeopleNow> = {}) {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file;
  const workbook = await readWorkbook(bytes);
  if (workbook.status !== 'read') throw new Error(workbook.fault.code);
  const [table] = workbook.tables;
  const columns = table ? peopleColumnsOf(table) : null;
  if (!table || !columns) throw new Error('no head');
  const { serials } = workbook;
  return planPeople(peopleRows(table, { columns, serials, today: now.today }), { ...now, ...over });
}
const codes = (rows: Awaited<ReturnType<typeof planned>>) =>
  rows.map(({ status, faults }) => [status, ...faults.map(({ code }) => code)]);

describe('what a list says', () => {
  const list =
    'アカウント,氏名,職,システム,開始日,終了日\r\nkato.h,加藤花子,DX推進担当、iinkai,住民記録システム,令和８年４月１日,R9.3.31\r\n';

  it.each([
    ['UTF-8', list],
    ['UTF-8 with its mark', `\ufeff${list}`],
    ['CP932, as Excel saves it', cp932(list)],
    ['English heads', list.replace(/^.*\r\n/, 'account,name,posts,systems,from,to\r\n')],
    [
      'titles above, another order, a remark beside',
      `職員名簿,,,,,,\n令和8年度,,,,,,\n職,備考,氏名,終了,開始,システム,アカウント\n"DX推進担当\niinkai",済,加藤花子,2027/3/31,2026-04-01,juki,kato.h\n`,
    ],
  ])('is read the same in %s', async (_, file) => {
    const [row, ...others] = await planned(file);
    expect(others).toEqual([]);
    expect(row).toMatchObject({ status: 'new', password: true, faults: [], row: { name: '加藤花子' } });
    expect(row?.gives).toEqual([grant({ system: 'juki' }), grant({ post: 'iinkai', system: 'juki' })]);
  });

  it('is from today to the end of the fiscal year, for every system, where it does not say', async () => {
    const [row] = await planned('アカウント,氏名,職\nkato.h,加藤花子,dx-office\n');
    expect(row?.gives).toEqual([grant({ from: '2026-11-27' })]);
  });

  it('keeps names as they are written: 髙, 﨑, a picture of its own, a comma; and tells of 外字', async () => {
    const names = ['髙橋', '山﨑', '葛󠄀城', '"Smith, Ann"', '加\ue000藤'];
    const rows = await planned(`アカウント,氏名\n${names.map((name, i) => `a${i},${name}`).join('\n')}\n`);
    expect(rows.map(({ row }) => row.name)).toEqual(['髙橋', '山﨑', '葛󠄀城', 'Smith, Ann', '加\ue000藤']);
    expect(rows.map(({ remarks }) => remarks.map(({ code }) => code))).toEqual([
      [],
      [],
      [],
      [],
      ['name.ownSign'],
    ]);
    const [again] = await planned(cp932('アカウント,氏名\na,髙﨑\n'));
    expect(again?.row.name).toBe('髙﨑');
  });

  it('names each wrong cell with its row, and the line of the text where a name broke it', async () => {
    const rows = await planned(
      'アカウント,氏名,職,システム,開始,終了\nok,"加藤\n花子",dx-office,,,\n加藤,加藤,dx-ofice,jyuki,2026-02-30,令和8年\n\nb,次,,juki,2027-04-01,2027-03-01\n',
    );
    expect(
      rows.map(({ row, faults }) => [row.row, row.line, faults.map(({ at, code }) => `${at} ${code}`)]),
    ).toEqual([
      [2, 2, ['B2 name.form']],
      [
        3,
        4,
        [
          'A3 account.form',
          'E3 day.notExisting',
          'F3 day.yearOnly',
          'C3 posts.unknown',
          'D3 systems.unknown',
        ],
      ],
      [5, 6, ['F5 until.beforeFrom', 'C5 posts.missing']],
    ]);
    expect(rows[1]?.faults[3]?.message.ja).toContain('dx-office（DX推進担当）');
    expect(rows.every(({ gives }) => gives.length === 0)).toBe(true);
  });

  it('is one account in any case and width, and says so', async () => {
    const rows = await planned(
      'アカウント,氏名,職\nＫａｔｏ.Ｈ,加藤花子,dx-office\nkato.h,加藤花子,iinkai\n',
    );
    expect(rows.map(({ status, row }) => [status, row.account])).toEqual([
      ['new', 'kato.h'],
      ['known', 'kato.h'],
    ]);
    expect(rows[0]?.remarks.map(({ code }) => code)).toEqual(['account.readAs']);
    expect(rows[1]?.password).toBe(false);
  });

  it('is left alone where it is of another municipality, with or without a lost zero', async () => {
    const rows = await planned(
      '団体コード,アカウント,氏名,職\n131121,a,甲,dx-office\n131130,b,乙,other-post\n11011,c,丙,x\n',
    );
    expect(rows.map(({ status }) => status)).toEqual(['new', 'elsewhere', 'elsewhere']);
  });

  it('is read in a rehearsal beside the real programme too; one that names the rehearsal is of that alone', async () => {
    const list = '団体コード,アカウント,氏名,職\n131121,a,甲,dx-office\n131121-r,b,乙,dx-office\n';
    const of = (code: string) => planned(list, { programme: { ...now.programme, code } });
    expect((await of('131121-r')).map(({ status }) => status)).toEqual(['new', 'new']);
    expect((await of('131121')).map(({ status }) => status)).toEqual(['new', 'elsewhere']);
  });

  it('sets a mail address, and names the cell of one that is none', async () => {
    const rows = await planned(
      'ログインID,氏名,メールアドレス\na,甲,ｔａｒｏ@city.example.lg.jp\nb,乙,taro@\nc,丙,\na,甲,other@city.example.lg.jp\n',
    );
    expect(rows.map(({ mail }) => mail?.after ?? null)).toEqual([
      'taro@city.example.lg.jp',
      null,
      null,
      null,
    ]);
    expect(rows[0]?.remarks.map(({ at, code }) => `${at} ${code}`)).toEqual(['C2 mail.readAs']);
    expect(rows.map(({ faults }) => faults.map(({ at, code }) => `${at} ${code}`))).toEqual([
      [],
      ['C3 mail.form'],
      [],
      ['C5 mail.twice'],
    ]);
  });

  it('has no administrator of the machine, no name that is kept, and nobody new without a name', async () => {
    const rows = await planned('アカウント,氏名,職\na,甲,システム管理者\nadmin,乙,dx-office\nc,,dx-office\n');
    expect(codes(rows)).toEqual([
      ['refused', 'posts.administrator'],
      ['refused', 'account.reserved'],
      ['refused', 'name.missing'],
    ]);
  });
});

describe('a list beside those who stand', () => {
  const one = (cells: string) => `アカウント,氏名,職,システム,開始,終了\n${cells}\n`;

  it('gives nothing twice: what is held, and what a row above gives', async () => {
    const holding = standing(known({ grants: [grant()] }));
    const [held] = await planned(one('kato.h,加藤　花子,dx-office,,,'), holding);
    expect(held).toMatchObject({
      status: 'known',
      password: false,
      gives: [],
      held: [{ from: '2026-11-27' }],
    });
    const rows = await planned(one('a,甲,dx-office,,,\na,甲,dx-office,,,'));
    expect(rows.map(({ gives }) => gives.length)).toEqual([1, 0]);
    expect(rows[1]?.remarks).toMatchObject([{ code: 'row.twice' }]);
  });

  it('leaves an address as it is where the row says the same or nothing, and tells the one before', async () => {
    const there = standing(known({ mail: 'old@example.jp' }));
    const list = 'アカウント,氏名,mail\nkato.h,,old@example.jp\nkato.h,,\n';
    expect((await planned(list, there)).map(({ mail }) => mail)).toEqual([null, null]);
    const [row] = await planned('アカウント,氏名,mail\nkato.h,,new@example.jp\n', there);
    expect(row?.mail).toEqual({ before: 'old@example.jp', after: 'new@example.jp' });
  });

  it('goes on from the day after, and refuses days that overlap', async () => {
    const holding = standing(known({ grants: [grant()] }));
    const [next] = await planned(one('kato.h,,dx-office,,2027-04-01,'), holding);
    expect(next?.gives).toEqual([grant({ from: '2027-04-01', until: '2028-03-31' })]);
    const rows = await planned(
      one('kato.h,,dx-office,,,2028-03-31\nkato.h,,dx-office,,2025-04-01,2026-03-31'),
      holding,
    );
    expect(codes(rows)).toEqual([
      ['refused', 'posts.overlaps'],
      ['refused', 'until.over'],
    ]);
    const [system] = await planned(one('kato.h,,dx-office,juki,,'), holding);
    expect(system?.gives).toHaveLength(1);
  });

  it('takes another name for another person unless it is said to be a new name', async () => {
    const there = standing(known());
    const other = one('kato.h,田中花子,dx-office,,,');
    expect(codes(await planned(other, there))).toEqual([['refused', 'name.differs']]);
    const [row] = await planned(other, { ...there, rename: true });
    expect(row).toMatchObject({ status: 'renamed', before: '加藤 花子', password: false });
    const two = one('a,甲,dx-office,,,\na,乙,iinkai,,,\na,甲,iinkai,,,');
    expect(codes(await planned(two, { rename: true }))).toEqual([
      ['new'],
      ['refused', 'name.twice'],
      ['known'],
    ]);
  });

  it('gives nothing to who is disabled or of another rehearsal, and completes who was made without a password', async () => {
    const row = one('kato.h,加藤花子,dx-office,,,');
    expect(codes(await planned(row, standing(known({ disabled: true }))))).toEqual([
      ['refused', 'account.disabled'],
    ]);
    expect(codes(await planned(row, standing(known({ rehearsal: '131130' }))))).toEqual([
      ['refused', 'account.otherRehearsal'],
    ]);
    const [cut] = await planned(row, standing(known({ isUnfinished: true })));
    expect(cut).toMatchObject({ status: 'known', password: true });
  });

  it('is the same plan once it stands, and soon told for 2,000 people', async () => {
    const people = Array.from({ length: 2_000 }, (_, i) => `u${i},人${i},"dx-office,iinkai",juki、zei,,`);
    const began = process.cpuUsage();
    const rows = await planned(one(people.join('\n')));
    expect(rows).toHaveLength(2_000);
    expect(rows.every(({ status, gives }) => status === 'new' && gives.length === 4)).toBe(true);
    expect(process.cpuUsage(began).user).toBeLessThan(5_000_000);
    const after = rows.map(({ row, gives }) =>
      known({ account: row.account, name: row.name, grants: gives }),
    );
    const again = await planned(one(people.join('\n')), standing(...after));
    expect(
      again.every(({ status, gives, held }) => status === 'known' && gives.length === 0 && held.length === 4),
    ).toBe(true);
  });
});
