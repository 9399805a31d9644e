// Cases of a list of people handed in over HTTP, for a real programme that others use too.
import { expect, it } from 'vitest';
import { fiscalYearOf } from '../../machines/values/date.ts';
import { accountList } from '../../server/contract/accounts.ts';
import { entryPage } from '../../server/contract/entries.ts';
import {
  lacks,
  type PeopleApplied,
  peopleApplied,
  peoplePreview,
} from '../../server/contract/people-sheets.ts';
import { contactView } from '../../server/contract/telling/contacts.ts';
import { enterFirst, type Town, withParts } from './town.ts';

const as = 'operator';
const bodyOf = (text: string, more: object = {}) => ({
  file: { name: '職員.csv', base64: Buffer.from(text).toString('base64') },
  ...more,
});

export function peopleListCases(townOf: () => Town, code: string): void {
  const at = (what: string) => `/programmes/${code}/${what}`;
  const preview = (body: unknown) =>
    townOf().answered(peoplePreview, 'POST', at('people/preview'), { as, body });
  /** As the command does it: asked again from the row at which time ran out. */
  const apply = async (body: object, town = townOf()): Promise<PeopleApplied> => {
    const done = await town.answered(peopleApplied, 'POST', at('people/apply'), { as, body });
    if (done.nextRow === null) return done;
    const rest = await apply({ ...body, fromRow: done.nextRow }, town);
    return {
      ...rest,
      rows: [...done.rows, ...rest.rows],
      passwords: [...done.passwords, ...rest.passwords],
    };
  };
  const entries = async () =>
    (await townOf().answered(entryPage, 'GET', `${at('entries')}?limit=200`, { as })).items;
  const about = async (account: string) =>
    (await entries()).filter(({ fact }) => 'account' in fact && fact.account === account);
  const outcomes = ({ rows }: Awaited<ReturnType<typeof apply>>) => rows.map(({ outcome }) => outcome);

  const year = () => fiscalYearOf(townOf().parts.clocks.realToday());
  const list = () =>
    [
      'アカウント,氏名,職,システム,開始,終了',
      'Ｓｕｚｕｋｉ.Ｉ,鈴木一郎,DX推進担当部,,,',
      `takahashi,髙橋 﨑子,"dx-office,business-division",住民基本台帳/印鑑登録,${year()}年4月1日,`,
      'dare,誰か,そんな職,,,',
    ].join('\n');

  it('is looked at row by row, and nothing is recorded', async () => {
    const before = await entries();
    const found = await preview(bodyOf(list()));
    expect(
      found.rows.map(({ row, status, faults }) => [row, status, faults.map(({ code: why }) => why)]),
    ).toEqual([
      [2, 'new', []],
      [3, 'new', []],
      [4, 'refused', ['posts.unknown']],
    ]);
    expect(found.counts).toMatchObject({ new: 2, refused: 1, gives: 3, held: 0 });
    expect(await entries()).toEqual(before);
  });

  it('makes people and gives posts by signed entries, tells each password once, and the second time does nothing', async () => {
    const done = await apply(bodyOf(list()));
    expect(outcomes(done)).toEqual(['done', 'done', 'refused']);
    expect(done.nextRow).toBeNull();
    expect(done.passwords.map(({ account, name }) => [account, name])).toEqual([
      ['suzuki.i', '鈴木一郎'],
      ['takahashi', '髙橋 﨑子'],
    ]);
    const told = await about('takahashi');
    expect(told.map(({ type }) => type)).toEqual(['post.given', 'post.given', 'account.changed']);
    expect(told[0]).toMatchObject({ actor: { account: 'operator', grant: 'operator' } });
    expect(told.every(({ signedBy }) => signedBy !== null)).toBe(true);
    const days = { from: `${year()}-04-01`, until: `${year() + 1}-03-31` };
    const { items } = await townOf().answered(accountList, 'GET', '/accounts', { as });
    expect(items.find(({ account }) => account === 'takahashi')?.posts).toMatchObject([
      { post: 'business-division', system: 'juki', ...days },
      { post: 'dx-office', system: 'juki', ...days },
    ]);
    const [first] = done.passwords;
    await enterFirst(townOf(), 'suzuki.i', first?.password ?? '');
    const head = (await entries())[0]?.seq;
    const again = await apply(bodyOf(list()));
    expect(outcomes(again)).toEqual(['nothing', 'nothing', 'refused']);
    expect(again.passwords).toEqual([]);
    expect((await entries())[0]?.seq).toBe(head);
  });

  it('is completed by asking again where it was cut off, and doubles nothing', async () => {
    const three = `アカウント,氏名,職\n${['cut.a', 'cut.b', 'cut.c'].map((id) => `${id},${id},dx-office`).join('\n')}\n`;
    const town = townOf();
    const { authentication } = town.parts;
    const cut = withParts(town, {
      authentication: {
        ...authentication,
        givePassword: async (person, ...rest) => {
          if (person.account === 'cut.b') throw new Error('the process is gone');
          await authentication.givePassword(person, ...rest);
        },
      },
    });
    expect((await cut.refused('POST', at('people/apply'), { as, body: bodyOf(three) })).status).toBe(500);
    const rest = await apply(bodyOf(three));
    expect(outcomes(rest)).toEqual(['nothing', 'done', 'done']);
    expect(rest.passwords.map(({ account }) => account)).toEqual(['cut.b', 'cut.c']);
    for (const account of ['cut.a', 'cut.b', 'cut.c']) {
      expect((await about(account)).map(({ type }) => type)).toEqual(['post.given', 'account.changed']);
    }
    const [, two] = await Promise.all([apply(bodyOf(three)), apply(bodyOf(three))]);
    expect(outcomes(two)).toEqual(['nothing', 'nothing', 'nothing']);
    const lost = await apply(bodyOf(three, { passwordsAgain: true, fromRow: 4 }));
    expect(lost.passwords.map(({ account }) => account)).toEqual(['cut.c']);
  });

  it('changes a name only where that is said, and the record says so', async () => {
    const married = 'アカウント,氏名\ncut.a,新姓 花子\n';
    expect((await preview(bodyOf(married))).rows[0]?.faults).toMatchObject([{ code: 'name.differs' }]);
    expect(outcomes(await apply(bodyOf(married, { rename: true })))).toEqual(['done']);
    expect((await about('cut.a'))[0]?.fact).toMatchObject({ change: 'renamed', name: '新姓 花子' });
  });

  it('sets where people are told by mail, with no entry, and the second time does nothing', async () => {
    const mailed = bodyOf('アカウント,氏名,メール\ncut.b,,b@city.example.lg.jp\ncut.c,,c@\n');
    const contact = (account: string) =>
      townOf().answered(contactView, 'GET', `/accounts/${account}/contact`, { as });
    const found = await preview(mailed);
    expect(found.rows.map(({ mail }) => mail)).toEqual([
      { before: null, after: 'b@city.example.lg.jp' },
      null,
    ]);
    expect(found.rows[1]?.faults).toMatchObject([{ at: 'C3', code: 'mail.form' }]);
    expect((await contact('cut.b')).mail).toBeNull();
    const before = (await entries())[0]?.seq;
    expect(outcomes(await apply(mailed))).toEqual(['done', 'refused']);
    expect([(await contact('cut.b')).mail, (await contact('cut.c')).mail]).toEqual([
      'b@city.example.lg.jp',
      null,
    ]);
    expect(outcomes(await apply(mailed))).toEqual(['nothing', 'refused']);
    expect((await entries())[0]?.seq).toBe(before);
  });

  it('is the administrator’s alone, and of a file that is a list', async () => {
    const refused = async (who: string, body: unknown = bodyOf(list())) =>
      townOf().refused('POST', at('people/apply'), { as: who, body });
    expect((await refused('dx-tanaka')).code).toBe('forbidden');
    expect((await refused('dx-ito')).code).toBe('forbidden');
    for (const [text, why] of [
      ['a,b\n1,2\n', 'people.none'],
      ['アカウント,氏名\n', 'people.empty'],
      ['アカウント,account,氏名\na,b,c\n', 'sheet.columnTwice'],
    ] as const) {
      expect((await refused(as, bodyOf(text))).issues).toMatchObject([{ code: why }]);
    }
  });

  it('leaves what is lacking to be seen', async () => {
    const { items } = await townOf().answered(lacks, 'GET', at('lacks'), { as });
    const codes = items.map(({ code: lack, post }) => `${lack} ${post}`);
    expect(codes).toContain('administrator.none null');
    expect(codes.some((lack) => lack.startsWith('post.vacant '))).toBe(true);
    expect(codes).not.toContain('post.vacant dx-office');
    expect(items[0]?.message.ja).toContain('管理者');
  });
}
