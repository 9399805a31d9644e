// A condition of an approval is met, by a document; or its day is over without that, as the timer says.
import * as z from 'zod';
import { answersFor } from '../../record/deputy.ts';
import type { Effect } from '../../record/effect.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { addDays, compareInstants, dayOf } from '../../values/date.ts';
import { act, asksNote, type Case, note, people, personOf, type Told, tell, WORDS } from '../act.ts';
import { OTHER_EVIDENCE } from '../gate/asked-papers.ts';
import { APPROVED } from '../gate/correcting-moves.ts';
import { decidedObjections, evidence } from '../gate/papers.ts';
import { notBefore } from '../order.ts';
import type { MigrationContext } from '../state.ts';
import { drafted } from '../walk.ts';
import {
  allProvisos,
  isOneWith,
  lapseOf,
  ownerOf,
  type Placed,
  unmetProvisos,
  voicesWith,
  withProviso,
} from './proviso.ts';
import { provisoId } from './shapes.ts';

/** The type of the timer's entry. */
export const LAPSED = 'proviso.lapsed' as const;

interface Named {
  proviso: string;
}

const named = ({ context, fact }: Pick<Case<Named>, 'context' | 'fact'>): Placed | undefined =>
  allProvisos(context).find(({ proviso }) => proviso.id === fact.proviso);

const unknown = ({ context, fact }: Case<Named>): Refusal =>
  refusal('proviso.unknown', {
    proviso: fact.proviso,
    open: unmetProvisos(context).map(({ proviso }) => proviso.id),
  });

const met = z.strictObject({ type: z.literal('proviso.met'), proviso: provisoId, evidence, note });

/** Who asked for it does not say themself that it is met. */
function metObjections(given: Case<z.infer<typeof met>>): Refusal[] {
  const { event, fact } = given;
  const found = named(given);
  if (!found) return [];
  const { voice, proviso } = found;
  if (proviso.met) return [refusal('proviso.already', { proviso: proviso.id, on: proviso.met.on })];
  const asked = voicesWith(given.context, voice).flatMap(answersFor);
  return [
    ...(answersFor(event.actor).some((one) => asked.includes(one))
      ? [refusal('proviso.own', { proviso: proviso.id, account: event.actor.account })]
      : []),
    ...decidedObjections([fact.evidence], event),
    ...notBefore(event, APPROVED, voice.on),
  ];
}

function meet(given: Case<z.infer<typeof met>>): MigrationContext {
  const { context, event, fact } = given;
  const found = named(given);
  if (!found) return context;
  const met = { ...personOf(event), on: event.occurredOn, evidence: fact.evidence };
  return { ...withProviso(context, { ...found.proviso, met }), drafters: drafted(context, event) };
}

function lapse(given: Case<Named>): MigrationContext {
  const { context, event } = given;
  const found = named(given);
  if (!found) return context;
  const lapsed = withProviso(context, { ...found.proviso, lapsedOn: dayOf(event.at) });
  if (!fallsWith(found)) return lapsed;
  return {
    ...lapsed,
    approvals: lapsed.approvals.filter(
      (voice) =>
        !(voice.provisos?.some(({ id }) => id === found.proviso.id) || isOneWith(voice, found.voice)),
    ),
  };
}

/** The voice is asked for again: only while its gate is decided. What was passed was passed. */
const fallsWith = ({ phase, proviso }: Placed): boolean => phase === null && proviso.reopens === 'approval';

function toldOfLapse(told: Told<Named>): Effect[] {
  const { definition } = told;
  const found = named(told);
  if (!found) return [];
  const { voice, proviso, phase } = found;
  const falls = fallsWith(found);
  const { goBack } = definition.path.control;
  // A gate that is passed stays so; whoever may say so is told that its approval is not what it was.
  const back = proviso.reopens === 'approval' && phase !== null ? goBack.propose : [];
  return tell([proviso.owner, voice.body, ...back], {
    code: LAPSED,
    proviso: proviso.id,
    text: proviso.text,
    dueOn: proviso.dueOn,
    owner: proviso.owner,
    body: voice.body,
    falls,
  });
}

export const provisoActs = {
  'proviso.met': act({
    schema: met,
    from: people,
    taken: 'anywhere',
    asks: [{ name: 'evidence', kind: 'paper' }, asksNote],
    sample({ context, post }) {
      const open = unmetProvisos(context);
      const mine = open.find(({ proviso }) => proviso.owner === post) ?? open[0];
      if (!mine) return null;
      const paper = { kind: OTHER_EVIDENCE, title: WORDS, sha256: '0'.repeat(64), documentNo: WORDS };
      return { proviso: mine.proviso.id, evidence: { ...paper, decidedOn: '2000-01-01' } };
    },
    who: ({ context, fact }) => ownerOf(context, fact.proviso),
    insteadOfPost: (given) => (named(given) ? null : unknown(given)),
    objections: metObjections,
    change: meet,
    tells(told) {
      const found = named(told);
      if (!found) return [];
      const { voice, proviso } = found;
      return tell([voice.body, ...told.here.owners], {
        code: 'proviso.met',
        proviso: proviso.id,
        text: proviso.text,
        by: told.event.actor.name,
      });
    },
  }),
  [LAPSED]: act({
    schema: z.strictObject({ type: z.literal(LAPSED), proviso: provisoId }),
    from: ['timer'],
    taken: 'anywhere',
    asks: [],
    who: () => [],
    objections(given) {
      const found = named(given);
      if (!found) return [unknown(given)];
      const { proviso } = found;
      const isOver = compareInstants(lapseOf(proviso), given.event.at) <= 0;
      if (proviso.met || proviso.lapsedOn !== undefined || !isOver)
        return [refusal('proviso.notLapsed', { proviso: proviso.id, dueOn: proviso.dueOn })];
      return [];
    },
    change: lapse,
    tells: toldOfLapse,
  }),
};

/** What the timer says of it. */
export const lapseSaid = ({ id, dueOn }: { id: string; dueOn: string }) => ({
  fact: { type: LAPSED, proviso: id },
  occurredOn: addDays(dueOn, 1),
  requestId: `proviso/${id}`,
});
