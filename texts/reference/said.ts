// How a field's meaning is written down in these tables: Japanese, then English.
export type Said = readonly [ja: string, en: string];

/**
 * By the field's path in its section: `waves[].id`. Where several kinds have it and mean something else by it, with its kind before:
 * `kind: milestone system`.
 */
export type Meanings = Readonly<Record<string, Said>>;

export interface Explained {
  title: Said;
  /** What is to be said of the section before its fields. */
  before?: Said;
  fields: Meanings;
}
