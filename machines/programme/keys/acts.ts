// The keys that vouch for whoever sends something to a programme: the first is pinned by its chain's first entry, each
// further one is named by an entry that the one before it has signed. Who signs is not known here.
import * as z from 'zod';
import { publicKey } from '../../record/claim.ts';
import { act } from '../act.ts';
import { ADMINISTRATOR } from '../people/offices.ts';
import { programmeRefusal } from '../refusal.ts';

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
};
