// A chain's name: `{key}` is a programme's own, `{key}/{system id}` that of one of its migrations. A programme's key is its 団体コード; a
// rehearsal beside the real programme of the same municipality adds a mark of its own: `131121`, `131121-r`. Made and read here
// alone; the database's functions read it by themselves (ledger/schema-changes/).

/** What a rehearsal beside the real programme may be marked with. */
export const besideForm = /^[a-z0-9]{1,8}$/;
export const programmeKeyForm = /^\d{6}(-[a-z0-9]{1,8})?$/;
export const chainForm = /^\d{6}(-[a-z0-9]{1,8})?(\/[a-z0-9][a-z0-9-]*)?$/;

/** @param beside the mark of a rehearsal that stands beside the programme of the same code */
export const programmeKey = (municipality: string, beside?: string): string =>
  beside === undefined ? municipality : `${municipality}-${beside}`;

/** The mark of a rehearsal that stands beside the real programme. */
export const markOf = (programme: string): string | undefined => programme.split('-')[1];

/** The 団体コード of whoever's programme it is. */
export const municipalityCode = (programme: string): string => programme.split('-')[0] ?? programme;

export function chainOf(programme: string, system?: string): string {
  return system === undefined ? programme : `${programme}/${system}`;
}

/** The key of the programme whose own chain it is, or to which its migration belongs. */
export const programmeOf = (chain: string): string => chain.split('/')[0] ?? chain;

/** The system whose migration it is; null for a programme's own. */
export const systemOf = (chain: string): string | null => chain.split('/')[1] ?? null;

export const isMigration = (chain: string): boolean => systemOf(chain) !== null;
