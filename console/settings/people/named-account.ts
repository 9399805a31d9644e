// Whose account is meant where a name is written in its place.
export interface Person {
  account: string;
  name: string;
}

const plain = (written: string): string => written.normalize('NFKC').replace(/\s/g, '').toLowerCase();
/** `佐藤（住民記録・演習）`: what stands in brackets is no part of the name. */
const bare = (name: string): string => plain(name).replace(/\(.*$/, '');

/** Those of that name; none where an account itself was written. */
export function accountsNamed(people: readonly Person[], written: string): Person[] {
  const wanted = plain(written);
  if (wanted === '' || people.some(({ account }) => account === wanted)) return [];
  return people.filter(({ name }) => plain(name) === wanted || bare(name) === wanted);
}
