// A body's term by itself, without its programme's folder: seats are filled anew, or it exists from a day, until a day, or for ever.
import * as z from 'zod';
import { type Body, id, term } from '../../definition/definition.ts';
import { type Changed, wrong } from './changing.ts';
import type { Wanted } from './proposal.ts';

export const termChange = z.strictObject({
  kind: z.literal('term'),
  body: id,
  /** Null: for ever. */
  term: term.nullable(),
});

export function changeTerm(
  wanted: Wanted,
  { body: named, term: given }: z.infer<typeof termChange>,
): Changed {
  const known = wanted.programme.bodies.map((body) => body.id);
  if (!known.includes(named)) return { problem: wrong('change.unknown', { what: 'body', id: named, known }) };
  const { from, until } = given ?? {};
  if (from !== undefined && until !== undefined && from > until)
    return { problem: wrong('change.reversed', { startOn: from, endOn: until }) };
  const isEver = from === undefined && until === undefined;
  const termed = (bodies: readonly Body[]): Body[] =>
    bodies.map((body) => {
      if (body.id !== named) return body;
      const { term: _was, ...rest } = body;
      return isEver ? rest : { ...rest, term: { ...(from ? { from } : {}), ...(until ? { until } : {}) } };
    });
  return {
    wanted: {
      programme: { ...wanted.programme, bodies: termed(wanted.programme.bodies) },
      migrations: wanted.migrations.map((one) => ({ ...one, bodies: termed(one.bodies) })),
    },
  };
}
