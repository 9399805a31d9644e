// A contract as it is now: as made, as amended last, or ended; and all its versions with what each changed.
import type { VagueDay } from '../../values/date.ts';
import type { YearAmount } from '../../values/money.ts';
import { NOTED, type Note, notesOf } from '../noted/noted.ts';
import type { MigrationContext } from '../state.ts';

export interface ContractVersion {
  /** 0 as made, then the number of its 変更契約. */
  no: number;
  on: VagueDay;
  /** 決裁日; null where it was not said. */
  decidedOn: string | null;
  amounts: YearAmount[];
  totalYen: number;
  /** By how much more than the version before; 0 of the first. */
  changeYen: number;
  continuesInto: number[];
  /** 契約期間の末日; null where it was not said. */
  until: string | null;
  reason: string | null;
}

type Known = Pick<MigrationContext, 'contract' | 'noted'>;

export function contractVersions(context: Known): ContractVersion[] {
  const { contract } = context;
  if (!contract) return [];
  const made: ContractVersion = {
    ...contract,
    no: 0,
    decidedOn: contract.decidedOn ?? null,
    changeYen: 0,
    until: contract.until ?? null,
    reason: null,
  };
  const versions = [made];
  for (const one of notesOf(context, NOTED.amendment)) {
    const before = versions.at(-1) ?? made;
    versions.push({
      ...one,
      decidedOn: one.decidedOn ?? null,
      changeYen: one.totalYen - before.totalYen,
      until: one.until ?? before.until,
    });
  }
  return versions.map(picked);
}

const picked = (of: ContractVersion): ContractVersion => ({
  no: of.no,
  on: of.on,
  decidedOn: of.decidedOn,
  amounts: of.amounts,
  totalYen: of.totalYen,
  changeYen: of.changeYen,
  continuesInto: of.continuesInto,
  until: of.until,
  reason: of.reason,
});

/** The version that holds. */
export const contractNow = (context: Known): ContractVersion | undefined => contractVersions(context).at(-1);

export const terminationOf = (context: Known): Note<typeof NOTED.termination> | undefined =>
  context.contract ? notesOf(context, NOTED.termination)[0] : undefined;
