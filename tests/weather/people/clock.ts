// Moves the rehearsal's clock forward now and then, so that deadlines fall due amid the storm.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Chance } from '../chance.ts';
import { OFFICE, people } from '../town/town.ts';
import { type Api, ask, member, wordOf } from './http.ts';
import { type Act, insist } from './insisting.ts';
import type { Told } from './told.ts';

export interface ClockKeeping {
  api: Api;
  seed: number;
  chance: Chance;
  pauseMs: number;
  isOver: () => boolean;
  keep: (act: Act, told: Told) => void;
}

const DAY_MS = 86_400_000;
const INSIST_MS = 120_000;

export async function keepClock({ api, seed, chance, pauseMs, isOver, keep }: ClockKeeping): Promise<void> {
  for (let index = 1; !isOver(); index += 1) {
    const pause = pauseMs * chance.between(0.4, 1.6);
    const ahead = chance.between(0.2, 9);
    const answerMs = Math.round(chance.between(4_000, 30_000));
    await sleep(pause);
    const now = await programmeNow(api).catch(() => null); // away for now: the next step asks again
    if (now === null || isOver()) continue;
    const act = clockMove(api, `weather-${seed}-clock-${index}`, now + ahead * DAY_MS);
    keep(act, (await insist(api, act, { answerMs, insistMs: INSIST_MS })).told);
  }
}

export function clockMove({ code }: Api, requestId: string, toMs: number): Act {
  const to = new Date(Math.round(toMs)).toISOString();
  return {
    requestId,
    chain: code,
    type: 'clock.moved',
    account: people[OFFICE][0],
    path: `/api/v1/programmes/${code}/clock`,
    body: { to, requestId, post: OFFICE },
    sent: { fact: { type: 'clock.moved', to }, post: OFFICE, occurredOn: null, seenVersion: null },
  };
}

/** @throws where nobody says */
export async function programmeNow(api: Api): Promise<number> {
  const { status, body } = await ask(api, `/api/v1/programmes/${api.code}`, { limitMs: 10_000 });
  const now = Date.parse(wordOf(member(body, 'now')) || wordOf(member(body, 'setting', 'now')));
  if (status !== 200 || Number.isNaN(now)) throw new Error(`the programme's clock was not told (${status})`);
  return now;
}
