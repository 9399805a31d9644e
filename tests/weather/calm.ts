// After the storm: everything serves again, everybody asks again what they are not sure of, and the record is taken.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { projectFolder } from '../../setup/program.mjs';
import { clockMove, programmeNow } from './people/clock.ts';
import { type Api, ask } from './people/http.ts';
import { type Act, insist, sendOnce } from './people/insisting.ts';
import { lastWord, type Told } from './people/told.ts';
import { until } from './tree/waiting.ts';

export interface Sent {
  act: Act;
  told: Told;
}

const REST_LIMIT_MS = 180_000;
const SETTLE_LIMIT_MS = 60_000;
const EXPORT_LIMIT_MS = 120_000;
const VERIFY_LIMIT_MS = 300_000;
const STEADY_MS = 2_000;
/** Acknowledged acts that are asked for again, spread over the whole run. */
const ASKED_AGAIN = 60;
const DAY_MS = 86_400_000;

/** The clock a last day forward: what is due by then must be told. Gives the act and its word. */
export async function lastMove(api: Api, seed: number): Promise<Sent> {
  const { value: now } = await until("the programme's clock", REST_LIMIT_MS, () => programmeNow(api));
  const act = clockMove(api, `weather-${seed}-clock-last`, now + DAY_MS);
  const { told } = await insist(api, act, { answerMs: 130_000, insistMs: REST_LIMIT_MS });
  return { act, told };
}

/** The export once nothing is added to it any more and `isComplete` says so; the last one seen where that never comes. */
export async function atRest(
  api: Api,
  isComplete: (text: string) => boolean,
): Promise<{ text: string; restedMs: number | null }> {
  let last = '';
  const look = async () => {
    const before = await exported(api);
    await sleep(STEADY_MS);
    last = await exported(api);
    return last === before && isComplete(last) ? last : null;
  };
  const rested = await until('the record to come to rest', REST_LIMIT_MS, look).catch(() => null); // told as a violation
  return { text: rested?.value ?? last, restedMs: rested?.ms ?? null };
}

/** @throws where it is not given */
export async function exported(api: Api): Promise<string> {
  const path = `/api/v1/programmes/${api.code}/export`;
  const { status, body } = await ask(api, path, { limitMs: EXPORT_LIMIT_MS });
  if (status !== 200 || typeof body !== 'string') throw new Error(`the export was answered with ${status}`);
  return body;
}

/** Every unclear act until its word is definite, and some of the acknowledged ones once more. */
export async function askAgain(api: Api, sent: readonly Sent[]): Promise<void> {
  const unclear = sent.filter(({ told }) => lastWord(told).kind === 'unclear');
  const sure = sent.filter(({ told }) => lastWord(told).kind === 'acknowledged');
  const every = Math.max(1, Math.ceil(sure.length / ASKED_AGAIN));
  for (const { act, told } of [...unclear, ...sure.filter((_, index) => index % every === 0)]) {
    const definite = async () => {
      const { word } = await sendOnce(api, act, 30_000);
      told.later = word;
      told.laterAt = performance.now();
      return word.kind === 'unclear' ? null : word;
    };
    await until(`a word on ${act.requestId}`, SETTLE_LIMIT_MS, definite).catch(() => null); // the checker tells it
  }
}

export interface CommandEnd {
  code: number | null;
  output: string;
}

/** What `sekimori verify` says, as an operator would run it. */
export function verified(dataFolder: string): Promise<CommandEnd> {
  const { SEKIMORI_URL: _url, SEKIMORI_TOKEN: _token, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['cli/sekimori.mjs', 'verify', '--json'], {
      cwd: projectFolder,
      env: { ...env, SEKIMORI_DATA: dataFolder, HOME: dataFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: VERIFY_LIMIT_MS,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}
