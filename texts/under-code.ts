// What a table says under a code. The entry under each takes exactly what belongs to that code, which TypeScript cannot
// follow through an index: said here once for every table of sentences.
export function saidUnder<Code extends string, Given extends unknown[], Said>(
  table: Readonly<Record<Code, (...given: never) => Said>>,
  code: Code,
  ...given: Given
): Said {
  const say = table[code] as (...given: Given) => Said;
  return say(...given);
}
