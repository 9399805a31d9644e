// A programme whose chain tells of people and posts, for tests of what is done with them.

import type { ProgrammeFact } from '../../../machines/programme/acts.ts';
import type { Followed, Following } from '../../../machines/programme/amendment/posts/following.ts';
import type { ProgrammeDefinition } from '../../../machines/programme/definition.ts';
import type { ProgrammeSubmission, StampedProgrammeEvent } from '../../../machines/programme/event.ts';
import { programmePlayable } from '../../../machines/programme/playable.ts';
import type { Powers } from '../../../machines/programme/powers/grant.ts';
import { acceptsProgramme, startProgramme, takeProgramme } from '../../../machines/programme/programme.ts';
import { addDays } from '../../../machines/values/date.ts';
import { person } from '../../builders/migration.ts';
import { plainProgramme } from '../../builders/signing.ts';

const label = (ja: string) => ({ ja, en: ja });

export const city: ProgrammeDefinition = {
  ...plainProgramme('131121', false),
  bodies: [
    { id: 'dx-office', label: label('DX推進担当部'), members: 3 },
    { id: 'section-chief', label: label('情報政策課長'), members: 1 },
    { id: 'committee', label: label('推進委員会'), members: 5 },
  ],
  systems: ['juki', 'zei'],
};

/** What its chain says, one fact after another, each on its day. */
export class City {
  #snapshot = startProgramme();
  #count = 0;

  constructor(...people: string[]) {
    const told = people.map((account) => ({ account, name: account }));
    this.take({ type: 'powers.begun', people: told, grants: [] }, '2026-04-01', 'import');
  }

  refused(fact: ProgrammeFact, day: string, kind: 'person' | 'import' = 'person'): string[] {
    return acceptsProgramme(city, this.#snapshot, this.#event(fact, day, kind)).map(({ code }) => code);
  }

  take(fact: ProgrammeFact, day: string, kind: 'person' | 'import' | (string & {}) = 'person'): this {
    const event = this.#event(fact, day, kind);
    const no = acceptsProgramme(city, this.#snapshot, event);
    if (no.length > 0) throw new Error(JSON.stringify(no));
    this.#snapshot = takeProgramme(city, this.#snapshot, event);
    this.#count += 1;
    return this;
  }

  give(account: string, post: string, fromOn: string, untilOn: string, system: string | null = null): this {
    const fact = { type: 'post.given' as const, account, name: account, post, system, fromOn, untilOn };
    return this.take(fact, '2026-04-01');
  }

  /** Another edition, approved to be adopted on that day. */
  propose(posts: readonly Following[] | undefined, fromOn: string): this {
    const [digest, seq] = ['a'.repeat(64), this.next];
    this.take(
      {
        ...{ type: 'amendment.proposed', edition: digest, adopts: { version: 2, digest }, base: 0, fromOn },
        ...{ reason: '分割', ...(posts ? { posts: [...posts] } : {}) },
      },
      addDays(fromOn, -20),
      'proposer',
    );
    for (const account of ['one', 'two'])
      this.take({ type: 'amendment.approved', amendment: seq }, addDays(fromOn, -10), account);
    return this;
  }

  adopt(posts: readonly Following[] | undefined, fromOn: string): this {
    this.propose(posts, fromOn);
    return this.#adopt(this.#adoption(), fromOn);
  }

  refusedAdoption(posts: Followed[]): string[] {
    const said = this.#adoption();
    const given = { ...said, fact: { ...said.fact, posts }, at: `${said.occurredOn}T10:00:00+09:00` };
    // Of an adoption, with other posts.
    return acceptsProgramme(city, this.#snapshot, given as StampedProgrammeEvent).map(({ code }) => code);
  }

  #adoption(): ProgrammeSubmission {
    const said = programmePlayable(city).wakeEvent(this.#snapshot);
    if (!said) throw new Error('nothing is adopted');
    return said;
  }

  #adopt(said: ProgrammeSubmission, day: string): this {
    const event = { ...said, at: `${day}T00:00:00+09:00` };
    const no = acceptsProgramme(city, this.#snapshot, event);
    if (no.length > 0) throw new Error(JSON.stringify(no));
    this.#snapshot = takeProgramme(city, this.#snapshot, event);
    this.#count += 1;
    return this;
  }

  get powers(): Powers {
    const { powers } = this.#snapshot.context;
    if (!powers) throw new Error('nothing said');
    return powers;
  }

  /** The entry that the next fact becomes. */
  get next(): number {
    return this.#count + 1;
  }

  #event(fact: ProgrammeFact, day: string, kind: string) {
    const actor =
      kind === 'import'
        ? ({ kind, account: 'sekimori', name: '関守', post: 'import' } as const)
        : kind === 'person'
          ? person('admin', 'administrator')
          : person(kind, city.control[0] ?? '');
    return { fact, actor, at: `${day}T10:00:00+09:00`, occurredOn: day, requestId: `city/${this.#count}` };
  }
}
