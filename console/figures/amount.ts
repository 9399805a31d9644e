// Money as integers with separators, and rates out of a thousand. Scores stay the text they came as.
const grouped = new Intl.NumberFormat('ja-JP');

/** `295,447,229 円` / `¥295,447,229` */
export const yen = (amount: number, language: 'ja' | 'en') =>
  language === 'ja' ? `${grouped.format(amount)} 円` : `¥${grouped.format(amount)}`;

/** 975 → `97.5 %` */
export const percent = (permille: number) => `${(permille / 10).toFixed(1)} %`;
