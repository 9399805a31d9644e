// How much of a sheet is read: far more than one municipality's national sheet, far less than what would keep others waiting.
export const SHEET = {
  /** Bytes of what an .xlsx holds once it is inflated, over all its parts. */
  inflated: 16 * 1024 * 1024,
  parts: 200,
  rows: 5_000,
  columns: 200,
  /** Characters of a cell; longer ones hold no status, name or day. */
  cell: 2_000,
} as const;
