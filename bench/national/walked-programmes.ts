// Programmes of 40 systems with long chains, for reading a whole programme as of any day: two laps of the approval walk
// per system, a few days apart, with national steps recorded late in between (back-dated entries are decided again).

import type { Signer } from '../../ledger/lock/signer.ts';
import type { Ledger } from '../../ledger/open.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { WENT_LIVE } from '../../machines/migration/steps/national-steps.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { withCheckDigit } from '../../machines/seed/municipality-code.ts';
import { addDays, instantOf } from '../../machines/values/date.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import { lapLength, walkEvent, walkedDefinition } from '../engine/approval-walk.ts';
import { openProgramme, plainProgramme } from '../first-entry.ts';
import { decide, sealChain } from './decided-chain.ts';

export const walkedFrom = '2022-09-01';
const daysBetweenEvents = 9;
const lateByDays = 25;
export const walkedUntil = addDays(walkedFrom, 2 * lapLength * daysBetweenEvents);
export const systemsEach = 40;

/** Going live is said by an act of its own, and by no step before it. */
const recordedSteps = nationalSteps.filter((step) => step !== WENT_LIVE);

const office: Actor = { kind: 'person', account: 'jimukyoku', name: '計測 jimukyoku', post: 'dx-office' };

/** Numbers 79800… belong to no prefecture: these programmes are no municipality's. */
export const walkedCode = (index: number): string => withCheckDigit(String(79_800 + index));

export function walkedEvents(): StampedEvent[] {
  const events = Array.from({ length: 2 * lapLength }, (_, place) => {
    const recordedOn = addDays(walkedFrom, place * daysBetweenEvents);
    const walked = { ...walkEvent(place), occurredOn: recordedOn, recordedOn };
    if (place % 5 !== 4) return [walked];
    const statuses = { [recordedSteps[place % recordedSteps.length] ?? '①-1']: 'done' as const };
    const fact: Fact = { type: 'steps.recorded', statuses };
    return [walked, { fact, actor: office, occurredOn: addDays(recordedOn, -lateByDays), recordedOn }];
  }).flat();
  return events.map(({ recordedOn, ...event }, index) => ({
    ...event,
    requestId: `walked/${index + 1}`,
    at: instantOf(recordedOn, '10:00'),
  }));
}

export async function loadWalkedProgramme(ledger: Ledger, signer: Signer, index: number): Promise<number> {
  const code = walkedCode(index);
  const begin = { on: walkedFrom, at: instantOf(walkedFrom, '09:00') };
  const definitions = Array.from({ length: systemsEach }, (_, system) =>
    walkedDefinition(code, `walked-${system + 1}`, '2026-01-31', true),
  );
  const [first] = definitions;
  if (!first) return 0;
  const at = { recordedAt: begin.at, wallAt: begin.at };
  const systems = definitions.map(({ system }) => system.id);
  await openProgramme(ledger, plainProgramme(code, begin.at, systems, true), at, signer);
  await ledger.load({ migrations: definitions.map((definition) => ({ definition, begin })) });
  // They differ in their names alone, which the machine does not see.
  const decisions = decide(first, begin, walkedEvents());
  for (const definition of definitions) {
    const outcome = await ledger.append(sealChain(definition, decisions, signer));
    if (outcome.status !== 'appended') throw new Error(`${code}: loaded twice`);
  }
  return definitions.length * decisions.length;
}
