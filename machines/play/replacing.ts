// XState's `assign` merges what it is given into the context: a key that is left out would stay for ever. A memory is replaced.

/** `after` as `assign` has to be given it: what only `before` had is undefined there, which no stored snapshot keeps. */
export function replacing<Context extends object>(before: Context, after: Context): Context {
  const gone = Object.keys(before).filter((key) => !Object.hasOwn(after, key));
  return { ...Object.fromEntries(gone.map((key) => [key, undefined])), ...after };
}
