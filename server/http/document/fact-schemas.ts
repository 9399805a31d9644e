// The facts that people may send, as schemas of the published document: derived from the machines' tables of acts, so that
// a new kind of act is published the moment it exists.
import * as z from 'zod';
import { acts } from '../../../machines/migration/acts.ts';
import { programmeActs } from '../../../machines/programme/acts.ts';
import { actText } from '../../../texts/acts/act-texts.ts';

interface Known {
  schema: z.ZodType;
  from: readonly string[];
  ownDoor?: true;
}
type Components = Record<string, object>;

/** `gate.approved` → `GateApprovedFact`. */
const nameOf = (type: string): string =>
  `${type
    .split('.')
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')}Fact`;

function componentsOf(table: Readonly<Record<string, Known>>): Components {
  const sent = Object.entries(table).filter(([, { from, ownDoor }]) => from.includes('person') && !ownDoor);
  return Object.fromEntries(
    sent.map(([type, { schema }]) => {
      const { ja, en } = actText(type);
      const { $schema: _dialect, ...shape } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
      return [nameOf(type), { title: type, description: `${ja} / ${en}`, ...shape }];
    }),
  );
}

/** A component for every fact, and the schema that chooses among them. */
export function factSchemas(): { components: Components; fact: object } {
  const components = { ...componentsOf(acts), ...componentsOf(programmeActs) };
  const oneOf = Object.keys(components).map((name) => ({ $ref: `#/components/schemas/${name}` }));
  return { components, fact: { oneOf } };
}
