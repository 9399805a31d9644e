// The command line of the bench: what to measure, how often, how to print it.
import { parseArgs } from 'node:util';

const parts = ['engine', 'live', 'reads', 'notices', 'start', 'pages'] as const;
/** Of the embedded servers, whole. */
const ownServers: readonly Part[] = ['start', 'pages'];
export type Part = (typeof parts)[number];

export interface Options {
  json: boolean;
  quick: boolean;
  rounds: number;
  /** Updates per round of the one client. */
  single: number;
  /** Updates per round of each of the many clients. */
  each: number;
  clients: number;
  /** Live migrations of one programme. */
  live: number;
  /** Municipalities loaded for the reads; all of them when undefined. */
  municipalities: number | undefined;
  /** Reminders that fall due at one 09:00. */
  points: number;
  /** Random queries of each kind. */
  queries: number;
  parts: ReadonlySet<Part>;
}

export const usage = `npm run bench -- [--quick] [--rounds N] [--live N] [--only engine|live|reads|notices|start|pages] [--json]

  --quick      短い計測（2 回、500 団体）。 / A short one: 2 rounds, 500 municipalities.
  --rounds N   交互に計る回数（既定 5）。 / Interleaved rounds (5 unless given).
  --live N     同時に動かす移行の数（既定 300）。 / Live migrations of one programme (300 unless given).
  --only PART  一部だけ（複数可）。 / Only a part; may be repeated.
  --json       標準出力に JSON を一つ。経過は標準エラーへ。 / One JSON value on stdout, progress on stderr.

  TEMPORAL_ADDRESS を指定すると、エンジンはその Temporal で計り、起動と画面は計りません。
  With TEMPORAL_ADDRESS the engine is measured on that Temporal, and starts and pages are not measured.
`;

export class WrongUse extends Error {}

/**
 * @param outside whether Temporal is not ours: then no start is measured, which is that of the embedded servers
 * @throws WrongUse
 */
export function readOptions(argv: string[], outside = false): Options {
  const { values } = parse(argv);
  const { quick, json } = values;
  const rounds = wholeNumber('--rounds', values.rounds ?? (quick ? '2' : '5'), 100);
  const live = wholeNumber('--live', values.live ?? (quick ? '100' : '300'), 10_000);
  const only = values.only ?? parts.filter((part) => !outside || !ownServers.includes(part));
  const wrong = only.find((part) => !isPart(part));
  if (wrong !== undefined) throw new WrongUse(`--only ${wrong}?`);
  const own = outside ? ownServers.find((part) => only.includes(part)) : undefined;
  if (own !== undefined) throw new WrongUse(`--only ${own}, TEMPORAL_ADDRESS?`);
  const size = quick
    ? { single: 46, each: 8, municipalities: 500, points: 2_000, queries: 300 }
    : { single: 69, each: 12, municipalities: undefined, points: 10_000, queries: 1000 };
  return { json, quick, rounds, live, clients: 32, ...size, parts: new Set(only.filter(isPart)) };
}

function wholeNumber(option: string, given: string, most: number): number {
  const value = Number(given);
  if (!Number.isInteger(value) || value < 1 || value > most) throw new WrongUse(`${option} 1…${most}`);
  return value;
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        quick: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        rounds: { type: 'string' },
        live: { type: 'string' },
        only: { type: 'string', multiple: true },
      },
    });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

const isPart = (part: string): part is Part => (parts as readonly string[]).includes(part);
