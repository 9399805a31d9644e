// One run: a town opens, people work in it amid a storm, it comes to rest, and what they were told is compared with the
// record. Whoever calls it decides how long and how rough.
import { setTimeout as sleep } from 'node:timers/promises';
import { askAgain, atRest, exported, lastMove, type Sent, verified } from './calm.ts';
import { chanceOf } from './chance.ts';
import { chainsOf, check, milestonesMissing, type Rules } from './checker/check.ts';
import { daysOf, type Shown } from './checker/reads.ts';
import { readRecord } from './checker/record.ts';
import { type Violation, violation } from './checker/violation.ts';
import { keepClock, programmeNow } from './people/clock.ts';
import { work } from './people/desk.ts';
import type { Api } from './people/http.ts';
import { noticesOf } from './people/inbox.ts';
import { shownOn } from './people/sight.ts';
import type { Told } from './people/told.ts';
import { replayed } from './replays.ts';
import { rulesOf } from './rules.ts';
import { writeTown } from './town/folder.ts';
import { OFFICE, people, townOf } from './town/town.ts';
import { planStorm, RECOVER_LIMIT_MS, type Struck, strike } from './tree/storm.ts';
import { startTree, type Tree } from './tree/tree.ts';
import { until } from './tree/waiting.ts';

export interface Forecast {
  seed: number;
  stormMs: number;
  systems: number;
  faults: number;
  /** The usual time between two steps at one desk, and between two moves of the clock. */
  pauseMs: number;
  clockMs: number;
  temporalProgram: string;
  say: (line: string) => void;
}

export interface Aftermath {
  told: Told[];
  struck: Struck[];
  entries: number;
  /** How long the tree took to serve again after all, and the record to come to rest. */
  readyMs: number;
  restedMs: number | null;
  violations: Violation[];
  /** Kept where something was wrong, for a look into the logs; else it is gone. */
  folder: string | null;
}

export async function weather(forecast: Forecast): Promise<Aftermath> {
  const town = townOf(forecast.systems);
  const tree = await startTree((folder) => writeTown(folder, town), forecast.temporalProgram);
  forecast.say(`the town is open: ${town.systems.length} systems, ${tree.dataFolder}`);
  let isWell = false;
  try {
    const aftermath = await lived(forecast, tree);
    isWell = aftermath.violations.length === 0;
    return { ...aftermath, folder: isWell ? null : tree.folder };
  } finally {
    await tree.stop();
    if (isWell) tree.remove();
    else forecast.say(`kept: ${tree.folder} (logs in data/log)`);
  }
}

async function lived(forecast: Forecast, tree: Tree): Promise<Omit<Aftermath, 'folder'>> {
  const { seed, systems, say } = forecast;
  const town = townOf(systems);
  const rules = rulesOf(town);
  const api: Api = { url: tree.url, code: town.code, dataFolder: tree.dataFolder };
  const { sent, struck } = await storm(forecast, tree, api);
  const { ms: readyMs } = await until('/readyz after all', RECOVER_LIMIT_MS, async () =>
    (await tree.isReady()) ? true : null,
  );
  say(`the storm is over: ${sent.length} acts, ${struck.length} faults; ready again after ${readyMs} ms`);
  sent.push(await lastMove(api, seed));
  const { text: rest, restedMs } = await atRest(api, (text) => !milestonesMissing(rules, text));
  await askAgain(api, sent);
  const nowMs = await programmeNow(api);
  const final = await exported(api);
  const shown = await allShown(api, rules, final);
  const notices = await noticesOf(api, people[OFFICE][0]);
  const proof = await verified(tree.dataFolder);
  const replays = await replayed(tree);
  say(`${replays.runs} runs were decided again`);
  const told = sent.map((one) => one.told);
  const violations = [
    ...(restedMs === null
      ? [violation('rest', '', '', 'the record did not come to rest, or misses milestones')]
      : []),
    ...(proof.code === 0
      ? []
      : [violation('verify', '', '', `exit ${proof.code}: ${proof.output.slice(0, 2_000)}`)]),
    ...replays.violations,
    ...check(rules, { rest, final, heard: told, nowMs, originMs: performance.timeOrigin, shown, notices }),
  ];
  return { told, struck, entries: final.split('\n').length - 1, readyMs, restedMs, violations };
}

/** Every system now, and on some days of its past. */
async function allShown(api: Api, rules: Rules, text: string): Promise<Shown[]> {
  const { chains } = readRecord(text, [...chainsOf(rules)]);
  const shown: Shown[] = [];
  for (const system of rules.systems) {
    const lines = chains.get(`${api.code}/${system}`) ?? [];
    for (const asOf of [null, ...daysOf(lines)])
      shown.push({ system, asOf, ...(await shownOn(api, system, asOf)) });
  }
  return shown;
}

/** Everybody works until the time is up; those who wait for an answer still get their word. */
async function storm(forecast: Forecast, tree: Tree, api: Api): Promise<{ sent: Sent[]; struck: Struck[] }> {
  const { seed, stormMs, systems, faults, pauseMs, clockMs } = forecast;
  const endsAt = performance.now() + stormMs;
  const isOver = () => performance.now() >= endsAt;
  const sent: Sent[] = [];
  const keep = (act: Sent['act'], told: Told) => void sent.push({ act, told });
  const plan = planStorm(seed, faults, stormMs / (faults + 1));
  const chance = chanceOf(seed, 'clock');
  const [struck] = await Promise.all([
    strike(tree, plan, isOver),
    keepClock({ api, seed, chance, pauseMs: clockMs, isOver, keep }),
    ...townOf(systems).systems.map((system) => work({ api, seed, system, pauseMs, isOver, keep })),
    sleep(stormMs),
  ]);
  return { sent, struck };
}
