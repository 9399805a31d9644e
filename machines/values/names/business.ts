// The standardised businesses under their official names, with the other names in official use (デジタル庁 and 総務省
// tables differ). Kept equal to seeds/national/businesses.csv by a test. Knows no municipality.

import { type Reading, readAs, refused } from '../reading.ts';
import { searchKey } from './name.ts';
import { nearest } from './nearest.ts';

/** Official name → aliases, in the order of the cabinet order (令和4年政令第1号); 共通機能 is デジタル庁's 21st item. */
export const nationalBusinesses: Readonly<Record<string, readonly string[]>> = {
  住民基本台帳: ['住民記録', '住基', '住民基本台帳事務'],
  選挙人名簿管理: ['選挙', '選挙人名簿', '選挙人管理名簿'],
  固定資産税: ['資産税'],
  個人住民税: ['住民税'],
  法人住民税: [],
  軽自動車税: ['軽自動車税（種別割）'],
  国民健康保険: ['国保'],
  国民年金: ['年金'],
  障害者福祉: ['障害福祉', '障がい者福祉', '障がい福祉'],
  後期高齢者医療: ['後期高齢', '後期高齢者'],
  介護保険: ['介護'],
  児童手当: [],
  健康管理: ['健康管理（母子保健等）'],
  就学: ['学齢簿', '就学事務'],
  児童扶養手当: [],
  生活保護: [],
  '子ども・子育て支援': ['子ども子育て支援', '子ども・子育て', 'こども子育て支援'],
  印鑑登録: ['印鑑'],
  戸籍: [],
  戸籍の附票: ['戸籍附票'],
  共通機能: [],
};

/** How they are read, for who searches in kana. */
const readings: Readonly<Record<string, string>> = {
  住民基本台帳: 'じゅうみんきほんだいちょう じゅうき',
  選挙人名簿管理: 'せんきょにんめいぼかんり',
  固定資産税: 'こていしさんぜい',
  個人住民税: 'こじんじゅうみんぜい',
  法人住民税: 'ほうじんじゅうみんぜい',
  軽自動車税: 'けいじどうしゃぜい',
  国民健康保険: 'こくみんけんこうほけん こくほ',
  国民年金: 'こくみんねんきん',
  障害者福祉: 'しょうがいしゃふくし',
  後期高齢者医療: 'こうきこうれいしゃいりょう',
  介護保険: 'かいごほけん',
  児童手当: 'じどうてあて',
  健康管理: 'けんこうかんり',
  就学: 'しゅうがく',
  児童扶養手当: 'じどうふようてあて',
  生活保護: 'せいかつほご',
  '子ども・子育て支援': 'こどもこそだてしえん',
  印鑑登録: 'いんかんとうろく',
  戸籍: 'こせき',
  戸籍の附票: 'こせきのふひょう',
  共通機能: 'きょうつうきのう',
};

/**
 * What people here write for short and in kana besides, for who searches: no official name and no alias, so no list is read by them. They
 * stand for the name at the question, so that what was kept to be searched needs no change.
 */
const shortNames: Readonly<Record<string, string>> = {
  生保: '生活保護',
  せいほ: '生活保護',
  児手: '児童手当',
  児扶: '児童扶養手当',
  児扶手: '児童扶養手当',
  じふて: '児童扶養手当',
  障福: '障害者福祉',
  障碍者福祉: '障害者福祉',
  障碍: '障害者福祉',
  後期: '後期高齢者医療',
  国年: '国民年金',
  健管: '健康管理',
  固税: '固定資産税',
  法住: '法人住民税',
  軽自: '軽自動車税',
  附票: '戸籍の附票',
  子子: '子ども・子育て支援',
};

/** What each is called to readers of English; the official name is the Japanese one. */
const english: Readonly<Record<string, string>> = {
  住民基本台帳: 'Resident records',
  選挙人名簿管理: 'Electoral register',
  固定資産税: 'Fixed asset tax',
  個人住民税: 'Individual resident tax',
  法人住民税: 'Corporate resident tax',
  軽自動車税: 'Light vehicle tax',
  国民健康保険: 'National health insurance',
  国民年金: 'National pension',
  障害者福祉: 'Welfare of persons with disabilities',
  後期高齢者医療: 'Medical care for the elderly',
  介護保険: 'Long-term care insurance',
  児童手当: 'Child allowance',
  健康管理: 'Health management',
  就学: 'School enrolment',
  児童扶養手当: 'Child-rearing allowance',
  生活保護: 'Public assistance',
  '子ども・子育て支援': 'Child and child-rearing support',
  印鑑登録: 'Seal registration',
  戸籍: 'Family register',
  戸籍の附票: 'Supplement to the family register',
  共通機能: 'Common functions',
};

/** The official name, and what it is called in English; a name of no table is shown as it is. */
export const businessText = (name: string): { ja: string; en: string } => ({
  ja: name,
  en: english[name] ?? name,
});

/** Several of them in one line. */
export const businessesText = (names: readonly string[]): { ja: string; en: string } => ({
  ja: names.join('・'),
  en: names.map((name) => businessText(name).en).join(' / '),
});

/** Every name, alias and reading under which a business is looked for. */
export const businessWords = (name: string): string[] => [
  name,
  ...(nationalBusinesses[name] ?? []),
  ...(readings[name]?.split(' ') ?? []),
];

const byShortName = new Map(Object.entries(shortNames).map(([short, name]) => [searchKey(short), name]));

/** What is looked for where somebody writes this: an abbreviation in use stands for its business. */
export const meantBy = (written: string): string => byShortName.get(searchKey(written)) ?? written;

const officialNames = new Map(
  Object.entries(nationalBusinesses).flatMap(([name, aliases]) =>
    [name, ...aliases].map((alias) => [searchKey(alias), name] as const),
  ),
);

/** Every name and alias, for suggestions. */
const names: readonly string[] = Object.entries(nationalBusinesses).flatMap(([name, aliases]) => [
  name,
  ...aliases,
]);

/** The official name behind a name or alias, or null when no table has it. */
export const officialBusiness = (name: string): string | null => officialNames.get(searchKey(name)) ?? null;

/** The one reader of names of businesses: the official name behind a name, an alias or look-alike characters. */
export function readBusiness(written: string): Reading<string> {
  if (searchKey(written) === '') return refused('empty', {});
  const official = officialBusiness(written);
  return official === null
    ? refused('business.unknown', { nearest: nearest(written, names) })
    : readAs(official);
}
