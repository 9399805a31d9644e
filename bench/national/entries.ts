// Entries of a national system: facts derived from its count, decided by the machine, sealed and chained like any other.
// Systems alike in all that the machine sees share its decisions; each has entries and hashes of its own.

import type { Signer } from '../../ledger/lock/signer.ts';
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { StampedEvent } from '../../machines/migration/event.ts';
import { WENT_LIVE } from '../../machines/migration/steps/national-steps.ts';
import { canonical, digest, type Entry } from '../../machines/record/entry.ts';
import { addDays, daysBetween, instantOf } from '../../machines/values/date.ts';
import { nationalSteps } from '../../machines/values/national-step.ts';
import type { NationalSystem } from './data.ts';
import { type Decided, decide, sealChain } from './decided-chain.ts';
import { dataDay, derived, gatesByCount } from './definition.ts';

export const beganOn = '2022-09-01';
export const begin = { on: beganOn, at: instantOf(beganOn, '09:00') };
const specialDay = '2025-12-31';

interface DatedFact {
  fact: Fact;
  on: string;
}

/** What a count tells, as facts in the order of their days. */
export function factsOf(system: NationalSystem, offset: number): DatedFact[] {
  const gates = system.notApplicable ? [] : gatesByCount.filter(({ steps }) => steps <= system.count);
  const facts: DatedFact[] = gates.map(({ phase, steps }) => ({
    fact: { type: 'gate.imported', phase, source: published },
    on: dayOfStep(steps, system.count, offset),
  }));
  if (system.special) {
    facts.push({
      fact: { type: 'regime.flagged', reasonTypes: [], note: 'デジタル庁 該当見込み一覧 2025-12-31' },
      on: specialDay,
    });
  }
  if (system.count > 0) facts.push({ fact: stepsFact(system), on: dataDay });
  if (system.count === nationalSteps.length && !system.notApplicable) {
    facts.push({ fact: { type: 'system.wentLive', evidence: publishedTable }, on: dataDay });
  }
  return facts.sort((a, b) => a.on.localeCompare(b.on));
}

const published = '総務省 各ステップの進捗状況 2026-01-31';
const publishedTable = {
  kind: 'other',
  title: published,
  sha256: digest(published),
  documentNo: '公表資料',
  decidedOn: '2026-01-31',
};

/** The n steps are spread evenly over the time up to the count. */
function dayOfStep(step: number, count: number, offset: number): string {
  const whole = daysBetween(beganOn, dataDay) - offset;
  return addDays(beganOn, Math.floor((whole * step) / count));
}

function stepsFact({ count, notApplicable }: NationalSystem): Fact {
  const status = notApplicable ? ('notApplicable' as const) : ('done' as const);
  const told = notApplicable ? nationalSteps : nationalSteps.filter((id) => id !== WENT_LIVE);
  const statuses = Object.fromEntries(told.slice(0, count).map((id) => [id, status]));
  return {
    type: 'steps.recorded',
    statuses,
    ...(notApplicable ? { reason: '都税のため / a tax of the metropolis' } : {}),
  };
}

const importer = { kind: 'import', account: 'bench', name: '計測 / bench', post: 'import' } as const;

/** Each is recorded on the morning after it happened. */
export function eventsOf(system: NationalSystem, offset: number): StampedEvent[] {
  return factsOf(system, offset).map(({ fact, on }, index) => ({
    fact,
    actor: importer,
    occurredOn: on,
    requestId: `national/${index + 1}`,
    assumed: derived,
    at: instantOf(addDays(on, 1), '09:00'),
  }));
}

/** Makes chains, deciding once for all systems that the machine cannot tell apart. */
export function nationalSealer(
  signer: Signer,
): (definition: MigrationDefinition, system: NationalSystem, offset: number) => Entry[] {
  const known = new Map<string, Decided[]>();
  return (definition, system, offset) => {
    const key = canonical({ ...system, offset });
    const decisions = known.get(key) ?? decide(definition, begin, eventsOf(system, offset));
    known.set(key, decisions);
    return sealChain(definition, decisions, signer);
  };
}
