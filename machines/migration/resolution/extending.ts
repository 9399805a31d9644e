// A body that meets has resolved on an extension that somebody asked for: granted as it was asked, or refused. Carried over, it waits on.
import * as z from 'zod';
import { id } from '../../definition/definition.ts';
import type { Effect } from '../../record/effect.ts';
import { refusal } from '../../record/refusal.ts';
import { act, type Case, personOf, type Told } from '../act.ts';
import {
  type Extended,
  extendedBy,
  grantOf,
  laterObjections,
  notAsked,
  toldOfEnding,
  toldOfExtension,
} from '../deadlines/extending.ts';
import { namedIn, whileOpen } from '../deadlines/named.ts';
import type { MigrationContext, Person } from '../state.ts';
import { askedFor } from './asked.ts';
import {
  decidesOther,
  decisionsOf,
  fellThrough,
  fromSecretariat,
  isApproved,
  labelOf,
  type Resolved,
  resolvedFacts,
  resolvedObjections,
  secretariatOf,
  withTaken,
} from './resolved.ts';

type Resolving = Resolved & { deadline: string };

/** What was asked, as it is granted; null where nothing is asked. */
function wishIn(given: Pick<Case<Resolving>, 'definition' | 'context' | 'fact'>): Extended | null {
  const asked = namedIn(given)?.state.asked;
  const { deadline } = given.fact;
  return asked ? grantOf(deadline, asked) : null;
}

/** Whoever was for it first, in the body's post. */
function decider(given: Case<Resolving>): Person {
  const [first] = decisionsOf(given.fact, []);
  return first
    ? {
        account: first.account,
        name: first.name,
        post: first.post,
        ...(first.deputy ? { deputy: first.deputy } : {}),
      }
    : personOf(given.event);
}

function resolve(given: Case<Resolving>): MigrationContext {
  const now = { ...given, context: withTaken(given.context, given.fact) };
  const wish = wishIn(now);
  if (isApproved(given.fact) && wish) return extendedBy({ ...now, fact: wish }, decider(given));
  return fellThrough(given.fact) ? notAsked(now) : now.context;
}

function told(given: Told<Resolving>): Effect[] {
  const { fact } = given;
  const wish = wishIn(given);
  if (isApproved(fact)) return wish ? toldOfExtension({ ...given, fact: wish }) : [];
  const why = { deadline: fact.deadline, reason: fact.resolution.reason ?? '' };
  return fellThrough(fact)
    ? toldOfEnding({ ...given, fact: why }, 'extension.refused', labelOf(given, fact).ja)
    : [];
}

export const extensionResolved = {
  'extension.resolved': act({
    open: true,
    schema: z.strictObject({ type: z.literal('extension.resolved'), deadline: id, ...resolvedFacts }),
    ...fromSecretariat,
    taken: 'anywhere',
    who: ({ definition, fact }) => secretariatOf(definition, fact.resolution),
    objections: (given) =>
      whileOpen(given, (named) => {
        const { definition, fact } = given;
        const { deadline } = fact;
        const wish = wishIn(given);
        const extension = { kind: 'extension', deadline } as const;
        return [
          ...decidesOther(fact, extension),
          ...(wish ? [] : [refusal('extension.notAsked', { deadline })]),
          ...resolvedObjections(given, askedFor(definition, extension)),
          ...(wish && isApproved(fact) ? laterObjections({ ...given, fact: wish }, named) : []),
        ];
      }),
    change: resolve,
    tells: told,
  }),
};
