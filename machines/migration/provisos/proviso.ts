// 条件付承認: what a voice asks for besides, of whom and by when. It stands with the voice, and falls with it.
import type { ProvisoAsked } from '../../decision/proviso.ts';
import { type Refusal, refusal } from '../../record/refusal.ts';
import { addDays, type Day, dayOf, type Instant, instantOf } from '../../values/date.ts';
import type { Case } from '../act.ts';
import { dutyIn } from '../procurement/duty.ts';
import type { Decision, MigrationContext } from '../state.ts';
import type { Proviso } from './shapes.ts';

/** As they stand with a voice that is the next entry of its chain. */
export const provisosOf = (
  { version }: Pick<MigrationContext, 'version'>,
  asked: readonly ProvisoAsked[],
): Proviso[] =>
  asked.map(({ text, owner, dueOn, reopens: what = 'nextGate' }, index) => ({
    id: `${version + 1}-${index + 1}`,
    text,
    owner,
    dueOn,
    reopens: what,
  }));

/** Asked of a body that there is, and for a day that can still be kept. */
export function provisoObjections(
  { definition, event, here }: Pick<Case, 'definition' | 'event' | 'here'>,
  asked: readonly ProvisoAsked[],
  decidedOn?: Day,
): Refusal[] {
  // What a meeting decided is recorded later than it was decided, and is not too late by that.
  const today = decidedOn ?? dayOf(event.at);
  const known = definition.bodies.map((body) => body.id);
  const isHidden = definition.path.procurement?.phases.includes(here.id) === true;
  const sees = dutyIn(definition, here);
  return asked.flatMap(({ owner, dueOn }) => [
    ...(known.includes(owner) ? [] : [refusal('proviso.unknownOwner', { owner, known })]),
    ...(isHidden && known.includes(owner) && !sees.has(owner)
      ? [refusal('proviso.undisclosed', { owner, who: [...sees] })]
      : []),
    ...(dueOn < today ? [refusal('proviso.past', { dueOn, today })] : []),
  ]);
}

/** A condition, the voice that it stands with, and the phase whose gate that was: null where it is still decided. */
export interface Placed {
  phase: string | null;
  voice: Decision;
  proviso: Proviso;
}

type Memory = Pick<MigrationContext, 'passed' | 'approvals'>;

export function allProvisos({ passed, approvals }: Memory): Placed[] {
  const placed = (phase: string | null, voices: readonly Decision[]) =>
    voices.flatMap((voice) => (voice.provisos ?? []).map((proviso) => ({ phase, voice, proviso })));
  const before = Object.entries(passed).flatMap(([phase, gate]) => placed(phase, gate.approvals));
  return [...before, ...placed(null, approvals)];
}

/** Of one body, in one item of one meeting: what a body resolved stands and falls as a whole. */
export const isOneWith = ({ resolved: one, body }: Decision, { resolved: other, ...voice }: Decision) =>
  one !== undefined &&
  other !== undefined &&
  body === voice.body &&
  one.meeting === other.meeting &&
  one.item === other.item;

/** Everyone who asked for what a voice asks for: all who resolved so with it. */
export function voicesWith({ passed, approvals }: Memory, voice: Decision): Decision[] {
  const all = [...Object.values(passed).flatMap((gate) => gate.approvals), ...approvals];
  const others = all.filter((one) => isOneWith(one, voice));
  return others.length > 0 ? others : [voice];
}

export const isUnmet = ({ proviso }: Placed): boolean => proviso.met === undefined;

export const unmetProvisos = (context: Memory): Placed[] => allProvisos(context).filter(isUnmet);

/** The memory with one of them otherwise. */
export function withProviso<T extends Memory>(context: T, changed: Proviso): T {
  const inVoice = (voice: Decision): Decision =>
    voice.provisos?.some((one) => one.id === changed.id)
      ? { ...voice, provisos: voice.provisos.map((one) => (one.id === changed.id ? changed : one)) }
      : voice;
  const passed = Object.entries(context.passed).map(([phase, gate]) => [
    phase,
    { ...gate, approvals: gate.approvals.map(inVoice) },
  ]);
  return { ...context, passed: Object.fromEntries(passed), approvals: context.approvals.map(inVoice) };
}

/** Once its day is over. */
export const lapseOf = ({ dueOn }: Pick<Proviso, 'dueOn'>): Instant => instantOf(addDays(dueOn, 1), '00:00');

/** The next one whose day ends unmet, and when. */
export function nextLapse(context: Memory): { proviso: Proviso; at: Instant } | null {
  const waiting = unmetProvisos(context)
    .filter(({ proviso }) => proviso.lapsedOn === undefined)
    .map(({ proviso }) => ({ proviso, at: lapseOf(proviso) }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
  return waiting[0] ?? null;
}

/** What shuts the gate that the path stands before. */
export const shutByProvisos = (context: Memory): Refusal[] =>
  unmetProvisos(context).flatMap(({ voice, proviso: { id: proviso, text, owner, dueOn, lapsedOn } }) =>
    lapsedOn === undefined
      ? []
      : [refusal('proviso.unmet', { proviso, text, owner, dueOn, body: voice.body, by: voice.name })],
  );

export const ownerOf = (context: Memory, named: string): string[] =>
  allProvisos(context).flatMap(({ proviso }) => (proviso.id === named ? [proviso.owner] : []));
