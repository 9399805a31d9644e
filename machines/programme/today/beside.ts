// What of the programme itself is somebody's today: amendments that wait for their approval, what a deputy decided in their name (後閲),
// vendors' notices that touch their systems, meetings at which they sit. Asks the rules that would refuse. Pure.
import { phaseNow } from '../../migration/authority/power.ts';
import type { InNameOf } from '../../migration/seeing/acts.ts';
import { isOver, standing } from '../../migration/state.ts';
import type { Actor } from '../../record/submission.ts';
import type { Day } from '../../values/date.ts';
import type { ProgrammeFact } from '../acts.ts';
import { amendmentsOf } from '../amendment/acts.ts';
import type { ProgrammeDefinition } from '../definition.ts';
import type { Meeting } from '../meetings/meeting.ts';
import { meetingsOf, stillOut } from '../meetings/sitting-rules.ts';
import { acceptsProgramme } from '../programme.ts';
import type { ProgrammeSnapshot } from '../state.ts';
import type { VendorNotice } from '../vendors/shape.ts';
import { actorsIn, type Looked, type Migration } from './whose.ts';

/** One entry that a deputy made in a holder's name; `system` null: in the programme itself. */
export interface MadeInName {
  system: string | null;
  entry: number;
  of: InNameOf;
  /** Who decided, by name. */
  name: string;
  seenBy: Day | null;
  seenOn: string | null;
}

export type Beside =
  | { code: 'amendment'; number: number; version: number; fromOn: Day | null; post: string }
  | { code: 'seeing'; made: MadeInName; late: boolean }
  /** `post`: in which I may answer it; null: I am told of it. */
  | {
      code: 'vendorNotice';
      number: number;
      vendor: string;
      kind: VendorNotice['kind'];
      systems: string[];
      post: string | null;
    }
  /** `out`: items of a circulation that wait for my answer. */
  | {
      code: 'meeting';
      number: number;
      body: string;
      form: Meeting['form'];
      on: Day;
      systems: string[];
      out: number[];
      late: boolean;
    };

export interface LookedBeside extends Looked {
  definition: ProgrammeDefinition;
  snapshot: ProgrammeSnapshot;
  account: string;
  made: readonly MadeInName[];
}

export const besideOf = (looked: LookedBeside): Beside[] => [
  ...amendments(looked),
  ...seeing(looked),
  ...meetings(looked),
  ...notices(looked),
];

const overAll = ({ mine }: Looked): Actor[] =>
  mine.filter(({ system }) => system === null).map(({ actor }) => actor);

/** The first of my posts in which the programme would take it. */
function postTaking({ definition, snapshot, at, today, ...looked }: LookedBeside, fact: ProgrammeFact) {
  const taking = overAll({ at, today, ...looked }).find((actor) => {
    const event = { fact, actor, at, occurredOn: today, requestId: 'today' };
    return acceptsProgramme(definition, snapshot, event).length === 0;
  });
  return taking?.post ?? null;
}

function amendments(looked: LookedBeside): Beside[] {
  return amendmentsOf(looked.snapshot.context).flatMap(({ seq, status, adopts, fromOn }): Beside[] => {
    if (status !== 'open') return [];
    const post = postTaking(looked, { type: 'amendment.approved', amendment: seq });
    return post === null ? [] : [{ code: 'amendment', number: seq, version: adopts.version, fromOn, post }];
  });
}

/** Those whose day is soonest first; what has none comes last. */
function seeing({ made, account, today }: LookedBeside): Beside[] {
  const due = ({ seenBy }: MadeInName) => seenBy ?? '9999';
  return made
    .filter(({ of, seenOn }) => of.holder === account && seenOn === null)
    .toSorted((a, b) => due(a).localeCompare(due(b)))
    .map((one) => ({ code: 'seeing', made: one, late: one.seenBy !== null && one.seenBy < today }));
}

/** A circulation that I have answered whole is no more mine. */
function meetings({ snapshot, account, today }: LookedBeside): Beside[] {
  return meetingsOf(snapshot.context)
    .open.filter(({ status, roll }) => status === 'open' && roll.some((seat) => seat.account === account))
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .flatMap((meeting): Beside[] => {
      const { seq, body, form, on, agenda } = meeting;
      const out = agenda.flatMap((item, index) =>
        form === 'circulation' && stillOut(meeting, item).includes(account) ? [index + 1] : [],
      );
      if (form === 'circulation' && out.length === 0) return [];
      const systems = [...new Set(agenda.map(({ system }) => system))];
      return [{ code: 'meeting', number: seq, body, form, on, systems, out, late: on < today }];
    });
}

/** Told until there is an answer for the system, to whoever may answer and to those whose work it is. */
function notices(looked: LookedBeside): Beside[] {
  const { vendors = {}, vendorNotices = [] } = looked.snapshot.context;
  return vendorNotices.flatMap(({ seq, vendor, kind, systems, answers }): Beside[] => {
    const open = systems.filter((system) => !Object.hasOwn(answers, system));
    const [first] = open;
    if (first === undefined) return [];
    const post = postTaking(looked, {
      type: 'vendor.answered',
      notice: seq,
      system: first,
      answer: 'noEffect',
      reason: '-',
    });
    const touched = post === null ? open.filter((system) => isTheirs(looked, system)) : open;
    const name = vendors[vendor]?.name ?? vendor;
    return touched.length === 0
      ? []
      : [{ code: 'vendorNotice', number: seq, vendor: name, kind, systems: touched, post }];
  });
}

/** I am named for the system, or my post does the phase in which it stands. */
function isTheirs(looked: LookedBeside, system: string): boolean {
  const migration: Migration | undefined = looked.migrations.get(system);
  if (looked.mine.some((one) => one.system === system)) return true;
  if (!migration) return false;
  const { definition, snapshot } = migration;
  const { phase, activity } = standing(snapshot);
  if (isOver(definition, activity)) return false;
  const { owners } = phaseNow(definition, snapshot.context, phase);
  return actorsIn(looked, system).some(({ post }) => owners.includes(post));
}
