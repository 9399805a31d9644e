// The keys that vouch for whoever sends something to a programme: the first is pinned by its chain's first entry, each
// further one is named by an entry that the one before it has signed. And how a programme goes on in another installation: handed
// over to its key, or where what held the key before is lost, by a break that is named so. Who signs is not known here.
import * as z from 'zod';
import { publicKey } from '../../record/claim.ts';
import { LENGTH } from '../../record/limits.ts';
import { written } from '../../values/text.ts';
import { act, type ProgrammeCase } from '../act.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { type ProgrammeRefusal, programmeRefusal } from '../refusal.ts';

export const HANDED_OVER = 'signingKey.handedOver' as const;
export const TAKEN_UP = 'programme.takenUp' as const;
export const BROKEN = 'signingKey.broken' as const;
/** By which a programme goes on that was handed over. */
const GOES_ON: readonly string[] = [TAKEN_UP, BROKEN];

/** Between being handed over and being taken up nothing happens to a programme. */
export const handedOverObjections = ({ context, fact }: ProgrammeCase): ProgrammeRefusal[] =>
  context.handedOver && !GOES_ON.includes(fact.type) ? [programmeRefusal('programme.handedOver', {})] : [];

export const keyActs = {
  'signingKey.pinned': act({
    schema: z.strictObject({ type: z.literal('signingKey.pinned'), publicKey }),
    from: ['import'],
    ownDoor: true,
    asks: [],
    who: () => [],
    objections: ({ context }) =>
      context.signingKey === null ? [] : [programmeRefusal('signingKey.pinnedAlready', {})],
    change: ({ context, fact }) => ({ ...context, signingKey: fact.publicKey }),
  }),
  'signingKey.rotated': act({
    // The key that alone signs from here on.
    schema: z.strictObject({ type: z.literal('signingKey.rotated'), publicKey }),
    from: ['person'],
    afterClosing: true,
    ownDoor: true,
    asks: [],
    who: () => [ADMINISTRATOR],
    objections({ context, fact }) {
      if (context.signingKey === null) return [programmeRefusal('signingKey.none', {})];
      return context.signingKey === fact.publicKey ? [programmeRefusal('signingKey.same', {})] : [];
    },
    change: ({ context, fact }) => ({ ...context, signingKey: fact.publicKey }),
  }),
  // Its key alone signs from here on, and nothing is recorded until its installation takes the programme up.
  [HANDED_OVER]: act({
    schema: z.strictObject({ type: z.literal('signingKey.handedOver'), publicKey }),
    from: ['person'],
    afterClosing: true,
    ownDoor: true,
    asks: [],
    who: () => [ADMINISTRATOR],
    objections({ context, fact }) {
      if (context.signingKey === null) return [programmeRefusal('signingKey.none', {})];
      return context.signingKey === fact.publicKey ? [programmeRefusal('signingKey.same', {})] : [];
    },
    change: ({ context, fact }) => ({ ...context, signingKey: fact.publicKey, handedOver: true }),
  }),
  [TAKEN_UP]: act({
    schema: z.strictObject({ type: z.literal('programme.takenUp') }),
    from: ['person'],
    afterClosing: true,
    ownDoor: true,
    asks: [],
    who: () => [ADMINISTRATOR],
    objections: ({ context }) =>
      context.handedOver ? [] : [programmeRefusal('programme.notHandedOver', {})],
    change: ({ context }) => ({ ...context, handedOver: false }),
  }),
  // By the key that it names, which nobody before has vouched for.
  [BROKEN]: act({
    schema: z.strictObject({
      type: z.literal('signingKey.broken'),
      publicKey,
      reason: written(LENGTH.paragraph),
    }),
    from: ['person'],
    afterClosing: true,
    ownDoor: true,
    asks: [],
    who: () => [ADMINISTRATOR],
    objections: ({ context, fact }) =>
      context.signingKey === fact.publicKey ? [programmeRefusal('signingKey.same', {})] : [],
    change: ({ context, fact }) => ({ ...context, signingKey: fact.publicKey, handedOver: false }),
  }),
};
