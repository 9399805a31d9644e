// Whether people might act as their entries say, from the chains alone: each names a grant that the programme's chain had given and not
// ended then. A programme's chain comes before those of its systems. What a chain says before its powers are begun names no grant.
import { type PowersChange, powersAfter } from '../../../machines/programme/powers/changes.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { type PowersFault, powersFault } from '../../../machines/programme/powers/lock.ts';
import { isMigration, programmeOf } from '../../../machines/record/chain.ts';
import type { EntryBody } from '../../../machines/record/entry.ts';
import { instantFromMs } from '../../../machines/values/date.ts';
import { claimOf, powersIn } from '../../lock/empowered.ts';
import { SKEW_MS } from '../../lock/programme-clock.ts';
import type { Findings } from '../findings.ts';
import type { Visitor } from './visitors.ts';

/** All that a programme's chain has said, and from when. */
export interface SaidPowers {
  powers: Powers;
  /** The wall instant of the entry that began them. */
  since: string;
}

/** What the walk has learnt of each programme's powers: for the tables that follow from them, too. */
export type PowersOfChains = Map<string, SaidPowers>;

export function powers(findings: Findings, known: PowersOfChains): Visitor {
  return {
    visit: ({ body }) => {
      const { chain, seq, recordedAt, actor } = body;
      const said = known.get(programmeOf(chain));
      if (actor.kind === 'person' && said) {
        findings.looked('powers', 1);
        const why = faultOf(said, body);
        if (why) findings.found({ chain, seq, what: 'powers', recordedAt, detail: why });
      }
      const changes = powersIn(body);
      if (changes) learn(known, body, changes);
      return undefined;
    },
  };
}

function learn(known: PowersOfChains, body: EntryBody, changes: PowersChange[]): void {
  const before = known.get(body.chain);
  const after = powersAfter(before?.powers, changes);
  if (after) known.set(body.chain, { powers: after, since: before?.since ?? body.wallAt });
}

/** An entry that was on its way when powers changed may have been written by a clock that differs a little. */
function faultOf({ powers: said, since }: SaidPowers, body: EntryBody): PowersFault | null {
  const claim = claimOf(body);
  // Its own chain has said no more than what stands before it.
  if (!isMigration(body.chain)) return powersFault(said, claim);
  const wallMs = Date.parse(body.wallAt);
  if (body.actor.grant === undefined && wallMs <= Date.parse(since) + SKEW_MS) return null;
  const then = powersFault(said, claim, body.wallAt);
  if (then === null) return null;
  const near = [wallMs - SKEW_MS, wallMs + SKEW_MS].map(instantFromMs);
  return near.some((moment) => powersFault(said, claim, moment) === null) ? null : then;
}
