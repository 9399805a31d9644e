// What could be put on the agenda of a body in one system: whatever is under decision there now, and the gate that its path stands before.
import type { Decides, TieHow } from '../../decision/resolution.ts';
import type { MigrationDefinition } from '../../definition/definition.ts';
import { lookedAtOf } from '../bundle/decided.ts';
import type { Rfp } from '../rfp/memory.ts';
import { tieHowsIn } from '../rfp/outcome.ts';
import { scoringIn, tiesToPart } from '../rfp/rounds/rounds.ts';
import { rankedNow } from '../rfp/scores/ranking.ts';
import { isOver, type MigrationContext, type MigrationSnapshot, standing } from '../state.ts';
import { askedFor } from './asked.ts';

export interface Decidable {
  decides: Decides;
  /** The bodies whose resolution decides it. */
  asked: readonly string[];
  /** It can be looked at now; else it can only be put before a meeting that comes later. */
  isNow: boolean;
  /** Of a tie: by which of the written ways it may be parted. Its order is any of those who are equal. */
  hows?: readonly TieHow[];
}

type Found = Pick<Decidable, 'decides' | 'hows'>;

const proposed = ({ goingBack, cancellation }: MigrationContext): Found[] => [
  ...(goingBack ? [{ decides: { kind: 'goingBack', to: goingBack.to } as const }] : []),
  ...(cancellation ? [{ decides: { kind: 'cancellation' } as const }] : []),
];

const waivers = ({ forsaken }: MigrationContext): Found[] =>
  Object.keys(forsaken).map((key) => {
    const at = key.indexOf('/');
    return { decides: { kind: 'waiver', system: key.slice(0, at), milestone: key.slice(at + 1) } };
  });

const extensions = ({ deadlines }: MigrationContext): Found[] =>
  Object.entries(deadlines).flatMap(([deadline, { asked }]) =>
    asked ? [{ decides: { kind: 'extension', deadline } as const }] : [],
  );

/** Equals first: with a tie open nobody can be named. What of it stands before a decision now, its bundle says. */
function ofProcurement({ rfp: memory }: MigrationContext): Found[] {
  const open = memory?.open;
  if (!open) return [];
  const { number: rfp, failing, closedOn, outcome } = open;
  if (failing) return [{ decides: { kind: 'failure', rfp } }];
  const scored = closedOn !== null && outcome === null ? ofScores(open) : [];
  return [...scored, { decides: { kind: 'single', rfp } }, { decides: { kind: 'end', rfp } }];
}

function ofScores(open: Rfp): Found[] {
  const scoring = scoringIn(open);
  if (!scoring) return [];
  const { number: rfp } = open;
  const hows = tieHowsIn(scoring);
  const [how = 'committee'] = hows;
  const named = rankedNow(open, scoring).order;
  return [
    ...tiesToPart(open, scoring).map(
      (equals): Found => ({ decides: { kind: 'tie', rfp, order: equals, how }, hows }),
    ),
    ...named.map((bidder): Found => ({ decides: { kind: 'candidate', rfp, bidder } })),
  ];
}

export function decidables(definition: MigrationDefinition, snapshot: MigrationSnapshot): Decidable[] {
  const { phase, activity } = standing(snapshot);
  const { context } = snapshot;
  if (isOver(definition, activity)) return [];
  const gate: Found = { decides: { kind: 'gate', phase } };
  const found = [
    gate,
    ...proposed(context),
    ...waivers(context),
    ...extensions(context),
    ...ofProcurement(context),
  ];
  return found
    .map((one) => ({
      ...one,
      asked: askedFor(definition, one.decides),
      isNow: lookedAtOf(definition, snapshot, one.decides) !== null,
    }))
    .filter(({ decides, isNow }) => isNow || decides.kind === 'gate');
}
