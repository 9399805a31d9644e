// What a closed meeting resolved, item by item, and the fact by which the migration of each system takes it.
import type { Resolution } from '../../decision/resolution.ts';
import type { Fact } from '../../migration/acts.ts';
import type { ProgrammeSnapshot } from '../state.ts';

export interface ResolvedItem {
  system: string;
  resolution: Resolution;
}

/** In the state of the entry that closed it, which alone has all of it. */
export function resolutionsIn(
  { context }: Pick<ProgrammeSnapshot, 'context'>,
  meeting: number,
): ResolvedItem[] {
  const found = context.convened?.open.find(({ seq, status }) => seq === meeting && status === 'closed');
  return (found?.agenda ?? []).flatMap(({ system, resolution }) =>
    resolution ? [{ system, resolution }] : [],
  );
}

type Closing = { seq: number; hash: string };

export function factOf(resolution: Resolution, by: Closing): Extract<Fact, { resolution: unknown }> {
  const { decides } = resolution;
  switch (decides.kind) {
    case 'gate':
      return { type: 'gate.resolved', phase: decides.phase, by, resolution };
    case 'goingBack':
      return { type: 'goingBack.resolved', to: decides.to, by, resolution };
    case 'cancellation':
      return { type: 'cancellation.resolved', by, resolution };
    case 'waiver':
      return {
        type: 'waiver.resolved',
        system: decides.system,
        milestone: decides.milestone,
        by,
        resolution,
      };
    case 'extension':
      return { type: 'extension.resolved', deadline: decides.deadline, by, resolution };
    case 'tie':
      return {
        type: 'rfp.tieResolved',
        rfp: decides.rfp,
        order: decides.order,
        how: decides.how,
        by,
        resolution,
      };
    case 'candidate':
      return { type: 'rfp.candidateResolved', rfp: decides.rfp, bidder: decides.bidder, by, resolution };
    case 'failure':
      return { type: 'rfp.failureResolved', rfp: decides.rfp, by, resolution };
    case 'single':
      return { type: 'rfp.singleResolved', rfp: decides.rfp, by, resolution };
    case 'end':
      return { type: 'rfp.endResolved', rfp: decides.rfp, by, resolution };
  }
}

/** The request by which an item is carried: the same whoever asks again, and nobody's before the meeting was closed. */
export const carryingId = ({ meeting, item }: Resolution, { hash }: Closing): string =>
  `meeting/${meeting}/${item}/${hash.slice(0, 16)}`;
