// What a body decides on, as one digest: the submission or proposal with its papers, and the selection and contract that the gate asks
// for. A decision of a meeting holds for that alone: what was withdrawn, submitted anew or changed is decided by another meeting.
import type { Decides } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical, digest } from '../../record/entry.ts';
import { type AskedFact, asksFact } from '../gate/basis.ts';
import { phaseOf } from '../phases.ts';
import { countedIn } from '../rfp/bidders.ts';
import { currentCandidate } from '../rfp/current.ts';
import type { Rfp } from '../rfp/memory.ts';
import { namesRound, nextRound } from '../rfp/rounds/rounds.ts';
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
    case 'single':
    case 'end':
      return ofProcurement(context.rfp?.open, decides);
  }
}

function ofProcurement(open: Rfp | undefined, { kind, rfp }: Extract<Decides, { rfp: number }>) {
  if (open?.number !== rfp) return null;
  switch (kind) {
    case 'failure':
      return open.failing && { candidate: currentCandidate(open), ...withoutVotes(open.failing) };
    case 'tie':
      return ofResults(open);
    case 'candidate':
      return nextRound(open) === null ? ofResults(open) : null;
    case 'single':
      return ofSingle(open);
    case 'end':
      return ofEnding(open);
  }
}

/** What the opened sheets came to, of a round with its name. Ties that were decided meanwhile are no part. */
function ofResults(open: Rfp) {
  const { closedOn, results, outcome } = open;
  return closedOn !== null && outcome === null ? { closedOn, results, ...namesRound(open) } : null;
}

/** The one whose proposal counts. Without its price: few digits could be guessed from a digest. */
function ofSingle(open: Rfp) {
  const [bidder, ...others] = countedIn(open);
  if (bidder === undefined || others.length > 0 || open.single !== undefined) return null;
  return { bidder, receivedAt: open.bidders[bidder]?.proposal?.receivedAt ?? null, ...namesRound(open) };
}

/** Whoever counts, and what scoring and negotiating came to so far. */
function ofEnding(open: Rfp) {
  const { closedOn, outcome } = open;
  return {
    counted: countedIn(open),
    closedOn,
    candidate: outcome && currentCandidate(open),
    ...namesRound(open),
  };
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
