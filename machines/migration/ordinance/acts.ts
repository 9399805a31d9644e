// 条例・規則の改正: 議案提出, 議決, 公布 and from when it is in force.
import * as z from 'zod';
import { act, asksNote, type Case, WORDS } from '../act.ts';
import { groundOf } from '../gate/facts.ts';
import { noting, recordersAndOwners } from '../noted/noting.ts';
import { neededBy, ordinancesOf, passageKey } from './passing.ts';
import { passageObjections } from './rules.ts';
import { type OrdinanceAdvanced, ordinanceAdvanced, passages } from './shapes.ts';

/** What of it came later; a live system needs those that its path names. */
function rests({ definition, context, fact }: Case<OrdinanceAdvanced>): string[] {
  const { ordinance, passage } = fact;
  const passed =
    ordinancesOf({ definition, context }).find((one) => one.ordinance === ordinance)?.passed ?? {};
  const later = passages.slice(passages.indexOf(passage) + 1).some((next) => passed[next] !== undefined);
  const isNeeded = passage === 'promulgated' && neededBy(definition).some(({ id }) => id === ordinance);
  return [
    ...(later ? ['ordinance.advanced'] : []),
    ...(isNeeded && context.live ? [groundOf('wentLive', { definition, context }).cause] : []),
  ];
}

export const ordinanceActs = {
  'ordinance.advanced': act({
    open: true,
    schema: ordinanceAdvanced.extend({ type: z.literal('ordinance.advanced') }),
    ...noting('ordinance.advanced', {
      key: ({ ordinance, passage }) => passageKey(ordinance, passage),
      supplies: ['ordinancesPromulgated', 'ordinancesInForce'],
      who: recordersAndOwners,
      objections: passageObjections,
      carries: rests,
    }),
    asks: [
      { name: 'ordinance', kind: 'line' },
      { name: 'passage', kind: 'choice' },
      { name: 'number', kind: 'line', optional: true },
      { name: 'inForceOn', kind: 'exactDay', optional: true },
      asksNote,
    ],
    sample: ({ definition }) => ({
      ordinance: neededBy(definition)[0]?.id ?? WORDS,
      passage: 'submitted' as const,
    }),
  }),
};
