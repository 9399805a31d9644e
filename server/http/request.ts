// What a request carries through the server once it was looked at: its number, who asks, and of which programme.
import type { Context } from 'hono';
import type { ProgrammeDefinition } from '../../machines/programme/definition.ts';
import type { HeldPost } from '../../machines/programme/people/sight.ts';
import type { Days } from '../../machines/programme/powers/lock.ts';
import type { Scope } from '../accounts/authority.ts';
import type { Person } from '../accounts/people.ts';
import type { OpenedBy } from '../accounts/sign-in/session-opening.ts';

export interface Caller {
  person: Person;
  via: 'session' | 'token' | 'operator';
  /** The session it came in by; null where it came otherwise. */
  session: string | null;
  /** By what it was opened. */
  openedBy: OpenedBy | null;
}

/** The programme a route is about, on its own clock. */
export interface ProgrammeAtHand {
  definition: ProgrammeDefinition;
  now: string;
  days: Days;
  /** Which of its systems the caller may see. */
  scope: Scope;
  /** Who looks, and what they hold there today: what they see of a past day is decided by it too. */
  viewer: Viewer;
}

export interface Viewer {
  account: string;
  held: readonly HeldPost[];
}

/** The route that answers. */
export interface RouteAt {
  method: string;
  /** As the route states it: `/programmes/:code`. */
  path: string;
  params: Record<string, string>;
}

export interface RequestEnv {
  Variables: {
    requestNumber: string;
    caller: Caller | null;
    programme: ProgrammeAtHand;
    route: RouteAt;
    /** True where the reader's side of the connection is https. */
    https: boolean;
    /** What is to be said of the request where it is refused. */
    about: { subject?: string; detail?: Record<string, string> };
  };
}

/** Who asks; the gatekeeper has set it on every route that is not open. */
export function callerOf(c: Context<RequestEnv>): Caller {
  const caller = c.get('caller');
  if (!caller) throw new Error(`${c.req.path} was reached without a caller`);
  return caller;
}
