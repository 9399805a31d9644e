// What speaks against taking a resolution, whatever it decides: that it is about something else, that it was taken already, that what it
// was decided on is another by now, that whoever takes no part in it did.
import * as z from 'zod';
import { itemKey, type Resolution, resolution } from '../../decision/resolution.ts';
import type { Body, MigrationDefinition } from '../../definition/definition.ts';
import { answersFor } from '../../record/deputy.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { same } from '../../record/same.ts';
import { type Case, people } from '../act.ts';
import { isStillThat } from '../bundle/decided.ts';
import { notBefore } from '../order.ts';
import type { Decision, MigrationContext } from '../state.ts';
import { barredFrom } from './barred.ts';

/** The entry of the programme's chain that closed the meeting. */
const by = z.strictObject({
  seq: z.number().int().min(1),
  hash: z.string().regex(/^[0-9a-f]{64}$/, { message: 'sha256' }),
});

export const resolvedFacts = { by, resolution };
export interface Resolved {
  type: string;
  by: z.infer<typeof by>;
  resolution: Resolution;
}

export const fromSecretariat = { from: people, asks: [] } as const;

/** Whoever records for one of these bodies: as its rules say. */
export const secretariats = (
  bodies: readonly Pick<Body, 'id' | 'meets'>[],
  asked: readonly string[],
): string[] => [
  ...new Set(bodies.flatMap(({ id, meets }) => (asked.includes(id) ? (meets?.secretariat ?? []) : []))),
];

/** Of the one body whose resolution it is. */
export const secretariatOf = (
  { bodies }: Pick<MigrationDefinition, 'bodies'>,
  { body }: Resolution,
): string[] => secretariats(bodies, [body]);

/** Those who took part, and those in whose name anyone did. */
export const partIn = ({ present }: Resolution): { account: string; name: string; answers: string[] }[] =>
  present.map(({ account, name, deputy }) => ({ account, name, answers: answersFor({ account, deputy }) }));

export function resolvedObjections(
  { definition, context, here, event, fact }: Case<Resolved>,
  asked: readonly string[],
): Refusal[] {
  const { resolution: said } = fact;
  const { body, meeting, item, on } = said;
  if (!asked.includes(body)) return [refusal('meeting.notAsked', { body, asked: [...asked] })];
  if (context.resolved?.includes(itemKey(said))) return [refusal('meeting.itemTaken', { meeting, item })];
  if (!isStillThat(definition, here.id, context, said))
    return [refusal('meeting.otherBundle', { meeting, item, version: said.of.version })];
  const barred = barredFrom({ definition, context }, said.decides);
  const mustGo = partIn(said).filter(({ answers }) => answers.some((account) => barred.includes(account)));
  return [
    ...(mustGo.length > 0
      ? [
          refusal('meeting.mustRecuse', {
            accounts: mustGo.map(({ account, name }) => `${name}（${account}）`),
          }),
        ]
      : []),
    ...notBefore(event, 'meeting.closed', on),
  ];
}

export const isApproved = ({ resolution: { outcome } }: Resolved): boolean => outcome === 'approved';
/** Returned, or not carried: what was put to the body goes back. */
export const fellThrough = ({ resolution: { outcome } }: Resolved): boolean =>
  outcome === 'returned' || outcome === 'rejected';

/** What is named beside the resolution is what it decides. */
export const decidesOther = (
  { resolution: { decides } }: Resolved,
  wanted: Resolution['decides'],
): Refusal[] => (same(decides, wanted) ? [] : [refusal('meeting.otherItem', {})]);

export const labelOf = ({ definition }: Pick<Case, 'definition'>, { resolution: { body } }: Resolved) =>
  definition.bodies.find((one) => one.id === body)?.label ?? { ja: body, en: body };

/** Each who was for it has decided so, in the body's name; whoever presided where that decided a tie. */
export function decisionsOf({ resolution: said }: Resolved, warnings: readonly string[]): Decision[] {
  const { body, on, present, casting, presider, meeting, item, of } = said;
  // The one digest of a gate is named by each voice; that of an older meeting was its own.
  const named = of.rests === undefined ? {} : { bundle: of.bundle };
  return present
    .filter(({ account, voice }) => voice === 'for' || (casting === 'for' && account === presider))
    .map(({ account, name, deputy }) => ({
      account,
      name,
      post: body,
      ...(deputy ? { deputy } : {}),
      body,
      on,
      warnings: [...warnings],
      ...named,
      resolved: { meeting, item },
    }));
}

export const withTaken = (context: MigrationContext, { resolution: said }: Resolved): MigrationContext => ({
  ...context,
  resolved: [...(context.resolved ?? []), itemKey(said)],
});
