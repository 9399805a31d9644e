// What the people at one system's desk see of it, read anew from the API whenever they are not sure.
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, ask, listOf, member, wordOf } from './http.ts';

export type Stage = 'working' | 'underReview' | 'goingBack';

export interface Sight {
  version: number;
  /** The programme's day. */
  today: string;
  phase: string;
  stage: Stage;
  isHeld: boolean;
  approvals: readonly { body: string; account: string }[];
  /** Where it is proposed to go back to, and by whom. */
  goingBack: { to: string; by: string } | null;
}

const ANSWER_MS = 15_000;
const AGAIN_MS = 1_000;

/** Null where nobody could be asked in time, or it is over. */
export async function look(api: Api, system: string, until: () => boolean): Promise<Sight | null> {
  while (!until()) {
    const answer = await ask(api, `/api/v1/programmes/${api.code}/systems/${system}`, {
      limitMs: ANSWER_MS,
    }).catch(() => null); // away for now: it is asked again
    if (answer?.status === 200) return sightIn(answer.body);
    await sleep(AGAIN_MS);
  }
  return null;
}

/** As it is shown at once; a past day is asked by the day it was recorded on. @throws where it is not shown */
export async function shownOn(api: Api, system: string, asOf: string | null): Promise<Sight> {
  const query = asOf === null ? '' : `?asOf=${asOf}&by=recorded`;
  const path = `/api/v1/programmes/${api.code}/systems/${system}${query}`;
  const { status, body } = await ask(api, path, { limitMs: ANSWER_MS });
  if (status !== 200) throw new Error(`${path} was answered with ${status}`);
  return sightIn(body);
}

function sightIn(body: unknown): Sight {
  const back = member(body, 'goingBack');
  const version = member(body, 'row', 'version');
  return {
    version: typeof version === 'number' ? version : 0,
    today: wordOf(member(body, 'setting', 'today')),
    phase: wordOf(member(body, 'row', 'phase')),
    stage: stageIn(wordOf(member(body, 'row', 'stage'))),
    isHeld: member(body, 'row', 'activity') === 'onHold',
    approvals: listOf(member(body, 'approvals')).map((one) => ({
      body: wordOf(member(one, 'body')),
      account: wordOf(member(one, 'account')),
    })),
    goingBack: back ? { to: wordOf(member(back, 'to')), by: wordOf(member(back, 'account')) } : null,
  };
}

const stageIn = (word: string): Stage => (word === 'underReview' || word === 'goingBack' ? word : 'working');
