// The 47 prefectures by the first two digits of a 団体コード (JIS X 0401), and a municipality's own name without its
// prefecture's.
const PREFECTURES = (
  '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 ' +
  '石川県 福井県 山梨県 長野県 岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 ' +
  '岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県'
).split(' ');

/** Empty for a code whose first two digits name none. */
export function prefectureOf(code: string): string {
  return PREFECTURES[Number(code.slice(0, 2)) - 1] ?? '';
}

/** `東京都世田谷区` is 世田谷区; a programme named for the municipality alone stays as it is. */
export function municipalityOf(code: string, name: string): string {
  const prefecture = prefectureOf(code);
  return prefecture !== '' && name.startsWith(prefecture) && name !== prefecture
    ? name.slice(prefecture.length)
    : name;
}
