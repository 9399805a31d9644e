// What a body that meets has resolved of a procurement: the order of a tie, the candidate, whether the negotiation has failed, that it goes
// on with a single bidder, that it ends. By the same rules as where its members decide one after the other; recorded by its secretariat.
import * as z from 'zod';
import { tieHows } from '../../../decision/resolution.ts';
import { id } from '../../../definition/words.ts';
import type { Refusal } from '../../../record/refusal.ts';
import { act, type Case } from '../../act.ts';
import { askedFor } from '../../resolution/asked.ts';
import {
  decidesOther,
  fellThrough,
  fromSecretariat,
  isApproved,
  labelOf,
  type Resolved,
  resolvedFacts,
  resolvedObjections,
  secretariatOf,
  withTaken,
} from '../../resolution/resolved.ts';
import type { MigrationContext } from '../../state.ts';
import { endedWith, endingObjections } from '../ending.ts';
import type { Rfp } from '../memory.ts';
import { fall, proposed, toldOfFailure } from '../negotiation.ts';
import {
  type Named,
  nameCandidate,
  namingObjections,
  type TieDecided,
  tieObjections,
  toldOfCandidate,
  withTie,
} from '../outcome.ts';
import { ofOpen, openIn, rfp, withOpen } from '../room.ts';
import { singleObjections } from '../scoring.ts';
import { MOST } from '../terms.ts';

const tie = z.strictObject({
  type: z.literal('rfp.tieResolved'),
  rfp,
  order: z.array(id).min(2).max(MOST.bidders),
  how: z.enum(tieHows),
  ...resolvedFacts,
});
const candidate = z.strictObject({
  type: z.literal('rfp.candidateResolved'),
  rfp,
  bidder: id,
  ...resolvedFacts,
});
const failure = z.strictObject({ type: z.literal('rfp.failureResolved'), rfp, ...resolvedFacts });
const single = z.strictObject({ type: z.literal('rfp.singleResolved'), rfp, ...resolvedFacts });
const end = z.strictObject({ type: z.literal('rfp.endResolved'), rfp, ...resolvedFacts });
type Tie = z.infer<typeof tie>;
type Candidate = z.infer<typeof candidate>;

type About = Resolved & { rfp: number };

/** The rules of every item of a procurement, and where it is carried its own. */
function objectionsTo<F extends About>(
  given: Case<F>,
  decides: Resolved['resolution']['decides'],
  rules: (open: Rfp) => Refusal[],
): Refusal[] {
  const { definition, fact } = given;
  return ofOpen(given, (open) => [
    ...decidesOther(fact, decides),
    ...resolvedObjections(given, askedFor(definition, decides)),
    ...(isApproved(fact) ? rules(open) : []),
  ]);
}

/** Carried with a reason only. */
const reasonOf = ({ resolution }: Resolved): string => resolution.reason ?? '';

const whyOf = ({ resolution }: Resolved) => (resolution.reason ? { reason: resolution.reason } : {});

const asNamed = (given: Case<Candidate>): Case<Named> => ({
  ...given,
  fact: { type: 'rfp.candidateNamed', rfp: given.fact.rfp, bidder: given.fact.bidder, ...whyOf(given.fact) },
});

const asTie = ({ fact }: Case<Tie>): { fact: TieDecided } => {
  const { rfp: number, order, how } = fact;
  return { fact: { type: 'rfp.tieDecided', rfp: number, order, how, reason: reasonOf(fact) } };
};

/** Taken, and where it was carried with what follows from it. */
function carried<F extends About>(
  given: Case<F>,
  follows: (now: Case<F>, open: Rfp) => MigrationContext,
): MigrationContext {
  const now = { ...given, context: withTaken(given.context, given.fact) };
  const open = openIn(now.context);
  return isApproved(given.fact) && open ? follows(now, open) : now.context;
}

/** What was not carried is no outcome: who was not named, that it was to be ended, is not published. */
const unlessApproved = (fact: Resolved): boolean => !isApproved(fact);

const shared = {
  ...fromSecretariat,
  taken: 'anywhere',
  who: ({ definition, fact }: Pick<Case<Resolved>, 'definition' | 'fact'>) =>
    secretariatOf(definition, fact.resolution),
} as const;

export const resolvedActs = {
  'rfp.tieResolved': act({
    ...shared,
    inside: true,
    schema: tie,
    objections: (given) => {
      const { rfp: number, order, how } = given.fact;
      return objectionsTo(given, { kind: 'tie', rfp: number, order, how }, (open) =>
        tieObjections(asTie(given), open),
      );
    },
    change: (given) => carried(given, (now, open) => withOpen(now.context, withTie(open, asTie(now).fact))),
  }),
  'rfp.candidateResolved': act({
    ...shared,
    inside: unlessApproved,
    schema: candidate,
    objections: (given) => {
      const { rfp: number, bidder } = given.fact;
      return objectionsTo(given, { kind: 'candidate', rfp: number, bidder }, (open) =>
        namingObjections(asNamed(given), open),
      );
    },
    change: (given) => carried(given, (now) => nameCandidate(asNamed(now))),
    tells: (told) =>
      isApproved(told.fact)
        ? toldOfCandidate({ ...told, fact: asNamed(told).fact }, labelOf(told, told.fact).ja)
        : [],
  }),
  'rfp.failureResolved': act({
    ...shared,
    inside: true,
    schema: failure,
    objections: (given) =>
      objectionsTo(given, { kind: 'failure', rfp: given.fact.rfp }, (open) => proposed(open)),
    change: (given) => {
      if (!fellThrough(given.fact)) return carried(given, (now, open) => fall(now, open));
      const context = withTaken(given.context, given.fact);
      const open = openIn(context);
      return open ? withOpen(context, { ...open, failing: null }) : context;
    },
    tells: (told) => {
      const by = labelOf(told, told.fact).ja;
      if (isApproved(told.fact)) return toldOfFailure(told, false, by);
      return fellThrough(told.fact) ? toldOfFailure(told, true, by) : [];
    },
  }),
  'rfp.singleResolved': act({
    ...shared,
    inside: true,
    schema: single,
    objections: (given) =>
      objectionsTo(given, { kind: 'single', rfp: given.fact.rfp }, (open) => singleObjections(open)),
    change: (given) =>
      carried(given, (now, open) => withOpen(now.context, { ...open, single: reasonOf(given.fact) })),
  }),
  'rfp.endResolved': act({
    ...shared,
    inside: unlessApproved,
    schema: end,
    objections: (given) =>
      objectionsTo(given, { kind: 'end', rfp: given.fact.rfp }, () => endingObjections(given)),
    change: (given) =>
      carried(given, ({ context }) =>
        endedWith(context, { as: 'ended', reason: reasonOf(given.fact), on: given.event.occurredOn }),
      ),
  }),
};
