// The standardised businesses under their official names, with the other names in official use (デジタル庁 and 総務省
// tables differ). Kept equal to seeds/national/businesses.csv by a test. Knows no municipality.

/** Official name → aliases, in the order of the cabinet order (令和4年政令第1号); 共通機能 is デジタル庁's 21st item. */
export const nationalBusinesses: Readonly<Record<string, readonly string[]>> = {
  住民基本台帳: ['住民記録', '住基'],
  選挙人名簿管理: ['選挙'],
  固定資産税: ['資産税'],
  個人住民税: ['住民税'],
  法人住民税: [],
  軽自動車税: ['軽自動車税（種別割）'],
  国民健康保険: ['国保'],
  国民年金: [],
  障害者福祉: [],
  後期高齢者医療: ['後期高齢'],
  介護保険: ['介護'],
  児童手当: [],
  健康管理: [],
  就学: [],
  児童扶養手当: [],
  生活保護: [],
  '子ども・子育て支援': [],
  印鑑登録: ['印鑑'],
  戸籍: [],
  戸籍の附票: ['戸籍附票'],
  共通機能: [],
};

/** Same width, no blanks: `軽自動車税(種別割)` is `軽自動車税（種別割）`. */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

const officialNames = new Map(
  Object.entries(nationalBusinesses).flatMap(([name, aliases]) =>
    [name, ...aliases].map((alias) => [plain(alias), name] as const),
  ),
);

/** The official name behind a name or alias, or null when no table has it. */
export function officialBusiness(name: string): string | null {
  return officialNames.get(plain(name)) ?? null;
}

/** Every name and alias, for suggestions. */
export const businessNames: readonly string[] = Object.entries(nationalBusinesses).flatMap(
  ([name, aliases]) => [name, ...aliases],
);
