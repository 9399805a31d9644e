// What a body decides on, as one digest: the submission or proposal with its papers, and the selection and contract that the gate asks
// for. A decision of a meeting holds for that alone: what was withdrawn, submitted anew or changed is decided by another meeting.
import type { Decides } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical, digest } from '../../record/entry.ts';
import { type AskedFact, asksFact } from '../gate/basis.ts';
import { phaseOf } from '../phases.ts';
import { currentCandidate } from '../rfp/current.ts';
import type { Rfp } from '../rfp/memory.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';

/** Null where nothing of that kind is under decision there. */
function matter(definition: MigrationDefinition, phase: string, context: MigrationContext, decides: Decides) {
  switch (decides.kind) {
    case 'gate':
      return decides.phase === phase && context.submission !== null
        ? ofGate(definition, phase, context)
        : null;
    case 'goingBack': {
      const { goingBack } = context;
      return goingBack && goingBack.to === decides.to ? withoutVotes(goingBack) : null;
    }
    case 'cancellation':
      return context.cancellation && withoutVotes(context.cancellation);
    case 'waiver': {
      const key = `${decides.system}/${decides.milestone}`;
      const forsakenOn = context.forsaken[key];
      return forsakenOn && context.waived[key]?.complete !== true ? { forsakenOn } : null;
    }
    case 'extension': {
      const { asked, dueOn = null } = context.deadlines[decides.deadline] ?? {};
      return asked ? { asked, dueOn } : null;
    }
    case 'tie':
    case 'candidate':
    case 'failure':
      return ofProcurement(context.rfp?.open, decides);
  }
}

/** What the opened sheets came to; of a negotiation who says why it failed. Ties that were decided meanwhile are no part. */
function ofProcurement(open: Rfp | undefined, { kind, rfp }: Extract<Decides, { rfp: number }>) {
  if (open?.number !== rfp) return null;
  const { closedOn, results, outcome, failing } = open;
  if (kind === 'failure') return failing && { candidate: currentCandidate(open), ...withoutVotes(failing) };
  return closedOn !== null && outcome === null ? { closedOn, results } : null;
}

function ofGate(definition: MigrationDefinition, phase: string, context: MigrationContext) {
  const { submission, evidence, selection, contract } = context;
  const asks = (fact: AskedFact) => asksFact(phaseOf(definition, phase), fact);
  return {
    submission,
    papers: evidence[phase] ?? [],
    ...(asks('selectionRecorded') ? { selection } : {}),
    ...(asks('contractRecorded') ? { contract } : {}),
  };
}

function withoutVotes<P extends { votes: unknown }>({ votes: _votes, ...proposal }: P): Omit<P, 'votes'> {
  return proposal;
}

/** In the migration's memory as it is; null where there is nothing to decide. */
export function bundleIn(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
  decides: Decides,
): string | null {
  const found = matter(definition, phase, context, decides);
  return found && digest(canonical({ decides, ...found }));
}

export const bundleOf = (
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  decides: Decides,
): string | null => bundleIn(definition, standing(snapshot).phase, snapshot.context, decides);
