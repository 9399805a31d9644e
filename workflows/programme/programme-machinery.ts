// What decides one programme: its machine by the edition in force, and by the one that it adopts next, which is asked for as soon
// as it is approved.
import type { Deciding } from '../../machines/definition/parts.ts';
import { ADOPTED } from '../../machines/migration/adoption/acts.ts';
import type { Played } from '../../machines/play/playable.ts';
import { nextAdoption } from '../../machines/programme/amendment/acts.ts';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { ProgrammeSubmission } from '../../machines/programme/event.ts';
import { programmePlayable, programmeVersionsOf } from '../../machines/programme/playable.ts';
import type { ProgrammeRefusal } from '../../machines/programme/refusal.ts';
import type { ProgrammeSnapshot } from '../../machines/programme/state.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import { Definitions } from '../decided-by.ts';
import { definitionOf } from '../ledger-calls.ts';

type Machine = Played<ProgrammeSnapshot, ProgrammeSubmission, ProgrammeRefusal, never>;

export class ProgrammeMachinery {
  readonly #definitions: Definitions<ProgrammeDefinition>;

  constructor(first: Deciding<ProgrammeDefinition>) {
    this.#definitions = new Definitions(first, definitionOf<ProgrammeDefinition>);
  }

  get decided(): Deciding<ProgrammeDefinition> {
    return this.#definitions.current;
  }

  get definition(): ProgrammeDefinition {
    return this.decided.definition;
  }

  get machine(): Machine {
    return {
      accepts: (snapshot, event, atMs) => this.#machineFor(event).accepts(snapshot, event, atMs),
      take: (snapshot, event, atMs) => this.#machineFor(event).take(snapshot, event, atMs),
      nextWake: (snapshot) =>
        this.#isPrepared(snapshot) ? programmePlayable(this.definition).nextWake(snapshot) : null,
      wakeEvent: (snapshot) => programmePlayable(this.definition).wakeEvent(snapshot),
    };
  }

  /** What is approved is asked for before its day comes. */
  async prepare({ context }: ProgrammeSnapshot): Promise<void> {
    const next = nextAdoption(context);
    if (next) await this.#definitions.learn(next.amendment.adopts.digest);
  }

  versionsFor(event: { fact: { type: string } }): EntryBody['versions'] {
    const { definition, digest } = this.#decidingFor(event);
    return programmeVersionsOf(definition, digest);
  }

  /** What stands recorded is in force. */
  async adopt(events: readonly ProgrammeSubmission[]): Promise<void> {
    for (const { fact } of events) {
      if (fact.type !== ADOPTED) continue;
      await this.#definitions.learn(fact.adopts.digest);
      this.#definitions.adopt(fact.adopts.digest);
    }
  }

  #isPrepared({ context }: ProgrammeSnapshot): boolean {
    const next = nextAdoption(context);
    return next === null || this.#definitions.known(next.amendment.adopts.digest) !== undefined;
  }

  #machineFor(event: ProgrammeSubmission): Machine {
    return programmePlayable(this.#decidingFor(event).definition);
  }

  #decidingFor(event: { fact: { type: string } }): Deciding<ProgrammeDefinition> {
    if (event.fact.type !== ADOPTED) return this.decided;
    const { digest } = (event.fact as Extract<ProgrammeSubmission['fact'], { type: typeof ADOPTED }>).adopts;
    const definition = this.#definitions.known(digest);
    if (definition === undefined) throw new Error(`the definition ${digest} was not asked for`);
    return { definition, digest };
  }
}
