// What decides a run: its definition and the digest by which its entries name it, however the run was given them, and what it
// has been told it may come to adopt.
import { ApplicationFailure } from '@temporalio/workflow';
import type { MigrationDefinition } from '../machines/definition/definition.ts';
import { type Deciding, deciding } from '../machines/definition/parts.ts';
import { definitionDigest } from '../machines/record/entry.ts';

interface Started<Definition> {
  decidedBy?: string;
  definition?: Definition;
}

/** @param given beside the start; a run that 0.2.0 started has it within. */
export function startedWith<Definition extends object>(
  { definition: within }: Started<Definition>,
  given: Definition | undefined,
): Definition {
  const definition = given ?? within;
  if (typeof definition !== 'object') throw ApplicationFailure.nonRetryable('a run is given no definition');
  return definition;
}

/**
 * The digest is that of the very definition, whatever whoever started the run says: in parts, or whole as 0.2.0 kept it. What is
 * neither is on no record.
 */
export function decidedBy(
  { decidedBy: said }: Started<object>,
  definition: MigrationDefinition,
): Deciding<MigrationDefinition> {
  const inParts = deciding(definition);
  return inParts.digest === said ? inParts : { definition, digest: definitionDigest(definition) };
}

/** What a next run is started with: the definition is asked for anew. */
export function startedOn<Start extends Started<object>>(start: Start, digest: string) {
  const { definition: _within, ...rest } = start;
  return { ...rest, decidedBy: digest };
}

export class Definitions<Definition extends object> {
  #current: Deciding<Definition>;
  readonly #fetch: (digest: string) => Promise<Definition>;
  readonly #known = new Map<string, Definition>();

  constructor(first: Deciding<Definition>, fetch: (digest: string) => Promise<Definition>) {
    this.#current = first;
    this.#fetch = fetch;
  }

  get current(): Deciding<Definition> {
    return this.#current;
  }

  /** What was learnt; the one in force among it. */
  known(digest: string): Definition | undefined {
    return digest === this.#current.digest ? this.#current.definition : this.#known.get(digest);
  }

  /** Asked for before anything is decided by it: a machine waits for nothing. */
  async learn(digest: string): Promise<void> {
    if (this.known(digest) === undefined) this.#known.set(digest, await this.#fetch(digest));
  }

  /** It is in force from now on. */
  adopt(digest: string): void {
    const definition = this.known(digest);
    if (definition === undefined) throw new Error(`nothing is known of the definition ${digest}`);
    this.#current = { definition, digest };
    this.#known.clear();
  }
}
