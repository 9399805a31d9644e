// What administrators do with people: an account is made, disabled, given a post or relieved of it, its password reset.
// Each is an entry of the chain of every programme it is about; what people hold there follows from these entries. Optional
// members were added after 0.2.0, whose entries have none of them.
import * as z from 'zod';
import { day, id } from '../../definition/definition.ts';
import { grantId, idOfGrant } from '../../record/grant-id.ts';
import { dayOf } from '../../values/date.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { leftInTheAir } from '../deputies/covering.ts';
import { type PowersChange, powersAfter, type Said } from '../powers/changes.ts';
import { saying } from '../powers/saying.ts';
import { heldFacts, personFacts } from '../powers/shapes.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';
import { ADMINISTRATOR, AUDITOR } from './offices.ts';

export const accountChanges = [
  'made',
  'renamed',
  'disabled',
  'enabled',
  'passwordReset',
  'subjectTied',
  'subjectUntied',
  'secondFactorReset',
] as const;
export type AccountChange = (typeof accountChanges)[number];

const changed = z.strictObject({
  type: z.literal('account.changed'),
  ...personFacts,
  change: z.enum(accountChanges),
});
const given = z.strictObject({ type: z.literal('post.given'), ...personFacts, ...heldFacts });
const ended = z.strictObject({
  type: z.literal('post.ended'),
  ...personFacts,
  post: id,
  system: id.nullable(),
  fromOn: day,
  /** Which grant it is. */
  grant: grantId.optional(),
  /** The last day on which it is held; at once where left out. */
  lastOn: day.optional(),
});

const who = () => [ADMINISTRATOR];

function objectionsToGiving({ context, definition, fact }: ProgrammeCase<z.infer<typeof given>>) {
  // Before its powers are begun, a chain only traces what the tables of 0.2.0 held: it has no say in it.
  if (context.powers === undefined) return [];
  const { post, system, fromOn, untilOn } = fact;
  const known = [...definition.bodies.map((body) => body.id), ADMINISTRATOR, AUDITOR];
  const refusals: ProgrammeRefusal[] = [];
  if (!known.includes(post)) refusals.push(programmeRefusal('grant.unknownPost', { post, known }));
  if (system !== null && !definition.systems.includes(system))
    refusals.push(programmeRefusal('grant.unknownSystem', { system, known: definition.systems }));
  if (untilOn < fromOn) refusals.push(programmeRefusal('grant.reversed', { fromOn, untilOn }));
  return refusals;
}

function objectionsToEnding({
  context,
  event,
  fact,
}: ProgrammeCase<z.infer<typeof ended>>): ProgrammeRefusal[] {
  const { account, post, grant: named } = fact;
  if (context.powers === undefined) return [];
  const stands = context.powers.grants.some(
    (grant) => grant.id === named && grant.account === account && grant.post === post,
  );
  if (!stands) return [programmeRefusal('grant.unknown', { account, post })];
  const said = { seq: context.version + 1, at: event.at, by: event.actor.account };
  const after = powersAfter(context.powers, endings(fact, said)) ?? context.powers;
  return leftInTheAir(context.powers, after, dayOf(event.at)).map(({ grant, at }) =>
    programmeRefusal('deputy.rests', { account: grant.account, post: grant.post, on: at.on }),
  );
}

function endings({ grant, lastOn }: z.infer<typeof ended>, { at, by }: Said): PowersChange[] {
  if (grant === undefined) return [];
  const last = lastOn === undefined ? {} : { on: lastOn };
  return [{ kind: 'ended', id: grant, ended: { ...last, at, by } }];
}

export const peopleActs = {
  'account.changed': act({
    schema: changed,
    ...saying<z.infer<typeof changed>>({
      from: ['person'],
      who,
      says({ account, name, rehearsal, change }, { at }) {
        const known = { kind: 'person' as const, account, name, rehearsal };
        if (change === 'disabled') return [known, { kind: 'shut', account, at }];
        return change === 'enabled' ? [known, { kind: 'opened', account, at }] : [known];
      },
    }),
  }),
  'post.given': act({
    schema: given,
    ...saying<z.infer<typeof given>>({
      from: ['person', 'import'],
      who,
      objections: objectionsToGiving,
      says: ({ account, name, rehearsal, ...held }, { seq, at, by }) => [
        { kind: 'person', account, name, rehearsal },
        { kind: 'given', id: idOfGrant(seq, 0), account, ...held, at, by },
      ],
    }),
  }),
  'post.ended': act({
    schema: ended,
    ...saying<z.infer<typeof ended>>({
      from: ['person'],
      who,
      objections: objectionsToEnding,
      says: endings,
    }),
  }),
};
