// A committee that meets, its people, and the migration that it decides on: programme and migration machines side by side, as the record
// has them.
import type { Resolution } from '../../machines/decision/resolution.ts';
import type { Body, MigrationDefinition } from '../../machines/definition/definition.ts';
import type { MeetingRules } from '../../machines/definition/meeting-rules.ts';
import type { Fact } from '../../machines/migration/acts.ts';
import type { ProgrammeFact } from '../../machines/programme/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { Item, Meeting } from '../../machines/programme/meetings/meeting.ts';
import type { Grant } from '../../machines/programme/powers/grant.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from '../../machines/programme/programme.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { Deputy } from '../../machines/record/deputy.ts';
import type { Actor } from '../../machines/record/submission.ts';
import { definition, person } from './migration.ts';
import { plainProgramme } from './signing.ts';

export const COMMITTEE = 'promotion-committee';
export const DAY = '2023-11-20';
export const SEATS = ['chair', 'deputy-chair', 'm3', 'm4', 'm5', 'm6', 'm7'] as const;

export const rules = (over: Partial<MeetingRules> = {}): MeetingRules => ({
  chair: { account: 'chair' },
  deputyChair: { account: 'deputy-chair' },
  quorum: 'majority',
  carriedBy: 'voting',
  tie: 'chair',
  circulation: { quorum: 'majority' },
  deputies: true,
  minutes: false,
  secretariat: ['dx-office'],
  ...over,
});

const bodies = (meets: MeetingRules): Body[] =>
  definition().bodies.map((body) => (body.id === COMMITTEE ? { ...body, meets } : body));

/** The small migration, decided by a committee that meets. */
export const decidedByMeetings = (meets = rules()): MigrationDefinition => ({
  ...definition(),
  bodies: bodies(meets),
});

const grant = (account: string, post: string, place: number, deputy?: Deputy): Grant => ({
  id: `1.${place}`,
  account,
  post,
  system: null,
  ...(deputy ? { deputy } : {}),
  from: '2023-04-01',
  until: '2024-03-31',
  at: '2023-04-01T09:00:00+09:00',
  by: 'operator',
});

export class Sitting {
  readonly of: ProgrammeDefinition;
  snapshot: ProgrammeSnapshot;

  constructor(meets = rules(), deputies: readonly (readonly [string, Deputy])[] = []) {
    this.of = { ...plainProgramme('131121', true), bodies: bodies(meets), systems: ['juki', 'zei'] };
    const held = [
      ...SEATS.map((account) => [account, COMMITTEE] as const),
      ['office', 'dx-office'] as const,
    ].map(([account, post], place) => grant(account, post, place));
    const standing = deputies.map(([account, deputy], place) =>
      grant(account, COMMITTEE, 100 + place, deputy),
    );
    const grants = [...held, ...standing];
    const people = Object.fromEntries(grants.map(({ account }) => [account, { name: `${account}さん` }]));
    const begun = startProgramme();
    this.snapshot = { ...begun, context: { ...begun.context, powers: { people, grants } } };
  }

  refusals(fact: ProgrammeFact, actor: Actor = person('office', 'dx-office'), day = DAY): ProgrammeRefusal[] {
    return acceptsProgramme(this.of, this.snapshot, this.#stamped(fact, actor, day));
  }

  codes(fact: ProgrammeFact, actor?: Actor, day?: string): string[] {
    return this.refusals(fact, actor, day).map(({ code }) => code);
  }

  /** @throws where it is refused */
  take(fact: ProgrammeFact, actor: Actor = person('office', 'dx-office'), day = DAY): this {
    const refused = this.codes(fact, actor, day);
    if (refused.length > 0) throw new Error(`${fact.type} refused: ${refused.join(', ')}`);
    this.snapshot = takeProgramme(this.of, this.snapshot, this.#stamped(fact, actor, day));
    return this;
  }

  /** The newest meeting in full. */
  get meeting(): Meeting {
    const last = this.snapshot.context.convened?.open.at(-1);
    if (!last) throw new Error('no meeting');
    return last;
  }

  item(number = 1): Item {
    return this.meeting.agenda[number - 1] as Item;
  }

  resolution(number = 1): Resolution {
    const { resolution } = this.item(number);
    if (!resolution) throw new Error(`item ${number} is not resolved`);
    return resolution;
  }

  #stamped(fact: ProgrammeFact, actor: Actor, day: string) {
    return {
      fact,
      actor,
      at: `${day}T15:00:00+09:00`,
      occurredOn: day,
      requestId: `test/${fact.type}/${this.snapshot.context.version}`,
    };
  }
}

export const looked = { version: 3, bundle: 'b'.repeat(64) };

export const convene = (
  over: Partial<Extract<ProgrammeFact, { type: 'meeting.convened' }>> = {},
): ProgrammeFact => ({
  type: 'meeting.convened',
  body: COMMITTEE,
  form: 'inPerson',
  on: DAY,
  agenda: [{ system: 'juki', decides: { kind: 'gate', phase: 'development' } }],
  ...over,
});

export const present = (...accounts: string[]): ProgrammeFact => ({
  type: 'meeting.attended',
  meeting: 1,
  present: accounts,
});

type Voted = Extract<ProgrammeFact, { type: 'meeting.voted' }>;

/** `+m3 -m4 0m5`: for, against, abstaining. */
export function vote(written: string, over: Partial<Voted> = {}): Voted {
  const voices = { '+': 'for', '-': 'against', '0': 'abstain' } as const;
  const votes = written
    .split(' ')
    .filter(Boolean)
    .map((one) => ({
      account: one.slice(1),
      voice: voices[one[0] as keyof typeof voices],
    }));
  return { type: 'meeting.voted', meeting: 1, item: 1, motion: 'approve', votes, of: looked, ...over };
}

export const close: ProgrammeFact = { type: 'meeting.closed', meeting: 1 };

/** What a migration is told of it. */
export const resolvedAt = (
  phase: string,
  resolution: Resolution,
): Extract<Fact, { type: 'gate.resolved' }> => ({
  type: 'gate.resolved',
  phase,
  by: { seq: 9, hash: 'c'.repeat(64) },
  resolution,
});
