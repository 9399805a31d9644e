// What is decided on, by its digest: the one that pages and commands show, that a decision names, and that the door compares, by one voice
// as in a meeting. What was withdrawn, submitted anew or changed is decided anew.
import type { Decides, LookedAt } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { canonical, digest } from '../../record/entry.ts';
import { phaseNow } from '../authority/power.ts';
import { type AskedFact, asksFact } from '../gate/basis.ts';
import { phaseOf } from '../phases.ts';
import { countedIn } from '../rfp/bidders.ts';
import { currentCandidate } from '../rfp/current.ts';
import type { Rfp } from '../rfp/memory.ts';
import { namesRound, nextRound } from '../rfp/rounds/rounds.ts';
import { type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';
import { bundleOf } from './bundle.ts';

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

type Seen = Parameters<typeof bundleOf>[0];

/** Of a gate, whatever it asks for: by which a submission and a decision name it. */
export const bundleDigest = (seen: Seen): string => digest(canonical(bundleOf(seen)));

/** The same, where the programme says how it decides; nothing where it does not. */
export const bundleNamed = (seen: Seen): { bundle?: string } =>
  seen.definition.decisions ? { bundle: bundleDigest(seen) } : {};

type Looked = Omit<LookedAt, 'version'>;

/** What is under decision there; null where nothing of that kind is. */
export function lookedAtIn(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
  decides: Decides,
): Looked | null {
  const found = matter(definition, phase, context, decides);
  if (!found) return null;
  const own = digest(canonical({ decides, ...found }));
  if (decides.kind !== 'gate' || !definition.decisions) return { bundle: own };
  const here = phaseNow(definition, context, phase);
  return { bundle: bundleDigest({ definition, context, here }), rests: own };
}

/**
 * Whether what a body looked at is what there is. Of a gate the bundle may have grown since, by what came from others while the meeting
 * sat; what was handed in, chosen and contracted is the same. One that does not say it was looked at before gates had one digest.
 */
export function isStillThat(
  definition: MigrationDefinition,
  phase: string,
  context: MigrationContext,
  { decides, of }: { decides: Decides; of: LookedAt },
): boolean {
  const now = lookedAtIn(definition, phase, context, decides);
  if (!now) return false;
  if (of.rests === undefined) return (now.rests ?? now.bundle) === of.bundle;
  return now.rests === of.rests && (of.version !== context.version || now.bundle === of.bundle);
}

export const lookedAtOf = (
  definition: MigrationDefinition,
  snapshot: MigrationSnapshot,
  decides: Decides,
): LookedAt | null => {
  const looked = lookedAtIn(definition, standing(snapshot).phase, snapshot.context, decides);
  return looked && { version: snapshot.context.version, ...looked };
};
