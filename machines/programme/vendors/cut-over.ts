// When a system is planned to be switched over, and by whom: read from its migration. Pure.
import type { Calendar } from '../../definition/calendar.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { phaseBefore } from '../../migration/phases.ts';
import { isOver, type MigrationContext, type MigrationSnapshot, standing } from '../../migration/state.ts';
import type { VagueDay } from '../../values/date.ts';
import { sameFirmInShort } from '../../values/names/name.ts';
import type { Vendor } from './shape.ts';

export interface CutOver {
  system: string;
  businesses: readonly string[];
  on: VagueDay;
  /** By which its office is open. */
  calendar: Calendar;
  /** Firms, one under each name: those registered for it, else whom its contract or selection names. */
  vendors: readonly string[];
}

/** A plan of a phase, as it is or would be. */
export interface Planned {
  phase: string;
  startOn: VagueDay;
  endOn: VagueDay;
}

/** The same state with that plan. */
export function withPlan(snapshot: MigrationSnapshot, { phase, startOn, endOn }: Planned): MigrationSnapshot {
  const { context } = snapshot;
  return { ...snapshot, context: { ...context, plan: { ...context.plan, [phase]: { startOn, endOn } } } };
}

/** None where it is live, over, or without a plan. */
export function cutOversOf(
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  vendors: readonly Vendor[],
  isShown = true,
): CutOver[] {
  const on = cutOverOn(definition, snapshot);
  if (on === null) return [];
  const { id: system, businesses } = definition.system;
  const firms = vendorsOf(system, snapshot.context, vendors, isShown);
  return [{ system, businesses, on, calendar: definition.calendar, vendors: firms }];
}

/** The day planned for the phase from which it may be live, else for the end of the one before; null where it is live, over, or without. */
export function cutOverOn(definition: MigrationDefinition, snapshot: MigrationSnapshot): VagueDay | null {
  const { live, plan } = snapshot.context;
  if (live || isOver(definition, standing(snapshot).activity)) return null;
  const { goLive } = definition.path;
  if (goLive === undefined) return null;
  const before = phaseBefore(definition, goLive);
  return plan[goLive]?.startOn ?? (before ? plan[before.id]?.endOn : undefined) ?? null;
}

/** One name for each firm: the registered one where there is one. */
const called = (vendors: readonly Vendor[], name: string): string =>
  vendors.find((one) => sameFirmInShort(one.name, name))?.name ?? name;

/** @param isShown whether what its procurement says may be told */
function vendorsOf(
  system: string,
  { contract, selection }: Pick<MigrationContext, 'contract' | 'selection'>,
  vendors: readonly Vendor[],
  isShown: boolean,
): string[] {
  const next = vendors
    .filter(({ serves }) => serves.some((one) => one.system === system && one.as === 'next'))
    .map(({ name }) => name);
  const chosen = isShown ? (contract?.vendor ?? selection?.candidate) : undefined;
  return [...new Set([...next, ...(chosen === undefined ? [] : [called(vendors, chosen)])])];
}
