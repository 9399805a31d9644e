// Bytes that are no text are told with the likely encoding; names are found under every spelling.
import { describe, expect, it } from 'vitest';
import { addMonths, isDay, isMonth, isPlannable } from '../../../machines/values/date.ts';
import { businessWords, meantBy, officialBusiness } from '../../../machines/values/names/business.ts';
import { sameName, searchKey } from '../../../machines/values/names/name.ts';
import { fiscalYear, nationalStep, yearAmounts } from '../../../machines/values/schemas.ts';
import { writtenLine } from '../../../machines/values/text.ts';
import { readUtf8 } from '../../../machines/values/utf8.ts';

describe('bytes', () => {
  const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
  it.each([
    ['CP932', '6e616d653a2090a293638db28beb0a', 'CP932'],
    ['EUC-JP', '6e616d653a20c0a4c5c4c3abb6e80a', 'EUC-JP'],
    ['UTF-16LE with its mark', 'fffe16759a0a', 'UTF-16'],
    ['ISO-2022-JP', '1b24424024451b2842', 'ISO-2022-JP'],
  ])('of %s are refused as that', (_, hex, likely) => {
    expect(readUtf8(bytes(hex))).toMatchObject({ status: 'refused', code: 'bytes.notUtf8', likely, line: 1 });
  });
  it('of no encoding at all are refused, with their line', () => {
    expect(readUtf8(bytes('610aff80ff'))).toMatchObject({ likely: null, line: 2 });
  });
  it('with a NUL are refused; with a mark they are read', () => {
    expect(readUtf8(bytes('610062'))).toMatchObject({ status: 'refused', code: 'bytes.nul' });
    expect(readUtf8(bytes('efbbbfe38182'))).toEqual({ status: 'read', text: 'あ' });
  });
});

describe('a name', () => {
  it.each([
    ['葛城', '葛\u{e0100}城'],
    ['高崎', '髙﨑'],
    ['戸籍', '⼾籍'],
    ['国民年金', '国⺠年⾦'],
    ['ｼﾞｭｳｷ', 'じゅうき'],
    ['龍ケ崎', '竜ヶ崎'],
    ['子ども・子育て支援', '子ども子育て支援'],
  ])('%s is found as %s', (a, b) => expect(sameName(a, b)).toBe(true));
  it('of another stays another', () => expect(sameName('住民税', '国民年金')).toBe(false));
  it.each([
    ['障害福祉', '障害者福祉'],
    ['年金', '国民年金'],
    ['選挙人管理名簿', '選挙人名簿管理'],
    ['⼾籍', '戸籍'],
    ['住基', '住民基本台帳'],
  ])('business %s is %s', (written, official) => expect(officialBusiness(written)).toBe(official));
  it.each([
    ['国保', '国民健康保険'],
    ['じゅうき', '住民基本台帳'],
    ['ジュウキ', '住民基本台帳'],
    ['生保', '生活保護'],
    ['ｾｲﾎ', '生活保護'],
    ['児扶手', '児童扶養手当'],
  ])('searching %s finds %s', (asked, business) => {
    expect(
      businessWords(business)
        .map(searchKey)
        .some((word) => word.includes(searchKey(meantBy(asked)))),
    ).toBe(true);
  });
});

it('an abbreviation is searched by, and is read as no business of a list', () => {
  expect([officialBusiness('生保'), meantBy('国保'), meantBy('_')]).toEqual([null, '国保', '_']);
});

describe('data', () => {
  it('of an implausible year is no date', () => {
    for (const day of ['0024-10-01', '1872-12-31', '9999-12-31', '2200-01-01'])
      expect(isDay(day)).toBe(false);
    for (const month of ['0024-10', '9999-12']) expect(isMonth(month)).toBe(false);
    for (const day of ['1989-12-31', '2151-01', '0024-10']) expect(isPlannable(day)).toBe(false);
    expect(isPlannable('2026-03')).toBe(true);
    expect(addMonths('0124-10-01', -2)).toBe('0124-08-01');
  });
  it('has each fiscal year once, and no year that is none', () => {
    const amount = (year: number) => ({ fiscalYear: year, amountYen: 100 });
    expect(yearAmounts(30).safeParse([amount(2023), amount(2024)]).success).toBe(true);
    expect(yearAmounts(30).safeParse([amount(2023), amount(2023)]).success).toBe(false);
    for (const year of [5, 0, 1989, 2151, 2023.5]) expect(fiscalYear.safeParse(year).success).toBe(false);
  });
  it('names steps that there are', () => {
    for (const step of ['①-4', '⑩-3', '⑱-2', '⑲-1']) expect(nationalStep.safeParse(step).success).toBe(false);
    expect(nationalStep.safeParse('⑱-1').success).toBe(true);
  });
  it('of one line has no break and is no blank', () => {
    for (const text of ['甲社\n乙', '甲\u2028乙', '甲\r乙', '\u3000 \u200b', 'x'.repeat(201)])
      expect(writtenLine(200).safeParse(text).success).toBe(false);
    expect(writtenLine(200).parse(' 甲社 ')).toBe('甲社');
  });
});
