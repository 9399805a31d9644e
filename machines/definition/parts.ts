// A definition in parts: what many systems have alike is kept once, by the digest of its canonical JSON; what is one system's
// alone names them. The digest of that rest is the definition's own, by which entries name what decided them.
import * as z from 'zod';
import { canonical, digest } from '../record/entry.ts';
import type { MigrationDefinition } from './definition.ts';

export const partNames = ['path', 'bodies', 'deadlines', 'calendar'] as const;
export type PartName = (typeof partNames)[number];

export const digestOf = z.string().regex(/^[0-9a-f]{64}$/);

/** A definition whose parts stand elsewhere. */
export type Composition = Omit<MigrationDefinition, PartName> & { parts: Record<PartName, string> };

/** A text that is kept by its digest: canonical JSON. */
export interface Part {
  digest: string;
  json: string;
}

/** What decides a chain, and the digest by which its entries name it. */
export interface Deciding<Definition> {
  definition: Definition;
  digest: string;
}

const known = new WeakMap<object, Part>();

/** Canonical JSON and its digest; of one object computed once. */
export function partOf(value: object): Part {
  const there = known.get(value);
  if (there) return there;
  const json = canonical(value);
  const part = { digest: digest(json), json };
  known.set(value, part);
  return part;
}

const whole = new WeakMap<MigrationDefinition, { rest: Part; parts: Part[] }>();

/** The rest that names the parts, and the parts. */
export function inParts(definition: MigrationDefinition): { rest: Part; parts: Part[] } {
  const there = whole.get(definition);
  if (there) return there;
  const { path, bodies, deadlines, calendar, ...own } = definition;
  const parts = {
    path: partOf(path),
    bodies: partOf(bodies),
    deadlines: partOf(deadlines),
    calendar: partOf(calendar),
  };
  const digests = Object.fromEntries(partNames.map((name) => [name, parts[name].digest]));
  const made = { rest: partOf({ ...own, parts: digests }), parts: Object.values(parts) };
  whole.set(definition, made);
  return made;
}

/** As entries name it. */
export const deciding = (definition: MigrationDefinition): Deciding<MigrationDefinition> => ({
  definition,
  digest: inParts(definition).rest.digest,
});

/** One that was kept before there were parts has none. */
export const isComposed = (value: object): value is Composition => 'parts' in value;

/** The whole again. `part` gives what is kept by a digest; only what passed its schema is ever kept. */
export function composed(
  { parts, ...own }: Composition,
  part: <Name extends PartName>(digest: string) => MigrationDefinition[Name],
): MigrationDefinition {
  return {
    ...own,
    path: part<'path'>(parts.path),
    bodies: part<'bodies'>(parts.bodies),
    deadlines: part<'deadlines'>(parts.deadlines),
    calendar: part<'calendar'>(parts.calendar),
  };
}
