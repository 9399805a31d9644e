// What administrators do with people: an account is made, disabled, given a post or relieved of it, its password reset.
// Each is an entry of the chain of every programme it is about, with its subject, so that none is without trace.
import * as z from 'zod';
import { day, id } from '../../definition/definition.ts';
import { LENGTH } from '../../record/limits.ts';
import { writtenLine } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import type { ProgrammeContext } from '../state.ts';
import { ADMINISTRATOR } from './offices.ts';

const subject = { account: writtenLine(LENGTH.line), name: writtenLine(LENGTH.name) };
const administrators = () => [ADMINISTRATOR];
/** The tables of people are not derived from the chain yet: an entry is their trace, not their source. */
const asBefore = ({ context }: ProgrammeCase): ProgrammeContext => context;

export const accountChanges = [
  'made',
  'disabled',
  'enabled',
  'passwordReset',
  'subjectTied',
  'subjectUntied',
  'secondFactorReset',
] as const;
export type AccountChange = (typeof accountChanges)[number];

export const peopleActs = {
  'account.changed': act({
    schema: z.strictObject({
      type: z.literal('account.changed'),
      ...subject,
      change: z.enum(accountChanges),
    }),
    from: ['person'],
    ownDoor: true,
    asks: [],
    who: administrators,
    change: asBefore,
  }),
  'post.given': act({
    schema: z.strictObject({
      type: z.literal('post.given'),
      ...subject,
      post: id,
      /** Null: every system of the programme. */
      system: id.nullable(),
      fromOn: day,
      untilOn: day,
    }),
    from: ['person'],
    ownDoor: true,
    asks: [],
    who: administrators,
    change: asBefore,
  }),
  'post.ended': act({
    schema: z.strictObject({
      type: z.literal('post.ended'),
      ...subject,
      post: id,
      system: id.nullable(),
      fromOn: day,
    }),
    from: ['person'],
    ownDoor: true,
    asks: [],
    who: administrators,
    change: asBefore,
  }),
};
