// What going back lays down: everything that rested on the phases walked again.
import type { Phase } from '../../definition/definition.ts';
import type { Case } from '../act.ts';
import { askingPhase } from '../gate/basis.ts';
import { notedAfterBack } from '../noted/carrying.ts';
import { renoted } from '../noted/noted.ts';
import { endedWith } from '../rfp/ending.ts';
import type { MigrationContext } from '../state.ts';
import { markSteps } from '../steps/marks.ts';
import { WENT_LIVE } from '../steps/national-steps.ts';
import { enterPhase } from '../walk.ts';

/**
 * Days, gates, papers and steps of the phases from `to` on, the procurement that was opened in one of them, and the selection and
 * contract that were recorded in them or that the gate of one of them asks for. What nobody undid stays: a live system is live, and so is its ⑱-1.
 */
const rfpWalkedBack = ({ context, event }: Case<{ to: string }>): MigrationContext =>
  endedWith(context, { as: 'wentBack', reason: context.goingBack?.reason ?? '-', on: event.occurredOn });

export function walkBack(given: Case<{ to: string }>): MigrationContext {
  const { definition, context, event, fact } = given;
  const order = definition.path.phases;
  const undone = order.slice(order.findIndex((phase) => phase.id === fact.to));
  const gone = new Set(undone.map((phase) => phase.id));
  const kept = <T>(of: Record<string, T>) =>
    Object.fromEntries(Object.entries(of).filter(([phase]) => !gone.has(phase)));
  const unlessUndone = <T extends { phase: string }>(of: T | null, asked: Phase | undefined) =>
    of && (gone.has(of.phase) || (asked && gone.has(asked.id))) ? null : of;
  const steps = undone
    .flatMap((phase) => phase.steps)
    .filter((step) => step !== WENT_LIVE || context.live === null);
  const selection = unlessUndone(context.selection, askingPhase(definition.path, 'selectionRecorded'));
  // A contract follows the selection it was made by.
  const rests = context.selection === null || selection !== null;
  const contract = rests
    ? unlessUndone(context.contract, askingPhase(definition.path, 'contractRecorded'))
    : null;
  const fell = (context.contract !== null && contract === null) || !rests;
  const behind = context.rfp?.open && gone.has(context.rfp.open.phase);
  const ended = behind ? rfpWalkedBack(given) : context;
  const reset = {
    ...renoted(ended, notedAfterBack(given, gone, fell)),
    ...(context.closedOn ? { closedOn: kept(context.closedOn) } : {}),
    days: kept(context.days),
    reach: kept(context.reach),
    passed: kept(context.passed),
    evidence: kept(context.evidence),
    selection,
    contract,
    steps: markSteps(context.steps, steps, 'notStarted', (before) => before !== 'notApplicable'),
  };
  return enterPhase(reset, fact.to, event);
}
