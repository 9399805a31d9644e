// What people hold begins to be the chain's: as the programme is loaded, or as the tables of 0.2.0 are carried over. From then on
// whoever acts names a grant of the chain.
import * as z from 'zod';
import { line } from '../../definition/definition.ts';
import { idOfGrant } from '../../record/grant-id.ts';
import { ITEMS } from '../../record/limits.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import type { PowersChange, Said } from './changes.ts';
import { saying } from './saying.ts';
import { account, heldFacts, personFacts } from './shapes.ts';

const instant = z.string().refine((value) => !Number.isNaN(Date.parse(value)));

const grant = z.strictObject({
  account,
  ...heldFacts,
  givenAt: instant.optional(),
  givenBy: line.optional(),
  ended: z.strictObject({ at: instant, by: line }).optional(),
});

const named = {
  people: z.array(z.strictObject({ ...personFacts, shutAt: instant.optional() })).max(ITEMS.powers),
  grants: z.array(grant).max(ITEMS.powers),
  /** Another entry goes on. */
  more: z.literal(true).optional(),
};

/** Who holds what as a programme begins. */
const begun = z.strictObject({ type: z.literal('powers.begun'), ...named });
/** Who held what by the tables of 0.2.0, which no entry had given. */
const carriedOver = z.strictObject({ type: z.literal('powers.carriedOver'), ...named });
export type PowersNamed = z.infer<typeof begun> | z.infer<typeof carriedOver>;

const objections = ({ context: { powers } }: ProgrammeCase): ProgrammeRefusal[] =>
  powers === undefined || powers.incomplete ? [] : [programmeRefusal('powers.begunAlready', {})];

const says = ({ people, grants, more }: PowersNamed, { seq, at, by }: Said): PowersChange[] => [
  { kind: 'begun', incomplete: more === true },
  ...people.flatMap(({ shutAt, ...person }): PowersChange[] => [
    { kind: 'person', ...person },
    ...(shutAt === undefined ? [] : [{ kind: 'shut' as const, account: person.account, at: shutAt }]),
  ]),
  ...grants.map(({ givenAt = at, givenBy = by, ...held }, place): PowersChange => {
    return { kind: 'given', id: idOfGrant(seq, place), ...held, at: givenAt, by: givenBy };
  }),
];

const once = saying<PowersNamed>({ from: ['import'], who: () => [], objections, says });

export const powersActs = {
  'powers.begun': act({ schema: begun, ...once }),
  'powers.carriedOver': act({ schema: carriedOver, ...once }),
};
