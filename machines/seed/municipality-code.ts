// 全国地方公共団体コード: five digits and a check digit (総務省「団体コードの検査数字」).

const WEIGHTS = [6, 5, 4, 3, 2];

/** The check digit of a code's first five digits: modulus 11, the last digit where the result has two. */
export function checkDigit(fiveDigits: string): number {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(fiveDigits[index]), 0);
  return (11 - (sum % 11)) % 10;
}

/** The code with the check digit that belongs to its first five digits. */
export function withCheckDigit(code: string): string {
  return `${code.slice(0, 5)}${checkDigit(code)}`;
}

/** The first two digits are a prefecture's, 01 to 47 (JIS X 0401). */
export function hasPrefecture(code: string): boolean {
  const prefecture = Number(code.slice(0, 2));
  return prefecture >= 1 && prefecture <= 47;
}
