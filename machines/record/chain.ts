// A chain's name: `{団体コード}` is a programme's own, `{団体コード}/{system id}` that of one of its migrations. Made and read here
// alone; the database's functions read it by themselves (ledger/schema-changes/).

export function chainOf(programme: string, system?: string): string {
  return system === undefined ? programme : `${programme}/${system}`;
}

/** The code of the programme whose own chain it is, or to which its migration belongs. */
export const programmeOf = (chain: string): string => chain.split('/')[0] ?? chain;

/** The system whose migration it is; null for a programme's own. */
export const systemOf = (chain: string): string | null => chain.split('/')[1] ?? null;

export const isMigration = (chain: string): boolean => systemOf(chain) !== null;
