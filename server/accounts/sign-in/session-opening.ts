// A session for a person whom somebody else has made sure of, as one more endpoint of better-auth that no route leads to: with its own
// table, its signature and its cookie. Knows nobody's reasons.
import type { BetterAuthPlugin } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { z } from 'zod';

/** By what a session was opened: a provider asks for its own second factor. */
export type OpenedBy = 'password' | 'provider';

/** Left out where a password opened it: the database says so by itself. */
export const openedBy = { type: 'string', required: false, input: false } as const;

export const sessionOpening = {
  id: 'session-opening',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const { internalAdapter } = ctx.context;
        const user = await internalAdapter.findUserById(ctx.body.userId);
        if (!user) throw new Error('a session was asked for nobody');
        const by: OpenedBy = 'provider';
        const session = await internalAdapter.createSession(user.id, false, { openedBy: by });
        await setSessionCookie(ctx, { session, user });
        return ctx.json({ token: session.token });
      },
    ),
  },
} satisfies BetterAuthPlugin;
