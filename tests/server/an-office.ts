// An office of seeds/offices as tests ask it: acts by the account alone, what speaks against them, meetings convened and closed.
import { expect } from 'vitest';
import * as z from 'zod';
import { meetingRecorded } from '../../server/contract/meetings/meetings.ts';
import { systemView } from '../../server/contract/migrations/system.ts';
import { readSeedFolder } from '../../server/intake/seed-folder.ts';
import { altered, folder } from '../seeds/folder.ts';
import { openTown, type Town } from './town.ts';

type Fact = { type: string; [more: string]: unknown };
const refused = z.object({ code: z.string(), refusals: z.array(z.object({ code: z.string() })).optional() });

const offices = await readSeedFolder(folder('offices'));
let town: Town;
let requests = 0;
export const at = (rest: string) => `/programmes/${town.code}${rest}`;
export const juki = (rest = '') => at(`/systems/juki${rest}`);
const requestId = () => {
  requests += 1;
  return `offices/${requests}`;
};

/** What speaks against it; nothing where it is recorded. */
export async function sent(path: string, as: string, body: object): Promise<string[]> {
  const response = await town.ask('POST', path, { as, body: { requestId: requestId(), ...body } });
  if (response.ok) return [];
  const { code, refusals = [] } = refused.parse(await response.json());
  return refusals.length > 0 ? refusals.map((one) => one.code) : [code];
}
let today = '2026-04-01';
export const clock = async (day: string) => {
  const body = { to: `${day}T09:00:00+09:00`, post: 'dx-office' };
  expect(await sent(at('/clock'), 'dx-a', body)).toEqual([]);
  today = day;
};
const POSTS: Record<string, string> = {
  dx: 'dx-office',
  sentei: 'selection-committee',
  hyoka: 'evaluation',
  keiyaku: 'contracts-division',
  zaisei: 'finance-division',
  shokan: 'business-division',
  houki: 'selection-committee',
};
const postOf = (as: string) => POSTS[as.split('-')[0] ?? ''] ?? '';
export async function act(as: string, fact: Fact, post = postOf(as), system = 'juki'): Promise<string[]> {
  const { row } = await town.answered(systemView, 'GET', at(`/systems/${system}`), { as: 'dx-a' });
  const body = { fact, post, occurredOn: today, seenVersion: row.version };
  return sent(at(`/systems/${system}/events`), as, body);
}
export const rfp = (as: string, type: string, more: object = {}) =>
  act(as, { type: `rfp.${type}`, rfp: 1, ...more });
export const ofProgramme = (as: string, fact: Fact, post = postOf(as)) =>
  sent(at('/events'), as, { fact, post, occurredOn: today, seenVersion: 0 });

export async function convene(more: object): Promise<number> {
  const body = { post: 'dx-office', body: 'selection-committee', on: today, requestId: requestId(), ...more };
  return (await town.answered(meetingRecorded, 'POST', at('/meetings'), { as: 'dx-a', body })).meeting;
}
export const paper = (documentNo: string) => ({
  title: '議事録',
  sha256: 'd'.repeat(64),
  documentNo,
  decidedOn: today,
});
export const answer = (meeting: number, as: string, post = 'selection-committee') =>
  ofProgramme(as, { type: 'meeting.answered', meeting, item: 1, voice: 'for' }, post);
export async function closeMeeting(meeting: number) {
  const minuted = { type: 'meeting.minuted', meeting, minutes: paper(`第${meeting}号`) };
  expect(await ofProgramme('dx-a', minuted)).toEqual([]);
  const body = { post: 'dx-office', requestId: requestId() };
  const closed = await town.ask('POST', at(`/meetings/${meeting}/close`), { as: 'dx-a', body });
  return z.object({ items: z.array(z.object({ as: z.string() })) }).parse(await closed.json()).items;
}

export async function openOffice(): Promise<Town> {
  town = await openTown({}, undefined, (code) => altered('programme.yaml', '"131130"', `"${code}"`, offices));
  return town;
}
