// The people of one system: one step of their script after the other, until it is over. Keeps all they were told.
import { setTimeout as sleep } from 'node:timers/promises';
import { chanceOf } from '../chance.ts';
import { people } from '../town/town.ts';
import type { Api } from './http.ts';
import { type Act, type Heard, insist } from './insisting.ts';
import { type Draw, draw, type Intention, intend } from './intention.ts';
import { look, type Sight } from './sight.ts';
import type { Told } from './told.ts';

export interface Desk {
  api: Api;
  seed: number;
  system: string;
  /** The usual time between two steps. */
  pauseMs: number;
  isOver: () => boolean;
  /** Keeps what was sent with what was told. */
  keep: (act: Act, told: Told) => void;
}

/** An act is sent again this long; after that nobody knows until the storm is over. */
export const INSIST_MS = 60_000;

export async function work(desk: Desk): Promise<void> {
  const { api, seed, system, pauseMs, isOver } = desk;
  const chance = chanceOf(seed, system);
  for (let index = 1; !isOver(); index += 1) {
    const drawn = draw(chance);
    await sleep(pauseMs * drawn.pause);
    const sight = await look(api, system, isOver);
    if (sight) await takeStep(desk, index, drawn, sight);
  }
}

async function takeStep(desk: Desk, index: number, drawn: Draw, sight: Sight): Promise<void> {
  const intention = intend(desk.system, sight, drawn);
  const patience = { answerMs: drawn.answerMs, insistMs: drawn.givesUp ? 0 : INSIST_MS };
  const send = async (who: string, suffix: string): Promise<Heard> => {
    const act = actOf(desk, `${index}${suffix}`, { ...intention, account: who }, sight);
    const heard = await insist(desk.api, act, patience);
    desk.keep(act, heard.told);
    return heard;
  };
  const other = drawn.isPair ? colleagueOf(intention) : null;
  await Promise.all([send(intention.account, ''), ...(other ? [send(other, '-b')] : [])]);
}

function colleagueOf({ post, account }: Intention): string {
  const all = people[post];
  return all[(all.indexOf(account) + 1) % all.length] ?? account;
}

function actOf({ api, seed, system }: Desk, step: string, intention: Intention, sight: Sight): Act {
  const { fact, post, account } = intention;
  const requestId = `weather-${seed}-${system}-${step}`;
  const sent = { fact, post, occurredOn: sight.today, seenVersion: sight.version };
  const chain = `${api.code}/${system}`;
  const path = `/api/v1/programmes/${api.code}/systems/${system}/events`;
  return { requestId, chain, type: fact.type, account, path, body: { ...sent, requestId }, sent };
}
