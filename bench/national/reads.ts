// Times what people read: boards, past days, deadlines, over everything that is loaded. Every query is another one,
// drawn from a repeatable stream.
import type { BoardFilter } from '../../ledger/models/board.ts';
import type { Dimension, Everywhere } from '../../ledger/models/everywhere.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { By } from '../../ledger/past/by.ts';
import { addDays, daysBetween, instantOf } from '../../machines/values/date.ts';
import { nationalBusinesses } from '../../machines/values/names/business.ts';
import type { Spread } from '../percentiles.ts';
import { numbers, timed } from '../timing.ts';
import { type NationalMunicipality, systemId } from './data.ts';
import { beganOn } from './entries.ts';
import { systemsEach, walkedCode, walkedFrom, walkedUntil } from './walked-programmes.ts';

/** The server's page. */
const pageSize = 50;

export interface ReadFigures {
  boardFirst: Spread;
  boardDeep: Spread;
  boardFiltered: Spread;
  boardOfProgramme: Spread;
  /** All that the nation-wide page asks for one filter: rows or groups, counts, phases. */
  everywhereFiltered: Spread;
  /** Which programmes there are: what that page knows for a few seconds. */
  programmes: Spread;
  systemAsOf: Spread;
  deadlinesOfWeek: Spread;
  deadlinesOfWeekOfProgramme: Spread;
  programmeAsOf: Spread;
}

export async function timeReads(
  ledger: Ledger,
  municipalities: readonly NationalMunicipality[],
  walked: number,
  runs: number,
): Promise<ReadFigures> {
  const next = numbers(20_260_131);
  const pick = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(next() * from.length)];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  const codes = municipalities.map(({ code }) => code);
  const anyDay = (from: string, until: string) =>
    addDays(from, Math.floor(next() * (daysBetween(from, until) + 1)));
  const anyBy = (): By => (next() < 0.5 ? 'occurred' : 'recorded');
  const businesses = Object.keys(nationalBusinesses).slice(0, 20);
  const anyChain = () => `${pick(codes)}/${systemId(pick(businesses))}`;
  const anyWeek = () => weekFrom(anyDay('2026-02-02', '2027-03-31'));
  const cursors = await boardCursors(ledger);
  const page = { limit: pageSize };
  const found = async (rows: Promise<{ items: unknown[] }>) => {
    if ((await rows).items.length === 0) throw new Error('a page that must not be empty is');
  };
  return {
    boardFirst: await timed(runs, () => found(ledger.board({}, page))),
    boardDeep: await timed(runs, () => found(ledger.board({}, { ...page, cursor: pick(cursors) }))),
    boardFiltered: await timed(runs, () => ledger.board(anyFilter(pick, businesses), page)),
    boardOfProgramme: await timed(runs, () => found(ledger.board({ programme: pick(codes) }, page))),
    everywhereFiltered: await timed(runs, () =>
      everywherePage(ledger, anyEverywhere(pick, codes, businesses)),
    ),
    programmes: await timed(Math.ceil(runs / 20), () => ledger.programmes()),
    systemAsOf: await timed(runs, async () => {
      // from the second day on, by either date, every system had begun
      const state = await ledger.stateOn(anyChain(), anyDay(addDays(beganOn, 1), '2026-02-01'), anyBy());
      if (state === null) throw new Error('a system that had begun is not there');
    }),
    deadlinesOfWeek: await timed(runs, () => ledger.deadlines(anyWeek(), page)),
    deadlinesOfWeekOfProgramme: await timed(runs, () =>
      ledger.deadlines({ ...anyWeek(), programme: pick(codes) }, page),
    ),
    programmeAsOf: await timed(Math.ceil(runs / 5), async () => {
      const code = walkedCode(Math.floor(next() * walked));
      const rows = await ledger.boardOn(code, anyDay(walkedFrom, walkedUntil), anyBy());
      if (rows.length !== systemsEach) throw new Error(`${rows.length} systems of ${systemsEach}`);
    }),
  };
}

interface EverywherePage {
  asked: Everywhere;
  by: Dimension | null;
  offset: number;
}

/** As the route asks it. */
function everywherePage({ everywhere }: Ledger, { asked, by, offset }: EverywherePage) {
  return Promise.all([
    everywhere.counted(asked),
    by === null ? everywhere.rows(asked, { offset, limit: 100 }) : everywhere.groups(asked, by),
    everywhere.phases({ programmes: null, chains: [] }),
  ]);
}

function anyEverywhere(
  pick: <T>(from: readonly T[]) => T,
  codes: readonly string[],
  businesses: readonly string[],
): EverywherePage {
  const filter = pick<() => Omit<Everywhere, 'programmes' | 'chains'>>([
    () => ({}),
    () => ({ prefecture: pick(codes).slice(0, 2) }),
    () => ({ municipality: pick(codes) }),
    () => ({ business: pick(businesses) }),
    () => ({ business: pick(businesses), prefecture: pick(codes).slice(0, 2), overdue: true }),
    () => ({ phase: pick(['planning', 'selection', 'migration', 'operation']), overdue: true }),
    () => ({ text: pick(['国保', 'じゅうき', '住民', 'ｺｸﾎ', 'そのような業務はない']) }),
  ])();
  const by = pick<Dimension | null>([null, null, null, 'prefecture', 'municipality', 'business']);
  const offset = by === null ? pick([0, 0, 0, 400, 20_000]) : 0;
  return { asked: { programmes: null, chains: [], ...filter }, by, offset };
}

function weekFrom(day: string) {
  return { from: instantOf(day, '00:00'), until: instantOf(addDays(day, 7), '00:00') };
}

function anyFilter(pick: <T>(from: readonly T[]) => T, businesses: readonly string[]): BoardFilter {
  const filters: (() => BoardFilter)[] = [
    () => ({ phase: pick(['planning', 'selection', 'migration', 'operation']) }),
    () => ({ regime: 'candidate' }),
    () => ({ regime: 'candidate', phase: pick(['planning', 'selection']) }),
    () => ({ waitingFor: ['dx-office'] }),
    () => ({ overdue: true }),
    () => ({ text: pick(businesses) }),
    () => ({ text: 'そのような業務はない' }),
    () => ({ activity: 'onHold' }),
  ];
  return pick(filters)();
}

/** Cursors all over the board, from its first page to its last. */
async function boardCursors(ledger: Ledger): Promise<string[]> {
  const cursors: string[] = [];
  let cursor: string | undefined;
  do {
    const page: { nextCursor: string | null } = await ledger.board({}, { limit: 500, cursor });
    cursor = page.nextCursor ?? undefined;
    if (cursor !== undefined) cursors.push(cursor);
  } while (cursor !== undefined);
  return cursors;
}
