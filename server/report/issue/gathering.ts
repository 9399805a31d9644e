// A report's data from the record: the programme and its migrations on a day, as some reader may be shown them; or as they stood when no
// more was recorded than a given entry of each chain.
import type { Ledger } from '../../../ledger/open.ts';
import type { AsOf, UpTo } from '../../../ledger/past/by.ts';
import type { Hidden } from '../../../machines/migration/procurement/disclosure.ts';
import { chainOf } from '../../../machines/record/chain.ts';
import { dayOf, reachOn } from '../../../machines/values/date.ts';
import { formatEra } from '../../../machines/values/era.ts';
import type { NationalSheet } from '../../contract/planning/national-sheet.ts';
import type { Report } from '../../contract/reports/tables.ts';
import type { Setting } from '../../contract/values.ts';
import { hiddenAmong, shownOf } from '../../door/disclosing.ts';
import { ProblemError } from '../../http/problem/problem.ts';
import type { Viewer } from '../../http/request.ts';
import { nationalSheetOf } from '../national-sheet.ts';
import { reportOf } from '../report.ts';
import { assumableTypes, correctedOf, type ReportedMigration } from '../reported-migration.ts';
import type { Period } from '../tables/period.ts';

export interface Making {
  code: string;
  systems: readonly string[];
  asOf: AsOf;
  period: Period | null;
  viewer: Viewer;
  setting: Setting;
  upTo: UpTo | null;
}

/** @throws ProblemError notYet, invalid for a day before the record begins */
export const reportFrom = async (ledger: Ledger, making: Making): Promise<Report> =>
  reportOn(ledger, making, await gathered(ledger, making));

/** And the 40 steps as they stand beside it, of one reading. @throws as `reportFrom` */
export async function reportAndSheet(
  ledger: Ledger,
  making: Making,
): Promise<{ report: Report; sheet: NationalSheet }> {
  const found = await gathered(ledger, making);
  const { definition } = found.there;
  const sheet = nationalSheetOf({ definition, migrations: found.states, setting: making.setting });
  return { report: await reportOn(ledger, making, found), sheet };
}

type Gathered = Awaited<ReturnType<typeof gathered>>;

async function gathered(ledger: Ledger, { code, systems, asOf, upTo }: Making) {
  const there = asOf ? await ledger.programmeOn(code, asOf.day, asOf.by, upTo) : await ledger.programme(code);
  if (!there) throw new ProblemError('notYet');
  const chains = systems.map((system) => chainOf(code, system));
  return { there, states: await ledger.statesOn(chains, asOf, upTo) };
}

async function reportOn(ledger: Ledger, making: Making, { there, states }: Gathered): Promise<Report> {
  const { code, asOf, period, setting } = making;
  const migrations = await reported(ledger, making, states);
  if (migrations.length === 0 && asOf) await requireBegun(ledger, code, asOf);
  return reportOf({ ...there, migrations, setting, period });
}

/** Where nothing had begun, a report would say of nothing that it is so. */
async function requireBegun(ledger: Ledger, code: string, { by }: NonNullable<AsOf>): Promise<void> {
  const firsts = await ledger.definitions.firstMigrations(code);
  const [first] = firsts
    .map(({ begin: { on, at } }) => (by === 'occurred' ? reachOn(on, at) : dayOf(at)))
    .sort();
  if (first === undefined) return;
  const message = {
    ja: 'その日には、まだ記録がありません。',
    en: 'There is no record as of that day yet.',
  };
  const expected = { ja: `${formatEra(first)}（${first}）から`, en: `from ${first}` };
  throw new ProblemError('invalid', {
    issues: [{ field: 'asOf', code: 'beforeRecord', message, expected }],
  });
}

/** As a reader is shown it from whom some of its phases are hidden. */
function reportedTo(hidden: Hidden | undefined, given: ReportedMigration): ReportedMigration {
  if (!hidden) return given;
  const assumptions = { ...given.assumptions, selection: null, contract: null };
  return { ...shownOf(given, hidden), assumptions, corrected: [], undisclosed: true };
}

/** Each migration with what of it rests on an assumption. */
async function reported(
  ledger: Ledger,
  { asOf, viewer, upTo }: Making,
  states: Gathered['states'],
): Promise<ReportedMigration[]> {
  const chains = states.map(({ chain }) => chain);
  const [hidden, grounds, pairs] = await Promise.all([
    hiddenAmong(ledger, viewer, chains, upTo),
    ledger.grounds(states, assumableTypes),
    ledger.correctionPairs(chains, asOf, upTo),
  ]);
  return states.map(({ chain, definition, snapshot }) =>
    reportedTo(hidden.get(chain)?.hidden, {
      definition,
      snapshot,
      ...correctedOf(
        grounds.filter((ground) => ground.chain === chain),
        pairs.filter((pair) => pair.chain === chain),
      ),
    }),
  );
}
