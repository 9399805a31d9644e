// @ts-check
// A source map with one place a line: what a trace shows. Node keeps each place of a map as objects once a stack was read, of a whole
// program forty megabytes in each process; what a step-by-step debugger needs besides is given up.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** @param {string} map as JSON: a source map of version 3, not of sections @returns {string} */
export function linesOnly(map) {
  const { mappings, names: _names, ...rest } = JSON.parse(map);
  return JSON.stringify({ ...rest, names: [], mappings: firstOfEach(mappings) });
}

/**
 * Each number in a segment says how far it is from the last of its kind; the column in the output begins anew with each line.
 * @param {string} mappings
 */
function firstOfEach(mappings) {
  const read = [0, 0, 0];
  const written = [0, 0, 0];
  return mappings
    .split(';')
    .map((line) => {
      let first = '';
      for (const [, ...place] of line === '' ? [] : line.split(',').map(numbersIn)) {
        if (place.length < 3) continue;
        for (const kind of read.keys()) read[kind] = (read[kind] ?? 0) + (place[kind] ?? 0);
        if (first !== '') continue;
        first = `A${read.map((value, kind) => digitsOf(value - (written[kind] ?? 0))).join('')}`;
        for (const [kind, value] of read.entries()) written[kind] = value;
      }
      return first;
    })
    .join(';');
}

/** @param {string} segment */
function numbersIn(segment) {
  const numbers = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return numbers;
}

/** @param {number} value */
function digitsOf(value) {
  let left = value < 0 ? (-value << 1) | 1 : value << 1;
  let digits = '';
  do {
    const bits = left & 31;
    left >>>= 5;
    digits += DIGITS[left > 0 ? bits | 32 : bits];
  } while (left > 0);
  return digits;
}
