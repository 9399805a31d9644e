// What decides one migration: the machine of its definition, and of each that it adopts. A machine waits for nothing, so a
// definition is asked for before anything is decided by it.
import type { MigrationDefinition } from '../../machines/definition/definition.ts';
import type { Deciding } from '../../machines/definition/parts.ts';
import { ADOPTED, type AdoptedFact } from '../../machines/migration/adoption/acts.ts';
import type { Submission } from '../../machines/migration/event.ts';
import type { Begin } from '../../machines/migration/migration.ts';
import { type MigrationPlayable, migrationPlayable, versionsOf } from '../../machines/migration/playable.ts';
import type { MigrationSnapshot } from '../../machines/migration/state.ts';
import type { Played } from '../../machines/play/playable.ts';
import type { Effect } from '../../machines/record/effect.ts';
import type { EntryBody } from '../../machines/record/entry.ts';
import type { Refusal } from '../../machines/record/refusal.ts';
import { Definitions } from '../decided-by.ts';
import { definitionOf } from '../ledger-calls.ts';

type Machine = Played<MigrationSnapshot, Submission, Refusal, Effect>;

export class Machinery {
  readonly #definitions: Definitions<MigrationDefinition>;
  #playable: MigrationPlayable;
  /** The adoption by which the definition came into force that is in force here. */
  #adopted: number;

  /** @param adopted of the state that a run is carried on with */
  constructor(first: Deciding<MigrationDefinition>, adopted = 0) {
    this.#adopted = adopted;
    this.#definitions = new Definitions(first, definitionOf<MigrationDefinition>);
    this.#playable = migrationPlayable(first.definition);
  }

  get decided(): Deciding<MigrationDefinition> {
    return this.#definitions.current;
  }

  get definition(): MigrationDefinition {
    return this.decided.definition;
  }

  start(begin: Begin): MigrationSnapshot {
    return this.#playable.start(begin).snapshot;
  }

  get machine(): Machine {
    return {
      accepts: (snapshot, event, atMs) => this.#machineFor(event).accepts(snapshot, event, atMs),
      take: (snapshot, event, atMs) => this.#machineFor(event).take(snapshot, event, atMs),
      nextWake: (snapshot) => this.#playable.nextWake(snapshot),
      wakeEvent: (snapshot) => this.#playable.wakeEvent(snapshot),
    };
  }

  /** True where the definition in force here is the one that a state was led to by. */
  decides({ context }: MigrationSnapshot): boolean {
    return (context.adopted ?? 0) === this.#adopted;
  }

  /** The versions that decide an event: of an adoption those that it adopts. */
  versionsFor(event: { fact: { type: string } }): EntryBody['versions'] {
    const adopted = adoptedBy(event);
    if (adopted === null) return versionsOf(this.definition, this.decided.digest);
    return versionsOf(this.#known(adopted.adopts.digest), adopted.adopts.digest);
  }

  /** Before an adoption is taken. */
  prepare(submission: Submission): Promise<void> {
    const adopted = adoptedBy(submission);
    return adopted ? this.#definitions.learn(adopted.adopts.digest) : Promise.resolve();
  }

  /** What stands recorded is in force; a promise where its definition has to be asked for. */
  adopt(events: readonly Submission[]): Promise<void> | undefined {
    const adopted = events.map(adoptedBy).findLast((fact) => fact !== null);
    if (!adopted) return undefined;
    const { adopts, amendment } = adopted;
    if (this.#definitions.known(adopts.digest) === undefined)
      return this.#definitions.learn(adopts.digest).then(() => this.#enforce(adopts.digest, amendment));
    this.#enforce(adopts.digest, amendment);
    return undefined;
  }

  #enforce(digest: string, amendment: number): void {
    this.#definitions.adopt(digest);
    this.#playable = migrationPlayable(this.definition);
    this.#adopted = amendment;
  }

  #machineFor(event: Submission): Machine {
    const adopted = adoptedBy(event);
    if (adopted === null) return this.#playable;
    return migrationPlayable(this.#known(adopted.adopts.digest), this.definition);
  }

  #known(digest: string): MigrationDefinition {
    const definition = this.#definitions.known(digest);
    if (definition === undefined) throw new Error(`the definition ${digest} was not asked for`);
    return definition;
  }
}

const adoptedBy = ({ fact }: { fact: { type: string } }): AdoptedFact | null =>
  fact.type === ADOPTED ? (fact as AdoptedFact) : null;
