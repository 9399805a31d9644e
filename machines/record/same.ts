// Whether two JSON values are one and the same: as their canonical texts would be (RFC 8785), without writing either.

type Fields = Record<string, unknown>;

/** What has no value is null, and of an object it is nothing. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (!isObject(a) || !isObject(b)) return (a ?? null) === (b ?? null);
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((one, at) => same(one, b[at]))
    );
  const names = named(a);
  return names.length === named(b).length && names.every((name) => isIn(b, name) && same(a[name], b[name]));
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isIn = (fields: Fields, name: string): boolean =>
  Object.hasOwn(fields, name) && fields[name] !== undefined;
const named = (fields: Fields): string[] => Object.keys(fields).filter((name) => fields[name] !== undefined);
